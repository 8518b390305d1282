import type { Localized } from '../../kernel/language.ts';
import { isAllowedIn, stateAfter, type Transition } from '../../kernel/transition-table.ts';

/** How far an agreement has come. Whether it holds today also depends on its term: see `agreementPhase`. */
export const agreementStates = {
  draft: { sv: 'förslag', en: 'proposal' },
  out: { sv: 'ute för beslut', en: 'out for decision' },
  declined: { sv: 'inte antagen', en: 'not adopted' },
  decided: { sv: 'beslutad', en: 'decided' },
  noticeGiven: { sv: 'uppsagd', en: 'notice given' },
  lapsed: { sv: 'löpt ut, förnyelse avvaktas', en: 'lapsed, renewal awaited' },
  ended: { sv: 'upphörd', en: 'ended' },
  replaced: { sv: 'ersatt', en: 'replaced' },
} as const satisfies Record<string, Localized>;
export type AgreementState = keyof typeof agreementStates;
export const agreementStateCodes = Object.keys(agreementStates) as readonly AgreementState[];

type Row = Transition<AgreementState> & {
  readonly to: AgreementState | 'same';
  /** Whether it must be said why. */
  readonly withReason: boolean;
};

/**
 * A row says: in these states the action may be done, and it leads to that state. What is not in the table cannot be done. That all have decided
 * (`decide`) follows by itself from the last decision; by hand it must be said what shows it. A new text of something decided is a new agreement.
 */
export const agreementTransitions = [
  {
    action: 'change',
    from: ['draft', 'out', 'decided', 'noticeGiven', 'lapsed'],
    to: 'same',
    withReason: false,
    label: { sv: 'Ändra', en: 'Change' },
  },
  {
    action: 'writeText',
    from: ['draft', 'decided'],
    to: 'same',
    withReason: false,
    label: { sv: 'Skriv text', en: 'Write the text' },
  },
  {
    action: 'noteDecision',
    from: ['draft', 'out', 'decided', 'declined'],
    to: 'same',
    withReason: false,
    label: { sv: 'Anteckna beslut', en: 'Record a decision' },
  },
  {
    action: 'sendOut',
    from: ['draft'],
    to: 'out',
    withReason: false,
    label: { sv: 'Skicka ut för beslut', en: 'Send out for decision' },
  },
  {
    action: 'takeBack',
    from: ['out', 'declined'],
    to: 'draft',
    withReason: true,
    label: { sv: 'Ta tillbaka och arbeta om', en: 'Take back and work over' },
  },
  {
    action: 'decline',
    from: ['draft', 'out'],
    to: 'declined',
    withReason: true,
    label: { sv: 'Antas inte', en: 'Not adopted' },
  },
  {
    action: 'decide',
    from: ['draft', 'out'],
    to: 'decided',
    withReason: true,
    label: { sv: 'Beslutad', en: 'Decided' },
  },
  {
    action: 'giveNotice',
    from: ['decided'],
    to: 'noticeGiven',
    withReason: false,
    label: { sv: 'Säg upp', en: 'Give notice' },
  },
  {
    action: 'withdrawNotice',
    from: ['noticeGiven'],
    to: 'decided',
    withReason: true,
    label: { sv: 'Ta tillbaka uppsägningen', en: 'Withdraw the notice' },
  },
  {
    action: 'lapse',
    from: ['decided', 'noticeGiven', 'ended'],
    to: 'lapsed',
    withReason: true,
    label: { sv: 'Har löpt ut, förnyelse avvaktas', en: 'Has lapsed, renewal is awaited' },
  },
  {
    action: 'end',
    from: ['decided', 'noticeGiven', 'lapsed'],
    to: 'ended',
    withReason: true,
    label: { sv: 'Har upphört', en: 'Has ended' },
  },
  {
    action: 'replace',
    from: ['decided', 'noticeGiven', 'lapsed', 'ended'],
    to: 'replaced',
    withReason: true,
    label: { sv: 'Har ersatts', en: 'Has been replaced' },
  },
  {
    action: 'takeUpAgain',
    from: ['lapsed', 'ended', 'replaced'],
    to: 'decided',
    withReason: true,
    label: { sv: 'Gäller igen', en: 'Holds again' },
  },
] as const satisfies readonly Row[];
export type AgreementAction = (typeof agreementTransitions)[number]['action'];

/** What a person does to take an agreement from one state to another. Notice has fields of its own and is given by its own verb. */
export type AgreementMove = Exclude<AgreementAction, 'change' | 'writeText' | 'noteDecision' | 'giveNotice'>;
export const agreementMoves: readonly AgreementMove[] = agreementTransitions
  .map(({ action }) => action)
  .filter((one) => one !== 'change' && one !== 'writeText' && one !== 'noteDecision' && one !== 'giveNotice');

/** The state that an action leads to. Throws `record.wrongState` when the table has no such row. */
export function agreementStateAfter(state: AgreementState, action: AgreementAction): AgreementState {
  return stateAfter<AgreementState>(agreementTransitions, agreementStates, state, action);
}

/** Whether an action is in the table for this state, for pages that show only what can be done. */
export function mayAgreement(state: AgreementState, action: AgreementAction): boolean {
  return isAllowedIn<AgreementState>(agreementTransitions, state, action);
}

/** Whether a move must say why. */
export function agreementMoveNeedsReason(move: AgreementMove): boolean {
  return agreementTransitions.some(({ action, withReason }) => action === move && withReason);
}
