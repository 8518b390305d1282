import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import { sectionLabel } from './contents-document.ts';
import type { MinutesFacts, SectionFacts } from './minutes-facts.ts';

/** What a § can miss of that which kommunallagen 5:67 wants in minutes (R-KL-52), as the document that would be signed shows it. */
export const missingPoints = {
  decision: { sv: 'beslutet eller vad som blev av ärendet', en: 'the decision, or what became of the matter' },
  propositionOrder: { sv: 'hur förslagen ställdes', en: 'how the proposals were put' },
  voteResult: { sv: 'omröstningens resultat', en: 'the result of the vote' },
  voters: { sv: 'hur var och en röstade', en: 'how each one voted' },
  participants: { sv: 'vilka som deltog i besluten', en: 'who took part in the decisions' },
} as const satisfies Record<string, Localized>;
export type MissingPointCode = keyof typeof missingPoints;

/** One thing that is missing, in one § (or in the minutes as a whole, where `itemId` is null). */
export type MissingPoint = {
  readonly itemId: Id<'agendaItem'> | null;
  readonly section: string | null;
  readonly point: MissingPointCode;
};

/** Everything that is missing, § by §. Whether it must be there before signing is the rule of the body (`minutesRegulated`). */
export function missingIn(facts: MinutesFacts): readonly MissingPoint[] {
  const { members, servingDeputies, principals } = facts.attendance;
  const anybody = facts.form === 'officials' ? principals.length > 0 : members.length + servingDeputies.length > 0;
  return [
    ...(anybody ? [] : [{ itemId: null, section: null, point: 'participants' as const }]),
    ...facts.sections.flatMap((section) =>
      missingInSection(section).map((point) => ({ itemId: section.itemId, section: sectionLabel(section), point })),
    ),
  ];
}

function missingInSection(section: SectionFacts): readonly MissingPointCode[] {
  const votes = section.propositions.flatMap(({ vote }) => (vote ? [vote] : []));
  const moved = section.proposals.filter(({ withdrawn }) => !withdrawn);
  return [
    ...(section.decisions.some(({ made }) => made) || section.outcome ? [] : ['decision' as const]),
    ...(moved.length > 1 && section.propositions.length === 0 ? ['propositionOrder' as const] : []),
    ...(votes.some(({ result }) => result === null) ? ['voteResult' as const] : []),
    ...(votes.some(({ secret, casts }) => !secret && casts.length === 0) ? ['voters' as const] : []),
  ];
}
