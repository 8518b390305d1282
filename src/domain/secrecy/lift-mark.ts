import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { markableField, markableFields } from './markable-fields.ts';
import { requireMarkedBody, writeDocumentLevel, writeField } from './marked-record.ts';
import { getMark } from './secrecy-mark-reader.ts';

export type LiftMark = { readonly markId: Id<'secrecyMark'>; readonly reason: string };

/**
 * Lifts a mark: the text that it kept apart comes back into the record. The mark itself stays, with who lifted it, when and why, so that it can be seen
 * afterwards what was held back and how long.
 */
export async function liftMark(w: Writer<'secrecy.mark'>, { markId, reason }: LiftMark): Promise<void> {
  const seen = await getMark(w, markId);
  requireMarkedBody(w, seen.bodyId);
  refuseProblems(reason.trim() === '' ? [{ path: 'reason', key: 'validation.required' }] : []);
  const { noun, recordId, field } = seen;
  await lockRow(w, markableFields[noun].table, recordId);
  const mark = await getMark(w, markId);
  if (mark.lifted) throw new AppError('secrecy.alreadyLifted');
  const lifted = { lifted_on: w.runtime.today(), lifted_by: w.auth.actorName, reason: reason.trim() };
  await w.db
    .insertInto('secrecy_lift')
    .values({ tenant_id: w.tenantId, id: w.runtime.newId(), mark_id: markId, ...lifted })
    .execute();
  const kept = await w.db
    .deleteFrom('secrecy_value')
    .where('tenant_id', '=', w.tenantId)
    .where('mark_id', '=', markId)
    .returning('secret_text')
    .executeTakeFirst();
  const column = markableField(noun, field)?.column ?? null;
  if (kept && column !== null) await writeField(w, { noun, recordId, column }, kept.secret_text);
  if (column === null) await writeDocumentLevel(w, recordId, 'open');
  await w.log({ noun, recordId, summary: 'mark lifted', after: { field, reason: lifted.reason } });
}
