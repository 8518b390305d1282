import { comparable, flowOf, linesOf, type PlacedLine, type Reading } from '../../documents/tree/recognise.ts';
import type { SourceBlock } from '../../documents/tree/source.ts';
import { leadingRegistrationNumber } from '../../kernel/registration-number.ts';
import { voteAnnexesIn } from './vote-annex-import.ts';

/** What a part of a § of minutes is for. The headings differ between authorities; the parts are the same (KL 5:65 and practice). */
export const paragraphPartKinds = [
  'decision',
  'proposal',
  'summary',
  'documents',
  'earlier',
  'motions',
  'proposition',
  'vote',
  'reservation',
  'note',
  'disqualification',
  'adjustment',
  'union',
  'consequences',
  'sentTo',
  'lead',
] as const;
export type ParagraphPartKind = (typeof paragraphPartKinds)[number];

/** One part of a §: its heading line (none for what stands before the first heading) and the lines under it. */
export type ParagraphPart = {
  readonly kind: ParagraphPartKind;
  readonly heading?: PlacedLine;
  readonly lines: readonly PlacedLine[];
};

/** One § of minutes (paragraf) as a stretch of lines, before its title and its parts are read. */
export type MinutesParagraph = {
  readonly prefix: string;
  readonly number: number;
  readonly suffix?: string;
  readonly head: PlacedLine;
  /** The words behind the number on its line. */
  readonly rest: string;
  readonly lines: readonly PlacedLine[];
  /** The text that the spans of the lines point into. */
  readonly source: string;
  /** Read from the list of contents only: the paper does not have the § itself. */
  readonly listedOnly?: true;
};

const headForm =
  /^(?:[-#*•\s]*)(?<prefix>(?:\p{Lu}\p{L}{0,4}\s+)?§)\s*(?<number>\d{1,4})(?<suffix>[a-z]|\s[a-h](?=\s*$|\s+[\p{Lu}\d]))?(?![\p{L}\p{N}])(?<rest>.*)$/u;

/**
 * The §§ of minutes. Numbers count up; a line that only goes on a sentence ("kommunfullmäktige 2022-02-24 / § 8, att …") counts no further and
 * has no title behind it. A number that comes again at once is the head of the next page. §§ listed line by line are a table of contents.
 */
export function minutesParagraphs(reading: Reading): readonly MinutesParagraph[] {
  const title = titleWords(reading);
  const all = linesOf(reading.blocks).filter((line) => !repeatsTitle(line, reading.blocks[0], title));
  const annexed = new Set(voteAnnexesIn(all).flatMap((annex) => annex.lines));
  const lines = all.filter((line) => !annexed.has(line) && !continuation.test(line.words.text));
  const listed = listedLines(lines);
  const found: { head: PlacedLine; groups: Head; lines: PlacedLine[] }[] = [];
  lines.forEach((line, index) => {
    const groups = listed.has(line) ? undefined : headOf(line);
    const last = found.at(-1);
    if (groups && last && sameNumber(groups, last.groups) && (!groups.rest || groups.rest === last.groups.rest)) return;
    if (groups && begins(groups, line, lines[index - 1], last?.groups)) found.push({ head: line, groups, lines: [] });
    else if (!listed.has(line)) last?.lines.push(line);
  });
  const paragraphs = found.map(({ head, groups, lines }) => paragraphOf(groups, head, lines, reading.text));
  const body = new Set(paragraphs.map((paragraph) => paragraph.number));
  const onlyListed = [...listed].flatMap((line) => {
    const groups = headOf(line)!;
    if (body.has(Number(groups.number))) return [];
    const rest = groups.rest.slice(0, 400).replace(/\s*\.{3,}\s*\d*$|\s{2,}\d{1,4}$/u, '');
    return [{ ...paragraphOf({ ...groups, rest }, line, [], reading.text), listedOnly: true as const }];
  });
  return [...paragraphs, ...onlyListed].sort((a, b) => a.head.span.start - b.head.span.start);
}

/** The head of a § on the pages that it goes on over: "§ 12 (forts.)", "Forts. § 12". */
const continuation =
  /^(?:forts(?:\.|ättning)?,?\s+(?:på\s+|av\s+)?§\s*\d{1,4}(?:\s?[a-h])?|§\s*\d{1,4}(?:\s?[a-h])?\s+.{0,120}\(?forts(?:\.|ättning)?\)?)\.?$/iu;

const plain = (text: string) => text.slice(0, 200).replace(/\s+/g, ' ').trim();

const titleWords = ({ blocks: [first] }: Reading) => (first ? plain(flowOf(first).text) : '');

/** Whether a line is the title of the paper once more, as the pages after the first print it at their head. */
const repeatsTitle = ({ words, block }: PlacedLine, first: SourceBlock | undefined, title: string) =>
  block !== first &&
  title.length > 6 &&
  // Most lines begin otherwise, and need not be made plain.
  words.text.trimStart().startsWith(title[0]!) &&
  plain(words.text) === title;

/** The lines before the first § and the list of contents: the cover. */
export function coverLines(reading: Reading): readonly PlacedLine[] {
  const first = minutesParagraphs(reading)[0];
  const lines = linesOf(reading.blocks);
  return first ? lines.filter((line) => line.span.start < first.head.span.start) : lines;
}

type Head = { readonly prefix: string; readonly number: string; readonly suffix?: string; readonly rest: string };

const headOf = (line: PlacedLine) => paragraphNumberIn(line.words.text);

/** The number that a line begins with when it can head a §, and the words behind it. */
export function paragraphNumberIn(text: string): Head | undefined {
  const groups = headForm.exec(text)?.groups;
  if (!groups?.number) return undefined;
  const rest = groups.rest!.trim();
  // What goes on a sentence is a reference: "… fullmäktige 2022-02-24 / § 8, att vidta åtgärder".
  if (/^[\p{Ll},;.)–-]/u.test(rest)) return undefined;
  return {
    prefix: groups.prefix!.replace(/\s+/g, ' '),
    number: groups.number,
    ...(groups.suffix && { suffix: groups.suffix.trim() }),
    rest,
  };
}

const sameNumber = (a: Head, b: Head) => a.number === b.number && a.suffix === b.suffix;

function paragraphOf(head: Head, line: PlacedLine, lines: readonly PlacedLine[], source: string): MinutesParagraph {
  const { prefix, suffix, rest } = head;
  return { prefix, number: Number(head.number), ...(suffix && { suffix }), head: line, rest, lines, source };
}

/** Whether a line with "§ n" begins a §: what follows the number can be a title, and the number is the next one or stands at a beginning. */
function begins(head: Head, line: PlacedLine, before: PlacedLine | undefined, lastHead: Head | undefined): boolean {
  const number = Number(head.number);
  const alone = line.firstOfBlock || line.block.kind === 'heading' || /^\d{1,4}$/.test(before?.words.text ?? '');
  const shown = alone || !before || headsMatter(head, before);
  if (!lastHead) return shown;
  const last = Number(lastHead.number);
  if (number === last) return alone && (head.suffix !== undefined || isAnother(head, lastHead));
  if (number === last + 1) return shown || /[.:!?]$/u.test(before?.words.text ?? '.');
  return alone && number > last && number - last <= largestGap;
}

/** Pages of short lines come as one block; then the number of a matter behind the number, below a line that was not full, shows the head. */
const headsMatter = ({ rest }: Head, before: PlacedLine) =>
  leadingRegistrationNumber(rest) !== undefined && before.words.text.length < fullLine;
const fullLine = 50;

/** Whether the same number heads something else: with another registration number, or with another title. A page may repeat either of them. */
function isAnother(head: Head, last: Head): boolean {
  const [number, before] = [leadingRegistrationNumber(head.rest)?.text, leadingRegistrationNumber(last.rest)?.text];
  if (number && before) return number !== before;
  const [title, other] = [comparable(head.rest), comparable(last.rest)];
  const isTitle = /^\p{Lu}.*[^.,;:]$/u.test(head.rest) && title.includes(' ');
  return !number && !before && isTitle && other !== '' && !title.startsWith(other) && !other.startsWith(title);
}

/** Extracts of minutes leave out §§, but a jump over more is a reference to other minutes. */
const largestGap = 40;

/** The lines of the list of contents that stands among the lines of the minutes. */
export const contentsLines = (reading: Reading) => [...listedLines(linesOf(reading.blocks))];

/** Lines of §§ that follow each other without anything between: a register or table of contents, unless they are all there is. */
function listedLines(lines: readonly PlacedLine[]): ReadonlySet<PlacedLine> {
  const listed = new Set<PlacedLine>();
  let run: PlacedLine[] = [];
  const close = () => {
    const together = run.length === 2 && run[0]!.block === run[1]!.block;
    if (run.length >= 3 || together) for (const line of run) listed.add(line);
    run = [];
  };
  for (const line of lines) {
    const number = Number(headOf(line)?.number ?? Number.NaN);
    const last = Number(run.length > 0 ? headOf(run.at(-1)!)!.number : Number.NaN);
    // The first § itself may follow right after the list.
    const between = number === last && headOf(line)!.suffix !== headOf(run.at(-1)!)!.suffix;
    if (Number.isNaN(number) || (number <= last && !between)) close();
    if (!Number.isNaN(number)) run.push(line);
  }
  close();
  return listed;
}

const partHeadings: readonly { readonly kind: ParagraphPartKind; readonly pattern: RegExp }[] = [
  {
    kind: 'proposal',
    pattern: /^(?:förslag till beslut|(?:\p{L}+s )?förslag(?: till .+)?|förslag under sammanträdet)$/iu,
  },
  { kind: 'decision', pattern: /^(?:beslut|\p{L}[\p{L}\s-]{2,60}s beslut)$/iu },
  {
    kind: 'decision',
    pattern: /^\p{L}[\p{L}\s-]{2,60}(?:nämnden|styrelsen|fullmäktige|utskottet|beredningen|rådet) beslutar(?: att)?$/iu,
  },
  {
    kind: 'summary',
    pattern:
      /^(?:sammanfattning(?: av ärendet)?|ärendebeskrivning|bakgrund|ärendet|information|beskrivning av ärendet)$/iu,
  },
  {
    kind: 'summary',
    pattern:
      /^\p{L}[\p{L}\s-]{2,60}s (?:handläggning|bedömning|yttrande)$|^dagens sammanträde$|^behandling på sammanträdet$/iu,
  },
  { kind: 'documents', pattern: /^(?:beslutsunderlag|underlag|handling(?:ar)?|handlingar i ärendet)$/iu },
  { kind: 'earlier', pattern: /^(?:tidigare behandling|ärendets (?:tidigare )?behandling|ärendegång)$/iu },
  { kind: 'motions', pattern: /^(?:tilläggs|återremiss|ändrings)?yrkanden?$/iu },
  { kind: 'proposition', pattern: /^(?:propositionsordning(?:ar)?|beslutsgång|beslutsordning|proposition)$/iu },
  {
    kind: 'vote',
    pattern:
      /^(?:(?:huvud|för|kontra)?(?:votering|omröstning)(?:sordning|sresultat|slista|sprotokoll|spropositioner)?(?:\s+\d)?|votering(?:ar)?)$/iu,
  },
  { kind: 'reservation', pattern: /^reservation(?:er)?$/iu },
  {
    kind: 'note',
    pattern:
      /^(?:protokolls?antecknings?(?:ar)?|protokollsanteckningar|anteckning(?:ar)? till protokollet|särskil(?:t|da) yttranden?|deltar ej i beslutet)$/iu,
  },
  { kind: 'disqualification', pattern: /^jäv$/iu },
  { kind: 'adjustment', pattern: /^(?:justering|omedelbar justering)$/iu },
  { kind: 'union', pattern: /^mbl-behandling$|^samverkan enligt mbl$/iu },
  { kind: 'consequences', pattern: /^(?:konsekvenser för .+|ekonomiska konsekvenser|finansiering)$/iu },
  {
    kind: 'sentTo',
    pattern:
      /^(?:protokollsutdrag (?:skickas )?till|(?:beslutet )?(?:ska )?(?:skickas|expedieras|delges) till|beslutet ska skickas till|expediering|kopia till|delges)$/iu,
  },
];

/** What part of a § a line heads, or undefined when it is text. */
export function partHeadedBy(line: PlacedLine): ParagraphPartKind | undefined {
  if (line.words.text.length > 80) return undefined;
  const text = line.words.text.trim().replace(/\s*:$/, '');
  if (line.marker || text.length > 70 || !/^\p{Lu}/u.test(text) || /[.!?]$/.test(text)) return undefined;
  return partHeadings.find(({ pattern }) => pattern.test(text))?.kind;
}

/** The parts of a § in order: what stands before the first heading is its lead, which begins with the title. */
export function partsOf(paragraph: MinutesParagraph): readonly ParagraphPart[] {
  const parts: { kind: ParagraphPartKind; heading?: PlacedLine; lines: PlacedLine[] }[] = [{ kind: 'lead', lines: [] }];
  for (const line of paragraph.lines) {
    const kind = partHeadedBy(line);
    if (kind) parts.push({ kind, heading: line, lines: [] });
    else parts.at(-1)!.lines.push(line);
  }
  return parts;
}
