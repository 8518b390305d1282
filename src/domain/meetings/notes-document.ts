import {
  type Block,
  bullets,
  type DocumentTree,
  heading,
  italic,
  paragraph,
  text,
} from '../../documents/tree/index.ts';
import type { Id } from '../../kernel/id.ts';
import type { AgendaItem } from './agenda-item.ts';
import type { MeetingDetail } from './meeting.ts';
import { meetingKinds, meetingModes } from './meeting.ts';
import { type MeetingNote, type NoteTaker, notesOfItem } from './meeting-note.ts';
import { printedClauses, printedText, printedTime } from './printed-words.ts';
import type { DiscussionGroup } from './theme.ts';
import type { Visit } from './visit.ts';

/** What notes from a meeting are printed from. Later nouns give what is theirs: who was there, and what each body decided. */
export type NotesFacts = {
  readonly authority: string;
  readonly meeting: MeetingDetail;
  readonly takers: readonly NoteTaker[];
  readonly notes: readonly MeetingNote[];
  readonly questions: ReadonlyMap<string, readonly string[]>;
  readonly groups: readonly DiscussionGroup[];
  readonly visit: Visit | undefined;
  /** Those who were there, by the body or organisation they came from. */
  readonly present: readonly { readonly from: string; readonly names: readonly string[] }[];
  /** The decisions made in the meeting: bodies that meet together decide one by one. */
  readonly decisions: readonly {
    readonly itemId: Id<'agendaItem'> | null;
    readonly body: string;
    readonly title: string;
    readonly clauses: readonly string[];
  }[];
};

/**
 * Notes from a gathering that has no minutes, in the form of seed 001's joint meeting of two bodies: who wrote them, then the items in their order
 * with their speakers, each theme with what it is about and its questions before the items under it, and under each item what each note-taker wrote.
 */
export function notesDocument(facts: NotesFacts): DocumentTree {
  const { meeting, takers, authority } = facts;
  const bodies = [meeting.body, ...meeting.jointBodies].map(({ name }) => name);
  const wrote = takers.filter(({ id }) => facts.notes.some((one) => one.noteTakerId === id && one.body.trim()));
  const time = printedTime(meeting);
  return {
    title: `Sammanträdesanteckningar ${meetingKinds[meeting.kind].sv} ${listedNames(bodies)}`,
    ...(meeting.title && { subtitle: meeting.title }),
    author: authority,
    language: 'sv',
    date: meeting.heldOn,
    facts: [
      ...(time ? [{ label: 'Tid', value: time }] : []),
      ...(meeting.place ? [{ label: 'Plats', value: meeting.place }] : []),
      ...(meeting.mode ? [{ label: 'Form', value: meetingModes[meeting.mode].sv }] : []),
    ],
    blocks: [
      ...(wrote.length > 0
        ? [paragraph(`Sammanträdesanteckningar av ${listedNames(wrote.map(({ name }) => name))}.`)]
        : []),
      ...visitBlocks(facts.visit),
      ...peopleBlocks(facts),
      ...itemBlocks(facts),
    ],
  };
}

function visitBlocks(visit: Visit | undefined): readonly Block[] {
  if (!visit) return [];
  const { purpose, hostedBy, focusAreas, learnt } = visit;
  return [
    heading(1, 'Syfte'),
    ...printedText(purpose),
    ...(hostedBy ? [paragraph(`Togs emot av ${hostedBy}.`)] : []),
    ...(focusAreas.length > 0 ? [paragraph('Fokusområden:'), bullets(...focusAreas.map(({ area }) => area))] : []),
    ...(learnt ? [heading(1, 'Lärdomar'), ...printedText(learnt)] : []),
  ];
}

function peopleBlocks({ present, groups }: NotesFacts): readonly Block[] {
  return [
    ...(present.length > 0 ? [heading(1, 'Närvarande')] : []),
    ...present.flatMap(({ from, names }) => [heading(2, from), bullets(...names)]),
    ...(groups.length > 0 ? [heading(1, 'Grupper')] : []),
    ...groups.flatMap(({ name, people }) => [
      heading(2, name),
      ...(people.length > 0 ? [bullets(...people)] : [paragraph('Ingen är placerad i gruppen.')]),
    ]),
  ];
}

/** The items in order; those under a theme stand under its heading. Themes have no number and the others count up, as in the seed. */
function itemBlocks(facts: NotesFacts): readonly Block[] {
  const { items } = facts.meeting;
  // What was learnt is printed above: the item of a visit has a heading only when somebody wrote or decided something in it.
  const shown = items.filter(({ id }) => id !== facts.visit?.itemId || saysMore(facts, id));
  if (shown.length === 0) return [];
  let count = 0;
  let themes = 0;
  return [
    heading(1, 'Föredragningar och diskussioner'),
    ...shown.flatMap((item) => {
      if (item.category === 'theme') {
        themes += 1;
        return themeBlocks(item, themes, facts);
      }
      count += 1;
      const underTheme = items.find(({ id }) => id === item.parentId)?.category === 'theme';
      return [
        heading(underTheme ? 3 : 2, `${count}. ${item.title}`, `punkt-${item.id}`),
        ...speakers(item),
        ...bodyOf(item, facts),
      ];
    }),
  ];
}

function saysMore({ takers, notes, decisions }: NotesFacts, itemId: Id<'agendaItem'>): boolean {
  return notesOfItem(takers, notes, itemId).length > 0 || decisions.some((one) => one.itemId === itemId);
}

function themeBlocks(item: AgendaItem, number: number, facts: NotesFacts): readonly Block[] {
  const title = /^tema\b/iu.test(item.title) ? item.title : `Tema ${number}: ${item.title}`;
  const questions = facts.questions.get(item.id) ?? [];
  return [
    heading(2, title, `punkt-${item.id}`),
    ...printedText(item.summary),
    ...(questions.length > 0 ? [paragraph('Frågor att diskutera:'), bullets(...questions)] : []),
    ...noted(item, facts),
  ];
}

function speakers({ presenters }: AgendaItem): readonly Block[] {
  return presenters.length > 0 ? [paragraph(italic(presenters.join(', ')))] : [];
}

function bodyOf(item: AgendaItem, facts: NotesFacts): readonly Block[] {
  const written = noted(item, facts);
  const questions = facts.questions.get(item.id) ?? [];
  return [
    ...(item.id === facts.visit?.itemId ? [] : printedText(item.summary)),
    ...(questions.length > 0 ? [paragraph('Frågor att diskutera:'), bullets(...questions)] : []),
    ...written,
  ];
}

/** What each wrote of an item with the name beside it, and then what each body decided. */
function noted(item: AgendaItem, { takers, notes, decisions }: NotesFacts): readonly Block[] {
  return [
    ...notesOfItem(takers, notes, item.id).flatMap(({ by, body }) => [
      paragraph(italic(`Antecknat av ${by}:`)),
      ...printedText(body),
    ]),
    ...decisions
      .filter(({ itemId }) => itemId === item.id)
      .flatMap(({ body, title, clauses }): Block[] =>
        clauses.length === 0
          ? [paragraph(`${body}: ${title}`)]
          : [
              paragraph(`${body} beslutar`),
              {
                kind: 'list',
                ordered: false,
                items: printedClauses(clauses).map((clause) => ({ content: [text(clause)] })),
              },
            ],
      ),
  ];
}

/** "A", "A och B", "A, B och C". */
function listedNames(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} och ${names.at(-1)}`;
}
