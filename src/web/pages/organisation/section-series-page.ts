import * as z from 'zod';
import { may } from '../../../domain/access/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { idempotencyField, wholeNumber } from '../../input.ts';
import { localized } from '../../localized.ts';
import { type Page, page } from '../../reply.ts';
import type { BodyFacts } from './body-facts.ts';
import { crumbs } from './body-form-page.ts';

const texts = localized(
  {
    next: (year: string, number: number) => `Nästa paragraf ${year} blir § ${number}.`,
    start: 'Ange senaste paragraf',
    title: 'Paragrafnummer mitt i ett år',
    lead: (year: string) =>
      `Organet har redan gett paragrafer ${year} utanför systemet. Ange den senaste, så fortsätter numreringen utan lucka.`,
    after: (year: string) => `Senaste paragraf ${year}`,
    afterHint: 'Bara siffran, till exempel 40. Nästa paragraf blir då § 41.',
    save: 'Spara',
    saved: 'Numreringen fortsätter därifrån.',
  },
  {
    next: (year: string, number: number) => `The next section of ${year} will be § ${number}.`,
    start: 'Give the last section',
    title: 'Section numbers in the middle of a year',
    lead: (year: string) =>
      `The body has given sections in ${year} outside the system. Give the last one, and the numbers go on without a gap.`,
    after: (year: string) => `Last section of ${year}`,
    afterHint: 'Only the figure, for example 40. The next section is then § 41.',
    save: 'Save',
    saved: 'The numbers go on from there.',
  },
);

export { texts as seriesTexts };

/** What the form of the series sends. */
export const seriesForm = z.object({
  after: wholeNumber({ minimum: 0, maximum: 100_000 }),
  idempotencyKey: idempotencyField,
});

/** The address of the form in which a body says where its §§ go on. */
export function seriesPath(bodyId: string): string {
  return `${recordAddress('body', bodyId)}/paragrafer`;
}

/** Which § comes next, and until the first one is given here the way to say where the series goes on; for a body whose §§ run through the year. */
export function seriesLine(ctx: RequestContext, { body, day, series }: BodyFacts): Html | null {
  if (!series) return null;
  const t = texts[ctx.language];
  const starts = !series.begun && ctx.actor !== undefined && may(ctx.actor, 'meeting.edit', body.id);
  return html`<p>${t.next(day.slice(0, 4), series.last + 1)}</p>${
    starts
      ? html`<div class="actions">${linkButton({ text: t.start, href: seriesPath(body.id), variant: 'secondary' })}</div>`
      : null
  }`;
}

/** The form in which a body that begins in the middle of a year gives its last §. */
export function seriesPage(ctx: RequestContext, facts: Pick<BodyFacts, 'body' | 'day'>, state: FormState): Page {
  const t = texts[ctx.language];
  const year = facts.day.slice(0, 4);
  return page({
    title: t.title,
    width: 'text',
    crumbs: crumbs(ctx, t.title, facts.body),
    lead: html`<span lang="sv">${facts.body.name}</span>`,
    body: html`<p>${t.lead(year)}</p>${form(ctx, {
      action: seriesPath(facts.body.id),
      submit: t.save,
      state,
      cancel: { href: `${recordAddress('body', facts.body.id)}#regler` },
      body: field(ctx, { kind: 'number', name: 'after', label: t.after(year), hint: t.afterHint, state }),
    })}`,
  });
}
