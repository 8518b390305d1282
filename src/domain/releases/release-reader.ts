import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { AnswerValues } from './ask-answers.ts';
import type { Ask } from './ask-kinds.ts';
import {
  type ListedRelease,
  type Release,
  type ReleaseAudience,
  type ReleaseEvent,
  type ReleaseEventKind,
  type ReleaseReceiver,
  standingOf,
} from './release.ts';
import type { ReleaseGround } from './release-grounds.ts';
import { requireRecord } from './release-record.ts';
import type { Snapshot } from './released-content.ts';
import { type SecretReading, seesProtected } from './secret-reading.ts';

export type ReleaseFilter = {
  readonly receiverId?: Id<'body'>;
  readonly recordId?: string;
  readonly from?: CivilDate;
  readonly to?: CivilDate;
  readonly limit?: number;
  readonly offset?: number;
};

/** The release log, the latest first: of the bodies that the proof covers, and what is protected only for those who may read it. */
export async function listReleases(
  r: Reader<'release.make'>,
  filter: ReleaseFilter = {},
  reading?: SecretReading,
): Promise<readonly ListedRelease[]> {
  const { bodies } = r.auth;
  if (bodies.length === 0) return [];
  let query = releases(r).select([...listColumns]);
  if (bodies !== 'all') query = query.where('release.body_id', 'in', bodies);
  if (!seesProtected(r, reading)) query = query.where('release.protected', '=', false);
  if (filter.recordId) query = query.where('release.record_id', '=', filter.recordId);
  const { receiverId, from, to } = filter;
  if (receiverId)
    query = query.where('release.id', 'in', (eb) =>
      eb
        .selectFrom('release_receiver')
        .select('release_id')
        .where('tenant_id', '=', r.tenantId)
        .where('body_id', '=', receiverId),
    );
  if (from) query = query.where('release.released_at', '>=', new Date(`${from}T00:00:00Z`));
  if (to) query = query.where('release.released_at', '<', new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000));
  const rows = await query
    .orderBy('release.released_at', 'desc')
    .orderBy('release.id')
    .limit(Math.min(filter.limit ?? 50, 5_000))
    .offset(filter.offset ?? 0)
    .execute();
  const receivers = await receiversOf(
    r,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => toListed(row, receivers.get(row.id) ?? []));
}

/** What of a record has been let out, for the page of the record itself. Says nothing of what is protected. */
export async function releasesOfRecord(r: Reader, recordId: string): Promise<readonly ListedRelease[]> {
  const rows = await releases(r)
    .select([...listColumns])
    .where('release.record_id', '=', recordId)
    .where('release.protected', '=', false)
    .orderBy('release.released_at', 'desc')
    .limit(50)
    .execute();
  const receivers = await receiversOf(
    r,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => toListed(row, receivers.get(row.id) ?? []));
}

/** One release as it left, with what became of it at each receiver. Throws `record.notFound`, also for what is protected and not to be seen. */
export async function getRelease(
  r: Reader<'release.make'>,
  id: Id<'release'>,
  reading?: SecretReading,
): Promise<Release> {
  const row = isId(id)
    ? await releases(r)
        .select([...listColumns, 'release.content', 'release.content_hash', 'release.assessment', 'release.note'])
        .where('release.id', '=', id)
        .executeTakeFirst()
    : undefined;
  if (!row || (row.protected && !seesProtected(r, reading))) throw new AppError('record.notFound');
  requireRecord(r.auth, row.body_id);
  const receivers = await receiversOf(r, [row.id]);
  return {
    ...toListed(row, receivers.get(row.id) ?? []),
    snapshot: row.content as Snapshot,
    contentHash: row.content_hash,
    assessment: row.assessment,
    note: row.note,
  };
}

const listColumns = [
  'release.id',
  'release.noun',
  'release.record_id',
  'release.title',
  'release.body_id',
  'release.protected',
  'release.ground',
  'release.provision',
  'release.released_at',
  'release.released_by',
  'release.ask',
] as const;

function releases(r: Reader) {
  return r.db.selectFrom('release').where('release.tenant_id', '=', r.tenantId);
}

type Row = {
  readonly id: string;
  readonly noun: string;
  readonly record_id: string;
  readonly title: string;
  readonly body_id: string | null;
  readonly protected: boolean;
  readonly ground: string;
  readonly provision: string | null;
  readonly released_at: Date;
  readonly released_by: string;
  readonly ask: unknown;
};

function toListed(row: Row, receivers: readonly ReleaseReceiver[]): ListedRelease {
  return {
    id: row.id,
    noun: row.noun as Snapshot['noun'],
    recordId: row.record_id,
    title: row.title,
    bodyId: row.body_id,
    protected: row.protected,
    ground: row.ground as ReleaseGround,
    provision: row.provision,
    releasedAt: row.released_at,
    releasedBy: row.released_by,
    ask: row.ask as Ask | null,
    receivers,
  };
}

/** The receivers of some releases with what happened at each: three queries, however many releases. */
async function receiversOf(
  r: Reader,
  ids: readonly Id<'release'>[],
): Promise<ReadonlyMap<string, readonly ReleaseReceiver[]>> {
  if (ids.length === 0) return new Map();
  const rows = await r.db
    .selectFrom('release_receiver as receiver')
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'receiver.tenant_id').onRef('body.id', '=', 'receiver.body_id'),
    )
    .leftJoin('principal', (join) =>
      join.onRef('principal.tenant_id', '=', 'receiver.tenant_id').onRef('principal.body_id', '=', 'receiver.body_id'),
    )
    .select(['receiver.release_id', 'receiver.body_id', 'receiver.audience', 'body.name', 'principal.authority_id'])
    .where('receiver.tenant_id', '=', r.tenantId)
    .where('receiver.release_id', 'in', ids)
    .orderBy('body.name')
    .execute();
  const of = (row: { readonly release_id: string; readonly body_id: string }) => `${row.release_id} ${row.body_id}`;
  const events = await r.db
    .selectFrom('release_event')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('release_id', 'in', ids)
    .orderBy('at')
    .execute();
  const answers = await r.db
    .selectFrom('received_answer')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('release_id', 'in', ids)
    .orderBy('answered_at')
    .execute();
  const eventsBy = Map.groupBy(events, of);
  const answersBy = Map.groupBy(answers, of);
  const receivers = rows.map((row) => {
    const happened = (eventsBy.get(of(row)) ?? []).map(
      (event): ReleaseEvent => ({
        kind: event.kind as ReleaseEventKind,
        at: event.at,
        by: event.by_name,
        reason: event.reason,
      }),
    );
    const answered = (answersBy.get(of(row)) ?? []).map((answer) => ({
      id: answer.id,
      answeredAt: answer.answered_at,
      answeredBy: answer.answered_by,
      values: answer.content as AnswerValues,
    }));
    const audience = row.audience as ReleaseAudience;
    const tied = audience === 'guests' || row.authority_id !== null;
    return {
      releaseId: row.release_id,
      bodyId: row.body_id,
      name: row.name,
      audience,
      standing: standingOf({ audience, tied, events: happened, answered: answered.length > 0 }),
      events: happened,
      answers: answered,
    };
  });
  return Map.groupBy(receivers, ({ releaseId }) => releaseId);
}
