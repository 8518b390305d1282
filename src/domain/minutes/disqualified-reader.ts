import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { disqualificationGrounds, listDisqualifications, staysAway } from '../attendance/index.ts';
import type { SectionFacts } from './minutes-facts.ts';

/** Who stayed away from each item because of disqualification, with the ground as the law words it (KL 6:28, R-KL-24). */
export async function disqualifiedOf(
  r: Reader,
  meetingId: Id<'meeting'>,
): Promise<ReadonlyMap<string, SectionFacts['disqualified']>> {
  const found = new Map<string, SectionFacts['disqualified']>();
  for (const one of await listDisqualifications(r, meetingId)) {
    if (!staysAway(one)) continue;
    const line = { name: one.name, ground: disqualificationGrounds[one.ground].sv };
    found.set(one.itemId, [...(found.get(one.itemId) ?? []), line]);
  }
  return found;
}
