/**
 * A second calendar, written from the acts and not from the product, to compare the product's deadlines with. It knows no `Date`: days are Julian
 * day numbers, the weekdays are a table that is written out day after day from one known Sunday, and Easter is Knuth's algorithm E (The Art of
 * Computer Programming 1, 1.3.2, exercise 14).
 */

/** What can be made wrong on purpose, to see that the comparison sees it. */
export type Fault =
  | 'whitMondayForever'
  | 'sixthOfJuneAlways'
  | 'midsummerEveIsAWeekday'
  | 'newYearsEveIsAWeekday'
  | 'allSaintsAWeekLater'
  | 'easterWithoutException'
  | 'saturdaysCount'
  | 'twentyTwoDays'
  | 'monthIsThirtyDays';

export type SecondCalendar = {
  readonly days: Iterable<number>;
  readonly text: (day: number) => string;
  readonly adjustBy: (day: number) => number;
  readonly announceBy: (day: number) => number;
  readonly appealLast: (day: number) => number;
  readonly noticeDownEarliest: (day: number) => number;
  readonly summonBy: (day: number) => number;
  readonly lateMatterBy: (day: number) => number;
  readonly interimToCouncil: (day: number) => number;
};

const firstYear = 1989;
const lastYear = 2102;
const restMark = 1;

/** The Julian day number of a day of the Gregorian calendar (Fliegel and Van Flandern 1968, whole numbers only). */
function julian(year: number, month: number, day: number): number {
  const a = month <= 2 ? -1 : 0;
  const cut = Math.trunc;
  return (
    cut((1461 * (year + 4800 + a)) / 4) +
    cut((367 * (month - 2 - 12 * a)) / 12) -
    cut((3 * cut((year + 4900 + a) / 100)) / 4) +
    day -
    32075
  );
}

function knuthEaster(year: number, withException: boolean): number {
  const g = (year % 19) + 1;
  const c = Math.trunc(year / 100) + 1;
  const x = Math.trunc((3 * c) / 4) - 12;
  const z = Math.trunc((8 * c + 5) / 25) - 5;
  const d = Math.trunc((5 * year) / 4) - x - 10;
  let e = (((11 * g + 20 + z - x) % 30) + 30) % 30;
  if (withException && ((e === 25 && g > 11) || e === 24)) e += 1;
  let n = 44 - e;
  if (n < 21) n += 30;
  n = n + 7 - ((d + n) % 7);
  return julian(year, 3, 1) + n - 1;
}

/** The calendar of all days from 1989 to 2102, right, or with one fault. */
export function secondCalendar(fault?: Fault): SecondCalendar {
  const start = julian(firstYear, 1, 1);
  const end = julian(lastYear, 12, 31);
  const marks = new Uint8Array(end - start + 1);
  const printed: string[] = [];

  // The first of January 1989 was a Sunday.
  const table = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
  const weekday = (day: number) => table[(day - start) % 7]!;
  for (let day = start; day <= end; day += 1)
    if (weekday(day) === 'Sunday' || (weekday(day) === 'Saturday' && fault !== 'saturdaysCount'))
      marks[day - start] = restMark;

  const rest = (day: number) => {
    if (day >= start && day <= end) marks[day - start] = restMark;
  };
  for (let year = firstYear; year <= lastYear; year += 1) {
    for (const [month, day] of [
      [1, 1],
      [1, 6],
      [5, 1],
      [12, 24],
      [12, 25],
      [12, 26],
    ] as const)
      rest(julian(year, month, day));
    if (fault !== 'newYearsEveIsAWeekday') rest(julian(year, 12, 31));
    if (year >= 2005 || fault === 'sixthOfJuneAlways') rest(julian(year, 6, 6));
    const easter = knuthEaster(year, fault !== 'easterWithoutException');
    for (const after of [-2, 0, 1, 39, 49]) rest(easter + after);
    if (year <= 2004 || fault === 'whitMondayForever') rest(easter + 50);
    for (let day = 19; day <= 25; day += 1)
      if (weekday(julian(year, 6, day)) === 'Friday' && fault !== 'midsummerEveIsAWeekday') rest(julian(year, 6, day));
    // Midsummer Day and All Saints are Saturdays and so rest days already; a fault makes the latter a Monday.
    if (fault === 'allSaintsAWeekLater') rest(julian(year, 11, 9));
  }

  const lengths = (year: number) => {
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  };
  const parts: (readonly [number, number, number])[] = [];
  for (let year = firstYear; year <= lastYear; year += 1)
    for (const [month, length] of lengths(year).entries())
      for (let day = 1; day <= length; day += 1) {
        parts.push([year, month + 1, day]);
        printed.push(`${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
      }

  const isRest = (day: number) => marks[day - start] === restMark;
  const onwards = (day: number): number => (isRest(day) ? onwards(day + 1) : day);
  const backwards = (day: number): number => (isRest(day) ? backwards(day - 1) : day);
  const twoMonthsOn = (day: number) => {
    const [year, month, ofMonth] = parts[day - start]!;
    const toYear = month > 10 ? year + 1 : year;
    const toMonth = month > 10 ? month - 10 : month + 2;
    const last = lengths(toYear)[toMonth - 1]!;
    const endsMonth = ofMonth === lengths(year)[month - 1];
    return julian(toYear, toMonth, endsMonth ? last : Math.min(ofMonth, last));
  };

  return {
    days: Array.from({ length: julian(2101, 1, 1) - julian(1990, 1, 1) }, (_, i) => julian(1990, 1, 1) + i),
    text: (day) => printed[day - start]!,
    adjustBy: (day) => day + 14,
    announceBy: (day) => day + 2,
    appealLast: (day) => onwards(day + (fault === 'twentyTwoDays' ? 22 : 21)),
    noticeDownEarliest: (day) => onwards(day + 21) + 1,
    summonBy: (day) => day - 7,
    lateMatterBy: (day) => backwards(day - 1),
    interimToCouncil: (day) => (fault === 'monthIsThirtyDays' ? day + 60 : twoMonthsOn(day)),
  };
}
