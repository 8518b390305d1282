import {
  type AccountDetail,
  accountStates,
  accountTransitions,
  grantedRoles,
  roles,
} from '../../../domain/access/index.ts';
import type { Body } from '../../../domain/organisation/index.ts';
import { capitalized } from '../../../kernel/capitalized.ts';
import { isAllowedIn } from '../../../kernel/transition-table.ts';
import { button } from '../../components/button/button.ts';
import { field } from '../../components/field/field.ts';
import { form, postButton } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { tag } from '../../components/tag/tag.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { accountListPath } from './account-page.ts';
import { accountTexts } from './account-texts.ts';
import { administerTexts } from './administer-texts.ts';
import { identityList, roleList } from './own-account-page.ts';
import { ownTexts } from './own-texts.ts';

/** Which of the forms of the page something was wrong in. */
export type AdministerForm = 'state' | 'role' | 'tie';
export type AdministerState = { readonly at: AdministerForm; readonly state: FormState };

/** One account as an administrator keeps it: its state, its roles and where they come from, and the ways in. */
export function administerPage(
  ctx: RequestContext,
  account: AccountDetail,
  bodies: readonly Body[],
  typed?: AdministerState,
): Page {
  const t = administerTexts[ctx.language];
  const own = ownTexts[ctx.language];
  const here = `${accountListPath}/${account.id}`;
  const names = new Map(bodies.map(({ id, name }) => [id, name]));
  const stateOf = (at: AdministerForm) => (typed?.at === at ? typed.state : freshForm());
  return page({
    title: account.name,
    width: 'text',
    crumbs: [{ text: accountTexts[ctx.language].title, href: accountListPath }, { text: account.name }],
    lead: html`<span>${account.login}</span> ${tag({ text: accountStates[account.state][ctx.language], tone: account.state === 'active' ? 'ok' : 'late' })}`,
    body: html`<h2>${t.rolesToday}</h2>${roleList(ctx, account.grants, names)}
<section aria-labelledby="roller"><h2 id="roller">${t.given}</h2>${givenRoles(ctx, account, names)}${roleForm(ctx, here, bodies, stateOf('role'))}</section>
<section aria-labelledby="vagar"><h2 id="vagar">${t.ways}</h2>${summaryList([
      { term: t.password, value: account.hasPassword ? t.has : t.hasNot },
      {
        term: t.factors,
        value: html`${own.codeApp}: ${account.hasCode ? own.codeOn : own.codeOff}<br>${own.passkeys}: ${ctx.format.number(account.passkeys.length)}`,
      },
      { term: t.lastUsed, value: t.sessionCount(account.sessions.length) },
    ])}
${account.identities.length > 0 ? html`<h3>${own.identities}</h3>${identityList(ctx, account, (id) => postButton(ctx, { action: `${here}/legitimation/ta-bort`, text: t.untie, variant: 'quiet', fields: { id } }))}` : null}
<div class="actions">${postButton(ctx, { action: `${here}/avsluta`, text: t.endSessions, variant: 'secondary' })}${postButton(ctx, { action: `${here}/losenord`, text: t.newPassword, variant: 'secondary' })}${postButton(ctx, { action: `${here}/skydd`, text: t.resetFactors, variant: 'danger' })}</div>
<h3>${t.tie}</h3><p>${t.tieBody}</p>${form(ctx, {
      action: `${here}/legitimation`,
      submit: t.tie,
      variant: 'secondary',
      state: stateOf('tie'),
      body: field(ctx, { name: 'code', label: t.code, state: stateOf('tie'), width: 'medium', autocomplete: 'off' }),
    })}</section>
<section aria-labelledby="lage"><h2 id="lage">${t.change}</h2>${summaryList([
      { term: t.state, value: accountStates[account.state][ctx.language] },
      { term: t.reason, value: account.stateReason && html`<span lang="sv">${account.stateReason}</span>` },
    ])}${stateForm(ctx, here, account, stateOf('state'))}</section>`,
  });
}

function givenRoles(ctx: RequestContext, { given, id }: AccountDetail, names: ReadonlyMap<string, string>): Html {
  const t = administerTexts[ctx.language];
  if (given.length === 0) return html`<p>${t.givenNone}</p>`;
  return html`<ul>${given.map(
    (one) =>
      html`<li>${capitalized(roles[one.role][ctx.language])}, ${one.bodyId ? html`<span lang="sv">${names.get(one.bodyId) ?? ''}</span>` : t.allBodies} <span class="soft">${ctx.format.shortDate(one.validFrom)} – ${one.validTo ? ctx.format.shortDate(one.validTo) : ''}</span> ${postButton(ctx, { action: `${accountListPath}/${id}/roll/avsluta`, text: t.endRole, about: roles[one.role][ctx.language], variant: 'quiet', fields: { id: one.id } })}</li>`,
  )}</ul>`;
}

function roleForm(ctx: RequestContext, here: string, bodies: readonly Body[], state: FormState): Html {
  const t = administerTexts[ctx.language];
  return html`<h3>${t.addRole}</h3>${form(ctx, {
    action: `${here}/roll`,
    submit: t.addRole,
    variant: 'secondary',
    state,
    labels: { role: t.role, bodyId: t.body, validFrom: t.from, validTo: t.until },
    body: html`${field(ctx, { kind: 'select', name: 'role', label: t.role, state, options: grantedRoles.filter((role) => role !== 'guest').map((role) => ({ value: role, text: capitalized(roles[role][ctx.language]) })) })}
${field(ctx, { kind: 'select', name: 'bodyId', label: t.body, state, optional: true, empty: t.allBodies, options: bodies.map(({ id, name }) => ({ value: id, text: name })) })}
${field(ctx, { kind: 'date', name: 'validFrom', label: t.from, state })}
${field(ctx, { kind: 'date', name: 'validTo', label: t.until, hint: t.untilHint, state, optional: true })}`,
  })}`;
}

function stateForm(ctx: RequestContext, here: string, account: AccountDetail, state: FormState): Html {
  const t = administerTexts[ctx.language];
  const possible = accountTransitions.filter(({ action }) => isAllowedIn(accountTransitions, account.state, action));
  const [first, ...others] = possible;
  if (!first) return html``;
  const reason = field(ctx, {
    name: 'reason',
    label: t.reason,
    hint: t.reasonHint,
    state,
    optional: account.state !== 'active',
  });
  // Each button says what it does; the first is the one that Enter presses, and the mildest.
  return form(ctx, {
    action: `${here}/lage/${first.action}`,
    submit: first.label[ctx.language],
    variant: 'secondary',
    state,
    labels: { reason: t.reason },
    body: reason,
    more: html`${others.map(({ action, label }) => button({ text: label[ctx.language], variant: 'danger', formaction: `${here}/lage/${action}` }))}`,
  });
}

/** A password that was made here, shown once to whoever hands it over. */
export function handedPasswordPage(
  ctx: RequestContext,
  account: { readonly name: string; readonly login: string; readonly href: string },
  password: string | undefined,
): Page {
  const t = administerTexts[ctx.language];
  const a = accountTexts[ctx.language];
  return page({
    title: t.newPassword,
    width: 'text',
    crumbs: [
      { text: a.title, href: accountListPath },
      { text: account.name, href: account.href },
      { text: t.newPassword },
    ],
    lead: html`<span lang="sv">${account.name}</span>`,
    body: html`${
      password === undefined
        ? notice(ctx, { tone: 'warning', body: html`<p>${a.passwordGone}</p>` })
        : html`${notice(ctx, { tone: 'info', title: t.passwordOnce, body: html`<p>${t.passwordOnceBody}</p>` })}${summaryList(
            [
              { term: t.login, value: account.login },
              { term: t.password, value: html`<code translate="no">${password}</code>` },
            ],
          )}`
    }<p><a href="${account.href}">${t.back}</a></p>`,
  });
}

/** The form in which an account is made. */
export function newAccountPage(ctx: RequestContext, state: FormState): Page {
  const t = administerTexts[ctx.language];
  return page({
    title: t.create,
    width: 'text',
    crumbs: [{ text: accountTexts[ctx.language].title, href: accountListPath }, { text: t.create }],
    lead: html`<span>${t.createLead}</span>`,
    body: form(ctx, {
      action: `${accountListPath}/nytt`,
      submit: t.save,
      state,
      cancel: { href: accountListPath },
      labels: { name: t.name, login: t.login, email: t.email },
      body: html`${field(ctx, { name: 'name', label: t.name, state, autocomplete: 'off' })}
${field(ctx, { name: 'login', label: t.login, hint: t.loginHint, state, autocomplete: 'off' })}
${field(ctx, { kind: 'email', name: 'email', label: t.email, state, optional: true, autocomplete: 'off' })}`,
    }),
  });
}
