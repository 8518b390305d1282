import { type ListedAccount, type ListedGrant, roles } from '../../../domain/access/index.ts';
import type { SeatHolder } from '../../../domain/organisation/index.ts';
import { capitalized } from '../../../kernel/capitalized.ts';
import { linkButton } from '../../components/button/button.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { programTexts } from '../programs/texts.ts';
import { accountTexts } from './account-texts.ts';
import { administerTexts } from './administer-texts.ts';

export const accountListPath = '/konton';

/** All accounts with the person that each belongs to; those that belong to nobody of the register are shown as such. */
export function accountListPage(
  ctx: RequestContext,
  accounts: readonly ListedAccount[],
  names: ReadonlyMap<string, string>,
): Page {
  const t = accountTexts[ctx.language];
  return page({
    title: t.title,
    lead: html`<span>${t.lead}</span>`,
    body: html`<p>${t.why}</p><div class="actions">${linkButton({ text: administerTexts[ctx.language].create, href: `${accountListPath}/nytt`, variant: 'secondary' })}${linkButton({ text: t.invite, href: `${accountListPath}/gast`, variant: 'secondary' })}${linkButton({ text: programTexts[ctx.language].hooksTitle, href: '/webhookar', variant: 'secondary' })}</div>${table(
      ctx,
      {
        caption: t.title,
        captionHidden: true,
        rowHeader: 'name',
        columns: [
          { key: 'name', text: t.name },
          { key: 'login', text: t.login },
          { key: 'roles', text: t.roles },
          { key: 'person', text: t.person },
          { key: 'change', text: t.change },
        ],
        rows: accounts.map(({ id, name, login, active, personId, grants }) => ({
          name: html`<a href="${accountListPath}/${id}" lang="sv">${name}</a>${active ? null : html` ${tag({ text: t.closed })}`}`,
          login,
          roles: html`${grants.map((one, index) => html`${index > 0 ? html`<br>` : null}${grantWords(ctx, one)}`)}`,
          person: personId
            ? html`<span lang="sv">${names.get(personId) ?? ''}</span>`
            : tag({ text: t.none, tone: 'unknown' }),
          change: html`<a href="${accountListPath}/${id}/person">${t.change}<span class="sr-only">${t.changeAbout(name)}</span></a>`,
        })),
      },
    )}`,
  });
}

/** A role with its body and its last day: who is invited for a time is seen to be so. */
function grantWords(ctx: RequestContext, { role, bodyName, validTo }: ListedGrant): Html {
  const t = accountTexts[ctx.language];
  return html`${capitalized(roles[role][ctx.language])}${bodyName ? html`, <span lang="sv">${bodyName}</span>` : null}${validTo ? html` <span class="soft">${t.untilDay(ctx.format.shortDate(validTo))}</span>` : null}`;
}

/** The form in which an account is tied to a person, or to none. */
export function tieAccountPage(
  ctx: RequestContext,
  account: ListedAccount,
  holders: readonly SeatHolder[],
  state: FormState,
): Page {
  const t = accountTexts[ctx.language];
  return page({
    title: t.formTitle,
    width: 'text',
    crumbs: [{ text: t.title, href: accountListPath }, { text: account.name }],
    lead: html`<span lang="sv">${account.name}</span> <span>(${account.login})</span>`,
    body: html`${holders.length === 0 ? html`<p>${t.noSeats}</p>` : null}${form(ctx, {
      action: `${accountListPath}/${account.id}/person`,
      submit: t.save,
      state,
      cancel: { href: accountListPath },
      body: field(ctx, {
        kind: 'select',
        name: 'personId',
        label: t.person,
        hint: t.personHint,
        empty: t.noPerson,
        options: holders.map(({ id, name, bodies }) => ({
          value: id,
          text: [name, bodies.join(', ')].filter(Boolean).join(' – '),
        })),
        state,
        optional: true,
      }),
    })}`,
  });
}
