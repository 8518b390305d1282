import type { CivilDate } from '../../kernel/civil-date.ts';
import { personalNumberProblems } from '../../kernel/personal-number.ts';
import type { Problem } from '../../kernel/problem.ts';
import { type Poll, type PollAccess, type PollQuestion, type PollQuestionKind, valuesOf } from './poll.ts';

/** What a person writes of a poll. */
export type PollFields = {
  readonly title: string;
  readonly about?: string | undefined;
  readonly access: PollAccess;
  readonly opensOn?: CivilDate | null | undefined;
  readonly closesOn?: CivilDate | null | undefined;
  readonly meetingId?: string | null | undefined;
  readonly dialogueId?: string | null | undefined;
  readonly groupLabel?: string | undefined;
  readonly groups?: readonly string[] | undefined;
};

/** What a person writes of a question. */
export type PollQuestionFields = {
  readonly kind: PollQuestionKind;
  readonly prompt: string;
  readonly lowLabel?: string | undefined;
  readonly highLabel?: string | undefined;
  readonly options?: readonly string[] | undefined;
  readonly goalStatementId?: string | null | undefined;
};

/** What somebody answers: a value by question, words by question, and a group if they like. */
export type Ballot = {
  readonly groupId?: string | null | undefined;
  readonly answers: Readonly<Record<string, string>>;
  readonly comments: Readonly<Record<string, string>>;
};

/** How long what somebody writes may be: a thought, not a letter. */
export const longestComment = 1000;

/** What was written on a form, by the kind of the question it answers; what was left empty is no answer. */
export function ballotOf(
  { questions }: Pick<Poll, 'questions'>,
  written: Readonly<Record<string, string>>,
): Pick<Ballot, 'answers' | 'comments'> {
  const words = new Set<string>(questions.filter(({ kind }) => kind === 'comment').map(({ id }) => id));
  const given = Object.entries(written).filter(([, value]) => value.trim() !== '');
  return {
    answers: Object.fromEntries(given.filter(([id]) => !words.has(id))),
    comments: Object.fromEntries(given.filter(([id]) => words.has(id))),
  };
}

export function pollProblems({ title, opensOn, closesOn, groupLabel, groups = [] }: PollFields): readonly Problem[] {
  const problems: Problem[] = [];
  if (title.trim() === '') problems.push({ path: 'title', key: 'validation.required' });
  if (opensOn && closesOn && closesOn < opensOn) problems.push({ path: 'closesOn', key: 'poll.closesBeforeOpening' });
  if (groups.length === 1) problems.push({ path: 'groups', key: 'poll.oneGroup' });
  if (groups.length > 0 && !groupLabel?.trim()) problems.push({ path: 'groupLabel', key: 'poll.groupLabel' });
  const twice = groups.find((name, index) => groups.indexOf(name) !== index);
  if (twice !== undefined) problems.push({ path: 'groups', key: 'poll.groupTwice', values: { name: twice } });
  return problems;
}

export function questionProblems({ kind, prompt, options = [] }: PollQuestionFields): readonly Problem[] {
  const problems: Problem[] = [];
  if (prompt.trim() === '') problems.push({ path: 'prompt', key: 'validation.required' });
  if (kind === 'single' && options.length < 2) problems.push({ path: 'options', key: 'poll.fewOptions' });
  const twice = options.find((option, index) => options.indexOf(option) !== index);
  if (twice !== undefined) problems.push({ path: 'options', key: 'poll.optionTwice', values: { option: twice } });
  return problems;
}

/** What keeps an answer from being counted. No question must be answered, but an answer to none is no answer. */
export function ballotProblems(
  { questions, groups }: Pick<Poll, 'questions' | 'groups'>,
  { groupId, answers, comments }: Ballot,
): readonly Problem[] {
  const problems: Problem[] = [];
  if (groupId && !groups.some(({ id }) => id === groupId)) problems.push({ path: 'grupp', key: 'validation.choose' });
  for (const [id, value] of Object.entries(answers))
    if (!questionOf(questions, id, (kind) => kind !== 'comment', value))
      problems.push({ path: `svar.${id}`, key: 'validation.choose' });
  for (const [id, comment] of Object.entries(comments)) {
    if (!questions.some((one) => one.id === id && one.kind === 'comment'))
      problems.push({ path: `svar.${id}`, key: 'validation.choose' });
    if (comment.length > longestComment)
      problems.push({ path: `svar.${id}`, key: 'validation.tooLong', values: { maximum: longestComment } });
    problems.push(...personalNumberProblems({ [`svar.${id}`]: comment }));
  }
  const first = questions[0];
  if (first && Object.keys(answers).length === 0 && Object.values(comments).every((words) => words.trim() === ''))
    problems.push({ path: `svar.${first.id}`, key: 'poll.nothingAnswered' });
  return problems;
}

function questionOf(
  questions: readonly PollQuestion[],
  id: string,
  fits: (kind: PollQuestionKind) => boolean,
  value: string,
): PollQuestion | undefined {
  return questions.find((one) => one.id === id && fits(one.kind) && valuesOf(one).includes(value));
}
