import type { DocumentTree } from '../../documents/tree/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { AdjustmentState } from './adjustment-transitions.ts';
import type { MinutesState } from './minutes-transitions.ts';
import type { Signature } from './signature.ts';

/** How a body approves its minutes (`approval` of its rules): chair and adjusters sign, or the next meeting approves (seed 003, item 3). */
export const minutesApprovals = {
  adjustment: { sv: 'justeras av ordföranden och justerare', en: 'signed by the chair and adjusters' },
  nextMeeting: { sv: 'godkänns vid nästa sammanträde', en: 'approved at the next meeting' },
} as const satisfies Record<string, Localized>;
export type MinutesApproval = keyof typeof minutesApprovals;

/** What is adjusted in one act: all §§ that are left, or one § at once (R-KL-54). */
export const adjustmentKinds = {
  whole: { sv: 'hela protokollet', en: 'the whole minutes' },
  section: { sv: 'omedelbart justerad paragraf', en: 'section adjusted at once' },
} as const satisfies Record<string, Localized>;
export type AdjustmentKind = keyof typeof adjustmentKinds;

/** In what capacity somebody signs. The chair always does: minutes are kept under the chair's responsibility (R-KL-50, KL 5:65). */
export const signerRoles = {
  chair: { sv: 'ordförande', en: 'chair' },
  adjuster: { sv: 'justerare', en: 'adjuster' },
  secretary: { sv: 'sekreterare', en: 'secretary' },
} as const satisfies Record<string, Localized>;
export type SignerRole = keyof typeof signerRoles;

/** One who signs, or has signed, or has given the minutes back. */
export type Signer = {
  readonly id: Id<'adjuster'>;
  readonly round: number;
  readonly role: SignerRole;
  readonly name: string;
  readonly attendanceId: Id<'attendance'> | null;
  readonly accountId: Id<'account'> | null;
  readonly signedAt: Date | null;
  readonly signature: Signature | null;
  readonly rejectedAt: Date | null;
  readonly comment: string | null;
};

/** One act of adjustment with the signers of its present round, and what the rounds before said. */
export type Adjustment = {
  readonly id: Id<'adjustment'>;
  readonly version: number;
  readonly kind: AdjustmentKind;
  readonly itemIds: readonly Id<'agendaItem'>[];
  readonly state: AdjustmentState;
  readonly adjustBy: CivilDate | null;
  readonly contentHash: string | null;
  readonly adjustedOn: CivilDate | null;
  readonly round: number;
  readonly signers: readonly Signer[];
  readonly earlier: readonly Signer[];
};

/** The minutes of one body for one meeting, without their text. */
export type Minutes = {
  readonly id: Id<'minutes'>;
  readonly version: number;
  readonly meetingId: Id<'meeting'>;
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  readonly heldOn: CivilDate;
  readonly state: MinutesState;
  readonly secretary: string | null;
  readonly approval: MinutesApproval;
  readonly approvedInItemId: Id<'agendaItem'> | null;
  readonly adjustPlace: string | null;
  readonly finalOn: CivilDate | null;
  readonly archivedOn: CivilDate | null;
  readonly archive: MinutesArchive | null;
  readonly adjustments: readonly Adjustment[];
};

/** What the archive keeps beside the document: its hashes and the facts that describe it (R-ARK-3). */
export type MinutesArchive = {
  readonly treeHash: string;
  /** The SHA-256 of the PDF that was written at that moment. */
  readonly pdfHash: string;
  readonly title: string;
  readonly body: string;
  readonly heldOn: CivilDate;
  readonly adjustedOn: CivilDate;
  readonly sections: string | null;
};

/** A frozen document: what was sent to sign, with the hash that the signatures are bound to. */
export type FrozenMinutes = { readonly tree: DocumentTree; readonly hash: string };

/** A remark on the draft, on a § or on the whole, with what became of it. */
export type MinutesComment = {
  readonly id: Id<'minutesComment'>;
  readonly version: number;
  readonly itemId: Id<'agendaItem'> | null;
  readonly author: string;
  readonly body: string;
  readonly madeAt: Date;
  readonly resolution: string | null;
};

/** A correction of adjusted minutes, linked to them; they themselves stay as they were signed (R-FL-6, FL 36 §). */
export type MinutesCorrection = {
  readonly id: Id<'minutesCorrection'>;
  readonly itemId: Id<'agendaItem'> | null;
  readonly was: string;
  readonly isNow: string;
  readonly reason: string;
  readonly correctedOn: CivilDate;
  readonly correctedBy: string;
};

/** One line of the register of what was sent: which § went to whom, when, and the hash of what they got. */
export type Dispatch = {
  readonly id: Id<'dispatch'>;
  readonly itemId: Id<'agendaItem'>;
  readonly recipient: string;
  readonly address: string | null;
  readonly bodyId: Id<'body'> | null;
  readonly dispatchedAt: Date | null;
  readonly dispatchedBy: string | null;
  readonly contentHash: string | null;
};
