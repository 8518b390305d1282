import { type Passage, slice, spanOf } from '../../documents/tree/passage.ts';
import type { Draft, Proposed, Reading, Recogniser } from '../../documents/tree/recognise.ts';
import { sentencesOf } from '../../kernel/sentences.ts';
import { findDates } from '../../kernel/swedish-dates.ts';
import { decidedSentences, flowOfPart, type MinutesItem, minutesItems } from '../meetings/index.ts';

/** What somebody is to deliver: when it was due, to when it slipped, for which project (PRJ-06, DEC-10). Days or months, as printed. */
export type ProposedDeliverable = Proposed<
  'deliverable',
  {
    readonly what: string;
    /** Who was told to deliver it. */
    readonly who?: string;
    readonly due?: string;
    readonly movedTo?: string;
    readonly project?: string;
    readonly item: number;
  }
>;

const slipped =
  /^(?<what>\p{Lu}[\p{L}\s-]{2,80}?)\s+skulle\s+(?:ha\s+)?(?:vara|varit|bli|blivit|levereras|levererats|lämnas|lämnats)(?:\s+(?:klar|klart|klara|färdig|färdigt|färdiga))?(?!\p{L})(?<due>.{3,40}?)\s+men\s+(?<then>.+)$/iu;
const planned =
  /(?<!\p{L})(?<what>(?:slut|del)(?:leverans|rapport|redovisning)(?:en)?)\s+(?:ska|skall|planeras(?: till)?|lämnas|sker)(?!\p{L})(?<due>.{3,60})$/iu;
const ordered =
  /(?<!\p{L})ge\s+(?<who>\p{L}[\p{L}\s-]{2,60}?)\s+(?:i\s+|ett\s+)?uppdrag\s+att\s+(?:återkomma|inkomma)\s+med\s+(?<what>.+?)\.?$/iu;

/** Reads deliveries in the sentences of minutes: those that slipped, those that are planned, and those that a decision orders. */
export const deliverableImport: Recogniser<ProposedDeliverable> = {
  name: 'deliverable',
  appliesTo: ['minutes'],
  recognise(reading) {
    return { records: minutesItems(reading).flatMap((item) => deliverablesIn(item, reading)), problems: [] };
  },
};

function deliverablesIn(item: MinutesItem, reading: Reading): readonly Draft<ProposedDeliverable>[] {
  const told = item.parts.flatMap((part) => {
    const words = flowOfPart(part);
    return sentencesOf(words.text, 'line').map((one) => slice(words, one.start, one.end));
  });
  const decided = decidedSentences(item, reading).map(({ words }) => words);
  return [
    ...told.flatMap((words) => slippedIn(words, item, reading) ?? plannedIn(words, item, reading) ?? []),
    ...decided.flatMap((words) => orderedIn(words, item, reading) ?? []),
  ];
}

const dayIn = (text: string, reading: Reading) => findDates(text, { date: reading.date })[0]?.date;

function slippedIn(words: Passage, item: MinutesItem, reading: Reading): Draft<ProposedDeliverable> | undefined {
  const { what, due: printed, then } = slipped.exec(words.text)?.groups ?? {};
  const due = printed && dayIn(printed, reading);
  const movedTo = then && dayIn(then, reading);
  const source = spanOf(words);
  if (!what || !due || !movedTo || !source) return undefined;
  return {
    type: 'deliverable',
    source,
    confidence: 0.93,
    rule: 'deliverable-slipped',
    what,
    due,
    movedTo,
    item: item.number,
  };
}

function plannedIn(words: Passage, item: MinutesItem, reading: Reading): Draft<ProposedDeliverable> | undefined {
  const { what, due: printed } = planned.exec(words.text)?.groups ?? {};
  const due = printed && dayIn(printed, reading);
  const source = spanOf(words);
  if (!what || !due || !source) return undefined;
  const project = /(?<!\p{L})projekt(?:et)?\s+(?<name>\p{Lu}.+)$/u.exec(item.title)?.groups?.name;
  return {
    type: 'deliverable',
    source,
    confidence: 0.91,
    rule: 'deliverable-planned',
    what,
    due,
    ...(project && { project }),
    item: item.number,
  };
}

function orderedIn(words: Passage, item: MinutesItem, reading: Reading): Draft<ProposedDeliverable> | undefined {
  const { who, what } = ordered.exec(words.text)?.groups ?? {};
  const source = spanOf(words);
  if (!who || !what || !source) return undefined;
  const due = dayIn(what, reading);
  return {
    type: 'deliverable',
    source,
    confidence: 0.91,
    rule: 'deliverable-ordered',
    what,
    who,
    ...(due && { due }),
    item: item.number,
  };
}
