import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Problem } from '../../kernel/problem.ts';
import { type BodyRules, statementStanding } from '../organisation/index.ts';

/**
 * How someone shows another mind than the body's. A reservation is a right of who took part in the decision (KL 4:27); a note to the minutes
 * and a special statement are granted by the body (R-KL-37); a deputy who does not serve has a say only where the reglemente gives it (KL 6:17).
 */
export const dissentKinds = {
  reservation: { sv: 'reservation', en: 'reservation', needsGrant: false },
  minutesNote: { sv: 'protokollsanteckning', en: 'note to the minutes', needsGrant: true },
  specialStatement: { sv: 'särskilt yttrande', en: 'special statement', needsGrant: true },
  deputyOpinion: { sv: 'ersättares mening', en: 'deputy’s opinion', needsGrant: false },
} as const satisfies Record<string, Localized & { readonly needsGrant: boolean }>;
export type DissentKind = keyof typeof dissentKinds;

export type Dissent = {
  readonly id: Id<'dissent'>;
  readonly version: number;
  readonly kind: DissentKind;
  readonly people: readonly Id<'attendance'>[];
  /** Clock time at which it was announced. */
  readonly announcedAt: string;
  /** Whether the body let it into the minutes; null for what is a right, and while the body has not said. */
  readonly granted: boolean | null;
  /** What they wrote; null when it was only announced. */
  readonly statement: string | null;
  /** The last day to hand in the text. */
  readonly statementDue: CivilDate | null;
};

/** What the rules look at when someone dissents. */
export type DissentFacts = {
  readonly rules: BodyRules;
  /** The meeting is not closed: a reservation is announced before it ends (KL 4:27, R-KL-36). */
  readonly underWay: boolean;
  /** The body has come to an outcome in the item. */
  readonly decided: boolean;
  readonly tookPart: readonly Id<'attendance'>[];
  /** Deputies who are present without serving. */
  readonly idleDeputies: readonly Id<'attendance'>[];
};

export type DissentFields = { readonly kind: DissentKind; readonly people: readonly Id<'attendance'>[] };

/** What stands in the way of a dissent. Where no law gives a right to reserve, another mind is noted with the body's leave. */
export function dissentProblems({ kind, people }: DissentFields, facts: DissentFacts): readonly Problem[] {
  if (!(kind in dissentKinds)) return [{ path: 'kind', key: 'validation.choose' }];
  const { rules } = facts;
  return [
    ...(people.length > 0 ? [] : [{ path: 'people', key: 'proceedings.noPerson' }]),
    ...(kind === 'reservation' ? reservationProblems(people, facts) : []),
    ...(kind === 'deputyOpinion' && !rules.deputyMayRecordOpinion
      ? [{ path: 'kind', key: 'proceedings.noDeputyOpinion' }]
      : []),
    ...(kind === 'deputyOpinion'
      ? people.flatMap((one, index) =>
          facts.idleDeputies.includes(one) ? [] : [{ path: `people.${index}`, key: 'proceedings.notIdleDeputy' }],
        )
      : []),
  ];
}

function reservationProblems(people: readonly Id<'attendance'>[], facts: DissentFacts): readonly Problem[] {
  if (statementStanding(facts.rules, 'reservation') !== 'right')
    return [{ path: 'kind', key: 'proceedings.noReservations' }];
  return [
    ...(facts.decided ? [] : [{ path: 'kind', key: 'proceedings.nothingDecided' }]),
    ...(facts.underWay ? [] : [{ path: 'kind', key: 'proceedings.meetingEnded' }]),
    ...people.flatMap((one, index) =>
      facts.tookPart.includes(one) ? [] : [{ path: `people.${index}`, key: 'proceedings.tookNoPart' }],
    ),
  ];
}

/** Whether minutes print the dissent: a right always, a granted one when the body said yes. */
export function isPrinted({ kind, granted }: Pick<Dissent, 'kind' | 'granted'>): boolean {
  return !dissentKinds[kind].needsGrant || granted === true;
}
