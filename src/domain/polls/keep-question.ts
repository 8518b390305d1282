import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { bumpPoll, lockPoll } from './make-poll.ts';
import { type PollQuestionFields, questionProblems } from './poll-rules.ts';

type InPoll = { readonly pollId: Id<'poll'>; readonly expectedVersion: number };
type OneQuestion = InPoll & { readonly questionId: Id<'pollQuestion'> };

/** Adds a question to a draft, last. */
export async function addPollQuestion(
  w: Writer<'poll.edit'>,
  input: PollQuestionFields & InPoll,
): Promise<Id<'pollQuestion'>> {
  const poll = await lockPoll(w, input.pollId, 'edit');
  expectVersion(poll, input.expectedVersion, input);
  refuseProblems(questionProblems(input));
  const places = await placesOf(w, poll.id);
  const id: Id<'pollQuestion'> = w.runtime.newId();
  const row = { poll_id: poll.id, position: (places.at(-1)?.position ?? 0) + 1, ...(await rowOf(w, input)) };
  await w.db
    .insertInto('poll_question')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await bumpPoll(w, poll, {});
  await w.log({ noun: 'poll', recordId: poll.id, summary: 'questionAdded', after: { questionId: id, ...row } });
  return id;
}

/** Changes a question of a draft. */
export async function changePollQuestion(
  w: Writer<'poll.edit'>,
  input: PollQuestionFields & OneQuestion,
): Promise<void> {
  const { poll, before } = await questionOf(w, input);
  refuseProblems(questionProblems(input));
  const row = await rowOf(w, input);
  await w.db
    .updateTable('poll_question')
    .set(row)
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await bumpPoll(w, poll, {});
  await w.log({ noun: 'poll', recordId: poll.id, summary: 'questionChanged', before, after: row });
}

/** Takes a question out of a draft. */
export async function removePollQuestion(w: Writer<'poll.edit'>, input: OneQuestion): Promise<void> {
  const { poll, before } = await questionOf(w, input);
  await w.db.deleteFrom('poll_question').where('tenant_id', '=', w.tenantId).where('id', '=', before.id).execute();
  await bumpPoll(w, poll, {});
  await w.log({ noun: 'poll', recordId: poll.id, summary: 'questionRemoved', before });
}

/** Moves a question one step earlier or later; at the end of the list nothing changes. */
export async function movePollQuestion(
  w: Writer<'poll.edit'>,
  input: OneQuestion & { readonly direction: 'up' | 'down' },
): Promise<void> {
  const { poll, before } = await questionOf(w, input);
  const places = await placesOf(w, poll.id);
  const at = places.findIndex(({ id }) => id === before.id);
  const other = places[at + (input.direction === 'up' ? -1 : 1)];
  for (const [id, position] of other
    ? ([
        [before.id, other.position],
        [other.id, before.position],
      ] as const)
    : [])
    await w.db
      .updateTable('poll_question')
      .set({ position })
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', id)
      .execute();
  await bumpPoll(w, poll, {});
  await w.log({ noun: 'poll', recordId: poll.id, summary: 'questionMoved', after: { questionId: before.id } });
}

async function questionOf(w: Writer, { pollId, questionId, expectedVersion, ...written }: OneQuestion) {
  const poll = await lockPoll(w, pollId, 'edit');
  expectVersion(poll, expectedVersion, written);
  const before = await getRow(w, 'poll_question', questionId);
  if (before.poll_id !== poll.id) throw new AppError('record.notFound');
  return { poll, before };
}

async function placesOf(w: Writer, pollId: string) {
  return await w.db
    .selectFrom('poll_question')
    .select(['id', 'position'])
    .where('tenant_id', '=', w.tenantId)
    .where('poll_id', '=', pollId)
    .orderBy('position')
    .execute();
}

async function rowOf(w: Writer, fields: PollQuestionFields) {
  if (fields.goalStatementId) await getRow(w, 'goal_statement', fields.goalStatementId);
  const scale = fields.kind === 'agree';
  return {
    kind: fields.kind,
    prompt: fields.prompt.trim(),
    low_label: (scale && fields.lowLabel?.trim()) || null,
    high_label: (scale && fields.highLabel?.trim()) || null,
    options: JSON.stringify(fields.kind === 'single' ? (fields.options ?? []) : []),
    goal_statement_id: fields.goalStatementId ?? null,
  };
}
