import { isCivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { freezeFormResponse, getFormVersion } from '../forms/index.ts';
import { getBody } from '../organisation/index.ts';
import { areasOf } from './assessment-rules.ts';
import { lockRound } from './assessment-writer.ts';

type RoundFields = { readonly title: string; readonly dueOn: string };

export type StartAssessmentRound = RoundFields & {
  readonly bodyId: Id<'body'>;
  readonly formVersionId: Id<'formVersion'>;
  readonly year: number;
};

/** Prepares a round of a year: which form is asked, who leads it and until when. Units are added before or after it opens. */
export async function startAssessmentRound(
  w: Writer<'selfassessment.edit'>,
  input: StartAssessmentRound,
): Promise<Id<'assessmentRound'>> {
  requireBody(w.auth, input.bodyId);
  await getBody(w, input.bodyId);
  refuseProblems(roundProblems(input, w.runtime.today()));
  const formVersion = await getFormVersion(w, input.formVersionId);
  if (formVersion.state !== 'published') throw new AppError('form.notPublished');
  if (formVersion.form.purpose !== 'selfAssessment' || areasOf(formVersion.structure).length === 0)
    refuseProblems([{ path: 'formVersionId', key: 'selfassessments.formWithoutAreas' }]);
  const id: Id<'assessmentRound'> = w.runtime.newId();
  const row = {
    form_version_id: formVersion.id,
    body_id: input.bodyId,
    year: input.year,
    title: input.title.trim(),
    due_on: input.dueOn,
    state: 'preparing',
  };
  await w.db
    .insertInto('assessment_round')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'assessmentRound', recordId: id, after: row });
  return id;
}

/** Changes the name of a round or its last day. */
export async function changeAssessmentRound(
  w: Writer<'selfassessment.edit'>,
  input: RoundFields & { readonly roundId: Id<'assessmentRound'>; readonly expectedVersion: number },
): Promise<void> {
  const { nextState: _, ...before } = await lockRound(w, input.roundId, 'change');
  expectVersion(before, input.expectedVersion, input);
  refuseProblems(roundProblems({ ...input, year: before.year }, w.runtime.today()));
  const row = { title: input.title.trim(), due_on: input.dueOn };
  await w.db
    .updateTable('assessment_round')
    .set({ ...row, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: 'assessmentRound', recordId: before.id, before, after: row });
}

/** Opens a round for answers, or closes it for good: then all its answers are frozen, and what the units agreed on is counted into the whole. */
export async function moveAssessmentRound(
  w: Writer<'selfassessment.edit'>,
  input: {
    readonly roundId: Id<'assessmentRound'>;
    readonly expectedVersion: number;
    readonly move: 'open' | 'close';
  },
): Promise<void> {
  const { nextState, ...before } = await lockRound(w, input.roundId, input.move);
  expectVersion(before, input.expectedVersion, { move: input.move });
  const made = await w.db
    .selectFrom('self_assessment')
    .select('form_response_id')
    .where('tenant_id', '=', w.tenantId)
    .where('round_id', '=', before.id)
    .execute();
  if (made.length === 0) refuseProblems([{ path: 'move', key: 'selfassessments.noUnits' }]);
  if (input.move === 'close') for (const { form_response_id: id } of made) await freezeFormResponse(w, id);
  await w.db
    .updateTable('assessment_round')
    .set({ state: nextState, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({
    noun: 'assessmentRound',
    recordId: before.id,
    before: { state: before.state },
    after: { state: nextState },
  });
}

function roundProblems(input: RoundFields & { readonly year: number }, today: string): readonly Problem[] {
  return [
    ...(input.title.trim() ? [] : [{ path: 'title', key: 'validation.required' }]),
    ...(isCivilDate(input.dueOn) ? [] : [{ path: 'dueOn', key: 'validation.date' }]),
    ...(isCivilDate(input.dueOn) && input.dueOn < today ? [{ path: 'dueOn', key: 'selfassessments.dueBefore' }] : []),
    ...(Number.isInteger(input.year) && input.year >= 2000 && input.year <= 2100
      ? []
      : [{ path: 'year', key: 'validation.number' }]),
  ];
}
