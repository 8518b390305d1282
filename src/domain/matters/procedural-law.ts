import type { Localized } from '../../kernel/language.ts';

/** How a matter is handled: who is disqualified by which section, whether parties are heard, and how its decisions are appealed. */
export type Procedure = {
  readonly disqualification: 'KL 6:28' | 'FL 16';
  /** Whether a party is told of what is added to the matter before it is decided (FL 25). */
  readonly partiesHeard: boolean;
  readonly reasonsGiven: boolean;
  readonly appealKind: 'legalityReview' | 'administrativeAppeal';
};

/**
 * Which act a matter is handled by (R-FL-1). Where decisions are tried for their legality only, FL 2 § leaves out 9 § second paragraph, 10–12, 16–20
 * and 23–49 §§, and kommunallagen's own rules hold; where authority is exercised over somebody, the whole of förvaltningslagen does.
 */
export const proceduralLaws = {
  kommunallagen: {
    label: { sv: 'kommunallagen', en: 'Local Government Act' },
    procedure: {
      disqualification: 'KL 6:28',
      partiesHeard: false,
      reasonsGiven: false,
      appealKind: 'legalityReview',
    },
  },
  forvaltningslagen: {
    label: { sv: 'förvaltningslagen', en: 'Administrative Procedure Act' },
    procedure: {
      disqualification: 'FL 16',
      partiesHeard: true,
      reasonsGiven: true,
      appealKind: 'administrativeAppeal',
    },
  },
} as const satisfies Record<string, { readonly label: Localized; readonly procedure: Procedure }>;
export type ProceduralLaw = keyof typeof proceduralLaws;

/** How a matter is handled by the act that holds for it (R-FL-1). */
export function procedureOf(matter: { readonly proceduralLaw: ProceduralLaw }): Procedure {
  return proceduralLaws[matter.proceduralLaw].procedure;
}
