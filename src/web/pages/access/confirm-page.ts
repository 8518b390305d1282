import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { passkeyBox } from './passkey-box.ts';
import { texts } from './texts.ts';

/** The names of the fields that `pipeline/fresh-proof.ts` takes out of what was sent. */
export const confirmFields = { password: 'bekrafta-losenord', code: 'bekrafta-kod' } as const;

export type Confirmation = {
  /** Where the form goes: to the page that asked, with what had been typed there, or to the page of confirming itself. */
  readonly action: string;
  readonly kept: FormState['values'];
  readonly state: FormState;
};

/** "Bekräfta att det är du": whoever is signed in shows that they are still there, in the ways that the account has. */
export function confirmPage(ctx: RequestContext, { action, kept, state }: Confirmation): Page {
  const t = texts[ctx.language];
  const proofs = ctx.session?.proofs ?? ['password'];
  const asksCode = proofs.includes('code');
  const asksPassword = asksCode || proofs.includes('password');
  const provider = ctx.services.signIn.providers.find(({ code }) => code === ctx.session?.provider);
  const hidden = html`${Object.entries(kept).map(([name, value]) =>
    [value ?? []].flat().map((one) => html`<input type="hidden" name="${name}" value="${one}">`),
  )}`;
  const fields = asksPassword
    ? html`${field(ctx, { kind: 'password', name: confirmFields.password, label: t.password, state, autocomplete: 'current-password', width: 'medium' })}
${asksCode ? codeField(ctx, state) : null}`
    : html``;
  const isKept = Object.keys(kept).length > 0;
  return page({
    title: t.confirmTitle,
    width: 'text',
    ...(proofs.includes('passkey') && { script: 'passkeyScript' }),
    body: html`<p>${t.confirmBody}</p>${isKept ? notice(ctx, { tone: 'info', body: html`<p>${t.confirmKept}</p>` }) : null}
${form(ctx, { action, submit: asksPassword ? t.confirmSubmit : t.confirmGoOn, state, body: html`${hidden}${fields}`, labels: { [confirmFields.password]: t.password, [confirmFields.code]: t.code } })}
${proofs.includes('passkey') ? passkeyBox(ctx, 'prove', isKept ? undefined : action) : null}
${provider ? html`<p><a href="/bekrafta/extern" target="_blank" rel="opener">${t.confirmAt(provider.name)}</a> ${t.confirmThenGoOn}</p>` : null}`,
  });
}

/** The field for a code, which may be one of the app or one from the slip of recovery codes. */
export function codeField(ctx: RequestContext, state: FormState, name: string = confirmFields.code): Html {
  const t = texts[ctx.language];
  return field(ctx, {
    name,
    label: t.code,
    hint: t.codeHint,
    state: { ...state, values: {} },
    autocomplete: 'one-time-code',
    width: 'short',
  });
}
