import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { afterFileAction } from './file-transitions.ts';
import { readFileTask } from './hand-in.ts';
import { getIntakeFile } from './intake-reader.ts';

/** Queues the reading of a file again after it failed: a later version of the product may read what an earlier one could not. */
export async function readAgain(w: Writer<'intake.handIn'>, fileId: Id<'intakeFile'>): Promise<void> {
  const { state, version } = await getIntakeFile(w, fileId);
  const { numUpdatedRows } = await w.db
    .updateTable('intake_file')
    .set({
      state: afterFileAction(state, 'retry'),
      error_code: null,
      error_values: '{}',
      progress: 0,
      reading: '{}',
      version: version + 1,
    })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', fileId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new AppError('record.changedMeanwhile');
  await w.addJob(readFileTask, { fileId }, `${readFileTask}:${fileId}`);
  await w.log({ noun: 'intakeFile', recordId: fileId, summary: 'to be read again' });
}
