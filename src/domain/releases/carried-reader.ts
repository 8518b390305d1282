import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { Ask } from './ask-kinds.ts';

/** A release on its way to one receiver: everything of it that the receiver gets, and nothing else. */
export type Outgoing = {
  readonly releaseId: Id<'release'>;
  readonly bodyId: Id<'body'>;
  readonly authorityId: Id<'tenant'>;
  readonly title: string;
  readonly content: unknown;
  readonly contentHash: string;
  readonly protected: boolean;
  readonly ground: string;
  readonly provision: string | null;
  readonly note: string | null;
  readonly ask: Ask | null;
  readonly dueOn: CivilDate | null;
  readonly releasedAt: Date;
  readonly releasedBy: string;
};

/** What is to be carried to one receiver; undefined when the receiver is tied to no authority or the release was recalled before it left. */
export async function outgoing(r: Reader, releaseId: Id<'release'>, bodyId: Id<'body'>): Promise<Outgoing | undefined> {
  const row = await waitingFor(r)
    .selectAll('release')
    .select('principal.authority_id')
    .where('release.id', '=', releaseId)
    .where('receiver.body_id', '=', bodyId)
    .executeTakeFirst();
  if (!row) return undefined;
  const ask = row.ask as Ask | null;
  return {
    releaseId,
    bodyId,
    authorityId: row.authority_id,
    title: row.title,
    content: row.content,
    contentHash: row.content_hash,
    protected: row.protected,
    ground: row.ground,
    provision: row.provision,
    note: row.note,
    ask,
    dueOn: ask?.dueOn ?? null,
    releasedAt: row.released_at,
    releasedBy: row.released_by,
  };
}

/** The releases to an authority that have never arrived. */
export async function undelivered(
  r: Reader,
  authorityId: Id<'tenant'>,
): Promise<readonly { readonly releaseId: Id<'release'>; readonly bodyId: Id<'body'> }[]> {
  const rows = await waitingFor(r)
    .select(['release.id', 'receiver.body_id'])
    .where('principal.authority_id', '=', authorityId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('release_event as event')
            .select('event.id')
            .whereRef('event.tenant_id', '=', 'receiver.tenant_id')
            .whereRef('event.release_id', '=', 'receiver.release_id')
            .whereRef('event.body_id', '=', 'receiver.body_id')
            .where('event.kind', '=', 'delivered'),
        ),
      ),
    )
    .orderBy('release.released_at')
    .execute();
  return rows.map((row) => ({ releaseId: row.id, bodyId: row.body_id }));
}

function waitingFor(r: Reader) {
  return r.db
    .selectFrom('release')
    .innerJoin('release_receiver as receiver', (join) =>
      join.onRef('receiver.tenant_id', '=', 'release.tenant_id').onRef('receiver.release_id', '=', 'release.id'),
    )
    .innerJoin('principal', (join) =>
      join.onRef('principal.tenant_id', '=', 'receiver.tenant_id').onRef('principal.body_id', '=', 'receiver.body_id'),
    )
    .where('release.tenant_id', '=', r.tenantId)
    .where('receiver.audience', '=', 'principal')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('release_event as event')
            .select('event.id')
            .whereRef('event.tenant_id', '=', 'receiver.tenant_id')
            .whereRef('event.release_id', '=', 'receiver.release_id')
            .whereRef('event.body_id', '=', 'receiver.body_id')
            .where('event.kind', '=', 'recalled'),
        ),
      ),
    );
}

/** What the giver is told of what it let us have: where it came from, and who read it when. */
export async function receivedToTell(r: Reader, receivedId: Id<'receivedRelease'>) {
  const row = await r.db
    .selectFrom('received_release')
    .select(['giver_authority_id', 'giver_release_id', 'addressed_body_id', 'read_at', 'read_by'])
    .where('tenant_id', '=', r.tenantId)
    .where('id', '=', receivedId)
    .executeTakeFirst();
  return (
    row && {
      giverAuthorityId: row.giver_authority_id as Id<'tenant'>,
      giverReleaseId: row.giver_release_id as Id<'release'>,
      addressedBodyId: row.addressed_body_id as Id<'body'>,
      readAt: row.read_at,
      readBy: row.read_by,
    }
  );
}

/** An answer that is to be carried back, with where it goes. */
export async function answerToCarry(r: Reader, answerId: Id<'releaseAnswer'>) {
  return await r.db
    .selectFrom('release_answer as answer')
    .innerJoin('received_release as received', (join) =>
      join.onRef('received.tenant_id', '=', 'answer.tenant_id').onRef('received.id', '=', 'answer.received_release_id'),
    )
    .select(['answer.id', 'answer.content', 'answer.answered_at', 'answer.answered_by'])
    .select(['received.giver_authority_id', 'received.giver_release_id', 'received.addressed_body_id'])
    .where('answer.tenant_id', '=', r.tenantId)
    .where('answer.id', '=', answerId)
    .executeTakeFirst();
}
