import * as z from 'zod';
import {
  type AgreementKind,
  type AgreementStart,
  agreementKindCodes,
  agreementStartCodes,
} from '../../../domain/agreements/index.ts';
import {
  checkbox,
  choice,
  optionalCivilDate,
  optionalId,
  optionalText,
  optionalWholeNumber,
  text,
} from '../../input.ts';

/** Months with commas between; what is no number is left to the rule, which says how to write it. */
const months = optionalText({ maximum: 60 }).transform((words) =>
  words === undefined
    ? []
    : words
        .split(/[,;\s]+/u)
        .filter(Boolean)
        .map(Number),
);

/** The fields of an agreement as the form sends them. */
export const agreementForm = z.object({
  name: text({ maximum: 300 }),
  kind: choice(agreementKindCodes as readonly [AgreementKind, ...AgreementKind[]]),
  bodyId: optionalId(),
  area: optionalText({ maximum: 200 }),
  purpose: optionalText({ maximum: 4_000 }),
  scope: optionalText({ maximum: 4_000 }),
  diaryNumber: optionalText({ maximum: 100 }),
  startsWhen: choice(agreementStartCodes as readonly [AgreementStart, ...AgreementStart[]]),
  from: optionalCivilDate(),
  to: optionalCivilDate(),
  openEnded: checkbox(),
  noticeMonths: optionalWholeNumber(),
  renewMonths: optionalWholeNumber(),
  alarmMonths: months,
  predecessorId: optionalId(),
  predecessorTold: optionalText({ maximum: 300 }),
  signedOn: optionalText({ maximum: 10 }),
  changes: optionalText({ maximum: 8_000 }),
  planTold: optionalText({ maximum: 2_000 }),
});

/** The form as the verbs take it: what was left empty is empty, and changes are lines. */
export function agreementFields(form: z.output<typeof agreementForm>) {
  const { changes, ...rest } = form;
  const none = { bodyId: null, diaryNumber: null, from: null, to: null, noticeMonths: null, renewMonths: null };
  const more = { predecessorId: null, predecessorTold: null, signedOn: null, planTold: null };
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as typeof rest;
  return {
    ...none,
    ...more,
    ...given,
    name: rest.name,
    area: rest.area ?? '',
    purpose: rest.purpose ?? '',
    scope: rest.scope ?? '',
    changes: (changes ?? '').split('\n'),
  };
}

export const sampleAgreement = {
  name: 'Överenskommelse om mobila team',
  kind: 'agreement',
  startsWhen: 'onDay',
  from: '2026-01-01',
  openEnded: 'on',
  noticeMonths: '9',
  alarmMonths: '12, 6, 3',
};
