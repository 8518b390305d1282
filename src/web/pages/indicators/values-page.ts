import { missingReasons, type Series, type Sex, sexes } from '../../../domain/indicators/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { field } from '../../components/field/field.ts';
import { tickBox } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { sentence } from './figure-words.ts';
import { optionsOf } from './form-pages.ts';
import { indicatorPaths } from './paths.ts';
import { texts } from './texts.ts';

/** The name of the field of one place; the empty place is the whole. */
export function placeField(index: number): string {
  return `v${index}`;
}

/** Values of one time for the whole and for each place, in one form. What is left empty is not written. */
export function valuesPage(
  ctx: RequestContext,
  { indicator, places }: { readonly indicator: Series['indicator']; readonly places: readonly string[] },
  sent?: FormState,
): Page {
  const t = texts[ctx.language];
  const state = sent ?? freshForm({ sex: 'all' satisfies Sex });
  const back = recordAddress('indicator', indicator.id);
  return page({
    title: t.enterValues,
    width: 'text',
    crumbs: [
      { text: t.title, href: indicatorPaths.register },
      { text: sentence(indicator.name), href: back },
      { text: t.enterValues },
    ],
    lead: html`<span lang="sv">${sentence(indicator.name)} (${indicator.unit})</span>`,
    body: form(ctx, {
      action: `${back}/varden`,
      submit: t.save,
      state,
      cancel: { href: back },
      labels: Object.fromEntries(places.map((place, index) => [placeField(index), place || t.whole])),
      body: html`${field(ctx, { name: 'asOf', label: t.asOf, hint: t.asOfHint, width: 'short', state })}
${field(ctx, { kind: 'select', name: 'sex', label: t.sex, state, options: optionsOf(ctx, sexes) })}
${field(ctx, { name: 'ageGroup', label: t.ageGroup, optional: true, width: 'short', state })}
<p class="soft">${t.gridHelp(
        Object.values(missingReasons)
          .map((one) => one.sv.toLocaleLowerCase('sv'))
          .join(', '),
      )}</p>
${places.map((place, index) => field(ctx, { name: placeField(index), label: place || t.whole, optional: true, width: 'short', state }))}
${tickBox({ name: 'preliminary', label: t.isPreliminary, state })}
${tickBox({ name: 'comparable', label: t.measuredAsBefore, state })}
${field(ctx, { name: 'note', label: t.note, optional: true, width: 'full', state })}
${field(ctx, { name: 'reason', label: t.reason, hint: t.reasonIfChanged, optional: true, width: 'full', state })}`,
    }),
  });
}
