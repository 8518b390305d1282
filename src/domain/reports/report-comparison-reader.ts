import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Reader } from '../../storage/database.ts';
import { listPredecessorPairs } from '../assignments/index.ts';
import type { Report, ReportEntry } from './report.ts';
import { type ComparedEntry, marksOf, promisesIn } from './report-comparison.ts';
import { entriesForAssignments, listReportsById } from './report-reader.ts';

/**
 * A report beside what its body answered last to the assignments which those of this year continue: predecessors, and what was split into them or
 * went up in them. The number of queries does not depend on the number of answers.
 */
export async function compareWithLast(
  r: Reader,
  report: Pick<Report, 'body' | 'year' | 'entries'>,
  today: CivilDate,
): Promise<readonly ComparedEntry[]> {
  const earlier = await earlierOf(
    r,
    report.entries.map(({ assignment }) => assignment.id),
  );
  const answers = await entriesForAssignments(r, [...new Set([...earlier.values()].flat())]);
  const own = answers.filter(
    (one) => one.report.body.id === report.body.id && one.report.year < report.year && one.report.kind === 'reportBack',
  );
  const newest = (assignmentIds: readonly string[]) =>
    own.filter((one) => assignmentIds.includes(one.assignmentId)).toSorted((a, b) => b.report.year - a.report.year)[0];
  const lastReports = await listReportsById(r, [...new Set(own.map((one) => one.report.id))]);
  return report.entries.map((entry) => {
    const given = newest(earlier.get(entry.assignment.id) ?? []);
    const found = given && lastReports.find(({ id }) => id === given.report.id);
    const before = found?.entries.find(({ id }) => id === given?.entryId);
    const last = found && before ? lastOf(found, before, entry, today) : null;
    return { entry, last, marks: marksOf(entry, last) };
  });
}

function lastOf(
  report: Pick<Report, 'id' | 'year'>,
  before: ReportEntry,
  entry: ReportEntry,
  today: CivilDate,
): NonNullable<ComparedEntry['last']> {
  return {
    reportId: report.id,
    year: report.year,
    entryId: before.id,
    assignmentId: before.assignment.id,
    number: before.assignment.number,
    title: before.assignment.title,
    answerType: before.answerType,
    answer: before.answer,
    status: before.quotation?.status ?? null,
    promises: promisesIn(before.claims, entry.answerType, today),
  };
}

/** The assignments that each of some continues, through predecessors, splits and mergers. */
async function earlierOf(r: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const pairs: (readonly [later: string, earlier: string])[] = [...(await listPredecessorPairs(r, ids))];
  if (ids.length > 0) {
    const rows = await r.db
      .selectFrom('assignment_link')
      .select(['from_id', 'to_id'])
      .where('tenant_id', '=', r.tenantId)
      .where('kind', 'in', ['splitInto', 'mergedInto'])
      .where((eb) => eb('to_id', '=', eb.fn.any(eb.val([...ids]))))
      .execute();
    pairs.push(...rows.map((row) => [row.to_id, row.from_id] as const));
  }
  return new Map(
    [...Map.groupBy(pairs, ([later]) => later)].map(([later, all]) => [later, all.map(([, earlier]) => earlier)]),
  );
}
