import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { backingOfItems, backingSentences, endorsementSentence } from '../decisions/index.ts';
import { officialsItemsOf, slidesSentence, subGroupSentence } from '../meetings/index.ts';
import type { OfficialsFacts, SectionFacts } from './minutes-facts.ts';

/** Reads what the minutes of a group of officials tell beside the proceedings, for all items at once; answers for each section when asked. */
export async function officialsFacts(
  r: Reader,
  of: { readonly bodyId: Id<'body'>; readonly day: CivilDate; readonly itemIds: readonly Id<'agendaItem'>[] },
): Promise<(section: SectionFacts) => OfficialsFacts> {
  const { stands, endorsements } = await backingOfItems(r, of);
  const items = await officialsItemsOf(r, of.itemIds);
  return ({ itemId, decisions }) => {
    const item = items.get(itemId);
    return {
      reports: (item?.reports ?? []).map(subGroupSentence),
      slides: item?.slidesIn ? slidesSentence(item.slidesIn) : null,
      endorsements: decisions.flatMap(({ id }) => (endorsements.get(id) ?? []).map(endorsementSentence)),
      backing: decisions.map(({ id }) => ({ decisionId: id, sentences: backingSentences(stands.get(id) ?? []) })),
    };
  };
}
