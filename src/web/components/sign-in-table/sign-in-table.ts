import type { Ui } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { table } from '../table/table.ts';

export type DemoLogin = { readonly login: string; readonly password: string; readonly role: string };

/** The logins of the demonstration region, by role. Shown in demonstration mode only: a real installation has no such list. */
export function signInTable(ui: Ui, logins: readonly DemoLogin[]): Html {
  const { demoLogins, login, password, role } = ui.t.components;
  return html`<div class="sign-in-table">${table(ui, {
    caption: demoLogins,
    columns: [
      { key: 'role', text: role },
      { key: 'login', text: login },
      { key: 'password', text: password },
    ],
    rows: logins.map((row) => ({
      role: row.role,
      login: html`<code>${row.login}</code>`,
      password: html`<code>${row.password}</code>`,
    })),
  })}</div>`;
}
