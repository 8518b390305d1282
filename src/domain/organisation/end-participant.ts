import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { listParticipants } from './participant-reader.ts';

export type EndParticipant = {
  readonly bodyId: Id<'body'>;
  readonly rowId: Id<'bodyParticipant'>;
  readonly lastDay: CivilDate;
  readonly expectedVersion: number;
};

/** Records the last day on which an authority takes part. It stays in the register, because minutes of its time were announced on its board. */
export async function endParticipant(w: Writer<'organisation.edit'>, input: EndParticipant): Promise<void> {
  requireBody(w.auth, input.bodyId);
  await lockRow(w, 'body', input.bodyId);
  const found = (await listParticipants(w, input.bodyId)).find(({ id }) => id === input.rowId);
  if (!found) throw new AppError('record.notFound');
  const before = expectVersion(found, input.expectedVersion, input);
  if (before.validFrom && input.lastDay < before.validFrom)
    refuseProblems([{ path: 'lastDay', key: 'organisation.endsBeforeStart' }]);
  await w.db
    .updateTable('body_participant')
    .set({ valid_to: input.lastDay, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', input.rowId)
    .execute();
  await w.log({ noun: 'body', recordId: input.bodyId, summary: 'participantEnds', before, after: input });
}
