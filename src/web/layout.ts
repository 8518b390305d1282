import { may } from '../domain/access/index.ts';
import type { AssetLinks } from './assets.ts';
import { breadcrumb } from './components/breadcrumb/breadcrumb.ts';
import { languageSwitch } from './components/language-switch/language-switch.ts';
import { notice } from './components/notice/notice.ts';
import type { Flash, RequestContext } from './contracts.ts';
import { attributes, type Html, html } from './html.ts';
import { navigation, roomOf } from './navigation.ts';
import type { Page } from './reply.ts';

/** What is the same for every page of an installation. */
export type Site = {
  /** The region or municipality, shown beside the wordmark. */
  readonly name: string;
  /** The authority that the installation was made for; who is signed in to another one sees the name of that. */
  readonly tenantId?: string;
  readonly version: string;
  /** Whether the content is the invented demonstration region. */
  readonly demo: boolean;
};

type Surroundings = {
  readonly site: Site;
  readonly assets: AssetLinks;
  readonly flash?: Flash | undefined;
};

/** The whole document around a page: head, header, way here, message, heading, body, side and footer. */
export function layout(ctx: RequestContext, page: Page, { site, assets, flash }: Surroundings): Html {
  const { t, language } = ctx;
  return html`<!doctype html>
<html lang="${language}" data-color-scheme="${page.colorScheme ?? 'auto'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.status === 422 ? `${t.components.errorPrefix} ` : ''}${page.title} – ${t.shell.product}</title>
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="preload" href="${assets.font}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${assets.theme}">
<link rel="icon" href="${assets.icon}" type="image/svg+xml">
<script type="module" src="${assets.script}"></script>
${page.script === undefined ? null : html`<script type="module" src="${assets[page.script]}"></script>`}
${page.refresh === undefined ? null : html`<noscript><meta http-equiv="refresh" content="${page.refresh}"></noscript>`}
</head>
<body${attributes({ 'data-refresh': page.refresh })}>
<a class="skip-link" href="#main">${t.shell.skip}</a>
${header(ctx, site)}
<div class="shell" data-width="${page.width}">
${breadcrumb(ctx, page.crumbs)}
<main id="main" tabindex="-1">
${flash ? html`<div class="flash" role="status">${notice(ctx, { tone: flash.tone, body: flash.text })}</div>` : null}
${page.ownHeading ? null : html`<div class="page-head"><h1>${page.title}</h1>${page.lead ? html`<div class="page-lead">${page.lead}</div>` : null}</div>`}
<div${attributes({ class: page.aside ? 'columns' : 'single' })}>
<div class="body">${page.body}</div>
${page.aside ? html`<aside class="aside" aria-label="${t.shell.beside}">${page.aside}</aside>` : null}
</div>
</main>
</div>
${footer(ctx, site)}
</body>
</html>`;
}

function header(ctx: RequestContext, site: Site): Html {
  const { t, actor } = ctx;
  const here = roomOf(ctx.path);
  return html`<header class="header"><div class="header-row">
<a class="wordmark" href="/"><span translate="no">Kansl<i>i</i></span> <span class="wordmark-place">${site.tenantId !== undefined && actor && actor.tenantId !== site.tenantId ? (actor.authority ?? '') : site.name}</span></a>
${
  actor && may(actor, 'record.read')
    ? html`<nav class="main-nav" aria-label="${t.shell.mainNavigation}"><ul>${navigation.map(
        ({ key, href }) =>
          html`<li><a href="${href}"${attributes({ 'aria-current': key === here && (ctx.path === href ? 'page' : 'true') })}>${t.shell.nav[key]}</a></li>`,
      )}</ul></nav>`
    : null
}
<div class="header-tools">${languageSwitch(ctx)}${account(ctx)}</div>
</div></header>`;
}

function account(ctx: RequestContext): Html {
  const { t, actor } = ctx;
  if (!actor) return html`<a class="header-link" href="/logga-in">${t.shell.signIn}</a>`;
  return html`<details class="account"><summary>${actor.name}</summary><div class="account-menu">
<p>${t.shell.signedInAs(actor.name)}</p>
${may(actor, 'record.read') ? html`<p><a href="/mitt-arbete">${t.shell.work}</a></p><p><a href="/kalender">${t.shell.calendar}</a></p>` : html`<p><a href="/gast">${t.shell.guestDoor}</a></p>`}
<p><a href="/mitt-konto">${t.shell.ownAccount}</a></p>${may(actor, 'delegation.give') ? html`<p><a href="/stallforetradare">${t.shell.standIns}</a></p>` : null}${may(actor, 'log.read') ? html`<p><a href="/loggen">${t.shell.log}</a></p>` : null}${may(actor, 'account.administer') ? html`<p><a href="/konton">${t.shell.accounts}</a></p>` : null}
<form method="post" action="/logga-ut">${ctx.csrfField()}<button class="ds-button" data-variant="secondary" type="submit">${t.shell.signOut}</button></form>
</div></details>`;
}

function footer({ t, actor }: RequestContext, site: Site): Html {
  return html`<footer class="footer"><div class="footer-row">
<p><span translate="no">${t.shell.version(site.version)}</span> · ${t.shell.licence}</p>
<ul><li><a href="/anslagstavla">${t.shell.noticeBoard}</a></li><li><a href="/handlingar-till-fullmaktige">${t.shell.announcedPapers}</a></li>${actor && may(actor, 'disclosure.handle') ? html`<li><a href="/utlamnande">${t.shell.disclosures}</a></li>` : null}${actor && may(actor, 'matter.readProtected') ? html`<li><a href="/sekretess">${t.shell.secrecy}</a></li>` : null}${actor && (may(actor, 'archive.make') || may(actor, 'archive.dispose')) ? html`<li><a href="/arkiv">${t.shell.archive}</a></li>` : null}${actor && may(actor, 'release.make') ? html`<li><a href="/utlamnat">${t.shell.released}</a></li>` : null}${actor && may(actor, 'release.answer') ? html`<li><a href="/mottaget">${t.shell.received}</a></li>` : null}${actor && may(actor, 'release.readAsGuest') ? html`<li><a href="/gast">${t.shell.guestDoor}</a></li>` : null}<li><a href="/handbok">${t.shell.handbook}</a></li><li><a href="/tillganglighet">${t.shell.accessibility}</a></li></ul>
${site.demo ? html`<p class="footer-demo">${t.shell.demo}</p>` : null}
</div></footer>`;
}
