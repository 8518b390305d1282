import { joinWords, type MendedParagraph, mendedParagraphs } from '../../documents/tree/mended-paragraphs.ts';
import { isWholly, join, type Passage, slice, spanOf, trimmed } from '../../documents/tree/passage.ts';
import { linesOf, namesIn, type PlacedLine, type Reading } from '../../documents/tree/recognise.ts';
import { agendaSections } from './agenda-import.ts';
import { attendanceIn } from './attendance-import.ts';
import { calendarIn } from './meeting-calendar-import.ts';
import { minutesParagraphs } from './paragraph-sections-import.ts';

/** A part of an item under a heading of its own (MTG-40): one item may hold several matters, each with its presenter and its decision. */
export type MinutesPart = {
  /** Absent for what stands before the first heading. */
  readonly title?: Passage;
  readonly presenters: readonly string[];
  readonly paragraphs: readonly MendedParagraph[];
};

/** An item of minutes that count their items 1, 2, 3 …, with everything that was written under it. */
export type MinutesItem = {
  readonly number: number;
  readonly title: string;
  readonly lines: readonly PlacedLine[];
  readonly headLines: readonly PlacedLine[];
  readonly presenters: readonly string[];
  readonly parts: readonly MinutesPart[];
};

/** The items of minutes. Minutes that count in paragraphs (§) have another form and give none here. */
export function minutesItems(reading: Reading): readonly MinutesItem[] {
  if (minutesParagraphs(reading).length > 0) return [];
  const lines = linesOf(reading.blocks);
  const calendar = calendarIn(reading);
  const ends = lines.findIndex(
    (line) => (calendar && !calendar.head.marker && line.span.start === calendar.head.span.start) || isSignature(line),
  );
  const people = attendanceIn(reading).map(({ record }) => record.person);
  return sectionsOf(reading, ends < 0 ? lines : lines.slice(0, ends)).map((section) => itemOf(section, people));
}

const isSignature = (line: PlacedLine) =>
  /^(?:vid protokollet|vid anteckningarna|justeras?(?:t|de)?(?: av)?|underskrifter)\s*:?$/iu.test(line.words.text);

type Section = { readonly number: number; readonly head: readonly PlacedLine[]; readonly lines: readonly PlacedLine[] };

/** Where items have headings that stand out, other numbers are lists inside them; otherwise the numbers that count up are the items. */
function sectionsOf(reading: Reading, lines: readonly PlacedLine[]): readonly Section[] {
  const heads: number[] = [];
  lines.forEach((line, index) => {
    if (line.marker?.kind === 'number' && line.marker.number === heads.length + 1 && standsOut(line)) heads.push(index);
  });
  const last = lines.at(-1)?.span.end ?? 0;
  if (heads.length < 3)
    return agendaSections(reading).map(({ number, title, lines: under }) => ({
      number,
      head: [title],
      lines: under.filter((line) => line.span.end <= last),
    }));
  return heads.map((at, order) => {
    const first = lines[at]!;
    const all = lines.slice(at, heads[order + 1]);
    const until = all.findIndex((line, index) => index > 0 && !(line.block === first.block && standsOut(line)));
    const size = until < 0 ? all.length : until;
    return { number: order + 1, head: all.slice(0, size), lines: all.slice(size) };
  });
}

const standsOut = (line: PlacedLine) => line.block.kind === 'heading' || isWholly(line.words, 'bold');

function itemOf({ number, head, lines }: Section, people: readonly string[]): MinutesItem {
  const whole = joinWords(head.map((line) => line.words));
  const said = presentation(whole, people);
  const title = said ? trimmed(slice(whole, 0, said.start)) : whole;
  const parts = partsOf(lines, people);
  const presenters = [...new Set([...(said?.names ?? []), ...parts.flatMap((part) => part.presenters)])];
  return { number, title: title.text, headLines: head, lines: [...head, ...lines], presenters, parts };
}

/** A heading inside an item is a short line in italics or bold, or one that stands right above "N N föredrog ärendet". */
function partsOf(lines: readonly PlacedLine[], people: readonly string[]): readonly MinutesPart[] {
  const paragraphs = mendedParagraphs(
    lines,
    (line, before) => isEmphatic(line) !== isEmphatic(before) || beginsClause(line, before),
  );
  const parts: { title?: Passage; presenters: string[]; paragraphs: MendedParagraph[] }[] = [];
  paragraphs.forEach((paragraph, index) => {
    const next = paragraphs[index + 1];
    if (isHeading(paragraph, next))
      parts.push({ title: withoutColon(paragraph.words), presenters: [], paragraphs: [] });
    else {
      if (parts.length === 0) parts.push({ presenters: [], paragraphs: [] });
      parts.at(-1)!.paragraphs.push(paragraph);
      parts.at(-1)!.presenters.push(...presentersIn(paragraph.words, people));
    }
  });
  return parts;
}

/** The clauses of a decision stand on lines of their own under the words that lead them in. */
const beginsClause = (line: PlacedLine, before: PlacedLine) =>
  line.firstOfBlock &&
  /^att(?!\p{L})/iu.test(line.words.text) &&
  /(?:beslut\p{L}*|samt|och|[,:])$/iu.test(before.words.text);

const withoutColon = (words: Passage) => trimmed(slice(words, 0, words.text.replace(/\s*:$/u, '').length));

const isEmphatic = (line: PlacedLine) => isWholly(line.words, 'italic') || isWholly(line.words, 'bold');

function isHeading({ words, lines }: MendedParagraph, next: MendedParagraph | undefined): boolean {
  const [line] = lines;
  if (!line || line.marker || line.cells || words.text.length > 120 || /[.!?,;]$/u.test(words.text)) return false;
  if (line.block.kind === 'heading' || lines.every(isEmphatic)) return true;
  return next !== undefined && /^\S/u.test(words.text) && presentation(next.words, [])?.start === 0;
}

const given = String.raw`\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?`;
const name = String.raw`${given}(?:\s+(?:(?:von|af|de)\s+)?\p{Lu}[\p{L}'’]+(?:-\p{Lu}\p{L}+)?){1,3}`;
const names = String.raw`(?<names>${name}(?:\s*(?:,|\/|och|samt)\s*${name}){0,6})`;
const presented = new RegExp(String.raw`(?<!\p{L})${names}\s+(?:föredrog|föredrar)(?!\p{L})`, 'u');
const reported = new RegExp(
  String.raw`(?<!\p{L})${names}\s+(?:rapporterade|informerade|redogjorde|föredrog|föredrar)(?!\p{L})`,
  'gu',
);
/** "Gruppen besöktes av verksamhetschef N N": a guest is asked in to tell of the matter. */
const visited = new RegExp(String.raw`(?<!\p{L})besöktes\s+av\s+(?:\p{Ll}[\p{L}-]*\s+){0,6}${names}`, 'gu');
const labelled = /^föredragande\s*:\s*(?<names>.+)$/iu;

/** "N N och M M föredrog ärendet" inside or after a title: where it begins, and who. */
function presentation(words: Passage, people: readonly string[]) {
  const match = presented.exec(words.text);
  const printed = match?.groups?.names;
  if (!match || !printed) return undefined;
  const until = match.index + printed.length;
  // A title in capital letters runs into the names. The mark of a new run, or the attendance list, tells where they begin.
  const seams = words.pieces.filter((piece) => piece.bold && piece.at > match.index && piece.at < until);
  const known = people.map((person) => words.text.indexOf(person, match.index)).filter((at) => at >= 0 && at < until);
  const start = known.length > 0 ? Math.min(...known) : (seams[0]?.at ?? match.index);
  return { start, names: listed(words.text.slice(start, until)) };
}

function presentersIn(words: Passage, people: readonly string[]): readonly string[] {
  const label = labelled.exec(words.text)?.groups?.names;
  if (label) return listed(label);
  const matter = presentation(words, people);
  if (matter) return matter.names;
  const told = [...words.text.matchAll(reported), ...words.text.matchAll(visited)];
  return told.flatMap((match) => listed(match.groups!.names!));
}

const listed = (text: string) => namesIn(text.replace(/\s+samt\s+/gu, ' och ').replace(/\s+/gu, ' '));

/** All that was written under an item as running text, list items with their dash, headings on lines of their own. */
export function textOfItem(item: MinutesItem): string {
  return item.parts
    .flatMap(({ title, paragraphs }) => [
      ...(title ? [title.text] : []),
      ...paragraphs.map(({ words, lines }) => (lines[0]?.marker ? `- ${words.text}` : words.text)),
    ])
    .join('\n');
}

/** A part as one passage, for what is said over several sentences. */
export function flowOfPart(part: MinutesPart): Passage {
  return join(
    part.paragraphs.map(({ words }) => words),
    '\n',
  );
}

/** Where a paragraph stands. */
export const spanOfParagraph = ({ words, lines }: MendedParagraph) => spanOf(words) ?? lines[0]!.span;
