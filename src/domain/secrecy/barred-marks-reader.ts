import type { Reader } from '../../storage/database.ts';
import { sql } from '../../storage/raw-query.ts';
import { keptAwayFrom } from './disqualified-reader.ts';
import type { MarkableNoun } from './markable-fields.ts';
import type { SecrecyMark } from './secrecy-mark.ts';

/** The item or the matter that a marked record belongs to, told by SQL; a noun that belongs to neither has no row. */
const placeOf: Partial<Record<MarkableNoun, string>> = {
  agendaItem: 'select id, id as item_id, matter_id from agenda_item',
  decision: 'select id, agenda_item_id as item_id, null::uuid as matter_id from decision',
  decisionClause: `select clause.id, decision.agenda_item_id as item_id, null::uuid as matter_id from decision_clause clause
    join decision on decision.tenant_id = clause.tenant_id and decision.id = clause.decision_id`,
  decisionTask: `select task.id, decision.agenda_item_id as item_id, null::uuid as matter_id from decision_task task
    join decision on decision.tenant_id = task.tenant_id and decision.id = task.decision_id`,
  document: 'select id, null::uuid as item_id, matter_id from document',
};

/** The marks whose texts the reader must stay away from: on an item, its decisions and their clauses, and the documents of its matter (jäv). */
export async function barredMarks(
  r: Pick<Reader, 'auth' | 'db' | 'tenantId'>,
  marks: readonly SecrecyMark[],
): Promise<ReadonlySet<string>> {
  const away = await keptAwayFrom(r);
  if (away.items.size === 0) return new Set();
  const barred = new Set<string>();
  for (const [noun, place] of Object.entries(placeOf)) {
    const ofNoun = marks.filter((one) => one.noun === noun);
    if (ofNoun.length === 0) continue;
    const ids = ofNoun.map(({ recordId }) => recordId as string);
    const rows = await r.db
      .selectFrom(
        sql<{ id: string; item_id: string | null; matter_id: string | null }>`(${sql.raw(place)})`.as<'one'>(sql`one`),
      )
      .select(['id', 'item_id', 'matter_id'])
      .where((eb) => eb('id', '=', eb.fn.any(eb.val(ids))))
      .execute();
    const hit = new Set(
      rows
        .filter(
          (row) =>
            (row.item_id !== null && away.items.has(row.item_id)) ||
            (row.matter_id !== null && away.matters.has(row.matter_id)),
        )
        .map(({ id }) => id),
    );
    for (const one of ofNoun) if (hit.has(one.recordId as string)) barred.add(one.id);
  }
  return barred;
}
