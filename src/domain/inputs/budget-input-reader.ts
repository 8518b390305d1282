import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { BudgetInput } from './budget-input.ts';

export type BudgetInputFilter = {
  readonly bodyId?: Id<'body'>;
  readonly forYear?: number;
  readonly id?: Id<'budgetInput'>;
  /** Inputs with a point that one of these assignments took up: where they came from. */
  readonly takenUpBy?: readonly Id<'assignment'>[];
};

/** The inputs that fit a filter, newest year first, with their points in order. */
export async function listBudgetInputs(r: Reader, filter: BudgetInputFilter = {}): Promise<readonly BudgetInput[]> {
  let query = r.db
    .selectFrom('budget_input as input')
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'input.body_id').onRef('body.tenant_id', '=', 'input.tenant_id'),
    )
    .selectAll('input')
    .select('body.name as body_name')
    .where('input.tenant_id', '=', r.tenantId);
  if (filter.id !== undefined) query = query.where('input.id', '=', filter.id);
  if (filter.bodyId !== undefined) query = query.where('input.body_id', '=', filter.bodyId);
  if (filter.forYear !== undefined) query = query.where('input.for_year', '=', filter.forYear);
  const { takenUpBy } = filter;
  if (takenUpBy !== undefined)
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('budget_input_point as point')
          .select('point.id')
          .where('point.tenant_id', '=', r.tenantId)
          .whereRef('point.budget_input_id', '=', 'input.id')
          .where((inner) => inner('point.taken_up_by_assignment_id', '=', inner.fn.any(inner.val([...takenUpBy])))),
      ),
    );
  const rows = await query.orderBy('input.for_year', 'desc').orderBy('body.name').execute();
  if (rows.length === 0) return [];
  const points = await r.db
    .selectFrom('budget_input_point as point')
    .leftJoin('assignment', (join) =>
      join
        .onRef('assignment.id', '=', 'point.taken_up_by_assignment_id')
        .onRef('assignment.tenant_id', '=', 'point.tenant_id'),
    )
    .select(['point.id', 'point.budget_input_id', 'point.number', 'point.point'])
    .select([
      'assignment.id as assignment_id',
      'assignment.year',
      'assignment.number as assignment_number',
      'assignment.title',
    ])
    .where('point.tenant_id', '=', r.tenantId)
    .where(
      'point.budget_input_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('point.number')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    body: { id: row.body_id, name: row.body_name },
    forYear: row.for_year,
    datedOn: row.dated_on,
    title: row.title,
    points: points
      .filter((point) => point.budget_input_id === row.id)
      .map((point) => ({
        id: point.id,
        number: point.number,
        text: point.point,
        takenUpBy:
          point.assignment_id !== null && point.year !== null && point.title !== null
            ? { id: point.assignment_id, year: point.year, number: point.assignment_number, title: point.title }
            : null,
      })),
  }));
}

/** One input with its points. Throws `record.notFound`. */
export async function getBudgetInput(r: Reader, id: Id<'budgetInput'>): Promise<BudgetInput> {
  const [input] = await listBudgetInputs(r, { id });
  if (!input) throw new AppError('record.notFound');
  return input;
}
