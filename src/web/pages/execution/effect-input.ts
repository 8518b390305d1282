import * as z from 'zod';
import { type PartyOutcome, partyOutcomeCodes } from '../../../domain/agreements/index.ts';
import type { Decision } from '../../../domain/decisions/index.ts';
import { type NewEffect, readClause } from '../../../domain/execution/index.ts';
import { isId } from '../../../kernel/id.ts';
import { refuseProblems } from '../../../kernel/refuse-problems.ts';
import type { FormState } from '../../contracts.ts';
import {
  checkbox,
  idempotencyField,
  optionalChoice,
  optionalCivilDate,
  optionalId,
  optionalText,
  optionalWholeNumber,
} from '../../input.ts';
import type { FormKind } from './execution-paths.ts';

/** How many payers a form has room for: seed 003's decisions have at most three. */
export const payerRows = [1, 2, 3] as const;

const idAndVersion = optionalText({ maximum: 60 });

/** The fields of all the forms of effects; each kind reads its own, and its noun says what is missing. */
export const effectForm = z.object({
  year: optionalWholeNumber({ minimum: 1900, maximum: 2200 }),
  number: optionalWholeNumber({ minimum: 1 }),
  text: optionalText({ maximum: 10_000 }),
  performer: optionalId(),
  target: idAndVersion,
  name: optionalText({ maximum: 300 }),
  from: optionalCivilDate(),
  to: optionalCivilDate(),
  openEnded: checkbox(),
  noticeMonths: optionalWholeNumber({ minimum: 1, maximum: 120 }),
  partyId: optionalId(),
  outcome: optionalChoice(partyOutcomeCodes as readonly [PartyOutcome, ...PartyOutcome[]]),
  remarks: optionalText({ maximum: 2000 }),
  who: optionalText({ maximum: 300 }),
  what: optionalText({ maximum: 1000 }),
  fte: optionalText({ maximum: 20 }),
  fund: optionalText({ maximum: 300 }),
  payer1: optionalText(),
  payer2: optionalText(),
  payer3: optionalText(),
  amount1: optionalText({ maximum: 30 }),
  amount2: optionalText({ maximum: 30 }),
  amount3: optionalText({ maximum: 30 }),
  share1: optionalText({ maximum: 20 }),
  share2: optionalText({ maximum: 20 }),
  share3: optionalText({ maximum: 20 }),
  project: optionalText({ maximum: 300 }),
  dueOn: optionalText({ maximum: 10 }),
  another: checkbox(),
  idempotencyKey: idempotencyField,
});
export type EffectForm = z.output<typeof effectForm>;

/** A number as Swedes write it: "144 000", "0,25". What is no number becomes one that no verb accepts. */
function decimal(text: string | undefined): number | null {
  if (!text) return null;
  const plain = text.replace(/[\s\u00a0]|kr$/gu, '').replace(',', '.');
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

/** A record that was chosen from a list, with the version that was seen. */
function idWithVersion(text: string | undefined): { readonly id: string; readonly version: number } {
  const [id = '', version = ''] = (text ?? '').split(':');
  refuseProblems(isId(id) && /^\d+$/.test(version) ? [] : [{ path: 'target', key: 'validation.choose' }]);
  return { id, version: Number(version) };
}

/** What was typed, in the words of the noun that keeps the record. */
export function effectOf(kind: FormKind, form: EffectForm, decision: Decision, personId: string | null): NewEffect {
  const { from = null, to = null, dueOn = null } = form;
  switch (kind) {
    case 'gaveAssignment':
      return {
        kind,
        fields: {
          year: form.year ?? Number((decision.decidedOn ?? '').slice(0, 4)),
          number: form.number ?? null,
          text: form.text ?? null,
          dueOn,
          parties: form.performer ? [{ bodyId: form.performer, role: 'performer' }] : [],
        },
      };
    case 'changedAssignment': {
      const { id, version } = idWithVersion(form.target);
      return {
        kind,
        fields: {
          assignmentId: id,
          expectedVersion: version,
          ...(form.text && { text: form.text }),
          ...(dueOn && { dueOn }),
        },
      };
    }
    case 'agreement': {
      const { openEnded, noticeMonths = null } = form;
      return { kind, fields: { name: form.name ?? '', from, to, openEnded, noticeMonths } };
    }
    case 'ratifiesAgreement': {
      const { partyId, outcome, remarks = '' } = form;
      refuseProblems([
        ...(partyId ? [] : [{ path: 'partyId', key: 'validation.choose' }]),
        ...(outcome ? [] : [{ path: 'outcome', key: 'validation.choose' }]),
      ]);
      return { kind, fields: { partyId: partyId!, outcome: outcome!, remarks } };
    }
    case 'commission': {
      const paid = payerRows.map((row) => ({
        payer: form[`payer${row}`] ?? null,
        amount: decimal(form[`amount${row}`]),
        fte: decimal(form[`share${row}`]),
      }));
      return {
        kind,
        fields: {
          who: form.who ?? '',
          what: form.what ?? '',
          fte: decimal(form.fte),
          from,
          to,
          fund: form.fund ?? null,
          amounts: paid.flatMap(({ payer, amount }) =>
            amount === null ? [] : [{ value: amount, currency: 'SEK', payer }],
          ),
          shares: paid.flatMap(({ payer, fte }) => (fte === null ? [] : [{ payer, fte }])),
        },
      };
    }
    case 'deliverable':
      return { kind, fields: { what: form.what ?? '', project: form.project ?? null, dueOn } };
    case 'representative': {
      const { id, version } = idWithVersion(form.target);
      const day = from ?? decision.decidedOn ?? '';
      return { kind, fields: { seatId: id, expectedVersion: version, from: day, personId, name: form.name ?? '' } };
    }
  }
}

/** Where each path of a verb's problems is asked in the forms. */
const askedAs: Readonly<Record<string, string>> = {
  seatId: 'target',
  personId: 'name',
  assignmentId: 'target',
  'amounts.0.value': 'amount1',
  'amounts.1.value': 'amount2',
  'amounts.2.value': 'amount3',
};

/** What a verb found wrong, at the fields of the form. */
export function asFields(state: FormState): FormState {
  return { ...state, problems: state.problems.map((one) => ({ ...one, path: askedAs[one.path] ?? one.path })) };
}

/** The form as the words of the decision fill it beforehand. */
export function proposedForm(kind: FormKind, decision: Decision): FormState['values'] {
  // Officials tell their decision in one sentence, which is then its name.
  const clauses = decision.clauses.length > 0 ? decision.clauses : [decision.title];
  const told = clauses.map((clause) => ({ clause, read: readClause(clause, decision.decidedOn) }));
  const { clause = decision.title, read } = told.find(({ read: { kinds } }) => kinds.includes(kind)) ?? told[0] ?? {};
  const words = clause.replace(/^att\s+/u, '').replace(/\.$/u, '');
  const sentence = words.charAt(0).toLocaleUpperCase('sv') + words.slice(1);
  const number = (value: number | null | undefined) => (value == null ? '' : String(value).replace('.', ','));
  return {
    year: (decision.decidedOn ?? '').slice(0, 4),
    text: kind === 'gaveAssignment' ? `${sentence}.` : '',
    name: kind === 'agreement' ? decision.title : '',
    what: kind === 'deliverable' ? sentence : decision.title,
    from: read?.from ?? (kind === 'representative' ? (decision.decidedOn ?? '') : ''),
    to: read?.to ?? '',
    ...(read?.openEnded && { openEnded: 'on' }),
    noticeMonths: number(read?.noticeMonths),
    fte: number(read?.fte),
    fund: read?.fund ?? '',
    dueOn: read?.dueOn ?? '',
    amount1: number(read?.amounts[0]),
    amount2: number(read?.amounts[1]),
    amount3: number(read?.amounts[2]),
  };
}
