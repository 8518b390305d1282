import { type CivilDate, isCivilDate } from '../../kernel/civil-date.ts';
import type { Problem } from '../../kernel/problem.ts';
import { type AgreementKind, type AgreementStart, agreementKinds, agreementStarts } from './agreement-codes.ts';

/** What a person writes of an agreement. What is left out of a new one is not known yet. */
export type AgreementFields = {
  readonly name: string;
  readonly kind?: AgreementKind;
  readonly bodyId?: string | null;
  readonly purpose?: string;
  readonly scope?: string;
  readonly area?: string;
  readonly diaryNumber?: string | null;
  readonly from?: CivilDate | null;
  readonly to?: CivilDate | null;
  readonly openEnded?: boolean;
  readonly startsWhen?: AgreementStart;
  readonly noticeMonths?: number | null;
  readonly renewMonths?: number | null;
  readonly alarmMonths?: readonly number[];
  readonly predecessorId?: string | null;
  readonly predecessorTold?: string | null;
  /** A day or a month. */
  readonly signedOn?: string | null;
  readonly changes?: readonly string[];
  readonly planTold?: string | null;
};

/** What must be corrected in an agreement: days that are days, in their order, and a term that can be what it says. */
export function agreementProblems(fields: AgreementFields): readonly Problem[] {
  const { from = null, to = null, noticeMonths = null, renewMonths = null, signedOn = null } = fields;
  const problem = (path: string, key: string) => [{ path, key }];
  const badDay = (path: string, day: string | null) =>
    day && !isCivilDate(day) ? problem(path, 'validation.date') : [];
  const badMonths = (path: string, months: number | null) =>
    months !== null && !(Number.isInteger(months) && months > 0 && months <= 120)
      ? problem(path, 'validation.number')
      : [];
  return [
    ...(fields.name.trim() ? [] : problem('name', 'validation.required')),
    ...(fields.kind === undefined || fields.kind in agreementKinds ? [] : problem('kind', 'validation.choose')),
    ...badDay('from', from),
    ...badDay('to', to),
    ...(from && to && to < from ? problem('to', 'collaboration.endsBeforeStart') : []),
    ...(to && fields.openEnded ? problem('to', 'agreements.endAndOpen') : []),
    ...(fields.startsWhen === undefined || fields.startsWhen in agreementStarts
      ? []
      : problem('startsWhen', 'validation.choose')),
    ...badMonths('noticeMonths', noticeMonths),
    ...badMonths('renewMonths', renewMonths),
    ...(renewMonths !== null && !to ? problem('renewMonths', 'agreements.renewsWithoutEnd') : []),
    ...((fields.alarmMonths ?? []).every((one) => Number.isInteger(one) && one > 0 && one <= 60)
      ? []
      : problem('alarmMonths', 'agreements.alarmMonths')),
    ...(signedOn && !isCivilDate(signedOn) && !/^\d{4}-(?:0[1-9]|1[0-2])$/u.test(signedOn)
      ? problem('signedOn', 'agreements.dayOrMonth')
      : []),
  ];
}

/** The columns of what a person writes. */
export function agreementColumns(fields: AgreementFields) {
  const words = (text: string | null | undefined) => text?.trim().replace(/\r\n?/gu, '\n') || null;
  return {
    name: fields.name.trim().replace(/\s+/gu, ' '),
    kind: fields.kind ?? kindOfName(fields.name),
    body_id: fields.bodyId ?? null,
    purpose: words(fields.purpose) ?? '',
    scope: words(fields.scope) ?? '',
    area: words(fields.area) ?? '',
    diary_number: words(fields.diaryNumber),
    starts_on: fields.from ?? null,
    ends_on: fields.to ?? null,
    open_ended: fields.openEnded ?? !fields.to,
    starts_when: fields.startsWhen ?? 'onDay',
    notice_months: fields.noticeMonths ?? null,
    renew_months: fields.renewMonths ?? null,
    predecessor_id: fields.predecessorId ?? null,
    predecessor_told: words(fields.predecessorTold),
    signed_on: words(fields.signedOn),
    changes: JSON.stringify((fields.changes ?? []).map((one) => one.trim()).filter(Boolean)),
    plan_told: words(fields.planTold),
    ...(fields.alarmMonths && {
      alarm_months: JSON.stringify([...new Set(fields.alarmMonths)].toSorted((a, b) => b - a)),
    }),
  };
}

/** What a paper calls an "avtal" is a contract unless somebody says otherwise. */
function kindOfName(name: string): AgreementKind {
  return /avtal/iu.test(name) && !/överenskommelse/iu.test(name) ? 'contract' : 'agreement';
}
