import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { UntakenNoun } from '../plans/index.ts';

/** An item of any agenda of the body in the year, with the assignments it dealt with. */
export type YearAgendaItem = {
  readonly id: Id<'agendaItem'>;
  readonly meetingId: Id<'meeting'>;
  readonly heldOn: CivilDate;
  readonly title: string;
  readonly assignmentIds: readonly Id<'assignment'>[];
};

/** Something that a body meant to take up in a year: an item, a focus area, a proposal of the backlog, or an assignment. */
export type MeantToTakeUp = {
  readonly noun: UntakenNoun;
  readonly id: string;
  /** The words by which it is known on agendas: its own, and for a focus area also those of its items. */
  readonly words: readonly string[];
  /** The day for which it was planned. */
  readonly date: CivilDate | null;
  readonly assignmentIds: readonly Id<'assignment'>[];
  /** The agenda items that it was put under. */
  readonly agendaItemIds: readonly Id<'agendaItem'>[];
};

/** What became of it: the agenda items that took it up, none when it was never taken up. */
export type TakenUp = MeantToTakeUp & { readonly occasions: readonly YearAgendaItem[] };

/**
 * Where the year took up what its plan meant to. An item of an agenda did when it was made from the plan's line, when it dealt with an assignment
 * that the line concerns, or when it says the same words.
 */
export function takenUp(meant: readonly MeantToTakeUp[], agenda: readonly YearAgendaItem[]): readonly TakenUp[] {
  const spoken = agenda.map((item) => ({ item, title: plainWords(item.title) }));
  return meant.map((one) => {
    const words = one.words.map(plainWords).filter(Boolean);
    const occasions = spoken
      .filter(
        ({ item, title }) =>
          one.agendaItemIds.includes(item.id) ||
          item.assignmentIds.some((id) => one.assignmentIds.includes(id)) ||
          words.some((own) => saysTheSame(title, own)),
      )
      .map(({ item }) => item);
    return { ...one, occasions };
  });
}

/** What was never taken up although its time has come; what is planned for a later day than today still can be. */
export function neverTakenUp(
  all: readonly TakenUp[],
  today: CivilDate,
): { readonly never: readonly TakenUp[]; readonly ahead: readonly TakenUp[] } {
  const open = all.filter(({ occasions }) => occasions.length === 0);
  const isAhead = ({ date }: TakenUp) => date !== null && date >= today;
  return { never: open.filter((one) => !isAhead(one)), ahead: open.filter(isAhead) };
}

/** One word is too little to be found inside a heading ("Ekonomi" in "Ekonomi och produktion"): it must be the whole of it. */
function saysTheSame(title: string, words: string): boolean {
  if (title === words) return true;
  return words.includes(' ') && ` ${title} `.includes(` ${words} `);
}

/** Words without case and marks, and without the decision that a plan adds to them ("Budgetinspel – beslut"). */
function plainWords(text: string): string {
  return text
    .toLocaleLowerCase('sv')
    .replace(/\s[–-]\s(?:beslut|beredning|information)\s*$/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
