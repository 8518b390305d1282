import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { findBody, getBody } from '../organisation/index.ts';
import { planYears } from '../plans/index.ts';
import { listBudgetInputs } from './budget-input-reader.ts';
import { inputStateAfter } from './input-transitions.ts';
import { keepInputVersion, saveInput, takeInput } from './input-writer.ts';

export type StartInput = {
  readonly bodyId: Id<'body'>;
  readonly forYear: number;
  readonly toBodyId?: Id<'body'> | null;
  readonly title?: string;
  readonly matterId?: Id<'matter'> | null;
};

/** Begins the input (inspel) of a body to the plan of a year. A body gives one input a year; its title names both, as the letter of seed 001 does. */
export async function startInput(w: Writer<'report.edit'>, input: StartInput): Promise<Id<'budgetInput'>> {
  requireBody(w.auth, input.bodyId);
  const body = await getBody(w, input.bodyId);
  const receiver = input.toBodyId ? await findBody(w, input.toBodyId) : undefined;
  const [other] = await listBudgetInputs(w, { bodyId: body.id, forYear: input.forYear });
  refuseProblems([
    ...yearProblems(input.forYear),
    ...(other ? [{ path: 'forYear', key: 'followup.inputExists', values: { year: input.forYear } }] : []),
    ...receiverProblems(body.id, input.toBodyId, receiver !== undefined),
  ]);
  const id: Id<'budgetInput'> = w.runtime.newId();
  const row = {
    body_id: body.id,
    for_year: input.forYear,
    title:
      input.title?.trim() ||
      `Inspel från ${body.name} till ${receiver ? `${receiver.name}: ` : ''}verksamhetsplan med budget ${input.forYear}`,
    state: 'draft',
    to_body_id: input.toBodyId ?? null,
    matter_id: input.matterId ?? null,
    opening: '',
  };
  await w.db
    .insertInto('budget_input')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'budgetInput', recordId: id, summary: 'begun', after: row });
  return id;
}

export type EditInput = {
  readonly inputId: Id<'budgetInput'>;
  readonly expectedVersion: number;
  readonly title: string;
  readonly opening: string;
  readonly datedOn?: CivilDate | null;
  readonly toBodyId?: Id<'body'> | null;
};

/** Saves what stands around the points and who receives the letter. The text before is kept as a version. */
export async function editInput(w: Writer<'report.edit'>, input: EditInput): Promise<void> {
  const before = await takeInput(w, input, 'giver', input);
  inputStateAfter(before.state, 'edit');
  const toBodyId = input.toBodyId === undefined ? (before.to?.id ?? null) : input.toBodyId;
  refuseProblems([
    ...(input.title.trim() ? [] : [{ path: 'title', key: 'validation.required' }]),
    ...(input.datedOn && !isCivilDate(input.datedOn) ? [{ path: 'datedOn', key: 'validation.date' }] : []),
    ...receiverProblems(before.body.id, toBodyId, toBodyId === null || (await exists(w, toBodyId))),
  ]);
  await keepInputVersion(w, before.id, 'edited');
  const row = {
    title: input.title.trim(),
    opening: input.opening.trim(),
    dated_on: input.datedOn === undefined ? before.datedOn : input.datedOn,
    to_body_id: toBodyId,
  };
  await saveInput(w, before, row, 'edited');
}

function yearProblems(year: number): readonly Problem[] {
  if (!Number.isInteger(year)) return [{ path: 'forYear', key: 'validation.number' }];
  if (year < planYears.first)
    return [{ path: 'forYear', key: 'validation.tooSmall', values: { minimum: planYears.first } }];
  if (year > planYears.last)
    return [{ path: 'forYear', key: 'validation.tooBig', values: { maximum: planYears.last } }];
  return [];
}

function receiverProblems(
  bodyId: Id<'body'>,
  toBodyId: Id<'body'> | null | undefined,
  known: boolean,
): readonly Problem[] {
  if (!toBodyId) return [];
  if (!known) return [{ path: 'toBodyId', key: 'validation.id' }];
  return toBodyId === bodyId ? [{ path: 'toBodyId', key: 'input.toItself' }] : [];
}

const exists = async (r: Reader, id: Id<'body'>) => (await findBody(r, id)) !== undefined;

/** Throws `record.notFound` when the input has no such point. */
export function pointIn<Point extends { readonly id: string }>(points: readonly Point[], id: string): Point {
  const point = points.find((one) => one.id === id);
  if (!point) throw new AppError('record.notFound');
  return point;
}
