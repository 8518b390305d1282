import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { texts } from './texts.ts';

/** The statement that the act 2018:1937 asks of every digital public service: what conforms, what does not, and where to complain. */
export function accessibilityPage(ctx: RequestContext, authority: string, version: string): Page {
  const t = texts[ctx.language];
  const section = (heading: string, body: Html) => html`<section><h2>${heading}</h2>${body}</section>`;
  return page({
    title: t.title,
    width: 'text',
    body: html`<p>${t.intro(authority)}</p>
${section(t.how, html`${t.howBody.map((sentence) => html`<p>${sentence}</p>`)}`)}
${section(t.limits, html`<ul>${t.limitsBody.map((sentence) => html`<li>${sentence}</li>`)}</ul>`)}
${section(t.report, html`<p>${t.reportBody(authority)}</p>`)}
${section(t.supervision, html`<p>${t.supervisionBody(authority)} <a href="https://www.digg.se/">digg.se</a></p>`)}
${section(t.made, html`<p>${t.madeBody(version)}</p>`)}`,
  });
}
