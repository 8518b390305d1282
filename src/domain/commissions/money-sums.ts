import type { Ore } from '../../kernel/ore.ts';

/** What one commission takes of a year, of one payer: the row behind every sum. */
export type MoneyRow = {
  readonly commissionId: string;
  readonly what: string;
  readonly decided: boolean;
  readonly year: number | null;
  readonly payerKey: string | null;
  readonly payerName: string | null;
  readonly fundId: string | null;
  readonly fundName: string | null;
  readonly ore: Ore;
  /** Posts in hundredths of a year's work. */
  readonly hundredths: number;
  readonly derived: boolean;
};

/** A sum of rows, and whether anything in it was counted and not told. */
export type MoneyCell = {
  readonly ore: Ore;
  readonly hundredths: number;
  readonly derived: boolean;
  readonly rows: number;
};

export type MoneyPivot = {
  /** The years in order, and null last where something has no year. */
  readonly years: readonly (number | null)[];
  readonly lines: readonly {
    readonly key: string | null;
    readonly name: string | null;
    readonly cells: ReadonlyMap<number | null, MoneyCell>;
    readonly total: MoneyCell;
  }[];
  readonly totals: ReadonlyMap<number | null, MoneyCell>;
  readonly total: MoneyCell;
};

/** Sums by year and payer, or by year and fund; what has no payer or no fund stands on a line of its own, last. */
export function pivotOf(rows: readonly MoneyRow[], by: 'payer' | 'fund'): MoneyPivot {
  const keyOf = (row: MoneyRow) => (by === 'payer' ? row.payerKey : row.fundId);
  const nameOf = (row: MoneyRow) => (by === 'payer' ? row.payerName : row.fundName);
  const lines = [...Map.groupBy(rows, keyOf)].map(([key, own]) => ({
    key,
    name: own[0] ? nameOf(own[0]) : null,
    cells: cellsOf(own),
    total: sumRows(own),
  }));
  lines.sort((a, b) =>
    a.key === null || b.key === null
      ? Number(a.key === null) - Number(b.key === null)
      : (a.name ?? '').localeCompare(b.name ?? '', 'sv'),
  );
  const years = [...new Set(rows.map(({ year }) => year))].sort(
    (a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY),
  );
  return { years, lines, totals: cellsOf(rows), total: sumRows(rows) };
}

function cellsOf(rows: readonly MoneyRow[]): ReadonlyMap<number | null, MoneyCell> {
  return new Map([...Map.groupBy(rows, ({ year }) => year)].map(([year, own]) => [year, sumRows(own)]));
}

/** The exact sum of rows. */
export function sumRows(rows: readonly MoneyRow[]): MoneyCell {
  return {
    ore: rows.reduce((sum, row) => sum + row.ore, 0),
    hundredths: rows.reduce((sum, row) => sum + row.hundredths, 0),
    derived: rows.some(({ derived }) => derived),
    rows: new Set(rows.map(({ commissionId }) => commissionId)).size,
  };
}
