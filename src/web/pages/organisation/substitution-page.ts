import * as z from 'zod';
import type { Body, PartyOrder, Seat, SubstitutionOrder } from '../../../domain/organisation/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { help } from '../../components/help/help.ts';
import { table } from '../../components/table/table.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { civilDateField, idempotencyField, optionalText, text } from '../../input.ts';
import { type Page, page } from '../../reply.ts';
import type { BodyFacts } from './body-facts.ts';
import { crumbs } from './body-form-page.ts';
import { mayEdit } from './body-page.ts';
import { rulesTexts } from './rules-texts.ts';

/** What the form for an order of deputies sends: the order as lines, which are read by `ordersFrom`. */
export const substitutionForm = z.object({
  orders: text({ maximum: 2000 }),
  validFrom: civilDateField(),
  source: optionalText({ maximum: 300 }),
  idempotencyKey: idempotencyField,
});

/** The address of the form. */
export function substitutionPath(bodyId: string): string {
  return `${recordAddress('body', bodyId)}/inkallelseordning`;
}

/** The orders that lines like "S: V, MP" stand for; the first line that is none is a problem of the form. */
export function ordersFrom(lines: string): readonly PartyOrder[] {
  const orders: PartyOrder[] = [];
  for (const [index, line] of lines.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [, party, rest] = /^\s*([^:,]+?)\s*:\s*(.*?)\s*$/u.exec(line) ?? [];
    if (party === undefined || rest === undefined)
      throw new AppError('record.invalid', {}, [
        { path: 'orders', key: 'substitution.line', values: { line: index + 1 } },
      ]);
    orders.push({
      party,
      fallsBackOn: rest
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean),
    });
  }
  return orders;
}

/** The lines of an order; where none is recorded, a line for each party that has seats. */
export function linesOf(order: SubstitutionOrder | undefined, seats: readonly Seat[]): string {
  const parties = [...new Set(seats.flatMap(({ kind, party }) => (kind === 'member' && party ? [party] : [])))].sort();
  const recorded = order?.orders ?? [];
  const missing = parties.filter((party) => !recorded.some((one) => one.party === party));
  return [...recorded, ...missing.map((party) => ({ party, fallsBackOn: [] }))]
    .map(({ party, fallsBackOn }) => `${party}: ${fallsBackOn.join(', ')}`.trim())
    .join('\n');
}

/** Who serves for whom in the body, with the orders before and after the one of today. */
export function substitutionSection(ctx: RequestContext, { body, rules, substitutions, day }: BodyFacts): Html | null {
  const t = rulesTexts[ctx.language];
  if (!rules.seats || rules.deputiesServe === 'no') return null;
  const current = substitutions.find((one) => one.validFrom <= day && day <= (one.validTo ?? day));
  const others = substitutions.filter((one) => one !== current);
  const set = mayEdit(ctx, body.id)
    ? html`<div class="actions">${linkButton({ text: t.substitutionSet, href: substitutionPath(body.id), variant: 'secondary' })}</div>`
    : null;
  return html`<section id="inkallelse"><h2>${t.substitution}</h2>${
    current
      ? html`<p>${t.substitutionLead}</p>${orderTable(ctx, current)}`
      : html`<p class="soft">${t.substitutionNone}</p>`
  }${others.length > 0 ? help({ summary: t.earlierOrders(others.length), body: html`${others.map((one) => orderTable(ctx, one))}` }) : null}${set}</section>`;
}

function orderTable(ctx: RequestContext, order: SubstitutionOrder): Html {
  const t = rulesTexts[ctx.language];
  const valid = t.validity(ctx.format.date(order.validFrom), order.validTo ? ctx.format.date(order.validTo) : '');
  return table(ctx, {
    caption: [valid, order.source].filter(Boolean).join(' · '),
    dense: true,
    columns: [
      { key: 'party', text: t.party },
      { key: 'next', text: t.fallsBackOn },
    ],
    rows: order.orders.map(({ party, fallsBackOn }) => ({
      party,
      next: [...fallsBackOn, t.anybody].join(', '),
    })),
  });
}

/** The form in which the order of deputies is recorded from a day on. */
export function substitutionPage(ctx: RequestContext, body: Body, state: FormState): Page {
  const t = rulesTexts[ctx.language];
  return page({
    title: t.substitutionSet,
    width: 'text',
    crumbs: crumbs(ctx, t.substitutionSet, body),
    lead: html`<span lang="sv">${body.name}</span>`,
    body: form(ctx, {
      action: substitutionPath(body.id),
      submit: t.save,
      state,
      labels: { orders: t.orders, validFrom: t.fromDay, source: t.source },
      cancel: { href: `${recordAddress('body', body.id)}#inkallelse` },
      body: html`<p>${t.substitutionLead}</p>
${field(ctx, { name: 'orders', label: t.orders, hint: t.ordersHint, kind: 'textarea', rows: 10, state })}
${field(ctx, { name: 'validFrom', label: t.fromDay, hint: t.fromHint, kind: 'date', state })}
${field(ctx, { name: 'source', label: t.source, hint: t.sourceHint, state, optional: true })}`,
    }),
  });
}
