import {
  directions,
  type IndicatorListed,
  missingReasons,
  type Series,
  type SeriesPoint,
  targetBounds,
  targetKinds,
} from '../../../domain/indicators/index.ts';
import type { Principal } from '../../../domain/releases/index.ts';
import type { Localized } from '../../../kernel/language.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { field } from '../../components/field/field.ts';
import { choices, tickBox } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { asOfWords, numberWords, pointWords, sentence } from './figure-words.ts';
import { indicatorPaths } from './paths.ts';
import { texts } from './texts.ts';

type Of = Series['indicator'];

/** The codes of a table as the choices of a field. */
export function optionsOf(ctx: RequestContext, codes: Readonly<Record<string, Localized>>) {
  return Object.entries(codes).map(([value, label]) => ({ value, text: label[ctx.language] }));
}

function frame(ctx: RequestContext, title: string, indicator: Of | undefined, body: Html): Page {
  const t = texts[ctx.language];
  return page({
    title,
    width: 'text',
    crumbs: [
      { text: t.room, href: '/uppfoljning' },
      { text: t.title, href: indicatorPaths.register },
      ...(indicator ? [{ text: sentence(indicator.name), href: recordAddress('indicator', indicator.id) }] : []),
      { text: title },
    ],
    body,
  });
}

/** The form in which an indicator is entered or changed; what it means stands with it only the first time, and in versions after that. */
export function indicatorFormPage(
  ctx: RequestContext,
  { indicator, others }: { readonly indicator?: Of; readonly others: readonly IndicatorListed[] },
  sent?: FormState,
): Page {
  const t = texts[ctx.language];
  const state =
    sent ??
    freshForm(
      indicator
        ? {
            ...{ name: indicator.name, unit: indicator.unit, direction: indicator.direction },
            ...{ area: indicator.area ?? '', code: indicator.code ?? '', countedById: indicator.countedById ?? '' },
          }
        : { direction: 'neutral' },
    );
  const back = indicator ? recordAddress('indicator', indicator.id) : indicatorPaths.register;
  const counts = others.filter(({ id, unit }) => id !== indicator?.id && unit.trim() !== '%');
  return frame(
    ctx,
    indicator ? t.changeIndicator : t.newIndicator,
    indicator,
    form(ctx, {
      action: indicator ? `${back}/andra` : indicatorPaths.create,
      submit: t.save,
      state,
      ...(indicator && { version: indicator.version }),
      cancel: { href: back },
      body: html`${field(ctx, { name: 'name', label: t.name, hint: t.nameHint, width: 'full', state })}
${field(ctx, { name: 'unit', label: t.unit, hint: t.unitHint, width: 'short', state })}
${field(ctx, { kind: 'select', name: 'direction', label: t.direction, state, options: optionsOf(ctx, directions) })}
${field(ctx, { name: 'area', label: t.area, hint: t.areaHint, optional: true, width: 'medium', state })}
${field(ctx, { name: 'code', label: t.code, hint: t.codeHint, optional: true, width: 'short', state })}
${field(ctx, { kind: 'select', name: 'countedById', label: t.countedBy, hint: t.countedByHint, optional: true, empty: t.noneChosen, state, options: counts.map(({ id, name, unit }) => ({ value: id, text: `${sentence(name)} (${unit})` })) })}
${indicator ? null : definitionFields(ctx, state, true)}`,
    }),
  );
}

/** The form of a new definition; the ones before stay with the values that were measured by them. */
export function definitionFormPage(ctx: RequestContext, indicator: Of, sent?: FormState): Page {
  const t = texts[ctx.language];
  const now = indicator.definition;
  const state =
    sent ??
    freshForm({
      ...{ definition: now?.definition ?? '', numerator: now?.numerator ?? '', denominator: now?.denominator ?? '' },
      ...{ source: now?.source ?? '', method: now?.method ?? '' },
    });
  const back = recordAddress('indicator', indicator.id);
  return frame(
    ctx,
    t.newDefinition,
    indicator,
    html`<p>${t.definitionHelp}</p>${form(ctx, { action: `${back}/definition`, submit: t.save, state, cancel: { href: back }, body: definitionFields(ctx, state, false) })}`,
  );
}

function definitionFields(ctx: RequestContext, state: FormState, optional: boolean): Html {
  const t = texts[ctx.language];
  return html`${field(ctx, { kind: 'textarea', name: 'definition', label: t.definition, rows: 3, optional, state })}
${field(ctx, { name: 'numerator', label: t.numerator, optional: true, width: 'full', state })}
${field(ctx, { name: 'denominator', label: t.denominator, hint: t.denominatorHint, optional: true, width: 'full', state })}
${field(ctx, { name: 'source', label: t.dataSource, optional: true, width: 'full', state })}
${field(ctx, { name: 'method', label: t.method, optional: true, width: 'full', state })}
${field(ctx, { name: 'validFrom', label: t.validFrom, hint: t.asOfHint, optional: true, width: 'short', state })}
${tickBox({ name: 'breaksSeries', label: t.breaksSeries, state })}
${field(ctx, { name: 'breakNote', label: t.breakNote, optional: true, width: 'full', state })}`;
}

/** The form of an aim. */
export function targetFormPage(ctx: RequestContext, indicator: Of, sent?: FormState): Page {
  const t = texts[ctx.language];
  const state = sent ?? freshForm({ kind: 'own', bound: indicator.direction === 'lower' ? 'atMost' : 'atLeast' });
  const back = recordAddress('indicator', indicator.id);
  return frame(
    ctx,
    t.addTarget,
    indicator,
    form(ctx, {
      action: `${back}/mal`,
      submit: t.save,
      state,
      cancel: { href: back },
      body: html`${field(ctx, { kind: 'select', name: 'kind', label: t.targetKind, state, options: optionsOf(ctx, targetKinds) })}
${field(ctx, { kind: 'select', name: 'bound', label: t.bound, state, options: optionsOf(ctx, targetBounds) })}
${field(ctx, { name: 'value', label: t.value, hint: t.valueHint, width: 'short', state })}
${field(ctx, { name: 'denominator', label: t.countedPer, hint: t.denominatorHint, optional: true, width: 'full', state })}
${field(ctx, { name: 'from', label: t.from, hint: t.asOfHint, optional: true, width: 'short', state })}
${field(ctx, { name: 'to', label: t.until, optional: true, width: 'short', state })}
${field(ctx, { name: 'note', label: t.note, hint: t.targetNoteHint, optional: true, width: 'full', state })}`,
    }),
  );
}

/** The form in which one value gets another in its place, with the reason. */
export function correctFormPage(
  ctx: RequestContext,
  { indicator, point }: { readonly indicator: Of; readonly point: SeriesPoint },
  sent?: FormState,
): Page {
  const t = texts[ctx.language];
  const state =
    sent ??
    freshForm({
      ...{ value: point.value === null ? '' : numberWords(ctx, point.value), missing: point.missing ?? '' },
      ...{ qualifier: point.qualifier ?? '', note: point.note ?? '', ...(point.preliminary && { preliminary: 'on' }) },
    });
  return frame(
    ctx,
    t.correctTitle,
    indicator,
    html`<p>${t.correctLead(asOfWords(ctx, point.asOf))} <strong lang="sv">${pointWords(ctx, indicator, point)}</strong>${point.place ? html`, <span lang="sv">${point.place}</span>` : null}. ${point.claimed ? t.correctTold : t.correctHelp}</p>${form(
      ctx,
      {
        action: `/indikatorer/varde/${point.id}/ratta`,
        submit: t.correct,
        state,
        version: point.version,
        cancel: { href: recordAddress('indicator', indicator.id) },
        body: html`${field(ctx, { name: 'value', label: t.value, hint: t.valueHint, optional: true, width: 'short', state })}
${field(ctx, { kind: 'select', name: 'missing', label: t.whyMissing, optional: true, empty: t.noneChosen, state, options: optionsOf(ctx, missingReasons) })}
${field(ctx, { name: 'qualifier', label: t.qualifier, hint: t.qualifierHint, optional: true, width: 'short', state })}
${tickBox({ name: 'preliminary', label: t.isPreliminary, state })}
${field(ctx, { name: 'note', label: t.note, optional: true, width: 'full', state })}
${field(ctx, { name: 'reason', label: t.reason, hint: t.reasonHint, width: 'full', state })}`,
      },
    )}`,
  );
}

/** The form in which it is agreed who delivers the figures of a period. */
export function deliveryFormPage(
  ctx: RequestContext,
  { indicator, bodies }: { readonly indicator: Of; readonly bodies: readonly Pick<Principal, 'bodyId' | 'name'>[] },
  sent?: FormState,
): Page {
  const t = texts[ctx.language];
  const state = sent ?? freshForm();
  const back = recordAddress('indicator', indicator.id);
  return frame(
    ctx,
    t.planDeliveries,
    indicator,
    form(ctx, {
      action: `${back}/leveranser`,
      submit: t.save,
      state,
      cancel: { href: `${back}#leveranser` },
      body: html`${field(ctx, { name: 'period', label: t.period, hint: t.asOfHint, width: 'short', state })}
${field(ctx, { kind: 'date', name: 'dueOn', label: t.due, state })}
${choices(ctx, { kind: 'checkbox', name: 'bodyIds', legend: t.deliverer, state, options: bodies.map(({ bodyId, name }) => ({ value: bodyId, text: name })) })}`,
    }),
  );
}
