import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { type PublishedNoun, removePublished } from '../published/index.ts';
import { type PublicationState, publicationStateAfter } from './publication-transitions.ts';
import { noteEvent } from './publication-writer.ts';
import { requirePublisher } from './ready-record.ts';

export type WithdrawPublication = { readonly noun: PublishedNoun; readonly recordId: string; readonly reason: string };

/**
 * Takes a record back from everybody, at once: it is gone from the open side in this transaction, with its text, its files and its place in searches and
 * feeds. What remains is the trace here, and at its address the word that it was withdrawn.
 */
export async function withdrawPublication(
  w: Writer<'publication.withdraw'>,
  input: WithdrawPublication,
): Promise<Id<'publication'>> {
  return await takeBack(w, input, (bodyId) => requirePublisher(w, { bodyId }));
}

/** The same for what a mark of secrecy reaches, whoever's body it is: the words that are hidden now stand in it. */
export async function takeBackPublication(
  w: Writer<'secrecy.mark' | 'matter.edit'>,
  input: WithdrawPublication,
): Promise<Id<'publication'>> {
  return await takeBack(w, input, () => {});
}

async function takeBack(
  w: Writer<'publication.withdraw' | 'secrecy.mark' | 'matter.edit'>,
  { noun, recordId, reason }: WithdrawPublication,
  requireRight: (bodyId: Id<'body'> | null) => void,
): Promise<Id<'publication'>> {
  refuseProblems(reason.trim() ? [] : [{ path: 'reason', key: 'validation.required' }]);
  const found = await w.db
    .selectFrom('publication')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('noun', '=', noun)
    .where('record_id', '=', recordId)
    .where('state', '=', 'published')
    .executeTakeFirst();
  if (!found) throw new AppError('publication.notPublic');
  const row = await lockRow(w, 'publication', found.id);
  requireRight(row.body_id);
  const state = publicationStateAfter(row.state as PublicationState, 'withdraw');
  await removePublished(w, noun, recordId);
  await w.db
    .updateTable('publication')
    .set({
      state,
      version: row.version + 1,
      withdrawn_at: w.runtime.now(),
      withdrawn_by: w.auth.actorName,
      reason: reason.trim(),
    })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', row.id)
    .execute();
  await noteEvent(w, row.id, 'withdrawn', { reason: reason.trim(), edition: row.edition });
  await w.log({
    noun: 'publication',
    recordId: row.id,
    summary: 'withdrawn',
    after: { reason: reason.trim(), noun, recordId },
  });
  return row.id;
}
