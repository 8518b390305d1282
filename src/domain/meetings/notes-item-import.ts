import { around, type Passage, slice, spanOf, trimmed } from '../../documents/tree/passage.ts';
import {
  type Draft,
  joinBroken,
  linesOf,
  namesIn,
  type PlacedLine,
  type Recogniser,
} from '../../documents/tree/recognise.ts';
import type { ProposedAgendaItem } from './agenda-import.ts';
import type { ItemCategory } from './agenda-item.ts';
import type { ProposedMeeting } from './summons-import.ts';

/** A numbered section of notes from a meeting: what was taken up, by whom, and what was written about it. */
type NotesItem = {
  readonly number: number;
  readonly title: Passage;
  readonly presenters: readonly string[];
  readonly head: PlacedLine;
  readonly rest: Passage;
  readonly lines: PlacedLine[];
  readonly theme?: NotesTheme;
};

/** A theme of a workshop with what leads up to the items under it: a description and questions to talk about (MTG-27). */
type NotesTheme = { readonly title: string; readonly lines: PlacedLine[]; taken: boolean };

const themeForm = /^Tema(?:\s+\d{1,2})?\s*:\s*\p{Lu}/u;
const printedNumber = /^(?<number>\d{1,2})[.)]\s+(?=\p{Lu})/u;

/** Reads notes whose sections count up from 1, each with its title and, in parentheses, who spoke. */
export const notesItemImport: Recogniser<ProposedAgendaItem> = {
  name: 'notesItem',
  appliesTo: ['meetingNotes'],
  recognise(reading) {
    const items = notesItems(linesOf(reading.blocks));
    return { records: items.map((item) => draftOf(item, items.length)), problems: [] };
  },
};

/** The meeting that notes are from, where they say which body and day; notes that state no day are told, because nothing can be guessed. */
export const notesMeetingImport: Recogniser<ProposedMeeting> = {
  name: 'notesMeeting',
  appliesTo: ['meetingNotes'],
  recognise(reading) {
    const { title, body, date } = reading;
    const head = linesOf(reading.blocks).find((line) => line.words.text !== '');
    if (!head) return { records: [], problems: [] };
    if (!date) {
      const message = `”${title}” anger ingen dag för mötet. Ange den för hand, till exempel från kallelsen eller aktivitetsplanen.`;
      return { records: [], problems: [{ code: 'meetingDayMissing', message, source: head.span }] };
    }
    if (!body) return { records: [], problems: [] };
    return {
      records: [{ type: 'meeting', source: head.span, confidence: 0.85, rule: 'meeting-of-notes', body, date }],
      problems: [],
    };
  },
};

function notesItems(lines: readonly PlacedLine[]): readonly NotesItem[] {
  const items: NotesItem[] = [];
  let theme: NotesTheme | undefined;
  for (const line of lines) {
    const found = itemHead(line, items.length + 1);
    if (found) {
      items.push({ ...found, head: line, lines: [], ...(theme && { theme }) });
      if (theme) theme = { ...theme, lines: [], taken: true };
    } else if (themeForm.test(line.words.text)) theme = { title: line.words.text, lines: [line], taken: false };
    else if (theme && !theme.taken) theme.lines.push(line);
    else items.at(-1)?.lines.push(line);
  }
  return items;
}

function itemHead(
  line: PlacedLine,
  expected: number,
): Pick<NotesItem, 'number' | 'title' | 'presenters' | 'rest'> | undefined {
  const printed = printedNumber.exec(line.words.text);
  const number = printed ? Number(printed.groups!.number) : line.marker?.kind === 'number' ? line.marker.number : 0;
  if (number !== expected || (!line.firstOfBlock && line.marker === undefined)) return undefined;
  const words = slice(line.words, printed?.[0].length ?? 0);
  const spoken = /^(?<title>[^()]{3,160}?)\s*\((?<who>[^()]{3,200})\)\s*[.:]?\s*/u.exec(words.text);
  const names = spoken ? namesIn(spoken.groups!.who!) : [];
  if (spoken && names.length > 0)
    return {
      number,
      title: slice(words, 0, spoken.groups!.title!.length),
      presenters: names,
      rest: trimmed(slice(words, spoken[0].length)),
    };
  const bold = boldBeginning(words);
  const end = bold || words.text.length;
  if (end > 160) return undefined;
  return { number, title: trimmed(slice(words, 0, end)), presenters: [], rest: trimmed(slice(words, end)) };
}

/** How many characters at the beginning are bold. */
function boldBeginning({ pieces }: Passage): number {
  let end = 0;
  for (const piece of pieces) {
    if (!piece.bold || piece.at > end + 1) break;
    end = piece.at + piece.length;
  }
  return end;
}

function draftOf(item: NotesItem, count: number): Draft<ProposedAgendaItem> {
  const { number, title, presenters, head, rest, lines, theme } = item;
  const body = joinBroken(lines);
  const summary = [rest.text, body].filter(Boolean).join('\n');
  const further = [...(theme?.lines ?? []), ...lines];
  const category = categoryOf(title.text);
  const questions = (theme?.lines ?? []).filter((line) => line.words.text.endsWith('?'));
  return {
    type: 'agendaItem',
    source: around([head.span, spanOf(head.words) ?? head.span]),
    ...(further.length > 0 && { alsoAt: further.map((line) => line.span) }),
    confidence: count >= 3 && presenters.length > 0 ? 0.92 : 0.75,
    rule: 'notes-item-numbered',
    number,
    title: title.text.replace(/\s+/gu, ' '),
    presenters,
    category,
    ...(summary && { summary }),
    documents: [],
    points: questions.map((line) => ({ title: line.words.text, presenters: [] })),
    // What opens and sums up the day stands outside its themes.
    ...(theme && category !== 'formal' && { theme: theme.title }),
  };
}

function categoryOf(title: string): ItemCategory {
  if (/^(?:inledning|öppnande|välkommen|summering|sammanfattning|avslutning)/iu.test(title)) return 'formal';
  return 'information';
}
