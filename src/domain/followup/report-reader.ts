import type { DocumentTree } from '../../documents/tree/index.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { BodyKind } from '../organisation/index.ts';
import type { SourceNoun } from './answer-facts.ts';
import { type GatheredFacts, gatherFacts } from './answer-facts-reader.ts';
import type { AnswerType } from './answer-types.ts';
import { type Evidence, judgeClaims, knownSources } from './claim-evidence.ts';
import { evidenceSources } from './evidence-source.ts';
import { quotationsOf } from './quotation-reader.ts';
import type { EvidenceSource, Report, ReportEntry, ReportKind, ReportSummary } from './report.ts';
import type { ReportState } from './report-transitions.ts';

export type ReportFilter = {
  readonly bodyId?: Id<'body'>;
  readonly year?: number;
  readonly states?: readonly ReportState[];
};

/** The reports that fit a filter, newest year first. */
export async function listReports(r: Reader, filter: ReportFilter = {}): Promise<readonly ReportSummary[]> {
  let query = reportRows(r);
  if (filter.bodyId !== undefined) query = query.where('report.body_id', '=', filter.bodyId);
  if (filter.year !== undefined) query = query.where('report.year', '=', filter.year);
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
  const row = isId(id) ? await reportRows(r).where('report.id', '=', id).executeTakeFirst() : undefined;
  if (!row) throw new AppError('record.notFound');
  const tenant = await r.db.selectFrom('tenant').select('name').where('id', '=', r.tenantId).executeTakeFirstOrThrow();
  const body = { id: row.body_id, name: row.body_name, kind: row.body_kind as BodyKind };
  return {
    id: row.id,
    version: row.version,
    kind: row.kind as ReportKind,
    body,
    to: row.to_body_id !== null && row.to_name !== null ? { id: row.to_body_id, name: row.to_name } : null,
    year: row.year,
    title: row.title,
    foreword: row.foreword,
    closing: row.closing,
    state: row.state as ReportState,
    authority: tenant.name,
    approval:
      row.approved_by_decision_id !== null && row.approved_on !== null
        ? { decisionId: row.approved_by_decision_id, on: row.approved_on }
        : null,
    deliveredOn: row.delivered_on,
    frozen:
      row.frozen_tree !== null && row.frozen_hash !== null
        ? { tree: row.frozen_tree as DocumentTree, hash: row.frozen_hash }
        : null,
    entries: await entriesOf(r, row.id, body, row.year),
  };
}

/** The report of a body for a year, or undefined. */
export async function findReportFor(r: Reader, bodyId: Id<'body'>, year: number): Promise<Report | undefined> {
  const [found] = await listReports(r, { bodyId, year });
  return found && (await getReport(r, found.id));
}

/** The answers that reports gave to an assignment, by year and body: where its thread comes back to who gave it. */
export async function entriesForAssignment(
  r: Reader,
  assignmentId: Id<'assignment'>,
): Promise<
  readonly {
    readonly entryId: Id<'reportEntry'>;
    readonly report: ReportSummary;
    readonly answerType: AnswerType;
    readonly answer: string;
    readonly evidenceCount: number;
  }[]
> {
  const rows = await r.db
    .selectFrom('report_entry as entry')
    .select(['entry.id', 'entry.report_id', 'entry.answer_type', 'entry.answer_text'])
    .select((eb) =>
      eb
        .selectFrom('evidence')
        .select((inner) => inner.fn.countAll<string>().as('count'))
        .where('evidence.tenant_id', '=', r.tenantId)
        .whereRef('evidence.report_entry_id', '=', 'entry.id')
        .as('evidence_count'),
    )
    .where('entry.tenant_id', '=', r.tenantId)
    .where('entry.assignment_id', '=', assignmentId)
    .execute();
  const reports = rows.length === 0 ? [] : await listReports(r);
  return reports.toReversed().flatMap((report) =>
    rows
      .filter((row) => row.report_id === report.id)
      .map((row) => ({
        entryId: row.id,
        report,
        answerType: row.answer_type as AnswerType,
        answer: row.answer_text,
        evidenceCount: Number(row.evidence_count),
      })),
  );
}

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

async function entriesOf(
  r: Reader,
  reportId: string,
  body: Report['body'],
  year: number,
): Promise<readonly ReportEntry[]> {
  const rows = await r.db
    .selectFrom('report_entry as entry')
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
            .where('party.body_id', '=', body.id),
        )
        .as('has_part'),
    )
    .where('entry.tenant_id', '=', r.tenantId)
    .where('entry.report_id', '=', reportId)
    .orderBy('entry.position')
    .execute();
  const assignments = rows.map((row) => ({
    id: row.assignment_id,
    year: row.year,
    number: row.number,
    title: row.title,
    fullText: row.full_text,
    heading: row.heading,
    hasPart: Boolean(row.has_part),
  }));
  // Judging asks what is linked on which day, not what was held by now: any day of the report does.
  const gathered = await gatherFacts(r, body, year, `${year}-12-31`, assignments);
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
  return rows.map((row) => {
    const found = gathered.get(row.assignment_id)!;
    const own = evidence.get(row.id) ?? [];
    const sources = evidenceSources(found);
    const claims = judgeClaims(row.answer_text, own, knownSources(found.facts, found.itemsElsewhere), year).map(
      (claim) => ({
        hash: claim.hash,
        text: claim.text,
        state: claim.state,
        unprovenDates: claim.unprovenDates,
        evidence: claim.evidence
          .map((one) => ({
            ...(sources.find((source) => source.noun === one.noun && source.id === one.id) ?? unknownSource(one)),
            gone: one.gone,
            confirmed: one.confirmed,
          }))
          .sort((a, b) => (a.date ?? '').localeCompare(b.date ?? '') || a.id.localeCompare(b.id)),
      }),
    );
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
      claims,
      unused: unusedOf(
        found,
        claims.flatMap((claim) => claim.evidence),
      ),
      quotation: quotations.get(row.id) ?? null,
      meetings: [
        ...new Set(
          claims.flatMap((claim) =>
            claim.evidence.flatMap((one) => (one.noun === 'agendaItem' && !one.gone && one.date ? [one.date] : [])),
          ),
        ),
      ].sort(),
    };
  });
}

/** What the register has and no sentence uses: items and decisions, not the standing facts of the assignment itself. */
function unusedOf(found: GatheredFacts, used: readonly { noun: string; id: string }[]): readonly EvidenceSource[] {
  return evidenceSources(found).filter(
    (source) =>
      (source.noun === 'agendaItem' || source.noun === 'decision') &&
      !used.some((one) => one.noun === source.noun && one.id === source.id),
  );
}

/** A source that the register no longer has for this assignment. */
function unknownSource(one: Evidence): EvidenceSource {
  return {
    noun: one.noun,
    id: one.id,
    meetingId: null,
    date: null,
    precision: 'day',
    bodyName: null,
    itemNumber: null,
    title: '',
    meetingKind: null,
  };
}
