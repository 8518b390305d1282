import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import { isAllowedIn, stateAfter, type Transition } from '../../kernel/transition-table.ts';
import type { AssessmentRound } from './assessment-round.ts';
import type { CommonPoint } from './common-point.ts';

/** How far the units have come with their common assessment. */
export const selfAssessmentStates = {
  answering: { sv: 'fylls i', en: 'being filled in' },
  agreed: { sv: 'överens', en: 'agreed' },
} as const satisfies Record<string, Localized>;
export type SelfAssessmentState = keyof typeof selfAssessmentStates;

/** A row says: in these states the action may be done. The last unit that agrees is what leads to `agreed`; with the round the answers are frozen. */
export const selfAssessmentTransitions = [
  { action: 'answer', from: ['answering'], to: 'same', label: { sv: 'Svara', en: 'Answer' } },
  { action: 'agree', from: ['answering'], to: 'same', label: { sv: 'Vi är överens', en: 'We agree' } },
  { action: 'conclude', from: ['answering'], to: 'agreed', label: { sv: 'Avsluta', en: 'Conclude' } },
  { action: 'reopen', from: ['agreed'], to: 'answering', label: { sv: 'Öppna igen', en: 'Open again' } },
  { action: 'plan', from: ['answering', 'agreed'], to: 'same', label: { sv: 'Planera', en: 'Plan' } },
] as const satisfies readonly (Transition<SelfAssessmentState> & { readonly to: SelfAssessmentState | 'same' })[];
export type SelfAssessmentAction = (typeof selfAssessmentTransitions)[number]['action'];

/** Whose unit it is: the care is shared between principals, and both sides are to be heard. */
export const assessmentSides = {
  region: { sv: 'regionen', en: 'the region' },
  municipality: { sv: 'kommunen', en: 'the municipality' },
  other: { sv: 'annan huvudman', en: 'another principal' },
} as const satisfies Record<string, Localized>;
export type AssessmentSide = keyof typeof assessmentSides;
export const assessmentSideCodes = Object.keys(assessmentSides) as readonly AssessmentSide[];

/** A unit that takes part. Who sat down is told as functions ("två distriktssköterskor"), never as names. */
export type AssessmentParty = {
  readonly id: Id<'selfAssessmentParty'>;
  readonly version: number;
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  readonly side: AssessmentSide;
  readonly participants: string;
  /** That the unit agrees with everything as it stands; null until it says so, and again when something changes. */
  readonly agreed: { readonly by: string; readonly on: CivilDate } | null;
  /** Where it sees an area otherwise than the common answer. */
  readonly views: readonly DifferingView[];
};

/** That a unit sees an area otherwise: its own step of the scale, and why. */
export type DifferingView = {
  readonly version: number;
  readonly question: string;
  readonly step: number | null;
  readonly note: string;
};

/** One form that a care centre and a municipal home-care unit (or more units) fill in together, with the plan they make (FOL-01…03). */
export type SelfAssessment = {
  readonly id: Id<'selfAssessment'>;
  readonly version: number;
  readonly round: Pick<AssessmentRound, 'id' | 'title' | 'year' | 'body' | 'dueOn' | 'state' | 'formVersionId'>;
  readonly responseId: Id<'formResponse'>;
  readonly state: SelfAssessmentState;
  readonly agreedOn: CivilDate | null;
  readonly parties: readonly AssessmentParty[];
  readonly points: readonly CommonPoint[];
};

/** The name of an assessment: those who make it, the region's side first. */
export function assessmentTitle({ parties }: { readonly parties: readonly Pick<AssessmentParty, 'body'>[] }): string {
  const names = parties.map(({ body }) => body.name);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} och ${names.at(-1)}`;
}

/** What the units of an assessment are found by, whatever order they are named in. */
export function unitsKey(bodyIds: readonly Id<'body'>[]): string {
  return [...new Set(bodyIds)].toSorted().join(' ');
}

/** The state that an action leads to. Throws `record.wrongState` when the table has no such row. */
export function assessmentStateAfter(state: SelfAssessmentState, action: SelfAssessmentAction): SelfAssessmentState {
  return stateAfter<SelfAssessmentState>(selfAssessmentTransitions, selfAssessmentStates, state, action);
}

/** Whether an action can be done: by the table, and answering and agreeing only while the round is open. */
export function mayAssess(
  { state, round }: Pick<SelfAssessment, 'state' | 'round'>,
  action: SelfAssessmentAction,
): boolean {
  return (
    isAllowedIn<SelfAssessmentState>(selfAssessmentTransitions, state, action) &&
    (action === 'plan' || round.state === 'open')
  );
}
