import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { type Body, listBodies, listParticipants } from '../organisation/index.ts';
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
  return [authorityAbove(await listBodies(r), bodyId)];
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
