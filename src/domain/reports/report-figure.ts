import type { ChartData } from '../../documents/tree/index.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import { placesChart, type Series, type SeriesPoint, type Sex, seriesChart } from '../indicators/index.ts';

/** How a figure of a report is drawn. */
export const figureForms = {
  line: { sv: 'Linje över tid', en: 'Line over time' },
  places: { sv: 'Ett litet diagram per kommun', en: 'A small chart per municipality' },
} as const satisfies Record<string, Localized>;
export type FigureForm = keyof typeof figureForms;
export const figureFormCodes = Object.keys(figureForms) as readonly FigureForm[];

/** What a person chose to show of a series, and what is said of it to who cannot see it. */
export type FigureChoice = {
  readonly form: FigureForm;
  readonly place: string;
  readonly sex: Sex;
  readonly ageGroup: string;
  /** The first time that is shown; all when it is null. */
  readonly from: string | null;
  readonly target: number | null;
  /** The sentence in a person's words; made from the numbers when it is null. */
  readonly alt: string | null;
};

/** The numbers behind a figure at a moment: what a frozen report keeps, and what a later register is held against. */
export type FigureFacts = {
  /** The time of the latest number. */
  readonly asOf: string | null;
  /** Which version of the definition held. */
  readonly definition: number | null;
  readonly numbers: readonly FigureNumber[];
};

/** One number of a figure, with the word that limits it ("över") and whether somebody only said it. */
export type FigureNumber = {
  readonly place: string;
  readonly asOf: string;
  readonly value: number | null;
  readonly qualifier: string | null;
  readonly claimed: boolean;
};

/** A figure as its report shows it: of the register of now while the report is a draft, as it was frozen afterwards. */
export type ReportFigure = FigureChoice & {
  readonly id: Id<'reportFigure'>;
  readonly version: number;
  readonly position: number;
  readonly reportId: Id<'report'>;
  readonly entryId: Id<'reportEntry'> | null;
  readonly indicator: { readonly id: Id<'indicator'>; readonly name: string; readonly unit: string };
  readonly chart: ChartData;
  readonly facts: FigureFacts;
  /** What the register says otherwise than the frozen report; nothing while it is a draft. */
  readonly changes: readonly FigureChange[];
};

/** A number that was corrected, taken away or added since the report was frozen; undefined where there is none, null where it is said to be missing. */
export type FigureChange = {
  readonly place: string;
  readonly asOf: string;
  readonly was: number | null | undefined;
  readonly is: number | null | undefined;
};

/** The part of a series that a figure shows, up to the end of what its report tells of. */
export function seriesOfFigure(series: Series, { form, from }: FigureChoice, until: string | undefined): Series {
  const within = ({ asOf, place }: SeriesPoint) =>
    asOf !== null &&
    (from === null || asOf >= from) &&
    (until === undefined || asOf <= until.slice(0, asOf.length)) &&
    (form === 'line' || place !== '');
  return { ...series, points: series.points.filter(within) };
}

/** The numbers of a series as they are kept with a frozen report. */
export function factsOf({ points, indicator }: Series): FigureFacts {
  const numbers = points.flatMap(({ place, asOf, value, qualifier, claimed }) =>
    asOf === null ? [] : [{ place, asOf, value, qualifier, claimed }],
  );
  return { asOf: numbers.at(-1)?.asOf ?? null, definition: indicator.definition?.number ?? null, numbers };
}

/** The chart of a figure, with as of when its numbers are, its own target and its own words. */
export function figureChart(series: Series, choice: FigureChoice): ChartData {
  const { form, target, alt } = choice;
  const drawn = form === 'places' ? placesChart(series, 'sv') : seriesChart(series, 'sv');
  const { asOf } = factsOf(series);
  const note = [drawn.note, asOf === null ? '' : `Senaste uppgift: ${asOf}`].filter(Boolean).join('. ');
  const whom = [choice.place, choice.sex === 'all' ? '' : choice.sex === 'women' ? 'kvinnor' : 'män', choice.ageGroup];
  const title = [drawn.title, ...whom].filter(Boolean).join(', ');
  return {
    ...drawn,
    title,
    ...(note && { note: `${note}.` }),
    ...(target !== null && { targets: [{ name: 'Mål', value: target }] }),
    ...(alt?.trim() && { alt: alt.trim() }),
  };
}

/** Where the register has left a frozen report, number by number in the order of time. */
export function figureChanges(then: FigureFacts, now: FigureFacts): readonly FigureChange[] {
  const key = ({ place, asOf }: { readonly place: string; readonly asOf: string }) => `${asOf} ${place}`;
  const [before, after] = [grouped(then, key), grouped(now, key)];
  return [...new Set([...before.keys(), ...after.keys()])].toSorted().flatMap((one): FigureChange[] => {
    const [was, is] = [before.get(one), after.get(one)];
    // A text and a measurement may both have told of a day: what matters is whether a number is new or gone.
    if (was && is && sameValues(was, is)) return [];
    const { place, asOf } = (was ?? is)![0]!;
    return [{ place, asOf, was: was?.at(-1)?.value, is: is?.at(-1)?.value }];
  });
}

type Numbers = readonly FigureNumber[];

function grouped({ numbers }: FigureFacts, key: (one: Numbers[number]) => string): ReadonlyMap<string, Numbers> {
  return Map.groupBy(numbers, key);
}

function sameValues(was: Numbers, is: Numbers): boolean {
  const sorted = (some: Numbers) =>
    some
      .map(({ value }) => String(value))
      .toSorted()
      .join(' ');
  return sorted(was) === sorted(is);
}

/** The numbers of a figure that a sentence can be made of: one a time, a measured one before what somebody said of the same time. */
export function numbersToTell({ numbers }: FigureFacts): readonly (FigureNumber & { readonly value: number })[] {
  const byTime = new Map<string, FigureNumber & { readonly value: number }>();
  for (const one of numbers) {
    if (one.value === null) continue;
    const before = byTime.get(one.asOf);
    if (!before || before.claimed || !one.claimed) byTime.set(one.asOf, { ...one, value: one.value });
  }
  return [...byTime.values()];
}
