import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { canServe, listAttendance, readCourse, servingIn } from '../attendance/index.ts';
import { getMeeting, listMeetings, meetingModes, sectionNumbersOf } from '../meetings/index.ts';
import { type BodyRules, bodyRulesOn, getBody, listSeats } from '../organisation/index.ts';
import { proceedingsOfMeeting } from '../proceedings/index.ts';
import { attendanceFacts } from './attendance-facts.ts';
import { disqualifiedOf } from './disqualified-reader.ts';
import type { Minutes, SignerRole } from './minutes.ts';
import type { ItemCourse } from './minutes-completeness.ts';
import type { MinutesFacts } from './minutes-facts.ts';
import { officialsFacts } from './officials-facts-reader.ts';
import { sectionFacts } from './section-facts.ts';

/** The facts of some minutes with the rules of their body that day. */
export type GatheredMinutes = {
  readonly facts: MinutesFacts;
  readonly rules: BodyRules;
  /** What happened in an item and who took part in its decision. */
  readonly courseOf: (itemId: Id<'agendaItem'>) => ItemCourse;
};

/**
 * Reads everything that minutes are composed from, in as many queries for a long meeting as for a short one. Where the body gives §§, an item without
 * one was never called up and is not in the minutes; where none of its items has a §, all are there under their own numbers.
 */
export async function gatherMinutes(
  r: Reader,
  minutes: Minutes,
  signers: readonly { readonly role: SignerRole; readonly name: string }[],
): Promise<GatheredMinutes> {
  const meeting = await getMeeting(r, minutes.meetingId);
  const body = await getBody(r, minutes.body.id);
  const rules = await bodyRulesOn(r, body.id, meeting.heldOn);
  const proceedings = await proceedingsOfMeeting(r, meeting.id);
  const given = await sectionNumbersOf(
    r,
    meeting.items.map(({ id }) => id),
  );
  const numbers = new Map<string, number>(
    given.filter(({ bodyId }) => bodyId === body.id).map(({ itemId, number }) => [itemId, number]),
  );
  const officials = body.kind === 'officialsGroup';
  const course = await readCourse(r, meeting.id);
  const disqualified = await disqualifiedOf(r, meeting.id);
  const attendance = await listAttendance(r, meeting.id);
  // A meeting whose course was not kept knows who was there, and not when.
  const listed = attendance.filter((one) => one.present && canServe(one.capacity)).map(({ id }) => id);
  const called = numbers.size > 0 ? meeting.items.filter(({ id }) => numbers.has(id)) : meeting.items;
  const items = [...called].sort((a, b) => (numbers.get(a.id) ?? a.position) - (numbers.get(b.id) ?? b.position));
  const adjusted = new Map(
    minutes.adjustments
      .filter(({ kind, state }) => kind === 'section' && state === 'adjusted')
      .flatMap(({ itemIds, adjustedOn }) => itemIds.map((id) => [id as string, adjustedOn])),
  );
  const officialsFactsOf = officials
    ? await officialsFacts(r, { bodyId: body.id, day: meeting.heldOn, itemIds: items.map(({ id }) => id) })
    : undefined;
  const facts: MinutesFacts = {
    authority: await authorityOf(r),
    body: body.name,
    form: officials ? 'officials' : 'sections',
    decisionPlace: rules.decisionPlace,
    title: meeting.title,
    heldOn: meeting.heldOn,
    lastDay: meeting.lastDay,
    startsAt: clockOf(course, 'opened') ?? meeting.startsAt,
    endsAt: clockOf(course, 'closed') ?? meeting.endsAt,
    place: meeting.place,
    secretary: minutes.secretary,
    signers,
    adjustPlace: minutes.adjustPlace,
    adjustBy: meeting.adjustBy,
    attendance: attendanceFacts({
      course,
      attendance,
      numbers: officials ? agendaNumbers(items) : numbers,
      seats: await listSeats(r, body.id, meeting.heldOn),
      sign: officials || numbers.size === 0 ? 'punkt' : '§',
    }),
    sections: items.map((item) => {
      const facts = sectionFacts(item, proceedings.get(item.id)!, {
        number: officials ? null : (numbers.get(item.id) ?? null),
        adjustedOn: adjusted.get(item.id) ?? null,
        disqualified: disqualified.get(item.id) ?? [],
      });
      return officialsFactsOf ? { ...facts, officials: officialsFactsOf(facts) } : facts;
    }),
    nextMeetings: officials ? await nextMeetingsOf(r, body.id, meeting.heldOn) : [],
  };
  return {
    facts,
    rules,
    courseOf: (itemId) => ({
      happened: proceedings.get(itemId)!,
      participants: course.steps.length > 0 ? servingIn(course, itemId) : listed,
    }),
  };
}

function clockOf(course: Awaited<ReturnType<typeof readCourse>>, kind: 'opened' | 'closed'): string | null {
  return course.steps.find(({ event }) => event.kind === kind)?.event.at ?? null;
}

function agendaNumbers(items: readonly { readonly id: string; readonly number: string | null }[]): Map<string, number> {
  return new Map(items.flatMap(({ id, number }) => (number && /^\d+$/u.test(number) ? [[id, Number(number)]] : [])));
}

/** The calendar at the end of an officials' group's minutes. */
async function nextMeetingsOf(r: Reader, bodyId: Id<'body'>, after: string): Promise<MinutesFacts['nextMeetings']> {
  const { meetings } = await listMeetings(r, {
    bodyId,
    from: after,
    states: ['planned', 'summoned'],
    order: 'oldest',
    limit: 12,
  });
  // "10 februari (digitalt möte)": what the calendar says of the day, else how it is held.
  return meetings
    .filter(({ heldOn }) => heldOn > after)
    .map(({ heldOn, lastDay, note, mode }) => ({
      heldOn,
      lastDay,
      note: note ?? (mode ? meetingModes[mode].sv : null),
    }));
}

async function authorityOf(r: Reader): Promise<string> {
  const { name } = await r.db
    .selectFrom('tenant')
    .select('name')
    .where('id', '=', r.tenantId)
    .executeTakeFirstOrThrow();
  return name;
}
