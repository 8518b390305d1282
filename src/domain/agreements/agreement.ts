import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { ItemPlace } from '../collaboration/index.ts';
import type {
  AgreementDecisionBasis,
  AgreementKind,
  AgreementPartyKind,
  AgreementStart,
  PartyOutcome,
} from './agreement-codes.ts';
import type { AgreementState } from './agreement-transitions.ts';

/** When an agreement holds and how it is ended. */
export type AgreementTerm = {
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  /** "Tills vidare": it runs until somebody gives notice. */
  readonly openEnded: boolean;
  readonly noticeMonths: number | null;
  /** By how many months it is prolonged each time nobody has given notice in time; null when it simply ends. */
  readonly renewMonths: number | null;
};

/** Notice that was given: on which day, by whom, and with which last day. */
export type AgreementNotice = { readonly givenOn: CivilDate; readonly givenBy: string; readonly endsOn: CivilDate };

/** What region and municipalities have agreed on, with its term (AGR-01, AGR-04). */
export type Agreement = AgreementTerm & {
  readonly id: Id<'agreement'>;
  readonly version: number;
  readonly name: string;
  readonly kind: AgreementKind;
  readonly state: AgreementState;
  readonly stateReason: string | null;
  /** Whether it was decided, or only proposed. */
  readonly decided: boolean;
  readonly item: ItemPlace | null;
  /** The body that keeps it. */
  readonly body: { readonly id: Id<'body'>; readonly name: string } | null;
  readonly purpose: string;
  readonly scope: string;
  readonly area: string;
  readonly diaryNumber: string | null;
  readonly startsWhen: AgreementStart;
  readonly alarmMonths: readonly number[];
  readonly predecessor: { readonly id: Id<'agreement'>; readonly name: string } | null;
  /** The earlier agreement in the words of a source, where the register does not have it. */
  readonly predecessorTold: string | null;
  /** A day or a month, as exactly as a source says. */
  readonly signedOn: string | null;
  /** What changes against the earlier agreement, as a list (AGR-03). */
  readonly changes: readonly string[];
  /** What a source says of the plan by which it is carried out. */
  readonly planTold: string | null;
  readonly notice: AgreementNotice | null;
  readonly ratification: Ratification;
};

/** How many of those who must decide have done so; a party that a source only counts ("fyra kommuner") counts as many. */
export type Ratification = {
  readonly asked: number;
  readonly approved: number;
  readonly declined: number;
  /** Of those approved, how many are known from a claim alone. */
  readonly claimed: number;
  /** The claim of a source that is not settled yet: how many it says have decided, where it says so. */
  readonly told: { readonly principals: number | null } | null;
};

/** Who the agreement is between, with that one's decision. */
export type AgreementParty = {
  readonly id: Id<'agreementParty'>;
  readonly version: number;
  readonly kind: AgreementPartyKind;
  readonly name: string;
  readonly bodyId: Id<'body'> | null;
  /** More than one where a source counts parties and names none. */
  readonly members: number;
  /** Whether the agreement waits for a decision of this party; others only sign. */
  readonly decides: boolean;
  readonly signedOn: CivilDate | null;
  readonly decision: AgreementPartyDecision | null;
};

/** The decision of a principal: by which of its bodies, on which day, under which number, and how we know. */
export type AgreementPartyDecision = {
  readonly id: Id<'agreementDecision'>;
  readonly version: number;
  readonly outcome: PartyOutcome;
  readonly basis: AgreementDecisionBasis;
  readonly decidedBy: string;
  readonly decidedOn: CivilDate | null;
  readonly diaryNumber: string | null;
  readonly remarks: string;
  readonly decisionId: Id<'decision'> | null;
  readonly documentId: Id<'document'> | null;
  readonly claimId: Id<'agreementClaim'> | null;
};

/** What a source says of decisions that nobody has shown one by one ("samtliga 13 huvudmän"). It is a claim until the parts are there. */
export type AgreementClaim = {
  readonly id: Id<'agreementClaim'>;
  readonly version: number;
  readonly principals: number | null;
  readonly words: string;
  readonly settledOn: CivilDate | null;
};

/** The text as it was proposed or decided. */
export type AgreementVersion = {
  readonly id: Id<'agreementVersion'>;
  readonly version: number;
  readonly number: number;
  readonly label: string;
  readonly text: string;
  readonly documentId: Id<'document'> | null;
  readonly madeOn: CivilDate;
  /** The day on which it was decided; from then on it is never changed. */
  readonly fixedOn: CivilDate | null;
};

/** A step of the plan by which the agreement is carried out, for one party or for all together. */
export type AgreementStep = {
  readonly id: Id<'agreementStep'>;
  readonly version: number;
  readonly what: string;
  readonly responsible: string;
  readonly partyId: Id<'agreementParty'> | null;
  readonly dueOn: CivilDate | null;
  readonly doneOn: CivilDate | null;
  readonly note: string;
};

/** An agreement with all that belongs to it. */
export type WholeAgreement = Agreement & {
  readonly parties: readonly AgreementParty[];
  readonly claims: readonly AgreementClaim[];
  readonly versions: readonly AgreementVersion[];
  readonly steps: readonly AgreementStep[];
  /** The agreements that replace this one. */
  readonly successors: readonly { readonly id: Id<'agreement'>; readonly name: string }[];
};
