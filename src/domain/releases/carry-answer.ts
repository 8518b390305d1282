import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Database, Writer } from '../../storage/database.ts';
import { authorize } from '../access/index.ts';
import type { AnswerHandler, AnswerHandlers } from './answer-handlers.ts';
import type { AnswerValues } from './ask-answers.ts';
import type { Ask, AskKind } from './ask-kinds.ts';
import { answerToCarry } from './carried-reader.ts';
import { asCarrier, carrierOf, requireReceiver } from './carry-release.ts';
import { getPrincipal } from './principal-reader.ts';
import type { Snapshot } from './released-content.ts';

/** Carries an answer back to who asked: it is kept there as it came, and the noun that asked takes it in, both or neither. */
export async function carryAnswer(
  db: Database,
  handlers: AnswerHandlers,
  from: Id<'tenant'>,
  answerId: Id<'releaseAnswer'>,
): Promise<void> {
  const sent = await db.read(authorize(carrierOf(from), 'record.read'), (r) => answerToCarry(r, answerId));
  if (!sent) return;
  await asCarrier(db, sent.giver_authority_id, 'receiveAnswer', async (w) => {
    const bodyId = sent.addressed_body_id;
    await requireReceiver(w, bodyId, from);
    if (await isKept(w, answerId)) {
      await w.log({ noun: 'release', recordId: sent.giver_release_id, summary: 'answeredAgain' });
      return;
    }
    const release = await askedIn(w, sent.giver_release_id, bodyId);
    await w.db
      .insertInto('received_answer')
      .values({
        tenant_id: w.tenantId,
        id: answerId,
        release_id: release.id,
        body_id: bodyId,
        content: JSON.stringify(sent.content),
        answered_at: sent.answered_at,
        answered_by: sent.answered_by,
        received_at: w.runtime.now(),
      })
      .execute();
    const { name } = await getPrincipal(w, bodyId);
    const handler = handlers[release.ask.kind] as AnswerHandler<AskKind> | undefined;
    await handler?.(w, {
      release,
      answer: sent.content as AnswerValues,
      answerId,
      answeredBy: sent.answered_by,
      answeredAt: sent.answered_at,
      from: { bodyId, name },
    });
    await w.log({
      noun: 'release',
      recordId: release.id,
      summary: 'answered',
      after: { bodyId, answerId, by: sent.answered_by },
    });
  });
}

async function isKept(w: Writer, answerId: Id<'releaseAnswer'>): Promise<boolean> {
  const found = await w.db
    .selectFrom('received_answer')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', answerId)
    .execute();
  return found.length > 0;
}

/** The release that asked this receiver. Throws `record.notFound` when it never did: then nothing is taken in. */
async function askedIn(w: Writer, releaseId: Id<'release'>, bodyId: Id<'body'>) {
  const row = await w.db
    .selectFrom('release')
    .innerJoin('release_receiver as receiver', (join) =>
      join.onRef('receiver.tenant_id', '=', 'release.tenant_id').onRef('receiver.release_id', '=', 'release.id'),
    )
    .select(['release.id', 'release.noun', 'release.record_id', 'release.ask'])
    .where('release.tenant_id', '=', w.tenantId)
    .where('release.id', '=', releaseId)
    .where('receiver.body_id', '=', bodyId)
    .executeTakeFirst();
  const ask = row?.ask as Ask | null | undefined;
  if (!row || !ask) throw new AppError('record.notFound');
  return { id: row.id, noun: row.noun as Snapshot['noun'], recordId: row.record_id, ask };
}
