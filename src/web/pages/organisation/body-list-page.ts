import { may } from '../../../domain/access/index.ts';
import {
  type Body,
  bodyKinds,
  holdsOn,
  likenessReasons,
  matchBody,
  similarBodies,
} from '../../../domain/organisation/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { button, linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { field } from '../../components/field/field.ts';
import { help } from '../../components/help/help.ts';
import { notice } from '../../components/notice/notice.ts';
import { type TreeItem, tree } from '../../components/tree/tree.ts';
import { freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { accountListPath } from '../access/account-page.ts';
import { accountTexts } from '../access/account-texts.ts';
import { releasePaths } from '../releases/release-paths.ts';
import { texts as releaseTexts } from '../releases/texts.ts';
import { texts } from './texts.ts';

export const bodyListPath = '/organ';

/** All bodies as a tree, and the looking up of a name that a document uses. */
export function bodyListPage(ctx: RequestContext, bodies: readonly Body[], name: string): Page {
  const t = texts[ctx.language];
  const mayCreate = ctx.actor !== undefined && may(ctx.actor, 'organisation.edit');
  const create = mayCreate ? linkButton({ text: t.create, href: `${bodyListPath}/nytt`, variant: 'secondary' }) : null;
  const body =
    bodies.length === 0
      ? emptyState({
          title: t.none,
          body: t.noneBody,
          action: html`${linkButton({ text: t.readIn, href: '/las-in' })}${create}`,
        })
      : html`<div lang="sv">${tree(ctx, { items: childrenOf(ctx, bodies, null), label: t.treeLabel })}</div>${create ? html`<div class="actions">${create}</div>` : null}`;
  return page({
    title: t.title,
    lead: t.lead,
    body: html`${name ? lookedUp(ctx, bodies, name, mayCreate) : null}${body}${pairs(ctx, bodies)}`,
    aside: html`${card({ title: t.find, body: lookUp(ctx, name) })}${administrationCards(ctx)}`,
  });
}

/** The ways to the accounts and to the ties between principals and authorities, for those who keep both. */
function administrationCards(ctx: RequestContext): Html | null {
  if (ctx.actor === undefined || !may(ctx.actor, 'account.administer')) return null;
  const accounts = accountTexts[ctx.language];
  const ties = releaseTexts[ctx.language];
  return html`${wayCard(accounts.title, accounts.lead, accountListPath)}${wayCard(ties.tiesTitle, ties.tiesLead, releasePaths.receivers)}`;
}

function wayCard(title: string, lead: string, href: string): Html {
  return card({
    title,
    body: html`<p class="soft">${lead}</p><div class="actions">${linkButton({ text: title, href, variant: 'secondary' })}</div>`,
  });
}

function childrenOf(ctx: RequestContext, bodies: readonly Body[], parentId: string | null): readonly TreeItem[] {
  return bodies
    .filter((body) => body.parentId === parentId)
    .map((body) => ({
      text: body.name,
      href: recordAddress('body', body.id),
      note: note(ctx, body),
      children: childrenOf(ctx, bodies, body.id),
    }));
}

function note(ctx: RequestContext, body: Body): Content {
  const t = texts[ctx.language];
  const names = [...(body.shortName ? [body.shortName] : []), ...body.aliases.map((alias) => alias.name)];
  const facts = [
    bodyKinds[body.kind].label[ctx.language],
    names.length > 0 && t.otherNames(ctx.format.list(names)),
    body.validTo && !holdsOn(body, ctx.services.runtime.today()) && t.ended(ctx.format.date(body.validTo)),
  ];
  return html`<span lang="${ctx.language}">${facts.filter(Boolean).join(' · ')}</span>`;
}

function lookUp(ctx: RequestContext, name: string): Html {
  const t = texts[ctx.language];
  return html`<form method="get" action="${bodyListPath}" role="search" aria-label="${t.find}">${field(ctx, { name: 'namn', label: t.aliasName, hint: t.findHint, kind: 'search', state: freshForm({ namn: name }) })}${button({ text: t.search, variant: 'secondary' })}</form>`;
}

/** What the register knows of a name: the body that is meant, or those it resembles, each with the reason. */
function lookedUp(ctx: RequestContext, bodies: readonly Body[], name: string, mayConfirm: boolean): Html {
  const t = texts[ctx.language];
  const meant = matchBody(name, bodies);
  if (meant)
    return notice(ctx, {
      tone: 'success',
      title: t.foundTitle,
      body: html`<p><a href="${recordAddress('body', meant.id)}" lang="sv">${t.found(meant.name)}</a></p>`,
    });
  const alike = similarBodies(name, bodies);
  if (alike.length === 0)
    return notice(ctx, { tone: 'info', title: t.unknownTitle, body: html`<p>${t.unknownBody}</p>` });
  return card({
    title: t.likenessTitle,
    tone: 'current',
    body: html`<p>${t.likenessBody}</p><ul>${alike.map((one) => {
      const body = bodies.find(({ id }) => id === one.bodyId);
      if (!body) return null;
      const because = t.likenessLine(likenessReasons[one.reason][ctx.language], ctx.format.list(one.differingWords));
      const confirm = mayConfirm
        ? html`<div class="actions">${linkButton({ text: t.confirmSame, about: t.confirmAbout(body.name), href: `${recordAddress('body', body.id)}/namn?${new URLSearchParams({ namn: name })}`, variant: 'secondary' })}</div>`
        : null;
      return html`<li><a href="${recordAddress('body', body.id)}" lang="sv">${body.name}</a> <span class="soft">${because}</span>${confirm}</li>`;
    })}</ul>`,
  });
}

/** Registered bodies whose names look alike: an import enters a body of its own for a name that it does not know. */
function pairs(ctx: RequestContext, bodies: readonly Body[]): Html | null {
  const t = texts[ctx.language];
  const alike = bodies.flatMap((body, index) =>
    similarBodies(body.name, bodies.slice(index + 1)).map((one) => ({ body, one })),
  );
  if (alike.length === 0) return null;
  return help({
    summary: `${t.pairsTitle} (${alike.length})`,
    body: html`<p>${t.pairsBody}</p><ul>${alike.map(({ body, one }) => {
      const because = t.likenessLine(likenessReasons[one.reason][ctx.language], ctx.format.list(one.differingWords));
      return html`<li><span lang="sv"><a href="${recordAddress('body', body.id)}">${body.name}</a> – <a href="${recordAddress('body', one.bodyId)}">${one.name}</a></span> <span class="soft">${because}</span></li>`;
    })}</ul>`,
  });
}
