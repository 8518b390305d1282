import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';

/** Makes the answers of a response what they are for good: a body approved them, or a round was closed. The database refuses every change of them from then on. */
export async function freezeFormResponse(
  w: Writer<'return.approve' | 'decision.record' | 'meeting.conduct' | 'selfassessment.edit'>,
  responseId: Id<'formResponse'>,
): Promise<void> {
  const found = await lockRow(w, 'form_response', responseId);
  if (found.frozen_at) throw new AppError('form.answersFrozen');
  const frozenAt = w.runtime.now();
  await w.db
    .updateTable('form_response')
    .set({ frozen_at: frozenAt, version: found.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', responseId)
    .execute();
  await w.log({ noun: 'formResponse', recordId: responseId, after: { frozenAt } });
}
