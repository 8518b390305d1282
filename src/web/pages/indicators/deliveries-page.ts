import type { FigureDelivery } from '../../../domain/indicators/index.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { pagination } from '../../components/pagination/pagination.ts';
import type { RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { indicatorPaths } from './paths.ts';
import { deliveryTable } from './series-sections.ts';
import { texts } from './texts.ts';

export const deliveriesOnPage = 100;

/** Who delivers which figures by when: the late ones first, because their day is the earliest. */
export function deliveriesPage(
  ctx: RequestContext,
  {
    rows,
    total,
    open,
    number,
  }: {
    readonly rows: readonly FigureDelivery[];
    readonly total: number;
    readonly open: boolean;
    readonly number: number;
  },
): Page {
  const t = texts[ctx.language];
  const other = open ? `${indicatorPaths.deliveries}?alla=ja` : indicatorPaths.deliveries;
  return page({
    title: t.deliveriesTitle,
    lead: t.deliveriesLead,
    crumbs: [
      { text: t.room, href: '/uppfoljning' },
      { text: t.title, href: indicatorPaths.register },
      { text: t.deliveriesTitle },
    ],
    body: html`<p><a href="${other}">${open ? t.showAllDeliveries : t.showOpenDeliveries}</a></p>${
      total === 0
        ? emptyState({ title: open ? t.noOpenDeliveries : t.noDeliveries, body: t.noDeliveriesBody })
        : html`${deliveryTable(ctx, rows, true)}${pagination(ctx, { page: number, pageSize: deliveriesOnPage, total, href: (page) => `${indicatorPaths.deliveries}?${open ? '' : 'alla=ja&'}sida=${page}` })}`
    }`,
  });
}
