import { slice, trimmed } from '../../documents/tree/passage.ts';
import {
  linesOf,
  namesIn,
  type PlacedLine,
  type Proposed,
  type Reading,
  type Recogniser,
  spanOfLines,
} from '../../documents/tree/recognise.ts';
import { findRegistrationNumbers } from '../../kernel/registration-number.ts';
import type { ItemCategory } from './agenda-item.ts';
import { titleAndPresenters } from './timetable-import.ts';

/** A numbered item of the agenda with what stands under it. */
export type ProposedAgendaItem = Proposed<
  'agendaItem',
  {
    readonly number: number;
    readonly title: string;
    readonly diaryNumber?: string;
    readonly presenters: readonly string[];
    readonly category: ItemCategory;
    readonly summary?: string;
    /** The documents listed as basis. */
    readonly documents: readonly string[];
    /** The numbered points of an information item. */
    readonly points: readonly { readonly title: string; readonly presenters: readonly string[] }[];
    /** The theme of the workshop that the item belongs to, in notes. */
    readonly theme?: string;
    /** The matters under headings of their own inside an item of minutes. */
    readonly sections?: readonly { readonly title: string; readonly presenters: readonly string[] }[];
  }
>;

/** An item of the agenda as a stretch of lines: its title line and all lines up to the next item. */
export type AgendaSection = {
  readonly number: number;
  readonly title: PlacedLine;
  readonly lines: readonly PlacedLine[];
};

const labels = {
  diary: /^(?:diarienummer|dnr|ärendenummer)\s*:\s*/iu,
  presenters: /^föredragande\s*:\s*/iu,
  proposal: /^förslag till beslut\s*:?$/iu,
  summary: /^sammanfattning(?: av ärendet)?\s*:?$/iu,
  documents: /^(?:beslutsunderlag|underlag|handlingar)\s*:?$/iu,
};
const isLabel = (line: PlacedLine) => Object.values(labels).some((label) => label.test(line.words.text));

/**
 * The items of a numbered agenda. Items count up from 1, and an item begins a block of its own; a numbered list inside an item (the points of
 * an input, the topics of an information item) begins at 1 again, lies inside a longer block or is indented, and
 * so is not taken for items.
 */
export function agendaSections(reading: Reading): readonly AgendaSection[] {
  const sections: { number: number; title: PlacedLine; lines: PlacedLine[] }[] = [];
  const lines = linesOf(reading.blocks);
  for (const line of lines) {
    const number = line.marker?.kind === 'number' && line.indent < 2 ? line.marker.number : undefined;
    const last = sections.at(-1);
    const next = (last?.number ?? 0) + 1;
    const sameList = last !== undefined && last.title.block === line.block && !isPointList(last.title);
    const follows = line.firstOfBlock || sameList;
    // Items taken out of the list leave their numbers unused.
    const counted =
      number === next || (sameList && number !== undefined && number > next && number - next < largestGap);
    if (counted && follows && !(line.firstOfBlock && continuesList(line, next)))
      sections.push({ number: number!, title: line, lines: [] });
    else last?.lines.push(line);
  }
  return sections.length > 0 ? sections : bareSections(lines);
}

const largestGap = 6;
const bareNumber = /^(?<number>\d{1,3})\s+(?=\p{Lu})/u;

/** The items of a list whose numbers have no full stop: "7  Delårsbokslut". Only a count from 1 that reaches 3 tells them from figures in text. */
function bareSections(lines: readonly PlacedLine[]): readonly AgendaSection[] {
  const sections: { number: number; title: PlacedLine; lines: PlacedLine[] }[] = [];
  for (const line of lines) {
    const found = line.marker || line.cells || line.indent > 1 ? undefined : bareNumber.exec(line.words.text);
    if (found && Number(found.groups!.number) === sections.length + 1)
      sections.push({
        number: sections.length + 1,
        title: { ...line, words: trimmed(slice(line.words, found[0].length)) },
        lines: [],
      });
    else sections.at(-1)?.lines.push(line);
  }
  return sections.length >= 3 ? sections : [];
}

/** A block that numbers several lines is a list of points, unless the agenda itself is such a list (it then begins with item 1). */
const isPointList = (title: PlacedLine) =>
  title.marker?.kind === 'number' && title.marker.number !== 1 && title.firstOfBlock;
const continuesList = (line: PlacedLine, next: number) =>
  next > 1 && line.block.lines.length > 1 && line.block.lines[1]?.marker?.kind === 'number';

export const agendaImport: Recogniser<ProposedAgendaItem> = {
  name: 'agenda',
  appliesTo: ['notice'],
  recognise(reading) {
    const sections = agendaSections(reading);
    const records = sections.map((section) => {
      const { lines } = section;
      const diaryLine = lines.find((line) => labels.diary.test(line.words.text));
      const presenterLine = lines.find((line) => labels.presenters.test(line.words.text));
      const summary = under(lines, labels.summary);
      const documents = under(lines, labels.documents);
      const points = pointsOf(section);
      const labelled = (line: PlacedLine, label: RegExp) =>
        trimmed(slice(line.words, label.exec(line.words.text)![0].length)).text;
      const diaryNumber = diaryLine && findRegistrationNumbers(labelled(diaryLine, labels.diary))[0]?.text;
      const summaryText = summary
        .slice(1)
        .filter((line) => !line.marker && line.firstOfBlock)
        .map((line) => line.words.text)
        .join('\n');
      const further = [diaryLine, presenterLine].filter((line) => line !== undefined);
      const alsoAt = [...further, ...[summary, documents, points].filter((part) => part.length > 0).flat()];
      return {
        type: 'agendaItem' as const,
        source: section.title.span,
        ...(alsoAt.length > 0 && { alsoAt: alsoAt.map((line) => spanOfLines([line])) }),
        confidence: sections.length >= 3 ? 0.95 : 0.7,
        rule: 'agenda-item-numbered',
        number: section.number,
        title: section.title.words.text,
        ...(diaryNumber && { diaryNumber }),
        presenters: presenterLine ? namesIn(labelled(presenterLine, labels.presenters)) : [],
        category: categoryOf(section),
        ...(summaryText && { summary: summaryText }),
        documents: documents.filter((line) => line.marker).map((line) => line.words.text),
        points: points.map((line) => titleAndPresenters(line.words.text)),
      };
    });
    return { records, problems: [] };
  },
};

/** The lines under a label, the label's own line first, up to the next label. */
function under(lines: readonly PlacedLine[], label: RegExp): readonly PlacedLine[] {
  const from = lines.findIndex((line) => label.test(line.words.text));
  if (from < 0) return [];
  const length = lines.slice(from + 1).findIndex(isLabel);
  return lines.slice(from, length < 0 ? undefined : from + 1 + length);
}

/** The numbered points that stand directly under the title of the item. Sentences with a full stop are decisions written beforehand, not points. */
function pointsOf({ lines }: AgendaSection): readonly PlacedLine[] {
  const length = lines.findIndex((line) => line.marker?.kind !== 'number');
  const points = lines.slice(0, length < 0 ? undefined : length);
  return points.every((line) => line.words.text.endsWith('.')) ? [] : points;
}

function categoryOf({ title, lines }: AgendaSection): ItemCategory {
  const text = title.words.text;
  if (lines.some((line) => labels.proposal.test(line.words.text))) return 'decision';
  if (/^information|^presentation|^aktuellt/iu.test(text)) return 'information';
  if (/\bfrågor\b/iu.test(text)) return 'questions';
  if (/^(?:preliminär )?tidplan|^upprop|justering|dagordning|föredragningslista|mötets? öppna/iu.test(text))
    return 'formal';
  return 'other';
}
