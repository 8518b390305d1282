import { type PublishedWhole, publishedPath } from '../../../domain/published/index.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import { tag } from '../../components/tag/tag.ts';
import { type Html, html } from '../../html.ts';
import type { PortalContext } from '../portal-context.ts';
import { type PortalBody, portalBody } from '../portal-reply.ts';

/** The files of a record, each with whether it is accessible and, where it is not known to be, a way to order a copy that is. */
export function filesOf(ctx: PortalContext, { noun, recordId, files }: PublishedWhole): Html | null {
  if (files.length === 0) return null;
  const { p, to, authority, format } = ctx;
  const path = publishedPath(authority?.slug ?? '', noun, recordId);
  return html`<section><h2>${p.record.files}</h2>${linkList(
    files.map(({ title, fileName, size, mediaType, accessible }) => ({
      title: html`<span lang="sv">${title}</span>`,
      href: `${path}/fil/${encodeURIComponent(fileName)}`,
      note: `${shortType(mediaType)}, ${format.number(Math.max(1, Math.round(size / 1024)))} kB`,
      detail: accessible
        ? tag({ text: p.record.accessible, tone: 'ok' })
        : html`${tag({ text: p.record.notAccessible, tone: 'unknown' })} <a href="${to(`${path}/kopia?fil=${encodeURIComponent(fileName)}`)}">${p.record.orderCopy}<span class="sr-only"> ${title}</span></a>`,
    })),
  )}</section>`;
}

function shortType(mediaType: string): string {
  const known: Readonly<Record<string, string>> = {
    'application/pdf': 'PDF',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
    'text/html': 'HTML',
    'text/plain': 'text',
    'text/csv': 'CSV',
  };
  return known[mediaType] ?? mediaType;
}

/** A published file, to be saved and not run: what somebody handed in is never shown in our name. */
export async function fileReply(ctx: PortalContext, file: PublishedWhole['files'][number]): Promise<PortalBody> {
  const plain = file.fileName.replace(/[^\x20-\x7e]|["\\]/g, '_');
  return portalBody({
    body: await ctx.services.readFile(file.sha256),
    type: file.mediaType,
    headers: {
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
}
