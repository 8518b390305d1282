import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { ItemPlace } from '../collaboration/index.ts';

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
