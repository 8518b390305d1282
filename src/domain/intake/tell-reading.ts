import type { Id } from '../../kernel/id.ts';
import type { Database } from '../../storage/database.ts';
import type { DecidedMany } from './decide-many.ts';
import { percentOf, type ReadingProgress } from './reading-progress.ts';

/** Milliseconds between two notes of how far a work is: as often as a page that waits asks again. */
const tellEvery = 1_000;

/** Where the progress of a work goes. `finish` waits until the last note is written, so that it does not come after the end. */
export type Telling<Progress> = { readonly tell: (progress: Progress) => void; readonly finish: () => Promise<void> };

/** Writes down how far the reading of a file is. */
export function tellReading(db: Database, tenantId: Id<'tenant'>, fileId: Id<'intakeFile'>): Telling<ReadingProgress> {
  return telling((progress) =>
    db.system('tellReading', (system) =>
      system
        .updateTable('intake_file')
        .set({ progress: percentOf(progress), reading: JSON.stringify(progress) })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', fileId)
        .where('state', '=', 'reading')
        .execute(),
    ),
  );
}

/** Writes down how far a decision on many proposals is. */
export function tellMany(db: Database, tenantId: Id<'tenant'>, fileId: Id<'intakeFile'>): Telling<DecidedMany> {
  return telling((many) =>
    db.system('tellReading', (system) =>
      system
        .updateTable('intake_file')
        .set({ many: JSON.stringify(many) })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', fileId)
        .execute(),
    ),
  );
}

/**
 * Notes at most once a second and beside the work, which waits for nothing. It is no act of a person and changes no record, so that it goes past
 * the log; a note that fails is left out, because the next one says more.
 */
function telling<Progress>(write: (progress: Progress) => Promise<unknown>): Telling<Progress> {
  let last = Number.NEGATIVE_INFINITY;
  let writing: Promise<unknown> | undefined;
  return {
    tell: (progress) => {
      if (writing || performance.now() - last < tellEvery) return;
      last = performance.now();
      writing = write(progress)
        .catch(() => {})
        .then(() => {
          writing = undefined;
        });
    },
    finish: async () => {
      await writing;
    },
  };
}
