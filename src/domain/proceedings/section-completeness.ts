import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Problem } from '../../kernel/problem.ts';
import { type BodyRules, minutesRegulated } from '../organisation/index.ts';
import { dissentKinds } from './dissent.ts';
import { hasClauses } from './floor-proposal.ts';
import { itemOutcomes } from './item-outcome.ts';
import { type ItemProceedings, propositionStanding, resultOf } from './proceedings.ts';

/** The six things that minutes must show of every matter (KL 5:67, R-KL-52), in the order of the section. */
export const minutesPoints = {
  proposals: { sv: 'förslag och yrkanden som inte har tagits tillbaka', en: 'proposals and motions not withdrawn' },
  propositionOrder: { sv: 'ordningen för propositioner', en: 'order of propositions' },
  votes: { sv: 'omröstningar och hur de har utfallit', en: 'votes and their results' },
  decisions: { sv: 'beslut', en: 'decisions' },
  participants: {
    sv: 'vilka som har deltagit i besluten och hur de har röstat',
    en: 'who took part in the decisions and how they voted',
  },
  reservations: { sv: 'reservationer', en: 'reservations' },
} as const satisfies Record<string, Localized>;
export type MinutesPoint = keyof typeof minutesPoints;

/** What is missing of one point; `notApplicable` is a point that nothing happened under, such as votes where none was asked for. */
export type PointState = {
  readonly point: MinutesPoint;
  readonly state: 'complete' | 'missing' | 'notApplicable';
  readonly problems: readonly Problem[];
};

/**
 * What a § lacks before it can be sent to be signed. Empty where no law rules the minutes: a beredning and a chefsgrupp write what they think
 * useful. `participants` are those at the table when the item was decided, and `presentForMinority` is as for the order of propositions.
 */
export function sectionCompleteness(
  proceedings: ItemProceedings,
  facts: {
    readonly rules: BodyRules;
    readonly participants: readonly Id<'attendance'>[];
    readonly presentForMinority: number | null;
  },
): readonly PointState[] {
  const decided = proceedings.decisions.some((decision) => decision.state === 'made');
  // A sub-committee decides by delegation; then the rules of its nämnd hold for the minutes.
  if (!minutesRegulated(facts.rules, decided)) return [];
  const { outcome } = proceedings;
  if (outcome.outcome === 'notTreated' || outcome.outcome === 'withdrawn') return [];
  return [
    proposalsPoint(proceedings),
    propositionsPoint(proceedings, facts.presentForMinority),
    votesPoint(proceedings),
    decisionsPoint(proceedings),
    participantsPoint(proceedings, facts.participants),
    reservationsPoint(proceedings),
  ];
}

function point(name: MinutesPoint, happened: boolean, problems: readonly Problem[]): PointState {
  const state = problems.length > 0 ? 'missing' : happened ? 'complete' : 'notApplicable';
  return { point: name, state, problems };
}

function proposalsPoint({ proposals, decisions }: ItemProceedings): PointState {
  const live = proposals.filter((one) => !one.withdrawn);
  const problems = live.flatMap((one) => [
    ...(one.movers.length > 0 ? [] : [{ path: `proposals.${one.id}`, key: 'proceedings.noMover' }]),
    ...(hasClauses(one.kind) && one.clauses.length === 0
      ? [{ path: `proposals.${one.id}`, key: 'decision.noClause' }]
      : []),
  ]);
  return point('proposals', live.length > 0 || decisions.length > 0, problems);
}

function propositionsPoint(proceedings: ItemProceedings, presentForMinority: number | null): PointState {
  const competing = proceedings.proposals.some((one) => !one.withdrawn && one.kind !== 'approval');
  const { verdict } = propositionStanding(proceedings, presentForMinority);
  const problems = competing && !verdict ? [{ path: 'propositions', key: 'proceedings.roundsLeft' }] : [];
  return point('propositionOrder', proceedings.propositions.length > 0 || competing, problems);
}

function votesPoint({ propositions }: ItemProceedings): PointState {
  const voted = propositions.filter((one) => one.vote);
  const problems = voted
    .filter((one) => resultOf(one) === null)
    .map((one) => ({ path: `propositions.${one.id}`, key: 'proceedings.voteNotSettled' }));
  return point('votes', voted.length > 0, problems);
}

function decisionsPoint({ outcome, decisions }: ItemProceedings): PointState {
  const made = decisions.filter((decision) => decision.state === 'made');
  const problems =
    outcome.outcome === null
      ? [{ path: 'outcome', key: 'proceedings.noOutcome' }]
      : itemOutcomes[outcome.outcome].decides && made.length === 0
        ? [{ path: 'decisions', key: 'decision.noClause' }]
        : outcome.outcome === 'referredBack' && !outcome.motivation
          ? [{ path: 'motivation', key: 'proceedings.referralNeedsReason' }]
          : [];
  return point('decisions', true, problems);
}

function participantsPoint(
  { outcome, propositions }: ItemProceedings,
  participants: readonly Id<'attendance'>[],
): PointState {
  const decides = outcome.outcome !== null && outcome.outcome !== 'noted';
  const open = propositions.flatMap(({ vote }) => (vote?.ballot === 'open' ? [vote] : []));
  const problems = [
    ...(decides && participants.length === 0 ? [{ path: 'participants', key: 'proceedings.nobodyTookPart' }] : []),
    ...open.flatMap((vote) =>
      participants
        .filter((id) => !vote.casts.some((cast) => cast.attendanceId === id && cast.choice !== 'absent'))
        .map((id) => ({ path: `votes.${id}`, key: 'proceedings.choiceMissing' })),
    ),
  ];
  return point('participants', decides, problems);
}

function reservationsPoint({ dissents }: ItemProceedings): PointState {
  const own = dissents.filter((one) => one.kind === 'reservation');
  const problems = [
    ...own.flatMap((one) =>
      one.people.length > 0 ? [] : [{ path: `dissents.${one.id}`, key: 'proceedings.noPerson' }],
    ),
    // What the body has not said yes or no to can neither be printed nor left out (R-KL-37).
    ...dissents
      .filter((one) => dissentKinds[one.kind].needsGrant && one.granted === null)
      .map((one) => ({ path: `dissents.${one.id}`, key: 'proceedings.leaveNotSaid' })),
  ];
  return point('reservations', own.length > 0, problems);
}
