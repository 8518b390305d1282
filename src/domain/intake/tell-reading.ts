import type { Id } from '../../kernel/id.ts';
import type { Database } from '../../storage/database.ts';
import { percentOf, type ReadingProgress } from './reading-progress.ts';

/** Milliseconds between two notes of how far a reading is: as often as a page that waits asks again. */
const tellEvery = 1_000;

/**
 * Writes down how far a reading is, at most once a second and beside the reading, which waits for nothing. It is no act of a person and changes
 * no record, so that it goes past the log; a note that fails is left out, because the next one says more.
 */
export function tellReading(
  db: Database,
  tenantId: Id<'tenant'>,
  fileId: Id<'intakeFile'>,
): { readonly tell: (progress: ReadingProgress) => void; readonly finish: () => Promise<void> } {
  let last = Number.NEGATIVE_INFINITY;
  let writing: Promise<unknown> | undefined;
  const write = (progress: ReadingProgress) =>
    db
      .system('tellReading', (system) =>
        system
          .updateTable('intake_file')
          .set({ progress: percentOf(progress), reading: JSON.stringify(progress) })
          .where('tenant_id', '=', tenantId)
          .where('id', '=', fileId)
          .where('state', '=', 'reading')
          .execute(),
      )
      .catch(() => {});
  return {
    tell: (progress) => {
      if (writing || performance.now() - last < tellEvery) return;
      last = performance.now();
      writing = write(progress).then(() => {
        writing = undefined;
      });
    },
    finish: async () => {
      await writing;
    },
  };
}
