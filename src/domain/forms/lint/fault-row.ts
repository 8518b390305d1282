import type { Localized } from '../../../kernel/language.ts';

/** How much a finding matters: a fault stops a version from being given out, a remark asks somebody to look. */
export const faultWeights = {
  fault: { sv: 'fel', en: 'fault' },
  remark: { sv: 'anmärkning', en: 'remark' },
} as const satisfies Record<string, Localized>;
export type FaultWeight = keyof typeof faultWeights;

/** One class of fault: how much it matters, what is wrong, and what to do. `{name}` is filled from the values of a finding. */
export type FaultRow = { readonly weight: FaultWeight; readonly what: Localized; readonly cure: Localized };
