import { deviationKinds } from '../../../domain/deviations/index.ts';
import type { GoalArea } from '../../../domain/goalareas/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { optionsFrom } from '../deviations/deviation-view.ts';
import { areasHref } from './goal-area-view.ts';
import { texts } from './texts.ts';

/** The form in which an area is added or changed. */
export function goalAreaFormPage(ctx: RequestContext, area?: GoalArea, sent?: FormState): Page {
  const t = texts[ctx.language];
  const saved = area && { name: area.name, description: area.description };
  const state = sent ?? freshForm({ ...saved, deviationKinds: area?.deviationKinds });
  const title = area ? t.change : t.add;
  const here = area ? recordAddress('goalArea', area.id) : areasHref;
  return page({
    title,
    width: 'text',
    crumbs: [{ text: t.title, href: areasHref }, ...(area ? [{ text: area.name, href: here }] : []), { text: title }],
    body: form(ctx, {
      action: area ? `${here}/andra` : `${areasHref}/ny`,
      submit: t.save,
      state,
      ...(area && { version: area.version }),
      cancel: { href: here },
      labels: { name: t.name, description: t.description, deviationKinds: t.deviationKinds },
      body: html`${
        saved
          ? bothTexts(ctx, {
              state,
              fields: [
                { name: 'name', label: t.name, saved: saved.name },
                { name: 'description', label: t.description, saved: saved.description },
              ],
            })
          : null
      }${field(ctx, { name: 'name', label: t.name, width: 'full', state })}
${field(ctx, { kind: 'textarea', name: 'description', label: t.description, optional: true, rows: 3, state })}
${choices(ctx, { kind: 'checkbox', name: 'deviationKinds', legend: t.deviationKinds, state, options: optionsFrom(ctx, deviationKinds) })}`,
    }),
  });
}
