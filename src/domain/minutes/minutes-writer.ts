import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { requireBody } from '../access/index.ts';
import { type AdjustmentAction, type AdjustmentState, adjustmentStateAfter } from './adjustment-transitions.ts';
import { type MinutesAction, type MinutesState, minutesStateAfter } from './minutes-transitions.ts';

/**
 * Reads minutes for change: checks that the actor may act for their body and that the action is possible in their state. Every verb comes through
 * here or through `lockAdjustment`, so that adjusted minutes have no other door.
 */
export async function lockMinutes(w: Writer, id: Id<'minutes'>, action: MinutesAction) {
  const row = await lockRow(w, 'minutes', id);
  requireBody(w.auth, row.body_id);
  return { ...row, nextState: minutesStateAfter(row.state as MinutesState, action) };
}

/** Reads one act of adjustment for change together with its minutes, which are locked first so that two acts of them wait for each other. */
export async function lockAdjustment(w: Writer, id: Id<'adjustment'>, action: AdjustmentAction) {
  const { minutes_id } = await getRow(w, 'adjustment', id);
  const minutes = await lockRow(w, 'minutes', minutes_id);
  requireBody(w.auth, minutes.body_id);
  const adjustment = await lockRow(w, 'adjustment', id);
  return {
    minutes,
    adjustment: { ...adjustment, nextState: adjustmentStateAfter(adjustment.state as AdjustmentState, action) },
  };
}

/** Writes the state of minutes with what changes beside it, and notes it in the log. */
export async function moveMinutes(
  w: Writer,
  before: { readonly id: string; readonly version: number; readonly state: string },
  state: MinutesState,
  changes: {
    readonly final_on?: string;
    readonly archived_on?: string;
    readonly archive?: string;
    readonly approved_in_item_id?: string;
  } = {},
): Promise<void> {
  await w.db
    .updateTable('minutes')
    .set({ state, version: before.version + 1, ...changes })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({
    noun: 'minutes',
    recordId: before.id,
    before: { state: before.state },
    after: { state, ...changes },
  });
}
