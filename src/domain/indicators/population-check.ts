import type { PopulationChange } from './indicator.ts';

/** A row of a population table beside what its own numbers come to (IND-05): a printed change that differs is shown, never corrected. */
export type CheckedChange = {
  readonly row: PopulationChange;
  readonly change: number;
  /** In whole percent, as such tables print it; undefined when there was nobody before. */
  readonly percent: number | undefined;
  readonly changeDiffers: boolean;
  readonly percentDiffers: boolean;
};

/** The rows of one table, the row that stands for all of them, and whether it is their sum. */
export type PopulationTable = {
  readonly ageGroup: string;
  readonly fromYear: number;
  readonly toYear: number;
  readonly rows: readonly CheckedChange[];
  readonly total:
    | (CheckedChange & { readonly sumFrom: number; readonly sumTo: number; readonly sumChange: number })
    | undefined;
};

const totalForm = /(?:^|\s)(?:totalt|summa|samtliga|hela|länet)(?:\s|$)|\slän$/iu;

/** Whether a row stands for the whole county and is no municipality. */
export function isWholeCounty(municipality: string): boolean {
  return totalForm.test(municipality.trim());
}

/** What the two numbers of a row come to, beside what the table prints. */
export function checkChange(row: PopulationChange): CheckedChange {
  const change = row.to.count - row.from.count;
  const percent = row.from.count === 0 ? undefined : Math.round((change / row.from.count) * 100);
  return {
    row,
    change,
    percent,
    changeDiffers: row.printedChange !== null && row.printedChange !== change,
    // A percentage with decimals is compared as whole percent; half a percent either way is rounding.
    percentDiffers:
      row.printedPercent !== null &&
      row.from.count > 0 &&
      Math.abs(row.printedPercent - (change / row.from.count) * 100) > 0.51,
  };
}

/** The population rows as the tables they came from: one an age group and pair of years, with the row of the whole county apart. */
export function populationTables(rows: readonly PopulationChange[]): readonly PopulationTable[] {
  const tables = Map.groupBy(rows, ({ ageGroup, from, to }) => `${ageGroup}|${from.year}|${to.year}`);
  return [...tables.values()].map((own) => {
    const { ageGroup, from, to } = own[0]!;
    const whole = own.filter(({ municipality }) => isWholeCounty(municipality));
    const total = whole.length === 1 && own.length > 1 ? whole[0] : undefined;
    const parts = own.filter((row) => row !== total);
    return {
      ageGroup,
      fromYear: from.year,
      toYear: to.year,
      rows: parts.map(checkChange),
      total: total && {
        ...checkChange(total),
        sumFrom: parts.reduce((sum, row) => sum + row.from.count, 0),
        sumTo: parts.reduce((sum, row) => sum + row.to.count, 0),
        sumChange: parts.reduce((sum, row) => sum + (row.printedChange ?? row.to.count - row.from.count), 0),
      },
    };
  });
}
