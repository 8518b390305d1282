import { type Kronor, sumKronor } from '../../kernel/money.ts';
import { latestTelling, type Measure, type MeasureKind, measureKindCodes } from './measure.ts';

/** What some measures were to give, have given and are thought to give, in exact kronor. */
export type MeasureSums = {
  readonly count: number;
  readonly planned: Kronor;
  readonly plannedFullYear: Kronor;
  readonly effect: Kronor;
  readonly forecast: Kronor;
  /** How many of them nobody has told of: they count as nothing in effect and forecast, and the reader must know. */
  readonly untold: number;
};

/** The sums of some measures as told last, up to a month when one is named. */
export function sumsOf(measures: readonly Measure[], until?: string): MeasureSums {
  const told = measures.map((one) => latestTelling(one, until));
  return {
    count: measures.length,
    planned: sumKronor(measures.map((one) => one.planned)),
    plannedFullYear: sumKronor(measures.map((one) => one.plannedFullYear)),
    effect: sumKronor(told.map((one) => one?.effect ?? 0)),
    forecast: sumKronor(told.map((one) => one?.forecast ?? 0)),
    untold: told.filter((one) => one === undefined).length,
  };
}

/** The sums of the measures that one body carries out, of one kind. */
export type MeasureGroup = MeasureSums & { readonly body: Measure['responsible']; readonly kind: MeasureKind };

/** The sums by body and kind, bodies by name and kinds in their order. Every measure stands in exactly one group. */
export function groupedSums(measures: readonly Measure[], until?: string): readonly MeasureGroup[] {
  const bodies = [...Map.groupBy(measures, (one) => one.responsible.id).values()].toSorted((a, b) =>
    a[0]!.responsible.name.localeCompare(b[0]!.responsible.name, 'sv'),
  );
  return bodies.flatMap((own) =>
    measureKindCodes.flatMap((kind) => {
      const some = own.filter((one) => one.kind === kind);
      return some.length === 0 ? [] : [{ ...sumsOf(some, until), body: own[0]!.responsible, kind }];
    }),
  );
}

/** The sums at the end of each month of the year in which something was told, with what was told last of every measure by then. */
export function sumsByMonth(measures: readonly Measure[]): readonly (MeasureSums & { readonly month: string })[] {
  const months = [...new Set(measures.flatMap((one) => one.told.map(({ month }) => month)))].toSorted();
  return months.map((month) => ({ month, ...sumsOf(measures, month) }));
}

/** The sums of some groups together: the total of a table, exact because its parts are. */
export function totalOf(groups: readonly MeasureSums[]): MeasureSums {
  const sum = (pick: (one: MeasureSums) => number) => groups.reduce((total, one) => total + pick(one), 0);
  return {
    count: sum((one) => one.count),
    planned: sum((one) => one.planned),
    plannedFullYear: sum((one) => one.plannedFullYear),
    effect: sum((one) => one.effect),
    forecast: sum((one) => one.forecast),
    untold: sum((one) => one.untold),
  };
}
