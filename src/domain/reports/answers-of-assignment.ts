import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { AssignmentParty, PartyRole } from '../assignments/index.ts';
import { type Body, hasSeats } from '../organisation/index.ts';
import { answerInCell, type MatrixCell } from './answer-matrix-reader.ts';
import type { AnswerType } from './answer-types.ts';
import type { ReportSummary } from './report.ts';

/** How one body answers to one assignment: one row of its "answers by body". */
export type BodyAnswer = {
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  /** The part of the body in the assignment; null when it has none and answers all the same. */
  readonly role: PartyRole | null;
  /** Its report-back of the year, begun or done; null when it has begun none. */
  readonly reportId: Id<'report'> | null;
  readonly answer: MatrixCell['answer'];
};

/**
 * What each body answers to one assignment in its report-back of the year: the row of the answer matrix, by the same rule, for a page that
 * already knows the reports of the year and the bodies. One query.
 */
export async function answersOfAssignment(
  r: Reader,
  assignment: {
    readonly id: Id<'assignment'>;
    readonly parties: readonly Pick<AssignmentParty, 'bodyId' | 'role'>[];
  },
  known: { readonly reports: readonly ReportSummary[]; readonly bodies: readonly Body[] },
): Promise<readonly BodyAnswer[]> {
  const reportIds = known.reports.map(({ id }) => id);
  const entries =
    reportIds.length === 0
      ? []
      : await r.db
          .selectFrom('report_entry')
          .select(['id', 'report_id', 'answer_type', 'edited'])
          .select((eb) => eb('answer_text', '=', '').as('empty'))
          .where('tenant_id', '=', r.tenantId)
          .where('assignment_id', '=', assignment.id)
          .where((eb) => eb('report_id', '=', eb.fn.any(eb.val(reportIds))))
          .execute();
  return known.bodies
    .filter(({ kind }) => hasSeats(kind))
    .flatMap((body): BodyAnswer[] => {
      const role = assignment.parties.find((one) => one.bodyId === body.id && one.role !== 'directedTo')?.role ?? null;
      const report = known.reports.find((one) => one.body.id === body.id);
      const entry = report && entries.find((one) => one.report_id === report.id);
      const answer =
        report && entry
          ? answerInCell(role, report, {
              id: entry.id,
              answerType: entry.answer_type as AnswerType,
              edited: entry.edited,
              empty: Boolean(entry.empty),
            })
          : null;
      return role || answer
        ? [{ body: { id: body.id, name: body.name }, role, reportId: report?.id ?? null, answer }]
        : [];
    });
}
