import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { type MeasureMove, needsReason } from './measure-transitions.ts';
import { lockMeasure } from './measure-writer.ts';

/** Takes a measure to another state by the table, with the reason where the table asks for one. */
export async function moveMeasure(
  w: Writer<'plan.edit' | 'assessment.write'>,
  input: {
    readonly measureId: Id<'measure'>;
    readonly expectedVersion: number;
    readonly move: MeasureMove;
    readonly reason?: string;
  },
): Promise<void> {
  const before = await lockMeasure(w, input.measureId, input.move);
  expectVersion(before, input.expectedVersion, { move: input.move, reason: input.reason });
  const reason = input.reason?.trim() || null;
  if (needsReason(input.move) && reason === null) refuseProblems([{ path: 'reason', key: 'measures.reason' }]);
  const row = { state: before.nextState, state_reason: reason };
  await w.db
    .updateTable('measure')
    .set({ ...row, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({
    noun: 'measure',
    recordId: before.id,
    before: { state: before.state, state_reason: before.state_reason },
    after: row,
  });
}
