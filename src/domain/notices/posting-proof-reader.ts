import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { GapReason, LatestProof, ProbeWay } from './posting-proof.ts';

/** A span of time in which an entry was seen each minute. */
export type SeenSpan = { readonly from: Date; readonly to: Date; readonly hash: string; readonly how: ProbeWay };

/** A span of time in which it was not, with what was stated of it afterwards. */
export type PostingGap = {
  readonly id: Id<'postingGap'>;
  readonly from: Date;
  readonly to: Date;
  readonly reason: GapReason;
  readonly statement: { readonly text: string; readonly by: string; readonly at: Date } | null;
};

/** The whole proof of one entry, in the order in which it was found. */
export type PostingProof = {
  readonly seen: readonly SeenSpan[];
  readonly gaps: readonly PostingGap[];
};

/** An entry that should be on its board, with what is known of it: what the look of each minute starts from. */
export type WatchedNotice = {
  readonly noticeId: Id<'boardNotice'>;
  readonly boardId: Id<'noticeBoard'>;
  readonly latest: LatestProof | undefined;
  readonly postedAt: Date;
  readonly probedSince: Date | null;
};

/** The entries that stand on boards that are kept here. */
export async function watchedNotices(r: Reader): Promise<readonly WatchedNotice[]> {
  const rows = await r.db
    .selectFrom('board_notice')
    .innerJoin('notice_board as board', (join) =>
      join
        .onRef('board.tenant_id', '=', 'board_notice.tenant_id')
        .onRef('board.body_id', '=', 'board_notice.board_body_id'),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('posting_proof')
          .select(['posting_proof.id', 'posting_proof.seq', 'posting_proof.to_at'])
          .select(['posting_proof.content_hash', 'posting_proof.how'])
          .whereRef('posting_proof.tenant_id', '=', 'board_notice.tenant_id')
          .whereRef('posting_proof.board_notice_id', '=', 'board_notice.id')
          .orderBy('posting_proof.seq', 'desc')
          .limit(1)
          .as('seen'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('posting_gap')
          .select(['posting_gap.seq', 'posting_gap.to_at', 'posting_gap.reason'])
          .whereRef('posting_gap.tenant_id', '=', 'board_notice.tenant_id')
          .whereRef('posting_gap.board_notice_id', '=', 'board_notice.id')
          .orderBy('posting_gap.seq', 'desc')
          .limit(1)
          .as('gap'),
      (join) => join.onTrue(),
    )
    .select(['board_notice.id', 'board.id as board_id', 'board.probed_since'])
    .select(['seen.id as seen_id', 'seen.seq as seen_seq', 'seen.to_at as seen_to', 'seen.content_hash', 'seen.how'])
    .select(['gap.seq as gap_seq', 'gap.to_at as gap_to', 'gap.reason'])
    .select((eb) =>
      eb
        .selectFrom('board_notice_event as event')
        .select((inner) => inner.fn.max('event.happened_at').as('at'))
        .whereRef('event.tenant_id', '=', 'board_notice.tenant_id')
        .whereRef('event.board_notice_id', '=', 'board_notice.id')
        .where('event.kind', '=', 'posted')
        .as('posted_at'),
    )
    .where('board_notice.tenant_id', '=', r.tenantId)
    .where('board_notice.state', '=', 'posted')
    .where('board.keeping', '=', 'here')
    .execute();
  return rows.map((row) => ({
    noticeId: row.id,
    boardId: row.board_id,
    probedSince: row.probed_since,
    postedAt: row.posted_at ?? new Date(0),
    latest:
      row.gap_to !== null && (row.gap_seq ?? 0) > (row.seen_seq ?? 0)
        ? { kind: 'gap', to: row.gap_to, reason: row.reason as GapReason }
        : row.seen_id !== null
          ? { kind: 'seen', id: row.seen_id, to: row.seen_to!, hash: row.content_hash!, how: row.how as ProbeWay }
          : undefined,
  }));
}

/** When the proof should begin: with the entry, or with the reading of its board when that came later. */
export function startOf(probedSince: Date | null, posted: Date | null): Date | null {
  if (probedSince === null || posted === null) return null;
  return posted > probedSince ? posted : probedSince;
}

/** The whole proof of an entry. */
export async function proofOf(r: Reader, noticeId: Id<'boardNotice'>): Promise<PostingProof> {
  const seen = await r.db
    .selectFrom('posting_proof')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('board_notice_id', '=', noticeId)
    .orderBy('seq')
    .execute();
  const gaps = await r.db
    .selectFrom('posting_gap')
    .leftJoin('posting_gap_statement as told', (join) =>
      join.onRef('told.tenant_id', '=', 'posting_gap.tenant_id').onRef('told.posting_gap_id', '=', 'posting_gap.id'),
    )
    .selectAll('posting_gap')
    .select(['told.statement', 'told.stated_by', 'told.stated_at'])
    .where('posting_gap.tenant_id', '=', r.tenantId)
    .where('posting_gap.board_notice_id', '=', noticeId)
    .orderBy('posting_gap.seq')
    .execute();
  return {
    seen: seen.map((row) => ({
      from: row.from_at,
      to: row.to_at,
      hash: row.content_hash,
      how: row.how as ProbeWay,
    })),
    gaps: gaps.map((row) => ({
      id: row.id,
      from: row.from_at,
      to: row.to_at,
      reason: row.reason as GapReason,
      statement:
        row.statement === null
          ? null
          : { text: row.statement, by: row.stated_by ?? '', at: row.stated_at ?? row.to_at },
    })),
  };
}
