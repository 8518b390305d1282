import { roles } from '../../../domain/access/index.ts';
import { linkButton } from '../../components/button/button.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { type DemoLogin, signInTable } from '../../components/sign-in-table/sign-in-table.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { codeField } from './confirm-page.ts';
import { passkeyBox } from './passkey-box.ts';
import { texts } from './texts.ts';

/** Who can sign in to the demonstration, and with what; empty everywhere else. */
export type DemoLogins = readonly {
  readonly login: string;
  readonly role: keyof typeof roles;
  readonly password: string;
}[];

/** The page where one signs in. In the demonstration it lists the logins, so that a visitor can choose a role. */
export function signInPage(ctx: RequestContext, state: FormState, demoLogins: DemoLogins): Page {
  const t = texts[ctx.language];
  const after = ctx.url.searchParams.get('till');
  const signedOutOf = ctx.url.searchParams.get('utloggad');
  const { providers } = ctx.services.signIn;
  const leaving = providers.find(({ code }) => code === signedOutOf);
  const logins = demoLogins.map(
    ({ login, role, password }): DemoLogin => ({ login, password, role: roles[role][ctx.language] }),
  );
  const fields = html`${field(ctx, { name: 'login', label: t.login, state, autocomplete: 'username', width: 'medium' })}
${field(ctx, { name: 'password', label: t.password, state, kind: 'password', autocomplete: 'current-password', width: 'medium' })}`;
  const query = after ? `?${new URLSearchParams({ till: after })}` : '';
  return page({
    title: t.title,
    width: 'text',
    script: 'passkeyScript',
    body: html`${leaving ? html`<p><a href="/logga-ut/extern/${leaving.code}">${t.signOutThere(leaving.name)}</a></p>` : null}
${
  providers.length > 0
    ? html`<section aria-labelledby="e-legitimation"><h2 id="e-legitimation">${t.orProvider}</h2><div class="actions">${providers.map(
        ({ code, name }) =>
          linkButton({ text: t.withProvider(name), href: `/logga-in/extern/${code}${query}`, variant: 'secondary' }),
      )}</div></section><h2>${t.withPassword}</h2>`
    : null
}
${form(ctx, {
  action: `/logga-in${query}`,
  body: fields,
  submit: t.submit,
  state,
  labels: { login: t.login, password: t.password },
})}
${passkeyBox(ctx, 'signIn', after ?? '')}
${logins.length > 0 ? html`${notice(ctx, { tone: 'info', title: t.demoTitle, body: t.demoBody })}${signInTable(ctx, logins)}` : null}`,
  });
}

/** The second step of those who have an app for codes. */
export function codePage(ctx: RequestContext, state: FormState = freshForm()): Page {
  const t = texts[ctx.language];
  const after = ctx.url.searchParams.get('till');
  return page({
    title: t.codeTitle,
    width: 'text',
    body: html`<p>${t.codeBody}</p>${form(ctx, {
      action: after ? `/logga-in/kod?${new URLSearchParams({ till: after })}` : '/logga-in/kod',
      submit: t.goOn,
      state,
      cancel: { href: '/logga-in', text: t.startOver },
      body: codeField(ctx, state, 'code'),
      labels: { code: t.code },
    })}`,
  });
}

/** What somebody sees whom a service vouches for and who has no open account here: whom to ask, and the code to read to them. */
export function unknownPage(ctx: RequestContext, code: string): Page {
  const t = texts[ctx.language];
  return page({
    title: t.unknownTitle,
    width: 'text',
    body: html`<p>${t.unknownBody}</p><dl class="summary-list"><div><dt>${t.unknownCode}</dt><dd><code translate="no">${code}</code></dd></div></dl>
<p>${t.unknownAfter}</p><p><a href="/logga-in">${t.backToSignIn}</a></p>`,
  });
}

/** An identification that held and was not enough: one sentence whatever was lacking, so that it teaches nobody what to try. */
export function refusedPage(ctx: RequestContext): Page {
  const t = texts[ctx.language];
  return page({
    title: t.refusedTitle,
    width: 'text',
    body: html`${notice(ctx, { tone: 'warning', body: html`<p>${t.refusedBody}</p>` })}<p><a href="/logga-in">${t.backToSignIn}</a></p>`,
  });
}
