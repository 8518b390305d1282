import { type Block, type DocumentTree, heading, paragraph, text } from '../../documents/tree/index.ts';
import type { AgendaContent } from './agenda-version.ts';
import { headFacts, invited, type NoticeFacts } from './notice-head.ts';

/** The slots of a day, one row each: when, what, and who presents. */
export function printedSlots(slots: AgendaContent['slots']): readonly Block[] {
  if (slots.length === 0) return [];
  return [
    {
      kind: 'table',
      header: [[text('Tid')], [text('Punkt')]],
      rows: slots.map(({ startsAt, endsAt, title, presenters }) => [
        [text(`${startsAt}-${endsAt}`)],
        [text(presenters.length > 0 ? `${title} – ${presenters.join(', ')}` : title)],
      ]),
      rowHeader: true,
    },
    paragraph('Mötet avslutas'),
  ];
}

/** The timetable by itself, for the wall and for those who only come to present. */
export function timetableDocument({ authority, content, dated }: NoticeFacts): DocumentTree {
  const { slots } = content;
  return {
    title: `Preliminär tidplan ${content.meeting.heldOn}`,
    subtitle: invited(content),
    author: authority,
    language: 'sv',
    ...(dated && { date: dated }),
    facts: headFacts(content),
    blocks: slots.length > 0 ? printedSlots(slots) : [paragraph('Ingen tidplan är lagd.')],
  };
}

/** Whether an item of the agenda is the timetable itself, as in seed 001, whose item 1 it is. */
export function isTimetableItem({ title }: { readonly title: string }): boolean {
  return /^(?:preliminär(?:t)?\s+)?(?:tidplan|tidsprogram)\s*$/iu.test(title);
}

/** The timetable as a section of the notice, counted as number 1 unless an item has that number; an item that is the timetable prints it. */
export function timetableSection({ items, slots }: AgendaContent): readonly Block[] {
  if (slots.length === 0 || items.some(isTimetableItem)) return [];
  const taken = items.some(({ number }) => number === '1');
  return [heading(1, `${taken ? '' : '1. '}Preliminär tidplan`), ...printedSlots(slots)];
}
