import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { lockItemScene, logItem } from './item-scene.ts';
import { writeOutcome } from './proceedings-writer.ts';

/**
 * Puts on record that the body declares a § adjusted at once, before the rest of the minutes (R-KL-54): often it is said when the item has already
 * been decided. An item that came to no end, or was not dealt with, has nothing to adjust.
 */
export async function declareImmediateAdjustment(
  w: Writer<'meeting.conduct'>,
  input: { readonly itemId: Id<'agendaItem'>; readonly expectedVersion: number },
): Promise<void> {
  const { proceedings } = await lockItemScene(w, input.itemId);
  const before = expectVersion(proceedings.outcome, input.expectedVersion);
  const lacks = before.outcome === null || before.outcome === 'notTreated';
  refuseProblems(lacks ? [{ path: 'immediatelyAdjusted', key: 'proceedings.nothingToAdjust' }] : []);
  await writeOutcome(w, before, { immediately_adjusted: true });
  await logItem(w, input.itemId, 'outcome', { before, after: { immediatelyAdjusted: true } });
}
