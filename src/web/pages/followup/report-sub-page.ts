import type { Report } from '../../../domain/reports/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import type { RequestContext } from '../../contracts.ts';
import type { Content, Html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { reportFrame } from './report-page.ts';

/** A page that belongs to one report: the way back to it stands above. */
export function subPage(
  ctx: RequestContext,
  report: Report,
  parts: {
    readonly title: string;
    readonly lead?: Content;
    readonly body: Html;
    readonly width?: Page['width'];
    readonly aside?: Content;
  },
): Page {
  const { crumbs } = reportFrame(ctx, report);
  const { title, lead = null, body, width = 'text', aside = null } = parts;
  return page({
    title,
    width,
    aside,
    crumbs: [
      ...crumbs.slice(0, -1),
      { text: crumbs.at(-1)?.text ?? '', href: recordAddress('report', report.id) },
      { text: title },
    ],
    lead,
    body,
  });
}
