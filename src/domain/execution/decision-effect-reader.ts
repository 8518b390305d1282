import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import {
  type DecisionEffect,
  type DecisionEffectKind,
  type EffectNoun,
  type EffectTerms,
  effectGaps,
} from './decision-effect.ts';

type Found = { readonly id: string; readonly title: string; readonly within?: string | null } & EffectTerms;

/** The records that some decisions made, changed or approve, in the order of the decisions; one query a kind of record. */
export async function effectsOfDecisions(
  r: Reader,
  decisionIds: readonly Id<'decision'>[],
): Promise<readonly DecisionEffect[]> {
  if (decisionIds.length === 0) return [];
  const rows = await r.db
    .selectFrom('decision_effect')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where((eb) => eb('decision_id', '=', eb.fn.any(eb.val([...decisionIds]))))
    .orderBy('kind')
    .orderBy('record_id')
    .execute();
  const found = new Map<string, Found>();
  for (const noun of new Set(rows.map((row) => row.noun as EffectNoun))) {
    const ids = rows.filter((row) => row.noun === noun).map((row) => row.record_id);
    for (const one of await recordsOf[noun](r, ids)) found.set(one.id, one);
  }
  return rows.flatMap((row) => {
    const record = found.get(row.record_id);
    if (!record) return [];
    const kind = row.kind as DecisionEffectKind;
    return [
      {
        decisionId: row.decision_id,
        kind,
        noun: row.noun as EffectNoun,
        recordId: row.record_id,
        title: record.title,
        within: record.within ?? null,
        gaps: effectGaps(kind, record),
      },
    ];
  });
}

/** The decisions that led to a record. */
export async function decisionsBehind(r: Reader, recordId: string): Promise<readonly Id<'decision'>[]> {
  const rows = await r.db
    .selectFrom('decision_effect')
    .select('decision_id')
    .where('tenant_id', '=', r.tenantId)
    .where('record_id', '=', recordId)
    .execute();
  return rows.map((row) => row.decision_id);
}

const recordsOf: Readonly<Record<EffectNoun, (r: Reader, ids: readonly string[]) => Promise<readonly Found[]>>> = {
  assignment: (r, ids) =>
    r.db
      .selectFrom('assignment')
      .select(['id', 'title', 'due_on as dueOn'])
      .where('tenant_id', '=', r.tenantId)
      .where('id', 'in', ids)
      .execute(),
  agreement: (r, ids) =>
    r.db
      .selectFrom('agreement')
      .select([
        'id',
        'name as title',
        'starts_on as from',
        'ends_on as to',
        'open_ended as openEnded',
        'notice_months as noticeMonths',
      ])
      .where('tenant_id', '=', r.tenantId)
      .where('id', 'in', ids)
      .execute(),
  commission: (r, ids) =>
    r.db
      .selectFrom('commission')
      .select(['id', 'task as title', 'starts_on as from', 'ends_on as to', 'fund'])
      .where('tenant_id', '=', r.tenantId)
      .where('id', 'in', ids)
      .execute(),
  deliverable: (r, ids) =>
    r.db
      .selectFrom('deliverable')
      .select(['id', 'what as title', 'due_on as dueOn'])
      .where('tenant_id', '=', r.tenantId)
      .where('id', 'in', ids)
      .execute(),
  seat: (r, ids) =>
    r.db
      .selectFrom('seat')
      .leftJoin('person', (join) =>
        join.onRef('person.id', '=', 'seat.person_id').onRef('person.tenant_id', '=', 'seat.tenant_id'),
      )
      .innerJoin('body', (join) =>
        join.onRef('body.id', '=', 'seat.body_id').onRef('body.tenant_id', '=', 'seat.tenant_id'),
      )
      .select(['seat.id', 'seat.body_id as within', 'person.name', 'body.name as body_name'])
      .where('seat.tenant_id', '=', r.tenantId)
      .where('seat.id', 'in', ids)
      .execute()
      .then((rows) =>
        rows.map(({ id, within, name, body_name }) => ({
          id,
          within,
          title: name ? `${name}, ${body_name}` : body_name,
        })),
      ),
  budgetInput: (r, ids) =>
    r.db
      .selectFrom('budget_input')
      .select(['id', 'title'])
      .where('tenant_id', '=', r.tenantId)
      .where('id', 'in', ids)
      .execute(),
  nationalReport: (r, ids) =>
    r.db
      .selectFrom('national_report')
      .select(['id', 'title'])
      .where('tenant_id', '=', r.tenantId)
      .where('id', 'in', ids)
      .execute(),
  report: (r, ids) =>
    r.db
      .selectFrom('report')
      .select(['id', 'title'])
      .where('tenant_id', '=', r.tenantId)
      .where('id', 'in', ids)
      .execute(),
};
