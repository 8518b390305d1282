import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { DeviationAction, DeviationState } from './deviation-transitions.ts';

/**
 * On which level something went wrong (DEV-02). What concerns one person is handled in the own system of the authority that cares for that person, where
 * the law on patient data holds; here it is only noted that it happened. What is seen in many cases is handled here.
 */
export const deviationLevels = {
  individual: { sv: 'individnivå', en: 'individual level' },
  aggregated: { sv: 'aggregerad nivå', en: 'aggregated level' },
} as const satisfies Record<string, Localized>;
export type DeviationLevel = keyof typeof deviationLevels;
export const deviationLevelCodes = Object.keys(deviationLevels) as readonly DeviationLevel[];

/** Between whom it did not work (DEV-03). */
export const deviationRelations = {
  careCentreMunicipality: { sv: 'vårdcentral–kommun', en: 'care centre–municipality' },
  hospitalMunicipality: { sv: 'sjukhus–kommun', en: 'hospital–municipality' },
  regionMunicipality: { sv: 'region–kommun', en: 'region–municipality' },
  municipalities: { sv: 'kommun–kommun', en: 'municipality–municipality' },
  externalParty: { sv: 'extern aktör', en: 'external party' },
} as const satisfies Record<string, Localized>;
export type DeviationRelation = keyof typeof deviationRelations;
export const deviationRelationCodes = Object.keys(deviationRelations) as readonly DeviationRelation[];

/** What did not work, from the challenges that the project of seed 003 §12 lists and the agreements that principals have. */
export const deviationKinds = {
  informationTransfer: { sv: 'informationsöverföring', en: 'transfer of information' },
  dischargePlanning: { sv: 'utskrivningsplanering', en: 'planning of discharge' },
  coordinatedPlan: { sv: 'samordnad individuell plan (SIP)', en: 'coordinated individual plan (SIP)' },
  medicines: { sv: 'läkemedel', en: 'medicines' },
  aids: { sv: 'hjälpmedel', en: 'aids' },
  responsibilityUnclear: { sv: 'oklart ansvar', en: 'unclear responsibility' },
  contactWays: { sv: 'kontaktvägar och tillgänglighet', en: 'ways of contact and availability' },
  digitalSystem: { sv: 'digitala system', en: 'digital systems' },
  other: { sv: 'annat', en: 'other' },
} as const satisfies Record<string, Localized>;
export type DeviationKind = keyof typeof deviationKinds;
export const deviationKindCodes = Object.keys(deviationKinds) as readonly DeviationKind[];

/** Where in the care chain it happened. */
export const careChainSteps = {
  beforeAdmission: { sv: 'före inskrivning', en: 'before admission' },
  admission: { sv: 'vid inskrivning', en: 'at admission' },
  stay: { sv: 'under vårdtiden', en: 'during the stay' },
  discharge: { sv: 'vid utskrivning', en: 'at discharge' },
  afterDischarge: { sv: 'efter utskrivning', en: 'after discharge' },
  shortTermCare: { sv: 'i korttidsvård', en: 'in short-term care' },
  atHome: { sv: 'i hemmet', en: 'at home' },
  leave: { sv: 'under permission', en: 'on leave' },
  betweenUnits: { sv: 'mellan enheter', en: 'between units' },
} as const satisfies Record<string, Localized>;
export type CareChainStep = keyof typeof careChainSteps;
export const careChainStepCodes = Object.keys(careChainSteps) as readonly CareChainStep[];

/** What is answered to whether the person was on leave when it happened (DEV-08). */
export const leaveAnswers = {
  no: { sv: 'Nej', en: 'No' },
  yes: { sv: 'Ja', en: 'Yes' },
  unknown: { sv: 'Vet inte', en: 'Do not know' },
} as const satisfies Record<string, Localized>;
export type LeaveAnswer = keyof typeof leaveAnswers;
export const leaveAnswerCodes = Object.keys(leaveAnswers) as readonly LeaveAnswer[];

/** The principals at both ends, the one who reports first. */
export type DeviationParty = { readonly id: Id<'body'>; readonly name: string };

/** Something that did not work between principals (DEV-01), told by a function, without anything that points a person out. */
export type Deviation = {
  readonly id: Id<'deviation'>;
  readonly version: number;
  /** Its place among those that the same body has reported in the year, as people write it: `2026:14`. */
  readonly ref: string;
  readonly formVersion: number;
  readonly from: DeviationParty;
  /** The principal that it concerns; null when it is an external party. */
  readonly to: DeviationParty | null;
  readonly externalParty: string;
  readonly reporterFunction: string;
  readonly unit: string;
  readonly relation: DeviationRelation;
  readonly level: DeviationLevel;
  readonly kind: DeviationKind;
  readonly chainStep: CareChainStep;
  readonly onLeave: LeaveAnswer;
  /** The rule of who reports on leave that held when it was reported; null when it did not matter. */
  readonly leaveRule: string | null;
  readonly startsOn: CivilDate;
  readonly endsOn: CivilDate | null;
  readonly description: string;
  /** Where it is handled, when it concerns one person. */
  readonly ownSystem: string;
  readonly reportedOn: CivilDate;
  readonly improvement: { readonly id: Id<'improvementWork'>; readonly title: string } | null;
  readonly state: DeviationState;
  readonly steps: readonly DeviationStep[];
  readonly comments: readonly DeviationComment[];
};

/** What was done, in whose name and when. */
export type DeviationStep = {
  readonly number: number;
  readonly action: DeviationAction;
  readonly note: string;
  readonly doneBy: string;
  readonly doneOn: CivilDate;
};

/** A question to a pointed-out function, and what it answered (DEV-11). */
export type DeviationComment = {
  readonly id: Id<'deviationComment'>;
  readonly version: number;
  readonly function: { readonly id: Id<'deviationFunction'>; readonly title: string; readonly body: string };
  readonly question: string;
  readonly askedOn: CivilDate;
  readonly answer: string;
  readonly answeredOn: CivilDate | null;
};

/** Whom it concerns, in words. */
export function concernedParty(one: Pick<Deviation, 'to' | 'externalParty'>): string {
  return one.to?.name ?? one.externalParty;
}
