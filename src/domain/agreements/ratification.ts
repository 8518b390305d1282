import type { CivilDate } from '../../kernel/civil-date.ts';
import type { AgreementParty, Ratification } from './agreement.ts';

/** Whether all who must decide have said yes, each on record: a claim alone never makes it so. */
export function allHaveDecided({ asked, approved }: Pick<Ratification, 'asked' | 'approved'>): boolean {
  return asked > 0 && approved === asked;
}

/** The parties that the agreement waits for. */
export function waitingParties(parties: readonly AgreementParty[]): readonly AgreementParty[] {
  return parties.filter(({ decides, decision }) => decides && decision === null);
}

/** The day on which the last of them decided, when all have and every day is known: the first day of what begins when all have decided. */
export function lastDecisionDay(parties: readonly AgreementParty[]): CivilDate | undefined {
  const days = parties.filter(({ decides }) => decides).map(({ decision }) => decision?.decidedOn ?? undefined);
  if (days.length === 0 || days.includes(undefined)) return undefined;
  return days.toSorted().at(-1);
}

/** How the decisions of parties sum up. */
export function ratificationOf(parties: readonly AgreementParty[], told: Ratification['told'] = null): Ratification {
  const deciding = parties.filter(({ decides }) => decides);
  const count = (some: readonly AgreementParty[]) => some.reduce((sum, { members }) => sum + members, 0);
  const yes = deciding.filter(({ decision }) => decision !== null && decision.outcome !== 'declined');
  return {
    asked: count(deciding),
    approved: count(yes),
    declined: count(deciding.filter(({ decision }) => decision?.outcome === 'declined')),
    claimed: count(yes.filter(({ decision }) => decision?.basis === 'claimed')),
    told,
  };
}
