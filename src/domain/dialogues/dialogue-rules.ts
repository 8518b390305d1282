import type { CivilDate } from '../../kernel/civil-date.ts';
import { personalNumberProblems } from '../../kernel/personal-number.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { AnswerUnit, CountQualifier, DialogueKind, InsightKind } from './dialogue.ts';

/** What a person writes of a dialogue. */
export type DialogueFields = {
  readonly kind: DialogueKind;
  readonly title: string;
  readonly fromOn: CivilDate;
  readonly toOn?: CivilDate | undefined;
  readonly place?: string | undefined;
  readonly occasions?: number | undefined;
  readonly occasionsQualifier?: CountQualifier | undefined;
  readonly participants?: number | undefined;
  readonly participantsQualifier?: CountQualifier | undefined;
  readonly answerUnits?: AnswerUnit | undefined;
  readonly summary?: string | undefined;
  readonly materials?: readonly string[] | undefined;
  readonly meetingId?: string | undefined;
};

export type InsightFields = {
  readonly kind: InsightKind;
  readonly insight: string;
  readonly answer?: string | undefined;
  readonly goalStatementId?: string | undefined;
  readonly assignmentId?: string | undefined;
};

/** Where a change shows: one of the three. */
export type ChangeFields = {
  readonly sentence: string;
  readonly goalDocumentId?: string | undefined;
  readonly planId?: string | undefined;
  readonly decisionId?: string | undefined;
};

export function dialogueProblems(fields: DialogueFields): readonly Problem[] {
  const { title, fromOn, toOn, occasions, participants, summary } = fields;
  const problems: Problem[] = [];
  if (title.trim() === '') problems.push({ path: 'title', key: 'validation.required' });
  if (toOn !== undefined && toOn < fromOn) problems.push({ path: 'toOn', key: 'dialogue.endsBeforeStart' });
  for (const [path, count] of Object.entries({ occasions, participants }))
    if (count !== undefined && count < 1) problems.push({ path, key: 'validation.tooSmall', values: { minimum: 1 } });
  return [...problems, ...personalNumberProblems({ title, summary })];
}

export function insightProblems({ insight, answer }: InsightFields): readonly Problem[] {
  if (insight.trim() === '') return [{ path: 'insight', key: 'validation.required' }];
  return personalNumberProblems({ insight, answer });
}

export function changeProblems({ sentence, goalDocumentId, planId, decisionId }: ChangeFields): readonly Problem[] {
  const problems: Problem[] = [];
  if (sentence.trim() === '') problems.push({ path: 'sentence', key: 'validation.required' });
  if ([goalDocumentId, planId, decisionId].filter(Boolean).length !== 1)
    problems.push({ path: 'goalDocumentId', key: 'dialogue.oneRecord' });
  return problems;
}
