import {
  countPublished,
  groupPublished,
  isPublishedNoun,
  publishedNounNames,
} from '../../../domain/published/index.ts';
import { button } from '../../components/button/button.ts';
import { errorSummary } from '../../components/error-summary/error-summary.ts';
import { field } from '../../components/field/field.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { notice } from '../../components/notice/notice.ts';
import { type FormState, freshForm } from '../../contracts.ts';
import { type Content, html } from '../../html.ts';
import type { PortalContext } from '../portal-context.ts';
import { type PortalPage, portalPage } from '../portal-reply.ts';

type Ctx = PortalContext & { readonly authority: NonNullable<PortalContext['authority']> };
export type SubscribeForm = {
  readonly address: string;
  readonly noun: string | undefined;
  readonly bodyId: string | undefined;
};

/** The ways to be told of what is new: feeds, calendars, and letters to those who want them. */
export async function subscribePage(ctx: Ctx, state: FormState = freshForm()): Promise<PortalPage> {
  const { p, authority, to } = ctx;
  const t = p.follow;
  const home = `/oppet/${authority.slug}`;
  const [counts, meetings] = await Promise.all([
    ctx.remember('counts', (r) => countPublished(r, authority)),
    ctx.remember('groups meeting', (r) => groupPublished(r, authority, 'meeting')),
  ]);
  const nouns = publishedNounNames.filter((noun) => counts.has(noun));
  const bodies = [...new Map(meetings.flatMap(({ bodyId, bodyName }) => (bodyId ? [[bodyId, bodyName ?? '']] : [])))];
  bodies.sort(([, a], [, b]) => ctx.format.compare(a ?? '', b ?? ''));
  const own = (name: string | undefined) => html`<span lang="sv">${name}</span>`;
  return frame(
    ctx,
    t.title,
    html`<p>${t.lead}</p>
<h2>${t.letter}</h2><p>${t.letterBody}</p>
${errorSummary(ctx, state)}
<form method="post" action="${to(`${home}/prenumerera`)}" novalidate class="form">
${field(ctx, { kind: 'email', name: 'address', label: t.address, autocomplete: 'email', state })}
${field(ctx, { kind: 'select', name: 'noun', label: t.noun, empty: t.everything, options: nouns.map((noun) => ({ value: noun, text: p.nouns[noun].many })), state, optional: true })}
${field(ctx, { kind: 'select', name: 'bodyId', label: t.body, empty: p.list.any, options: bodies.map(([value, text]) => ({ value: value ?? '', text: text ?? '' })), state, optional: true })}
<div class="actions">${button({ text: t.submit })}</div></form>
<h2>${t.calendar}</h2><p>${t.calendarBody}</p>
${linkList([{ title: t.allMeetings, href: `${home}/kalender.ics` }, ...bodies.map(([id, name]) => ({ title: own(name), href: `${home}/kalender.ics?organ=${id}` }))], { label: t.calendar })}
<h2>${t.feed}</h2><p>${t.feedBody}</p>
${linkList([{ title: t.all, href: `${home}/flode.atom` }, ...nouns.map((noun) => ({ title: p.nouns[noun].many, href: `${home}/flode.atom?slag=${noun}` })), ...bodies.map(([id, name]) => ({ title: own(name), href: `${home}/flode.atom?organ=${id}` }))], { label: t.feed })}`,
  );
}

/** Takes a wish in: a letter leaves for the address, and whether it was known before is told to nobody. */
export async function subscribe(ctx: Ctx, form: SubscribeForm): Promise<PortalPage> {
  const { services, authority, language, p } = ctx;
  await services.asks.subscribe(authority.tenantId, {
    address: form.address,
    language,
    noun: isPublishedNoun(form.noun) ? form.noun : undefined,
    bodyId: form.bodyId,
  });
  return frame(ctx, p.follow.sent, notice(ctx, { tone: 'success', body: p.follow.sentBody }));
}

/** What stands at the link of a letter. Looking changes nothing, because programs look at links before their readers do. */
export function linkPage(ctx: Ctx, token: string, way: 'confirm' | 'end'): PortalPage {
  const t = ctx.p.follow;
  const path = `/oppet/${ctx.authority.slug}/prenumeration/${token}${way === 'end' ? '/sluta' : ''}`;
  const [title, body, press] =
    way === 'end' ? [t.endTitle, t.endBody, t.end] : [t.confirmTitle, t.confirmBody, t.confirm];
  return frame(
    ctx,
    title,
    html`<p>${body}</p><form method="post" action="${ctx.to(path)}" class="form"><div class="actions">${button({ text: press })}</div></form>`,
  );
}

export async function pressLink(ctx: Ctx, token: string, way: 'confirm' | 'end'): Promise<PortalPage> {
  const { services, authority, p } = ctx;
  const t = p.follow;
  const done =
    way === 'end'
      ? await services.asks.unsubscribe(authority.tenantId, token)
      : await services.asks.confirm(authority.tenantId, token);
  if (!done) return frame(ctx, t.stale, notice(ctx, { tone: 'warning', body: t.staleBody }));
  const [title, body] = way === 'end' ? [t.ended, t.endedBody] : [t.confirmed, t.confirmedBody];
  return frame(ctx, title, notice(ctx, { tone: 'success', body }));
}

function frame(ctx: Ctx, title: string, body: Content): PortalPage {
  const { p, to, authority } = ctx;
  return portalPage({
    title,
    width: 'text',
    hidden: title !== p.follow.title,
    crumbs: [{ text: p.start, href: to(`/oppet/${authority.slug}`) }, { text: title }],
    body: html`${body}`,
  });
}
