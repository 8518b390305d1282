import type { Id } from '../../kernel/id.ts';
import { questionDeadline } from '../../kernel/legal-deadlines.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { type LockedMeeting, lockMeeting, meetingStateAfter } from '../meetings/index.ts';
import { bodyRulesOn } from '../organisation/index.ts';

export type AnnounceQuestion = {
  readonly meetingId: Id<'meeting'>;
  readonly question: string;
  /** Who asks; the person who is signed in unless the secretary notes it for somebody. */
  readonly askedBy?: string;
};

/**
 * Announces a question to a body, before its meeting or at it. Where the reglemente says how many days before (R-ORG-2), a later question waits for
 * the next meeting; where it says nothing, as for a chefsgrupp, it can be asked until the meeting is closed.
 */
export async function announceQuestion(
  w: Writer<'question.announce' | 'meeting.conduct'>,
  input: AnnounceQuestion,
): Promise<Id<'notifiedQuestion'>> {
  const meeting = await lockMeeting(w, input.meetingId);
  meetingStateAfter(meeting.state, 'announceQuestion');
  const own = w.auth.action === 'question.announce';
  const askedBy = (own ? undefined : input.askedBy?.trim()) || w.auth.actorName;
  refuseProblems([
    ...(input.question.trim() ? [] : [{ path: 'question', key: 'validation.required' }]),
    ...(await lateness(w, meeting)),
  ]);
  const id = w.runtime.newId();
  const row = { asked_by: askedBy, question: input.question.trim(), announced_on: w.runtime.today() };
  await w.db
    .insertInto('notified_question')
    .values({
      tenant_id: w.tenantId,
      id,
      meeting_id: input.meetingId,
      position: await nextQuestionPosition(w, input.meetingId),
      state: 'announced',
      ...row,
    })
    .execute();
  await w.log({ noun: 'meeting', recordId: input.meetingId, summary: 'question', after: { id, ...row } });
  return id;
}

async function lateness(w: Writer, meeting: LockedMeeting): Promise<readonly Problem[]> {
  const { questionDays } = await bodyRulesOn(w, meeting.bodyIds[0]!, meeting.heldOn);
  if (questionDays === null) return [];
  const { date } = questionDeadline(meeting.heldOn, questionDays);
  return w.runtime.today() > date ? [{ path: 'question', key: 'proceedings.questionTooLate', values: { date } }] : [];
}

/** The place after the last question of a meeting, which is locked. */
export async function nextQuestionPosition(w: Writer, meetingId: Id<'meeting'>): Promise<number> {
  const row = await w.db
    .selectFrom('notified_question')
    .select('position')
    .where('tenant_id', '=', w.tenantId)
    .where('meeting_id', '=', meetingId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row?.position ?? 0) + 1;
}
