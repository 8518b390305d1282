import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';

/** The topic of the outbox under which releases, answers and news of them go from one authority of the installation to another. */
export const releaseTopic = 'release.carry';

/**
 * What is to be carried. An errand names records of the authority that posted it, never content: the carrier reads that as the giver and writes it as
 * the receiver, each within its own wall.
 */
export type ReleaseErrand =
  | { readonly errand: 'deliver'; readonly releaseId: Id<'release'>; readonly bodyId: Id<'body'> }
  | { readonly errand: 'recall'; readonly releaseId: Id<'release'>; readonly bodyId: Id<'body'> }
  | { readonly errand: 'read'; readonly receivedId: Id<'receivedRelease'> }
  | { readonly errand: 'answer'; readonly answerId: Id<'releaseAnswer'> }
  | { readonly errand: 'tied'; readonly authorityId: Id<'tenant'> };

/** Lays an errand in the outbox; it leaves after the commit, at least once. */
export async function postErrand(w: Writer, errand: ReleaseErrand): Promise<void> {
  await w.post(releaseTopic, { ...errand });
}
