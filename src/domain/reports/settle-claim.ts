import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { claimsOf } from './claims.ts';
import { unsettledClaims } from './claims-to-settle.ts';
import { attachEvidence } from './edit-entry.ts';
import { suggestedEvidence } from './evidence-search-reader.ts';
import { getReport } from './report-reader.ts';
import { lockEntry, lockReportBack } from './report-writer.ts';

export type SettleClaim = { readonly entryId: Id<'reportEntry'>; readonly claimHash: string; readonly reason: string };

/**
 * Lets a sentence stand in spite of what is remarked on it, with the reason. It holds for the remarks of now: another remark on the same sentence,
 * or the sentence in other words, is unsettled again.
 */
export async function settleClaim(w: Writer<'report.edit'>, input: SettleClaim): Promise<void> {
  const { entry, report } = await lockEntry(w, input.entryId);
  const reason = input.reason.trim();
  refuseProblems(reason === '' ? [{ path: 'reason', key: 'validation.required' }] : []);
  const claim = claimsOf(entry.answer_text).find((one) => one.hash === input.claimHash);
  if (!claim) throw new AppError('record.notFound');
  const judged = (await getReport(w, report.id)).entries.find((one) => one.id === entry.id);
  const kinds = judged?.claims.find((one) => one.hash === claim.hash)?.findings.map((one) => one.kind) ?? [];
  const row = {
    claim_text: claim.text,
    kinds: JSON.stringify([...new Set(kinds)]),
    reason,
    settled_at: w.runtime.now(),
    settled_by: w.auth.actorName,
  };
  await w.db
    .insertInto('claim_settlement')
    .values({
      tenant_id: w.tenantId,
      id: w.runtime.newId(),
      report_entry_id: entry.id,
      claim_hash: claim.hash,
      ...row,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'report_entry_id', 'claim_hash']).doUpdateSet(row))
    .execute();
  await w.log({
    noun: 'reportEntry',
    recordId: entry.id,
    summary: 'claim settled',
    after: { claim: claim.text, reason },
  });
}

/** Takes that back: the remark is there again. */
export async function unsettleClaim(w: Writer<'report.edit'>, input: Omit<SettleClaim, 'reason'>): Promise<void> {
  const { entry } = await lockEntry(w, input.entryId);
  const gone = await w.db
    .deleteFrom('claim_settlement')
    .where('tenant_id', '=', w.tenantId)
    .where('report_entry_id', '=', entry.id)
    .where('claim_hash', '=', input.claimHash)
    .returning(['claim_text', 'reason'])
    .executeTakeFirst();
  if (!gone) throw new AppError('record.notFound');
  await w.log({ noun: 'reportEntry', recordId: entry.id, summary: 'claim unsettled', before: gone });
}

/** Confirms every sure suggestion of a report or of one answer, as a person's word for each. Answers how many sentences got evidence. */
export async function confirmSureSuggestions(
  w: Writer<'report.edit'>,
  input: { readonly reportId: Id<'report'>; readonly entryId?: Id<'reportEntry'> },
): Promise<number> {
  await lockReportBack(w, input.reportId, 'edit');
  const report = await getReport(w, input.reportId);
  const entries = report.entries.filter((one) => input.entryId === undefined || one.id === input.entryId);
  const suggestions = await suggestedEvidence(w, report, entries);
  let confirmed = 0;
  for (const entry of entries)
    for (const claim of entry.claims.filter((one) => one.state !== 'supported')) {
      const sure = (suggestions.get(`${entry.id} ${claim.hash}`) ?? []).filter((one) => one.strength === 'sure');
      for (const { source } of sure)
        await attachEvidence(w, { entryId: entry.id, claimHash: claim.hash, noun: source.noun, sourceId: source.id });
      if (sure.length > 0) confirmed += 1;
    }
  await w.log({ noun: 'report', recordId: report.id, summary: 'sure suggestions confirmed', after: { confirmed } });
  return confirmed;
}

/**
 * Puts on record that who approves a report has seen the remarks that nobody settled. Their number is what was ticked on screen: when another has
 * come since, it must be seen too.
 */
export async function rememberRemarksSeen(
  w: Writer<'report.approve' | 'decision.record' | 'meeting.conduct'>,
  reportId: Id<'report'>,
  seen: number,
): Promise<void> {
  const remarks = unsettledClaims(await getReport(w, reportId), w.runtime.today());
  if (remarks.length !== seen)
    throw new AppError('report.remarksUnseen', { count: remarks.length }, { count: remarks.length });
  if (remarks.length === 0) return;
  await w.db
    .insertInto('remarks_seen')
    .values({
      tenant_id: w.tenantId,
      id: w.runtime.newId(),
      report_id: reportId,
      remarks: JSON.stringify(
        remarks.map(({ kind, entryId, claim, date, bodyName, figure }) => ({
          kind,
          entryId,
          claim,
          date,
          bodyName,
          figure,
        })),
      ),
      seen_at: w.runtime.now(),
      seen_by: w.auth.actorName,
    })
    .execute();
}
