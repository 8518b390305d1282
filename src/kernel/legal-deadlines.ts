import { addDays, addMonths, type CivilDate, civilDate } from './civil-date.ts';
import type { Localized } from './language.ts';
import { nextWeekday, weekdayBefore } from './swedish-holidays.ts';

type DeadlineEntry = {
  readonly label: Localized;
  readonly ruleId: string;
  readonly version: number;
  readonly source: string;
};

/**
 * The deadlines that the product counts, each with the rule it is counted by. `version` grows when the way of counting changes, so that a date
 * that was once kept can be told from one counted today.
 */
export const legalDeadlines = {
  adjustBy: {
    label: { sv: 'protokollet justeras senast', en: 'minutes adjusted by' },
    ruleId: 'R-KL-53',
    version: 1,
    source: 'kommunallagen 5:69',
  },
  announceBy: {
    label: { sv: 'justeringen anslås senast', en: 'adjustment announced by' },
    ruleId: 'R-KL-55',
    version: 1,
    source: 'kommunallagen 8:12',
  },
  appealLast: {
    label: { sv: 'sista dag att överklaga', en: 'last day to appeal' },
    ruleId: 'R-KL-57',
    version: 1,
    source: 'kommunallagen 13:5, lag (1930:173)',
  },
  noticeDownEarliest: {
    label: { sv: 'anslaget tas ned tidigast', en: 'notice taken down at the earliest' },
    ruleId: 'R-KL-60',
    version: 1,
    source: 'kommunallagen 8:12',
  },
  administrativeAppealLast: {
    label: { sv: 'sista dag för förvaltningsbesvär', en: 'last day of an administrative appeal' },
    ruleId: 'R-FL-5',
    version: 1,
    source: 'förvaltningslagen 44 §, lag (1930:173)',
  },
  summonBy: {
    label: { sv: 'kallelse senast', en: 'notice of meeting by' },
    ruleId: 'R-KL-01',
    version: 1,
    source: 'kommunallagen 5:13–14',
  },
  lateMatterBy: {
    label: { sv: 'tilläggsärende senast', en: 'late matter by' },
    ruleId: 'R-KL-01',
    version: 1,
    source: 'kommunallagen 5:15',
  },
  reservationTextBy: {
    label: { sv: 'skriftlig reservation senast', en: 'written reservation by' },
    ruleId: 'R-KL-36',
    version: 1,
    source: 'kommunallagen 4:27',
  },
  questionBy: {
    label: { sv: 'fråga anmäls senast', en: 'question announced by' },
    ruleId: 'R-ORG-2',
    version: 1,
    source: 'reglemente',
  },
  interimToCouncil: {
    label: { sv: 'delårsrapport lämnas senast', en: 'interim report handed over by' },
    ruleId: 'R-KL-73',
    version: 1,
    source: 'kommunallagen 11:16, 12:2',
  },
  budgetProposalBy: {
    label: { sv: 'styrelsens budgetförslag senast', en: 'budget proposal of the board by' },
    ruleId: 'R-KL-72',
    version: 1,
    source: 'kommunallagen 11:8',
  },
  budgetAdoptedBy: {
    label: { sv: 'budgeten fastställs senast', en: 'budget adopted by' },
    ruleId: 'R-KL-72',
    version: 1,
    source: 'kommunallagen 11:10',
  },
} as const satisfies Record<string, DeadlineEntry>;
export type DeadlineCode = keyof typeof legalDeadlines;

/** A date of law with all that it was counted from, so that anybody can count it again. */
export type LegalDeadline = {
  readonly code: DeadlineCode;
  readonly date: CivilDate;
  readonly ruleId: string;
  readonly version: number;
  readonly inputs: Readonly<Record<string, string | number>>;
  readonly source: string;
};

/** Minutes are adjusted within 14 days after the meeting (R-KL-53); a reglemente may ask for fewer days, and is then the source. */
export function adjustmentDeadline(heldOn: CivilDate, days = 14, source?: string): LegalDeadline {
  return counted('adjustBy', addDays(heldOn, days), { heldOn, days }, source);
}

/** The adjustment is announced on the notice board at the latest on the second day after it (R-KL-55). */
export function announcementDeadline(adjustedOn: CivilDate): LegalDeadline {
  return counted('announceBy', addDays(adjustedOn, 2), { adjustedOn });
}

/** An appeal for a review of legality is with the court within three weeks from the day of the announcement, or the next weekday (R-KL-57). */
export function appealDeadline(announcedOn: CivilDate): LegalDeadline {
  return counted('appealLast', nextWeekday(addDays(announcedOn, 21)), { announcedOn });
}

/** The notice stays up through the whole time of appeal, and for the days of margin that the authority has chosen (R-KL-57, R-KL-60). */
export function noticeDownEarliest(appealLast: CivilDate, marginDays = 0): LegalDeadline {
  return counted('noticeDownEarliest', addDays(appealLast, 1 + marginDays), { appealLast, marginDays });
}

/** An administrative appeal is with the authority within three weeks from the day its party had part of the decision (R-FL-5). */
export function administrativeAppealDeadline(receivedOn: CivilDate): LegalDeadline {
  return counted('administrativeAppealLast', nextWeekday(addDays(receivedOn, 21)), { receivedOn });
}

/** The notice of a meeting is out so many days before it: 7 for an assembly by law (R-KL-01), else what the reglemente says (R-KL-02). */
export function summonsDeadline(heldOn: CivilDate, days = 7, source?: string): LegalDeadline {
  return counted('summonBy', addDays(heldOn, -days), { heldOn, days }, source);
}

/** A late matter of an assembly is announced at the latest on the weekday before the meeting (R-KL-01). */
export function lateMatterDeadline(heldOn: CivilDate): LegalDeadline {
  return counted('lateMatterBy', weekdayBefore(heldOn), { heldOn });
}

/** The text of a reservation is with the secretary before the minutes are adjusted, or earlier when the reglemente says so (R-KL-36). */
export function reservationTextDeadline(heldOn: CivilDate, adjustBy: CivilDate, days?: number): LegalDeadline {
  const own = days === undefined ? adjustBy : addDays(heldOn, days);
  return days === undefined || own > adjustBy
    ? counted('reservationTextBy', adjustBy, { heldOn, adjustBy })
    : counted('reservationTextBy', own, { heldOn, adjustBy, days }, 'reglemente');
}

/** A member's question is announced so many days before the meeting as the reglemente says (R-ORG-2). */
export function questionDeadline(heldOn: CivilDate, days: number): LegalDeadline {
  return counted('questionBy', addDays(heldOn, -days), { heldOn, days });
}

/**
 * An interim report is with the assembly and the auditors within two months after its period (R-KL-73). A period that ends with a month is followed
 * by two whole months: one that ends on 30 June is reported by 31 August.
 */
export function interimDeadline(periodEnd: CivilDate): LegalDeadline {
  const endsMonth = addDays(periodEnd, 1).endsWith('-01');
  const date = endsMonth ? addDays(addMonths(addDays(periodEnd, 1), 2), -1) : addMonths(periodEnd, 2);
  return counted('interimToCouncil', date, { periodEnd });
}

/** The board's proposal for the budget of a year is ready before the end of October of the year before (R-KL-72). */
export function budgetProposalDeadline(budgetYear: number): LegalDeadline {
  return counted('budgetProposalBy', civilDate(budgetYear - 1, 10, 31)!, { budgetYear });
}

/** The budget of a year is adopted before the end of November of the year before (R-KL-72). */
export function budgetAdoptionDeadline(budgetYear: number): LegalDeadline {
  return counted('budgetAdoptedBy', civilDate(budgetYear - 1, 11, 30)!, { budgetYear });
}

function counted(
  code: DeadlineCode,
  date: CivilDate,
  inputs: LegalDeadline['inputs'],
  source: string = legalDeadlines[code].source,
): LegalDeadline {
  const { ruleId, version } = legalDeadlines[code];
  return { code, date, ruleId, version, inputs, source };
}
