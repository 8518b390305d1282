import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import type { MarkableNoun } from './markable-fields.ts';
import { isWithheld } from './secrecy-levels.ts';
import { marksOf } from './secrecy-mark-reader.ts';

type FieldOfRecord = { readonly noun: MarkableNoun; readonly recordId: Id<string>; readonly field: string };

/**
 * Gives the text that a mark keeps apart a new wording, and tells whether there was such a mark: who writes a field anew asks first, because what is hidden
 * must not come back into the record by being read or typed once more.
 */
export async function replaceWithheldText(
  w: Writer,
  { noun, recordId, field }: FieldOfRecord,
  text: string,
): Promise<boolean> {
  const standing = await marksOf(w, [{ noun, id: recordId }]);
  const mark = standing.find((one) => one.field === field && isWithheld(one.level));
  if (!mark) return false;
  await w.db
    .updateTable('secrecy_value')
    .set({ secret_text: text })
    .where('tenant_id', '=', w.tenantId)
    .where('mark_id', '=', mark.id)
    .execute();
  return true;
}
