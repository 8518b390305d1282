import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import type { ReleaseEventKind } from './release.ts';

/** Adds what happened to a release at a receiver. The log of the verb is written by whoever calls it. */
export async function noteEvent(
  w: Writer,
  event: {
    readonly releaseId: Id<'release'>;
    readonly bodyId: Id<'body'>;
    readonly kind: ReleaseEventKind;
    readonly by: string;
    readonly at?: Date;
    readonly reason?: string;
  },
): Promise<void> {
  await w.db
    .insertInto('release_event')
    .values({
      tenant_id: w.tenantId,
      id: w.runtime.newId(),
      release_id: event.releaseId,
      body_id: event.bodyId,
      kind: event.kind,
      at: event.at ?? w.runtime.now(),
      by_name: event.by,
      reason: event.reason ?? null,
    })
    .execute();
}

/** Whether something has happened to a release at a receiver. */
export async function hasHappened(
  w: Writer,
  releaseId: Id<'release'>,
  bodyId: Id<'body'>,
  kind: ReleaseEventKind,
): Promise<boolean> {
  const found = await w.db
    .selectFrom('release_event')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('release_id', '=', releaseId)
    .where('body_id', '=', bodyId)
    .where('kind', '=', kind)
    .limit(1)
    .execute();
  return found.length > 0;
}
