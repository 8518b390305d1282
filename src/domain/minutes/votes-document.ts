import { type Block, heading, paragraph, text } from '../../documents/tree/index.ts';
import type { PropositionFacts, VoteFacts } from './minutes-facts.ts';

/** How the questions were put, round by round, and each vote with its names and figures (KL 5:67 points 2, 3 and 5). */
export function propositionBlocks(propositions: readonly PropositionFacts[]): readonly Block[] {
  if (propositions.length === 0) return [];
  return [
    heading(3, 'Propositionsordning'),
    ...propositions.flatMap((one) => [
      ...(one.orderText ? [paragraph(one.orderText)] : []),
      paragraph(`Ja för: ${one.yesMeans}.${one.noMeans ? ` Nej för: ${one.noMeans}.` : ''}`),
      ...(one.chairFinding ? [paragraph(one.chairFinding)] : []),
      ...(one.vote ? voteBlocks(one.vote) : []),
    ]),
  ];
}

function voteBlocks(vote: VoteFacts): readonly Block[] {
  const figures = [
    vote.yes === null ? null : `${vote.yes} ja`,
    vote.no === null ? null : `${vote.no} nej`,
    vote.abstain ? `${vote.abstain} avstår` : null,
  ].filter((part) => part);
  return [
    heading(4, 'Omröstning'),
    ...(vote.secret ? [paragraph('Omröstningen var sluten.')] : []),
    ...(vote.casts.length > 0
      ? [
          {
            kind: 'table' as const,
            caption: 'Så röstade var och en',
            header: [[text('Namn')], [text('Parti')], [text('Röst')]],
            rows: vote.casts.map(({ name, party, choice }) => [[text(name)], [text(party ?? '–')], [text(choice)]]),
            rowHeader: true,
          },
        ]
      : []),
    paragraph(
      [figures.length > 0 ? `Resultat: ${figures.join(', ')}.` : null, vote.result].filter((part) => part).join(' '),
    ),
  ];
}
