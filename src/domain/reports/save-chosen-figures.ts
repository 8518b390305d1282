import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';

export type ChosenFigure = { readonly indicatorId: Id<'indicator'>; readonly target?: number | null };

/** Writes which indicators a report shows, in their order. What a person has chosen for one that stays, its form, its places and its words, stays with it. */
export async function saveChosenFigures(w: Writer, reportId: string, figures: readonly ChosenFigure[]): Promise<void> {
  const saved = await w.db
    .selectFrom('report_figure')
    .select(['id', 'indicator_id', 'version'])
    .where('tenant_id', '=', w.tenantId)
    .where('report_id', '=', reportId)
    .orderBy('position')
    .execute();
  const wanted = new Set(figures.map((one) => one.indicatorId as string));
  const gone = saved.filter((row) => !wanted.has(row.indicator_id)).map(({ id }) => id);
  if (gone.length > 0)
    await w.db.deleteFrom('report_figure').where('tenant_id', '=', w.tenantId).where('id', 'in', gone).execute();
  const targetOf = ({ target }: ChosenFigure) => (target === undefined || target === null ? null : String(target));
  let position = 0;
  for (const one of figures) {
    const kept = saved.filter((row) => row.indicator_id === one.indicatorId);
    for (const row of kept) {
      position += 1;
      await w.db
        .updateTable('report_figure')
        .set({ position, target: targetOf(one), version: row.version + 1 })
        .where('tenant_id', '=', w.tenantId)
        .where('id', '=', row.id)
        .execute();
    }
    if (kept.length > 0) continue;
    position += 1;
    await w.db
      .insertInto('report_figure')
      .values({
        tenant_id: w.tenantId,
        id: w.runtime.newId(),
        report_id: reportId,
        report_entry_id: null,
        indicator_id: one.indicatorId,
        position,
        target: targetOf(one),
        from_as_of: null,
        alt_text: null,
        frozen: null,
      })
      .execute();
  }
}
