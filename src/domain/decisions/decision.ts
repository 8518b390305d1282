import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { DecisionState } from './decision-transitions.ts';

/** How exactly the source tells the day. "Beslut … i december 2022" is known to the month (DEC-18) and is printed so, never as the first. */
export const datePrecisions = {
  day: { sv: 'dag', en: 'day' },
  month: { sv: 'månad', en: 'month' },
  year: { sv: 'år', en: 'year' },
} as const satisfies Record<string, Localized>;
export type DatePrecision = keyof typeof datePrecisions;

/** What a decision does to an assignment: it gives it, changes it, or is about what the assignment is about. */
export const decisionLinkKinds = {
  creates: { sv: 'ger uppdraget', en: 'gives the assignment' },
  changes: { sv: 'ändrar uppdraget', en: 'changes the assignment' },
  concerns: { sv: 'rör uppdraget', en: 'concerns the assignment' },
} as const satisfies Record<string, Localized>;
export type DecisionLinkKind = keyof typeof decisionLinkKinds;

/** A decision of a body, in an item of its meeting; or one that is only referred to, whose meeting is not in the register. */
export type Decision = {
  readonly id: Id<'decision'>;
  readonly version: number;
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  readonly title: string;
  readonly state: DecisionState;
  readonly decidedOn: CivilDate | null;
  readonly datePrecision: DatePrecision;
  /** The paragraph is final at once, before the rest of the minutes (R-KL-54). */
  readonly immediatelyAdjusted: boolean;
  readonly note: string | null;
  readonly clauses: readonly string[];
  /** Where it was made; null for a decision known only from another document. */
  readonly item: {
    readonly id: Id<'agendaItem'>;
    readonly number: string | null;
    readonly title: string;
    readonly meetingId: Id<'meeting'>;
    readonly heldOn: CivilDate;
  } | null;
  readonly assignments: readonly { readonly id: Id<'assignment'>; readonly kind: DecisionLinkKind }[];
};

export type DecisionFields = {
  readonly title: string;
  readonly clauses: readonly string[];
  readonly decidedOn?: CivilDate | null;
  readonly datePrecision?: DatePrecision;
  readonly immediatelyAdjusted?: boolean;
  readonly note?: string | null;
};

/** Whether the text is an att-clause, the form in which Swedish bodies decide (DEC-02). */
export function isAttClause(clause: string): boolean {
  return /^att\s+\S/u.test(clause.trim());
}

/** The clause that makes a paragraph final at once ("att paragrafen förklaras omedelbart justerad", seed 001 item 5). */
export function declaresImmediateAdjustment(clause: string): boolean {
  return /\bomedelbart justera/iu.test(clause);
}

/** The date of a decision as it is kept: the first day of the month or year when no day is known. */
export function dateByPrecision(date: CivilDate, precision: DatePrecision): CivilDate {
  if (precision === 'day') return date;
  return precision === 'month' ? `${date.slice(0, 7)}-01` : `${date.slice(0, 4)}-01-01`;
}

/** What a person must correct before the decision can be recorded. */
export function decisionProblems(fields: DecisionFields): readonly Problem[] {
  return [
    ...(fields.title.trim() ? [] : [{ path: 'title', key: 'validation.required' }]),
    ...(fields.decidedOn && !isCivilDate(fields.decidedOn) ? [{ path: 'decidedOn', key: 'validation.date' }] : []),
    ...fields.clauses.flatMap((clause, index) =>
      isAttClause(clause) ? [] : [{ path: `clauses.${index}`, key: 'decision.attClause' }],
    ),
  ];
}
