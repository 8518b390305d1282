import type { AccountDetail, NewCodeFactor } from '../../../domain/access/index.ts';
import { linkButton } from '../../components/button/button.ts';
import { field } from '../../components/field/field.ts';
import { form, postButton } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { qrCode } from '../../components/qr-code/qr-code.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { tag } from '../../components/tag/tag.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { codeField } from './confirm-page.ts';
import { ownPage, ownPath } from './own-account-page.ts';
import { ownTexts } from './own-texts.ts';
import { passkeyBox } from './passkey-box.ts';
import { texts } from './texts.ts';

export const protectionPath = `${ownPath}/skydd` as const;

/** What stands beside the password: an app for codes, and passkeys. */
export function protectionPage(ctx: RequestContext, account: AccountDetail, state: FormState = freshForm()): Page {
  const t = ownTexts[ctx.language];
  const must = ctx.session?.mustProtect
    ? notice(ctx, { tone: 'warning', body: texts[ctx.language].mustProtect })
    : null;
  const code = account.hasCode
    ? html`<p>${tag({ text: t.codeOn, tone: 'ok' })} <span class="soft">${t.recoveryLeft(account.unusedRecoveryCodes)}</span></p><div class="actions">${postButton(ctx, { action: `${protectionPath}/reservkoder`, text: t.recoveryNew, variant: 'secondary' })}${postButton(ctx, { action: `${protectionPath}/kod/ta-bort`, text: t.codeRemove, variant: 'danger' })}</div>`
    : html`<p>${tag({ text: t.codeOff, tone: 'unknown' })}</p>${account.hasPassword ? postButton(ctx, { action: `${protectionPath}/kod`, text: t.codeStart }) : null}`;
  const label = field(ctx, {
    name: 'label',
    label: t.passkeyLabel,
    state: freshForm({ label: ctx.device }),
    width: 'medium',
  });
  return {
    ...ownPage(
      ctx,
      'protection',
      html`${must}<p>${t.protectionLead}</p>
<section aria-labelledby="koder"><h2 id="koder">${t.codeApp}</h2><p>${t.codeWhat}</p>${code}</section>
<section aria-labelledby="nycklar"><h2 id="nycklar">${t.passkeys}</h2><p>${t.passkeyWhat}</p>
${
  account.passkeys.length === 0
    ? html`<p>${t.passkeyNone}</p>`
    : html`<ul>${account.passkeys.map(
        ({ id, label, madeAt }) =>
          html`<li>${label} <span class="soft">${t.madeAt(ctx.format.instant(madeAt))}</span> ${postButton(ctx, { action: `${protectionPath}/nyckel/ta-bort`, text: t.remove, about: label, variant: 'quiet', fields: { id } })}</li>`,
      )}</ul>`
}${state.problems.length > 0 ? form(ctx, { action: protectionPath, submit: t.back, state, body: null }) : null}
${passkeyBox(ctx, 'make', '', label)}<noscript><p>${t.passkeyNoScript}</p></noscript></section>`,
    ),
    script: 'passkeyScript',
  };
}

/** The picture and the key of an app that is being tied, until its first code has been given. */
export function codeSetupPage(ctx: RequestContext, waiting: NewCodeFactor, state: FormState = freshForm()): Page {
  const t = ownTexts[ctx.language];
  return page({
    title: t.codeTitle,
    width: 'text',
    crumbs: [{ text: t.title, href: ownPath }, { text: t.protection, href: protectionPath }, { text: t.codeTitle }],
    body: html`<p>${t.codeScan}</p>${qrCode({ id: 'app', address: waiting.address, title: t.codeQr })}
${summaryList([{ term: t.codeSecret, value: html`<code translate="no">${waiting.secret.match(/.{1,4}/g)?.join(' ')}</code>` }])}
${form(ctx, { action: `${protectionPath}/kod/bekrafta`, submit: t.codeConfirm, state, cancel: { href: protectionPath }, body: codeField(ctx, state, 'code'), labels: { code: texts[ctx.language].code } })}`,
  });
}

/** The recovery codes, shown once. */
export function recoveryPage(ctx: RequestContext, codes: readonly string[]): Page {
  const t = ownTexts[ctx.language];
  return page({
    title: t.recoveryTitle,
    width: 'text',
    crumbs: [{ text: t.title, href: ownPath }, { text: t.protection, href: protectionPath }, { text: t.recoveryTitle }],
    body: html`${notice(ctx, { tone: 'info', body: html`<p>${t.recoveryBody}</p>` })}<ul>${codes.map((code) => html`<li><code translate="no">${code}</code></li>`)}</ul><div class="actions">${linkButton({ text: t.back, href: protectionPath })}</div>`,
  });
}
