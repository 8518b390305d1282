import { AppError } from '../../kernel/errors.ts';
import type { Writer } from '../../storage/database.ts';
import { removeAssignmentParty, unlinkAssignments } from '../assignments/index.ts';
import { unlinkItemFromAssignment } from '../meetings/index.ts';
import type { RecordRef } from './proposal.ts';

type Table =
  | 'agenda_item'
  | 'agenda_item_assignment'
  | 'assessment'
  | 'assignment'
  | 'assignment_goal'
  | 'assignment_link'
  | 'assignment_position'
  | 'body_alias'
  | 'budget_input'
  | 'budget_input_point'
  | 'decision'
  | 'decision_assignment'
  | 'evidence'
  | 'goal'
  | 'meeting'
  | 'report_entry'
  | 'seat';

/** One way in which another record can build on one: its table, the column that points, and what it is called in the answer to the person. */
type Dependent = { readonly table: Table; readonly column: string; readonly label: string };

/**
 * The records that an undone confirmation takes away, and what may not build on them. A noun that is not here stays: bodies, people, matters, plans and
 * periods are named by others and harm nobody; reports and assessments are final and are refused by `neverRemoved`.
 */
const removable: Readonly<Record<string, { readonly table: Table; readonly dependents: readonly Dependent[] }>> = {
  assignment: {
    table: 'assignment',
    dependents: [
      { table: 'agenda_item_assignment', column: 'assignment_id', label: 'ärendepunkter' },
      { table: 'decision_assignment', column: 'assignment_id', label: 'beslut' },
      { table: 'assessment', column: 'assignment_id', label: 'lägesbilder' },
      { table: 'assignment_position', column: 'assignment_id', label: 'ställningstaganden' },
      { table: 'report_entry', column: 'assignment_id', label: 'återrapporteringar' },
      { table: 'assignment_goal', column: 'assignment_id', label: 'kopplade mål' },
      { table: 'assignment_link', column: 'from_id', label: 'kopplade uppdrag' },
      { table: 'assignment_link', column: 'to_id', label: 'kopplade uppdrag' },
      { table: 'budget_input_point', column: 'taken_up_by_assignment_id', label: 'inspel' },
    ],
  },
  meeting: { table: 'meeting', dependents: [{ table: 'agenda_item', column: 'meeting_id', label: 'ärendepunkter' }] },
  agendaItem: {
    table: 'agenda_item',
    dependents: [
      { table: 'decision', column: 'agenda_item_id', label: 'beslut' },
      { table: 'agenda_item_assignment', column: 'agenda_item_id', label: 'kopplade uppdrag' },
      { table: 'evidence', column: 'source_id', label: 'belägg i återrapporteringar' },
    ],
  },
  decision: {
    table: 'decision',
    dependents: [{ table: 'evidence', column: 'source_id', label: 'belägg i återrapporteringar' }],
  },
  goal: { table: 'goal', dependents: [{ table: 'assignment_goal', column: 'goal_id', label: 'kopplade uppdrag' }] },
  bodyAlias: { table: 'body_alias', dependents: [] },
  seat: { table: 'seat', dependents: [] },
  budgetInput: {
    table: 'budget_input',
    dependents: [{ table: 'budget_input_point', column: 'budget_input_id', label: 'andra punkter i inspelet' }],
  },
  budgetInputPoint: { table: 'budget_input_point', dependents: [] },
};

/** Records whose every version is kept: a confirmation that made one is corrected where the record is, not undone. */
const neverRemoved: Readonly<Record<string, string>> = {
  report: 'återrapporteringen som svaret står i',
  assessment: 'lägesbilden, vars alla versioner bevaras',
  assignmentPosition: 'ställningstagandet i återrapporteringen',
};

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
  await refuseInUse(w, id, noun === 'budgetInput' ? await dependentsBesideFirst(w, id) : entry.dependents);
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
}

async function refuseInUse(w: Writer<'intake.confirm'>, id: string, dependents: readonly Dependent[]): Promise<void> {
  const found: string[] = [];
  for (const { table, column, label } of dependents) {
    const row = await w.db
      .selectFrom(table)
      .select('tenant_id')
      .where('tenant_id', '=', w.tenantId)
      .where(column as never, '=', id as never)
      .executeTakeFirst();
    if (row && !found.includes(label)) found.push(label);
  }
  if (found.length > 0) throw new AppError('intake.inUse', { dependents: found.join(', ') });
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
