import {
  deliveryFailures,
  type Webhook,
  type WebhookDelivery,
  webhookEventNames,
  webhookEvents,
  webhookStates,
  webhookTransitions,
} from '../../../domain/webhooks/index.ts';
import { isAllowedIn } from '../../../kernel/transition-table.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form, postButton } from '../../components/form/form.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { programTexts } from './texts.ts';

export const webhookPath = '/webhookar';
const tones = { active: 'ok', paused: 'unknown', stopped: 'late' } as const;

/** The addresses outside that are told of what happens, and the form in which one more is registered. */
export function webhookListPage(ctx: RequestContext, hooks: readonly Webhook[], state: FormState): Page {
  const t = programTexts[ctx.language];
  return page({
    title: t.hooksTitle,
    lead: html`<span>${t.hooksLead}</span>`,
    body: html`${
      hooks.length === 0
        ? emptyState({ title: t.noHooks, body: t.noHooksBody })
        : linkList(
            hooks.map(({ id, address, state: how }) => ({
              title: address,
              href: `${webhookPath}/${id}`,
              note: webhookStates[how][ctx.language],
            })),
          )
    }
<h2>${t.register}</h2>
${form(ctx, {
  action: webhookPath,
  submit: t.register,
  state,
  labels: { address: t.address, events: t.events },
  body: html`${field(ctx, { name: 'address', label: t.address, hint: t.addressHint, state })}
${choices(ctx, { kind: 'checkbox', name: 'events', legend: t.events, state, options: webhookEventNames.map((event) => ({ value: event, text: webhookEvents[event][ctx.language] })) })}`,
})}`,
  });
}

/** One address: what it is told of, how it stands, and the newest attempts. */
export function webhookPage(ctx: RequestContext, hook: Webhook, deliveries: readonly WebhookDelivery[]): Page {
  const t = programTexts[ctx.language];
  const { language } = ctx;
  const here = `${webhookPath}/${hook.id}`;
  return page({
    title: hook.address,
    crumbs: [{ text: t.hooksTitle, href: webhookPath }, { text: hook.address }],
    body: html`${summaryList([
      { term: t.state, value: tag({ text: webhookStates[hook.state][language], tone: tones[hook.state] }) },
      { term: t.events, value: hook.events.map((event) => webhookEvents[event][language]).join(', ') },
      { term: t.failures, value: ctx.format.number(hook.failures) },
      { term: t.registeredBy, value: html`<span lang="sv">${hook.registeredBy}</span>` },
    ])}
<div class="actions">${webhookTransitions
      .filter(({ action }) => action !== 'stop' && isAllowedIn(webhookTransitions, hook.state, action))
      .map(({ action, label }) =>
        postButton(ctx, {
          action: `${here}/lage`,
          text: label[language],
          variant: action === 'remove' ? 'danger' : 'secondary',
          version: hook.version,
          fields: { action },
        }),
      )}${postButton(ctx, { action: `${here}/hemlighet`, text: t.renew, variant: 'secondary', version: hook.version })}</div>
<h2>${t.deliveries}</h2>
${table(ctx, {
  caption: t.deliveries,
  captionHidden: true,
  columns: [
    { key: 'when', text: t.when, kind: 'date' },
    { key: 'event', text: t.event },
    { key: 'attempt', text: t.attempt, kind: 'number' },
    { key: 'outcome', text: t.outcome },
  ],
  rows: deliveries.map((one) => ({
    when: ctx.format.instant(one.at),
    event: one.event in webhookEvents ? webhookEvents[one.event as keyof typeof webhookEvents][language] : one.event,
    attempt: ctx.format.number(one.attempt),
    outcome:
      one.failure === null
        ? t.arrived(one.status ?? 0)
        : `${deliveryFailures[one.failure][language]}${one.status === null ? '' : ` (${one.status})`}`,
  })),
  empty: html`<p>${t.noDeliveries}</p>`,
})}`,
  });
}
