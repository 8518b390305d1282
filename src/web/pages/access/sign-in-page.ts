import { roles } from '../../../domain/access/index.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { type DemoLogin, signInTable } from '../../components/sign-in-table/sign-in-table.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
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
  const logins = demoLogins.map(
    ({ login, role, password }): DemoLogin => ({ login, password, role: roles[role][ctx.language] }),
  );
  const fields = html`${field(ctx, { name: 'login', label: t.login, state, autocomplete: 'username', width: 'medium' })}
${field(ctx, { name: 'password', label: t.password, state, kind: 'password', autocomplete: 'current-password', width: 'medium' })}`;
  return page({
    title: t.title,
    width: 'text',
    body: html`${form(ctx, {
      action: after ? `/logga-in?${new URLSearchParams({ till: after })}` : '/logga-in',
      body: fields,
      submit: t.submit,
      state,
      labels: { login: t.login, password: t.password },
    })}
${logins.length > 0 ? html`${notice(ctx, { tone: 'info', title: t.demoTitle, body: t.demoBody })}${signInTable(ctx, logins)}` : null}`,
  });
}
