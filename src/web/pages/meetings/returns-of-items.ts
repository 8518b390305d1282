import { decisionsOfItems } from '../../../domain/decisions/index.ts';
import { listReturnLinks } from '../../../domain/execution/index.ts';
import { getReturnToSend, type ReturnToSend } from '../../../domain/returns/index.ts';
import type { Reader } from '../../contracts.ts';

/**
 * The returns to the state among the papers of items, by item: as it stands where its approval is proposed, and as it was frozen where a decision of
 * the item approved it.
 */
export async function returnsOfItems(
  r: Reader,
  itemIds: readonly string[],
  publicUrl: string,
): Promise<ReadonlyMap<string, readonly ReturnToSend[]>> {
  const decisions = await decisionsOfItems(r, itemIds);
  const links = await listReturnLinks(
    r,
    decisions.map(({ id }) => id),
  );
  const found = new Map<string, readonly ReturnToSend[]>();
  for (const { decisionId, reportId } of links) {
    const decision = decisions.find(({ id }) => id === decisionId);
    if (!decision?.item) continue;
    const one = await getReturnToSend(r, reportId, publicUrl);
    if (decision.state !== 'proposed' && one.approval?.decisionId !== decisionId) continue;
    found.set(decision.item.id, [...(found.get(decision.item.id) ?? []), one]);
  }
  return found;
}
