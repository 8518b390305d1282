/** A time of day or a span of times, normalised to `HH:MM`; `style` keeps how it was printed. */
export type TimeMention = {
  readonly start: number;
  readonly end: number;
  readonly from: string;
  readonly to?: string;
  readonly style: ':' | '.' | 'mixed' | 'hour';
};

const hour = String.raw`(?:[01]?\d|2[0-4])`;
const minute = String.raw`[0-5]\d`;
const about = String.raw`(?:ca\.?\s+|cirka\s+|omkring\s+)?`;
const before = String.raw`(?<![\p{L}\p{N}.:,-])`;
const after = String.raw`(?![\p{L}\p{N}:%]|[.,]\d)`;
/** Both times with minutes: "09:00-15:30", "13.30–13.50", and a single "12:24". */
const plainForm = new RegExp(
  String.raw`${before}(?<from>${hour})(?<mark>[:.])(?<minute>${minute})(?:\s*[-–]\s*${about}(?<to>${hour})(?<toMark>[:.])(?<toMinute>${minute}))?${after}`,
  'giu',
);
/** Behind the word for clock the minutes may be missing: "kl. 9", "kl 09.00 – cirka 17", "klockan 13 till 16.30". */
const clockForm = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?<lead>(?:kl\.?|klockan)\s*${about})(?<from>${hour})(?:(?<mark>[:.])(?<minute>${minute}))?(?:\s*(?:[-–]|till)\s*(?:kl\.?\s*)?${about}(?<to>${hour})(?:(?<toMark>[:.])(?<toMinute>${minute}))?)?${after}(?!-\d)`,
  'giu',
);

/** All times of day in a text, in order. Numbers without minutes are times only behind the word for clock. */
export function findTimes(text: string): readonly TimeMention[] {
  const spoken = [...text.matchAll(clockForm)].map(timeOf);
  const plain = [...text.matchAll(plainForm)].map(timeOf);
  const free = plain.filter((one) => spoken.every((other) => one.end <= other.start || one.start >= other.end));
  return [...spoken, ...free].sort((a, b) => a.start - b.start);
}

function timeOf(match: RegExpExecArray): TimeMention {
  const { lead, from, mark, minute, to, toMark, toMinute } = match.groups as Record<string, string | undefined>;
  const marks = new Set([mark, toMark].filter((one) => one !== undefined));
  return {
    start: match.index + (lead?.length ?? 0),
    end: match.index + match[0].length,
    from: clock(from!, minute),
    ...(to !== undefined && { to: clock(to, toMinute) }),
    style: marks.size > 1 ? 'mixed' : (([...marks][0] ?? 'hour') as ':' | '.' | 'hour'),
  };
}

const clock = (hours: string, minutes = '00') => `${hours.padStart(2, '0')}:${minutes}`;
