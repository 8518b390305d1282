import type { Localized } from '../../kernel/language.ts';
import type { Proposal } from './proposal.ts';
import { isConfirmable, missingFields } from './proposal-types.ts';

/**
 * How sure the reader was, in a word. A row means: from this figure on. It does not mean that the proposal is right: a person confirms, and
 * what is below `sure` is meant to be looked at one by one.
 */
export const confidenceLevels = {
  sure: { from: 0.9, label: { sv: 'säker', en: 'sure' } },
  likely: { from: 0.75, label: { sv: 'trolig', en: 'likely' } },
  unsure: { from: 0, label: { sv: 'osäker', en: 'unsure' } },
} as const satisfies Record<string, { readonly from: number; readonly label: Localized }>;

export type ConfidenceLevel = keyof typeof confidenceLevels;

/** The level of a figure between 0 and 1. */
export function confidenceLevelOf(confidence: number): ConfidenceLevel {
  if (confidence >= confidenceLevels.sure.from) return 'sure';
  return confidence >= confidenceLevels.likely.from ? 'likely' : 'unsure';
}

/** Proposals of these types rest on likeness alone: they are looked at one by one, or confirmed together only when their type is asked for. */
export function isSuggestion(type: string): boolean {
  return type === 'assignmentLink' || type === 'recordLink' || type === 'bodyAlias';
}

/**
 * The open proposals of at least a confidence that can be confirmed together, as far as they tell it themselves: a register takes them, nothing
 * required is missing, and they are no mere suggestion. What the register says about them is asked when they are confirmed (`confirmAll`).
 */
export function readyToConfirm(
  proposals: readonly Proposal[],
  wanted: { readonly minConfidence?: number | undefined; readonly type?: string | undefined } = {},
): readonly Proposal[] {
  const { minConfidence = 0, type } = wanted;
  return proposals.filter(
    (one) =>
      one.state === 'open' &&
      one.confidence >= minConfidence &&
      isConfirmable(one.type) &&
      missingFields(one.type, one.fields).length === 0 &&
      (type === undefined ? !isSuggestion(one.type) : one.type === type),
  );
}
