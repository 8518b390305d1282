import { connectionKindCodes, connectionKinds } from '../../../domain/connections/index.ts';
import { capitalized } from '../../../kernel/capitalized.ts';
import { field, type Option } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Crumb, type Page, page } from '../../reply.ts';
import { texts } from './texts.ts';

/** The record that is connected with another, as its form names it. */
export type ConnectFacts = {
  readonly name: string;
  readonly href: string;
  /** The way down to the record, without it. */
  readonly crumbs: readonly Crumb[];
  readonly records: readonly Option[];
};

/** The form that says what a record belongs with: the assignment behind it, the decision, the agreement, the money. */
export function connectPage(
  ctx: RequestContext,
  { name, href, crumbs, records }: ConnectFacts,
  sent?: FormState,
): Page {
  const t = texts[ctx.language];
  const state = sent ?? freshForm({ kind: 'concerns' });
  return page({
    title: t.connectTitle,
    width: 'text',
    lead: html`<span lang="sv">${name}</span>`,
    crumbs: [...crumbs, { text: name, href }, { text: t.connect }],
    body: form(ctx, {
      action: `${href}/samband`,
      submit: t.connect,
      state,
      labels: { to: t.connectTo, kind: t.connectKind, reason: t.connectReason },
      cancel: { href },
      body: html`${field(ctx, { kind: 'select', name: 'to', label: t.connectTo, hint: t.connectHint, state, options: records })}
${field(ctx, { kind: 'select', name: 'kind', label: t.connectKind, state, options: connectionKindCodes.map((code) => ({ value: code, text: capitalized(connectionKinds[code][ctx.language]) })) })}
${field(ctx, { name: 'reason', label: t.connectReason, width: 'full', state })}`,
    }),
  });
}
