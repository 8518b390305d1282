import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import { stateAfter } from '../../kernel/transition-table.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { answerProblems, answerValues } from './ask-answers.ts';
import type { Ask } from './ask-kinds.ts';
import { requireWhole } from './received-reader.ts';
import { type ReceivedState, receivedStates, receivedTransitions } from './received-transitions.ts';
import { postErrand } from './release-errand.ts';
import { type SecretReading, seesProtected } from './secret-reading.ts';

export type AnswerRelease = {
  readonly receivedId: Id<'receivedRelease'>;
  readonly expectedVersion: number;
  /** What was written, by the names of the fields of the ask (`fieldsOf`). */
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly reading?: SecretReading;
};

/** Answers what another authority asked. The answer is kept here as it was given and released back; a later one corrects it and is sent too. */
export async function answerRelease(w: Writer<'release.answer'>, input: AnswerRelease): Promise<Id<'releaseAnswer'>> {
  requireWhole(w);
  const found = await lockRow(w, 'received_release', input.receivedId);
  if (found.protected && !seesProtected(w, input.reading)) throw new AppError('record.notFound');
  const ask = found.ask as Ask | null;
  const to = stateAfter(receivedTransitions, receivedStates, found.state as ReceivedState, 'answer');
  if (!ask) throw new Error(`The release ${found.id} waits for an answer but asks nothing: receiveRelease let it in.`);
  expectVersion(found, input.expectedVersion, input.typed);
  refuseProblems(answerProblems(ask, input.typed));
  const id: Id<'releaseAnswer'> = w.runtime.newId();
  const content = answerValues(ask, input.typed);
  await w.db
    .insertInto('release_answer')
    .values({
      tenant_id: w.tenantId,
      id,
      received_release_id: found.id,
      content: JSON.stringify(content),
      answered_at: w.runtime.now(),
      answered_by: w.auth.actorName,
    })
    .execute();
  await w.db
    .updateTable('received_release')
    .set({ state: to, version: found.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', found.id)
    .execute();
  await postErrand(w, { errand: 'answer', answerId: id });
  const told = found.protected ? { kind: ask.kind } : { kind: ask.kind, ...content };
  await w.log({ noun: 'receivedRelease', recordId: found.id, summary: 'answer', after: told });
  return id;
}
