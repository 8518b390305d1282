import type { DocumentTree } from '../../documents/tree/index.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { BodyKind } from '../organisation/index.ts';
import type { AnswerType } from './answer-types.ts';
import type { Report, ReportKind, ReportSummary } from './report.ts';
import { annexesOf } from './report-annex-reader.ts';
import { entriesOf } from './report-entry-reader.ts';
import { figuresOfReports } from './report-figure-reader.ts';
import type { ReportGrouping, ReportSelection } from './report-order.ts';
import { receiversOf } from './report-receiver-reader.ts';
import type { ReportState } from './report-transitions.ts';

export type ReportFilter = {
  readonly ids?: readonly Id<'report'>[];
  readonly bodyId?: Id<'body'>;
  readonly year?: number;
  readonly kinds?: readonly ReportKind[];
  /** Reports of bodies that have a part in an assignment, and those that answer it without one. */
  readonly concerning?: { readonly id: Id<'assignment'>; readonly bodyIds: readonly Id<'body'>[] };
  readonly states?: readonly ReportState[];
};

/** The reports that fit a filter, newest year first. */
export async function listReports(r: Reader, filter: ReportFilter = {}): Promise<readonly ReportSummary[]> {
  let query = reportRows(r);
  const { ids, concerning } = filter;
  if (concerning !== undefined)
    query = query.where((eb) => {
      const answering = eb
        .selectFrom('report_entry as own')
        .select('own.report_id')
        .where('own.tenant_id', '=', r.tenantId)
        .where('own.assignment_id', '=', concerning.id);
      const ofBodies = eb('report.body_id', '=', eb.fn.any(eb.val([...concerning.bodyIds])));
      return eb.or([ofBodies, eb('report.id', 'in', answering)]);
    });
  if (ids !== undefined) query = query.where((eb) => eb('report.id', '=', eb.fn.any(eb.val([...ids]))));
  if (filter.bodyId !== undefined) query = query.where('report.body_id', '=', filter.bodyId);
  if (filter.year !== undefined) query = query.where('report.year', '=', filter.year);
  if (filter.kinds?.length) query = query.where('report.kind', 'in', filter.kinds);
  if (filter.states?.length) query = query.where('report.state', 'in', filter.states);
  const rows = await query
    .select((eb) =>
      eb
        .selectFrom('report_entry')
        .select((inner) => inner.fn.countAll<string>().as('count'))
        .where('report_entry.tenant_id', '=', r.tenantId)
        .whereRef('report_entry.report_id', '=', 'report.id')
        .as('entry_count'),
    )
    .orderBy('report.year', 'desc')
    .orderBy('body.name')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    kind: row.kind as ReportKind,
    body: { id: row.body_id, name: row.body_name },
    to: row.to_body_id !== null && row.to_name !== null ? { id: row.to_body_id, name: row.to_name } : null,
    year: row.year,
    title: row.title,
    state: row.state as ReportState,
    approvedOn: row.approved_on,
    deliveredOn: row.delivered_on,
    entryCount: Number(row.entry_count),
  }));
}

/** A report with its entries, their claims and evidence judged against the register of now, and the quotations. Throws `record.notFound`. */
export async function getReport(r: Reader, id: Id<'report'>): Promise<Report> {
  const [report] = isId(id) ? await listReportsById(r, [id]) : [];
  if (!report) throw new AppError('record.notFound');
  return report;
}

/** The same for some reports by id, in the order asked for: as many queries for many as for one. */
export async function listReportsById(r: Reader, ids: readonly Id<'report'>[]): Promise<readonly Report[]> {
  if (ids.length === 0) return [];
  const rows = await reportRows(r)
    .innerJoin('tenant', 'tenant.id', 'report.tenant_id')
    .select('tenant.name as authority')
    .where('report.id', 'in', ids)
    .execute();
  const bodyOf = (row: (typeof rows)[number]) =>
    ({ id: row.body_id, name: row.body_name, kind: row.body_kind as BodyKind }) as const;
  const entries = await entriesOf(
    r,
    rows.map((row) => ({ id: row.id, body: bodyOf(row), year: row.year })),
  );
  const receivers = await receiversOf(
    r,
    rows.map(({ id }) => id),
  );
  const figures = await figuresOfReports(
    r,
    rows.map(({ id }) => id),
  );
  // The annexes of a frozen report are what its document has; they are not made anew from a register that has moved on.
  const annexes = await annexesOf(
    r,
    rows
      .filter((row) => row.frozen_tree === null)
      .map((row) => ({ id: row.id, body: bodyOf(row), year: row.year, entries: entries.get(row.id) ?? [] })),
  );
  const found = new Map(
    rows.map((row): [string, Report] => [
      row.id,
      {
        id: row.id,
        version: row.version,
        kind: row.kind as ReportKind,
        body: bodyOf(row),
        to: row.to_body_id !== null && row.to_name !== null ? { id: row.to_body_id, name: row.to_name } : null,
        receivers: receivers.get(row.id) ?? [],
        year: row.year,
        title: row.title,
        foreword: row.foreword,
        closing: row.closing,
        state: row.state as ReportState,
        authority: row.authority,
        approval:
          row.approved_by_decision_id !== null && row.approved_on !== null
            ? { decisionId: row.approved_by_decision_id, on: row.approved_on }
            : null,
        deliveredOn: row.delivered_on,
        frozen:
          row.frozen_tree !== null && row.frozen_hash !== null
            ? { tree: row.frozen_tree as DocumentTree, hash: row.frozen_hash }
            : null,
        grouping: row.grouping as ReportGrouping,
        selection: row.selection as ReportSelection,
        entries: entries.get(row.id) ?? [],
        annexes: annexes.get(row.id) ?? [],
        figures: figures.get(row.id) ?? [],
      },
    ]),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** The report-back of a body for a year, or undefined. */
export async function findReportFor(r: Reader, bodyId: Id<'body'>, year: number): Promise<Report | undefined> {
  const [found] = await listReports(r, { bodyId, year, kinds: ['reportBack'] });
  return found && (await getReport(r, found.id));
}

/** An answer that a report gave to an assignment: where the thread comes back to who gave it. */
export type GivenAnswer = {
  readonly entryId: Id<'reportEntry'>;
  readonly assignmentId: Id<'assignment'>;
  readonly report: ReportSummary;
  readonly answerType: AnswerType;
  readonly answer: string;
  readonly evidenceCount: number;
};

/** The answers that reports gave to an assignment, by year and body. */
export async function entriesForAssignment(r: Reader, id: Id<'assignment'>): Promise<readonly GivenAnswer[]> {
  return await entriesForAssignments(r, [id]);
}

/** The same for many assignments at once. */
export async function entriesForAssignments(
  r: Reader,
  assignmentIds: readonly Id<'assignment'>[],
): Promise<readonly GivenAnswer[]> {
  if (assignmentIds.length === 0) return [];
  const rows = await r.db
    .selectFrom('report_entry as entry')
    .select(['entry.id', 'entry.report_id', 'entry.assignment_id', 'entry.answer_type', 'entry.answer_text'])
    .select((eb) =>
      eb
        .selectFrom('evidence')
        .select((inner) => inner.fn.countAll<string>().as('count'))
        .where('evidence.tenant_id', '=', r.tenantId)
        .whereRef('evidence.report_entry_id', '=', 'entry.id')
        .as('evidence_count'),
    )
    .where('entry.tenant_id', '=', r.tenantId)
    .where('entry.assignment_id', 'in', [...assignmentIds])
    .execute();
  const reports =
    rows.length === 0 ? [] : await listReports(r, { ids: [...new Set(rows.map((row) => row.report_id))] });
  return reports.toReversed().flatMap((report) =>
    rows
      .filter((row) => row.report_id === report.id)
      .map((row) => ({
        entryId: row.id,
        assignmentId: row.assignment_id,
        report,
        answerType: row.answer_type as AnswerType,
        answer: row.answer_text,
        evidenceCount: Number(row.evidence_count),
      })),
  );
}

function reportRows(r: Reader) {
  return r.db
    .selectFrom('report')
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'report.body_id').onRef('body.tenant_id', '=', 'report.tenant_id'),
    )
    .leftJoin('body as receiver', (join) =>
      join.onRef('receiver.id', '=', 'report.to_body_id').onRef('receiver.tenant_id', '=', 'report.tenant_id'),
    )
    .selectAll('report')
    .select(['body.name as body_name', 'body.kind as body_kind', 'receiver.name as to_name'])
    .where('report.tenant_id', '=', r.tenantId);
}
