import type { RawLine } from './source-lines.ts';
import { countForms, fewestTimes as fewest, formsThatRecur, type WrittenLines } from './written-lines.ts';

/**
 * Heads and feet of pages in text that has lost its page breaks: what is printed at each turn of a page comes back, word for word, through the
 * whole document, and stands in the middle of sentences. Two things show where a page was turned: its number, and the labels that minutes and
 * notices print on each page ("Sammanträdesdatum: …", "Justerandes signatur", "Nämnden, protokoll"). What else comes back just there, and hardly
 * anywhere else, belongs to the head as well.
 */
export function pageTurnsIn(
  lines: readonly RawLine[],
  written: WrittenLines,
  pageNumbers: ReadonlySet<RawLine>,
): readonly RawLine[] {
  const numbered = countForms(written.forms.filter(mayEndWithNumber).map(formOf).filter(endsWithNumber));
  const recurring = [...written.recurring, ...formsThatRecur(numbered)];
  const labels = new Set(recurring.filter(isPageLabel));
  if (labels.size === 0 && pageNumbers.size < fewest) return [];
  const forms = written.forms.map(formOf);
  const turns = written.lines.flatMap((line, index) =>
    labels.has(forms[index]!) || pageNumbers.has(line) ? [index] : [],
  );
  if (turns.length < fewest) return [];
  const found = new Set(turns.filter((index) => labels.has(forms[index]!)));
  const turnsAt = new Set(turns);
  const dated = turns.filter((index) => datedLabel.test(forms[index]!));
  const pages = turns.filter((turn, index) => index === 0 || turn - turns[index - 1]! > reach).length;
  const above = linesNear(dated, longReach, reach);
  const candidates = recurring.filter((form) => !labels.has(form) && !/^[#\d(]|[.:!?]$/.test(form));
  for (const [form, everywhere] of placesOf(candidates, forms)) {
    const places = everywhere.filter((index) => standsAlone(lines, written.lines[index]!));
    const beside = (index: number) => [index - 1, index + 1].some((other) => found.has(other) || turnsAt.has(other));
    const atTurns = places.filter((index) => (bodyName.test(form) ? above.has(index) : beside(index)));
    const often = bodyName.test(form) ? fewest : Math.max(fewest, 0.6 * pages);
    if (atTurns.length >= often && atTurns.length >= 0.9 * places.length) for (const index of atTurns) found.add(index);
  }
  return [...found].map((index) => written.lines[index]!);
}

/** Where each of some forms stands, in the order in which they are given. */
function placesOf(wanted: readonly string[], forms: readonly string[]): ReadonlyMap<string, number[]> {
  const places = new Map<string, number[]>(wanted.map((form) => [form, []]));
  forms.forEach((form, index) => {
    places.get(form)?.push(index);
  });
  return places;
}

/** How many written lines a head or foot has at most. */
const reach = 3;
/** The name of the body stands first on a page; a torn list may have its markers between it and the date of the head. */
const longReach = 30;

const numberAtEnd = /(?<=\p{L}[^\n]*) \d{1,4} ?\(\d{1,4}\)$/u;

const anyNumber = ' 0 (0)';

/** The words of a line to compare by; the page number at the end of a running head is the same on every page. */
const mayEndWithNumber = (words: string) => words.endsWith(')');
const formOf = (words: string) => (mayEndWithNumber(words) ? words.replace(numberAtEnd, anyNumber) : words);
const endsWithNumber = (form: string) => form.endsWith(anyNumber);

const pageLabels: readonly RegExp[] = [
  /^sammanträdesdatum\s*:?\s*\d{4}-\d{2}-\d{2}$/iu,
  /^(?:sammanträdes)?protokoll \(?nr \d+\)?$/iu,
  /^justera(?:nde|re)s? sign(?:atur(?:er)?)?\.?(?:\s+utdragsbestyrkande)?$/iu,
  /^utdragsbestyrkande$/iu,
  /^\p{Lu}[\p{L}\s,-]{3,80}[\s,](?:sammanträdes)?protokoll$/iu,
];
const isPageLabel = (form: string) =>
  endsWithNumber(form) ? /\p{L}/u.test(form) : pageLabels.some((label) => label.test(form));

const datedLabel = pageLabels[0]!;
const bodyName = /^\p{Lu}[\p{L}\s-]{2,60}(?:nämnden?|styrelsen?|fullmäktige|utskott(?:et)?|beredningen?)$/iu;

/** The lines that stand so near one of the places that they can belong to its head or foot. */
function linesNear(places: readonly number[], before: number, after: number): ReadonlySet<number> {
  const near = new Set<number>();
  for (const place of places)
    for (let index = Math.max(0, place - before); index <= place + after; index++) near.add(index);
  return near;
}

/** Whether blank lines stand around a line. */
function standsAlone(lines: readonly RawLine[], line: RawLine): boolean {
  const [above, below] = [lines[line.line - 2], lines[line.line]];
  return (!above || above.words.trim() === '') && (!below || below.words.trim() === '');
}
