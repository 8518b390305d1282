import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { AnswerValues } from './ask-answers.ts';
import type { Ask } from './ask-kinds.ts';
import type { ListedReceived, ReceivedRelease } from './received.ts';
import type { ReceivedState } from './received-transitions.ts';
import type { ReleaseGround } from './release-grounds.ts';
import type { Snapshot } from './released-content.ts';
import { type SecretReading, seesProtected } from './secret-reading.ts';

/** What was received: what waits for an answer first, by its day, then the rest, the latest first. It belongs to the authority as a whole. */
export async function listReceived(
  r: Reader<'release.answer'>,
  { limit = 50, offset = 0 }: { readonly limit?: number; readonly offset?: number } = {},
  reading?: SecretReading,
): Promise<readonly ListedReceived[]> {
  requireWhole(r);
  let query = received(r).select([...listColumns]);
  if (!seesProtected(r, reading)) query = query.where('received.protected', '=', false);
  const rows = await query
    .orderBy((eb) => eb.case().when('received.state', '=', 'open').then(0).else(1).end())
    .orderBy(
      (eb) => eb.case().when('received.state', '=', 'open').then(eb.ref('received.due_on')).end(),
      (order) => order.asc().nullsLast(),
    )
    .orderBy('received.received_at', 'desc')
    .orderBy('received.id')
    .limit(Math.min(limit, 200))
    .offset(offset)
    .execute();
  return rows.map(toListed);
}

/** One thing that was received. Throws `record.notFound`, also for what is protected and not to be seen. */
export async function getReceived(
  r: Reader<'release.answer'>,
  id: Id<'receivedRelease'>,
  reading?: SecretReading,
): Promise<ReceivedRelease> {
  requireWhole(r);
  const row = isId(id)
    ? await received(r)
        .selectAll('received')
        .select('body.name as giver_name')
        .where('received.id', '=', id)
        .executeTakeFirst()
    : undefined;
  if (!row || (row.protected && !seesProtected(r, reading))) throw new AppError('record.notFound');
  const answers = await r.db
    .selectFrom('release_answer')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('received_release_id', '=', row.id)
    .orderBy('answered_at')
    .execute();
  return {
    ...toListed(row),
    snapshot: row.content as Snapshot,
    contentHash: row.content_hash,
    protected: row.protected,
    ground: row.ground as ReleaseGround,
    provision: row.provision,
    note: row.note,
    releasedAt: row.released_at,
    releasedBy: row.released_by,
    readBy: row.read_by,
    recalledAt: row.recalled_at,
    recallReason: row.recall_reason,
    answers: answers.map((one) => ({
      id: one.id,
      answeredAt: one.answered_at,
      answeredBy: one.answered_by,
      values: one.content as AnswerValues,
    })),
  };
}

/** What was received is the authority's, not a body's: a role held on one body opens none of it. */
export function requireWhole(r: Pick<Reader, 'auth'>): void {
  if (r.auth.bodies !== 'all') throw new AppError('access.denied');
}

const listColumns = [
  'received.id',
  'received.version',
  'received.title',
  'received.giver_body_id',
  'body.name as giver_name',
  'received.ask',
  'received.due_on',
  'received.received_at',
  'received.state',
  'received.read_at',
] as const;

function received(r: Reader) {
  return r.db
    .selectFrom('received_release as received')
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'received.tenant_id').onRef('body.id', '=', 'received.giver_body_id'),
    )
    .where('received.tenant_id', '=', r.tenantId);
}

type Row = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly giver_body_id: string;
  readonly giver_name: string;
  readonly ask: unknown;
  readonly due_on: string | null;
  readonly received_at: Date;
  readonly state: string;
  readonly read_at: Date | null;
};

function toListed(row: Row): ListedReceived {
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    giver: { id: row.giver_body_id, name: row.giver_name },
    ask: row.ask as Ask | null,
    dueOn: row.due_on,
    receivedAt: row.received_at,
    state: row.state as ReceivedState,
    readAt: row.read_at,
  };
}
