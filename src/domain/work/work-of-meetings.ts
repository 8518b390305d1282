import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import { recordAddress } from '../../kernel/record-address.ts';
import type { Reader } from '../../storage/database.ts';
import { noticeDeadlines } from '../meetings/index.ts';
import { readRuleFacts } from './body-rules-reader.ts';
import { dayIn } from './day-words.ts';
import type { WorkFinding } from './work.ts';
import { mayAnywhere, type WorkReading, type WorkSource } from './work-source.ts';

/** How far ahead a notice is prepared. */
const daysAhead = 28;
/** Where nothing says when the notice goes out, a week before the meeting is the custom. */
const customDays = 7;

/** Summonses to answer, notices to send, and letters that did not arrive. */
export const workOfMeetings: WorkSource = async (scope) => [
  ...(scope.actor.accountId !== null && mayAnywhere(scope, 'summons.answer')
    ? ((await scope.once(toAnswer)).get(scope.actor.accountId) ?? [])
    : []),
  ...(mayAnywhere(scope, 'meeting.edit') ? [...(await scope.once(toSummon)), ...(await scope.once(failing))] : []),
];

/** The meetings that people are called to and have not answered, by account; the answer is wanted while a deputy can still be asked. */
async function toAnswer(
  r: Reader,
  { accountIds, today }: WorkReading,
): Promise<ReadonlyMap<string, readonly WorkFinding[]>> {
  const rows = await r.db
    .selectFrom('account')
    .innerJoin('summons', (join) =>
      join.onRef('summons.tenant_id', '=', 'account.tenant_id').onRef('summons.person_id', '=', 'account.person_id'),
    )
    .innerJoin('meeting', (join) =>
      join.onRef('meeting.id', '=', 'summons.meeting_id').onRef('meeting.tenant_id', '=', 'summons.tenant_id'),
    )
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'meeting.body_id').onRef('body.tenant_id', '=', 'meeting.tenant_id'),
    )
    .leftJoin('summons_answer as answer', (join) =>
      join.onRef('answer.summons_id', '=', 'summons.id').onRef('answer.tenant_id', '=', 'summons.tenant_id'),
    )
    .select([
      'summons.id',
      'account.id as account_id',
      'meeting.id as meeting_id',
      'meeting.held_on',
      'body.id as body_id',
      'body.name as body_name',
    ])
    .where('account.tenant_id', '=', r.tenantId)
    .where((eb) => eb('account.id', '=', eb.fn.any(eb.val([...accountIds]))))
    .where('summons.listed', '=', true)
    .where('meeting.state', '=', 'summoned')
    .where('meeting.held_on', '>=', today)
    .where('answer.id', 'is', null)
    .execute();
  const found = rows.map((row) => ({
    kind: 'answerSummons' as const,
    recordId: row.id,
    href: recordAddress('meeting', row.meeting_id) as `/${string}`,
    title: `Sammanträdet ${dayIn('sv', row.held_on)}`,
    body: { id: row.body_id, name: row.body_name },
    dueOn: addDays(row.held_on, -daysToFindDeputy),
    accountId: row.account_id,
  }));
  return Map.groupBy(found, ({ accountId }) => accountId as string);
}

/** So many days before the meeting the secretary needs the answers, to ask deputies. */
const daysToFindDeputy = 3;

/** Meetings ahead to which nobody has been summoned, due when law or reglemente says, else a week before. */
async function toSummon(r: Reader, { today, once }: WorkReading): Promise<readonly WorkFinding[]> {
  const rows = await meetings(r)
    .where('meeting.state', '=', 'planned')
    .where('meeting.kind', 'in', ['meeting', 'jointMeeting'])
    .where('meeting.held_on', '>=', today)
    .where('meeting.held_on', '<=', addDays(today, daysAhead))
    .execute();
  const rules = await once(readRuleFacts);
  return rows.map((row) => {
    const facts = rules.get(row.body_id);
    const deadlines = facts ? noticeDeadlines(facts.kind, facts.regulations, row.held_on) : [];
    const [first] = deadlines.toSorted((a, b) => a.date.localeCompare(b.date));
    const dueOn: CivilDate = first?.date ?? addDays(row.held_on, -customDays);
    return { ...finding(row, 'sendSummons', dueOn), byLaw: first?.binding === 'law' };
  });
}

/** Letters about meetings ahead that the mail server has refused, counted by meeting. */
async function failing(r: Reader, { today }: WorkReading): Promise<readonly WorkFinding[]> {
  const rows = await meetings(r)
    .innerJoin('summons_letter as letter', (join) =>
      join.onRef('letter.meeting_id', '=', 'meeting.id').onRef('letter.tenant_id', '=', 'meeting.tenant_id'),
    )
    .innerJoin('outbox', (join) =>
      join.onRef('outbox.id', '=', 'letter.outbox_id').onRef('outbox.tenant_id', '=', 'letter.tenant_id'),
    )
    .select((eb) => eb.fn.countAll<string>().as('letters'))
    .where('meeting.state', 'in', ['summoned', 'cancelled'])
    .where('meeting.held_on', '>=', today)
    .where('outbox.sent_at', 'is', null)
    .where('outbox.last_error', 'is not', null)
    .groupBy(['meeting.id', 'meeting.held_on', 'body.id', 'body.name'])
    .execute();
  return rows.map((row) => ({ ...finding(row, 'resendLetters', today), count: Number(row.letters) }));
}

function meetings(r: Reader) {
  return r.db
    .selectFrom('meeting')
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'meeting.body_id').onRef('body.tenant_id', '=', 'meeting.tenant_id'),
    )
    .select(['meeting.id', 'meeting.held_on', 'body.id as body_id', 'body.name as body_name'])
    .where('meeting.tenant_id', '=', r.tenantId);
}

type Found = { readonly id: string; readonly held_on: CivilDate; readonly body_id: string; readonly body_name: string };

function finding(row: Found, kind: 'sendSummons' | 'resendLetters', dueOn: CivilDate): WorkFinding {
  return {
    kind,
    recordId: row.id,
    href: recordAddress('meeting', row.id) as `/${string}`,
    title: `Sammanträdet ${dayIn('sv', row.held_on)}`,
    body: { id: row.body_id, name: row.body_name },
    dueOn,
  };
}
