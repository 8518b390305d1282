import { isCivilDate } from '../../kernel/civil-date.ts';
import { isKronor, type Kronor } from '../../kernel/money.ts';
import type { Problem } from '../../kernel/problem.ts';
import { type MeasureKind, measureKinds } from './measure.ts';

/** What a person writes of a measure. */
export type MeasureFields = {
  readonly title: string;
  readonly description?: string;
  readonly kind: MeasureKind;
  readonly responsibleBodyId: string;
  readonly planned: Kronor;
  readonly plannedFullYear: Kronor;
  readonly startsOn: string;
  readonly assignmentId?: string | null;
  readonly goalId?: string | null;
};

/** What must be corrected in a measure: it begins in the year of its plan or earlier, and gives something. */
export function measureProblems(fields: MeasureFields, year: number): readonly Problem[] {
  return [
    ...(fields.title.trim() ? [] : [{ path: 'title', key: 'validation.required' }]),
    ...(fields.kind in measureKinds ? [] : [{ path: 'kind', key: 'validation.choose' }]),
    ...(isCivilDate(fields.startsOn) ? [] : [{ path: 'startsOn', key: 'validation.date' }]),
    ...(isCivilDate(fields.startsOn) && fields.startsOn > `${year}-12-31`
      ? [{ path: 'startsOn', key: 'measures.startsLater', values: { year } }]
      : []),
    ...effectProblems('planned', fields.planned),
    ...effectProblems('plannedFullYear', fields.plannedFullYear),
  ];
}

/** What is planned is what the result gains: a cost that falls and a revenue that rises are both written without a sign. */
function effectProblems(path: string, amount: Kronor): readonly Problem[] {
  if (!isKronor(amount)) return [{ path, key: 'validation.amount' }];
  return amount < 0 ? [{ path, key: 'measures.plannedBelowZero' }] : [];
}

/** What a person tells of a measure at the end of a month. An effect may be below zero: a measure can cost more than it gives. */
export type TellingFields = {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly effect: Kronor;
  readonly forecast: Kronor;
  readonly financial: string;
  readonly operational: string;
};

/** What must be corrected in a telling: a month of the plan's year that has begun, amounts, and both kinds of consequence in words (REP-25). */
export function tellingProblems(fields: TellingFields, year: number, today: string): readonly Problem[] {
  const month = /^\d{4}-(?:0[1-9]|1[0-2])$/u.test(fields.month) ? fields.month : undefined;
  return [
    ...(month === undefined ? [{ path: 'month', key: 'measures.month', values: { year } }] : []),
    ...(month !== undefined && !month.startsWith(`${year}-`)
      ? [{ path: 'month', key: 'measures.month', values: { year } }]
      : []),
    ...(month?.startsWith(`${year}-`) && month > today.slice(0, 7)
      ? [{ path: 'month', key: 'measures.monthAhead' }]
      : []),
    ...(isKronor(fields.effect) ? [] : [{ path: 'effect', key: 'validation.amount' }]),
    ...(isKronor(fields.forecast) ? [] : [{ path: 'forecast', key: 'validation.amount' }]),
    ...(fields.financial.trim() ? [] : [{ path: 'financial', key: 'measures.consequence' }]),
    ...(fields.operational.trim() ? [] : [{ path: 'operational', key: 'measures.consequence' }]),
  ];
}
