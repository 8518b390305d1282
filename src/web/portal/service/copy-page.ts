import { type PublishedNoun, type PublishedWhole, publishedPath } from '../../../domain/published/index.ts';
import { button } from '../../components/button/button.ts';
import { errorSummary } from '../../components/error-summary/error-summary.ts';
import { field } from '../../components/field/field.ts';
import { notice } from '../../components/notice/notice.ts';
import { type FormState, freshForm } from '../../contracts.ts';
import { html } from '../../html.ts';
import type { PortalContext } from '../portal-context.ts';
import { type PortalPage, portalPage } from '../portal-reply.ts';

export type CopyForm = {
  readonly wish: string;
  readonly replyTo: string | undefined;
  readonly fil: string | undefined;
};

/** The form by which anybody orders what is published in a form that works for them. It asks for nothing but the wish. */
export function copyPage(
  ctx: PortalContext,
  record: PublishedWhole,
  fileName: string | undefined,
  state: FormState = freshForm(),
): PortalPage {
  const { p, to } = ctx;
  const t = p.copy;
  const path = publishedPath(ctx.authority?.slug ?? '', record.noun, record.recordId);
  const file = record.files.find((one) => one.fileName === fileName);
  return portalPage({
    title: t.title,
    width: 'text',
    hidden: true,
    crumbs: crumbsOf(ctx, record, path),
    body: html`<p>${t.lead(file?.title ?? record.title)}</p><p class="soft">${t.rights}</p>
${errorSummary(ctx, state)}
<form method="post" action="${to(`${path}/kopia`)}" novalidate class="form">
${file ? html`<input type="hidden" name="fil" value="${file.fileName}">` : null}
${field(ctx, { kind: 'textarea', name: 'wish', label: t.wish, hint: t.wishHint, rows: 4, state })}
${field(ctx, { name: 'replyTo', label: t.replyTo, hint: t.replyToHint, optional: true, width: 'full', state })}
<div class="actions">${button({ text: t.submit })}<a class="ds-button" data-variant="tertiary" href="${to(path)}">${t.back}</a></div></form>`,
  });
}

/** Lays the order among what the registry answers, and tells the code by which it is known. */
export async function orderCopy(ctx: PortalContext, record: PublishedWhole, form: CopyForm): Promise<PortalPage> {
  const { p, to, services, authority } = ctx;
  const { noun, recordId, title, bodyId } = record;
  const reference = await services.asks.orderCopy(authority?.tenantId ?? '', {
    noun: noun as PublishedNoun,
    recordId,
    title,
    bodyId,
    fileName: record.files.find((one) => one.fileName === form.fil)?.fileName,
    wish: form.wish,
    replyTo: form.replyTo,
  });
  const path = publishedPath(authority?.slug ?? '', noun, recordId);
  return portalPage({
    title: p.copy.done,
    width: 'text',
    hidden: true,
    crumbs: crumbsOf(ctx, record, path),
    body: html`${notice(ctx, { tone: 'success', body: p.copy.doneBody(reference) })}<p><a href="${to(path)}">${p.copy.back}</a></p>`,
  });
}

function crumbsOf({ p, to, authority }: PortalContext, { title }: PublishedWhole, path: string) {
  return [
    { text: p.start, href: to(`/oppet/${authority?.slug}`) },
    { text: title, href: to(path) },
    { text: p.copy.title },
  ];
}
