import {
  type Block,
  diagramBlocks,
  type Inline,
  paragraph,
  type Table,
  text,
  worthDrawing,
} from '../../documents/tree/index.ts';
import { capitalised } from '../../documents/tree/recognise.ts';
import { type AssessmentStatus, assessmentStatusCodes, assessmentStatuses } from '../assessments/index.ts';
import { type PeriodFigure, type PeriodReport, statusCounts } from './period-report.ts';
import { printedNumber, printedUnit } from './period-report-amounts.ts';
import { swedishList } from './swedish-phrases.ts';

export const cell = (value: string | number): readonly Inline[] => [
  text(typeof value === 'number' ? printedNumber(value) : value),
];

/** A table whose first column names its row. */
export function tableOf(
  caption: string,
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Table {
  return { kind: 'table', caption, header: header.map(cell), rows: rows.map((row) => row.map(cell)), rowHeader: true };
}

/** How many assignments have each status, against the period before, as a chart and as the table of the same figures. */
export function statusBlocks({ assignments, before, period }: PeriodReport): readonly Block[] {
  const counts = statusCounts(assignments);
  const shown = assessmentStatusCodes.filter(
    (one) => (counts.get(one) ?? 0) + (before?.statuses.get(one)?.length ?? 0) > 0,
  );
  if (shown.length === 0) return [];
  const none = assignments.filter((one) => !one.quotation).length;
  const rows = shown.map((one) => rowOf(one, counts, before?.statuses));
  const total = rows.reduce((sum, one) => sum + one.now, 0) + none;
  const difference = (now: number, then: number) =>
    now === then ? '0' : `${now > then ? '+' : ''}${printedNumber(now - then)}`;
  return [
    {
      kind: 'chart',
      title: `Uppdragens läge, ${period.name}`,
      alt: `Antal uppdrag per läge: ${swedishList(rows.map((one) => `${one.label.toLocaleLowerCase('sv')} ${one.now}`))}.${none > 0 ? ` ${none} saknar lägesbild.` : ''}`,
      bars: [
        ...rows.map(({ label, now }) => ({ label, value: now, text: String(now) })),
        ...(none > 0 ? [{ label: 'Saknar lägesbild', value: none, text: String(none), look: 'outline' as const }] : []),
      ],
    },
    tableOf(
      'Antal uppdrag per läge',
      ['Läge', period.name, ...(before ? [before.name, 'Förändring'] : [])],
      [
        ...rows.map(({ label, now, earlier }) => [label, now, ...(before ? [earlier, difference(now, earlier)] : [])]),
        ...(none > 0 ? [['Saknar lägesbild', none, ...(before ? ['–', '–'] : [])]] : []),
        ['Alla', total, ...(before ? [rows.reduce((sum, one) => sum + one.earlier, 0), '–'] : [])],
      ],
    ),
  ];
}

function rowOf(
  status: AssessmentStatus,
  counts: ReadonlyMap<AssessmentStatus, number>,
  before: ReadonlyMap<AssessmentStatus, readonly unknown[]> | undefined,
) {
  return {
    label: assessmentStatuses[status].label.sv,
    now: counts.get(status) ?? 0,
    earlier: before?.get(status)?.length ?? 0,
  };
}

/** The assignments whose quoted forecast lies after the day they are due, the latest first. */
export function slippageTable({ assignments }: PeriodReport): readonly Block[] {
  const late = assignments
    .filter((one) => one.daysLate !== null)
    .toSorted((a, b) => (b.daysLate ?? 0) - (a.daysLate ?? 0));
  if (late.length === 0) return [];
  return [
    tableOf(
      'Uppdrag som beräknas bli klara efter sin slutdag',
      ['Uppdrag', 'Namn', 'Slutdag', 'Prognos', 'Dagar'],
      late.map((one) => [one.ref, one.title, one.dueOn ?? '–', one.quotation?.forecastOn ?? '–', one.daysLate ?? 0]),
    ),
  ];
}

/** Each chosen indicator with its series, its change from value to value and its target. */
export function figureBlocks({ figures }: PeriodReport): readonly Block[] {
  return figures.flatMap((figure): Block[] => [
    { kind: 'heading', level: 2, content: [text(capitalised(figure.name))] },
    ...seriesBlocks(figure),
  ]);
}

/** The last values of a series: more than these a reader of a report does not compare. */
const shownValues = 8;

function seriesBlocks(own: PeriodFigure): readonly Block[] {
  const { name, unit, target, values, figure } = own;
  const nothing = paragraph('Det finns inget värde till och med periodens slut.');
  if (figure.form === 'places') {
    const blocks = diagramBlocks(figure.chart);
    return blocks.length > 0 ? blocks : [nothing];
  }
  const shown = values.slice(-shownValues);
  const last = shown.at(-1);
  if (!last) return [nothing];
  const said = (value: number, qualifier: string | null) =>
    `${qualifier ? `${qualifier} ` : ''}${printedNumber(value)}${printedUnit(unit)}`;
  return [
    ...(worthDrawing(figure.chart) ? [{ kind: 'diagram' as const, data: figure.chart }] : []),
    tableOf(
      `${capitalised(name)}: värden och förändring`,
      ['Tid', 'Värde', 'Förändring'],
      shown.map((one) => {
        const before = values[values.indexOf(one) - 1];
        return [one.asOf, said(one.value, one.qualifier), before ? changeText(one.value - before.value) : '–'];
      }),
    ),
    ...(target === null
      ? []
      : [
          paragraph(
            `Målet är ${said(target, null)}. Det senaste värdet är ${last.value === target ? 'lika stort' : `${printedNumber(rounded(Math.abs(last.value - target)))} ${last.value < target ? 'lägre' : 'högre'}`}.`,
          ),
        ]),
  ];
}

function changeText(difference: number): string {
  const value = rounded(difference);
  return `${value > 0 ? '+' : ''}${printedNumber(value)}`;
}

/** Without the error of binary fractions. */
function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
