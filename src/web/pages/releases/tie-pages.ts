import { may } from '../../../domain/access/index.ts';
import type { Authority, Principal } from '../../../domain/releases/index.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { dayOf } from './release-log-pages.ts';
import { releasePaths } from './release-paths.ts';
import { texts } from './texts.ts';

/** The principals of the register, with the authority of the installation that each is tied to. */
export function tieListPage(
  ctx: RequestContext,
  principals: readonly Principal[],
  authorities: readonly Authority[],
): Page {
  const t = texts[ctx.language];
  const names = new Map(authorities.map(({ id, name }) => [id as string, name]));
  const ties = ctx.actor !== undefined && may(ctx.actor, 'account.administer');
  return page({
    title: t.tiesTitle,
    lead: t.tiesLead,
    crumbs: [{ text: t.logTitle, href: releasePaths.log }, { text: t.tiesTitle }],
    body:
      principals.length === 0
        ? emptyState({ title: t.tiesNone, body: t.tiesNoneBody })
        : table(ctx, {
            caption: t.tiesTitle,
            captionHidden: true,
            columns: [
              { key: 'name', text: t.principal },
              { key: 'authority', text: t.authority },
              { key: 'tied', text: t.tiedBy },
              ...(ties ? [{ key: 'tie' as const, text: t.tie }] : []),
            ],
            rows: principals.map((one) => ({
              name: html`<span lang="sv">${one.name}</span>`,
              authority: one.own
                ? t.ownAuthority
                : one.authorityId === null
                  ? tag({ text: t.untied, tone: 'unknown' })
                  : html`<span lang="sv">${names.get(one.authorityId) ?? ''}</span>`,
              tied: one.tiedBy && one.tiedAt ? t.answeredBy(one.tiedBy, ctx.format.date(dayOf(one.tiedAt))) : '',
              tie: html`<a href="${releasePaths.receivers}/${one.bodyId}">${t.tie}<span class="sr-only">${t.tieAbout(one.name)}</span></a>`,
            })),
          }),
  });
}

/** The form in which a principal is tied to an authority of the installation. */
export function tiePage(
  ctx: RequestContext,
  principal: Principal,
  authorities: readonly Authority[],
  state: FormState,
): Page {
  const t = texts[ctx.language];
  return page({
    title: t.tieTitle(principal.name),
    width: 'text',
    crumbs: [{ text: t.tiesTitle, href: releasePaths.receivers }, { text: principal.name }],
    body: html`<p>${t.tiesLead}</p>${form(ctx, {
      action: `${releasePaths.receivers}/${principal.bodyId}`,
      submit: t.save,
      state,
      cancel: { href: releasePaths.receivers },
      body: field(ctx, {
        kind: 'select',
        name: 'authorityId',
        label: t.authority,
        empty: t.noAuthority,
        options: authorities.map(({ id, name }) => ({ value: id, text: name })),
        optional: true,
        state,
      }),
    })}`,
  });
}
