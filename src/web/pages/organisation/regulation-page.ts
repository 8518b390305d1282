import * as z from 'zod';
import {
  type Body,
  type EffectiveRule,
  isCount,
  type RegulationGroup,
  type RegulationKey,
  regulationEntry,
  regulationGroups,
  regulationKeyNames,
} from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { choice, civilDateField, idempotencyField, optionalText, text } from '../../input.ts';
import { type Page, page } from '../../reply.ts';
import { crumbs } from './body-form-page.ts';
import { regulationPath, valueInWords } from './body-rules.ts';
import { rulesTexts } from './rules-texts.ts';

const keys = regulationKeyNames as readonly [RegulationKey, ...RegulationKey[]];

/** What the form for one value of the reglemente sends. */
export const regulationForm = z.object({
  key: choice(keys),
  value: text({ maximum: 40 }),
  validFrom: civilDateField(),
  source: optionalText({ maximum: 300 }),
  idempotencyKey: idempotencyField,
});

/** All that a reglemente can say about this kind of body, each with what holds now, as the way to its form. */
export function regulationChoicePage(ctx: RequestContext, body: Body, rules: readonly EffectiveRule[]): Page {
  const t = rulesTexts[ctx.language];
  const groups = Object.keys(regulationGroups) as readonly RegulationGroup[];
  return page({
    title: t.recordTitle,
    width: 'text',
    crumbs: crumbs(ctx, t.recordTitle, body),
    lead: html`<span lang="sv">${body.name}</span>`,
    body: html`<p>${t.recordLead}</p>${groups.map((group) => {
      const rows = rules.filter(({ key }) => regulationEntry(key).group === group);
      if (rows.length === 0) return null;
      return html`<section><h2>${regulationGroups[group][ctx.language]}</h2>${linkList(
        rows.map(({ key, value }) => ({
          title: regulationEntry(key).label[ctx.language],
          href: regulationPath(body.id, key),
          note: value === null ? t.unsaid : valueInWords(ctx, key, value),
        })),
      )}</section>`;
    })}`,
  });
}

/** The form in which one value of the body's reglemente is recorded from a day on. */
export function regulationPage(ctx: RequestContext, body: Body, rule: EffectiveRule, state: FormState): Page {
  const t = rulesTexts[ctx.language];
  const href = recordAddress('body', body.id);
  const label = regulationEntry(rule.key).label[ctx.language];
  const now = rule.value === null ? t.unsaid : valueInWords(ctx, rule.key, rule.value);
  return page({
    title: `${t.recordTitle}: ${label}`,
    width: 'text',
    crumbs: crumbs(ctx, label, body),
    lead: html`<span lang="sv">${body.name}</span>`,
    body: form(ctx, {
      action: `${href}/reglemente`,
      submit: t.save,
      state,
      labels: { value: label, validFrom: t.fromDay, source: t.source },
      cancel: { href: `${href}#reglemente` },
      body: html`<p>${t.recordedNow(now)}</p><input type="hidden" name="key" value="${rule.key}">
${valueField(ctx, rule.key, label, state)}
${field(ctx, { name: 'validFrom', label: t.fromDay, hint: t.fromHint, kind: 'date', state })}
${field(ctx, { name: 'source', label: t.source, hint: t.sourceHint, state, optional: true })}`,
    }),
  });
}

function valueField(ctx: RequestContext, key: RegulationKey, label: string, state: FormState): Html {
  const t = rulesTexts[ctx.language];
  const { values } = regulationEntry(key);
  if (isCount(values))
    return field(ctx, {
      name: 'value',
      label,
      hint: t.bounds(String(values.least), String(values.most)),
      kind: 'number',
      ...(values.unit === 'days' && { unit: t.daysUnit }),
      state,
    });
  const options = Object.entries(values).map(([value, words]) => ({ value, text: words[ctx.language] }));
  return choices(ctx, { kind: 'radio', name: 'value', legend: label, options, state });
}
