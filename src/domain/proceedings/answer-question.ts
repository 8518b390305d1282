import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { lockMeeting } from '../meetings/index.ts';
import { nextQuestionPosition } from './announce-question.ts';
import { lockItemScene, logItem } from './item-scene.ts';
import { findNextMeeting } from './next-meeting-reader.ts';
import { questionOf } from './proceedings-rows.ts';
import { listQuestions } from './question-reader.ts';
import { questionStateAfter } from './question-transitions.ts';

export type AnswerQuestion = {
  readonly questionId: Id<'notifiedQuestion'>;
  readonly expectedVersion: number;
  /** The item of the same meeting in which it was answered. */
  readonly itemId: Id<'agendaItem'>;
  readonly answeredBy: string;
  readonly answer: string;
};

/** Writes the answer to a question under the item in which it was given; a correction is a new version of it. */
export async function answerQuestion(w: Writer<'meeting.conduct'>, input: AnswerQuestion): Promise<void> {
  const scene = await lockItemScene(w, input.itemId);
  const before = questionOf(await lockRow(w, 'notified_question', input.questionId));
  expectVersion(before, input.expectedVersion, input);
  const state = questionStateAfter(before.state, 'answer');
  refuseProblems([
    ...(before.meetingId === scene.meeting.id ? [] : [{ path: 'itemId', key: 'meeting.itemOfOther' }]),
    ...(input.answer.trim() ? [] : [{ path: 'answer', key: 'validation.required' }]),
    ...(input.answeredBy.trim() ? [] : [{ path: 'answeredBy', key: 'validation.required' }]),
  ]);
  const row = {
    state,
    answer: input.answer.trim(),
    answered_by: input.answeredBy.trim(),
    answered_item_id: input.itemId,
  };
  await w.db
    .updateTable('notified_question')
    .set({ ...row, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await logItem(w, input.itemId, 'note', { before, after: { id: before.id, ...row } });
}

/** Takes a question back before it was answered. */
export async function withdrawQuestion(
  w: Writer<'meeting.conduct'>,
  input: { readonly questionId: Id<'notifiedQuestion'>; readonly expectedVersion: number },
): Promise<void> {
  const { meeting_id } = await getRow(w, 'notified_question', input.questionId);
  await lockMeeting(w, meeting_id);
  const before = questionOf(await lockRow(w, 'notified_question', input.questionId));
  expectVersion(before, input.expectedVersion);
  await setState(w, before.id, questionStateAfter(before.state, 'withdraw'));
  await w.log({ noun: 'meeting', recordId: meeting_id, summary: 'question', before });
}

/**
 * Carries the questions of a meeting that were not answered to the next one, where each is a question of its own that knows where it came from. Said
 * twice it carries nothing more. Answers how many went on.
 */
export async function carryQuestions(
  w: Writer<'meeting.conduct'>,
  input: { readonly fromMeetingId: Id<'meeting'>; readonly toMeetingId?: Id<'meeting'> },
): Promise<number> {
  const from = await lockMeeting(w, input.fromMeetingId);
  const open = (await listQuestions(w, from.id)).filter((one) => one.state === 'announced');
  const toId = input.toMeetingId ?? (await findNextMeeting(w, from.bodyIds[0]!, from.heldOn))?.id;
  if (toId === undefined) throw new AppError('proceedings.noNextMeeting');
  const to = await lockMeeting(w, toId);
  refuseProblems(to.heldOn > from.heldOn ? [] : [{ path: 'toMeetingId', key: 'proceedings.laterMeeting' }]);
  const first = await nextQuestionPosition(w, to.id);
  if (open.length > 0)
    await w.db
      .insertInto('notified_question')
      .values(
        open.map((one, index) => ({
          tenant_id: w.tenantId,
          id: w.runtime.newId(),
          meeting_id: to.id,
          position: first + index,
          asked_by: one.askedBy,
          question: one.question,
          announced_on: one.announcedOn,
          state: 'announced',
          carried_from_id: one.id,
        })),
      )
      .execute();
  for (const one of open) await setState(w, one.id, questionStateAfter(one.state, 'carry'));
  await w.log({
    noun: 'meeting',
    recordId: from.id,
    summary: 'question',
    after: { carriedTo: to.id, questions: open.map((one) => one.id) },
  });
  return open.length;
}

async function setState(w: Writer, id: string, state: string): Promise<void> {
  await w.db
    .updateTable('notified_question')
    .set((eb) => ({ state, version: eb('version', '+', 1) }))
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', id)
    .execute();
}
