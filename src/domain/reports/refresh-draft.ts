import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { quotableAssessments } from '../assessments/index.ts';
import { getBody } from '../organisation/index.ts';
import {
  type GatheredFacts,
  gatherFacts,
  type ReportedAssignment,
  reportedAssignments,
} from './answer-facts-reader.ts';
import { type Evidence, evidenceOfDraft, knownSources, matchEvidence, sameEvidence } from './claim-evidence.ts';
import { type DraftedAnswer, draftAnswer, textOf } from './draft-answer.ts';
import { storedEvidence } from './report-entry-reader.ts';
import { lockReportBack, writeEvidenceOf } from './report-writer.ts';

/**
 * Brings a draft up to the register of now: entries that nobody edited are drafted again, edited ones keep their text and get evidence for the days
 * they name, assignments that have come since are added, and an entry without quotation gets one when there is something to quote. Edited text and
 * quotations that are there are never replaced. Answers how many entries changed.
 */
export async function refreshDraft(
  w: Writer<'report.edit' | 'intake.confirm'>,
  reportId: Id<'report'>,
  /** Add answers to these alone, beside those that are there; all that have come since unless told. */
  adding?: readonly Id<'assignment'>[],
): Promise<number> {
  const report = await lockReportBack(w, reportId, 'edit');
  const changed = await refreshEntries(w, report, adding && [...(await answeredIn(w, reportId)), ...adding]);
  await w.log({ noun: 'report', recordId: reportId, summary: 'refreshed', after: { changed } });
  return changed;
}

async function answeredIn(w: Writer, reportId: Id<'report'>): Promise<readonly Id<'assignment'>[]> {
  const rows = await w.db
    .selectFrom('report_entry')
    .select('assignment_id')
    .where('tenant_id', '=', w.tenantId)
    .where('report_id', '=', reportId)
    .execute();
  return rows.map((row) => row.assignment_id);
}

/** Refreshes every draft that answers for one of these assignments, whichever body it belongs to: a link is evidence for all of them. */
export async function refreshDraftsOf(
  w: Writer<'meeting.linkAssignment' | 'meeting.edit' | 'decision.record' | 'assessment.write' | 'intake.confirm'>,
  assignmentIds: readonly Id<'assignment'>[],
): Promise<number> {
  if (assignmentIds.length === 0) return 0;
  const drafts = await w.db
    .selectFrom('report')
    .selectAll()
    .where('tenant_id', '=', w.tenantId)
    .where('state', '=', 'draft')
    .where('kind', '=', 'reportBack')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('report_entry as entry')
          .select('entry.id')
          .where('entry.tenant_id', '=', w.tenantId)
          .whereRef('entry.report_id', '=', 'report.id')
          .where('entry.assignment_id', 'in', assignmentIds),
      ),
    )
    .orderBy('id')
    .forUpdate()
    .execute();
  let changed = 0;
  for (const report of drafts) {
    const entries = await refreshEntries(w, report, assignmentIds);
    if (entries > 0)
      await w.log({ noun: 'report', recordId: report.id, summary: 'refreshed', after: { changed: entries } });
    changed += entries;
  }
  return changed;
}

type ReportKey = { readonly id: string; readonly body_id: string; readonly year: number };

/** Writes or rewrites the entries of a report, all or those of some assignments. Also how a new report gets its first entries. */
export async function refreshEntries(
  w: Writer,
  report: ReportKey,
  only?: readonly Id<'assignment'>[],
): Promise<number> {
  const body = await getBody(w, report.body_id);
  const assignments = await reportedAssignments(w, body.id, report.year);
  const wanted = assignments.filter((one) => !only || only.includes(one.id));
  const gathered = await gatherFacts(w, body, report.year, w.runtime.today(), wanted);
  const quotable = await quotableAssessments(
    w,
    wanted.map((one) => one.id),
    report.year,
  );
  const entries = await w.db
    .selectFrom('report_entry')
    .selectAll()
    .where('tenant_id', '=', w.tenantId)
    .where('report_id', '=', report.id)
    .execute();
  const evidence = await storedEvidence(
    w,
    entries.map((entry) => entry.id),
  );
  const added: ReturnType<typeof entryRow>[] = [];
  const proofs = new Map<string, readonly Evidence[]>();
  for (const assignment of wanted) {
    const entry = entries.find((one) => one.assignment_id === assignment.id);
    const found = gathered.get(assignment.id)!;
    const place = { position: assignments.indexOf(assignment) + 1, group_heading: assignment.groupHeading };
    const quoted = assignment.hasPart ? quotable.get(assignment.id) : undefined;
    const quotation = { quoted_assessment_id: quoted?.id ?? null, quoted_version: quoted?.version ?? null };
    if (!entry) {
      const draft = draftAnswer(found.facts);
      const row = entryRow(w, report.id, assignment, { ...place, ...quotation }, draft);
      added.push(row);
      proofs.set(row.id, evidenceOfDraft(draft));
      continue;
    }
    const before = evidence.get(entry.id) ?? [];
    const next = entry.edited
      ? {
          text: entry.answer_text,
          type: entry.answer_type,
          evidence: rematched(entry.answer_text, before, found, report.year),
        }
      : redrafted(before, found);
    const row = {
      ...place,
      answer_type: next.type,
      answer_text: next.text,
      ...(entry.quoted_assessment_id === null ? quotation : {}),
    };
    const same =
      Object.entries(row).every(([column, value]) => entry[column as keyof typeof row] === value) &&
      next.evidence.length === before.length &&
      next.evidence.every((one) => before.some((other) => sameEvidence(one, other)));
    if (same) continue;
    await w.db
      .updateTable('report_entry')
      .set({ ...row, version: entry.version + 1 })
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', entry.id)
      .execute();
    proofs.set(entry.id, next.evidence);
  }
  if (added.length > 0) await w.db.insertInto('report_entry').values(added).execute();
  await writeEvidenceOf(w, proofs);
  return proofs.size;
}

/** A new answer as it is drafted; its row is written together with those of the others. */
function entryRow(
  w: Writer,
  reportId: string,
  assignment: ReportedAssignment,
  place: {
    position: number;
    group_heading: string | null;
    quoted_assessment_id: string | null;
    quoted_version: number | null;
  },
  draft: DraftedAnswer,
) {
  return {
    tenant_id: w.tenantId,
    id: w.runtime.newId(),
    report_id: reportId,
    assignment_id: assignment.id,
    ...place,
    kept_version: null,
    answer_type: draft.answerType,
    answer_text: textOf(draft),
    edited: false,
  };
}

/** The draft of now, with the evidence that a person added to sentences which it still contains. */
function redrafted(before: readonly Evidence[], found: GatheredFacts) {
  const draft = draftAnswer(found.facts);
  const evidence = evidenceOfDraft(draft);
  const hashes = new Set(evidence.map((one) => one.claimHash));
  const added = before.filter(
    (one) => one.confirmed && hashes.has(one.claimHash) && !evidence.some((other) => sameEvidence(one, other)),
  );
  return { text: textOf(draft), type: draft.answerType as string, evidence: [...evidence, ...added] };
}

/** The evidence of a text that a person wrote; sentences that are as the draft would write them are proved as the draft proves them. */
export function rematched(
  text: string,
  before: readonly Evidence[],
  found: GatheredFacts,
  year: number,
): readonly Evidence[] {
  const drafted = evidenceOfDraft(draftAnswer(found.facts)).filter(
    (one) => !before.some((other) => other.claimHash === one.claimHash),
  );
  return matchEvidence(
    text,
    [...before, ...drafted],
    knownSources(found.facts, [...found.itemsElsewhere, ...found.itemsOfOtherYears]),
    year,
  );
}
