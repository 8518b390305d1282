import { addDays, addMonths, type CivilDate } from '../../kernel/civil-date.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Agreement, AgreementTerm } from './agreement.ts';
import { lastNoticeDay } from './notice-day.ts';

/** What an agreement is on a day: its state and its term together, for those who ask whether it holds. */
export const agreementPhases = {
  proposed: { sv: 'föreslagen', en: 'proposed' },
  out: { sv: 'ute för beslut', en: 'out for decision' },
  declined: { sv: 'inte antagen', en: 'not adopted' },
  coming: { sv: 'har inte börjat', en: 'has not begun' },
  running: { sv: 'gäller', en: 'in force' },
  ending: { sv: 'uppsagd, gäller än', en: 'notice given, still in force' },
  ranOut: { sv: 'har löpt ut', en: 'has ended' },
  lapsed: { sv: 'löpt ut, förnyelse avvaktas', en: 'lapsed, renewal awaited' },
  ended: { sv: 'upphörd', en: 'ended' },
  replaced: { sv: 'ersatt', en: 'replaced' },
} as const satisfies Record<string, Localized>;
export type AgreementPhase = keyof typeof agreementPhases;
export const agreementPhaseCodes = Object.keys(agreementPhases) as readonly AgreementPhase[];

type Held = AgreementTerm & Pick<Agreement, 'state' | 'notice'>;

/** What the agreement is on a day. That a term ran out is told here, without anybody having to say so. */
export function agreementPhase(agreement: Held, today: CivilDate): AgreementPhase {
  const { state, from } = agreement;
  switch (state) {
    case 'draft':
      return 'proposed';
    case 'decided':
    case 'noticeGiven': {
      const end = endOfTerm(agreement, today);
      if (end !== null && end < today) return state === 'noticeGiven' ? 'ended' : 'ranOut';
      if (from !== null && from > today) return 'coming';
      return state === 'noticeGiven' ? 'ending' : 'running';
    }
    default:
      return state;
  }
}

/**
 * The last day of the agreement as it stands on a day: the end of its notice, or of its term, prolonged as often as nobody gave notice in time. Null
 * when it runs until further notice.
 */
export function endOfTerm(agreement: Held, today: CivilDate): CivilDate | null {
  const { state, notice, to, renewMonths } = agreement;
  if (state === 'noticeGiven' && notice) return notice.endsOn;
  if (to === null || !renewMonths || state !== 'decided') return to;
  let end = to;
  for (let times = 1; tooLateToStop({ ...agreement, to: end }, today); times += 1)
    end = monthsAfter(to, times * renewMonths);
  return end;
}

/** A term that is prolonged by itself can be stopped until its last day of notice, or until it ends where none is agreed. */
function tooLateToStop(term: AgreementTerm, today: CivilDate): boolean {
  return (lastNoticeDay(term) ?? term.to ?? today) < today;
}

/** Some months after a last day: a term that ends with a month goes on ending with a month. */
function monthsAfter(end: CivilDate, months: number): CivilDate {
  const nextDay = addDays(end, 1);
  return nextDay.endsWith('-01') ? addDays(addMonths(nextDay, months), -1) : addMonths(end, months);
}

/** The last day on which notice makes the agreement end with its present term; undefined where no end or no period of notice is agreed. */
export function lastDayOfNotice(agreement: Held, today: CivilDate): CivilDate | undefined {
  if (agreement.state === 'noticeGiven') return undefined;
  return lastNoticeDay({ to: endOfTerm(agreement, today), noticeMonths: agreement.noticeMonths });
}

/**
 * The day on which the agreement ends when notice is given on a day: after its months of notice where it runs until further notice, with the first
 * term that can still be stopped where it has one. Undefined when no period of notice is agreed and it has no end.
 */
export function earliestEnd(agreement: Held, givenOn: CivilDate): CivilDate | undefined {
  const { noticeMonths } = agreement;
  const end = endOfTerm({ ...agreement, state: 'decided', notice: null }, givenOn);
  if (end !== null) return end;
  return noticeMonths === null ? undefined : addMonths(givenOn, noticeMonths);
}

/** The last day to give notice so that the agreement ends on a day, for one that runs until further notice. */
export function noticeDayFor(
  { noticeMonths }: Pick<AgreementTerm, 'noticeMonths'>,
  endsOn: CivilDate,
): CivilDate | undefined {
  return lastNoticeDay({ to: endsOn, noticeMonths });
}

/** What an alarm is about: that notice must be given now or never, or that the term ends. */
export const agreementAlarmKinds = {
  notice: { sv: 'sista dag för uppsägning', en: 'last day of notice' },
  end: { sv: 'sista giltighetsdag', en: 'last day in force' },
} as const satisfies Record<string, Localized>;
export type AgreementAlarmKind = keyof typeof agreementAlarmKinds;

export type AgreementAlarm = {
  readonly kind: AgreementAlarmKind;
  readonly on: CivilDate;
  /** The step of the alarm that has been reached: so many months before, or fewer. */
  readonly months: number;
};

/** The alarm that is on for an agreement on a day, the nearest day first: none when no step of it has been reached, or when it is ended already. */
export function alarmOf(
  agreement: Held & Pick<Agreement, 'alarmMonths'>,
  today: CivilDate,
): AgreementAlarm | undefined {
  if (agreement.state !== 'decided') return undefined;
  const days = [
    { kind: 'notice' as const, on: lastDayOfNotice(agreement, today) },
    { kind: 'end' as const, on: endOfTerm(agreement, today) ?? undefined },
  ];
  for (const { kind, on } of days) {
    if (on === undefined || on < today) continue;
    const reached = agreement.alarmMonths.filter((months) => addMonths(on, -months) <= today);
    if (reached.length > 0) return { kind, on, months: Math.min(...reached) };
  }
  return undefined;
}

/** Whether the agreement ends, or can last be stopped, within so many months. */
export function runsOutWithin(agreement: Held, months: number, today: CivilDate): boolean {
  const days = [lastDayOfNotice(agreement, today), endOfTerm(agreement, today)];
  const phase = agreementPhase(agreement, today);
  if (phase !== 'running' && phase !== 'ending' && phase !== 'coming') return false;
  return days.some((day) => day !== undefined && day !== null && day >= today && day <= addMonths(today, months));
}
