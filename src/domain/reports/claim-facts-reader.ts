import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Reader } from '../../storage/database.ts';
import type { MeetingState } from '../meetings/index.ts';
import type { DayDecision, DayFacts, DayMeeting } from './claim-findings.ts';

/** The days that the sentences of a report name, and the entries whose sources tell what is known from the report alone. */
export type NamedDays = {
  readonly dates: readonly string[];
  /** The bodies of which they may be the days: what others did then is not looked at. */
  readonly bodyIds: readonly string[];
  readonly entryIds: readonly string[];
  readonly bodyNames: ReadonlyMap<string, string>;
};

/**
 * What the register knows of some days: the meetings and the decisions, and which of them nothing shows but the answers of these reports. A number
 * of queries that does not grow with the reports; none but the first two when no report was read from a paper.
 */
export async function dayFacts(r: Reader, { dates, bodyIds, entryIds, bodyNames }: NamedDays): Promise<DayFacts> {
  const meetings = await meetingsOn(r, dates, bodyIds);
  const decisions = await decisionsOn(r, dates, bodyIds);
  const told = await toldByEntries(r, entryIds, meetings, decisions);
  return {
    meetings: meetings.map(({ noted: _, ...meeting }) => ({ ...meeting, onlyFromReport: told.has(meeting.id) })),
    decisions: decisions.map(({ inMeeting: _, ...decision }) => ({
      ...decision,
      onlyFromReport: told.has(decision.id),
    })),
    bodyNames,
  };
}

type FoundMeeting = Omit<DayMeeting, 'onlyFromReport'> & { readonly noted: boolean };
type FoundDecision = Omit<DayDecision, 'onlyFromReport'> & { readonly inMeeting: boolean };

async function meetingsOn(
  r: Reader,
  dates: readonly string[],
  bodyIds: readonly string[],
): Promise<readonly FoundMeeting[]> {
  if (dates.length === 0) return [];
  const days = dates.filter((date) => date.length === 10);
  const months = dates.filter((date) => date.length === 7);
  const rows = await r.db
    .selectFrom('meeting')
    .leftJoin('meeting_body as joint', (join) =>
      join.onRef('joint.meeting_id', '=', 'meeting.id').onRef('joint.tenant_id', '=', 'meeting.tenant_id'),
    )
    .select(['meeting.id', 'meeting.body_id', 'meeting.held_on', 'meeting.last_day', 'meeting.state', 'meeting.note'])
    .select('joint.body_id as joint_id')
    .where('meeting.tenant_id', '=', r.tenantId)
    .where((eb) =>
      eb.or([
        eb('meeting.body_id', '=', eb.fn.any(eb.val([...bodyIds]))),
        eb.exists(
          eb
            .selectFrom('meeting_body as other')
            .select('other.body_id')
            .where('other.tenant_id', '=', r.tenantId)
            .whereRef('other.meeting_id', '=', 'meeting.id')
            .where((inner) => inner('other.body_id', '=', inner.fn.any(inner.val([...bodyIds])))),
        ),
      ]),
    )
    .where((eb) =>
      eb.or([
        eb('meeting.held_on', '=', eb.fn.any(eb.val(days))),
        ...months.map((month) =>
          eb.and([eb('meeting.held_on', '>=', `${month}-01`), eb('meeting.held_on', '<', firstAfter(month))]),
        ),
      ]),
    )
    .execute();
  return [...Map.groupBy(rows, (row) => row.id).values()].map((group) => {
    const [first] = group;
    return {
      id: first!.id,
      date: first!.held_on,
      lastDay: first!.last_day,
      bodyIds: [first!.body_id, ...group.flatMap((row) => row.joint_id ?? [])],
      state: first!.state as MeetingState,
      noted: first!.note !== null,
    };
  });
}

function firstAfter(month: string): CivilDate {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`;
}

async function decisionsOn(
  r: Reader,
  dates: readonly string[],
  bodyIds: readonly string[],
): Promise<readonly FoundDecision[]> {
  if (dates.length === 0) return [];
  const firsts = dates.flatMap((date) => [date, `${date.slice(0, 7)}-01`, `${date.slice(0, 4)}-01-01`]);
  const days = [...new Set(firsts.filter((date) => date.length === 10))];
  const rows = await r.db
    .selectFrom('decision')
    .select(['id', 'body_id', 'decided_on', 'date_precision', 'agenda_item_id'])
    .where('tenant_id', '=', r.tenantId)
    .where('state', '=', 'made')
    .where((eb) => eb('body_id', '=', eb.fn.any(eb.val([...bodyIds]))))
    .where((eb) => eb('decided_on', '=', eb.fn.any(eb.val(days))))
    .execute();
  return rows.map((row) => ({
    id: row.id,
    when: row.decided_on!.slice(0, { day: 10, month: 7, year: 4 }[row.date_precision] ?? 10),
    bodyId: row.body_id,
    inMeeting: row.agenda_item_id !== null,
  }));
}

/**
 * The meetings and decisions that stand in the register for no other reason than that the answers of these reports speak of them. Each record
 * remembers the passages it was read from; one that lies within the passage of an answer is the answer itself. A meeting is known otherwise when
 * something about it was read elsewhere or written by hand, or when an activity plan of its body has the day.
 */
async function toldByEntries(
  r: Reader,
  entryIds: readonly string[],
  meetings: readonly FoundMeeting[],
  decisions: readonly FoundDecision[],
): Promise<ReadonlySet<string>> {
  if (meetings.length + decisions.length === 0 || entryIds.length === 0) return new Set();
  const answers = await passagesOf(r, ['reportEntry'], entryIds);
  if (answers.length === 0) return new Set();
  const meetingIds = meetings.map((one) => one.id);
  const items =
    meetingIds.length === 0
      ? []
      : await r.db
          .selectFrom('agenda_item')
          .select(['id', 'meeting_id'])
          .where('tenant_id', '=', r.tenantId)
          .where((eb) => eb('meeting_id', '=', eb.fn.any(eb.val(meetingIds))))
          .execute();
  const read = await passagesOf(
    r,
    ['meeting', 'agendaItem', 'decision'],
    [...meetingIds, ...items.map((one) => one.id), ...decisions.map((one) => one.id)],
  );
  const planned = await plannedDaysOn(r, [...new Set(meetings.map((one) => one.date))]);
  const inAnswer = (passage: Passage) =>
    answers.some(
      (answer) =>
        answer.document_id === passage.document_id &&
        answer.span_start <= passage.span_start &&
        passage.span_end <= answer.span_end,
    );
  const onlyTold = (recordId: string) => {
    const own = read.filter((one) => one.record_id === recordId);
    return own.length > 0 && own.every(inAnswer);
  };
  const ofMeetings = meetings.filter((meeting) => {
    const own = items.filter((item) => item.meeting_id === meeting.id);
    const head = read.filter((one) => one.record_id === meeting.id);
    const inPlan = planned.some((day) => day.held_on === meeting.date && meeting.bodyIds.includes(day.body_id));
    return (
      !inPlan &&
      !meeting.noted &&
      meeting.state !== 'adjusted' &&
      head.every(inAnswer) &&
      own.length > 0 &&
      own.every((item) => onlyTold(item.id))
    );
  });
  const ofDecisions = decisions.filter((decision) => !decision.inMeeting && onlyTold(decision.id));
  return new Set([...ofMeetings, ...ofDecisions].map((one) => one.id));
}

type Passage = {
  readonly record_id: string;
  readonly document_id: string;
  readonly span_start: number;
  readonly span_end: number;
};

async function passagesOf(r: Reader, nouns: readonly string[], ids: readonly string[]): Promise<readonly Passage[]> {
  if (ids.length === 0) return [];
  return await r.db
    .selectFrom('source_passage')
    .select(['record_id', 'document_id', 'span_start', 'span_end'])
    .where('tenant_id', '=', r.tenantId)
    .where('noun', 'in', nouns)
    .where((eb) => eb('record_id', '=', eb.fn.any(eb.val([...ids]))))
    .execute();
}

async function plannedDaysOn(r: Reader, dates: readonly string[]) {
  return await r.db
    .selectFrom('planned_day as day')
    .innerJoin('activity_plan as plan', (join) =>
      join.onRef('plan.id', '=', 'day.activity_plan_id').onRef('plan.tenant_id', '=', 'day.tenant_id'),
    )
    .select(['day.held_on', 'plan.body_id'])
    .where('day.tenant_id', '=', r.tenantId)
    .where((eb) => eb('day.held_on', '=', eb.fn.any(eb.val([...dates]))))
    .execute();
}
