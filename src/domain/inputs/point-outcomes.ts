import type { Localized } from '../../kernel/language.ts';

/**
 * What the receiver's next plan made of a point (BUD-04, list I-11). `open` is no outcome but its absence: nobody has answered, which is not to say
 * that it was refused. A row says whether the outcome needs an assignment that it led to, and a reason.
 */
export const pointOutcomes = {
  takenUp: {
    label: { sv: 'upptagen', en: 'taken up' },
    tone: 'ok',
    needsAssignment: true,
    needsReason: false,
  },
  changed: {
    label: { sv: 'upptagen med andra ord', en: 'taken up in other words' },
    tone: 'part',
    needsAssignment: true,
    needsReason: true,
  },
  left: {
    label: { sv: 'lämnad', en: 'left' },
    tone: 'none',
    needsAssignment: false,
    needsReason: true,
  },
} as const satisfies Record<
  string,
  {
    readonly label: Localized;
    readonly tone: 'ok' | 'part' | 'none';
    readonly needsAssignment: boolean;
    readonly needsReason: boolean;
  }
>;
export type PointOutcome = keyof typeof pointOutcomes;
export const pointOutcomeCodes = Object.keys(pointOutcomes) as readonly PointOutcome[];
/** What stands of a point that has no outcome. */
export const openOutcome = { sv: 'inte besvarad', en: 'not answered' } as const satisfies Localized;
