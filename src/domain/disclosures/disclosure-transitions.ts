import { AppError } from '../../kernel/errors.ts';
import type { Localized } from '../../kernel/language.ts';

/** What became of a request to see documents. A document that may be seen in part is released in part (TF 2:15). */
export const disclosureStates = {
  received: { sv: 'väntar', en: 'waiting' },
  released: { sv: 'utlämnat', en: 'released' },
  releasedInPart: { sv: 'utlämnat delvis', en: 'released in part' },
  refused: { sv: 'avslag', en: 'refused' },
  withdrawn: { sv: 'återtaget', en: 'withdrawn' },
} as const satisfies Record<string, Localized>;
export type DisclosureState = keyof typeof disclosureStates;

type Row = {
  readonly action: string;
  readonly from: readonly DisclosureState[];
  readonly to: DisclosureState;
  /** What was held back needs the provision that says so (TF 2:20). */
  readonly needsProvisions: boolean;
  /** A refusal is a written decision, which can be appealed (OSL 6:3, 6:7). */
  readonly needsDecision: boolean;
  readonly label: Localized;
};

/** A row says: in these states the action may be done, and it leads to that state. An answer is final; who asks again makes a new request. */
export const disclosureTransitions = [
  {
    action: 'release',
    from: ['received'],
    to: 'released',
    needsProvisions: false,
    needsDecision: false,
    label: { sv: 'Lämna ut', en: 'Release' },
  },
  {
    action: 'releaseInPart',
    from: ['received'],
    to: 'releasedInPart',
    needsProvisions: true,
    needsDecision: false,
    label: { sv: 'Lämna ut delvis, med maskning', en: 'Release in part, masked' },
  },
  {
    action: 'refuse',
    from: ['received'],
    to: 'refused',
    needsProvisions: true,
    needsDecision: true,
    label: { sv: 'Avslå', en: 'Refuse' },
  },
  {
    action: 'withdraw',
    from: ['received'],
    to: 'withdrawn',
    needsProvisions: false,
    needsDecision: false,
    label: { sv: 'Begäran är återtagen', en: 'The request was withdrawn' },
  },
] as const satisfies readonly Row[];
export type DisclosureAction = (typeof disclosureTransitions)[number]['action'];

/** What an action does and asks for in this state. Throws `record.wrongState` when the table has no such row. */
export function disclosureStep(state: DisclosureState, action: DisclosureAction): Row {
  const row: Row = disclosureTransitions.find((one) => one.action === action)!;
  if (!row.from.includes(state)) throw new AppError('record.wrongState', { state: disclosureStates[state] });
  return row;
}
