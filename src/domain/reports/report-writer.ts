import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { requireBody } from '../access/index.ts';
import type { Evidence } from './claim-evidence.ts';
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

/** Reads an entry for change together with its report, which must be a draft. */
export async function lockEntry(w: Writer, id: Id<'reportEntry'>) {
  const { report_id } = await getRow(w, 'report_entry', id);
  const report = await lockReport(w, report_id, 'edit');
  return { entry: await lockRow(w, 'report_entry', id), report };
}

/** Writes the evidence of an entry, instead of what was there. */
export async function writeEvidence(w: Writer, entryId: string, evidence: readonly Evidence[]): Promise<void> {
  await w.db
    .deleteFrom('evidence')
    .where('tenant_id', '=', w.tenantId)
    .where('report_entry_id', '=', entryId)
    .execute();
  if (evidence.length === 0) return;
  await w.db
    .insertInto('evidence')
    .values(
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
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
