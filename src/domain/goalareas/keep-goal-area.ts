import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { type DeviationKind, deviationKinds } from '../deviations/index.ts';
import { getBody } from '../organisation/index.ts';
import { listAreaCandidates } from './area-record-reader.ts';
import type { AreaNoun, AreaRecord } from './goal-area.ts';

/** What a person writes of a goal area. */
export type GoalAreaFields = {
  readonly name: string;
  readonly description?: string | undefined;
  readonly deviationKinds?: readonly DeviationKind[] | undefined;
};

/** Adds an area last in the order of the model. */
export async function addGoalArea(w: Writer<'goalArea.edit'>, input: GoalAreaFields): Promise<Id<'goalArea'>> {
  requireWhole(w);
  await refuseFields(w, input);
  const { last } = await w.db
    .selectFrom('goal_area')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('tenant_id', '=', w.tenantId)
    .executeTakeFirstOrThrow();
  const id: Id<'goalArea'> = w.runtime.newId();
  const row = { position: (last ?? 0) + 1, ...rowOf(input) };
  await w.db
    .insertInto('goal_area')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'goalArea', recordId: id, after: row });
  return id;
}

/** Changes what an area is called and which patterns belong to it. */
export async function changeGoalArea(
  w: Writer<'goalArea.edit'>,
  input: GoalAreaFields & { readonly areaId: Id<'goalArea'>; readonly expectedVersion: number },
): Promise<void> {
  requireWhole(w);
  const before = await lockRow(w, 'goal_area', input.areaId);
  expectVersion(before, input.expectedVersion, input);
  await refuseFields(w, input, before.id);
  const row = rowOf(input);
  await w.db
    .updateTable('goal_area')
    .set({ ...row, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: 'goalArea', recordId: before.id, before, after: row });
}

/** Chooses a record to be shown in an area. Choosing it again changes nothing. */
export async function linkToArea(
  w: Writer<'goalArea.edit'>,
  input: {
    readonly areaId: Id<'goalArea'>;
    readonly noun: AreaNoun;
    readonly recordId: string;
    readonly year: number;
    /** What can be chosen, where the caller has just read it. */
    readonly candidates?: readonly AreaRecord[];
  },
): Promise<void> {
  requireWhole(w);
  const { id: areaId } = await lockRow(w, 'goal_area', input.areaId);
  const { year } = input;
  const candidates = input.candidates ?? (await listAreaCandidates(w, { year, today: w.runtime.today() }));
  if (!candidates.some(({ noun, id }) => noun === input.noun && id === input.recordId))
    throw new AppError('record.notFound');
  const row = {
    goal_area_id: areaId,
    noun: input.noun,
    record_id: input.recordId,
    chosen_by: w.auth.actorName,
    chosen_on: w.runtime.today(),
  };
  await w.db
    .insertInto('goal_area_link')
    .values({ tenant_id: w.tenantId, id: w.runtime.newId(), ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'goal_area_id', 'noun', 'record_id']).doNothing())
    .execute();
  await w.log({ noun: 'goalArea', recordId: areaId, summary: 'record chosen', after: row });
}

/** Takes a record out of an area; the record itself stays. */
export async function unlinkFromArea(
  w: Writer<'goalArea.edit'>,
  input: { readonly areaId: Id<'goalArea'>; readonly noun: AreaNoun; readonly recordId: string },
): Promise<void> {
  requireWhole(w);
  const { id: areaId } = await lockRow(w, 'goal_area', input.areaId);
  await w.db
    .deleteFrom('goal_area_link')
    .where('tenant_id', '=', w.tenantId)
    .where('goal_area_id', '=', areaId)
    .where('noun', '=', input.noun)
    .where('record_id', '=', input.recordId)
    .execute();
  await w.log({ noun: 'goalArea', recordId: areaId, summary: 'record taken out', before: input });
}

/** Says which function answers for an area at a principal; an empty title says that nobody does any more. */
export async function setAreaResponsible(
  w: Writer<'goalArea.edit'>,
  input: { readonly areaId: Id<'goalArea'>; readonly bodyId: Id<'body'>; readonly functionTitle: string },
): Promise<void> {
  requireWhole(w);
  const { id: areaId } = await lockRow(w, 'goal_area', input.areaId);
  await getBody(w, input.bodyId);
  const title = input.functionTitle.trim();
  const row = { goal_area_id: areaId, body_id: input.bodyId, function_title: title };
  await w.db
    .deleteFrom('goal_area_responsible')
    .where('tenant_id', '=', w.tenantId)
    .where('goal_area_id', '=', areaId)
    .where('body_id', '=', input.bodyId)
    .execute();
  if (title)
    await w.db
      .insertInto('goal_area_responsible')
      .values({ tenant_id: w.tenantId, id: w.runtime.newId(), ...row })
      .execute();
  await w.log({ noun: 'goalArea', recordId: areaId, summary: 'responsible', after: row });
}

/** The model is common to all bodies: it is kept by those who may in the whole authority. */
function requireWhole(w: Writer): void {
  if (w.auth.bodies !== 'all') throw new AppError('access.denied');
}

async function refuseFields(w: Writer, input: GoalAreaFields, own?: string): Promise<void> {
  const name = clean(input.name);
  const found = await w.db
    .selectFrom('goal_area')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('name', '=', name)
    .executeTakeFirst();
  refuseProblems([
    ...(name ? [] : [{ path: 'name', key: 'validation.required' }]),
    ...(found && found.id !== own ? [{ path: 'name', key: 'goalareas.nameTaken' }] : []),
    ...((input.deviationKinds ?? []).every((kind) => Object.hasOwn(deviationKinds, kind))
      ? []
      : [{ path: 'deviationKinds', key: 'validation.choose' }]),
  ]);
}

function rowOf(fields: GoalAreaFields) {
  return {
    name: clean(fields.name),
    description: fields.description?.trim() ?? '',
    deviation_kinds: JSON.stringify([...new Set(fields.deviationKinds ?? [])]),
  };
}

const clean = (text: string): string => text.trim().replace(/\s+/gu, ' ');
