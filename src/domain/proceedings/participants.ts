import type { Id } from '../../kernel/id.ts';
import type { ItemProceedings } from './proceedings.ts';
import type { PresentVoter } from './vote.ts';

/**
 * Who took part in the decision of an item (KL 4:27, 5:67 p. 5): those at the table when it was made, but for those who said in a vote that they
 * take no part in it. Who abstains from voting takes part all the same.
 */
export function tookPart(
  proceedings: Pick<ItemProceedings, 'propositions'>,
  voters: readonly PresentVoter[],
): readonly Id<'attendance'>[] {
  const aside = new Set(
    proceedings.propositions.flatMap(
      ({ vote }) =>
        vote?.casts.filter((cast) => cast.choice === 'notParticipating').map((cast) => cast.attendanceId) ?? [],
    ),
  );
  return voters.map((voter) => voter.attendanceId).filter((id) => !aside.has(id));
}
