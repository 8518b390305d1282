import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { ItemPlace } from '../collaboration/index.ts';

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
