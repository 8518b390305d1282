import type { Localized } from '../../kernel/language.ts';

/** What principals can make with each other (AGR-01, AGR-09…11, COL-07, COL-11). */
export const agreementKinds = {
  agreement: { sv: 'överenskommelse', en: 'agreement' },
  contract: { sv: 'avtal', en: 'contract' },
  letterOfIntent: { sv: 'avsiktsförklaring', en: 'letter of intent' },
  guideline: { sv: 'gemensam riktlinje eller rutin', en: 'common guideline or routine' },
  model: { sv: 'gemensam modell', en: 'common model' },
  national: { sv: 'nationell överenskommelse', en: 'national agreement' },
} as const satisfies Record<string, Localized>;
export type AgreementKind = keyof typeof agreementKinds;
export const agreementKindCodes = Object.keys(agreementKinds) as readonly AgreementKind[];

/** What a party of an agreement is: principals decide in their own assemblies, others sign. */
export const agreementPartyKinds = {
  region: { sv: 'region', en: 'region' },
  municipality: { sv: 'kommun', en: 'municipality' },
  police: { sv: 'polis', en: 'police' },
  stateAuthority: { sv: 'statlig myndighet', en: 'state authority' },
  civilSociety: { sv: 'civilsamhälle', en: 'civil society' },
  company: { sv: 'företag', en: 'company' },
  other: { sv: 'annan part', en: 'other party' },
} as const satisfies Record<string, Localized>;
export type AgreementPartyKind = keyof typeof agreementPartyKinds;
export const agreementPartyKindCodes = Object.keys(agreementPartyKinds) as readonly AgreementPartyKind[];

/** What a party decided. With a reservation is a yes: the remark says what was reserved. */
export const partyOutcomes = {
  approved: { sv: 'godkänd', en: 'approved' },
  withReservation: { sv: 'godkänd med reservation', en: 'approved with reservation' },
  declined: { sv: 'avslagen', en: 'declined' },
} as const satisfies Record<string, Localized>;
export type PartyOutcome = keyof typeof partyOutcomes;
export const partyOutcomeCodes = Object.keys(partyOutcomes) as readonly PartyOutcome[];

/** How the decision of a party is known: nobody should take a sentence in a report for thirteen extracts of minutes. */
export const agreementDecisionBases = {
  recorded: { sv: 'antecknat för hand', en: 'recorded by hand' },
  meeting: { sv: 'beslut i eget sammanträde', en: 'decision in a meeting here' },
  answered: { sv: 'svar från huvudmannen', en: 'answer from the principal' },
  claimed: { sv: 'enligt uppgift i källa', en: 'as a source claims' },
} as const satisfies Record<string, Localized>;
export type AgreementDecisionBasis = keyof typeof agreementDecisionBases;
export const agreementDecisionBasisCodes = Object.keys(agreementDecisionBases) as readonly AgreementDecisionBasis[];

/** When an agreement begins to hold: on a day that is said, or when the last of those who must decide has decided. */
export const agreementStarts = {
  onDay: { sv: 'en angiven dag', en: 'on a given day' },
  whenAllDecided: { sv: 'när alla har beslutat', en: 'when all have decided' },
} as const satisfies Record<string, Localized>;
export type AgreementStart = keyof typeof agreementStarts;
export const agreementStartCodes = Object.keys(agreementStarts) as readonly AgreementStart[];
