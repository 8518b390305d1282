import { type CivilDate, yearOf } from '../../kernel/civil-date.ts';
import type { Localized } from '../../kernel/language.ts';
import { oreOf } from '../../kernel/ore.ts';
import type { Commission } from './commission.ts';
import { countedParts, yearsOf } from './division.ts';

type Fault = {
  readonly label: Localized;
  /** What to do about it, in one sentence. */
  readonly remedy: Localized;
  readonly holds: (commission: Judged, today: CivilDate) => boolean;
};

/** What of a commission its faults are judged by. */
export type Judged = Pick<
  Commission,
  'fte' | 'parts' | 'from' | 'to' | 'endedOn' | 'fund' | 'fundRecord' | 'decided' | 'extends' | 'extendedBy'
>;

/**
 * What a commission ought to say and does not: joint decisions name their source and their split (J-16), money is of a year, posts have a payer. A fault
 * stops nobody, because the paper said no more; it is shown with what to do.
 */
export const commissionFaults = {
  noFund: {
    label: { sv: 'ingen finansiering angiven', en: 'no source of money' },
    remedy: {
      sv: 'Ta reda på vilka medel som betalar och välj fonden.',
      en: 'Find out which money pays for it, and choose the fund.',
    },
    holds: (one) => costs(one) && !one.fund && !one.fundRecord,
  },
  unknownFund: {
    label: { sv: 'fonden finns inte i registret', en: 'the fund is not in the register' },
    remedy: {
      sv: 'Lägg upp fonden, eller lägg till namnet hos en fond som finns.',
      en: 'Enter the fund, or add the name to one that is there.',
    },
    holds: (one) => Boolean(one.fund) && !one.fundRecord,
  },
  noSplit: {
    label: { sv: 'fördelning mellan betalare saknas', en: 'no division between payers' },
    remedy: {
      sv: 'Skriv vad var och en av huvudmännen betalar, eller att en betalar allt.',
      en: 'Write what each principal pays, or that one of them pays everything.',
    },
    holds: (one) => {
      const money = sek(one);
      return money.length > 0 && money.every(({ payer }) => !payer);
    },
  },
  splitDiffers: {
    label: { sv: 'delarna blir inte summan', en: 'the parts do not make the sum' },
    remedy: {
      sv: 'Jämför med beslutet och rätta beloppet eller delarna.',
      en: 'Compare with the decision, and correct the amount or the parts.',
    },
    holds: (one) => moneyDiffers(one) || postsDiffer(one),
  },
  periodUnknown: {
    label: { sv: 'perioden är inte angiven', en: 'the period is not stated' },
    remedy: {
      sv: 'Skriv första och sista dagen.',
      en: 'Write the first and the last day.',
    },
    holds: ({ from, to }) => !from || !to,
  },
  postsWithoutPayer: {
    label: { sv: 'tjänst utan betalare', en: 'posts without a payer' },
    remedy: {
      sv: 'Skriv vem som betalar tjänsten: i pengar, eller som del av tjänsten.',
      en: 'Write who pays for the post: in money, or as a part of the post.',
    },
    holds: (one) => one.fte !== null && !one.parts.some(({ payer }) => payer),
  },
  moneyWithoutYear: {
    label: { sv: 'pengar utan år', en: 'money without a year' },
    remedy: {
      sv: 'Skriv perioden, eller året på varje belopp. Till dess räknas de inte till något år.',
      en: 'Write the period, or the year of each amount. Until then they count to no year.',
    },
    holds: (one) => yearsOf({ ...one, endedOn: null }).length === 0 && sek(one).some(({ year }) => year === null),
  },
  yearsUndivided: {
    label: { sv: 'flera år utan fördelning', en: 'several years without division' },
    remedy: {
      sv: 'Dela upp beloppen på år. Till dess är de fördelade efter antal dagar.',
      en: 'Divide the amounts by year. Until then they are divided by days.',
    },
    holds: (one) => yearsOf({ ...one, endedOn: null }).length > 1 && sek(one).some(({ year }) => year === null),
  },
  overlaps: {
    label: { sv: 'två beslut om samma tid', en: 'two decisions about the same time' },
    remedy: {
      sv: 'Avsluta den tidigare beställningen, eller ändra första dagen på förlängningen.',
      en: 'End the earlier commission, or change the first day of its extension.',
    },
    holds: (one) =>
      overlap(one.extends?.lastDay, one.from) || overlap(one.endedOn ?? one.to, one.extendedBy?.from ?? null),
  },
  notDecided: {
    label: { sv: 'perioden har börjat utan beslut', en: 'begun without a decision' },
    remedy: {
      sv: 'Ta upp frågan till beslut, eller registrera beslutet om det finns.',
      en: 'Bring it up for decision, or record the decision if there is one.',
    },
    holds: (one, today) => !one.decided && !one.endedOn && one.from !== null && one.from <= today,
  },
} as const satisfies Record<string, Fault>;
export type CommissionFault = keyof typeof commissionFaults;
export const commissionFaultCodes = Object.keys(commissionFaults) as readonly CommissionFault[];

/** The faults of a commission, in the order of the table. */
export function faultsOf(commission: Judged, today: CivilDate): readonly CommissionFault[] {
  return commissionFaultCodes.filter((code) => commissionFaults[code].holds(commission, today));
}

/** Whether a fault asks for action now: what ended years ago is shown on its page and lies in nobody's list of work. */
export function isCurrent({ to, endedOn }: Pick<Commission, 'to' | 'endedOn'>, today: CivilDate): boolean {
  const last = endedOn ?? to;
  return !last || yearOf(last) >= yearOf(today);
}

function costs(one: Judged): boolean {
  return one.fte !== null || one.parts.length > 0;
}

function sek({ parts }: Judged) {
  return parts.filter(({ money }) => money?.currency === 'SEK');
}

/** A sum that is named beside its parts and is not what they come to; a sum named twice is not judged. */
function moneyDiffers(one: Judged): boolean {
  const named = sek(one).filter(({ payer }) => !payer);
  const split = sek(one).filter(({ payer }) => payer);
  const sum = (all: typeof named) => all.reduce((ore, { money }) => ore + oreOf(money!.value), 0);
  return named.length === 1 && split.length > 0 && sum(named) !== sum(split);
}

function postsDiffer(one: Judged): boolean {
  const split = countedParts(one).filter(({ fte, payer }) => fte !== null && payer);
  // Posts that are told year by year are compared with those of the year that has most.
  const years = Map.groupBy(split, ({ year }) => year);
  const sums = [...years.values()].map((all) => all.reduce((sum, { fte }) => sum + Math.round(fte! * 100), 0));
  return one.fte !== null && sums.length > 0 && Math.max(...sums) !== Math.round(one.fte * 100);
}

function overlap(last: CivilDate | null | undefined, next: CivilDate | null): boolean {
  return Boolean(last && next && next <= last);
}
