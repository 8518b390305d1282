import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { listAssignmentsById } from '../assignments/index.ts';
import { refreshEntries } from './refresh-draft.ts';
import { type ReportGrouping, type ReportSelection, reportGroupings, reportSelections } from './report-order.ts';
import { lockReportBack } from './report-writer.ts';

export type ArrangeReport = {
  readonly reportId: Id<'report'>;
  readonly expectedVersion: number;
  readonly grouping: ReportGrouping;
  readonly selection: ReportSelection;
  /** Assignments of the same year that the report takes up although the body has no part in them. */
  readonly chosen: readonly Id<'assignment'>[];
};

/**
 * Says in which order a report answers, under which headings, and which assignments it takes up (ASG-36). Answers that fall outside are taken away
 * when they were drafted; one that a person wrote is kept as chosen, because nobody's words are thrown away by an arrangement.
 */
export async function arrangeReport(w: Writer<'report.edit'>, input: ArrangeReport): Promise<void> {
  const before = await lockReportBack(w, input.reportId, 'edit');
  expectVersion(before, input.expectedVersion);
  const chosen = await listAssignmentsById(w, [...new Set(input.chosen)]);
  refuseProblems([
    ...(input.grouping in reportGroupings ? [] : [{ path: 'grouping', key: 'validation.choose' }]),
    ...(input.selection in reportSelections ? [] : [{ path: 'selection', key: 'validation.choose' }]),
    ...(chosen.length === new Set(input.chosen).size && chosen.every(({ year }) => year === before.year)
      ? []
      : [{ path: 'chosen', key: 'report.chosenOfOtherYear' } satisfies Problem]),
  ]);
  const { grouping, selection } = input;
  await w.db
    .updateTable('report')
    .set({ grouping, selection, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await chooseEntries(
    w,
    before,
    selection,
    new Set(
      chosen.filter(({ parties }) => !parties.some(({ bodyId }) => bodyId === before.body_id)).map(({ id }) => id),
    ),
  );
  await refreshEntries(w, before);
  await w.log({
    noun: 'report',
    recordId: before.id,
    summary: 'arranged',
    before: { grouping: before.grouping, selection: before.selection },
    after: { grouping, selection, chosen: chosen.map(({ id }) => id) },
  });
}

/** Marks the entries that were chosen, makes those that are not there yet, and takes away the drafted ones that no longer belong. */
async function chooseEntries(
  w: Writer,
  report: { readonly id: Id<'report'>; readonly body_id: Id<'body'> },
  selection: ReportSelection,
  chosen: ReadonlySet<Id<'assignment'>>,
): Promise<void> {
  const entries = await w.db
    .selectFrom('report_entry')
    .select(['id', 'assignment_id', 'edited', 'chosen'])
    .where('tenant_id', '=', w.tenantId)
    .where('report_id', '=', report.id)
    .execute();
  const parts = await w.db
    .selectFrom('assignment_party')
    .select('assignment_id')
    .where('tenant_id', '=', w.tenantId)
    .where('body_id', '=', report.body_id)
    .where((eb) => eb('assignment_id', '=', eb.fn.any(eb.val(entries.map((one) => one.assignment_id)))))
    .execute();
  const own = new Set(parts.map((one) => one.assignment_id));
  for (const entry of entries) {
    const outside = !own.has(entry.assignment_id) && !chosen.has(entry.assignment_id);
    const leaves = outside && !entry.edited && (selection === 'own' || entry.chosen);
    if (leaves)
      await w.db.deleteFrom('report_entry').where('tenant_id', '=', w.tenantId).where('id', '=', entry.id).execute();
    else
      await w.db
        .updateTable('report_entry')
        .set({ chosen: chosen.has(entry.assignment_id) || (outside && entry.edited && selection === 'own') })
        .where('tenant_id', '=', w.tenantId)
        .where('id', '=', entry.id)
        .execute();
  }
  const missing = [...chosen].filter((id) => !entries.some((one) => one.assignment_id === id));
  if (missing.length === 0) return;
  await w.db
    .insertInto('report_entry')
    .values(
      missing.map((assignment_id) => ({
        tenant_id: w.tenantId,
        id: w.runtime.newId(),
        report_id: report.id,
        assignment_id,
        position: 0,
        group_heading: null,
        answer_type: 'other',
        answer_text: '',
        edited: false,
        quoted_assessment_id: null,
        quoted_version: null,
        kept_version: null,
        chosen: true,
      })),
    )
    .execute();
}
