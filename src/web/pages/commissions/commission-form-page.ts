import {
  type Commission,
  dayAfter,
  employmentFormCodes,
  employmentForms,
  extentKindCodes,
  extentKinds,
  type Fund,
  payerGroupCodes,
  payerGroups,
} from '../../../domain/commissions/index.ts';
import type { Body } from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { field, type Option, typedIn } from '../../components/field/field.ts';
import { fieldRow } from '../../components/field-row/field-row.ts';
import { group, tickBox } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { lineCount, mostLines, savedValues } from './commission-input.ts';
import { commissionCrumbs, commissionsPath, mayEdit, sentence } from './commission-view.ts';
import { texts } from './texts.ts';

/** What can be chosen in the form of a commission. */
export type CommissionChoices = { readonly bodies: readonly Body[]; readonly funds: readonly Fund[] };

type Purpose =
  | { readonly kind: 'new' }
  | { readonly kind: 'change'; readonly commission: Commission }
  | { readonly kind: 'extend'; readonly commission: Commission };

/** The form in which a commission is put on record, changed, or extended by a new one. */
export function commissionFormPage(
  ctx: RequestContext,
  choices: CommissionChoices,
  purpose: Purpose,
  sent?: FormState,
): Page {
  const t = texts[ctx.language];
  const known = purpose.kind === 'new' ? undefined : purpose.commission;
  const saved = known && savedValues(known);
  const state = sent ?? freshForm(valuesOf(purpose, saved));
  const address = known ? recordAddress('commission', known.id) : commissionsPath;
  const title =
    purpose.kind === 'new'
      ? t.newTitle
      : purpose.kind === 'change'
        ? t.changeTitle
        : t.extendTitle(purpose.commission.what);
  const ending = { new: 'ny', change: 'andra', extend: 'forlang' }[purpose.kind];
  return page({
    title,
    crumbs: commissionCrumbs(ctx, ...(known ? [{ text: known.what, href: address }] : []), { text: title }),
    body: html`${form(ctx, {
      action: `${address}/${ending}`,
      submit: t.save,
      state,
      labels: labelsOf(ctx),
      ...(purpose.kind === 'change' && { version: purpose.commission.version }),
      cancel: { href: address },
      body: html`${purpose.kind === 'change' && saved ? conflictOf(ctx, choices, state, saved) : null}${fields(ctx, choices, state, purpose.kind)}`,
    })}`,
  });
}

/** What an extension begins with: the same work by the same payers, from the day after, with amounts to fill in. */
function valuesOf(purpose: Purpose, saved: Readonly<Record<string, string>> | undefined): FormState['values'] {
  if (purpose.kind === 'new') return { decided: 'on' };
  if (purpose.kind === 'change') return saved ?? {};
  const from = dayAfter(purpose.commission);
  const kept = Object.entries(saved ?? {}).filter(([name]) => !/^(?:amount|year)\d+$/u.test(name));
  return { ...Object.fromEntries(kept), from: from ?? '', to: from ? `${from.slice(0, 4)}-12-31` : '', decided: 'on' };
}

function fields(
  ctx: RequestContext,
  { bodies, funds }: CommissionChoices,
  state: FormState,
  kind: Purpose['kind'],
): Html {
  const t = texts[ctx.language];
  const orderers = bodies.filter(({ id }) => mayEdit(ctx, id));
  return html`${field(ctx, { name: 'what', label: t.whatLabel, width: 'full', state })}
${field(ctx, { name: 'who', label: t.whoLabel, hint: t.whoHint, width: 'full', state })}
${field(ctx, { kind: 'select', name: 'bodyId', label: t.orderedByLabel, optional: mayEdit(ctx, null), state, options: orderers.map(({ id, name }) => ({ value: id, text: name })) })}
${field(ctx, { name: 'fte', label: t.extent, hint: t.fteHint, width: 'short', optional: true, state })}
${field(ctx, { kind: 'select', name: 'extentKind', label: t.extentLabel, optional: true, empty: t.extentEmpty, state, options: extentKindCodes.map((code) => ({ value: code, text: sentence(extentKinds[code][ctx.language]) })) })}
${field(ctx, { kind: 'select', name: 'employmentForm', label: t.employmentForm, optional: true, state, options: employmentFormCodes.map((code) => ({ value: code, text: sentence(employmentForms[code][ctx.language]) })) })}
${field(ctx, { kind: 'textarea', name: 'personnelNote', label: t.personnelNote, hint: t.personnelHint, rows: 2, optional: true, state })}
${field(ctx, { kind: 'date', name: 'from', label: t.fromLabel, optional: true, state })}
${field(ctx, { kind: 'date', name: 'to', label: t.toLabel, optional: true, state })}
${field(ctx, { kind: 'select', name: 'fundId', label: t.fundChoice, optional: true, empty: t.fundEmpty, state, options: funds.map(({ id, name }) => ({ value: id, text: name })) })}
${field(ctx, { name: 'fund', label: t.fundWords, hint: t.fundWordsHint, optional: true, state })}
${kind === 'change' ? null : tickBox({ name: 'decided', label: t.decidedLabel, state })}
${group(t.payersGroup, html`<p class="field-hint">${t.payersLead}</p>${lines(ctx, bodies, state)}`)}`;
}

function lines(ctx: RequestContext, bodies: readonly Body[], state: FormState): readonly Html[] {
  const t = texts[ctx.language];
  const options = payerOptions(ctx, bodies);
  return Array.from({ length: lineCount(state) }, (_, index) => {
    const number = index + 1;
    const typed = typedIn(state, `payer${number}`);
    const words = typed.startsWith('words:') ? [{ value: typed, text: typed.slice('words:'.length) }] : [];
    return fieldRow(t.payerNumber(number), [
      field(ctx, {
        kind: 'select',
        name: `payer${number}`,
        label: t.payer,
        empty: t.noPayerChoice,
        state,
        options: [...words, ...options],
      }),
      field(ctx, { name: `amount${number}`, label: t.amount, state }),
      field(ctx, { name: `posts${number}`, label: t.posts, state }),
      field(ctx, { name: `year${number}`, label: t.year, state }),
    ]);
  });
}

function payerOptions(ctx: RequestContext, bodies: readonly Body[]): readonly Option[] {
  return [
    ...payerGroupCodes.map((code) => ({ value: `group:${code}`, text: sentence(payerGroups[code][ctx.language]) })),
    ...bodies
      .filter(({ kind }) => kind === 'municipality' || kind === 'region')
      .map(({ id, name }) => ({ value: `body:${id}`, text: name })),
  ];
}

function labelsOf(ctx: RequestContext): Readonly<Record<string, string>> {
  const t = texts[ctx.language];
  return {
    what: t.whatLabel,
    who: t.whoLabel,
    bodyId: t.orderedByLabel,
    fte: t.extent,
    extentKind: t.extentLabel,
    employmentForm: t.employmentForm,
    personnelNote: t.personnelNote,
    from: t.fromLabel,
    to: t.toLabel,
    fundId: t.fundChoice,
    fund: t.fundWords,
    ...Object.fromEntries(
      Array.from({ length: mostLines }, (_, index) => index + 1).flatMap((number) => [
        [`payer${number}`, t.payerField(number)],
        [`amount${number}`, t.amountField(number)],
        [`posts${number}`, t.postsField(number)],
        [`year${number}`, t.yearField(number)],
      ]),
    ),
  };
}

function conflictOf(
  ctx: RequestContext,
  { bodies, funds }: CommissionChoices,
  state: FormState,
  saved: Readonly<Record<string, string>>,
) {
  const payers = new Map(payerOptions(ctx, bodies).map(({ value, text }) => [value, text]));
  const show = (name: string, value: string): string => {
    if (name === 'bodyId') return bodies.find(({ id }) => id === value)?.name ?? '';
    if (name === 'fundId') return funds.find(({ id }) => id === value)?.name ?? '';
    if (name === 'extentKind')
      return value in extentKinds ? extentKinds[value as keyof typeof extentKinds][ctx.language] : '';
    if (name === 'employmentForm')
      return value in employmentForms ? employmentForms[value as keyof typeof employmentForms][ctx.language] : '';
    if (name.startsWith('payer')) return payers.get(value) ?? value.replace(/^words:/u, '');
    return value;
  };
  return bothTexts(ctx, {
    state,
    show,
    fields: Object.entries(labelsOf(ctx)).map(([name, label]) => ({
      name,
      label,
      saved: show(name, saved[name] ?? ''),
    })),
  });
}

/** The form in which a commission is ended before its term. */
export function endCommissionPage(ctx: RequestContext, commission: Commission, sent?: FormState): Page {
  const t = texts[ctx.language];
  const address = recordAddress('commission', commission.id);
  const state = sent ?? freshForm({ endedOn: ctx.services.runtime.today() });
  const labels = { endedOn: t.endDay, reason: t.endReason };
  return page({
    title: t.endTitle(commission.what),
    lead: t.endLead,
    crumbs: commissionCrumbs(ctx, { text: commission.what, href: address }, { text: t.end }),
    body: html`${form(ctx, {
      action: `${address}/avsluta`,
      submit: t.end,
      state,
      labels,
      version: commission.version,
      cancel: { href: address },
      body: html`${bothTexts(ctx, {
        state,
        fields: [
          { name: 'endedOn', label: t.endDay, saved: commission.endedOn ?? '' },
          { name: 'reason', label: t.endReason, saved: commission.endReason ?? '' },
        ],
      })}${field(ctx, { kind: 'date', name: 'endedOn', label: t.endDay, state })}${field(ctx, { kind: 'textarea', name: 'reason', label: t.endReason, rows: 3, state })}`,
    })}`,
  });
}
