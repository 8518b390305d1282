import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';

/** What region and municipalities have agreed on, with its term (AGR-01, AGR-04). */
export type Agreement = {
  readonly id: Id<'agreement'>;
  readonly version: number;
  readonly name: string;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  /** "Tills vidare": it runs until somebody gives notice. */
  readonly openEnded: boolean;
  readonly noticeMonths: number | null;
  /** Whether it was decided, or only proposed. */
  readonly decided: boolean;
  readonly item: ItemPlace | null;
};

/** Work that a joint group orders and pays for (AGR-12…15). */
export type Commission = {
  readonly id: Id<'commission'>;
  readonly version: number;
  readonly who: string;
  readonly what: string;
  /** Full-time equivalents; null when the source does not say. */
  readonly fte: number | null;
  readonly amounts: readonly CommissionAmount[];
  /** The posts that each payer pays. */
  readonly shares: readonly CommissionShare[];
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly fund: string | null;
  readonly decided: boolean;
  readonly item: ItemPlace | null;
};

/** What one payer pays; without a payer the source names only the sum. */
export type CommissionAmount = { readonly value: number; readonly currency: string; readonly payer: string | null };

export type CommissionShare = { readonly payer: string | null; readonly fte: number };

/** What is to be delivered (PRJ-06): when it was due, and to when it was moved, each a day or a month. */
export type Deliverable = {
  readonly id: Id<'deliverable'>;
  readonly version: number;
  readonly what: string;
  readonly project: string | null;
  readonly dueOn: string | null;
  readonly movedTo: string | null;
  readonly item: ItemPlace | null;
};

/** The agenda item in which something was agreed, ordered or promised. */
export type ItemPlace = {
  readonly id: Id<'agendaItem'>;
  readonly title: string;
  readonly meetingId: Id<'meeting'>;
  readonly heldOn: CivilDate;
  readonly bodyName: string;
};
