import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { BodyRules } from './body-rules.ts';
import { partyDesignation } from './party.ts';

/** From whom deputies for the seats of one party are called when its own are not enough, in order; after the last of them anybody (KL 6:16–17). */
export type PartyOrder = { readonly party: string; readonly fallsBackOn: readonly string[] };

/** The whole order of a body (inkallelseordning) during a time, with the document that says it (R-KL-20). */
export type SubstitutionOrder = {
  readonly orders: readonly PartyOrder[];
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
  readonly source: string | null;
};

/** Why a deputy is proposed for a seat. */
export const substitutionReasons = {
  servesAlready: { sv: 'tjänstgör redan på platsen', en: 'serves on the seat already' },
  ownParty: { sv: 'samma parti, närmast i tur', en: 'same party, next in turn' },
  alliedParty: { sv: 'parti i inkallelseordningen', en: 'a party of the substitution order' },
  anyParty: { sv: 'närmast i tur av övriga', en: 'next in turn of the others' },
  listed: { sv: 'närmast i tur på listan', en: 'next in turn on the list' },
} as const satisfies Record<string, Localized>;
export type SubstitutionReason = keyof typeof substitutionReasons;

/** A member's seat whose own person is not there; a vacant seat is one, too. */
export type AbsentSeat = { readonly seatId: string; readonly party: string | null };

/** A deputy who is there, with the place in the list, and the seat on which he or she serves already. */
export type AvailableDeputy = {
  readonly deputyId: string;
  readonly party: string | null;
  readonly order: number;
  readonly servesOn?: string | null;
};

/** Which deputy serves on an absent member's seat and why; nobody when the deputies are not enough. */
export type ProposedDeputy = { readonly seatId: string } & (
  | { readonly deputyId: string; readonly reason: SubstitutionReason }
  | { readonly deputyId: null; readonly reason: null }
);

export type SubstitutionInput = {
  readonly absentSeats: readonly AbsentSeat[];
  readonly deputies: readonly AvailableDeputy[];
  readonly orders: readonly PartyOrder[];
};

/**
 * Which deputies serve on the seats of absent members (R-KL-20, KL 6:16–17). Who serves already stays (R-KL-21). Then every seat is offered the
 * deputies of its own party, then those of the first party it falls back on, the second and so on, and last whoever is left; within a party the
 * order of the list counts. Each step is taken for all seats before the next, so that no seat takes from another what is closer to it.
 *
 * Example: S and M lack one member each, and one S and one C deputy are there. S gets its own; M, which falls back on KD and C, gets the C deputy.
 *
 * The secretary confirms; nothing is called in by this alone.
 */
export function proposeDeputies(
  { absentSeats, deputies, orders }: SubstitutionInput,
  rules: Pick<BodyRules, 'deputiesServe' | 'serving'>,
): readonly ProposedDeputy[] {
  const taken = new Map<string, { readonly deputyId: string; readonly reason: SubstitutionReason }>();
  const free = new Map([...deputies].sort((a, b) => a.order - b.order).map((one) => [one.deputyId, one]));
  const take = (seatId: string, reason: SubstitutionReason, fits: (deputy: AvailableDeputy) => boolean) => {
    if (taken.has(seatId)) return;
    const deputy = [...free.values()].find(fits);
    if (!deputy) return;
    free.delete(deputy.deputyId);
    taken.set(seatId, { deputyId: deputy.deputyId, reason });
  };
  const offer = (reason: SubstitutionReason, fits: (seat: AbsentSeat, deputy: AvailableDeputy) => boolean) => {
    for (const seat of absentSeats) take(seat.seatId, reason, (deputy) => fits(seat, deputy));
  };

  if (rules.deputiesServe !== 'no') {
    if (rules.serving.keepsPrecedence) offer('servesAlready', (seat, deputy) => deputy.servesOn === seat.seatId);
    if (rules.deputiesServe === 'byParty') {
      offer('ownParty', (seat, deputy) => seat.party !== null && deputy.party === seat.party);
      const fallback = new Map(orders.map((one) => [one.party, one.fallsBackOn]));
      const steps = Math.max(0, ...orders.map((one) => one.fallsBackOn.length));
      for (let step = 0; step < steps; step += 1)
        offer('alliedParty', (seat, deputy) => {
          const ally = fallback.get(seat.party ?? '')?.[step];
          return ally !== undefined && deputy.party === ally;
        });
    }
    offer(rules.deputiesServe === 'asListed' ? 'listed' : 'anyParty', () => true);
  }
  return absentSeats.map(({ seatId }) => ({ seatId, ...(taken.get(seatId) ?? { deputyId: null, reason: null }) }));
}

/** What is wrong with an order before it is kept: a party that is no designation, named twice, or falling back on itself. */
export function substitutionProblems(orders: readonly PartyOrder[]): readonly Problem[] {
  const seen = new Set<string>();
  return orders.flatMap(({ party, fallsBackOn }, row) => {
    const path = `orders.${row}`;
    const problems: Problem[] = [];
    if (partyDesignation(party) === undefined) problems.push({ path, key: 'seat.party' });
    if (seen.has(party)) problems.push({ path, key: 'substitution.partyTwice', values: { party } });
    seen.add(party);
    const wrong = fallsBackOn.find((one) => partyDesignation(one) === undefined);
    if (wrong !== undefined) problems.push({ path, key: 'substitution.party', values: { written: wrong } });
    if (fallsBackOn.includes(party)) problems.push({ path, key: 'substitution.itself', values: { party } });
    if (new Set(fallsBackOn).size < fallsBackOn.length)
      problems.push({ path, key: 'substitution.fallbackTwice', values: { party } });
    return problems;
  });
}
