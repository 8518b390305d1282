import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { Assignment, AssignmentLink, AssignmentLinkKind, GoalLinkKind, OpenAssignmentLink } from './assignment.ts';
import { listAssignmentsById } from './assignment-reader.ts';
import { formatAssignmentRef } from './assignment-ref.ts';
import type { AssignmentState } from './assignment-transitions.ts';

/** The links of an assignment in both directions, by kind and year. */
export async function listAssignmentLinks(r: Reader, id: Id<'assignment'>): Promise<readonly AssignmentLink[]> {
  const links: AssignmentLink[] = [];
  for (const outgoing of [true, false]) {
    const [own, other] = outgoing ? (['from_id', 'to_id'] as const) : (['to_id', 'from_id'] as const);
    const rows = await r.db
      .selectFrom('assignment_link')
      .innerJoin('assignment', (join) =>
        join
          .onRef('assignment.tenant_id', '=', 'assignment_link.tenant_id')
          .onRef('assignment.id', '=', `assignment_link.${other}`),
      )
      .where('assignment_link.tenant_id', '=', r.tenantId)
      .where(`assignment_link.${own}`, '=', id)
      .select([
        'assignment_link.kind',
        'assignment_link.note',
        'assignment.id',
        'assignment.year',
        'assignment.number',
        'assignment.position',
        'assignment.title',
        'assignment.state',
      ])
      .orderBy('assignment_link.kind')
      .orderBy('assignment.year')
      .orderBy('assignment.number')
      .orderBy('assignment.position')
      .execute();
    for (const { kind, note, state, ...row } of rows)
      links.push({
        kind: kind as AssignmentLinkKind,
        outgoing,
        note,
        other: { ...row, ref: formatAssignmentRef(row), state: state as AssignmentState },
      });
  }
  return links;
}

/** Links whose other end is known by its number only: of one assignment, or all that wait for someone to say which is meant. */
export async function listOpenLinks(r: Reader, id?: Id<'assignment'>): Promise<readonly OpenAssignmentLink[]> {
  let query = r.db.selectFrom('assignment_open_link').selectAll().where('tenant_id', '=', r.tenantId);
  if (id) query = query.where('assignment_id', '=', id);
  const rows = await query.orderBy('number').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    assignmentId: row.assignment_id,
    kind: row.kind as AssignmentLinkKind,
    year: row.year,
    number: row.number,
    note: row.note,
  }));
}

/** All assignments that links of some kinds join to one, whichever way they read, itself among them; none when there is no such assignment. */
export async function assignmentsInLine(
  r: Reader,
  id: Id<'assignment'>,
  kinds: readonly AssignmentLinkKind[],
): Promise<readonly Id<'assignment'>[]> {
  if (!isId(id)) return [];
  const rows = await r.db
    // `union` leaves out who is in the line already, so that links in a ring end too.
    .withRecursive('line(id)', (db) =>
      db
        .selectFrom('assignment')
        .select('assignment.id')
        .where('assignment.tenant_id', '=', r.tenantId)
        .where('assignment.id', '=', id)
        .union(
          db
            .selectFrom('line')
            .innerJoin('assignment_link as link', (join) =>
              join.on((eb) =>
                eb.or([eb('link.from_id', '=', eb.ref('line.id')), eb('link.to_id', '=', eb.ref('line.id'))]),
              ),
            )
            .where('link.tenant_id', '=', r.tenantId)
            .where('link.kind', 'in', kinds)
            .select((eb) =>
              eb
                .case()
                .when('link.from_id', '=', eb.ref('line.id'))
                .then(eb.ref('link.to_id'))
                .else(eb.ref('link.from_id'))
                .end()
                .as('id'),
            ),
        ),
    )
    .selectFrom('line')
    .select('id')
    .execute();
  return rows.map((row) => row.id);
}

/** The same assignment through the years (ASG-22): all that are joined to it by predecessors, the oldest first, itself among them. */
export async function assignmentLineage(r: Reader, id: Id<'assignment'>): Promise<readonly Assignment[]> {
  const line = await assignmentsInLine(r, id, ['predecessor']);
  if (line.length === 0) throw new AppError('record.notFound');
  const all = await listAssignmentsById(r, line);
  return all.toSorted((a, b) => a.year - b.year || (a.number ?? 1e6) - (b.number ?? 1e6) || a.position - b.position);
}

export type AssignmentGoal = {
  readonly assignmentId: Id<'assignment'>;
  readonly goalId: Id<'goal'>;
  readonly kind: GoalLinkKind;
  readonly heading: string;
  readonly perspective: string;
  readonly goalDocumentId: Id<'goalDocument'>;
};

/** The goals an assignment is linked with. */
export async function listAssignmentGoals(r: Reader, id: Id<'assignment'>): Promise<readonly AssignmentGoal[]> {
  return await listGoalsOfAssignments(r, [id]);
}

/** The same for many assignments in one query, in the order of the goals. */
export async function listGoalsOfAssignments(
  r: Reader,
  ids: readonly Id<'assignment'>[],
): Promise<readonly AssignmentGoal[]> {
  if (ids.length === 0) return [];
  const rows = await r.db
    .selectFrom('assignment_goal')
    .innerJoin('goal', (join) =>
      join.onRef('goal.tenant_id', '=', 'assignment_goal.tenant_id').onRef('goal.id', '=', 'assignment_goal.goal_id'),
    )
    .innerJoin('perspective', (join) =>
      join.onRef('perspective.tenant_id', '=', 'goal.tenant_id').onRef('perspective.id', '=', 'goal.perspective_id'),
    )
    .where('assignment_goal.tenant_id', '=', r.tenantId)
    .where('assignment_goal.assignment_id', 'in', ids)
    .select([
      'assignment_goal.assignment_id',
      'assignment_goal.goal_id',
      'assignment_goal.kind',
      'goal.heading',
      'goal.goal_document_id',
      'perspective.name',
    ])
    .orderBy('perspective.position')
    .orderBy('goal.position')
    .execute();
  return rows.map((row) => ({
    assignmentId: row.assignment_id,
    goalId: row.goal_id,
    kind: row.kind as GoalLinkKind,
    heading: row.heading,
    perspective: row.name,
    goalDocumentId: row.goal_document_id,
  }));
}

/** How many assignments each goal has: the hook that the goal tree is drawn with. An assignment linked in two ways counts once. */
export async function countAssignmentsByGoal(r: Reader): Promise<ReadonlyMap<string, number>> {
  const rows = await r.db
    .selectFrom('assignment_goal')
    .select((eb) => ['goal_id', eb.fn.count<string>('assignment_id').distinct().as('count')])
    .where('tenant_id', '=', r.tenantId)
    .groupBy('goal_id')
    .execute();
  return new Map(rows.map((row) => [row.goal_id, Number(row.count)]));
}

/** Which of some assignments continue which, the later one first in each pair: the joints of many threads in one query. */
export async function listPredecessorPairs(
  r: Reader,
  ids: readonly Id<'assignment'>[],
): Promise<readonly (readonly [later: Id<'assignment'>, earlier: Id<'assignment'>])[]> {
  if (ids.length === 0) return [];
  const rows = await r.db
    .selectFrom('assignment_link')
    .select(['from_id', 'to_id'])
    .where('tenant_id', '=', r.tenantId)
    .where('kind', '=', 'predecessor')
    .where((eb) => eb('from_id', '=', eb.fn.any(eb.val([...ids]))))
    .execute();
  return rows.map((row) => [row.from_id, row.to_id] as const);
}
