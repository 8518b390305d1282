import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { CourseRules } from './course-state.ts';

/** Why somebody is disqualified from an item (KL 6:28, points 1–5; R-KL-24). */
export const disqualificationGrounds = {
  own: {
    sv: 'är part eller påverkas själv av beslutet i en inte oväsentlig utsträckning',
    en: 'is a party or is affected by the decision to a not insignificant extent',
  },
  closePerson: {
    sv: 'är närstående till någon som är part eller påverkas av beslutet',
    en: 'is close to somebody who is a party or is affected by the decision',
  },
  representative: {
    sv: 'är eller har varit ställföreträdare eller ombud för en part',
    en: 'represents or has represented a party',
  },
  supervision: {
    sv: 'ärendet rör tillsyn över verksamhet som personen själv är knuten till',
    en: 'the matter is about supervision of an activity to which the person belongs',
  },
  otherCircumstance: {
    sv: 'någon annan omständighet gör att opartiskheten kan ifrågasättas',
    en: 'another circumstance lets the impartiality be questioned',
  },
} as const satisfies Record<string, Localized>;
export type DisqualificationGround = keyof typeof disqualificationGrounds;
export const disqualificationGroundCodes = Object.keys(disqualificationGrounds) as readonly DisqualificationGround[];

/** What the body found. It disregards a ground that obviously lacks importance for the question of impartiality (KL 6:29, R-KL-26). */
export const disqualificationOutcomes = {
  open: { sv: 'inte avgjort', en: 'not decided' },
  disqualified: { sv: 'jävig', en: 'disqualified' },
  notDisqualified: { sv: 'prövat, inte jävig', en: 'tried, not disqualified' },
  disregarded: { sv: 'jävet bortses från', en: 'the ground is disregarded' },
} as const satisfies Record<string, Localized>;
export type DisqualificationOutcome = keyof typeof disqualificationOutcomes;

/** That somebody is, or is said to be, disqualified from one item. */
export type Disqualification = {
  readonly id: Id<'disqualification'>;
  readonly version: number;
  readonly itemId: Id<'agendaItem'>;
  readonly attendanceId: Id<'attendance'>;
  readonly name: string;
  readonly ground: DisqualificationGround;
  /** Whoever knows of a ground says so unprompted (KL 6:30). */
  readonly declaredBySelf: boolean;
  readonly outcome: DisqualificationOutcome;
  readonly note: string | null;
};

/** The grounds that can be invoked in a body: in the assembly only that the matter concerns the member or somebody close (KL 5:47); none where no law says. */
export function groundsIn(rule: CourseRules['disqualification']): readonly DisqualificationGround[] {
  if (rule === 'no') return [];
  return rule === 'assembly' ? ['own', 'closePerson'] : disqualificationGroundCodes;
}

/** Whether somebody must stay away from the item and what belongs to it: found disqualified, or said so themselves and it is not decided yet. */
export function staysAway({ outcome, declaredBySelf }: Pick<Disqualification, 'outcome' | 'declaredBySelf'>): boolean {
  return outcome === 'disqualified' || (outcome === 'open' && declaredBySelf);
}
