import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { isMarkableNoun, markableField, markableFields } from './markable-fields.ts';
import { markedRecord, requireMarkedBody, writeDocumentLevel, writeField } from './marked-record.ts';
import { isWithheld } from './secrecy-levels.ts';
import { type MarkField, markProblems } from './secrecy-mark.ts';
import { marksOf } from './secrecy-mark-reader.ts';
import { withheldText } from './visible.ts';

/**
 * Marks a field as secret, with provision, day and authority (OSL 5:5). The text itself is taken out of the record and kept apart (OSL 5:2), and words that
 * everybody may read are put in its place: every page, search, table, paper and export reads those, and none of them can forget to ask. The log tells that
 * the field was marked, never what stood in it.
 */
export async function markField(w: Writer<'secrecy.mark'>, input: MarkField): Promise<Id<'secrecyMark'>> {
  const today = w.runtime.today();
  refuseProblems(markProblems(input, today));
  const { noun, recordId, field, level } = input;
  const found = markableField(noun, field);
  if (!isMarkableNoun(noun) || !found) throw new AppError('record.notFound');
  const { bodyId } = await markedRecord(w, noun, recordId, field);
  requireMarkedBody(w, bodyId);
  // Whoever comes second waits for the first, and then sees the mark.
  await lockRow(w, markableFields[noun].table, recordId);
  const standing = await marksOf(w, [{ noun, id: recordId }]);
  if (standing.some((one) => one.field === field)) throw new AppError('secrecy.alreadyMarked');
  const { text } = await markedRecord(w, noun, recordId, field);
  if (found.column !== null && !text?.trim()) throw new AppError('secrecy.nothingToMark');
  const id: Id<'secrecyMark'> = w.runtime.newId();
  const row = {
    noun,
    record_id: recordId,
    field,
    level,
    provision: input.provision?.trim() || null,
    authority: await authorityOf(w),
    marked_on: today,
    marked_by: w.auth.actorName,
    review_on: input.reviewOn ?? null,
    body_id: bodyId,
  };
  await w.db
    .insertInto('secrecy_mark')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  if (isWithheld(level) && found.column !== null && text !== null) {
    await w.db.insertInto('secrecy_value').values({ tenant_id: w.tenantId, mark_id: id, secret_text: text }).execute();
    await writeField(w, { noun, recordId, column: found.column }, input.publicText?.trim() || withheldText.sv);
  }
  if (found.column === null) await writeDocumentLevel(w, recordId, level);
  await w.log({ noun, recordId, summary: 'marked', after: { field, level, provision: row.provision } });
  return id;
}

async function authorityOf(w: Writer): Promise<string> {
  const { name } = await w.db
    .selectFrom('tenant')
    .select('name')
    .where('id', '=', w.tenantId)
    .executeTakeFirstOrThrow();
  return name;
}
