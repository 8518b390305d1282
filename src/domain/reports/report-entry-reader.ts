import type { Reader } from '../../storage/database.ts';
import type { SourceNoun } from './answer-facts.ts';
import {
  type GatheredFacts,
  gatherLinkedFacts,
  type LinkedFacts,
  type ReportedAssignment,
} from './answer-facts-reader.ts';
import type { AnswerType } from './answer-types.ts';
import type { Evidence } from './claim-evidence.ts';
import { type AnswerToJudge, claimScene } from './claim-scene-reader.ts';
import { entryClaims } from './entry-claims.ts';
import { quotationsOf } from './quotation-reader.ts';
import type { EntryQuotation, EvidenceSource, Report, ReportEntry } from './report.ts';

/** The evidence as it is stored, by entry. */
export async function storedEvidence(r: Reader, entryIds: readonly string[]): Promise<ReadonlyMap<string, Evidence[]>> {
  if (entryIds.length === 0) return new Map();
  const rows = await r.db
    .selectFrom('evidence')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('report_entry_id', 'in', entryIds)
    .orderBy('id')
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.report_entry_id)].map(([entryId, group]) => [
      entryId,
      group.map((row) => ({
        noun: row.source_noun as SourceNoun,
        id: row.source_id,
        claimHash: row.claim_hash,
        claimText: row.claim_text,
        confirmed: row.confirmed,
      })),
    ]),
  );
}

/** A report as far as its entries need it. */
export type ReportOfEntries = Pick<Report, 'id' | 'body' | 'year'>;

/** The entries of some reports in order, by report, their claims judged against the register of now: as many queries for many as for one. */
export async function entriesOf(
  r: Reader,
  reports: readonly ReportOfEntries[],
): Promise<ReadonlyMap<string, readonly ReportEntry[]>> {
  if (reports.length === 0) return new Map();
  const rows = await entryRows(
    r,
    reports.map(({ id }) => id),
  );
  const byReport = Map.groupBy(rows, (row) => row.report_id);
  const own = (report: ReportOfEntries) => byReport.get(report.id) ?? [];
  const gathered = await gatherLinkedFacts(
    r,
    reports.map((report) => ({ body: report.body, year: report.year, assignments: own(report).map(toAssignment) })),
  );
  const evidence = await storedEvidence(
    r,
    rows.map((row) => row.id),
  );
  const quotations = await quotationsOf(
    r,
    rows.map((row) => ({
      entryId: row.id,
      assessmentId: row.quoted_assessment_id,
      version: row.quoted_version,
      keptVersion: row.kept_version,
    })),
  );
  const answers = reports.flatMap((report, index) =>
    own(report).map((row): [string, AnswerToJudge] => [
      row.id,
      answerToJudge(report, row, gathered[index]!.get(row.assignment_id)!, evidence.get(row.id) ?? []),
    ]),
  );
  const scene = await claimScene(
    r,
    answers.map(([, answer]) => answer),
  );
  const byEntry = new Map(answers);
  return new Map(
    reports.map((report, index) => [
      report.id,
      own(report).map((row) => {
        const judged = entryClaims(byEntry.get(row.id)!, gathered[index]!.get(row.assignment_id)!, scene);
        return toEntry(row, judged, quotations.get(row.id) ?? null);
      }),
    ]),
  );
}

function answerToJudge(
  report: ReportOfEntries,
  row: EntryRow,
  found: GatheredFacts<LinkedFacts>,
  evidence: readonly Evidence[],
): AnswerToJudge {
  const items = [...found.items, ...found.itemsElsewhere, ...found.itemsOfOtherYears].map((one) => one.itemId);
  const ofDecisions = found.decisions.flatMap((one) => one.item?.id ?? []);
  return { entryId: row.id, report, text: row.answer_text, evidence, itemIds: [...items, ...ofDecisions] };
}

async function entryRows(r: Reader, reportIds: readonly string[]) {
  return await r.db
    .selectFrom('report_entry as entry')
    .innerJoin('report', (join) =>
      join.onRef('report.id', '=', 'entry.report_id').onRef('report.tenant_id', '=', 'entry.tenant_id'),
    )
    .innerJoin('assignment', (join) =>
      join.onRef('assignment.id', '=', 'entry.assignment_id').onRef('assignment.tenant_id', '=', 'entry.tenant_id'),
    )
    .selectAll('entry')
    .select(['assignment.year', 'assignment.number', 'assignment.title', 'assignment.full_text', 'assignment.heading'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('assignment_party as party')
            .select('party.body_id')
            .where('party.tenant_id', '=', r.tenantId)
            .whereRef('party.assignment_id', '=', 'assignment.id')
            .whereRef('party.body_id', '=', 'report.body_id'),
        )
        .as('has_part'),
    )
    .where('entry.tenant_id', '=', r.tenantId)
    .where('entry.report_id', 'in', reportIds)
    .orderBy('entry.position')
    .execute();
}
type EntryRow = Awaited<ReturnType<typeof entryRows>>[number];

function toAssignment(row: EntryRow): ReportedAssignment {
  return {
    id: row.assignment_id,
    year: row.year,
    number: row.number,
    title: row.title,
    fullText: row.full_text,
    heading: row.heading,
    // What the report chose to take up it answers as its own.
    hasPart: Boolean(row.has_part) || row.chosen,
  };
}

function toEntry(
  row: EntryRow,
  { claims, sources }: ReturnType<typeof entryClaims>,
  quotation: EntryQuotation | null,
): ReportEntry {
  const proofs = claims.flatMap((claim) => claim.evidence);
  const days = proofs.flatMap((one) => (one.noun === 'agendaItem' && !one.gone && one.date ? [one.date] : []));
  return {
    id: row.id,
    version: row.version,
    position: row.position,
    assignment: {
      id: row.assignment_id,
      year: row.year,
      number: row.number,
      title: row.title,
      fullText: row.full_text,
    },
    groupHeading: row.group_heading,
    answerType: row.answer_type as AnswerType,
    answer: row.answer_text,
    edited: row.edited,
    chosen: row.chosen,
    claims,
    unused: unusedOf(sources, proofs),
    quotation,
    meetings: [...new Set(days)].sort(),
  };
}

/** What the register has and no sentence uses: items and decisions, not the standing facts of the assignment itself. */
function unusedOf(
  sources: readonly EvidenceSource[],
  used: readonly { noun: string; id: string }[],
): readonly EvidenceSource[] {
  return sources.filter(
    (source) =>
      (source.noun === 'agendaItem' || source.noun === 'decision') &&
      !used.some((one) => one.noun === source.noun && one.id === source.id),
  );
}
