import type { CivilDate } from '../../kernel/civil-date.ts';
import { isCivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { getBody } from '../organisation/index.ts';
import { addStep, lockDeviation, refusePatientData } from './deviation-writer.ts';
import {
  type ImprovementAct,
  type ImprovementMove,
  type ImprovementState,
  improvementStateAfter,
} from './improvement.ts';

/** Begins an improvement from deviations that are alike. */
export async function startImprovement(
  w: Writer<'deviation.handle'>,
  input: {
    readonly bodyId: Id<'body'>;
    readonly title: string;
    readonly aim: string;
    readonly deviationIds: readonly Id<'deviation'>[];
  },
): Promise<Id<'improvementWork'>> {
  requireBody(w.auth, input.bodyId);
  const [title, aim] = [input.title.trim(), input.aim.trim()];
  refuseProblems([
    ...(title ? [] : [{ path: 'title', key: 'validation.required' }]),
    ...(aim ? [] : [{ path: 'aim', key: 'validation.required' }]),
    ...(input.deviationIds.length > 0 ? [] : [{ path: 'deviationIds', key: 'deviations.noneChosen' }]),
  ]);
  await refusePatientData(w, { title, aim }, true);
  await getBody(w, input.bodyId);
  const id: Id<'improvementWork'> = w.runtime.newId();
  const row = { body_id: input.bodyId, title, aim, state: 'planned', effect: '', effect_on: null };
  await w.db
    .insertInto('improvement_work')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'improvementWork', recordId: id, after: row });
  for (const deviationId of new Set(input.deviationIds)) await linkToImprovement(w, id, deviationId, title);
  return id;
}

/** Takes a further deviation to an improvement that is under way. */
export async function addToImprovement(
  w: Writer<'deviation.handle'>,
  input: { readonly improvementId: Id<'improvementWork'>; readonly deviationId: Id<'deviation'> },
): Promise<void> {
  const work = await lockImprovement(w, input.improvementId, 'act');
  await linkToImprovement(w, work.id, input.deviationId, work.title);
}

/** Adds something that is to be done, by whom and by when. */
export async function addImprovementAction(
  w: Writer<'deviation.handle'>,
  input: {
    readonly improvementId: Id<'improvementWork'>;
    readonly what: string;
    readonly bodyId: Id<'body'>;
    readonly responsibleFunction: string;
    readonly dueOn: CivilDate;
  },
): Promise<Id<'improvementAction'>> {
  const work = await lockImprovement(w, input.improvementId, 'act');
  const [what, responsibleFunction] = [input.what.trim(), input.responsibleFunction.trim()];
  refuseProblems([
    ...(what ? [] : [{ path: 'what', key: 'validation.required' }]),
    ...(responsibleFunction ? [] : [{ path: 'responsibleFunction', key: 'validation.required' }]),
    ...(isCivilDate(input.dueOn) ? [] : [{ path: 'dueOn', key: 'validation.date' }]),
  ]);
  await refusePatientData(w, { what, responsibleFunction }, true);
  await getBody(w, input.bodyId);
  const { last } = await w.db
    .selectFrom('improvement_action')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('tenant_id', '=', w.tenantId)
    .where('improvement_work_id', '=', work.id)
    .executeTakeFirstOrThrow();
  const id: Id<'improvementAction'> = w.runtime.newId();
  const row = {
    improvement_work_id: work.id,
    number: (last ?? 0) + 1,
    what,
    body_id: input.bodyId,
    responsible_function: responsibleFunction,
    due_on: input.dueOn,
    done_on: null,
  };
  await w.db
    .insertInto('improvement_action')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'improvementAction', recordId: id, after: row });
  return id;
}

/** Marks an action as done today. Saying it again changes nothing. */
export async function finishImprovementAction(
  w: Writer<'deviation.handle'>,
  actionId: Id<'improvementAction'>,
): Promise<Id<'improvementWork'>> {
  const { improvement_work_id: workId } = await getRow(w, 'improvement_action', actionId);
  await lockImprovement(w, workId, 'act');
  const before = await lockRow(w, 'improvement_action', actionId);
  if (before.done_on !== null) return workId;
  const row = { done_on: w.runtime.today() };
  await w.db
    .updateTable('improvement_action')
    .set({ ...row, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: 'improvementAction', recordId: before.id, before: { done_on: null }, after: row });
  return workId;
}

/** Takes an improvement to its next state. What is carried out or stopped says what it led to, or why. */
export async function moveImprovement(
  w: Writer<'deviation.handle'>,
  input: {
    readonly improvementId: Id<'improvementWork'>;
    readonly expectedVersion: number;
    readonly move: ImprovementMove;
    readonly effect?: string | undefined;
  },
): Promise<void> {
  const effect = input.effect?.trim() ?? '';
  await refusePatientData(w, { effect }, true);
  const before = await lockImprovement(w, input.improvementId, input.move);
  expectVersion(before, input.expectedVersion, { move: input.move, effect });
  const ends = input.move !== 'start';
  if (ends && effect === '') refuseProblems([{ path: 'effect', key: 'deviations.effect' }]);
  const row = {
    state: improvementStateAfter(before.state as ImprovementState, input.move),
    ...(ends && { effect, effect_on: w.runtime.today() }),
  };
  await w.db
    .updateTable('improvement_work')
    .set({ ...row, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: 'improvementWork', recordId: before.id, before: { state: before.state }, after: row });
}

async function lockImprovement(w: Writer, id: Id<'improvementWork'>, action: ImprovementAct) {
  requireBody(w.auth, (await getRow(w, 'improvement_work', id)).body_id);
  const row = await lockRow(w, 'improvement_work', id);
  improvementStateAfter(row.state as ImprovementState, action);
  return row;
}

async function linkToImprovement(
  w: Writer<'deviation.handle'>,
  improvementId: Id<'improvementWork'>,
  deviationId: Id<'deviation'>,
  title: string,
): Promise<void> {
  const before = await lockDeviation(w, deviationId, 'improve');
  const row = { improvement_work_id: improvementId };
  await w.db
    .updateTable('deviation')
    .set({ ...row, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await addStep(w, before.id, { action: 'improve', state: before.nextState, note: title });
  await w.log({
    noun: 'deviation',
    recordId: before.id,
    before: { improvement_work_id: before.improvement_work_id },
    after: row,
  });
}
