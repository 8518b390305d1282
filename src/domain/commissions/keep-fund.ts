import type { Id } from '../../kernel/id.ts';
import { mostOre, type Ore } from '../../kernel/ore.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import type { WritingAction } from '../access/index.ts';
import { getBody } from '../organisation/index.ts';
import { requireOrderer } from './commission-writer.ts';
import { type Fund, type FundKind, type FundOwner, fundKey, fundNamed } from './fund.ts';
import { listFunds } from './fund-reader.ts';

export type FundFields = {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly owner: FundOwner;
  readonly kind: FundKind;
  readonly purpose?: string;
  readonly conditions?: readonly string[];
  readonly bodyId?: Id<'body'> | null;
};

/** Enters a fund. Commissions that already name it in words are drawn on it from now on. */
export async function createFund(w: Writer<'commission.edit'>, input: FundFields): Promise<Id<'fund'>> {
  requireOrderer(w, input.bodyId ?? null);
  if (input.bodyId) await getBody(w, input.bodyId);
  refuseProblems(fundProblems(input, await listFunds(w)));
  return await insertFund(w, input);
}

/** The fund that a confirmed paper names, entered under that name when the register has none: joint, because the paper says no more. */
export async function ensureFund(
  w: Writer<'intake.confirm'>,
  words: string,
  bodyId: Id<'body'> | null,
): Promise<{ readonly id: Id<'fund'>; readonly created: boolean }> {
  const known = fundNamed(words, await listFunds(w));
  if (known) return { id: known.id, created: false };
  return { id: await insertFund(w, { name: words, owner: 'joint', kind: 'earmarked', bodyId }), created: true };
}

/** Changes what is told of a fund. */
export async function changeFund(
  w: Writer<'commission.edit'>,
  input: FundFields & { readonly fundId: Id<'fund'>; readonly expectedVersion: number },
): Promise<void> {
  const before = await lockRow(w, 'fund', input.fundId);
  requireOrderer(w, before.body_id);
  expectVersion(before, input.expectedVersion, input);
  requireOrderer(w, input.bodyId ?? null);
  if (input.bodyId) await getBody(w, input.bodyId);
  const others = (await listFunds(w)).filter(({ id }) => id !== before.id);
  refuseProblems(fundProblems(input, others));
  const { aliases, conditions, ...plain } = fundRow(input);
  await w.db
    .updateTable('fund')
    .set({
      ...plain,
      aliases: JSON.stringify(aliases),
      conditions: JSON.stringify(conditions),
      version: before.version + 1,
    })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: 'fund', recordId: before.id, before, after: { ...plain, aliases, conditions } });
  await drawByName(w, before.id, [input.name, ...aliases]);
}

export type FundYearFields = {
  readonly fundId: Id<'fund'>;
  readonly year: number;
  readonly allocated: Ore;
  readonly spent?: Ore | null;
  readonly carried?: Ore | null;
  readonly note?: string;
  /** The version of the year that was seen; 0 for a year that nothing was told of. */
  readonly expectedVersion: number;
};

/** Keeps what a year of a fund brings, and afterwards what was paid and carried on. */
export async function keepFundYear(w: Writer<'commission.edit'>, input: FundYearFields): Promise<void> {
  const fund = await lockRow(w, 'fund', input.fundId);
  requireOrderer(w, fund.body_id);
  const { year, allocated, spent = null, carried = null } = input;
  const before = await w.db
    .selectFrom('fund_year')
    .selectAll()
    .where('tenant_id', '=', w.tenantId)
    .where('fund_id', '=', fund.id)
    .where('year', '=', year)
    .executeTakeFirst();
  expectVersion(before ?? { version: 0 }, input.expectedVersion, input);
  refuseProblems([
    ...(Number.isInteger(year) && year >= 1990 && year <= 2100 ? [] : [{ path: 'year', key: 'validation.number' }]),
    ...(isOre(allocated) && allocated >= 0 ? [] : [{ path: 'allocated', key: 'validation.amount' }]),
    ...(spent === null || (isOre(spent) && spent >= 0) ? [] : [{ path: 'spent', key: 'validation.amount' }]),
    ...(carried === null || isOre(carried) ? [] : [{ path: 'carried', key: 'validation.amount' }]),
  ]);
  const row = { allocated_ore: allocated, spent_ore: spent, carried_ore: carried, note: input.note?.trim() ?? '' };
  const id = before?.id ?? w.runtime.newId();
  if (before)
    await w.db
      .updateTable('fund_year')
      .set({ ...row, version: before.version + 1 })
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', before.id)
      .execute();
  else
    await w.db
      .insertInto('fund_year')
      .values({ tenant_id: w.tenantId, id, fund_id: fund.id, year, ...row })
      .execute();
  await w.log({ noun: 'fund', recordId: fund.id, before, after: { year, ...row } });
}

function fundProblems(input: FundFields, others: readonly Fund[]): readonly Problem[] {
  const taken = (words: string) => fundNamed(words, others)?.name;
  const aliases = (input.aliases ?? []).flatMap((alias) => taken(alias) ?? []);
  return [
    ...(fundKey(input.name) ? [] : [{ path: 'name', key: 'validation.required' }]),
    ...(taken(input.name) ? [{ path: 'name', key: 'commission.fundTaken', values: { name: taken(input.name)! } }] : []),
    ...(aliases[0] ? [{ path: 'aliases', key: 'commission.fundTaken', values: { name: aliases[0] } }] : []),
  ];
}

function fundRow(input: FundFields) {
  const lines = (all: readonly string[] = []) => [...new Set(all.map((one) => one.trim()).filter(Boolean))];
  return {
    name: input.name.trim().replace(/\s+/gu, ' '),
    name_key: fundKey(input.name),
    aliases: lines(input.aliases),
    owner: input.owner,
    kind: input.kind,
    purpose: input.purpose?.trim() ?? '',
    conditions: lines(input.conditions),
    body_id: input.bodyId ?? null,
  };
}

async function insertFund(w: Writer<WritingAction>, input: FundFields): Promise<Id<'fund'>> {
  const id: Id<'fund'> = w.runtime.newId();
  const { aliases, conditions, ...plain } = fundRow(input);
  await w.db
    .insertInto('fund')
    .values({
      tenant_id: w.tenantId,
      id,
      ...plain,
      aliases: JSON.stringify(aliases),
      conditions: JSON.stringify(conditions),
    })
    .execute();
  await w.log({ noun: 'fund', recordId: id, after: { ...plain, aliases, conditions } });
  await drawByName(w, id, [input.name, ...aliases]);
  return id;
}

/** Ties the commissions that name a fund in words, and have none in the register, to the fund of that name. */
async function drawByName(w: Writer<WritingAction>, fundId: Id<'fund'>, names: readonly string[]): Promise<void> {
  const keys = new Set(names.map(fundKey));
  const open = await w.db
    .selectFrom('commission')
    .select(['id', 'fund'])
    .where('tenant_id', '=', w.tenantId)
    .where('fund_id', 'is', null)
    .where('fund', 'is not', null)
    .execute();
  const own = open.filter(({ fund }) => keys.has(fundKey(fund!))).map(({ id }) => id);
  if (own.length === 0) return;
  await w.db
    .updateTable('commission')
    .set((eb) => ({ fund_id: fundId, version: eb('version', '+', 1) }))
    .where('tenant_id', '=', w.tenantId)
    .where('id', 'in', own)
    .execute();
  for (const id of own) await w.log({ noun: 'commission', recordId: id, after: { fund_id: fundId } });
}

function isOre(value: number): boolean {
  return Number.isSafeInteger(value) && Math.abs(value) <= mostOre;
}
