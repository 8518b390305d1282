import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { AnswerFacts } from './answer-facts.ts';
import { inReportOrder, type PlacedByPlan, type ReportGrouping, type ReportSelection } from './report-order.ts';

/** An assignment as far as a report needs it. */
export type ReportedAssignment = AnswerFacts['assignment'] & {
  readonly year: number;
  readonly heading: string | null;
  /** Whether the body answers it as its own: it has a part in it, or chose to take it up. */
  readonly hasPart: boolean;
};

/** The same in its place in the report of a body, under the heading that its grouping gives. */
export type PlacedAssignment = ReportedAssignment &
  PlacedByPlan & { readonly groupHeading: string | null; readonly reportTo: Id<'body'> | null };

/**
 * The assignments that a body answers for in a year, in the order of its report. Unless the report is restricted to its own (ASG-36), these are each
 * in which it has a part, and those of the same plans that are directed to others, because the report says so of them ("Uppdrag 13 och 14 riktas
 * till andra beredningar"). What the report chose besides is answered as its own.
 */
export async function reportedAssignments(
  r: Reader,
  bodyId: Id<'body'>,
  year: number,
): Promise<readonly PlacedAssignment[]> {
  const order = await orderOf(r, bodyId, year);
  const own = await ownAssignments(r, bodyId, year);
  const ids = [...new Set([...own.map(({ id }) => id), ...order.chosen])];
  const plans = own.flatMap((one) => one.plan_id ?? []);
  const givers = own.flatMap((one) => (one.plan_id === null ? [one.given_by_body_id] : []));
  const rows = await r.db
    .selectFrom('assignment')
    .leftJoin('plan_objective as objective', (join) =>
      join
        .onRef('objective.id', '=', 'assignment.objective_id')
        .onRef('objective.tenant_id', '=', 'assignment.tenant_id'),
    )
    .selectAll('assignment')
    .select(['objective.number as objective_number', 'objective.objective', 'objective.perspective'])
    .where('assignment.tenant_id', '=', r.tenantId)
    .where('assignment.year', '=', year)
    .where('assignment.state', '!=', 'proposed')
    .where((eb) => {
      const wanted = eb('assignment.id', '=', eb.fn.any(eb.val(ids)));
      if (order.selection !== 'all') return wanted;
      // Two plans of a year may give assignments in the same table: those of a plan in which the body has no part are none of its business.
      const withoutPlan = eb.and([
        eb('assignment.plan_id', 'is', null),
        eb.or([
          eb('assignment.given_by_body_id', '=', eb.fn.any(eb.val(givers.filter((id) => id !== null)))),
          ...(givers.includes(null) ? [eb('assignment.given_by_body_id', 'is', null)] : []),
        ]),
      ]);
      const ofSamePlans = eb.or([eb('assignment.plan_id', '=', eb.fn.any(eb.val(plans))), withoutPlan]);
      return eb.or([wanted, eb.and([eb('assignment.number', 'is not', null), ofSamePlans])]);
    })
    .orderBy('assignment.position')
    .orderBy('assignment.number')
    .orderBy('assignment.id')
    .execute();
  const performers = await performersOf(
    r,
    rows.map(({ id }) => id),
  );
  const owned = new Set(ids);
  return inReportOrder(
    rows.map((row) => ({
      id: row.id,
      year: row.year,
      number: row.number,
      title: row.title,
      fullText: row.full_text,
      heading: row.heading,
      objective: row.objective === null ? null : [row.objective_number, row.objective].filter(Boolean).join(' '),
      perspective: row.perspective,
      recipients: (performers.get(row.id) ?? []).map(({ name }) => name),
      hasPart: owned.has(row.id),
      reportTo: row.report_to_body_id ?? row.given_by_body_id,
    })),
    order.grouping,
  );
}

/** The assignments of a year in which a body has a part, with the plan or the body that gave them. */
async function ownAssignments(r: Reader, bodyId: Id<'body'>, year: number) {
  return await r.db
    .selectFrom('assignment_party as party')
    .innerJoin('assignment', (join) =>
      join.onRef('assignment.id', '=', 'party.assignment_id').onRef('assignment.tenant_id', '=', 'party.tenant_id'),
    )
    .select(['assignment.id', 'assignment.plan_id', 'assignment.given_by_body_id'])
    .distinct()
    .where('party.tenant_id', '=', r.tenantId)
    .where('party.body_id', '=', bodyId)
    .where('assignment.year', '=', year)
    .where('assignment.state', '!=', 'proposed')
    .execute();
}

/** The names of those who perform some assignments, in their order. */
async function performersOf(r: Reader, assignmentIds: readonly string[]) {
  const rows = await r.db
    .selectFrom('assignment_party as party')
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'party.body_id').onRef('body.tenant_id', '=', 'party.tenant_id'),
    )
    .select(['party.assignment_id', 'body.name'])
    .where('party.tenant_id', '=', r.tenantId)
    .where('party.role', '=', 'performer')
    .where((eb) => eb('party.assignment_id', '=', eb.fn.any(eb.val([...assignmentIds]))))
    .orderBy('party.position')
    .execute();
  return Map.groupBy(rows, (one) => one.assignment_id);
}

/** The order that a report was given, and what was chosen besides; as the plan has it while there is none. */
async function orderOf(r: Reader, bodyId: Id<'body'>, year: number) {
  const rows = await r.db
    .selectFrom('report')
    .leftJoin('report_entry as entry', (join) =>
      join
        .onRef('entry.report_id', '=', 'report.id')
        .onRef('entry.tenant_id', '=', 'report.tenant_id')
        .on('entry.chosen', '=', true),
    )
    .select(['report.grouping', 'report.selection', 'entry.assignment_id'])
    .where('report.tenant_id', '=', r.tenantId)
    .where('report.kind', '=', 'reportBack')
    .where('report.body_id', '=', bodyId)
    .where('report.year', '=', year)
    .execute();
  return {
    grouping: (rows[0]?.grouping ?? 'heading') as ReportGrouping,
    selection: (rows[0]?.selection ?? 'all') as ReportSelection,
    chosen: new Set(rows.flatMap((row) => row.assignment_id ?? [])),
  };
}
