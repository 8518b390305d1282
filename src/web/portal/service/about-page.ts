import { countPublished, publishedNounNames } from '../../../domain/published/index.ts';
import { table } from '../../components/table/table.ts';
import { html } from '../../html.ts';
import type { PortalContext } from '../portal-context.ts';
import { type PortalPage, portalPage } from '../portal-reply.ts';

type Ctx = PortalContext & { readonly authority: NonNullable<PortalContext['authority']> };

/** What the portal is: what is published and how, what is known of its readers (nothing), and how the information may be used. */
export async function aboutPage(ctx: Ctx): Promise<PortalPage> {
  const { p, to, authority, format } = ctx;
  const t = p.aboutPage;
  const home = `/oppet/${authority.slug}`;
  const counts = await ctx.remember('counts', (r) => countPublished(r, authority));
  return portalPage({
    title: t.title,
    width: 'text',
    crumbs: [{ text: p.start, href: to(home) }, { text: t.title }],
    body: html`<h2>${t.what}</h2><p>${t.whatBody(authority.name)}</p><p>${t.whatElse}</p>
<h2>${t.how}</h2>${t.howBody.map((sentence) => html`<p>${sentence}</p>`)}
<h2>${t.privacy}</h2><p>${t.privacyBody}</p>
<h2>${t.counts}</h2>${table(ctx, {
      caption: t.counts,
      captionHidden: true,
      dense: true,
      columns: [
        { key: 'noun', text: p.find.kind },
        { key: 'count', text: t.counts, kind: 'number' },
      ],
      rows: publishedNounNames.map((noun) => ({
        noun: html`<a href="${to(`${home}/${p.nouns[noun].path}`)}">${p.nouns[noun].many}</a>`,
        count: format.number(counts.get(noun) ?? 0),
      })),
    })}
<h2>${t.licence}</h2><p>${t.licenceBody}</p>
<h2>${t.contact}</h2><p>${t.contactBody(authority.name)}</p>
${authority.organisationNumber ? html`<p class="soft">${t.number}: ${authority.organisationNumber}</p>` : null}`,
  });
}

/** The statement that the act 2018:1937 asks of every digital public service, for this service: what conforms, what does not, where to complain. */
export function statementPage(ctx: Ctx): PortalPage {
  const { p, to, authority, site } = ctx;
  const t = p.statement;
  const home = `/oppet/${authority.slug}`;
  return portalPage({
    title: t.title,
    width: 'text',
    crumbs: [{ text: p.start, href: to(home) }, { text: t.title }],
    body: html`<p>${t.intro(authority.name)}</p>
<h2>${t.how}</h2>${t.howBody.map((sentence) => html`<p>${sentence}</p>`)}
<h2>${t.limits}</h2><ul>${t.limitsBody.map((sentence) => html`<li>${sentence}</li>`)}</ul>
<h2>${t.report}</h2><p>${t.reportBody(authority.name)}</p>
<h2>${t.supervision}</h2><p>${t.supervisionBody(authority.name)} <a href="https://www.digg.se/">digg.se</a></p>
<h2>${t.made}</h2><p>${t.madeBody(site.version)}</p>`,
  });
}
