import {
  type Agreement,
  type AgreementKind,
  agreementKindCodes,
  agreementKinds,
  agreementStartCodes,
  agreementStarts,
} from '../../../domain/agreements/index.ts';
import type { Body } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { field } from '../../components/field/field.ts';
import { tickBox } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { agreementCrumbs } from './agreement-view.ts';
import { texts } from './texts.ts';

/** What can be chosen in the form. */
export type AgreementChoices = {
  readonly bodies: readonly Pick<Body, 'id' | 'name'>[];
  readonly agreements: readonly Pick<Agreement, 'id' | 'name' | 'from'>[];
};

/** The form in which an agreement is put on record or its facts are changed. */
export function agreementFormPage(
  ctx: RequestContext,
  { agreement, ...choices }: AgreementChoices & { readonly agreement?: Agreement },
  sent?: FormState,
): Page {
  const t = texts[ctx.language];
  const saved = agreement && savedValues(agreement);
  const state = sent ?? freshForm(saved ?? { kind: 'agreement', startsWhen: 'onDay', alarmMonths: '12, 6, 3' });
  const title = agreement ? t.changeTitle : t.create;
  const back = agreement ? recordAddress('agreement', agreement.id) : '/samverkan';
  return page({
    title,
    crumbs: agreementCrumbs(ctx, agreement, title),
    body: form(ctx, {
      action: agreement ? `${back}/andra` : '/samverkan/avtal/ny',
      submit: t.save,
      state,
      labels: labelsOf(ctx),
      ...(agreement && { version: agreement.version }),
      cancel: { href: back },
      body: html`${saved ? conflict(ctx, choices, state, saved) : null}${fields(ctx, choices, state, agreement)}`,
    }),
  });
}

function fields(ctx: RequestContext, choices: AgreementChoices, state: FormState, agreement?: Agreement): Html {
  const t = texts[ctx.language];
  const others = choices.agreements.filter(({ id }) => id !== agreement?.id);
  return html`${field(ctx, { name: 'name', label: t.name, hint: t.nameHint, width: 'full', state })}
${field(ctx, {
  kind: 'select',
  name: 'kind',
  label: t.kind,
  state,
  options: agreementKindCodes.map((value) => ({ value, text: agreementKinds[value][ctx.language] })),
})}
${field(ctx, { kind: 'select', name: 'bodyId', label: t.keeper, optional: true, empty: t.chooseBody, state, options: choices.bodies.map(({ id, name }) => ({ value: id, text: name })) })}
${field(ctx, { name: 'area', label: t.area, optional: true, width: 'full', state })}
${field(ctx, { kind: 'textarea', name: 'purpose', label: t.purpose, optional: true, rows: 3, state })}
${field(ctx, { kind: 'textarea', name: 'scope', label: t.scope, optional: true, rows: 3, state })}
${field(ctx, { name: 'diaryNumber', label: t.diaryNumber, optional: true, width: 'medium', state })}
${field(ctx, {
  kind: 'select',
  name: 'startsWhen',
  label: t.startsWhen,
  state,
  options: agreementStartCodes.map((value) => ({ value, text: agreementStarts[value][ctx.language] })),
})}
${field(ctx, { kind: 'date', name: 'from', label: t.from, optional: true, state })}
${field(ctx, { kind: 'date', name: 'to', label: t.to, optional: true, state })}
${tickBox({ name: 'openEnded', label: t.openEnded, hint: t.openEndedHint, state })}
${field(ctx, { kind: 'number', name: 'noticeMonths', label: t.noticeMonths, optional: true, state })}
${field(ctx, { kind: 'number', name: 'renewMonths', label: t.renewMonths, hint: t.renewHint, optional: true, state })}
${field(ctx, { name: 'alarmMonths', label: t.alarmMonths, hint: t.alarmHint, optional: true, width: 'medium', state })}
${field(ctx, {
  kind: 'select',
  name: 'predecessorId',
  label: t.predecessorField,
  optional: true,
  empty: t.noPredecessor,
  state,
  options: others.map(({ id, name, from }) => ({ value: id, text: from ? `${name}, ${from}` : name })),
})}
${field(ctx, { name: 'predecessorTold', label: t.predecessorTold, hint: t.predecessorToldHint, optional: true, width: 'full', state })}
${field(ctx, { name: 'signedOn', label: t.signedField, hint: t.signedHint, optional: true, width: 'short', state })}
${field(ctx, { kind: 'textarea', name: 'changes', label: t.changes, hint: t.changesHint, optional: true, rows: 4, state })}
${field(ctx, { kind: 'textarea', name: 'planTold', label: t.planField, optional: true, rows: 2, state })}`;
}

function conflict(
  ctx: RequestContext,
  choices: AgreementChoices,
  state: FormState,
  saved: Readonly<Record<string, string>>,
): Html | null {
  const labels = labelsOf(ctx);
  const named = (some: readonly { readonly id: string; readonly name: string }[], id: string) =>
    some.find((one) => one.id === id)?.name ?? '';
  const show = (name: string, value: string): string => {
    if (name === 'kind') return value in agreementKinds ? agreementKinds[value as AgreementKind][ctx.language] : value;
    if (name === 'startsWhen')
      return value in agreementStarts ? agreementStarts[value as keyof typeof agreementStarts][ctx.language] : value;
    if (name === 'bodyId') return named(choices.bodies, value);
    if (name === 'predecessorId') return named(choices.agreements, value);
    return value;
  };
  return bothTexts(ctx, {
    state,
    show,
    fields: Object.entries(labels).map(([name, label]) => ({ name, label, saved: show(name, saved[name] ?? '') })),
  });
}

function labelsOf(ctx: RequestContext): Readonly<Record<string, string>> {
  const t = texts[ctx.language];
  return {
    name: t.name,
    kind: t.kind,
    bodyId: t.keeper,
    area: t.area,
    purpose: t.purpose,
    scope: t.scope,
    diaryNumber: t.diaryNumber,
    startsWhen: t.startsWhen,
    from: t.from,
    to: t.to,
    openEnded: t.openEnded,
    noticeMonths: t.noticeMonths,
    renewMonths: t.renewMonths,
    alarmMonths: t.alarmMonths,
    predecessorId: t.predecessorField,
    predecessorTold: t.predecessorTold,
    signedOn: t.signedField,
    changes: t.changes,
    planTold: t.planField,
  };
}

function savedValues(agreement: Agreement): Readonly<Record<string, string>> {
  return {
    name: agreement.name,
    kind: agreement.kind,
    bodyId: agreement.body?.id ?? '',
    area: agreement.area,
    purpose: agreement.purpose,
    scope: agreement.scope,
    diaryNumber: agreement.diaryNumber ?? '',
    startsWhen: agreement.startsWhen,
    from: agreement.from ?? '',
    to: agreement.to ?? '',
    openEnded: agreement.openEnded ? 'on' : '',
    noticeMonths: agreement.noticeMonths?.toString() ?? '',
    renewMonths: agreement.renewMonths?.toString() ?? '',
    alarmMonths: agreement.alarmMonths.join(', '),
    predecessorId: agreement.predecessor?.id ?? '',
    predecessorTold: agreement.predecessorTold ?? '',
    signedOn: agreement.signedOn ?? '',
    changes: agreement.changes.join('\n'),
    planTold: agreement.planTold ?? '',
  };
}
