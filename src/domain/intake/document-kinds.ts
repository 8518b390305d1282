import { tolerant } from '../../documents/tree/damage-tolerant.ts';
import { comparable, flowOf } from '../../documents/tree/recognise.ts';
import type { ContentsEntry, DocumentKind, Furniture, SourceBlock } from '../../documents/tree/source.ts';
import { findRegistrationNumbers } from '../../kernel/registration-number.ts';
import { haveMinutesForm } from './reading/minutes-facts.ts';

/** Where a part of a bundle begins, and as what. */
export type PartStart = {
  readonly kind: DocumentKind;
  readonly at: number;
  readonly title: string;
  readonly form?: 'document' | 'slides';
};

/** What a sign may look at: the block, those after it, and the part it would end. */
type Place = {
  readonly text: string;
  readonly lines: readonly string[];
  readonly index: number;
  readonly block: SourceBlock;
  readonly after: readonly SourceBlock[];
  readonly contents: readonly ContentsEntry[];
  readonly current?: PartStart;
};

/** "Region Xs redovisning av arbetet inom ramen för God och nära vård 2024", sound or damaged. */
const answeredForm = /^Svar på formuläret ”[^”]+”/u;
const returnTitle = new RegExp(
  `(?<!\\p{L})${tolerant('redovisning av')}\\s+(?:${tolerant('arbetet')}|${tolerant('insatser')}|${tolerant('insatserna')})\\s+${tolerant('inom ramen för')}(?!\\p{L})`,
  'iu',
);

/**
 * The signs by which a kind of document is known at its beginning. A row means: a block that reads like this begins a document of this kind.
 * A sign answers with the title, or undefined. It must not fire inside a document of its own kind: the header of a memo repeats on page two.
 */
const signs: readonly { readonly kind: DocumentKind; readonly title: (place: Place) => string | undefined }[] = [
  {
    kind: 'notice',
    title: ({ lines, after, index }) => {
      const meeting = lines.findIndex((line) => /^sammanträde med(?:\s*:|$)/iu.test(line));
      const onLine = lines[meeting]?.replace(/^sammanträde med\s*:?\s*/iu, '');
      if (meeting >= 0)
        return `Sammanträde med ${onLine || lines[meeting + 1] || (after[0]?.lines[0]?.words.text ?? '')}`.trim();
      const isHead = (line: string) => /^(?:kallelse|föredragningslista)(?:\s|$)/iu.test(line) && !/[.:]$/u.test(line);
      const cells = lines.flatMap((line) => line.split(/\s{2,}/u));
      const head = index < 6 ? (lines.find(isHead) ?? cells.find(isHead)) : undefined;
      return head?.replace(/\s+/g, ' ').replace(/\s?\d+\s?\(\d+\)$/, '');
    },
  },
  {
    kind: 'budgetInput',
    title: (place) => (isLetterHead(place) ? titleAfter(place, /^inspel\b/iu) : undefined),
  },
  {
    kind: 'memo',
    title: (place) => {
      const { lines, current } = place;
      const head = /^(?:tjänsteställe|organ$|föredragningspm$|tjänsteskrivelse)/iu.test(lines[0]!);
      if (!head || isLetterHead(place) || !nearby(place, /föredragningspm|tjänsteskrivelse/iu)) return undefined;
      // The header block states the number at once; a memo that begins with its body may state it far down, where a page break put the header.
      const beginsWithBody = /^organ$/iu.test(lines[0]!);
      if (beginsWithBody && current?.kind === 'memo') return undefined;
      const number = numberNear(place, beginsWithBody ? place.after.length : 5);
      if (current?.kind === 'memo' && (number === undefined || current.title.endsWith(`(${number})`))) return undefined;
      const subject = titleAfter(place, /\p{L}{3,}/u) ?? 'FöredragningsPM';
      return number ? `${subject} (${number})` : subject;
    },
  },
  {
    kind: 'reportBack',
    title: ({ text, index, block, after, current }) =>
      /(?:åter)?rapportering(?: av uppdrag)? till .*(?:nämnd|styrelse|fullmäktige)/iu.test(text) &&
      // "4. Rapportering till nämnden …" is an item of the agenda, and not yet the report.
      !(current?.kind === 'notice' && block.lines[0]?.marker?.kind === 'number') &&
      (index < 3 || block.level > 0 || /^inledning$/iu.test(after[0] ? flowOf(after[0]).text : ''))
        ? text
        : undefined,
  },
  {
    kind: 'goalDocument',
    title: ({ text, lines, block, contents, index }) =>
      lines.length === 1 && /^målbild\b.*\b\d{4}$/iu.test(text) && (index === 0 || contentsFollow(block, contents))
        ? text
        : undefined,
  },
  {
    kind: 'activityPlan',
    title: ({ lines }) => lines.find((line) => /^(?:utkast till )?aktivitetsplan(?: för)? \d{4}$/iu.test(line)),
  },
  {
    kind: 'meetingNotes',
    title: ({ text, current }) =>
      /^(?:sammanträdesanteckningar|minnesanteckningar|mötesanteckningar)\b/iu.test(text) &&
      current?.kind !== 'meetingNotes'
        ? text
        : undefined,
  },
  {
    kind: 'nationalReturn',
    title: ({ text, lines, index, after }) =>
      returnTitle.test(text) ||
      // A return of this product says under its title which form it answers.
      (index < 3 && lines.length === 1 && answeredForm.test(after[0] ? flowOf(after[0]).text : ''))
        ? text
        : undefined,
  },
  {
    kind: 'interimReport',
    title: ({ text, index }) => (index < 3 && /^delårsrapport\b/iu.test(text) ? text : undefined),
  },
  {
    kind: 'minutes',
    title: ({ text, index, block }) =>
      (index < 4 || block.level > 0) &&
      /^(?:(?:sammanträdes)?protokoll|\p{L}+s protokoll)(?!\p{L})/iu.test(text) &&
      !/justering/iu.test(text)
        ? text.replace(/\s{2,}.*$/u, '')
        : undefined,
  },
];

/**
 * The parts of a document in order. A document whose beginning no sign knows begins with a part of kind `other`, and so does an attachment
 * behind a divider page.
 */
export function partStartsOf(
  blocks: readonly SourceBlock[],
  contents: readonly ContentsEntry[],
  furniture: readonly Furniture[] = [],
): readonly PartStart[] {
  const starts: PartStart[] = [];
  const dividers = furniture.filter((piece) => piece.reason === 'dividerPage');
  blocks.forEach((block, index) => {
    const text = flowOf(block).text;
    if (block.kind === 'table' || text.length > 240 || block.lines.length > 4 || !text) return;
    const current = starts.at(-1);
    const lines = block.lines.map((line) => line.words.text);
    const place: Place = {
      text,
      lines,
      index,
      block,
      after: blocks.slice(index + 1, index + 17),
      contents,
      ...(current && { current }),
    };
    const slides = current && slidesBegin(place, current, blocks);
    const divided = dividers.some(({ end }) => end <= block.span.start && end >= (blocks[index - 1]?.span.end ?? 0));
    const found =
      slides ??
      firstSign(place) ??
      signOfTornTitle(place) ??
      (divided ? { kind: 'other' as const, title: text } : undefined);
    if (found && !continuesSame(found, current)) starts.push({ ...found, at: index });
  });
  const unknown = blocks.length > 0 && (starts[0]?.at ?? Number.POSITIVE_INFINITY) > 3;
  if (unknown && haveMinutesForm(blocks.slice(0, starts[0]?.at)))
    starts.unshift({ kind: 'minutes', at: 0, title: minutesTitle(blocks) });
  if (blocks.length > 0 && starts[0]?.at !== 0) {
    // What stands before the first sign (a cover line, a logotype) belongs to the first part when it is short.
    const first = starts[0];
    if (first && first.at <= 3) starts[0] = { ...first, at: 0 };
    else starts.unshift({ kind: 'other', at: 0, title: flowOf(blocks[0]!).text.slice(0, 120) });
  }
  return starts;
}

/** What minutes that are known by their form are called: from the word "protokoll" in their first lines, or by it alone. */
function minutesTitle(blocks: readonly SourceBlock[]): string {
  const named = blocks
    .slice(0, 4)
    .flatMap((block) => /(?:sammanträdes)?protokoll\s.*$/iu.exec(flowOf(block).text.slice(0, 400)) ?? [])[0];
  return (named ?? 'Protokoll').replace(/\s+\(.*$|\s{2,}.*$/u, '').slice(0, 160);
}

function firstSign(place: Place): Omit<PartStart, 'at'> | undefined {
  for (const { kind, title } of signs) {
    const found = title(place);
    if (found) return { kind, title: found };
  }
  return undefined;
}

/** A title in large letters that is wrapped comes from a scan as two headings, the second of which begins with a small letter. */
function signOfTornTitle(place: Place): Omit<PartStart, 'at'> | undefined {
  const [next, ...after] = place.after;
  if (place.index > 2 || !next || next.kind === 'table' || next.lines.length > 2) return undefined;
  const rest = flowOf(next).text;
  const text = `${place.text} ${rest}`;
  return /^\p{Ll}/u.test(rest) && text.length <= 240 ? firstSign({ ...place, text, lines: [text], after }) : undefined;
}

/** The cover and the title page of one plan say the same; so do the two titles of a report. */
function continuesSame(found: Omit<PartStart, 'at'>, current: PartStart | undefined): boolean {
  if (!current || current.kind !== found.kind || found.form) return false;
  if (found.kind === 'activityPlan') return yearIn(found.title) === yearIn(current.title);
  return ['notice', 'reportBack', 'minutes', 'nationalReturn', 'goalDocument'].includes(found.kind);
}

const yearIn = (text: string) => /\d{4}/.exec(text)?.[0];

/**
 * Slides of a goal document begin with its title once more. The title may also stand as a heading inside the document, as often as the table
 * of contents says; only an occurrence beyond those begins the slides.
 */
function slidesBegin({ text, index, lines, contents }: Place, current: PartStart, blocks: readonly SourceBlock[]) {
  if (current.kind !== 'goalDocument' || current.form === 'slides' || lines.length !== 1) return undefined;
  if (comparable(text) !== comparable(current.title)) return undefined;
  const earlier = blocks
    .slice(current.at + 1, index)
    .filter((block) => comparable(flowOf(block).text) === comparable(text)).length;
  const listed = contents.filter((entry) => comparable(entry.title) === comparable(text)).length;
  return earlier >= listed
    ? { kind: 'goalDocument' as const, title: current.title, form: 'slides' as const }
    : undefined;
}

const isLetterHead = ({ lines, after }: Place) =>
  /^tjänsteställe/iu.test(lines[0]!) &&
  after.slice(0, 4).some((block) => /^beteckning\b/iu.test(block.lines[0]!.words.text));

const nearby = ({ text, after }: Place, pattern: RegExp) =>
  pattern.test(text) || after.some((block) => pattern.test(flowOf(block).text));

function numberNear({ after }: Place, blocks: number): string | undefined {
  const labelled = after
    .slice(0, blocks)
    .map((block) => flowOf(block).text)
    .find((text) => /(?<!\p{L})Dnr(?!\p{L})/u.test(text));
  return labelled && findRegistrationNumbers(labelled)[0]?.text;
}

/** The first block after a header whose words can be a title: one line, no label of the header. */
function titleAfter({ after }: Place, pattern: RegExp): string | undefined {
  return after
    .filter((block) => block.kind === 'paragraph' && block.lines.length === 1)
    .map((block) => flowOf(block).text)
    .find(
      (text) => pattern.test(text) && text.length > 20 && !/^(?:er )?beteckning$|^förslag till beslut/iu.test(text),
    );
}

/** Whether the next lines after a block are a table of contents. */
function contentsFollow(block: SourceBlock, contents: readonly ContentsEntry[]): boolean {
  return contents.some((entry) => entry.span.line > block.span.line && entry.span.line <= block.span.line + 6);
}
