import type { CivilDate } from '../../kernel/civil-date.ts';
import { findAmounts, findPosts, numberOfWord } from '../../kernel/swedish-amounts.ts';
import { findDates } from '../../kernel/swedish-dates.ts';
import { findPeriods } from '../../kernel/swedish-periods.ts';
import type { DecisionEffectKind } from './decision-effect.ts';

/** What the words of an att-clause say that a form can be filled with beforehand. Nothing is kept of it until a person has looked. */
export type ClauseReading = {
  /** What the clause seems to do, the likeliest first; empty where its words do not tell. */
  readonly kinds: readonly DecisionEffectKind[];
  readonly amounts: readonly number[];
  readonly fte: number | null;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly openEnded: boolean;
  readonly noticeMonths: number | null;
  /** The last day that the clause names ("senast den 1 mars"), a day or a month. */
  readonly dueOn: string | null;
  readonly fund: string | null;
};

const signs: readonly { readonly kind: DecisionEffectKind; readonly words: RegExp }[] = [
  { kind: 'approvesReport', words: /(?<!\p{L})godkänn\p{L}*\s.*(?:rapport|redovisning)/iu },
  { kind: 'agreement', words: /(?<!\p{L})(?:avtal|överenskommelse|samverkansavtal)/iu },
  { kind: 'representative', words: /(?<!\p{L})(?:utse|välja?|förordna)(?!\p{L})/iu },
  {
    kind: 'deliverable',
    words: /(?<!\p{L})(?:återkomma|inkomma|redovisa|leverera|lämna in|återrapportera)(?!\p{L})/iu,
  },
  { kind: 'gaveAssignment', words: /(?<!\p{L})(?:ge|uppdra)(?!\p{L}).*|(?<!\p{L})i uppdrag(?!\p{L})/iu },
];
const months =
  /(?:(?<before>\p{L}+|\d+)\s+månaders?\s+uppsägning|uppsägning(?:stid(?:en)?)?\s+(?:(?:på|om|är|av)\s+)?(?<after>\p{L}+|\d+)\s+månad)/iu;
const fundForm = /(?<!\p{L})(?:via|från|ur|av|med)\s+(?<fund>\p{L}[\p{L}-]*(?:\s\p{L}+){0,2}?[\s-]?medel)(?!\p{L})/iu;

/** Reads a clause with the recognisers of the kernel; `decidedOn` gives dates without a year theirs. */
export function readClause(clause: string, decidedOn: CivilDate | null): ClauseReading {
  const reference = decidedOn ? { date: decidedOn } : {};
  const amounts = findAmounts(clause).map(({ value }) => value);
  const posts = findPosts(clause).map(({ fte }) => fte);
  const fte = posts.length > 0 ? Number(posts.reduce((sum, one) => sum + one, 0).toFixed(4)) : null;
  const period = findPeriods(clause, reference).find(({ from, to }) => to === undefined || to !== from);
  const openEnded = /(?<!\p{L})tills vidare(?!\p{L})/iu.test(clause);
  const notice = months.exec(clause)?.groups;
  const printed = notice?.before ?? notice?.after;
  const noticeMonths = printed === undefined ? null : (numberOfWord(printed) ?? Number(printed));
  const named = signs.filter(({ words }) => words.test(clause)).map(({ kind }) => kind);
  const paid = amounts.length > 0 || fte !== null;
  return {
    kinds: paid ? ['commission', ...named] : named,
    amounts,
    fte,
    from: period?.from ?? null,
    to: (!openEnded && period?.to) || null,
    openEnded,
    noticeMonths: noticeMonths !== null && Number.isInteger(noticeMonths) && noticeMonths > 0 ? noticeMonths : null,
    dueOn: findDates(clause, reference).at(-1)?.date ?? null,
    fund: fundForm.exec(clause)?.groups?.fund ?? null,
  };
}
