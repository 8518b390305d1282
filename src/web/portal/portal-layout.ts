import { breadcrumb } from '../components/breadcrumb/breadcrumb.ts';
import { attributes, type Html, html, structuredData } from '../html.ts';
import type { PortalAssets } from './portal-assets.ts';
import type { PortalContext } from './portal-context.ts';
import type { PortalPage } from './portal-reply.ts';

/** The whole document around a page of the portal. Nothing in it depends on who reads. */
export function portalLayout(ctx: PortalContext, page: PortalPage, assets: PortalAssets): Html {
  const { language, t, p, authority } = ctx;
  const name = authority ? `${p.portal} · ${authority.name}` : p.portal;
  const title = page.title === name ? name : `${page.title} – ${name}`;
  return html`<!doctype html>
<html lang="${language}" data-color-scheme="auto">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.status === 422 ? `${t.components.errorPrefix} ` : ''}${title}</title>
<meta name="color-scheme" content="light dark">
${page.hidden || page.status !== 200 ? html`<meta name="robots" content="noindex">` : shared(ctx, page, name)}
<link rel="preload" href="${assets.font}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${assets.style}">
<link rel="icon" href="${assets.icon}" type="image/svg+xml">
${(page.feeds ?? []).map(({ title, href }) => html`<link rel="alternate" type="application/atom+xml" title="${title}" href="${href}">`)}
${page.structured === undefined ? null : structuredData(page.structured)}
</head>
<body>
<a class="skip-link" href="#main">${t.shell.skip}</a>
${header(ctx)}
<div class="shell" data-width="${page.width}">
${breadcrumb(ctx, page.crumbs)}
<main id="main" tabindex="-1">
<div class="page-head"><h1${attributes({ lang: page.ownTitle && language !== 'sv' ? 'sv' : undefined })}>${page.title}</h1>${page.lead ? html`<div class="page-lead">${page.lead}</div>` : null}</div>
<div${attributes({ class: page.aside ? 'columns' : 'single' })}>
<div class="body">${page.body}</div>
${page.aside ? html`<aside class="aside" aria-label="${t.shell.beside}">${page.aside}</aside>` : null}
</div>
</main>
</div>
${footer(ctx)}
</body>
</html>`;
}

/** What is said of the page where it is shared, and its one address in each language. */
function shared(ctx: PortalContext, page: PortalPage, site: string): Html {
  const { path, absolute } = ctx;
  const kept = new URLSearchParams(ctx.url.searchParams);
  kept.delete('lang');
  const query = kept.size > 0 ? `?${kept}` : '';
  const english = `${path}?${new URLSearchParams([...kept, ['lang', 'en']])}`;
  return html`<link rel="canonical" href="${absolute(`${path}${query}`)}">
<link rel="alternate" hreflang="sv" href="${absolute(`${path}${query}`)}">
<link rel="alternate" hreflang="en" href="${absolute(english)}">
${page.description ? html`<meta name="description" content="${page.description}">` : null}
<meta property="og:type" content="website">
<meta property="og:site_name" content="${site}">
<meta property="og:title" content="${page.title}">
${page.description ? html`<meta property="og:description" content="${page.description}">` : null}
<meta property="og:url" content="${absolute(`${path}${query}`)}">`;
}

/** The rooms of the portal of an authority: what most who come are looking for. */
const rooms = ['meeting', 'minutes', 'decision', 'assignment', 'report'] as const;

function header(ctx: PortalContext): Html {
  const { p, authority, to, path } = ctx;
  const home = authority ? `/oppet/${authority.slug}` : '/oppet';
  return html`<header class="header"><div class="header-row">
<a class="wordmark" href="${to(home)}"><span>${p.portal}</span> ${authority ? html`<span class="wordmark-place portal-place" lang="sv">${authority.name}</span>` : null}</a>
${
  authority
    ? html`<nav class="main-nav" aria-label="${ctx.t.shell.mainNavigation}"><ul>${rooms.map((noun) => {
        const href = `${home}/${p.nouns[noun].path}`;
        const current = path === href ? 'page' : path.startsWith(`${href}/`) ? 'true' : undefined;
        return html`<li><a href="${to(href)}"${attributes({ 'aria-current': current })}>${p.nouns[noun].many}</a></li>`;
      })}<li><a href="${to(`${home}/sok`)}"${attributes({ 'aria-current': path === `${home}/sok` && 'page' })}>${p.search}</a></li></ul></nav>`
    : null
}
<div class="header-tools"><a class="language-switch header-link" lang="${ctx.language === 'sv' ? 'en' : 'sv'}" hreflang="${ctx.language === 'sv' ? 'en' : 'sv'}" href="${otherLanguage(ctx)}">${ctx.t.shell.otherLanguage}</a></div>
</div></header>`;
}

function otherLanguage({ url, language }: PortalContext): string {
  const other = new URLSearchParams(url.searchParams);
  other.set('lang', language === 'sv' ? 'en' : 'sv');
  return `${url.pathname}?${other}`;
}

function footer({ t, p, authority, to, site }: PortalContext): Html {
  const home = authority && `/oppet/${authority.slug}`;
  return html`<footer class="footer"><div class="footer-row">
<p><span translate="no">${t.shell.version(site.version)}</span> · ${t.shell.licence}</p>
${home ? html`<ul><li><a href="${to(`${home}/om`)}">${p.about}</a></li><li><a href="${to(`${home}/prenumerera`)}">${p.subscribe}</a></li><li><a href="${to(`${home}/tillganglighet`)}">${t.shell.accessibility}</a></li></ul>` : null}
${site.demo ? html`<p class="footer-demo">${t.shell.demo}</p>` : null}
</div></footer>`;
}
