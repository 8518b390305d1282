/**
 * What a chart says, without how it is drawn: the same data becomes a picture in a page, in print, in PDF and in Word, a table beside it, a sentence
 * for who cannot see it, and a file to take away. Numbers are never judged by colour here; a direction is for words.
 */
export type ChartData = LineChart | SmallMultiples | BarsChart | SharesChart | RanksChart | RangesChart;
export type ChartKind = ChartData['kind'];

type ChartFrame = {
  readonly title: string;
  /** What the numbers count: "procent", "kr", "antal". */
  readonly unit: string;
  /** What the chart shows, in a sentence. Left out, the sentence is made from the numbers. */
  readonly alt?: string;
  /** Where the numbers come from and as of when; printed under the picture. */
  readonly note?: string;
};

/** A number at a time. The time is a year, quarter (2025-K2), month or day, as the source gives it. */
export type ChartPoint = {
  readonly time: string;
  /** Null where the number is missing: the line is broken there and the table says why. */
  readonly value: number | null;
  /** How the number is written where it has more to say than its digits: "över 800". */
  readonly text?: string;
  /** Why the number is missing. */
  readonly missing?: string;
  /** Said in a text and not measured: drawn hollow, and said in the table. */
  readonly claimed?: boolean;
};
export type ChartSeries = { readonly name: string; readonly points: readonly ChartPoint[] };

/** A line to be held against: an own target, or a value of the nation. It can hold for some years only. */
export type ChartTarget = {
  readonly name: string;
  readonly value: number;
  readonly from?: string;
  readonly to?: string;
};
/** From this time on the numbers are counted otherwise: lines do not cross it. */
export type ChartBreak = { readonly at: string; readonly text: string };

type OverTime = {
  readonly targets?: readonly ChartTarget[];
  readonly breaks?: readonly ChartBreak[];
  /** Begin the scale at nothing although the numbers lie far from it. Shares and counts near nothing do so by themselves. */
  readonly fromZero?: boolean;
};

/** How one or a few series go through time. At most six, so that each can be told from the others. */
export type LineChart = ChartFrame & OverTime & { readonly kind: 'line'; readonly series: readonly ChartSeries[] };

/** The same figure of many municipalities, each a small picture, all on one scale. */
export type SmallMultiples = ChartFrame &
  OverTime & { readonly kind: 'smallMultiples'; readonly panels: readonly ChartSeries[] };

/** Amounts as bars from nothing. */
export type BarsChart = ChartFrame & {
  readonly kind: 'bars';
  readonly bars: readonly {
    readonly label: string;
    readonly value: number;
    readonly text?: string;
    /** Reached, expected, or counted and compared with. */
    readonly look?: 'full' | 'light' | 'outline';
  }[];
};

/** How wholes are divided: every row is drawn as long as the others and its parts as shares of it. */
export type SharesChart = ChartFrame & {
  readonly kind: 'shares';
  readonly parts: readonly string[];
  readonly rows: readonly { readonly label: string; readonly values: readonly number[] }[];
};

/** Where each lies on one scale, in the order that is given; no colour says who is good. */
export type RanksChart = ChartFrame & {
  readonly kind: 'ranks';
  readonly rows: readonly {
    readonly label: string;
    readonly value: number | null;
    readonly text?: string;
    readonly missing?: string;
    /** The reader's own: drawn heavier. */
    readonly own?: boolean;
  }[];
  readonly reference?: { readonly name: string; readonly value: number };
};

/** From when to when, a row each; an end that is not known is open. */
export type RangesChart = ChartFrame & {
  readonly kind: 'ranges';
  readonly rows: readonly {
    readonly label: string;
    readonly from: string;
    readonly to: string | null;
    readonly text?: string;
    readonly look?: 'full' | 'light' | 'outline';
  }[];
  readonly today?: string;
};
