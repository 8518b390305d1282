import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import type { EntryKey } from './edit-entry.ts';
import { lockEntry } from './report-writer.ts';

/** What a person can do with the quotation of an entry when the assessment has a newer text, or when it should have none. */
export const quotationChoices = {
  refresh: { sv: 'uppdaterat till den nyare texten', en: 'updated to the newer text' },
  keep: { sv: 'behållet som det var', en: 'kept as it was' },
  remove: { sv: 'borttaget', en: 'removed' },
} as const satisfies Record<string, Localized>;
export type QuotationChoice = keyof typeof quotationChoices;

/**
 * Quotes the assessment as it stands now, keeps the quotation of the earlier version knowingly, or takes the quotation away. Who chose, when and why
 * is kept with the entry: a quotation that no longer says what its source says wants its reason (REP-07).
 */
export async function chooseQuotation(
  w: Writer<'report.edit'>,
  input: EntryKey & { readonly choice: QuotationChoice; readonly reason?: string },
): Promise<void> {
  const { entry } = await lockEntry(w, input.entryId);
  expectVersion(entry, input.expectedVersion);
  refuseProblems(Object.hasOwn(quotationChoices, input.choice) ? [] : [{ path: 'choice', key: 'validation.choose' }]);
  const assessmentId = entry.quoted_assessment_id;
  const assessment =
    assessmentId === null
      ? undefined
      : await w.db
          .selectFrom('assessment')
          .select('version')
          .where('tenant_id', '=', w.tenantId)
          .where('id', '=', assessmentId)
          .executeTakeFirst();
  if (!assessment || assessmentId === null) throw new AppError('record.notFound');
  const row = {
    refresh: { quoted_version: assessment.version, kept_version: null },
    keep: { kept_version: assessment.version },
    remove: { quoted_assessment_id: null, quoted_version: null, kept_version: null },
  }[input.choice];
  await w.db
    .updateTable('report_entry')
    .set({ ...row, version: entry.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', entry.id)
    .execute();
  const reason = input.reason?.trim() || null;
  await w.db
    .insertInto('quotation_choice')
    .values({
      tenant_id: w.tenantId,
      id: w.runtime.newId(),
      report_entry_id: entry.id,
      assessment_id: assessmentId,
      choice: input.choice,
      from_version: entry.quoted_version,
      to_version: input.choice === 'remove' ? null : assessment.version,
      reason,
      chosen_at: w.runtime.now(),
      chosen_by: w.auth.actorName,
    })
    .execute();
  await w.log({
    noun: 'reportEntry',
    recordId: entry.id,
    summary: `quotation ${input.choice}`,
    before: { version: entry.quoted_version },
    after: { ...row, reason },
  });
}

/** One choice about a quotation, as the history of an answer shows it. */
export type MadeQuotationChoice = {
  readonly choice: QuotationChoice;
  readonly fromVersion: number | null;
  readonly toVersion: number | null;
  readonly reason: string | null;
  readonly at: Date;
  readonly by: string;
};

/** What people have chosen about the quotation of an answer, the latest first. */
export async function quotationHistory(r: Reader, entryId: Id<'reportEntry'>): Promise<readonly MadeQuotationChoice[]> {
  const rows = await r.db
    .selectFrom('quotation_choice')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('report_entry_id', '=', entryId)
    .orderBy('chosen_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    choice: row.choice as QuotationChoice,
    fromVersion: row.from_version,
    toVersion: row.to_version,
    reason: row.reason,
    at: row.chosen_at,
    by: row.chosen_by,
  }));
}
