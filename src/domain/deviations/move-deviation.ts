import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { type DeviationMove, noteOf } from './deviation-transitions.ts';
import { addStep, lockDeviation, refusePatientData } from './deviation-writer.ts';

/** Takes a deviation to its next state by the table, with what the table asks for in words. */
export async function moveDeviation(
  w: Writer<'deviation.handle'>,
  input: {
    readonly deviationId: Id<'deviation'>;
    readonly expectedVersion: number;
    readonly move: DeviationMove;
    readonly note?: string | undefined;
    readonly acknowledged?: boolean | undefined;
  },
): Promise<void> {
  const note = input.note?.trim() ?? '';
  await refusePatientData(w, { note }, input.acknowledged);
  const before = await lockDeviation(w, input.deviationId, input.move);
  expectVersion(before, input.expectedVersion, { move: input.move });
  if (noteOf(input.move) !== null && note === '') refuseProblems([{ path: 'note', key: 'validation.required' }]);
  await setState(w, before, input.move, note);
}

/** Writes the state that a move leads to, with its step and the log. */
export async function setState(
  w: Writer<'deviation.handle' | 'release.receive'>,
  before: Awaited<ReturnType<typeof lockDeviation>>,
  move: DeviationMove,
  note: string,
  by?: string,
): Promise<void> {
  await w.db
    .updateTable('deviation')
    .set({ state: before.nextState, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await addStep(w, before.id, { action: move, state: before.nextState, note, ...(by !== undefined && { by }) });
  await w.log({
    noun: 'deviation',
    recordId: before.id,
    before: { state: before.state },
    after: { state: before.nextState, note },
  });
}
