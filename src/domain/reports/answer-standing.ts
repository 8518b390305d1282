import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { type BodyKind, getBody } from '../organisation/index.ts';
import type { AnswerType } from './answer-types.ts';
import { bodyNouns } from './body-noun.ts';
import { refreshEntries } from './refresh-draft.ts';
import { lockEntry } from './report-writer.ts';
import { sentence } from './swedish-phrases.ts';
import { takePosition } from './take-position.ts';

/** The answers that are a standing sentence, given with one press. */
export const standingAnswers = [
  'notConcerned',
  'notDealtWith',
  'notNow',
  'elsewhere',
] as const satisfies readonly AnswerType[];
export type StandingAnswer = (typeof standingAnswers)[number];

/** The standing sentence of such an answer in the words of a kind of body: a beredning never speaks of itself as a nämnd. */
export function standingSentence(answer: StandingAnswer, kind: BodyKind): string {
  const noun = bodyNouns[kind];
  return {
    notConcerned: sentence(`${noun.definite} berörs ej av uppdraget`),
    notDealtWith: `Frågan har inte behandlats av ${noun.definite}.`,
    notNow: `Uppdraget ligger inte inom ${noun.genitive} område i det här skedet.`,
    elsewhere: `Uppdraget riktas till ${noun.another}.`,
  }[answer];
}

export type AnswerStanding = {
  readonly entryId: Id<'reportEntry'>;
  readonly expectedVersion: number;
  readonly answer: StandingAnswer;
  /** When it is to be asked again whether the assignment has come within the remit; of `notNow` only. */
  readonly recheckOn?: CivilDate | null | undefined;
};

/**
 * Answers with a standing sentence: it becomes the position of the body, which is what proves it, and the answer is drafted from it. What was written
 * in the answer before is replaced, as whoever presses sees.
 */
export async function answerStanding(w: Writer<'report.edit'>, input: AnswerStanding): Promise<void> {
  const { entry, report } = await lockEntry(w, input.entryId);
  expectVersion(entry, input.expectedVersion);
  refuseProblems(
    (standingAnswers as readonly string[]).includes(input.answer) ? [] : [{ path: 'answer', key: 'validation.choose' }],
  );
  const body = await getBody(w, report.body_id);
  const key = { assignmentId: entry.assignment_id, bodyId: body.id, year: report.year };
  const known = await w.db
    .selectFrom('assignment_position')
    .select('version')
    .where('tenant_id', '=', w.tenantId)
    .where('assignment_id', '=', key.assignmentId)
    .where('body_id', '=', key.bodyId)
    .where('year', '=', key.year)
    .executeTakeFirst();
  await takePosition(w, {
    ...key,
    text: standingSentence(input.answer, body.kind),
    answerType: input.answer,
    recheckOn: input.answer === 'notNow' ? (input.recheckOn ?? null) : null,
    ...(known && { expectedVersion: known.version }),
  });
  await w.db
    .updateTable('report_entry')
    .set({ edited: false, version: entry.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', entry.id)
    .execute();
  await refreshEntries(w, report, [entry.assignment_id]);
  await w.log({
    noun: 'reportEntry',
    recordId: entry.id,
    summary: 'standing answer',
    before: { answer: entry.answer_text, answerType: entry.answer_type },
    after: { answerType: input.answer, recheckOn: input.recheckOn ?? null },
  });
}
