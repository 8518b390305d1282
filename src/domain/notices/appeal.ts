import type { Localized } from '../../kernel/language.ts';
import type { BodyRules } from '../organisation/index.ts';

/**
 * How a decision can be taken to court (R-KL-58). The two ways differ in who may appeal, where the letter goes and when the time begins, and their
 * texts are never mixed (R-FL-5): by kommunallagen any member of the municipality or region, to the court, from the day on the notice board; by
 * förvaltningslagen the one it concerns, to the authority that decided, from the day they got it.
 */
export const appealKinds = {
  legalityReview: { sv: 'laglighetsprövning', en: 'legality review' },
  administrativeAppeal: { sv: 'förvaltningsbesvär', en: 'administrative appeal' },
  notAppealable: { sv: 'kan inte överklagas', en: 'cannot be appealed' },
} as const satisfies Record<string, Localized>;
export type AppealKind = keyof typeof appealKinds;
export const appealKindCodes = Object.keys(appealKinds) as readonly AppealKind[];

/** What of a decision says how it is appealed. */
export type AppealFacts = {
  /** The law by which the matter is handled (R-FL-1). */
  readonly proceduralLaw: 'kommunallagen' | 'forvaltningslagen';
  /** Whether the decision only prepares or carries out (KL 13:2): then nobody can appeal it. */
  readonly preparatory: boolean;
  /** Whether a body that decides by delegation decided this one by delegation. */
  readonly byDelegation: boolean;
};

/** How a decision of a body can be appealed: R-KL-58, kommunallagen 13:1–2 and 8. What a beredning or a chefsgrupp says cannot be. */
export function appealKindOf(rules: Pick<BodyRules, 'appealable'>, facts: AppealFacts): AppealKind {
  if (facts.preparatory || rules.appealable === 'no') return 'notAppealable';
  if (rules.appealable === 'delegatedOnly' && !facts.byDelegation) return 'notAppealable';
  return facts.proceduralLaw === 'forvaltningslagen' ? 'administrativeAppeal' : 'legalityReview';
}

/** What an instruction is filled with. */
export type InstructionFacts = {
  readonly authority: string;
  readonly body: string;
  readonly court: string;
  /** The last day by the notice board; only the legality review has one that is the same for all. */
  readonly lastDay: string | null;
  readonly address: string;
};

/** The instruction that goes with a decision, in Swedish as every document: one text for each way to appeal, and none where there is no way. */
export function appealInstruction(kind: AppealKind, facts: InstructionFacts): readonly string[] {
  switch (kind) {
    case 'legalityReview':
      return [
        `Den som är medlem av ${facts.authority} kan få beslutets laglighet prövad genom att överklaga det skriftligt till ${facts.court} (kommunallagen 13 kap.).`,
        facts.lastDay
          ? `Överklagandet ska ha kommit in till ${facts.court} senast den ${facts.lastDay}, tre veckor efter den dag då justeringen av protokollet tillkännagavs på anslagstavlan.`
          : `Överklagandet ska ha kommit in till ${facts.court} inom tre veckor från den dag då justeringen av protokollet tillkännages på anslagstavlan.`,
        'Ange vilket beslut som överklagas, vilka omständigheter du stöder överklagandet på och varför du anser att beslutet är olagligt. Domstolen kan upphäva beslutet men inte ersätta det med ett annat.',
      ];
    case 'administrativeAppeal':
      return [
        `Den som beslutet angår och som det har gått emot kan överklaga det skriftligt (förvaltningslagen 40–44 §§). Överklagandet ställs till ${facts.court} men lämnas till ${facts.body}, ${facts.address}.`,
        'Överklagandet ska ha kommit in till myndigheten inom tre veckor från den dag då du fick del av beslutet.',
        'Ange vilket beslut som överklagas, hur du vill att det ska ändras och varför.',
      ];
    case 'notAppealable':
      return [];
  }
}
