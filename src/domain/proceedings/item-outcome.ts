import type { CivilDate } from '../../kernel/civil-date.ts';
import { isCivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Problem } from '../../kernel/problem.ts';

/** What became of an item: `ends` says whether the body is done with it, `decides` whether a decision on the substance was made. */
export const itemOutcomes = {
  decided: { sv: 'beslutad', en: 'decided', decides: true, ends: true },
  noted: { sv: 'till handlingarna', en: 'noted', decides: false, ends: true },
  tabled: { sv: 'bordlagd', en: 'tabled', decides: false, ends: false },
  referredBack: { sv: 'återremitterad', en: 'referred back', decides: false, ends: false },
  withdrawn: { sv: 'utgick', en: 'withdrawn', decides: false, ends: true },
  notTreated: { sv: 'behandlades inte', en: 'not dealt with', decides: false, ends: false },
} as const satisfies Record<string, Localized & { readonly decides: boolean; readonly ends: boolean }>;
export type ItemOutcomeKind = keyof typeof itemOutcomes;

/** The clauses of a proposal of the notice as they stood when the body decided otherwise: both are kept. */
export type KeptProposal = {
  readonly decisionId: Id<'decision'>;
  readonly title: string;
  readonly clauses: readonly string[];
};

/** How an item ended. Version 0 with no outcome is an item about which nothing has been said yet. */
export type ItemOutcome = {
  readonly itemId: Id<'agendaItem'>;
  readonly version: number;
  readonly outcome: ItemOutcomeKind | null;
  readonly motivation: string | null;
  readonly immediatelyAdjusted: boolean;
  /** The day to which it was tabled; null is the next meeting. */
  readonly tabledTo: CivilDate | null;
  /** A minority of the assembly asked for it (KL 5:50). */
  readonly byMinority: boolean;
  /** The item of a later meeting that takes it up again. */
  readonly carriedTo: Id<'agendaItem'> | null;
  /** The motion that is the main proposal when it is not that of the notice. */
  readonly mainProposalId: Id<'floorProposal'> | null;
  /** What the notice proposed, where the body decided something else. */
  readonly proposed: readonly KeptProposal[];
  /** The decisions that no notice proposed: they came into being in the meeting. */
  readonly inMeeting: readonly Id<'decision'>[];
  /** The text of the § is frozen to be signed, or was: nothing about it changes. */
  readonly sealed: boolean;
};

/** What is known of an item before anything was said of its end. */
export function openOutcome(itemId: Id<'agendaItem'>): ItemOutcome {
  return {
    itemId,
    version: 0,
    outcome: null,
    motivation: null,
    immediatelyAdjusted: false,
    tabledTo: null,
    byMinority: false,
    carriedTo: null,
    mainProposalId: null,
    proposed: [],
    inMeeting: [],
    sealed: false,
  };
}

export type OutcomeFields = {
  readonly outcome: ItemOutcomeKind;
  readonly motivation?: string | null;
  readonly tabledTo?: CivilDate | null;
  readonly immediatelyAdjusted?: boolean;
};

/** What must be corrected: a referral back says why (R-KL-35), a tabling goes to a later day, and what was not decided cannot be adjusted at once. */
export function outcomeProblems(fields: OutcomeFields, heldOn: CivilDate): readonly Problem[] {
  const { outcome, tabledTo } = fields;
  if (!(outcome in itemOutcomes)) return [{ path: 'outcome', key: 'validation.choose' }];
  return [
    ...(outcome === 'referredBack' && !fields.motivation?.trim()
      ? [{ path: 'motivation', key: 'proceedings.referralNeedsReason' }]
      : []),
    ...(tabledTo && outcome !== 'tabled' ? [{ path: 'tabledTo', key: 'proceedings.onlyTabledHasDay' }] : []),
    ...(tabledTo && !isCivilDate(tabledTo) ? [{ path: 'tabledTo', key: 'validation.date' }] : []),
    ...(tabledTo && isCivilDate(tabledTo) && tabledTo <= heldOn
      ? [{ path: 'tabledTo', key: 'proceedings.tabledToLaterDay' }]
      : []),
    ...(fields.immediatelyAdjusted && outcome === 'notTreated'
      ? [{ path: 'immediatelyAdjusted', key: 'proceedings.nothingToAdjust' }]
      : []),
  ];
}
