import { type FormPurpose, formPurposes } from '../../../domain/forms/index.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { formCrumbs } from './form-list-page.ts';
import { texts } from './texts.ts';

export const purposeCodes = Object.keys(formPurposes) as [FormPurpose, ...FormPurpose[]];

/** Where a form of one's own begins: its name, what it is for, and its first year. */
export function newFormPage(ctx: RequestContext, state: FormState): Page {
  const t = texts[ctx.language];
  return page({
    title: t.make,
    width: 'text',
    crumbs: formCrumbs(ctx, undefined, t.make),
    body: form(ctx, {
      action: '/formular/nytt',
      submit: t.save,
      state,
      labels: { title: t.name, purpose: t.purpose, year: t.yearLabel },
      cancel: { href: '/formular' },
      body: html`${field(ctx, { name: 'title', label: t.name, hint: t.nameHint, width: 'full', state })}
${choices(ctx, {
  kind: 'radio',
  name: 'purpose',
  legend: t.purpose,
  state,
  options: purposeCodes.map((code) => ({ value: code, text: formPurposes[code][ctx.language] })),
})}
${field(ctx, { name: 'year', label: t.yearLabel, hint: t.yearHint, optional: true, width: 'short', state })}`,
    }),
  });
}
