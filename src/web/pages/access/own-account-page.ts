import {
  type AccountDetail,
  accountStates,
  may,
  type RoleGrant,
  roles,
  shortestPassword,
  signInMethods,
} from '../../../domain/access/index.ts';
import { capitalized } from '../../../kernel/capitalized.ts';
import { field } from '../../components/field/field.ts';
import { form, postButton } from '../../components/form/form.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { table } from '../../components/table/table.ts';
import { tabs } from '../../components/tabs/tabs.ts';
import { tag } from '../../components/tag/tag.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { programTexts } from '../programs/texts.ts';
import { ownTexts } from './own-texts.ts';

export const ownPath = '/mitt-konto';

export type BodyNames = ReadonlyMap<string, string>;

/** One of the sides of the own account, with the tabs between them. */
export function ownPage(
  ctx: RequestContext,
  side: 'overview' | 'sessions' | 'protection' | 'passwordTab',
  body: Html,
): Page {
  const t = ownTexts[ctx.language];
  const sides = [
    { key: 'overview', href: ownPath },
    { key: 'sessions', href: `${ownPath}/inloggningar` },
    { key: 'protection', href: `${ownPath}/skydd` },
    { key: 'passwordTab', href: `${ownPath}/losenord` },
  ] as const;
  return page({
    title: side === 'overview' ? t.title : `${t[side]} – ${t.title}`,
    width: 'text',
    body: html`${tabs(ctx, { label: t.sides, items: sides.map(({ key, href }) => ({ text: t[key], href, current: key === side })) })}${body}`,
  });
}

/** Who the account says that one is, and what it may do today and why. */
export function overviewPage(ctx: RequestContext, account: AccountDetail, bodies: BodyNames): Page {
  const t = ownTexts[ctx.language];
  return ownPage(
    ctx,
    'overview',
    html`${summaryList([
      { term: t.login, value: account.login },
      { term: t.email, value: account.email },
      { term: t.state, value: accountStates[account.state][ctx.language] },
    ])}<h2>${t.roles}</h2>${roleList(ctx, account.grants, bodies)}
${account.identities.length > 0 ? html`<h2>${t.identities}</h2>${identityList(ctx, account)}` : null}
${ctx.actor && may(ctx.actor, 'apiToken.make') ? html`<h2>${programTexts[ctx.language].keysTitle}</h2><p>${programTexts[ctx.language].keysLead}</p><p><a href="${ownPath}/nycklar">${programTexts[ctx.language].keysTitle}</a></p>` : null}`,
  );
}

/** The roles that hold today, each with its body, its end, and where it comes from when nobody gave it by hand. */
export function roleList(ctx: RequestContext, grants: readonly RoleGrant[], bodies: BodyNames): Html {
  const t = ownTexts[ctx.language];
  if (grants.length === 0) return html`<p>${t.noRoles}</p>`;
  return html`<ul>${grants.map(
    ({ role, bodyId, validTo, source, onBehalfOf }) =>
      html`<li>${capitalized(roles[role][ctx.language])}, ${bodyId === null ? t.everywhere : html`<span lang="sv">${bodies.get(bodyId) ?? ''}</span>`}${
        validTo ? html` <span class="soft">${t.untilDay(ctx.format.shortDate(validTo))}</span>` : null
      }${source === 'seat' ? html` ${tag({ text: t.fromSeat, tone: 'info' })}` : null}${onBehalfOf ? html` ${tag({ text: t.forName(onBehalfOf.name), tone: 'part' })}` : null}</li>`,
  )}</ul>`;
}

export function identityList(ctx: RequestContext, { identities }: AccountDetail, more?: (id: string) => Html): Html {
  const t = ownTexts[ctx.language];
  const named = (code: string) => ctx.services.signIn.providers.find((one) => one.code === code)?.name ?? code;
  return html`<ul>${identities.map(
    ({ id, provider, tiedAt, tiedBy }) =>
      html`<li>${named(provider)} <span class="soft">${t.tiedAt(ctx.format.instant(tiedAt), tiedBy)}</span>${more?.(id)}</li>`,
  )}</ul>`;
}

/** Where the account is signed in, with the means to end it. */
export function sessionsPage(ctx: RequestContext, account: AccountDetail): Page {
  const t = ownTexts[ctx.language];
  const others = account.sessions.filter(({ id }) => id !== ctx.session?.id);
  return ownPage(
    ctx,
    'sessions',
    html`<p>${t.sessionsLead}</p>${table(ctx, {
      caption: t.sessions,
      captionHidden: true,
      columns: [
        { key: 'device', text: t.device },
        { key: 'method', text: t.method },
        { key: 'started', text: t.started, kind: 'date' },
        { key: 'seen', text: t.lastSeen, kind: 'date' },
        { key: 'end', text: t.end },
      ],
      rows: account.sessions.map(({ id, device, method, startedAt, lastSeenAt }) => ({
        device: device || t.unknownDevice,
        method: capitalized(signInMethods[method][ctx.language]),
        started: ctx.format.instant(startedAt),
        seen: ctx.format.instant(lastSeenAt),
        end:
          id === ctx.session?.id
            ? tag({ text: t.thisOne, tone: 'info' })
            : postButton(ctx, {
                action: `${ownPath}/inloggningar/avsluta`,
                text: t.end,
                about: t.endAbout(device || t.unknownDevice),
                variant: 'secondary',
                fields: { sessionId: id },
              }),
      })),
    })}${others.length > 0 ? postButton(ctx, { action: `${ownPath}/inloggningar/avsluta-andra`, text: t.endOthers, variant: 'danger' }) : html`<p>${t.noOthers}</p>`}`,
  );
}

/** A new password; whoever asks for it has just shown that they are there. */
export function passwordPage(ctx: RequestContext, account: AccountDetail, state: FormState): Page {
  const t = ownTexts[ctx.language];
  const shortest = account.hasCode ? shortestPassword.besideFactor : shortestPassword.alone;
  const labels = { password: t.newPassword, again: t.newPasswordAgain };
  return ownPage(
    ctx,
    'passwordTab',
    account.hasPassword
      ? form(ctx, {
          action: `${ownPath}/losenord`,
          submit: t.changePassword,
          state,
          labels,
          body: html`${field(ctx, { kind: 'password', name: 'password', label: t.newPassword, hint: t.newPasswordHint(shortest), state, autocomplete: 'new-password' })}
${field(ctx, { kind: 'password', name: 'again', label: t.newPasswordAgain, state, autocomplete: 'new-password' })}`,
        })
      : html`<p>${t.noPassword}</p>`,
  );
}
