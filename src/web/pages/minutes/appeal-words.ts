import { getMatter } from '../../../domain/matters/index.ts';
import { getAgendaItem } from '../../../domain/meetings/index.ts';
import { composeMinutes } from '../../../domain/minutes/index.ts';
import {
  appealInstruction,
  appealKindOf,
  boardDutyOf,
  listNotices,
  mustAnnounce,
} from '../../../domain/notices/index.ts';
import type { Reader } from '../../contracts.ts';
import { longDay } from './long-day.ts';

/** The court in which decisions of an authority are tried, as long as the register does not know which one. */
export const court = 'förvaltningsrätten';

/** How the decision of one § is appealed, in words for its extract: by the law of its matter, or not at all (R-KL-58, R-FL-5). */
export async function appealOf(r: Reader, minutesId: string, itemId: string): Promise<readonly string[]> {
  const { facts, rules, minutes } = await composeMinutes(r, minutesId);
  const section = facts.sections.find((one) => one.itemId === itemId);
  const made = section?.decisions.some((one) => one.made) ?? false;
  const { matter } = await getAgendaItem(r, itemId);
  const proceduralLaw = matter ? (await getMatter(r, matter.id)).proceduralLaw : 'kommunallagen';
  const kind = appealKindOf(rules, {
    proceduralLaw,
    preparatory: !made,
    byDelegation: mustAnnounce(boardDutyOf(rules, { decided: made })),
  });
  const adjustment = minutes.adjustments.find(({ itemIds }) => itemIds.includes(itemId));
  const [notice] = adjustment ? await listNotices(r, { adjustmentIds: [adjustment.id] }) : [];
  return appealInstruction(kind, {
    authority: facts.authority,
    body: facts.body,
    court,
    lastDay: notice?.appealLast ? longDay(notice.appealLast) : null,
    address: notice?.availableAt ?? facts.authority,
  });
}
