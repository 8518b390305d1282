import {
  type BodyRules,
  type PartyOrder,
  type ProposedDeputy,
  proposeDeputies,
  quorumOf,
  quorumRuleOf,
  type Seat,
} from '../organisation/index.ts';
import { isLiveRequest } from './absence-request-transitions.ts';
import type { ServingRequest, Summons } from './summons.ts';

/** A member's seat before the meeting: who holds it, what they answered, and who serves there instead. */
export type ForecastSeat = {
  readonly seat: Seat;
  readonly summons: Summons | undefined;
  /** Nobody comes to the seat: it is vacant, or its member has said so. */
  readonly absent: boolean;
  /** The deputy who was asked and has not said no. */
  readonly asked: { readonly deputy: Summons; readonly request: ServingRequest } | null;
  /** Whom the order of service would call in, while nobody is asked (R-KL-20). */
  readonly proposed: { readonly deputy: Summons; readonly reason: NonNullable<ProposedDeputy['reason']> } | null;
};

/** Whether a body will be able to decide, as far as the answers tell. */
export type QuorumForecast = {
  readonly seats: number;
  readonly needed: number;
  /** Members who come and deputies who serve. */
  readonly certain: number;
  /** Members who have not answered, and deputies who have been asked and not answered. */
  readonly open: number;
  readonly outlook: 'reached' | 'open' | 'short';
};

export type Forecast = { readonly seats: readonly ForecastSeat[]; readonly quorum: QuorumForecast | null };

export type ForecastInput = {
  /** The seats of one body on the day. */
  readonly seats: readonly Seat[];
  readonly summonses: readonly Summons[];
  readonly orders: readonly PartyOrder[];
  readonly rules: BodyRules;
};

/**
 * Who will sit on each seat, who would serve where nobody does, and whether that is enough. The order of service proposes (R-KL-20, KL 6:16–17); the
 * secretary asks and confirms. Where no quorum is required (a chefsgrupp) there is none to foresee (R-KL-23).
 */
export function attendanceForecast({ seats, summonses, orders, rules }: ForecastInput): Forecast {
  const listed = summonses.filter(({ listed }) => listed);
  const bySeat = new Map(seats.map((seat) => [seat.id as string, listed.find((one) => holds(one, seat))]));
  const live = new Map(
    summonses.flatMap((deputy) =>
      deputy.requests
        .filter(({ state }) => isLiveRequest(state))
        .map((request) => [request.seatId as string, { deputy, request }] as const),
    ),
  );
  const members = seats.filter(({ kind }) => kind === 'member');
  const isAbsent = (seat: Seat) => seat.personId === null || bySeat.get(seat.id)?.answer?.code === 'cannotCome';
  const absent = members.filter((seat) => isAbsent(seat) && !live.has(seat.id));
  const deputies = seats.flatMap((seat) => {
    const summons = seat.kind === 'deputy' ? bySeat.get(seat.id) : undefined;
    return summons && mayBeAsked(summons) ? [{ seat, summons }] : [];
  });
  const proposals = proposeDeputies(
    {
      absentSeats: absent.map(({ id, party }) => ({ seatId: id, party })),
      deputies: deputies.map(({ seat, summons }) => ({ deputyId: summons.id, party: seat.party, order: seat.order })),
      orders,
    },
    rules,
  );
  const forecast = members.map((seat): ForecastSeat => {
    const proposal = proposals.find(({ seatId }) => seatId === seat.id);
    const deputy = deputies.find(({ summons }) => summons.id === proposal?.deputyId)?.summons;
    return {
      seat,
      summons: bySeat.get(seat.id),
      absent: isAbsent(seat),
      asked: live.get(seat.id) ?? null,
      proposed: deputy && proposal?.reason ? { deputy, reason: proposal.reason } : null,
    };
  });
  return { seats: forecast, quorum: quorumRuleOf(rules).needed ? quorumForecast(forecast, seats) : null };
}

/** A deputy can be asked who is free and has not said no: to the meeting, or to a seat at it. */
function mayBeAsked({ answer, requests }: Summons): boolean {
  return answer?.code !== 'cannotCome' && requests.every(({ state }) => state === 'withdrawn');
}

function holds(summons: Summons, seat: Seat): boolean {
  if (seat.personId === null) return false;
  return summons.personId ? summons.personId === seat.personId : summons.seatId === seat.id;
}

function quorumForecast(forecast: readonly ForecastSeat[], seats: readonly Seat[]): QuorumForecast {
  const { seats: count, needed } = quorumOf(seats);
  const certain = forecast.filter(({ absent, summons, asked }) =>
    absent ? asked?.request.state === 'accepted' : summons?.answer != null,
  ).length;
  const open = forecast.filter(({ absent, summons, asked }) =>
    absent ? asked?.request.state === 'asked' : summons?.answer == null,
  ).length;
  const outlook = certain >= needed ? 'reached' : certain + open >= needed ? 'open' : 'short';
  return { seats: count, needed, certain, open, outlook };
}
