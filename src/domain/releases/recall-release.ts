import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { noteEvent } from './note-event.ts';
import { postErrand } from './release-errand.ts';
import { getRelease } from './release-reader.ts';
import type { SecretReading } from './secret-reading.ts';

export type RecallRelease = {
  readonly releaseId: Id<'release'>;
  readonly reason: string;
  readonly reading?: SecretReading;
};

/**
 * Takes a release back from all its receivers. What was read stays known and what was received stays in their registers, marked at both ends; what has
 * not yet left does not leave, and nothing more is asked.
 */
export async function recallRelease(w: Writer<'release.make'>, input: RecallRelease): Promise<void> {
  const release = await getRelease(w, input.releaseId, input.reading);
  const reason = input.reason.trim();
  const left = release.receivers.filter(({ standing }) => standing !== 'recalled');
  refuseProblems([
    ...(reason ? [] : [{ path: 'reason', key: 'validation.required' }]),
    ...(left.length > 0 ? [] : [{ path: 'reason', key: 'release.alreadyRecalled' }]),
  ]);
  for (const { bodyId, audience } of left) {
    await noteEvent(w, { releaseId: release.id, bodyId, kind: 'recalled', by: w.auth.actorName, reason });
    if (audience === 'principal') await postErrand(w, { errand: 'recall', releaseId: release.id, bodyId });
  }
  await w.log({
    noun: 'release',
    recordId: release.id,
    summary: 'recall',
    after: { reason, from: left.map(({ bodyId }) => bodyId) },
  });
}
