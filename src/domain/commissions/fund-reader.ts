import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { Fund, FundKind, FundOwner } from './fund.ts';

/** The funds with their years, by name. */
export async function listFunds(r: Reader, filter: { readonly id?: Id<'fund'> } = {}): Promise<readonly Fund[]> {
  let query = r.db
    .selectFrom('fund')
    .leftJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'fund.tenant_id').onRef('body.id', '=', 'fund.body_id'),
    )
    .selectAll('fund')
    .select('body.name as body_name')
    .where('fund.tenant_id', '=', r.tenantId);
  if (filter.id !== undefined) query = query.where('fund.id', '=', filter.id);
  const rows = await query.orderBy('fund.name').execute();
  if (rows.length === 0) return [];
  let told = r.db.selectFrom('fund_year').selectAll().where('tenant_id', '=', r.tenantId);
  if (filter.id !== undefined) told = told.where('fund_id', '=', filter.id);
  const years = Map.groupBy(await told.orderBy('year').execute(), (one) => one.fund_id);
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    name: row.name,
    aliases: row.aliases,
    owner: row.owner as FundOwner,
    kind: row.kind as FundKind,
    purpose: row.purpose,
    conditions: row.conditions,
    body: row.body_id && row.body_name !== null ? { id: row.body_id, name: row.body_name } : null,
    years: (years.get(row.id) ?? []).map((one) => ({
      id: one.id,
      version: one.version,
      year: one.year,
      allocated: Number(one.allocated_ore),
      spent: one.spent_ore === null ? null : Number(one.spent_ore),
      carried: one.carried_ore === null ? null : Number(one.carried_ore),
      note: one.note,
    })),
  }));
}

/** One fund. Throws `record.notFound`. */
export async function getFund(r: Reader, id: Id<'fund'>): Promise<Fund> {
  const [found] = await listFunds(r, { id });
  if (!found) throw new AppError('record.notFound');
  return found;
}
