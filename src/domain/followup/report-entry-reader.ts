import type { Reader } from '../../storage/database.ts';
import type { SourceNoun } from './answer-facts.ts';
import { type GatheredFacts, gatherFacts } from './answer-facts-reader.ts';
import type { AnswerType } from './answer-types.ts';
import { type Evidence, judgeClaims, knownSources } from './claim-evidence.ts';
import { evidenceSources } from './evidence-source.ts';
import { quotationsOf } from './quotation-reader.ts';
import type { EvidenceSource, Report, ReportEntry } from './report.ts';

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

/** The entries of a report in order, their claims judged against the register of now. */
export async function entriesOf(
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
