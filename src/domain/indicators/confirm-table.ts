import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { valueKey } from './figure-input.ts';
import { type ReadTable, readTable, type TableMapping } from './figure-table.ts';
import { type KeptValues, keepValues } from './keep-values.ts';
import { listKeptValues } from './kept-value-reader.ts';

/** A table that was handed in, and what was said of its columns. */
export type FigureImport = {
  readonly id: Id<'indicatorImport'>;
  readonly version: number;
  readonly fileName: string;
  readonly sha256: string;
  readonly mapping: TableMapping | null;
  readonly handedInBy: string;
  readonly createdAt: Date;
  readonly confirmedAt: Date | null;
  readonly added: number | null;
  readonly corrected: number | null;
};

/** Notes that a table was handed in. Nothing of it is a value yet. */
export async function handInTable(
  w: Writer<'indicator.edit'>,
  input: { readonly fileName: string; readonly sha256: string },
): Promise<Id<'indicatorImport'>> {
  const id: Id<'indicatorImport'> = w.runtime.newId();
  const row = { file_name: input.fileName, sha256: input.sha256, format: 'table', handed_in_by: w.auth.actorName };
  await w.db
    .insertInto('indicator_import')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'indicatorImport', recordId: id, after: row });
  return id;
}

/** Says which column holds what. */
export async function mapTable(
  w: Writer<'indicator.edit'>,
  { importId, mapping }: { readonly importId: Id<'indicatorImport'>; readonly mapping: TableMapping },
): Promise<void> {
  const before = await lockRow(w, 'indicator_import', importId);
  if (before.confirmed_at !== null) throw new AppError('indicators.tableConfirmed');
  refuseProblems([
    ...(mapping.value === undefined ? [{ path: 'value', key: 'indicators.columnNeeded' }] : []),
    ...(mapping.asOf === undefined ? [{ path: 'asOf', key: 'indicators.columnNeeded' }] : []),
    ...(mapping.indicator === undefined ? [{ path: 'indicator', key: 'indicators.columnNeeded' }] : []),
  ]);
  await w.db
    .updateTable('indicator_import')
    .set({ mapping: JSON.stringify(mapping), version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', importId)
    .execute();
  await w.log({ noun: 'indicatorImport', recordId: importId, before: before.mapping, after: mapping });
}

/** A table as it would be taken in: what is new, what is the same, what would be corrected, and which rows cannot be taken. */
export type TablePreview = ReadTable & {
  readonly added: number;
  readonly corrected: number;
  readonly unchanged: number;
};

/** What would come of a table if it were taken in now. */
export async function previewTable(
  r: Reader,
  rows: readonly (readonly string[])[],
  mapping: TableMapping,
): Promise<TablePreview> {
  const read = readTable(rows, mapping, await indicatorsByName(r));
  const kept = await listKeptValues(r, read.values);
  const before = read.values.map((value) => ({ value, row: kept.get(valueKey(value)) }));
  const known = before.filter(({ row }) => row !== undefined);
  const amount = (text: string | null) => (text === null ? null : Number(text));
  const same = known.filter(
    ({ value, row }) =>
      amount(row!.amount) === value.value && (row!.missing_reason ?? null) === (value.missing ?? null),
  );
  return {
    ...read,
    added: before.length - known.length,
    corrected: known.length - same.length,
    unchanged: same.length,
  };
}

/** Takes a table in: what is new is added, what is the same is left, and what differs is corrected with the file as the reason. */
export async function confirmTable(
  w: Writer<'indicator.edit'>,
  { importId, rows }: { readonly importId: Id<'indicatorImport'>; readonly rows: readonly (readonly string[])[] },
): Promise<KeptValues> {
  const found = await lockRow(w, 'indicator_import', importId);
  if (found.confirmed_at !== null) throw new AppError('indicators.tableConfirmed');
  const { values } = readTable(rows, found.mapping ?? {}, await indicatorsByName(w));
  if (values.length === 0) throw new AppError('indicators.nothingToTakeIn');
  const kept = await keepValues(w, { values, origin: 'imported', correctionReason: `Inläst: ${found.file_name}` });
  const row = { confirmed_at: w.runtime.now(), added: kept.added, corrected: kept.corrected };
  await w.db
    .updateTable('indicator_import')
    .set({ ...row, version: found.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', importId)
    .execute();
  await w.log({ noun: 'indicatorImport', recordId: importId, after: { ...row, ...kept } });
  return kept;
}

/** One table that was handed in. Throws `record.notFound`. */
export async function getImport(r: Reader, id: Id<'indicatorImport'>): Promise<FigureImport> {
  const found = (await imports(r)).find((one) => one.id === id);
  if (!found) throw new AppError('record.notFound');
  return found;
}

/** The tables that were handed in lately, the latest first. */
export async function listImports(r: Reader): Promise<readonly FigureImport[]> {
  return await imports(r);
}

async function imports(r: Reader): Promise<readonly FigureImport[]> {
  const rows = await r.db
    .selectFrom('indicator_import')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute();
  return rows.map(({ id, version, sha256, mapping, added, corrected, ...row }) => ({
    ...{ id, version, sha256, mapping, added, corrected },
    fileName: row.file_name,
    handedInBy: row.handed_in_by,
    createdAt: row.created_at,
    confirmedAt: row.confirmed_at,
  }));
}

/** Finds an indicator by what a table calls it: its code in another register, or its name in small or capital letters. */
async function indicatorsByName(r: Reader): Promise<(named: string) => Id<'indicator'> | undefined> {
  const rows = await r.db
    .selectFrom('indicator')
    .select(['id', 'name', 'code'])
    .where('tenant_id', '=', r.tenantId)
    .execute();
  const plain = (text: string) => text.trim().toLocaleLowerCase('sv').replace(/\s+/gu, ' ');
  const found = new Map<string, Id<'indicator'>>(rows.map(({ id, name }) => [plain(name), id]));
  for (const { id, code } of rows) if (code) found.set(plain(code), id);
  return (named) => found.get(plain(named));
}
