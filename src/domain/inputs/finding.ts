import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';

/** What the follow-up of a year found that a body may want to say to the next plan. The order is that of the page. */
export const findingKinds = {
  notDealtWith: { sv: 'inte behandlat', en: 'not dealt with' },
  paused: { sv: 'pausat', en: 'paused' },
  delayed: { sv: 'inte klart vid årets slut', en: 'not done by the end of the year' },
  slipped: { sv: 'prognosen ligger efter sista dagen', en: 'forecast after the due day' },
  absorbed: { sv: 'ingår i annan plan', en: 'part of another plan' },
  unsupported: { sv: 'påstående utan belägg', en: 'claim without evidence' },
  neverTakenUp: { sv: 'planerat men aldrig taget upp', en: 'planned and never taken up' },
  decided: { sv: 'beslut under året', en: 'decision of the year' },
  other: { sv: 'annat', en: 'other' },
} as const satisfies Record<string, Localized>;
export type FindingKind = keyof typeof findingKinds;
export const findingKindCodes = Object.keys(findingKinds) as readonly FindingKind[];

/** The records that a finding can lie in. */
export type FindingNoun =
  | 'reportEntry'
  | 'assessment'
  | 'decision'
  | 'agendaItem'
  | 'assignment'
  | 'focusArea'
  | 'plannedItem'
  | 'planPoint';

/** One finding of a year: where it is, what it says, and the words that a point drafted from it begins with. */
export type Finding = {
  /** The same each time, so that a form can name it. */
  readonly key: string;
  readonly kind: FindingKind;
  readonly noun: FindingNoun;
  readonly recordId: string;
  /** The record it lies in, when its address needs that. */
  readonly withinId: string | null;
  readonly title: string;
  /** What the record says, quoted. */
  readonly said: string;
  readonly on: CivilDate | null;
  readonly assignment: { readonly id: Id<'assignment'>; readonly ref: string; readonly title: string } | null;
  /** Whether a point of the input was written from it already. */
  readonly used: boolean;
};
