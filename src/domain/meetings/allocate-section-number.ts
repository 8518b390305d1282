import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import type { SectionSeries } from './section-number.ts';

/**
 * Gives an item its § in a body's series, or answers the one it has. The row of the series is locked until the transaction ends, so that two items
 * never get one number, and a transaction that is undone leaves no gap.
 */
export async function allocateSectionNumber(
  w: Writer<'meeting.conduct'>,
  bodyId: Id<'body'>,
  series: SectionSeries,
  itemId: Id<'agendaItem'>,
): Promise<number> {
  const last = await lockSeries(w, bodyId, series);
  const known = await ownNumber(w, bodyId, itemId);
  if (known) return known.number;
  const number = last + 1;
  await w.db
    .insertInto('section_number')
    .values({ tenant_id: w.tenantId, body_id: bodyId, series, number, agenda_item_id: itemId })
    .execute();
  await setLast(w, bodyId, series, number);
  return number;
}

/**
 * Takes back the § of an item that was called up by a slip. Only the last number of its series can be given back without a gap; answers whether it
 * was, and an item without a § has nothing to give back.
 */
export async function releaseSectionNumber(
  w: Writer<'meeting.conduct'>,
  bodyId: Id<'body'>,
  itemId: Id<'agendaItem'>,
): Promise<boolean> {
  const found = await ownNumber(w, bodyId, itemId);
  if (!found) return true;
  const last = await lockSeries(w, bodyId, found.series);
  if (last !== found.number) return false;
  await w.db
    .deleteFrom('section_number')
    .where('tenant_id', '=', w.tenantId)
    .where('body_id', '=', bodyId)
    .where('series', '=', found.series)
    .where('number', '=', found.number)
    .execute();
  await setLast(w, bodyId, found.series, found.number - 1);
  return true;
}

export type StartSections = {
  readonly bodyId: Id<'body'>;
  readonly series: SectionSeries;
  /** The last § that was given elsewhere. */
  readonly after: number;
};

/** Lets a series go on after the §§ that the body has given before it began with Kansli in the middle of a year. Only before its first § here. */
export async function startSections(
  w: Writer<'meeting.edit'>,
  { bodyId, series, after }: StartSections,
): Promise<void> {
  requireBody(w.auth, bodyId);
  const last = await lockSeries(w, bodyId, series);
  const given = await w.db
    .selectFrom('section_number')
    .select('number')
    .where('tenant_id', '=', w.tenantId)
    .where('body_id', '=', bodyId)
    .where('series', '=', series)
    .limit(1)
    .executeTakeFirst();
  refuseProblems([
    ...(Number.isInteger(after) && after >= 0 ? [] : [{ path: 'after', key: 'intake.field.number' }]),
    ...(given ? [{ path: 'after', key: 'meeting.sectionsBegun', values: { last } }] : []),
  ]);
  await setLast(w, bodyId, series, after);
  await w.log({ noun: 'body', recordId: bodyId, summary: 'startSections', after: { series, after } });
}

/** How far a series has come: its last number, and whether a § was given here; before that it can be told where the series goes on. */
export async function findSeries(
  r: Reader,
  bodyId: Id<'body'>,
  series: SectionSeries,
): Promise<{ readonly last: number; readonly begun: boolean }> {
  const row = await r.db
    .selectFrom('section_series')
    .select('last_number')
    .where('tenant_id', '=', r.tenantId)
    .where('body_id', '=', bodyId)
    .where('series', '=', series)
    .executeTakeFirst();
  const given = await r.db
    .selectFrom('section_number')
    .select('number')
    .where('tenant_id', '=', r.tenantId)
    .where('body_id', '=', bodyId)
    .where('series', '=', series)
    .limit(1)
    .executeTakeFirst();
  return { last: row?.last_number ?? 0, begun: given !== undefined };
}

/** The §§ of some items, by item and body. */
export async function sectionNumbersOf(
  r: Reader,
  itemIds: readonly Id<'agendaItem'>[],
): Promise<readonly { readonly itemId: Id<'agendaItem'>; readonly bodyId: Id<'body'>; readonly number: number }[]> {
  if (itemIds.length === 0) return [];
  const rows = await r.db
    .selectFrom('section_number')
    .select(['agenda_item_id', 'body_id', 'number'])
    .where('tenant_id', '=', r.tenantId)
    .where('agenda_item_id', 'in', itemIds)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({ itemId: row.agenda_item_id, bodyId: row.body_id, number: row.number }));
}

/** The last number of a series, with its row locked; a series that has none yet begins at nought. */
async function lockSeries(w: Writer, bodyId: Id<'body'>, series: SectionSeries): Promise<number> {
  await w.db
    .insertInto('section_series')
    .values({ tenant_id: w.tenantId, body_id: bodyId, series, last_number: 0 })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'body_id', 'series']).doNothing())
    .execute();
  const row = await w.db
    .selectFrom('section_series')
    .select('last_number')
    .where('tenant_id', '=', w.tenantId)
    .where('body_id', '=', bodyId)
    .where('series', '=', series)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.last_number;
}

async function setLast(w: Writer, bodyId: Id<'body'>, series: SectionSeries, last: number): Promise<void> {
  await w.db
    .updateTable('section_series')
    .set({ last_number: last })
    .where('tenant_id', '=', w.tenantId)
    .where('body_id', '=', bodyId)
    .where('series', '=', series)
    .execute();
}

async function ownNumber(w: Writer, bodyId: Id<'body'>, itemId: Id<'agendaItem'>) {
  return await w.db
    .selectFrom('section_number')
    .select(['series', 'number'])
    .where('tenant_id', '=', w.tenantId)
    .where('agenda_item_id', '=', itemId)
    .where('body_id', '=', bodyId)
    .executeTakeFirst();
}
