import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import { readAsOf } from './as-of.ts';
import { type NewValue, valueKey } from './figure-input.ts';
import { readFigure } from './figure-text.ts';
import type { Sex } from './series.ts';

/** What a column of a table that is read in can hold. */
export const tableColumns = {
  indicator: { sv: 'Indikator', en: 'Indicator' },
  place: { sv: 'Plats', en: 'Place' },
  sex: { sv: 'Kön', en: 'Sex' },
  ageGroup: { sv: 'Ålder', en: 'Age' },
  asOf: { sv: 'Tid', en: 'Time' },
  value: { sv: 'Värde', en: 'Value' },
} as const satisfies Record<string, Localized>;
export type TableColumn = keyof typeof tableColumns;

/** Which column holds what, counted from nought; what no column holds is not there. */
export type TableMapping = Partial<Readonly<Record<TableColumn, number>>>;

/** Heads as they are written in tables of Kolada, SCB and people. */
const heads: Readonly<Record<TableColumn, RegExp>> = {
  indicator: /^(?:indikator|nyckeltal|mått|kpi|indicator)$/iu,
  place: /^(?:plats|kommun|region|område|municipality|place|enhet(?:snamn)?)$/iu,
  sex: /^(?:kön|gender|sex)$/iu,
  ageGroup: /^(?:ålder|åldersgrupp|age)$/iu,
  asOf: /^(?:tid|år|period|gäller|månad|kvartal|datum|time|year|as of)$/iu,
  value: /^(?:värde|antal|andel|value|utfall)$/iu,
};

/** The columns by the words of the head: a person sees and changes them before anything is written. */
export function guessMapping(head: readonly string[]): TableMapping {
  const found: Partial<Record<TableColumn, number>> = {};
  for (const column of Object.keys(heads) as TableColumn[]) {
    const at = head.findIndex(
      (cell, index) => heads[column].test(cell.trim()) && !Object.values(found).includes(index),
    );
    if (at >= 0) found[column] = at;
  }
  return found;
}

/** Why a row of a table cannot be taken, by the line of the table and the column. */
export const rowProblems = {
  noIndicator: { sv: 'Ingen indikator har det namnet eller den koden', en: 'No indicator has that name or code' },
  noTime: { sv: 'Tiden går inte att läsa', en: 'The time cannot be read' },
  noFigure: { sv: 'Värdet är ingen siffra', en: 'The value is no figure' },
  noSex: { sv: 'Könet går inte att läsa', en: 'The sex cannot be read' },
  twice: {
    sv: 'Samma plats, grupp och tid står två gånger med olika värden',
    en: 'The same place, group and time stands twice with different values',
  },
} as const satisfies Record<string, Localized>;
export type RowProblem = {
  readonly row: number;
  readonly column: TableColumn;
  readonly kind: keyof typeof rowProblems;
  readonly cell: string;
};

export type ReadTable = { readonly values: readonly NewValue[]; readonly problems: readonly RowProblem[] };

/** The values of a table by its mapping. A row with a problem is not taken; an empty value is no row. */
export function readTable(
  rows: readonly (readonly string[])[],
  mapping: TableMapping,
  indicatorOf: (named: string) => Id<'indicator'> | undefined,
): ReadTable {
  const values = new Map<string, NewValue>();
  const problems: RowProblem[] = [];
  rows.slice(1).forEach((cells, index) => {
    const row = index + 2;
    const cell = (column: TableColumn) => (mapping[column] === undefined ? '' : (cells[mapping[column]] ?? '').trim());
    const figure = readFigure(cell('value'));
    if (figure.kind === 'empty') return;
    const indicatorId = indicatorOf(cell('indicator'));
    const asOf = readAsOf(cell('asOf'));
    const sex = readSex(cell('sex'));
    const say = (column: TableColumn, kind: RowProblem['kind']) =>
      problems.push({ row, column, kind, cell: cell(column) });
    if (indicatorId === undefined) say('indicator', 'noIndicator');
    if (asOf === undefined) say('asOf', 'noTime');
    if (sex === undefined) say('sex', 'noSex');
    if (figure.kind === 'unreadable') say('value', 'noFigure');
    if (indicatorId === undefined || asOf === undefined || sex === undefined || figure.kind === 'unreadable') return;
    const value: NewValue = {
      ...{ indicatorId, asOf, sex, place: cell('place'), ageGroup: cell('ageGroup') },
      ...(figure.kind === 'value'
        ? { value: figure.value, qualifier: figure.qualifier }
        : { value: null, missing: figure.missing }),
    };
    const before = values.get(valueKey(value));
    if (before && before.value !== value.value) say('value', 'twice');
    else values.set(valueKey(value), value);
  });
  return { values: [...values.values()], problems };
}

function readSex(written: string): Sex | undefined {
  if (/^(?:|t|alla|totalt|båda|total|all|samtliga|1\+2)$/iu.test(written)) return 'all';
  if (/^(?:k|kvinnor|kvinna|women|woman|f|flickor)$/iu.test(written)) return 'women';
  return /^(?:m|män|man|men|pojkar)$/iu.test(written) ? 'men' : undefined;
}
