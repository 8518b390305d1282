import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { type GuestRelease, getForGuest } from './guest-reader.ts';
import { hasHappened, noteEvent } from './note-event.ts';
import type { Snapshot } from './released-content.ts';

/** Opens a release for a guest, and notes in the release log who read it when: once for all the guests of a group, and each time in the log. */
export async function readAsGuest(
  w: Writer<'release.readAsGuest'>,
  id: Id<'release'>,
): Promise<GuestRelease & { readonly snapshot: Snapshot }> {
  const found = await getForGuest(w, id);
  if (!(await hasHappened(w, found.id, found.group.id, 'read')))
    await noteEvent(w, { releaseId: found.id, bodyId: found.group.id, kind: 'read', by: w.auth.actorName });
  await w.log({ noun: 'release', recordId: found.id, summary: 'readByGuest', after: { bodyId: found.group.id } });
  return found;
}
