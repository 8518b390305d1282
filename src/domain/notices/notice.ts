import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { AppealKind } from './appeal.ts';
import type { BoardKeeping } from './board.ts';
import type { NoticeEventKind, NoticeKind } from './notice-kinds.ts';
import type { NoticeState } from './notice-transitions.ts';
import type { PostingWatch } from './posting-proof.ts';

/** One thing that happened to an entry, with when and by whom: the proof (anslagsbevis) is made of these. */
export type NoticeEvent = {
  readonly id: Id<'boardNoticeEvent'>;
  readonly kind: NoticeEventKind;
  readonly happenedAt: Date;
  readonly reason: string | null;
  readonly notedBy: string | null;
};

/** One entry of one notice board. */
export type BoardNotice = {
  readonly id: Id<'boardNotice'>;
  readonly version: number;
  readonly kind: NoticeKind;
  readonly state: NoticeState;
  /** The region or municipality whose members may appeal; where the register has none above the body it is the authority of the installation. */
  readonly authority: string;
  readonly board: {
    readonly id: Id<'body'>;
    readonly name: string;
    /** The name of its folder of files; null until somebody has put up something there since boards have files. */
    readonly slug: string | null;
    readonly keeping: BoardKeeping;
  };
  readonly body: { readonly id: Id<'body'>; readonly name: string };
  readonly meetingId: Id<'meeting'> | null;
  readonly adjustmentId: Id<'adjustment'> | null;
  readonly title: string;
  readonly sections: string | null;
  readonly bodyText: string | null;
  readonly availableAt: string | null;
  readonly appealKind: AppealKind;
  readonly heldOn: CivilDate | null;
  readonly adjustedOn: CivilDate | null;
  readonly announceBy: CivilDate | null;
  readonly marginDays: number;
  readonly postedOn: CivilDate | null;
  /** The last day for appeal; unknown until the entry is on every board it belongs on (R-KL-61). */
  readonly appealLast: CivilDate | null;
  readonly removeEarliest: CivilDate | null;
  readonly takenDownOn: CivilDate | null;
  /** It was out of sight while the time ran: the period counts as not run until it is put up anew. */
  readonly interrupted: boolean;
  /** Whose joint nämnd it is from, where another authority keeps the minutes (KL 9:32). */
  readonly onBehalfOf: string | null;
  /** What is known of when it was seen on its board. */
  readonly watch: PostingWatch;
  readonly appealed: boolean;
};
