import { disqualifiedItemsOf } from '../../../domain/attendance/index.ts';
import { type AgendaContent, getNoticeFacts, type NoticeVersion } from '../../../domain/meetings/index.ts';
import type { Reader } from '../../contracts.ts';

/** A notice with the items of which who reads it sees the heading alone. */
export type SeenNotice = NoticeVersion & { readonly kept: ReadonlySet<string> };

/**
 * What a notice says to the one who reads it: whoever is disqualified from an item sees that it is there and nothing of what it is about
 * (R-KL-24). Deny wins, also over a notice that was sent before the question arose.
 */
export async function seenNotice(
  r: Reader,
  meetingId: string,
  version: Parameters<typeof getNoticeFacts>[2],
): Promise<SeenNotice> {
  const facts = await getNoticeFacts(r, meetingId, version);
  const kept = new Set<string>(await disqualifiedItemsOf(r, r.auth.accountId, meetingId));
  return { ...facts, kept, content: without(facts.content, kept), before: facts.before && without(facts.before, kept) };
}

const keptSentence = 'Punktens handlingar visas inte för dig, eftersom du är jävig.';

function without(content: AgendaContent, kept: ReadonlySet<string>): AgendaContent {
  const items = content.items.map((item) =>
    kept.has(item.id)
      ? { ...item, summary: keptSentence, presenters: [], proposals: [], documents: [], memo: null }
      : item,
  );
  return { ...content, items };
}
