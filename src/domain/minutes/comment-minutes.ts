import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { postMinutesLetters } from './minutes-letters.ts';
import { lockMinutes, moveMinutes } from './minutes-writer.ts';

type OfMinutes = { readonly minutesId: Id<'minutes'>; readonly expectedVersion: number };

/** Sends the draft to chair and adjusters for comments: those with an account that may comment on the body's minutes get a letter. */
export async function askForComments(
  w: Writer<'minutes.edit'>,
  input: OfMinutes & { readonly link: string },
): Promise<void> {
  const before = await lockMinutes(w, input.minutesId, 'askForComments');
  expectVersion(before, input.expectedVersion);
  await moveMinutes(w, before, before.nextState);
  await postMinutesLetters(w, before.id, 'minutes.comment', {
    subject: 'Utkast till protokoll att läsa',
    text: `Ett utkast till protokoll finns att läsa och lämna synpunkter på:\n${input.link}`,
  });
}

/** Ends the round of comments; open comments stay to be answered. */
export async function endComments(w: Writer<'minutes.edit'>, input: OfMinutes): Promise<void> {
  const before = await lockMinutes(w, input.minutesId, 'endComments');
  expectVersion(before, input.expectedVersion);
  await moveMinutes(w, before, before.nextState);
}

/** Leaves a remark on the draft, on one § or on the whole. */
export async function commentMinutes(
  w: Writer<'minutes.comment'>,
  input: {
    readonly minutesId: Id<'minutes'>;
    readonly itemId: Id<'agendaItem'> | null;
    readonly body: string;
  },
): Promise<Id<'minutesComment'>> {
  const minutes = await lockMinutes(w, input.minutesId, 'comment');
  const body = input.body.trim();
  refuseProblems(body ? [] : [{ path: 'body', key: 'validation.required' }]);
  if (input.itemId !== null && (await getRow(w, 'agenda_item', input.itemId)).meeting_id !== minutes.meeting_id)
    refuseProblems([{ path: 'itemId', key: 'validation.choose' }]);
  const { id: adjustmentId } = await w.db
    .selectFrom('adjustment')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('minutes_id', '=', minutes.id)
    .where('kind', '=', 'whole')
    .executeTakeFirstOrThrow();
  const id = w.runtime.newId();
  await w.db
    .insertInto('minutes_comment')
    .values({
      tenant_id: w.tenantId,
      id,
      adjustment_id: adjustmentId,
      agenda_item_id: input.itemId,
      author: w.auth.actorName,
      account_id: w.auth.accountId,
      body,
      made_at: w.runtime.now(),
      resolution: null,
    })
    .execute();
  await w.log({ noun: 'minutes', recordId: minutes.id, summary: 'comment', after: { itemId: input.itemId, body } });
  return id;
}

/** Says what became of a remark, so that whoever made it sees that it was read. */
export async function resolveComment(
  w: Writer<'minutes.edit'>,
  input: {
    readonly commentId: Id<'minutesComment'>;
    readonly expectedVersion: number;
    readonly resolution: string;
  },
): Promise<void> {
  const { adjustment_id } = await getRow(w, 'minutes_comment', input.commentId);
  const { minutes_id } = await getRow(w, 'adjustment', adjustment_id);
  const minutes = await lockMinutes(w, minutes_id, 'edit');
  const before = expectVersion(await lockRow(w, 'minutes_comment', input.commentId), input.expectedVersion, input);
  const resolution = input.resolution.trim();
  refuseProblems(resolution ? [] : [{ path: 'resolution', key: 'validation.required' }]);
  await w.db
    .updateTable('minutes_comment')
    .set({ resolution, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: 'minutes', recordId: minutes.id, summary: 'resolveComment', after: { resolution } });
}

/** Notes that somebody opened the draft, once: the secretary sees who has read it. Whoever has no account leaves no mark. */
export async function noteMinutesRead(
  w: Writer<'minutes.comment'>,
  { minutesId }: { readonly minutesId: Id<'minutes'> },
): Promise<void> {
  const minutes = await getRow(w, 'minutes', minutesId);
  requireBody(w.auth, minutes.body_id);
  if (w.auth.accountId !== null)
    await w.db
      .insertInto('minutes_reading')
      .values({
        tenant_id: w.tenantId,
        minutes_id: minutes.id,
        account_id: w.auth.accountId,
        reader: w.auth.actorName,
        read_at: w.runtime.now(),
      })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'minutes_id', 'account_id']).doNothing())
      .execute();
  await w.log({ noun: 'minutes', recordId: minutes.id, summary: 'read' });
}
