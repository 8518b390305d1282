import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import { canonicalJson } from '../../storage/canonical-json.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { bodyRulesOn, getBody } from '../organisation/index.ts';
import { listAgendaVersions } from './agenda-version-reader.ts';
import { callSeats } from './call-seats.ts';
import { addAgendaItem } from './change-agenda.ts';
import { type ChosenAdjuster, chooseAdjusters, clauseWithAdjusters } from './choose-adjusters.ts';
import type { MeetingDetail } from './meeting.ts';
import { getMeeting } from './meeting-reader.ts';
import { meetingStateAfter } from './meeting-transitions.ts';
import { lockMeeting } from './meeting-writer.ts';
import { renumberAgenda } from './move-agenda-item.ts';
import { adjusterHistory, chosenAdjustersOf, standingItemsOf } from './standing-item-reader.ts';
import { type StandingItem, standingItemProblems } from './standing-items.ts';

/** A clause that a standing item proposes: the noun decisions records it. */
export type StandingProposal = {
  readonly itemId: Id<'agendaItem'>;
  readonly title: string;
  readonly clauses: readonly string[];
};

/**
 * Puts a body's standing items on an agenda: the opening ones first, the closing ones last, with the matters that stand there already in between.
 * What stands there by its title is not put twice. Those whose turn it is to adjust are chosen among the called members. Answers with the
 * clauses to propose.
 */
export async function putStandingItems(
  w: Writer<'meeting.edit'>,
  { meetingId }: { readonly meetingId: Id<'meeting'> },
): Promise<readonly StandingProposal[]> {
  const locked = await lockMeeting(w, meetingId);
  meetingStateAfter(locked.state, 'changeAgenda');
  const before = await getMeeting(w, meetingId);
  if (before.called.length === 0) await callSeats(w, { meetingId });
  const meeting = await getMeeting(w, meetingId);
  const { items } = await standingItemsOf(w, meeting.body.id, meeting.heldOn);
  const chosen = await chooseFor(w, meeting);
  const standing = new Set(meeting.items.map(({ title }) => title.toLocaleLowerCase('sv')));
  const first = meeting.items.find(({ parentId, standing: place }) => parentId === null && place !== 'opening');
  const proposals: StandingProposal[] = [];
  let parent: Id<'agendaItem'> | null = null;
  for (const one of items) {
    if (standing.has(one.title.toLocaleLowerCase('sv'))) {
      if (!one.sub) parent = meeting.items.find(({ title }) => title === one.title)?.id ?? null;
      continue;
    }
    const itemId: Id<'agendaItem'> = await addAgendaItem(w, {
      meetingId,
      title: one.title,
      category: one.category,
      standing: one.place,
      parentId: one.sub ? parent : null,
      beforeItemId: one.place === 'opening' && !one.sub ? (first?.id ?? null) : null,
    });
    if (!one.sub) parent = itemId;
    const clauses = one.clauses.flatMap((clause) => clauseWithAdjusters(clause, chosen) ?? []);
    if (clauses.length > 0) proposals.push({ itemId, title: one.title, clauses });
  }
  if ((await listAgendaVersions(w, meetingId)).length === 0) await renumberAgenda(w, { meetingId });
  await w.log({ noun: 'meeting', recordId: meetingId, summary: 'standing items put', after: { proposals } });
  return proposals;
}

/** Those chosen for a meeting stay: what was proposed once names them. */
async function chooseFor(w: Writer, meeting: MeetingDetail): Promise<readonly ChosenAdjuster[]> {
  const before = await chosenAdjustersOf(w, meeting.id);
  if (before.length > 0) return before;
  const rules = await bodyRulesOn(w, meeting.body.id, meeting.heldOn);
  if (rules.adjusters !== 'chairAndAdjusters') return [];
  const history = await adjusterHistory(w, meeting.body.id, meeting.heldOn);
  const chosen = chooseAdjusters(meeting.called, history, rules.adjusterCount);
  await writeAdjusters(w, meeting.id, chosen);
  return chosen;
}

/** Writes who is proposed to adjust, instead of those who were. */
async function writeAdjusters(w: Writer, meetingId: Id<'meeting'>, chosen: readonly ChosenAdjuster[]): Promise<void> {
  await w.db
    .deleteFrom('chosen_adjuster')
    .where('tenant_id', '=', w.tenantId)
    .where('meeting_id', '=', meetingId)
    .execute();
  if (chosen.length === 0) return;
  await w.db
    .insertInto('chosen_adjuster')
    .values(
      chosen.map(({ duty, seatId, name, party }, index) => ({
        tenant_id: w.tenantId,
        meeting_id: meetingId,
        duty,
        position: index + 1,
        seat_id: seatId,
        name,
        party,
      })),
    )
    .execute();
}

export type SetStandingItems = {
  readonly bodyId: Id<'body'>;
  readonly items: readonly StandingItem[];
  /** The items that were seen: if others stand there now, somebody changed them meanwhile. */
  readonly seen: readonly StandingItem[];
};

/** Writes a body's standing items, instead of those it had; none leaves it with the usual ones. */
export async function setStandingItems(w: Writer<'meeting.edit'>, input: SetStandingItems): Promise<void> {
  await getBody(w, input.bodyId);
  requireBody(w.auth, input.bodyId);
  const { items: now } = await standingItemsOf(w, input.bodyId, w.runtime.today());
  // A list has no version of its own: what was seen is compared word by word.
  expectVersion({ version: Number(canonicalJson(now) !== canonicalJson(input.seen)), items: now }, 0, input.items);
  refuseProblems(standingItemProblems(input.items));
  await w.db
    .deleteFrom('standing_item')
    .where('tenant_id', '=', w.tenantId)
    .where('body_id', '=', input.bodyId)
    .execute();
  if (input.items.length > 0)
    await w.db
      .insertInto('standing_item')
      .values(
        input.items.map((one, index) => ({
          tenant_id: w.tenantId,
          id: w.runtime.newId(),
          body_id: input.bodyId,
          position: index + 1,
          place: one.place,
          sub: one.sub,
          title: one.title.trim(),
          category: one.category,
          clauses: JSON.stringify(one.clauses),
        })),
      )
      .execute();
  await w.log({ noun: 'body', recordId: input.bodyId, summary: 'standing items', before: now, after: input.items });
}
