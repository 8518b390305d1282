import { fillBoth, type TextValues } from '../../../kernel/fill-text.ts';
import type { Localized } from '../../../kernel/language.ts';
import { answerFaults } from './answer-faults.ts';
import { conditionFaults } from './condition-faults.ts';
import type { FaultRow } from './fault-row.ts';
import { placeFaults } from './place-faults.ts';

/**
 * What can be wrong with a form (domain.md R-FL-3, seed-inventory E-29…E-34). A row means: every form that holds this is found, and it says where
 * and what to do. It does not mean that the form is good: whether a question is understood, only people can tell.
 */
export const formFaults = {
  ...placeFaults,
  ...conditionFaults,
  ...answerFaults,
} as const satisfies Record<string, FaultRow>;
export type FormFaultKind = keyof typeof formFaults;

/** Where in a form a finding is: the form itself, a part, a section or a question, by its code. */
export type FormPlace =
  | { readonly kind: 'form' }
  | { readonly kind: 'part' | 'section' | 'question'; readonly code: string };

/** One finding: what is wrong, where, and with the words that its sentence needs. */
export type FormFault = {
  readonly kind: FormFaultKind;
  readonly place: FormPlace;
  /** The question that is wrong; null when it is the form, a part or a section. */
  readonly question: string | null;
  readonly values: TextValues;
};

/** What is wrong and what to do, as sentences. */
export function faultSentences({ kind, values }: FormFault): { readonly what: Localized; readonly cure: Localized } {
  const { what, cure } = formFaults[kind];
  return { what: fillBoth(what, values), cure: fillBoth(cure, values) };
}

/** Whether the finding stops the version from being given out. */
export function stopsPublishing({ kind }: FormFault): boolean {
  return formFaults[kind].weight === 'fault';
}

/** A finding at a question. */
export function atQuestion(code: string, kind: FormFaultKind, values: TextValues = {}): FormFault {
  return { kind, place: { kind: 'question', code }, question: code, values };
}

/** A finding at the form, a part or a section. */
export function atPlace(place: FormPlace, kind: FormFaultKind, values: TextValues = {}): FormFault {
  return { kind, place, question: null, values };
}
