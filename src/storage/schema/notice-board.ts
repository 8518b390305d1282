import type { Generated } from 'kysely';
import type { DateColumn, RecordRow, VersionedRow } from './columns.ts';

/** One typed entry of an authority's notice board (KL 8:9–12). There is no free news here. */
export type BoardNoticeRow = VersionedRow & {
  /** Whose board it is on; a joint nämnd has one entry on each participant's board (R-KL-61). */
  board_body_id: string;
  body_id: string;
  kind: string;
  meeting_id: string | null;
  adjustment_id: string | null;
  title: string;
  /** Which §§ it concerns, as printed ("§§ 41–48"). */
  sections: string | null;
  /** What the kinds with words of their own say; the announcement of adjusted minutes is composed from its facts. */
  body_text: string | null;
  available_at: string | null;
  /** Whose joint nämnd it is from, on the board of another authority than the one that keeps the minutes (KL 9:32). */
  on_behalf_of: string | null;
  /** The release with which another authority asked for it to be put up. */
  received_release_id: string | null;
  state: string;
  /** How what it announces can be appealed; the instruction text follows from it (R-KL-58, R-FL-5). */
  appeal_kind: string;
  held_on: DateColumn | null;
  adjusted_on: DateColumn | null;
  /** The last day on which the law lets it be put up (R-KL-55). */
  announce_by: DateColumn | null;
  /** Days that the authority adds before it takes an entry down (R-KL-60). */
  margin_days: Generated<number>;
  posted_on: DateColumn | null;
  appeal_last: DateColumn | null;
  remove_earliest: DateColumn | null;
  taken_down_on: DateColumn | null;
  /** It was out of sight while the time of appeal ran, and has not been put up anew: the period has not run (KL 13:5). */
  interrupted: Generated<boolean>;
  /** An appeal came in and is not settled. */
  appealed: Generated<boolean>;
};

/** What happened to the entry on its board, in order: posted, gone from sight, back again, taken down. */
export type BoardNoticeEventRow = RecordRow & {
  board_notice_id: string;
  seq: number;
  kind: string;
  happened_at: Date;
  reason: string | null;
  noted_by: string | null;
};

export type NoticeBoardTables = { board_notice: BoardNoticeRow; board_notice_event: BoardNoticeEventRow };
