import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { insertRecords } from '../../storage/insert-records.ts';
import { requireBody } from '../access/index.ts';
import type { Evidence } from './claim-evidence.ts';
import { isPeriodReportKind, type ReportKind } from './report.ts';
import { type ReportAction, type ReportState, reportStateAfter } from './report-transitions.ts';

/**
 * Reads a report for change: checks that the actor may act for its body and that the action is possible in its state. Every verb on a report or
 * on one of its entries comes through here, so that a frozen report has no other door.
 */
export async function lockReport(w: Writer, id: Id<'report'>, action: ReportAction) {
  const row = await lockRow(w, 'report', id);
  requireBody(w.auth, row.body_id);
  return { ...row, nextState: reportStateAfter(row.state as ReportState, action) };
}

/** Reads a report-back for change. An interim or annual report has verbs and rights of its own and is refused. */
export async function lockReportBack(w: Writer, id: Id<'report'>, action: ReportAction) {
  const { kind } = await getRow(w, 'report', id);
  if (isPeriodReportKind(kind as ReportKind)) throw new AppError('report.ofPeriod');
  return await lockReport(w, id, action);
}

/** Reads an entry for change together with its report, which must be a draft. */
export async function lockEntry(w: Writer, id: Id<'reportEntry'>) {
  const { report_id } = await getRow(w, 'report_entry', id);
  const report = await lockReport(w, report_id, 'edit');
  return { entry: await lockRow(w, 'report_entry', id), report };
}

/** Writes the evidence of an entry, instead of what was there. */
export async function writeEvidence(w: Writer, entryId: string, evidence: readonly Evidence[]): Promise<void> {
  await writeEvidenceOf(w, new Map([[entryId, evidence]]));
}

/** The same for many entries in two statements: a report of a hundred answers has a thousand proofs. */
export async function writeEvidenceOf(w: Writer, byEntry: ReadonlyMap<string, readonly Evidence[]>): Promise<void> {
  if (byEntry.size === 0) return;
  await w.db
    .deleteFrom('evidence')
    .where('tenant_id', '=', w.tenantId)
    .where((eb) => eb('report_entry_id', '=', eb.fn.any(eb.val([...byEntry.keys()]))))
    .execute();
  const rows = [...byEntry].flatMap(([entryId, evidence]) =>
    evidence.map((one) => ({
      tenant_id: w.tenantId,
      id: w.runtime.newId(),
      report_entry_id: entryId,
      claim_hash: one.claimHash,
      claim_text: one.claimText,
      source_noun: one.noun,
      source_id: one.id,
      confirmed: one.confirmed,
    })),
  );
  await insertRecords(w.db, 'evidence', evidenceColumns, rows);
}

const evidenceColumns = {
  tenant_id: 'uuid',
  id: 'uuid',
  report_entry_id: 'uuid',
  claim_hash: 'text',
  claim_text: 'text',
  source_noun: 'text',
  source_id: 'uuid',
  confirmed: 'boolean',
} as const;
