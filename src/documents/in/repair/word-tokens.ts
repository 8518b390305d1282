/** A run of letters (and of signs that letters are misread as) in a line, and what its surroundings say about it. */
export type WordToken = {
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  /** Numbers, codes, addresses, ticks and acronyms are left as they stand, whatever the letters look like. */
  readonly kept: boolean;
  readonly startsSentence: boolean;
  /** Nothing but bullets, numbers and ticks stands before it in its line. */
  readonly startsLine: boolean;
  /** A capital letter within a sentence, or beside another word with one: most likely a name. */
  readonly looksLikeName: boolean;
  /** "Hälso-" in "hälso- och sjukvård". */
  readonly beforeHyphen: boolean;
};

const run = /[\p{L}\p{N}&|]+/gu;
/** Between blanks: addresses of pages and people, and numbers of matters and laws. Nothing in them is a word. */
const address = /@|^\W*(?:https?:|mailto:|www\.)|[\w-]\.(?:se|nu|com|org|eu)(?![\p{L}\p{N}])|\d[/:]\d/iu;
/** A run without blanks that is longer than this is no writing, and neither is a word. */
const longestRun = 200;
const longestWord = 50;
const acronym = /^(?:\p{Lu}{2,4}|\p{Lu}\p{Ll}?\p{Lu}|\p{Lu}{2}\p{Ll})$/u;
/** What may stand before the first word of a line without being a word itself: a number, a single letter that was a bullet or a tick, signs. */
const onlyMarks = /^(?:[\s\P{L}]|(?<!\p{L})\p{L}(?!\p{L}))*$/u;
const sentenceEnd = /(?:[.!?:]["”»)]*|…)\s*$/u;

/** How far back the end of a sentence is looked for. */
const reach = 8;

/** The words of a line. `before` is the text of the same block before the line: whether a sentence begins here depends on it. */
export function wordTokens(line: string, before = ''): readonly WordToken[] {
  const kept = keptRuns(line);
  const found = [...line.matchAll(run)].map((match) => ({
    raw: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  let startsLine = true;
  let nextKept = 0;
  return found.map((token, index) => {
    const { raw, start, end } = token;
    const [previous, next] = [found[index - 1], found[index + 1]];
    if (previous) startsLine &&= onlyMarks.test(previous.raw);
    while (nextKept < kept.length && kept[nextKept]!.end <= start) nextKept++;
    const opensLine = index === 0 && line.slice(0, start).trim() === '';
    const startsSentence = opensLine
      ? before.trim() === '' || sentenceEnd.test(before.slice(-reach))
      : startsLine || sentenceEnd.test(line.slice(Math.max(0, start - reach), start));
    const besideCapital =
      (previous && !startsLine && isCapital(previous.raw) && line.slice(previous.end, start) === ' ') ||
      (next && isCapital(next.raw) && line.slice(end, next.start) === ' ');
    return {
      ...token,
      kept:
        isKept(raw, line.slice(end, end + longestWord), startsSentence || startsLine) ||
        (kept[nextKept]?.start ?? end) < end,
      startsSentence,
      startsLine,
      looksLikeName: isCapital(raw) && (!(startsSentence || startsLine) || Boolean(besideCapital)),
      beforeHyphen: line[end] === '-',
    };
  });
}

function keptRuns(line: string): readonly { readonly start: number; readonly end: number }[] {
  return [...line.matchAll(/\S+/g)]
    .filter(([found]) => found.length > longestRun || address.test(found))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** A capital I before a sign is an l: "I&sar" for "läsår". */
function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word) && !/^I[&60|]/.test(word);
}

/**
 * A single letter or sign may be a tick, a bullet or a label, so it stands; but a lone upright stroke that begins a sentence or a line and is
 * followed by a word in small letters and more is the word "I". Digits are numbers and codes, but for 6 and 0, which ö is read as, among at least two letters.
 */
function isKept(raw: string, after: string, mayStart: boolean): boolean {
  if (raw.length > longestWord) return true;
  if (raw === '|') return !(mayStart && /^ (?=[^ ]*\p{Ll})[\p{Ll}&60]{2,} \S/u.test(after));
  const letters = raw.match(/\p{L}/gu)?.length ?? 0;
  if (/[1-57-9]/.test(raw) || acronym.test(raw)) return true;
  if (/[60]/.test(raw)) return letters < 2 || /[60]{2}/.test(raw);
  return [...raw].length < 2 || letters === 0;
}
