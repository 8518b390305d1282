import type { DecisionEffectKind } from '../../../domain/execution/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';

/** Where the follow-up of decisions lies. */
export const followUpPath = '/beslutsuppfoljning';

/** The kinds of effect that have a form, each with the last part of its address. */
export const effectSlugs = {
  gaveAssignment: 'uppdrag',
  changedAssignment: 'andrat-uppdrag',
  agreement: 'overenskommelse',
  ratifiesAgreement: 'beslut-om-overenskommelse',
  commission: 'bestallning',
  deliverable: 'leverans',
  representative: 'utsedd',
} as const satisfies Partial<Record<DecisionEffectKind, string>>;
export type FormKind = keyof typeof effectSlugs;
export const formKinds = Object.keys(effectSlugs) as readonly FormKind[];

/** The form for one kind of effect of a decision. */
export function effectPath(decisionId: string, kind: FormKind): string {
  return `${recordAddress('decision', decisionId)}/ledde-till/${effectSlugs[kind]}`;
}

/** The page on which the tasks of a follow-up item are gone through. */
export function itemTasksPath(meetingId: string, itemId: string): string {
  return `${recordAddress('meeting', meetingId)}/punkter/${itemId}/uppgifter`;
}
