import { type ApiToken, grantableScopes, tokenDays } from '../../../domain/access/index.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form, postButton } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { programTexts } from './texts.ts';

export const keyPath = '/mitt-konto/nycklar';

/** The keys that programs carry for whoever is signed in, and the form in which one more is made. */
export function keyPage(ctx: RequestContext, tokens: readonly ApiToken[], state: FormState): Page {
  const t = programTexts[ctx.language];
  const now = ctx.services.runtime.now();
  const scopes = ctx.actor ? grantableScopes(ctx.actor) : [];
  const ended = (one: ApiToken) => one.ended || one.expiresAt <= now;
  return page({
    title: t.keysTitle,
    lead: html`<span>${t.keysLead}</span>`,
    body: html`${
      tokens.length === 0
        ? emptyState({ title: t.noKeys, body: t.noKeysBody })
        : table(ctx, {
            caption: t.keysTitle,
            captionHidden: true,
            columns: [
              { key: 'name', text: t.theKey },
              { key: 'scopes', text: t.scopes },
              { key: 'until', text: t.until, kind: 'date' },
              { key: 'used', text: t.lastUsed, kind: 'date' },
              { key: 'end', text: t.state },
            ],
            rows: tokens.map((one) => ({
              name: one.name,
              scopes: html`<span lang="en">${one.scopes.join(', ')}</span>`,
              until: ctx.format.instant(one.expiresAt),
              used: one.lastUsedAt ? ctx.format.instant(one.lastUsedAt) : t.never,
              end: ended(one)
                ? t.ended
                : postButton(ctx, {
                    action: `${keyPath}/avsluta`,
                    text: t.end,
                    about: t.endAbout(one.name),
                    variant: 'secondary',
                    fields: { id: one.id },
                  }),
            })),
          })
    }
<h2>${t.make}</h2>
${form(ctx, {
  action: keyPath,
  submit: t.make,
  state,
  labels: { name: t.name, scopes: t.scopes, days: t.days },
  body: html`${field(ctx, { name: 'name', label: t.name, state })}
${choices(ctx, { kind: 'checkbox', name: 'scopes', legend: t.scopes, hint: t.scopesHint, state, options: scopes.map((scope) => ({ value: scope, text: scope })) })}
${choices(ctx, { kind: 'radio', name: 'days', legend: t.days, state, inline: true, options: tokenDays.map((days) => ({ value: String(days), text: t.dayCount(days) })) })}`,
})}`,
  });
}

/** What is shown once: a key or a secret that was just made. */
export function shownOncePage(
  ctx: RequestContext,
  {
    title,
    term,
    secret,
    back,
  }: {
    readonly title: string;
    readonly term: string;
    readonly secret: string;
    readonly back: { readonly href: string; readonly text: string };
  },
): Page {
  const t = programTexts[ctx.language];
  return page({
    title,
    width: 'text',
    body: html`${notice(ctx, { tone: 'warning', body: t.showOnce })}${summaryList([{ term, value: html`<code translate="no">${secret}</code>` }])}
<div class="actions">${linkButton(back)}</div>`,
  });
}
