import type { Selectable } from 'kysely';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { BoardNoticeRow } from '../../storage/schema/notice-board.ts';
import { authorityKinds } from '../organisation/index.ts';
import type { AppealKind } from './appeal.ts';
import { type BoardKeeping, boardName } from './board.ts';
import type { BoardNotice, NoticeEvent } from './notice.ts';
import type { NoticeEventKind, NoticeKind } from './notice-kinds.ts';
import type { NoticeState } from './notice-transitions.ts';
import { startOf } from './posting-proof-reader.ts';

export type NoticeFilter = {
  readonly id?: Id<'boardNotice'>;
  readonly boardBodyId?: Id<'body'>;
  readonly meetingId?: Id<'meeting'>;
  readonly adjustmentIds?: readonly Id<'adjustment'>[];
  readonly states?: readonly NoticeState[];
  /** Only entries that were out of sight while their time ran. */
  readonly interrupted?: boolean;
  /** Only entries whose time of appeal has ended before this day. */
  readonly endedBefore?: CivilDate;
  readonly limit?: number;
};

/** The entries that fit a filter, the newest first; those that wait to be put up come before all. */
export async function listNotices(r: Reader, filter: NoticeFilter = {}): Promise<readonly BoardNotice[]> {
  let query = r.db
    .selectFrom('board_notice')
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'board_notice.body_id').onRef('body.tenant_id', '=', 'board_notice.tenant_id'),
    )
    .innerJoin('body as board', (join) =>
      join.onRef('board.id', '=', 'board_notice.board_body_id').onRef('board.tenant_id', '=', 'board_notice.tenant_id'),
    )
    .innerJoin('tenant', 'tenant.id', 'board_notice.tenant_id')
    .leftJoin('notice_board as kept', (join) =>
      join
        .onRef('kept.tenant_id', '=', 'board_notice.tenant_id')
        .onRef('kept.body_id', '=', 'board_notice.board_body_id'),
    )
    .selectAll('board_notice')
    .select([
      'body.name as body_name',
      'board.name as board_name',
      'board.kind as board_kind',
      'tenant.name as tenant_name',
      'kept.keeping',
      'kept.probed_since',
      'kept.slug',
    ])
    .select((eb) => [
      // When it was put up the last time.
      eb
        .selectFrom('board_notice_event as event')
        .select((inner) => inner.fn.max('event.happened_at').as('at'))
        .whereRef('event.tenant_id', '=', 'board_notice.tenant_id')
        .whereRef('event.board_notice_id', '=', 'board_notice.id')
        .where('event.kind', '=', 'posted')
        .as('posted_at'),
      eb
        .selectFrom('posting_proof as proof')
        .select((inner) => inner.fn.max('proof.to_at').as('to_at'))
        .whereRef('proof.tenant_id', '=', 'board_notice.tenant_id')
        .whereRef('proof.board_notice_id', '=', 'board_notice.id')
        .as('proven_until'),
    ])
    .where('board_notice.tenant_id', '=', r.tenantId);
  if (filter.id !== undefined) query = query.where('board_notice.id', '=', filter.id);
  if (filter.boardBodyId !== undefined) query = query.where('board_notice.board_body_id', '=', filter.boardBodyId);
  if (filter.meetingId !== undefined) query = query.where('board_notice.meeting_id', '=', filter.meetingId);
  if (filter.states !== undefined) query = query.where('board_notice.state', 'in', filter.states);
  if (filter.interrupted !== undefined) query = query.where('board_notice.interrupted', '=', filter.interrupted);
  if (filter.endedBefore !== undefined) query = query.where('board_notice.appeal_last', '<', filter.endedBefore);
  if (filter.adjustmentIds !== undefined) {
    if (filter.adjustmentIds.length === 0) return [];
    query = query.where('board_notice.adjustment_id', 'in', filter.adjustmentIds);
  }
  const rows = await query
    .orderBy('board_notice.posted_on', (order) => order.desc().nullsFirst())
    .orderBy('board_notice.created_at', 'desc')
    .orderBy('board_notice.id')
    .limit(filter.limit ?? 200)
    .execute();
  return rows.map(noticeOf);
}

/** One entry. Throws `record.notFound`. */
export async function getNotice(r: Reader, id: Id<'boardNotice'>): Promise<BoardNotice> {
  const found = isId(id) ? (await listNotices(r, { id }))[0] : undefined;
  if (!found) throw new AppError('record.notFound');
  return found;
}

/** What happened to some entries, in order, by entry: the proof of when each was to be seen. */
export async function eventsOfNotices(
  r: Reader,
  ids: readonly Id<'boardNotice'>[],
): Promise<ReadonlyMap<string, readonly NoticeEvent[]>> {
  const found = new Map<string, NoticeEvent[]>();
  if (ids.length === 0) return found;
  const rows = await r.db
    .selectFrom('board_notice_event')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('board_notice_id', 'in', ids)
    .orderBy('seq')
    .execute();
  for (const row of rows)
    found.set(row.board_notice_id, [
      ...(found.get(row.board_notice_id) ?? []),
      {
        id: row.id,
        kind: row.kind as NoticeEventKind,
        happenedAt: row.happened_at,
        reason: row.reason,
        notedBy: row.noted_by,
      },
    ]);
  return found;
}

function noticeOf(
  row: Selectable<BoardNoticeRow> & {
    readonly body_name: string;
    readonly board_name: string;
    readonly board_kind: string;
    readonly tenant_name: string;
    readonly keeping: string | null;
    readonly slug: string | null;
    readonly probed_since: Date | null;
    readonly posted_at: Date | null;
    readonly proven_until: Date | null;
  },
): BoardNotice {
  return {
    id: row.id,
    version: row.version,
    kind: row.kind as NoticeKind,
    state: row.state as NoticeState,
    authority: authorityKinds.some((kind) => kind === row.board_kind) ? row.board_name : row.tenant_name,
    board: {
      id: row.board_body_id,
      name: boardName(row.slug, { name: row.board_name, kind: row.board_kind }, row.tenant_name),
      slug: row.slug,
      keeping: (row.keeping ?? 'here') as BoardKeeping,
    },
    body: { id: row.body_id, name: row.body_name },
    meetingId: row.meeting_id,
    adjustmentId: row.adjustment_id,
    title: row.title,
    sections: row.sections,
    bodyText: row.body_text,
    availableAt: row.available_at,
    appealKind: row.appeal_kind as AppealKind,
    heldOn: row.held_on,
    adjustedOn: row.adjusted_on,
    announceBy: row.announce_by,
    marginDays: row.margin_days,
    postedOn: row.posted_on,
    appealLast: row.appeal_last,
    removeEarliest: row.remove_earliest,
    takenDownOn: row.taken_down_on,
    interrupted: row.interrupted,
    onBehalfOf: row.on_behalf_of,
    watch: {
      start: row.keeping === 'elsewhere' ? null : startOf(row.probed_since, row.posted_at),
      provenUntil: row.proven_until,
    },
    appealed: row.appealed,
  };
}
