import { type Block, bold, heading, paragraph } from '../../documents/tree/index.ts';
import { moneyUnits, printedColumn } from '../../kernel/money.ts';
import { monthName } from '../../kernel/swedish-dates.ts';
import { groupedSums, type MeasureGroup, measureKinds, measureStates } from '../measures/index.ts';
import { lastTold, type PeriodReport } from './period-report.ts';
import { printedAmount, printedNumber, reportUnit } from './period-report-amounts.ts';
import { tableOf } from './period-report-tables.ts';
import { swedishList } from './swedish-phrases.ts';

/** The columns of money in the order in which they are printed. */
const columns = ['planned', 'plannedFullYear', 'effect', 'forecast'] as const;

/** The economic measures: sums by body and kind as chart and table, then each measure with both kinds of consequence (REP-25, J-12). */
export function economyBlocks(report: PeriodReport): readonly Block[] {
  const { measures, period } = report;
  if (measures.length === 0) return [];
  const groups = groupedSums(measures, period.endsOn.slice(0, 7));
  return [
    chartOf(groups, report),
    sumTable(groups, report),
    heading(2, 'Åtgärderna'),
    ...measures.flatMap((one): Block[] => {
      const told = lastTold(one, period);
      return [
        heading(3, `${one.number}. ${one.title}`),
        {
          kind: 'facts',
          facts: [
            { label: 'Slag', value: measureKinds[one.kind].sv },
            { label: 'Ansvarig', value: one.responsible.name },
            {
              label: 'Läge',
              value: `${measureStates[one.state].sv}${one.stateReason ? `: ${one.stateReason}` : ''}`,
            },
            {
              label: 'Planerat',
              value: `${printedAmount(one.planned)} i år, ${printedAmount(one.plannedFullYear)} per helår`,
            },
            {
              label: told ? `Till och med ${monthName(Number(told.month.slice(5)))}` : 'Hittills',
              value: told
                ? `${printedAmount(told.effect)}, prognos för året ${printedAmount(told.forecast)}`
                : 'inte uppföljd',
            },
          ],
        },
        ...(told
          ? [
              paragraph(bold('Ekonomiska konsekvenser:'), ` ${told.financial}`),
              paragraph(bold('Verksamhetsmässiga konsekvenser:'), ` ${told.operational}`),
            ]
          : []),
      ];
    }),
  ];
}

function nameOf({ body, kind }: MeasureGroup): string {
  return `${body.name}, ${measureKinds[kind].sv}`;
}

function chartOf(groups: readonly MeasureGroup[], { year }: PeriodReport): Block {
  const { sv } = moneyUnits[reportUnit];
  return {
    kind: 'chart',
    title: `Åtgärdernas effekt ${year}: planerat, hittills och prognos, ${sv}`,
    alt: `${swedishList(groups.map((one) => `${nameOf(one)}: planerat ${printedAmount(one.planned)}, hittills ${printedAmount(one.effect)}, prognos ${printedAmount(one.forecast)}`))}.`,
    bars: groups.flatMap((one) => [
      {
        label: `${nameOf(one)}: planerat`,
        value: one.planned,
        text: printedAmount(one.planned),
        look: 'outline' as const,
      },
      { label: 'Hittills', value: one.effect, text: printedAmount(one.effect), look: 'full' as const },
      { label: 'Prognos', value: one.forecast, text: printedAmount(one.forecast), look: 'light' as const },
    ]),
  };
}

/** The sums in thousands. The total is the rounded exact sum; what the rounding of the parts did stands in a row of its own. */
function sumTable(groups: readonly MeasureGroup[], { year }: PeriodReport): Block {
  const printed = columns.map((column) =>
    printedColumn(
      groups.map((one) => one[column]),
      reportUnit,
    ),
  );
  const rounds = printed.some((one) => one.rounding !== 0);
  return tableOf(
    `Ekonomiska åtgärder ${year}, ${moneyUnits[reportUnit].sv}`,
    ['Organ och slag', 'Antal', 'Planerat', 'Helår', 'Hittills', 'Prognos'],
    [
      ...groups.map((one, row) => [
        nameOf(one),
        one.count,
        ...printed.map(({ parts }) => printedNumber(parts[row] ?? 0)),
      ]),
      ...(rounds ? [['Avrundning', '–', ...printed.map(({ rounding }) => printedNumber(rounding))]] : []),
      ['Summa', groups.reduce((sum, one) => sum + one.count, 0), ...printed.map(({ total }) => printedNumber(total))],
    ],
  );
}
