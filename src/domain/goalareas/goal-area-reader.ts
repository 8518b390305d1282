import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import { smallestGroup } from '../../kernel/small-groups.ts';
import type { Reader } from '../../storage/database.ts';
import { countDeviationKinds, type DeviationKind } from '../deviations/index.ts';
import { listSeries, undivided } from '../indicators/index.ts';
import { listAreaRecords } from './area-record-reader.ts';
import { type AreaNoun, type AreaSurface, figureOf, type GoalArea, goesOnIn } from './goal-area.ts';

/** The goal areas in their order. */
export async function listGoalAreas(
  r: Reader,
  filter: { readonly id?: Id<'goalArea'> } = {},
): Promise<readonly GoalArea[]> {
  let query = r.db.selectFrom('goal_area').selectAll().where('tenant_id', '=', r.tenantId);
  if (filter.id !== undefined) query = query.where('id', '=', filter.id);
  const rows = await query.orderBy('position').execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const links = await r.db
    .selectFrom('goal_area_link')
    .select(['goal_area_id', 'noun', 'record_id'])
    .where('tenant_id', '=', r.tenantId)
    .where('goal_area_id', 'in', ids)
    .orderBy('chosen_on')
    .orderBy('id')
    .execute();
  const responsible = await r.db
    .selectFrom('goal_area_responsible as one')
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'one.tenant_id').onRef('body.id', '=', 'one.body_id'),
    )
    .select(['one.goal_area_id', 'one.body_id', 'one.function_title', 'body.name'])
    .where('one.tenant_id', '=', r.tenantId)
    .where('one.goal_area_id', 'in', ids)
    .orderBy('body.name')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    position: row.position,
    name: row.name,
    description: row.description,
    deviationKinds: row.deviation_kinds as readonly DeviationKind[],
    responsible: responsible
      .filter((one) => one.goal_area_id === row.id)
      .map((one) => ({ body: { id: one.body_id, name: one.name }, functionTitle: one.function_title })),
    links: links
      .filter((one) => one.goal_area_id === row.id)
      .map((one) => ({ noun: one.noun as AreaNoun, recordId: one.record_id })),
  }));
}

/** One goal area. Throws `record.notFound`. */
export async function getGoalArea(r: Reader, id: Id<'goalArea'>): Promise<GoalArea> {
  const [area] = isId(id) ? await listGoalAreas(r, { id }) : [];
  if (!area) throw new AppError('record.notFound');
  return area;
}

/** What the areas show for a year, of all or of one: as many queries for many as for one. */
export async function listAreaSurfaces(
  r: Reader,
  { year, today, id }: { readonly year: number; readonly today: string; readonly id?: Id<'goalArea'> },
): Promise<readonly AreaSurface[]> {
  const areas = id === undefined ? await listGoalAreas(r) : [await getGoalArea(r, id)];
  const links = areas.flatMap((area) => area.links);
  const indicatorIds = [...new Set(links.filter(({ noun }) => noun === 'indicator').map(({ recordId }) => recordId))];
  const series = new Map(
    (await listSeries(r, indicatorIds, undivided)).map((one) => [one.indicator.id as string, one]),
  );
  const records = new Map(
    (await listAreaRecords(r, { year, today, links })).map((one) => [`${one.noun} ${one.id}`, one]),
  );
  const counts = await countDeviationKinds(r, year);
  return areas.map((area) => ({
    area,
    figures: area.links.flatMap(({ noun, recordId }) => {
      const found = noun === 'indicator' ? series.get(recordId) : undefined;
      return found ? [figureOf(found, year)] : [];
    }),
    records: area.links.flatMap(({ noun, recordId }) => {
      const found = noun === 'indicator' ? undefined : records.get(`${noun} ${recordId}`);
      return found && goesOnIn(found, year) ? [found] : [];
    }),
    deviations: area.deviationKinds.map((kind) => {
      const count = counts.get(kind) ?? 0;
      return { kind, count: count > 0 && count < smallestGroup ? null : count };
    }),
  }));
}

/** What one area shows for a year. Throws `record.notFound`. */
export async function getAreaSurface(
  r: Reader,
  id: Id<'goalArea'>,
  when: { readonly year: number; readonly today: string },
): Promise<AreaSurface> {
  const [surface] = await listAreaSurfaces(r, { ...when, id });
  if (!surface) throw new AppError('record.notFound');
  return surface;
}
