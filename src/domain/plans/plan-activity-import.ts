import { type Passage, slice, spanOf, trimmed } from '../../documents/tree/passage.ts';
import {
  type Draft,
  dateReference,
  type Proposed,
  type Reading,
  type Recogniser,
} from '../../documents/tree/recognise.ts';
import { chaptersOf, paragraphsOf, rowsOf, type TableRow } from '../../documents/tree/table-rows.ts';
import type { Span } from '../../documents/tree/tree.ts';
import { type DateMention, firstDate } from '../../kernel/swedish-dates.ts';
import { joinWrapped, partRunTogether, smallWordsOf } from './run-together.ts';

/** What a body plans to take up on one day under one category of its activity plan. */
export type ProposedPlanActivity = Proposed<
  'planActivity',
  {
    readonly date: string;
    readonly endDate?: string;
    readonly category: PlanCategory;
    /** The category as printed ("Tema screeningprogram"): it may name a series. */
    readonly heading?: string;
    /** Empty when the plan says with a line of dashes that nothing is planned (MTG-25). */
    readonly items: readonly string[];
    readonly place?: string;
    readonly body?: string;
    /** What stands above the categories of the day: why it is shorter, with whom it is held. */
    readonly title?: string;
  }
>;

/** The codes are those of agenda items, so that an item of the plan keeps its category when it comes to a meeting. */
export type PlanCategory = 'decision' | 'inDepth' | 'theme' | 'information' | 'studyVisit' | 'other';

const categoryLabels: readonly { readonly category: PlanCategory; readonly label: string }[] = [
  { category: 'decision', label: 'Beslut och beredning|Beslut(?:särenden)?|Beredning(?:särenden)?' },
  { category: 'inDepth', label: String.raw`Fördjupning(?:\s\p{Ll}+){0,3}` },
  { category: 'theme', label: String.raw`Tema(?:\s\p{Ll}+){0,3}` },
  { category: 'information', label: 'Information(?:särenden)?' },
  { category: 'studyVisit', label: 'Studiebesök' },
];
const labelForm = new RegExp(
  String.raw`(?<!\S)(?:${categoryLabels.map(({ category, label }) => `(?<${category}>${label})`).join('|')})\s*:`,
  'gu',
);
const nothing = /^[-–—]{2,}$/u;

/** Reads the year table: a row for each meeting day with what is to be taken up, by category, and where. */
export const planActivityImport: Recogniser<ProposedPlanActivity> = {
  name: 'planActivity',
  appliesTo: ['activityPlan'],
  recognise(reading) {
    const smallWords = smallWordsOf(reading.text);
    const records = daysOf(reading).flatMap((day) => activitiesOf(day, reading, smallWords));
    return { records, problems: [] };
  },
};

/** One day of the table, with the cells of all rows that belong to it: a page break tears a row in two, the second without a day. */
type PlannedDay = {
  readonly mention: DateMention;
  /** The heading of the chapter and of the table above the first day, and the day itself. */
  readonly above: readonly Span[];
  readonly contents: Passage[];
  place?: Passage;
  readonly drawn: boolean;
};

function daysOf(reading: Reading): readonly PlannedDay[] {
  const chapter = chaptersOf(reading.blocks).find(({ title }) =>
    /^planerade (?:aktiviteter|sammanträden)/iu.test(title),
  );
  const tables = reading.blocks.filter((block) => block.kind === 'table');
  const blocks = tables.some((table) => dayIn(rowsOf([table]), reading)) ? tables : (chapter?.blocks ?? []);
  const days: PlannedDay[] = [];
  let placeColumn = 2;
  let open = false;
  let heads: Span[] = chapter ? [chapter.heading.span] : [];
  for (const row of rowsOf(blocks)) {
    const [first, ...rest] = row.cells;
    const headPlace = row.cells.findIndex((cell) => /^(?:plats|lokal)$/iu.test(cell.text));
    const mention = first && dayOf(first, reading);
    if (headPlace > 0) {
      placeColumn = headPlace;
      heads.push(row.line.span);
    } else if (mention) {
      const { content, place } = split(rest, placeColumn - 1);
      days.push({
        mention,
        above: [...heads, ...[spanOf(first)].filter((span) => span !== undefined)],
        contents: content,
        ...(place && { place }),
        drawn: row.drawn,
      });
      heads = [];
      open = true;
    } else if (first?.text && row.drawn && rest.length > 0) open = false;
    else if (open) {
      const { content, place } = row.drawn ? split(rest, placeColumn - 1) : { content: row.cells, place: undefined };
      days.at(-1)!.contents.push(...content);
      if (place && !days.at(-1)!.place) days.at(-1)!.place = place;
    }
  }
  return days;
}

const split = (cells: readonly Passage[], place: number) => ({
  content: cells.filter((cell, index) => index !== place && cell.text !== ''),
  place: cells[place]?.text ? cells[place] : undefined,
});

const dayIn = (rows: readonly TableRow[], reading: Reading) =>
  rows.some(({ cells }) => cells.length > 1 && dayOf(cells[0]!, reading) !== undefined);

/** A cell that is nothing but a day, with its weekday or without. */
function dayOf(cell: Passage, reading: Reading): DateMention | undefined {
  const mention = firstDate(cell.text, dateReference(reading));
  const rest = mention && cell.text.slice(0, mention.start) + cell.text.slice(mention.end);
  return mention?.precision === 'day' && rest!.replace(/[\s.,()]/gu, '').length < 8 ? mention : undefined;
}

/** What stands under one category of a day: its label and its parts, of which only those that share a paragraph may be several items. */
type Stretch = {
  readonly category: PlanCategory;
  readonly head?: Passage;
  readonly parts: { readonly words: Passage; readonly sharesParagraph: boolean }[];
};

function activitiesOf(
  day: PlannedDay,
  reading: Reading,
  smallWords: ReadonlySet<string>,
): readonly Draft<ProposedPlanActivity>[] {
  const [before, ...labelled] = stretchesOf(
    joinWrapped(day.contents.flatMap((cell) => paragraphsOf(cell, reading.text))),
  );
  if (!before) return [];
  const itemsOf = ({ parts }: Stretch) =>
    parts
      .filter(({ words }) => !nothing.test(words.text))
      .flatMap(({ words, sharesParagraph }) => (sharesParagraph ? partRunTogether(words, smallWords) : [words]));
  const slots = labelled.length > 0 ? labelled : [before];
  return slots.flatMap((slot) => {
    const all = itemsOf(slot);
    const [source, ...further] = [slot.head, ...slot.parts.map(({ words }) => words)].flatMap(
      (part) => (part && spanOf(part)) ?? [],
    );
    if (!source) return [];
    // A day without categories is one occasion: what stands first says what it is.
    const title = slot === before ? all[0]?.text : before.parts.map(({ words }) => words.text).join(' ');
    const titleSpans = slot === before ? [] : before.parts.flatMap(({ words }) => spanOf(words) ?? []);
    const place = day.place && spanOf(day.place);
    const { date, endDate } = day.mention;
    return [
      {
        type: 'planActivity' as const,
        source,
        alsoAt: [...day.above, place, ...titleSpans, ...further].filter((span) => span !== undefined),
        confidence: confidenceOf(day, slot, all),
        rule: day.drawn ? 'plan-activity-in-year-table' : 'plan-activity-in-lines',
        date,
        ...(endDate && { endDate }),
        category: slot.category,
        ...(slot.head && { heading: slot.head.text.replace(/\s*:$/u, '') }),
        items: (slot === before ? all.slice(1) : all).map((item) => item.text.replace(/\s+/gu, ' ')),
        ...(day.place && { place: day.place.text.replace(/\s+/gu, ' ') }),
        ...(reading.body && { body: reading.body }),
        ...(title && { title }),
      },
    ];
  });
}

/** Items that shared a paragraph were parted by their capitals, which is a guess. */
function confidenceOf(day: PlannedDay, slot: Stretch, items: readonly Passage[]): number {
  if (!day.drawn) return 0.65;
  if (!slot.head) return 0.75;
  return items.length > slot.parts.length ? 0.85 : 0.95;
}

/** Cuts paragraphs at the labels of the categories, wherever in a paragraph they stand; the first stretch is what stands before any label. */
function stretchesOf(paragraphs: readonly Passage[]): readonly Stretch[] {
  const stretches: Stretch[] = [{ category: 'other', parts: [] }];
  for (const paragraph of paragraphs) {
    let from = 0;
    const take = (until: number) => {
      const words = trimmed(slice(paragraph, from, until));
      const sharesParagraph = from > 0 || paragraphs.length === 1;
      if (words.text) stretches.at(-1)!.parts.push({ words, sharesParagraph });
    };
    for (const match of paragraph.text.matchAll(labelForm)) {
      take(match.index);
      from = match.index + match[0].length;
      const [category] = Object.entries(match.groups!).find(([, words]) => words !== undefined)!;
      stretches.push({
        category: category as PlanCategory,
        head: slice(paragraph, match.index, from),
        parts: [],
      });
    }
    take(paragraph.text.length);
  }
  return stretches;
}
