import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
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

/** What makes an agenda item count as having taken something up. The same words are a guess, and a person may say that it is wrong. */
export const matchGrounds = {
  made: { sv: 'från planen', en: 'from the plan' },
  assignment: { sv: 'samma uppdrag', en: 'the same assignment' },
  words: { sv: 'samma ord', en: 'the same words' },
} as const satisfies Record<string, Localized>;
export type MatchGround = keyof typeof matchGrounds;

/** An agenda item that took something up, and how that is known. */
export type Occasion = YearAgendaItem & { readonly ground: MatchGround };

/** What became of it: the agenda items that took it up, none when it was never taken up. */
export type TakenUp = MeantToTakeUp & { readonly occasions: readonly Occasion[] };

/** That the same words of a line and an agenda item are not the same thing, and why: a person has said so. */
export type RefusedMatch = {
  readonly recordId: string;
  readonly agendaItemId: Id<'agendaItem'>;
  readonly reason: string;
};

/**
 * Where the year took up what its plan meant to. An item of an agenda did when it was made from the plan's line, when it dealt with an assignment
 * that the line concerns, or when it says the same words and nobody has refused that.
 */
export function takenUp(
  meant: readonly MeantToTakeUp[],
  agenda: readonly YearAgendaItem[],
  refused: readonly RefusedMatch[] = [],
): readonly TakenUp[] {
  const spoken = agenda.map((item) => ({ item, title: plainWords(item.title) }));
  const refusedOf = Map.groupBy(refused, ({ recordId }) => recordId);
  return meant.map((one) => {
    const words = one.words.map(plainWords).filter(Boolean);
    const others = new Set(refusedOf.get(one.id)?.map(({ agendaItemId }) => agendaItemId));
    const groundOf = (item: YearAgendaItem, title: string): MatchGround | undefined => {
      if (one.agendaItemIds.includes(item.id)) return 'made';
      if (item.assignmentIds.some((id) => one.assignmentIds.includes(id))) return 'assignment';
      return !others.has(item.id) && words.some((own) => saysTheSame(title, own)) ? 'words' : undefined;
    };
    const occasions = spoken.flatMap(({ item, title }) => {
      const ground = groundOf(item, title);
      return ground ? [{ ...item, ground }] : [];
    });
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
