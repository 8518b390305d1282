import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { type Attendance, listAttendance } from '../attendance/index.ts';
import type { BesideDecision } from '../decisions/index.ts';
import { getAgendaItem } from '../meetings/index.ts';
import {
  dissentSentence,
  isPrinted,
  proceedingsOf,
  type RecordedVote,
  resultOf,
  type VoteChoice,
  voteSettledSentence,
  votingQuestion,
} from '../proceedings/index.ts';
import type { PublishedVote } from '../published/index.ts';

/** How votes fell in an item and who reserved, as the adjusted minutes tell it: with names where the vote was open, and never for a secret ballot. */
export async function votesOfItem(r: Reader, itemId: Id<'agendaItem'>): Promise<BesideDecision> {
  const proceedings = await proceedingsOf(r, itemId);
  const asked = proceedings.propositions.flatMap((one) => (one.vote?.count ? [{ ...one, vote: one.vote }] : []));
  if (asked.length === 0 && proceedings.dissents.length === 0) return { votes: [], reservations: [] };
  const people = await listAttendance(r, (await getAgendaItem(r, itemId)).meetingId);
  return {
    votes: asked.map((one): PublishedVote => {
      const result = resultOf(one) === 'yes' ? 'ja' : 'nej';
      const settled = voteSettledSentence(one.vote);
      return {
        question: votingQuestion({ yes: one.yesMeans, no: one.noMeans }),
        counts: countsOf(one.vote),
        votes: one.vote.ballot === 'open' ? namedVotes(one.vote, people) : [],
        outcome: `Utfallet blev ${result}.${settled ? ` ${settled}` : ''}`,
      };
    }),
    reservations: proceedings.dissents.filter(isPrinted).map((dissent) => dissentSentence(dissent, proceedings.people)),
  };
}

/** Who does not take part in the decision is told as absent from the vote: the open data know no fifth answer. */
const optionOf = {
  yes: 'yes',
  no: 'no',
  abstain: 'abstain',
  absent: 'absent',
  notParticipating: 'absent',
} as const satisfies Record<VoteChoice, PublishedVote['counts'][number]['option']>;

function countsOf({ count, casts }: RecordedVote): PublishedVote['counts'] {
  const absent = casts.filter(({ choice }) => optionOf[choice] === 'absent').length;
  const all = { ...(count ?? { yes: 0, no: 0, abstain: 0 }), absent };
  return (['yes', 'no', 'abstain', 'absent'] as const)
    .map((option) => ({ option, count: all[option] }))
    .filter(({ option, count: many }) => many > 0 || option === 'yes' || option === 'no');
}

function namedVotes({ casts }: RecordedVote, people: readonly Attendance[]): PublishedVote['votes'] {
  return casts.flatMap(({ attendanceId, choice }) => {
    const who = people.find(({ id }) => id === attendanceId);
    if (!who?.personId) return [];
    return [{ personId: who.personId, name: who.name, party: who.party, option: optionOf[choice] }];
  });
}
