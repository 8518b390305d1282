import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { type Body, bodyRulesOn, listBodies, listParticipants } from '../organisation/index.ts';
import { type BoardKeeping, boardName, type NoticeBoard } from './board.ts';
import type { BoardDuty } from './board-duty.ts';

/**
 * On whose boards a body's minutes are announced: the board of the authority that the body belongs to, or that of each participant of a joint nämnd
 * (KL 9:32). A body without an authority above it in the register has its own.
 */
export async function boardsOf(
  r: Reader,
  bodyId: Id<'body'>,
  duty: BoardDuty,
  onDate: CivilDate,
): Promise<readonly Id<'body'>[]> {
  if (duty === 'everyParticipant') {
    const participants = await listParticipants(r, bodyId, onDate);
    if (participants.length > 0) return participants.map(({ participantId }) => participantId);
  }
  return [await boardOf(r, bodyId, onDate)];
}

/** The board of a body of its own accord: that of the authority above it, or its own where its reglemente says so. */
export async function boardOf(r: Reader, bodyId: Id<'body'>, onDate: CivilDate): Promise<Id<'body'>> {
  const { noticeBoardOf } = await bodyRulesOn(r, bodyId, onDate);
  return noticeBoardOf === 'body' ? bodyId : authorityAbove(await listBodies(r), bodyId);
}

/** The boards of the register, those that are kept here first, by name. */
export async function listBoards(r: Reader): Promise<readonly NoticeBoard[]> {
  const rows = await r.db
    .selectFrom('notice_board')
    .innerJoin('body', (join) =>
      join.onRef('body.id', '=', 'notice_board.body_id').onRef('body.tenant_id', '=', 'notice_board.tenant_id'),
    )
    .innerJoin('tenant', 'tenant.id', 'notice_board.tenant_id')
    .selectAll('notice_board')
    .select(['body.name', 'body.kind', 'tenant.name as tenant_name'])
    .where('notice_board.tenant_id', '=', r.tenantId)
    .orderBy('notice_board.keeping', 'desc')
    .orderBy('body.name')
    .execute();
  return rows
    .map((row) => ({
      id: row.id,
      version: row.version,
      body: { id: row.body_id, name: row.name },
      name: boardName(row.slug, row, row.tenant_name),
      slug: row.slug,
      keeping: row.keeping as BoardKeeping,
      address: row.address,
      probedSince: row.probed_since,
    }))
    .toSorted((a, b) => Number(a.keeping === 'elsewhere') - Number(b.keeping === 'elsewhere'));
}

/** The bodies that have entries up on a board that has no row yet: boards of a register that is older than its files. */
export async function bodiesWithoutBoard(r: Reader): Promise<readonly Id<'body'>[]> {
  const rows = await r.db
    .selectFrom('board_notice')
    .leftJoin('notice_board', (join) =>
      join
        .onRef('notice_board.tenant_id', '=', 'board_notice.tenant_id')
        .onRef('notice_board.body_id', '=', 'board_notice.board_body_id'),
    )
    .select('board_notice.board_body_id')
    .distinct()
    .where('board_notice.tenant_id', '=', r.tenantId)
    .where('board_notice.state', 'in', ['awaiting', 'posted', 'hidden'])
    .where('notice_board.id', 'is', null)
    .execute();
  return rows.map((row) => row.board_body_id);
}

/** The region or municipality above a body, else the topmost body above it. */
export function authorityAbove(
  bodies: readonly Pick<Body, 'id' | 'kind' | 'parentId'>[],
  bodyId: Id<'body'>,
): Id<'body'> {
  const seen = new Set<string>();
  let at = bodyId;
  for (;;) {
    const body = bodies.find(({ id }) => id === at);
    seen.add(at);
    if (!body?.parentId || seen.has(body.parentId) || body.kind === 'region' || body.kind === 'municipality') return at;
    at = body.parentId;
  }
}
