import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { PartyRole } from '../assignments/index.ts';
import { hasSeats, listBodies } from '../organisation/index.ts';
import type { AnswerType } from './answer-types.ts';
import type { ReportSummary } from './report.ts';
import { listReports } from './report-reader.ts';
import { isFrozen } from './report-transitions.ts';

/** What one body answers to one assignment: its answer where there is one, and whether one is owed. */
export type MatrixCell = {
  readonly bodyId: Id<'body'>;
  /** The part of the body in the assignment; null when it has none and answers all the same. */
  readonly role: PartyRole | null;
  readonly answer: {
    readonly reportId: Id<'report'>;
    readonly entryId: Id<'reportEntry'>;
    readonly answerType: AnswerType;
    readonly empty: boolean;
    readonly frozen: boolean;
  } | null;
};

/** The answers of all bodies to the assignments of a year: one text, several addressees, an answer each. */
export type AnswerMatrix = {
  readonly year: number;
  readonly bodies: readonly {
    readonly id: Id<'body'>;
    readonly name: string;
    readonly reportId: Id<'report'> | null;
    /** How many of its answers are owed and not written. */
    readonly missing: number;
  }[];
  readonly rows: readonly {
    readonly id: Id<'assignment'>;
    readonly number: number | null;
    readonly title: string;
    readonly cells: readonly MatrixCell[];
  }[];
};

/** The answer of a body as a cell shows it. Who has no part and only says that others are meant does not answer. */
export function answerInCell(
  role: PartyRole | null,
  report: Pick<ReportSummary, 'id' | 'state'>,
  entry: {
    readonly id: Id<'reportEntry'>;
    readonly answerType: AnswerType;
    readonly edited: boolean;
    readonly empty: boolean;
  },
): MatrixCell['answer'] {
  const { id, answerType, edited, empty } = entry;
  if (role === null && answerType === 'elsewhere' && !edited) return null;
  return { reportId: report.id, entryId: id, answerType, empty, frozen: isFrozen(report.state) };
}

/**
 * The matrix of a year, for the bodies with elected seats that have a part or a report-back. An answer that only says that the assignment is directed
 * to others is none of that body. Five queries, however many bodies and assignments.
 */
export async function answerMatrix(r: Reader, year: number): Promise<AnswerMatrix> {
  const assignments = await r.db
    .selectFrom('assignment')
    .select(['id', 'number', 'title'])
    .where('tenant_id', '=', r.tenantId)
    .where('year', '=', year)
    .where('state', '!=', 'proposed')
    .orderBy('position')
    .orderBy('number')
    .orderBy('id')
    .execute();
  const parties = await r.db
    .selectFrom('assignment_party as party')
    .innerJoin('assignment', (join) =>
      join.onRef('assignment.id', '=', 'party.assignment_id').onRef('assignment.tenant_id', '=', 'party.tenant_id'),
    )
    .select(['party.assignment_id', 'party.body_id', 'party.role'])
    .where('party.tenant_id', '=', r.tenantId)
    .where('assignment.year', '=', year)
    .where('party.role', '!=', 'directedTo')
    .execute();
  const reports = await listReports(r, { year, kinds: ['reportBack'] });
  const entries = await r.db
    .selectFrom('report_entry as entry')
    .innerJoin('report', (join) =>
      join.onRef('report.id', '=', 'entry.report_id').onRef('report.tenant_id', '=', 'entry.tenant_id'),
    )
    .select(['entry.id', 'entry.report_id', 'entry.assignment_id', 'entry.answer_type', 'entry.edited'])
    .select((eb) => eb('entry.answer_text', '=', '').as('empty'))
    .where('entry.tenant_id', '=', r.tenantId)
    .where('report.year', '=', year)
    .where('report.kind', '=', 'reportBack')
    .execute();
  const answering = new Set([...parties.map((one) => one.body_id), ...reports.map(({ body }) => body.id)]);
  const bodies = (await listBodies(r)).filter(({ id, kind }) => answering.has(id) && hasSeats(kind));
  const rows = assignments.map(({ id, number, title }) => {
    const cells = bodies.flatMap((body): MatrixCell[] => {
      const role = parties.find((one) => one.assignment_id === id && one.body_id === body.id)?.role as
        | PartyRole
        | undefined;
      const report = reports.find((one) => one.body.id === body.id);
      const entry = report && entries.find((one) => one.report_id === report.id && one.assignment_id === id);
      const answer =
        report && entry
          ? answerInCell(role ?? null, report, {
              id: entry.id,
              answerType: entry.answer_type as AnswerType,
              edited: entry.edited,
              empty: Boolean(entry.empty),
            })
          : null;
      return role || answer ? [{ bodyId: body.id, role: role ?? null, answer }] : [];
    });
    return { id, number, title, cells };
  });
  return {
    year,
    bodies: bodies.map(({ id, name }) => ({
      id,
      name,
      reportId: reports.find((one) => one.body.id === id)?.id ?? null,
      missing: rows
        .flatMap(({ cells }) => cells)
        .filter((cell) => cell.bodyId === id && (!cell.answer || cell.answer.empty)).length,
    })),
    rows,
  };
}
