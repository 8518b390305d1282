import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { ServingRequestState } from './absence-request-transitions.ts';
import type { ServingRequest, Summons, SummonsLetter, ToldMeeting } from './summons.ts';
import type { AnswerChannel, SummonsAnswer, SummonsKind, SummonsLetterKind } from './summons-table.ts';

/** Everybody who was asked to a meeting, in the order of its notice, with letters and answers: four questions, however many they are. */
export async function listSummonses(r: Reader, meetingId: Id<'meeting'>): Promise<readonly Summons[]> {
  const rows = await summonsQuery(r)
    .where('summons.meeting_id', '=', meetingId)
    .orderBy('summons.kind')
    .orderBy('summons.position')
    .execute();
  return await withAll(r, meetingId, rows);
}

/** One summons. Throws `record.notFound`. */
export async function getSummons(
  r: Reader,
  id: Id<'summons'>,
): Promise<Summons & { readonly meetingId: Id<'meeting'> }> {
  const row = isId(id) ? await summonsQuery(r).where('summons.id', '=', id).executeTakeFirst() : undefined;
  if (!row) throw new AppError('record.notFound');
  const [found] = await withAll(r, row.meeting_id, [row]);
  return { ...found!, meetingId: row.meeting_id };
}

/** The summons of the person that an account belongs to, or undefined when nobody of that account is asked to the meeting. */
export async function findOwnSummons(
  r: Reader,
  meetingId: Id<'meeting'>,
): Promise<(Summons & { readonly meetingId: Id<'meeting'> }) | undefined> {
  if (!r.auth.accountId) return undefined;
  const row = await r.db
    .selectFrom('summons')
    .innerJoin('account', (join) =>
      join.onRef('account.tenant_id', '=', 'summons.tenant_id').onRef('account.person_id', '=', 'summons.person_id'),
    )
    .select('summons.id')
    .where('summons.tenant_id', '=', r.tenantId)
    .where('summons.meeting_id', '=', meetingId)
    .where('summons.listed', '=', true)
    .where('account.id', '=', r.auth.accountId)
    .executeTakeFirst();
  return row && (await getSummons(r, row.id));
}

/** The letters of a meeting by whom they went to, the newest first, with what the outbox knows of each. */
async function lettersOf(r: Reader, meetingId: string, summonsIds: readonly string[]) {
  const rows = await r.db
    .selectFrom('summons_letter as letter')
    .leftJoin('outbox', (join) =>
      join.onRef('outbox.tenant_id', '=', 'letter.tenant_id').onRef('outbox.id', '=', 'letter.outbox_id'),
    )
    .select(['letter.id', 'letter.summons_id', 'letter.kind', 'letter.agenda_number', 'letter.told', 'letter.address'])
    .select(['letter.posted_at', 'outbox.sent_at', 'outbox.last_error'])
    .where('letter.tenant_id', '=', r.tenantId)
    .where('letter.meeting_id', '=', meetingId)
    .where('letter.summons_id', 'in', summonsIds)
    .orderBy('letter.posted_at', 'desc')
    .execute();
  return Map.groupBy(rows, ({ summons_id }) => summons_id);
}

function letterOf(row: {
  readonly id: string;
  readonly kind: string;
  readonly agenda_number: number;
  readonly told: unknown;
  readonly address: string;
  readonly posted_at: Date;
  readonly sent_at: Date | null;
  readonly last_error: string | null;
}): SummonsLetter {
  return {
    id: row.id,
    kind: row.kind as SummonsLetterKind,
    agendaNumber: row.agenda_number,
    told: row.told as ToldMeeting,
    address: row.address,
    postedAt: row.posted_at,
    delivery: row.sent_at ? 'sent' : row.last_error === null ? 'waiting' : 'failing',
    sentAt: row.sent_at,
  };
}

async function requestsOf(r: Reader, meetingId: string, summonsIds: readonly string[]) {
  const rows = await r.db
    .selectFrom('serving_request')
    .select(['id', 'version', 'summons_id', 'seat_id', 'absent_name', 'state'])
    .where('tenant_id', '=', r.tenantId)
    .where('meeting_id', '=', meetingId)
    .where('summons_id', 'in', summonsIds)
    .orderBy('asked_at', 'desc')
    .execute();
  return Map.groupBy(rows, ({ summons_id }) => summons_id);
}

/** An address given for the meeting counts before that of the person's account, and that before the one in the register. */
function summonsQuery(r: Reader) {
  return r.db
    .selectFrom('summons')
    .leftJoin('person', (join) =>
      join.onRef('person.tenant_id', '=', 'summons.tenant_id').onRef('person.id', '=', 'summons.person_id'),
    )
    .leftJoin('summons_answer as answer', (join) =>
      join.onRef('answer.tenant_id', '=', 'summons.tenant_id').onRef('answer.summons_id', '=', 'summons.id'),
    )
    .selectAll('summons')
    .select(['answer.answer', 'answer.note', 'answer.answered_at', 'answer.answered_through'])
    .select('answer.version as answer_version')
    .select((eb) =>
      eb.fn
        .coalesce(
          'summons.address',
          eb
            .selectFrom('account')
            .select('account.email')
            .whereRef('account.tenant_id', '=', 'summons.tenant_id')
            .whereRef('account.person_id', '=', 'summons.person_id')
            .where('account.active', '=', true)
            .where('account.email', 'is not', null)
            .orderBy('account.login')
            .limit(1),
          'person.email',
        )
        .as('reached_at'),
    )
    .where('summons.tenant_id', '=', r.tenantId);
}

type SummonsFound = Awaited<ReturnType<ReturnType<typeof summonsQuery>['execute']>>[number];

async function withAll(r: Reader, meetingId: string, rows: readonly SummonsFound[]): Promise<readonly Summons[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const letters = await lettersOf(r, meetingId, ids);
  const requests = await requestsOf(r, meetingId, ids);
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    kind: row.kind as SummonsKind,
    name: row.name,
    party: row.party,
    personId: row.person_id,
    seatId: row.seat_id,
    address: row.reached_at,
    listed: row.listed,
    answer: row.answer
      ? {
          code: row.answer as SummonsAnswer,
          note: row.note,
          at: row.answered_at!,
          through: row.answered_through as AnswerChannel,
          version: row.answer_version!,
        }
      : null,
    letters: (letters.get(row.id) ?? []).map(letterOf),
    requests: (requests.get(row.id) ?? []).map(
      (request): ServingRequest => ({
        id: request.id,
        version: request.version,
        seatId: request.seat_id,
        absentName: request.absent_name,
        state: request.state as ServingRequestState,
      }),
    ),
  }));
}
