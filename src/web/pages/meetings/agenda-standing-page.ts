import * as z from 'zod';
import {
  clauseMarks,
  type ItemCategory,
  itemCategories,
  itemCategoryCodes,
  type StandingItem,
  type StandingPlace,
  standingPlaces,
} from '../../../domain/meetings/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { bothTexts } from '../../components/both-texts/both-texts.ts';
import { button } from '../../components/button/button.ts';
import { field } from '../../components/field/field.ts';
import { group, tickBox } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { checkbox, choice, idempotencyField, optionalText, text } from '../../input.ts';
import { localized } from '../../localized.ts';
import { type Page, page } from '../../reply.ts';

const texts = localized(
  {
    title: 'Stående punkter',
    lead: 'Punkter som organet har på varje dagordning. De läggs in med ett tryck.',
    usual: 'Organet har inte skrivit egna. Det här är de vanliga; spara för att göra dem till organets egna.',
    row: (number: number) => `Punkt ${number}`,
    heading: 'Rubrik',
    place: 'Plats',
    category: 'Slag av punkt',
    sub: 'Står som delpunkt under punkten före',
    clauses: 'Förslag till beslut',
    clausesHint: 'En att-sats på varje rad. {marks} fylls i med dem som står i tur.',
    add: 'Lägg till punkt',
    remove: 'Ta bort',
    up: 'Flytta upp',
    about: (title: string) => `: ${title}`,
    save: 'Spara',
    saved: 'De stående punkterna är sparade.',
    whole: 'Punkterna',
  },
  {
    title: 'Standing items',
    lead: 'Items that the body has on every agenda. They are put in with one press.',
    usual: 'The body has not written its own. These are the usual ones; save to make them the body’s own.',
    row: (number: number) => `Item ${number}`,
    heading: 'Heading',
    place: 'Place',
    category: 'Kind of item',
    sub: 'Stands as a point under the item before',
    clauses: 'Proposed decision',
    clausesHint: 'One att-clause on each line. {marks} are filled in with those whose turn it is.',
    add: 'Add an item',
    remove: 'Remove',
    up: 'Move up',
    about: (title: string) => `: ${title}`,
    save: 'Save',
    saved: 'The standing items are saved.',
    whole: 'The items',
  },
);

export { texts as standingTexts };

const places = Object.keys(standingPlaces) as [StandingPlace, ...StandingPlace[]];

/** What the form of the standing items sends. */
export const standingForm = z.object({
  items: z
    .array(
      z.object({
        title: text({ maximum: 500 }),
        place: choice(places),
        category: choice(itemCategoryCodes as readonly [ItemCategory, ...ItemCategory[]]),
        sub: checkbox(),
        clauses: optionalText({ maximum: 5000 }),
      }),
    )
    .max(60)
    .default([]),
  act: optionalText({ maximum: 20 }),
  /** The items as they were when the form was opened: a list has no version of its own. */
  seen: optionalText({ maximum: 60_000 }),
  idempotencyKey: idempotencyField,
});

/** The standing items as the values of the form. */
export function standingValues(items: readonly StandingItem[]): FormState['values'] {
  return Object.fromEntries(
    items.flatMap((item, index) => [
      [`items.${index}.title`, item.title],
      [`items.${index}.place`, item.place],
      [`items.${index}.category`, item.category],
      [`items.${index}.sub`, item.sub ? 'on' : undefined],
      [`items.${index}.clauses`, item.clauses.join('\n')],
    ]),
  );
}

/** The form in which a body's standing items are written; it works without script, each button sends it. */
export function agendaStandingPage(
  ctx: RequestContext,
  body: { readonly id: string; readonly name: string },
  saved: { readonly items: readonly StandingItem[]; readonly own: boolean },
  state: FormState,
): Page {
  const t = texts[ctx.language];
  const rows = new Set(Object.keys(state.values).flatMap((name) => /^items\.(\d+)\./.exec(name)?.[1] ?? []));
  const titleAt = (index: string) => [state.values[`items.${index}.title`] ?? ''].flat()[0] ?? '';
  const listed = (items: readonly StandingItem[]) => items.map(({ title }) => title).join('\n');
  return page({
    title: t.title,
    width: 'text',
    crumbs: [{ text: body.name, href: recordAddress('body', body.id) }, { text: t.title }],
    lead: html`<span>${t.lead}</span>`,
    body: html`${saved.own ? null : html`<p class="soft">${t.usual}</p>`}${bothTexts(ctx, {
      state,
      fields: [{ name: 'whole', label: t.whole, saved: listed(saved.items) }],
    })}${form(ctx, {
      action: `/sammantraden/staende-punkter/${body.id}`,
      submit: t.save,
      state,
      cancel: { href: recordAddress('body', body.id) },
      body: html`<input type="hidden" name="seen" value="${JSON.stringify(saved.items)}"><button type="submit" name="act" value="save" hidden tabindex="-1"></button>
${[...rows].map((index) =>
  group(
    t.row(Number(index) + 1),
    html`${field(ctx, { name: `items.${index}.title`, label: t.heading, state })}
${field(ctx, { name: `items.${index}.place`, label: t.place, kind: 'select', options: places.map((place) => ({ value: place, text: standingPlaces[place][ctx.language] })), state })}
${field(ctx, { name: `items.${index}.category`, label: t.category, kind: 'select', options: itemCategoryCodes.map((code) => ({ value: code, text: itemCategories[code][ctx.language] })), state })}
${tickBox({ name: `items.${index}.sub`, label: t.sub, state })}
${field(ctx, { name: `items.${index}.clauses`, label: t.clauses, hint: t.clausesHint.replace('{marks}', Object.keys(clauseMarks).join(', ')), kind: 'textarea', rows: 2, state, optional: true })}
<div class="actions">${Number(index) > 0 ? button({ text: t.up, about: t.about(titleAt(index)), variant: 'quiet', name: 'act', value: `up:${index}` }) : null}${button({ text: t.remove, about: t.about(titleAt(index)), variant: 'quiet', name: 'act', value: `remove:${index}` })}</div>`,
  ),
)}
<div class="actions">${button({ text: t.add, variant: 'secondary', name: 'act', value: 'add' })}</div>`,
    })}`,
  });
}
