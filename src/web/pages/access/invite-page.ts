import type { Body } from '../../../domain/organisation/index.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { accountListPath } from './account-page.ts';
import { accountTexts } from './account-texts.ts';

export const invitePath = `${accountListPath}/gast`;

/** The form in which a guest of a joint group is invited: who, to which group, and until when. */
export function invitePage(ctx: RequestContext, groups: readonly Body[], state: FormState): Page {
  const t = accountTexts[ctx.language];
  return page({
    title: t.invite,
    width: 'text',
    crumbs: [{ text: t.title, href: accountListPath }, { text: t.invite }],
    lead: html`<span>${t.inviteLead}</span>`,
    body:
      groups.length === 0
        ? html`<p>${t.noGroups}</p>`
        : form(ctx, {
            action: invitePath,
            submit: t.invite,
            state,
            cancel: { href: accountListPath },
            labels: { name: t.name, login: t.login, email: t.email, bodyId: t.group, until: t.until },
            body: html`${field(ctx, { name: 'name', label: t.name, state, autocomplete: 'off' })}
${field(ctx, { name: 'login', label: t.login, hint: t.loginHint, state, autocomplete: 'off' })}
${field(ctx, { kind: 'email', name: 'email', label: t.email, state, optional: true, autocomplete: 'off' })}
${field(ctx, { kind: 'select', name: 'bodyId', label: t.group, state, options: groups.map(({ id, name }) => ({ value: id, text: name })) })}
${field(ctx, { kind: 'date', name: 'until', label: t.until, hint: t.untilHint, state })}`,
          }),
  });
}

/** The way in for the guest, shown once: the password is kept by nobody. */
export function invitedPage(
  ctx: RequestContext,
  guest: {
    readonly name: string;
    readonly login: string;
    readonly until: string;
    readonly password: string | undefined;
  },
): Page {
  const t = accountTexts[ctx.language];
  return page({
    title: t.invited,
    width: 'text',
    crumbs: [{ text: t.title, href: accountListPath }, { text: t.invited }],
    lead: html`<span lang="sv">${guest.name}</span>`,
    body: html`${
      guest.password === undefined
        ? notice(ctx, { tone: 'warning', body: html`<p>${t.passwordGone}</p>` })
        : html`${notice(ctx, { tone: 'info', title: t.passwordOnce, body: html`<p>${t.passwordOnceBody}</p>` })}${summaryList(
            [
              { term: t.login, value: guest.login },
              { term: t.password, value: html`<code>${guest.password}</code>` },
              { term: t.until, value: ctx.format.date(guest.until) },
            ],
          )}`
    }<p><a href="${accountListPath}">${t.toAccounts}</a></p>`,
  });
}
