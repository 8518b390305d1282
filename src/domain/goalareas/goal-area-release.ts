import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { authorityOf } from '../inputs/index.ts';
import type { ReleasedContent } from '../releases/index.ts';
import { goalAreaDocument } from './goal-area-document.ts';
import { getAreaSurface, getGoalArea } from './goal-area-reader.ts';

/**
 * An area as it is let out to the principals, so that all see the same page: the year of its newest figures. What is late is left out, because that is
 * true only on the day on which it is read.
 */
export async function releasedGoalArea(r: Reader, id: Id<'goalArea'>): Promise<ReleasedContent> {
  const { name } = await getGoalArea(r, id);
  const all = await getAreaSurface(r, id, { year: lastYear, today: '' });
  const years = [
    ...all.figures.flatMap(({ latest }) => (latest?.asOf ? [Number(latest.asOf.slice(0, 4))] : [])),
    ...all.records.flatMap(({ from }) => (from ? [Number(from.slice(0, 4))] : [])),
  ];
  const year = years.length > 0 ? Math.max(...years) : Number((await lastChosen(r, id))?.slice(0, 4) ?? lastYear);
  const surface = await getAreaSurface(r, id, { year, today: '' });
  return {
    noun: 'goalArea',
    recordId: id,
    title: `${name} ${year}`,
    bodyId: null,
    secrecy: null,
    tree: goalAreaDocument(surface, { year, authority: await authorityOf(r) }),
  };
}

/** Later than any figure. */
const lastYear = 9999;

async function lastChosen(r: Reader, id: string): Promise<string | null> {
  const row = await r.db
    .selectFrom('goal_area_link')
    .select((eb) => eb.fn.max('chosen_on').as('last'))
    .where('tenant_id', '=', r.tenantId)
    .where('goal_area_id', '=', id)
    .executeTakeFirst();
  return row?.last ?? null;
}
