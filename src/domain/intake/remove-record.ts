import { AppError } from '../../kernel/errors.ts';
import { joinTexts } from '../../kernel/fill-text.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import { removeAssignmentParty, unlinkAssignments } from '../assignments/index.ts';
import { unlinkItemFromAssignment } from '../meetings/index.ts';
import { isPlannedActivityInUse, removeEmptyImportedDays } from '../plans/index.ts';
import type { RecordRef } from './proposal.ts';
import { type Dependent, dependentNames, neverRemoved, removable } from './removable-records.ts';

/** Takes away a record that a confirmation made. Throws `intake.inUse` with what builds on it, when anything does. */
export async function removeRecord(w: Writer<'intake.confirm'>, { noun, id }: RecordRef): Promise<void> {
  if (noun in neverRemoved) throw new AppError('intake.inUse', { dependents: neverRemoved[noun]! });
  const [first, second, third] = id.split(' ');
  if (noun === 'assignmentLink')
    return await unlinkAssignments(w, { fromId: first!, toId: second!, kind: 'predecessor' });
  if (noun === 'itemLink') return await unlinkItemFromAssignment(w, { itemId: first!, assignmentId: second! });
  if (noun === 'assignmentParty')
    return await removeAssignmentParty(w, { assignmentId: first!, bodyId: second!, role: third as 'monitor' });
  const entry = removable[noun];
  if (!entry) return;
  const plan = noun === 'plannedActivity' ? await planOfUnusedSlot(w, id) : undefined;
  await refuseInUse(w, id, [
    ...(noun === 'budgetInput' ? await dependentsBesideFirst(w, id) : entry.dependents),
    { table: 'connection', column: 'from_id', name: 'connections' },
    { table: 'connection', column: 'to_id', name: 'connections' },
  ]);
  await w.db
    .deleteFrom('source_passage')
    .where('tenant_id', '=', w.tenantId)
    .where('noun', '=', noun)
    .where('record_id', '=', id)
    .execute();
  await w.db
    .deleteFrom(entry.table)
    .where('tenant_id', '=', w.tenantId)
    .where('id' as never, '=', id as never)
    .execute();
  await w.log({ noun, recordId: id, summary: 'taken away with its confirmation' });
  if (plan) await removeEmptyImportedDays(w, plan);
}

/** The plan of a slot whose items nobody has worked on; what an import read may be taken back only as long as it is only that. */
async function planOfUnusedSlot(w: Writer<'intake.confirm'>, id: string): Promise<string> {
  if (await isPlannedActivityInUse(w, id))
    throw new AppError('intake.inUse', { dependents: dependentNames.plannedItems });
  return (await getRow(w, 'planned_activity', id)).activity_plan_id;
}

async function refuseInUse(w: Writer<'intake.confirm'>, id: string, dependents: readonly Dependent[]): Promise<void> {
  const found = new Set<Localized>();
  for (const { table, column, name } of dependents) {
    const row = await w.db
      .selectFrom(table)
      .select('tenant_id')
      .where('tenant_id', '=', w.tenantId)
      .where(column as never, '=', id as never)
      .executeTakeFirst();
    if (row) found.add(dependentNames[name]);
  }
  if (found.size > 0) throw new AppError('intake.inUse', { dependents: joinTexts([...found], ', ') });
}

/** An input is recorded with its first point: that one goes with it, further ones hold it back. */
async function dependentsBesideFirst(w: Writer<'intake.confirm'>, inputId: string): Promise<readonly Dependent[]> {
  const { count } = await w.db
    .selectFrom('budget_input_point')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('tenant_id', '=', w.tenantId)
    .where('budget_input_id', '=', inputId)
    .executeTakeFirstOrThrow();
  return Number(count) > 1 ? removable.budgetInput!.dependents : [];
}
