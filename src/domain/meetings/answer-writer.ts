import { AppError } from '../../kernel/errors.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import { stockholmInstant } from '../../kernel/stockholm-instant.ts';
import type { Writer } from '../../storage/database.ts';
import { bodyRulesOn } from '../organisation/index.ts';
import { isLiveRequest, type ServingRequestAction, servingRequestStateAfter } from './absence-request-transitions.ts';
import type { Meeting } from './meeting.ts';
import { getMeeting } from './meeting-reader.ts';
import { meetingStateAfter } from './meeting-transitions.ts';
import { shareMeeting } from './meeting-writer.ts';
import { answerChoices, answerProblems, type ServingRequest, type Summons } from './summons.ts';
import type { AnswerChannel, SummonsAnswer } from './summons-table.ts';

/** What somebody answers. */
export type GivenAnswer = {
  readonly answer: SummonsAnswer;
  /** Why, for who wants to say. */
  readonly note?: string | null | undefined;
  /** The question about serving that stood above the answer, so that nobody serves who was not asked. */
  readonly requestId?: string | undefined;
};

/** When the doors close for answers from outside: the meeting begins, and who comes is seen in the room. */
export function answersUntil({ heldOn, startsAt }: Pick<Meeting, 'heldOn' | 'startsAt'>): Date {
  return stockholmInstant(heldOn, startsAt ?? '00:00');
}

/** Keeps an answer in place of an earlier one, and with it the answer to the question about serving. */
export async function writeAnswer(
  w: Writer<'summons.answer' | 'meeting.edit'>,
  summons: Summons & { readonly meetingId: string },
  input: GivenAnswer,
  through: AnswerChannel,
): Promise<void> {
  meetingStateAfter((await shareMeeting(w, summons.meetingId)).state, 'answerSummons');
  const meeting = await getMeeting(w, summons.meetingId);
  if (through !== 'secretary' && w.runtime.now() >= answersUntil(meeting)) throw new AppError('summons.tooLate');
  const rules = await bodyRulesOn(w, meeting.body.id, meeting.heldOn);
  const note = input.note?.trim() || null;
  refuseProblems(answerProblems({ ...input, note }, answerChoices(rules)));
  const row = { answer: input.answer, note, answered_at: w.runtime.now(), answered_through: through };
  await w.db
    .insertInto('summons_answer')
    .values({ tenant_id: w.tenantId, id: w.runtime.newId(), summons_id: summons.id, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'summons_id'])
        .doUpdateSet((eb) => ({ ...row, version: eb('summons_answer.version', '+', 1) })),
    )
    .execute();
  await answerRequest(w, summons, input, through);
  await w.log({
    noun: 'meeting',
    recordId: meeting.id,
    summary: 'answer',
    before: summons.answer && { answer: summons.answer.code },
    // Why somebody cannot come may be about their health: it stands in the answer alone, never in the log.
    after: { summonsId: summons.id, name: summons.name, answer: input.answer, through },
  });
}

async function answerRequest(
  w: Writer<'summons.answer' | 'meeting.edit'>,
  { requests }: Summons,
  { answer, requestId }: GivenAnswer,
  through: AnswerChannel,
): Promise<void> {
  const live = requests.find(({ state }) => isLiveRequest(state));
  if (!live) return;
  if (answer === 'cannotCome') await moveRequest(w, live, 'decline', through);
  else if (live.id === requestId) await moveRequest(w, live, 'accept', through);
}

/** Takes a question about serving to its next state. */
export async function moveRequest(
  w: Writer<'summons.answer' | 'meeting.edit'>,
  request: ServingRequest,
  action: ServingRequestAction,
  through: AnswerChannel,
): Promise<void> {
  const moved = await w.db
    .updateTable('serving_request')
    .set({
      state: servingRequestStateAfter(request.state, action),
      answered_at: w.runtime.now(),
      answered_through: through,
      version: request.version + 1,
    })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', request.id)
    .where('version', '=', request.version)
    .executeTakeFirst();
  if (moved.numUpdatedRows === 0n) throw new AppError('record.changedMeanwhile', {}, { current: request });
}
