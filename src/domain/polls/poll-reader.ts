import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { type Poll, type PollAccess, type PollQuestion, type PollQuestionKind, usualEndLabels } from './poll.ts';
import { type CountedBallot, liveResult, pollResult, type QuestionResult } from './poll-result.ts';
import type { PollState } from './poll-transitions.ts';

export type PollFilter = {
  readonly ids?: readonly Id<'poll'>[];
  readonly state?: PollState;
  readonly meetingId?: Id<'meeting'>;
  readonly dialogueId?: Id<'dialogue'>;
  /** Polls with a question about the goal. */
  readonly goalId?: Id<'goal'>;
  readonly limit?: number;
  readonly offset?: number;
};

/** The polls that fit a filter, newest first, with their questions and groups: as many queries for many as for one. */
export async function listPolls(r: Reader, filter: PollFilter = {}): Promise<readonly Poll[]> {
  const { ids, state, meetingId, dialogueId, goalId } = filter;
  let query = r.db
    .selectFrom('poll')
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'poll.tenant_id').onRef('body.id', '=', 'poll.body_id'),
    )
    .leftJoin('meeting', (join) =>
      join.onRef('meeting.tenant_id', '=', 'poll.tenant_id').onRef('meeting.id', '=', 'poll.meeting_id'),
    )
    .leftJoin('dialogue', (join) =>
      join.onRef('dialogue.tenant_id', '=', 'poll.tenant_id').onRef('dialogue.id', '=', 'poll.dialogue_id'),
    )
    .selectAll('poll')
    .select(['body.name as body_name', 'meeting.held_on', 'dialogue.title as dialogue_title'])
    .select((eb) =>
      eb
        .selectFrom('poll_ballot as ballot')
        .select(eb.fn.countAll().as('count'))
        .whereRef('ballot.tenant_id', '=', 'poll.tenant_id')
        .whereRef('ballot.poll_id', '=', 'poll.id')
        .as('ballots'),
    )
    .where('poll.tenant_id', '=', r.tenantId);
  if (ids !== undefined) query = query.where((eb) => eb('poll.id', '=', eb.fn.any(eb.val([...ids]))));
  if (state !== undefined) query = query.where('poll.state', '=', state);
  if (meetingId !== undefined) query = query.where('poll.meeting_id', '=', meetingId);
  if (dialogueId !== undefined) query = query.where('poll.dialogue_id', '=', dialogueId);
  if (goalId !== undefined)
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('poll_question as question')
          .innerJoin('goal_statement as statement', (join) =>
            join
              .onRef('statement.tenant_id', '=', 'question.tenant_id')
              .onRef('statement.id', '=', 'question.goal_statement_id'),
          )
          .select('question.id')
          .whereRef('question.tenant_id', '=', 'poll.tenant_id')
          .whereRef('question.poll_id', '=', 'poll.id')
          .where('statement.goal_id', '=', goalId),
      ),
    );
  let ordered = query.orderBy('poll.created_at', 'desc').orderBy('poll.id');
  if (filter.limit !== undefined) ordered = ordered.limit(filter.limit);
  if (filter.offset !== undefined) ordered = ordered.offset(filter.offset);
  const rows = await ordered.execute();
  if (rows.length === 0) return [];
  const pollIds = rows.map(({ id }) => id);
  const questions = await questionsOf(r, pollIds);
  const groups = await groupsOf(r, pollIds);
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    code: row.code,
    body: { id: row.body_id, name: row.body_name },
    title: row.title,
    about: row.about,
    access: row.access as PollAccess,
    state: row.state as PollState,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    meeting: row.meeting_id !== null && row.held_on !== null ? { id: row.meeting_id, heldOn: row.held_on } : null,
    dialogue:
      row.dialogue_id !== null && row.dialogue_title !== null
        ? { id: row.dialogue_id, title: row.dialogue_title }
        : null,
    groupLabel: row.group_label,
    groups: groups.get(row.id)?.map(({ id, name }) => ({ id, name })) ?? [],
    questions: questions.get(row.id)?.map(toQuestion) ?? [],
    linksMade: row.links_made,
    ballots: Number(row.ballots),
  }));
}

/** One poll. Throws `record.notFound`. */
export async function getPoll(r: Reader, id: Id<'poll'>): Promise<Poll> {
  const [poll] = isId(id) ? await listPolls(r, { ids: [id] }) : [];
  if (!poll) throw new AppError('record.notFound');
  return poll;
}

/** What may be seen of the answers: while the poll is open the whole in steps of five, afterwards also by group. A draft has none. */
export async function resultOf(r: Reader, poll: Poll): Promise<readonly QuestionResult[]> {
  if (poll.state === 'draft') return [];
  if (poll.state !== 'open') return pollResult(poll, await ballotsOf(r, poll.id));
  const { shown } = await r.db
    .selectFrom('poll')
    .select('shown')
    .where('tenant_id', '=', r.tenantId)
    .where('id', '=', poll.id)
    .executeTakeFirstOrThrow();
  return liveResult(poll, shown);
}

/** What was ticked, ballot by ballot; for counting alone, and handed to no page. */
export async function ballotsOf(r: Reader, pollId: Id<'poll'>): Promise<readonly CountedBallot[]> {
  const rows = await r.db
    .selectFrom('poll_ballot')
    .select(['poll_group_id', 'answers'])
    .where('tenant_id', '=', r.tenantId)
    .where('poll_id', '=', pollId)
    .execute();
  return rows.map(({ poll_group_id, answers }) => ({ groupId: poll_group_id, answers }));
}

/** What somebody wrote, and whether it was chosen to be shown. */
export type PollComment = {
  readonly id: Id<'pollComment'>;
  readonly questionId: Id<'pollQuestion'>;
  readonly comment: string;
  readonly chosen: boolean;
};

/** What was written, in an order that says nothing about when. `chosenOnly` for everybody but those who run the poll. */
export async function commentsOf(
  r: Reader,
  pollId: Id<'poll'>,
  options: { readonly chosenOnly: boolean },
): Promise<readonly PollComment[]> {
  let query = r.db
    .selectFrom('poll_comment')
    .select(['id', 'poll_question_id', 'comment', 'chosen'])
    .where('tenant_id', '=', r.tenantId)
    .where('poll_id', '=', pollId);
  if (options.chosenOnly) query = query.where('chosen', '=', true);
  const rows = await query.orderBy('comment').orderBy('id').execute();
  return rows.map(({ poll_question_id, ...row }) => ({ ...row, questionId: poll_question_id }));
}

/** How many of the keys of a poll with codes have been used; the keys of a closed poll are gone. */
export async function usedKeys(r: Reader, pollId: Id<'poll'>): Promise<number> {
  const { used } = await r.db
    .selectFrom('poll_key')
    .select((eb) => eb.fn.countAll().as('used'))
    .where('tenant_id', '=', r.tenantId)
    .where('poll_id', '=', pollId)
    .where('used', '=', true)
    .executeTakeFirstOrThrow();
  return Number(used);
}

async function questionsOf(r: Reader, pollIds: readonly string[]) {
  const rows = await r.db
    .selectFrom('poll_question as question')
    .leftJoin('goal_statement as statement', (join) =>
      join
        .onRef('statement.tenant_id', '=', 'question.tenant_id')
        .onRef('statement.id', '=', 'question.goal_statement_id'),
    )
    .leftJoin('goal', (join) =>
      join.onRef('goal.tenant_id', '=', 'statement.tenant_id').onRef('goal.id', '=', 'statement.goal_id'),
    )
    .selectAll('question')
    .select(['goal.id as goal_id', 'goal.heading', 'statement.statement'])
    .where('question.tenant_id', '=', r.tenantId)
    .where('question.poll_id', 'in', [...pollIds])
    .orderBy('question.position')
    .execute();
  return Map.groupBy(rows, ({ poll_id }) => poll_id);
}

async function groupsOf(r: Reader, pollIds: readonly string[]) {
  const rows = await r.db
    .selectFrom('poll_group')
    .select(['id', 'poll_id', 'name'])
    .where('tenant_id', '=', r.tenantId)
    .where('poll_id', 'in', [...pollIds])
    .orderBy('position')
    .execute();
  return Map.groupBy(rows, ({ poll_id }) => poll_id);
}

function toQuestion(
  row: NonNullable<ReturnType<Awaited<ReturnType<typeof questionsOf>>['get']>>[number],
): PollQuestion {
  const { goal_id, goal_statement_id, heading, statement } = row;
  return {
    id: row.id,
    position: row.position,
    kind: row.kind as PollQuestionKind,
    prompt: row.prompt,
    lowLabel: row.low_label ?? usualEndLabels.low,
    highLabel: row.high_label ?? usualEndLabels.high,
    options: row.options,
    goal:
      goal_id !== null && goal_statement_id !== null && heading !== null && statement !== null
        ? { id: goal_id, statementId: goal_statement_id, heading, statement }
        : null,
  };
}
