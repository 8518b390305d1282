import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { DisclosureState } from './disclosure-transitions.ts';

/**
 * A request to see documents (begäran om utlämnande, TF 2:15–18). It has no name and no purpose: the authority may not ask who wants to see a public
 * document, nor why (R-TF-3).
 */
export type DisclosureRequest = {
  readonly id: Id<'disclosureRequest'>;
  readonly version: number;
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  readonly receivedOn: CivilDate;
  readonly askedFor: string;
  readonly matter: { readonly id: Id<'matter'>; readonly registrationNumber: string } | null;
  /** Where the answer goes, when the one who asks chose to say. */
  readonly contact: string | null;
  readonly state: DisclosureState;
  readonly answeredOn: CivilDate | null;
  readonly provisions: string | null;
  readonly decision: string | null;
  /** The code by which whoever asked follows the request. */
  readonly reference: string | null;
};

/**
 * The law says "at once" (TF 2:15) and names no number of days; a day or a few are accepted where the documents must be looked for or tried. After these
 * days a request is shown as late.
 */
const daysOfGrace = 3;

/** Whether a request has waited longer than "at once" can be stretched to. */
export function isOverdue({ state, receivedOn }: Pick<DisclosureRequest, 'state' | 'receivedOn'>, today: CivilDate) {
  return state === 'received' && today > addDays(receivedOn, daysOfGrace);
}

/** How many days the answer took, or how long the request has waited. */
export function daysTaken(
  { receivedOn, answeredOn }: Pick<DisclosureRequest, 'receivedOn' | 'answeredOn'>,
  today: CivilDate,
): number {
  return Math.round((Date.parse(answeredOn ?? today) - Date.parse(receivedOn)) / 86_400_000);
}

/** How a refusal, whole or in part, is appealed (OSL 6:7–8, FL 43–44 §§). */
export const disclosureAppeal: Localized = {
  sv: 'Beslutet överklagas skriftligt hos kammarrätten. Skrivelsen lämnas till den myndighet som beslutade, inom tre veckor från den dag då den som begärde handlingen fick del av beslutet.',
  en: 'The decision is appealed in writing to the administrative court of appeal. The letter is handed to the authority that decided, within three weeks from the day on which the one who asked got the decision.',
};
