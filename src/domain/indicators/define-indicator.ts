import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { asOfKind } from './as-of.ts';
import { listDefinitionNumbers } from './definition-reader.ts';
import { type Direction, directions } from './series.ts';

export type IndicatorFields = {
  readonly name: string;
  readonly unit: string;
  readonly direction: Direction;
  readonly area?: string | null;
  readonly code?: string | null;
  readonly countedById?: Id<'indicator'> | null;
};

export type DefinitionFields = {
  readonly definition: string;
  readonly numerator?: string | null;
  readonly denominator?: string | null;
  readonly source?: string | null;
  readonly method?: string | null;
  readonly validFrom?: string | null;
  readonly breaksSeries?: boolean;
  readonly breakNote?: string | null;
};

/** Enters an indicator, and its first definition when there is one. */
export async function defineIndicator(
  w: Writer<'indicator.edit'>,
  input: IndicatorFields & Partial<DefinitionFields>,
): Promise<Id<'indicator'>> {
  const { definition } = input;
  refuseProblems([
    ...(await fieldProblems(w, input)),
    ...(definition?.trim() ? definitionProblems({ ...input, definition }) : []),
  ]);
  const id: Id<'indicator'> = w.runtime.newId();
  const row = rowOf(input);
  await w.db
    .insertInto('indicator')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'indicator', recordId: id, after: row });
  if (definition?.trim()) await addDefinition(w, { ...input, definition, indicatorId: id });
  return id;
}

/** Changes the name, unit and place in the register of an indicator; what it means is a definition, in versions. */
export async function changeIndicator(
  w: Writer<'indicator.edit'>,
  input: IndicatorFields & { readonly indicatorId: Id<'indicator'>; readonly expectedVersion: number },
): Promise<void> {
  const before = await lockRow(w, 'indicator', input.indicatorId);
  expectVersion(before, input.expectedVersion, input);
  refuseProblems(await fieldProblems(w, input, input.indicatorId));
  const row = rowOf(input);
  await w.db
    .updateTable('indicator')
    .set({ ...row, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: 'indicator', recordId: before.id, before, after: row });
}

/** Gives an indicator a new definition. The earlier ones are kept, and values that were measured by them go on saying so. */
export async function addDefinition(
  w: Writer<'indicator.edit'>,
  input: DefinitionFields & { readonly indicatorId: Id<'indicator'> },
): Promise<number> {
  const indicator = await lockRow(w, 'indicator', input.indicatorId);
  refuseProblems(definitionProblems(input));
  const number = ((await listDefinitionNumbers(w, [indicator.id])).get(indicator.id) ?? 0) + 1;
  const words = (text: string | null | undefined) => text?.trim() || null;
  const row = {
    indicator_id: indicator.id,
    number,
    valid_from: words(input.validFrom),
    definition: input.definition.trim(),
    numerator: words(input.numerator),
    denominator: words(input.denominator),
    source: words(input.source),
    method: words(input.method),
    breaks_series: input.breaksSeries ?? false,
    break_note: words(input.breakNote),
    made_at: w.runtime.now(),
    made_by: w.auth.actorName,
  };
  await w.db
    .insertInto('indicator_definition')
    .values({ tenant_id: w.tenantId, id: w.runtime.newId(), ...row })
    .execute();
  await w.log({ noun: 'indicator', recordId: indicator.id, summary: 'definition', after: row });
  return number;
}

function rowOf(input: IndicatorFields) {
  return {
    name: input.name.trim(),
    unit: input.unit.trim(),
    direction: input.direction,
    area: input.area?.trim() || null,
    code: input.code?.trim() || null,
    counted_by_id: input.countedById ?? null,
  };
}

async function fieldProblems(w: Writer, input: IndicatorFields, own?: string): Promise<readonly Problem[]> {
  const { name, unit, area: _area, code } = rowOf(input);
  const taken = await w.db
    .selectFrom('indicator')
    .select(['id', 'name', 'unit', 'code'])
    .where('tenant_id', '=', w.tenantId)
    .where((eb) =>
      eb.or([eb.and([eb('name', '=', name), eb('unit', '=', unit)]), ...(code ? [eb('code', '=', code)] : [])]),
    )
    .execute();
  const others = taken.filter(({ id }) => id !== own);
  const counted = input.countedById
    ? await w.db
        .selectFrom('indicator')
        .select('id')
        .where('tenant_id', '=', w.tenantId)
        .where('id', '=', input.countedById)
        .executeTakeFirst()
    : undefined;
  return [
    ...(name ? [] : [{ path: 'name', key: 'validation.required' }]),
    ...(unit ? [] : [{ path: 'unit', key: 'validation.required' }]),
    ...(Object.hasOwn(directions, input.direction) ? [] : [{ path: 'direction', key: 'validation.choose' }]),
    ...(others.some((one) => one.name === name && one.unit === unit)
      ? [{ path: 'name', key: 'indicators.nameTaken' }]
      : []),
    ...(code && others.some((one) => one.code === code) ? [{ path: 'code', key: 'indicators.codeTaken' }] : []),
    ...(input.countedById && (!counted || input.countedById === own)
      ? [{ path: 'countedById', key: 'validation.choose' }]
      : []),
  ];
}

function definitionProblems(input: DefinitionFields): readonly Problem[] {
  const from = input.validFrom?.trim();
  return [
    ...(input.definition.trim() ? [] : [{ path: 'definition', key: 'validation.required' }]),
    ...(from && !asOfKind(from) ? [{ path: 'validFrom', key: 'indicators.asOf' }] : []),
    ...(input.breaksSeries && !from ? [{ path: 'validFrom', key: 'indicators.breakNeedsTime' }] : []),
  ];
}
