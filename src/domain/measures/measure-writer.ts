import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { requireBody } from '../access/index.ts';
import { type MeasureAction, type MeasureState, measureStateAfter } from './measure-transitions.ts';

/**
 * Reads a measure for change: checks that the actor may act for the body whose plan it stands in or for the one that carries it out, and that the
 * action is possible in its state. Every verb on a measure comes through here.
 */
export async function lockMeasure(w: Writer, id: Id<'measure'>, action: MeasureAction) {
  const row = await lockRow(w, 'measure', id);
  const plan = await getRow(w, 'measure_plan', row.measure_plan_id);
  requireEither(w, plan.body_id, row.responsible_body_id);
  return { ...row, year: plan.year, nextState: measureStateAfter(row.state as MeasureState, action) };
}

/** A role held on the body that owns the plan suffices, and so does one on the body that carries the measure out. */
function requireEither(w: Writer, ownerId: string, responsibleId: string): void {
  try {
    requireBody(w.auth, responsibleId);
  } catch {
    requireBody(w.auth, ownerId);
  }
}
