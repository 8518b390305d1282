import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { listBodies } from '../organisation/index.ts';
import { listPrincipals } from '../releases/index.ts';
import { type BoardKeeping, boardSlug } from './board.ts';
import { authorityAbove, bodiesWithoutBoard } from './board-reader.ts';

/**
 * Which of the boards that an announcement belongs on are kept here. A participant of a joint nämnd keeps its own, so of several boards only the one of this
 * authority is ours; where nobody has said which that is, it is the first (the host's).
 */
export async function keepingsOf(
  w: Writer,
  boards: readonly Id<'body'>[],
): Promise<ReadonlyMap<Id<'body'>, BoardKeeping>> {
  if (boards.length === 1) return new Map([[boards[0]!, 'here']]);
  const own = (await listPrincipals(w)).find((one) => one.own)?.bodyId;
  const here = own !== undefined && boards.includes(own) ? own : boards[0];
  return new Map(boards.map((board) => [board, board === here ? 'here' : 'elsewhere']));
}

/** Makes the boards of entries that were put up before boards had files: those of other authorities are kept by them. */
export async function ensureMissingBoards(w: Writer<'notice.post'>): Promise<void> {
  const others = new Set(
    (await listPrincipals(w))
      .filter((one) => one.authorityId !== null && !one.own)
      .map(({ bodyId }) => bodyId as string),
  );
  for (const bodyId of await bodiesWithoutBoard(w))
    await ensureBoard(w, bodyId, others.has(bodyId) ? 'elsewhere' : 'here');
}

/** Makes the board of a body when it has none yet. What is written of a board that exists stays. */
export async function ensureBoard(w: Writer<'notice.post'>, bodyId: Id<'body'>, keeping: BoardKeeping): Promise<void> {
  const found = await w.db
    .selectFrom('notice_board')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('body_id', '=', bodyId)
    .executeTakeFirst();
  if (found) return;
  const tenant = await w.db
    .selectFrom('tenant')
    .select(['slug', 'name'])
    .where('id', '=', w.tenantId)
    .executeTakeFirstOrThrow();
  const bodies = await listBodies(w);
  const name = bodies.find(({ id }) => id === bodyId)!.name;
  const taken = await w.db.selectFrom('notice_board').select('slug').where('tenant_id', '=', w.tenantId).execute();
  const isTaken = (slug: string) => taken.some((one) => one.slug === slug);
  const whole = keeping === 'here' && authorityAbove(bodies, bodyId) === bodyId && !isTaken(tenant.slug);
  const wanted = boardSlug(tenant.slug, whole ? null : name);
  let slug = wanted;
  for (let number = 2; isTaken(slug); number += 1) slug = `${wanted}-${number}`;
  const id = w.runtime.newId();
  const row = { body_id: bodyId, slug, keeping, address: null, probed_since: null };
  await w.db
    .insertInto('notice_board')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'noticeBoard', recordId: id, after: row });
}
