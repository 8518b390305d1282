import { receiverPurposes, type WaitingReport } from '../../../domain/reports/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { postButton } from '../../components/form/form.ts';
import { table } from '../../components/table/table.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { deliveryTexts } from './delivery-texts.ts';

/** The reports that were handed over to a body and wait, each with the press that puts it on this agenda. Nothing when none waits. */
export function waitingReports(ctx: RequestContext, meetingId: string, waiting: readonly WaitingReport[]): Html | null {
  if (waiting.length === 0) return null;
  const t = deliveryTexts[ctx.language];
  const path = `${recordAddress('meeting', meetingId)}/dagordning`;
  return html`<section id="overlamnade"><h2>${t.waitingTitle}</h2><p>${t.waitingLead}</p>${table(ctx, {
    caption: t.waitingTitle,
    captionHidden: true,
    dense: true,
    columns: [
      { key: 'report', text: ctx.language === 'sv' ? 'Rapport' : 'Report' },
      { key: 'since', text: ctx.language === 'sv' ? 'Överlämnad' : 'Delivered', kind: 'date' },
      { key: 'purpose', text: ctx.language === 'sv' ? 'Syfte' : 'Purpose' },
      { key: 'acts', text: ctx.language === 'sv' ? 'Åtgärd' : 'Action' },
    ],
    rows: waiting.map(({ receiver, report }) => {
      const about = `: ${report.title}, ${report.body.name} ${report.year}`;
      const fields = { receiverId: receiver.id };
      return {
        report: html`<a href="${recordAddress('report', report.id)}" lang="sv">${report.title}, ${report.year}</a> <span lang="sv" class="soft">${report.body.name}</span>`,
        since: receiver.deliveredOn && ctx.format.date(receiver.deliveredOn),
        purpose: tag({
          text: receiverPurposes[receiver.purpose][ctx.language],
          tone: receiver.purpose === 'treatment' ? 'info' : 'neutral',
        }),
        acts: html`<div class="actions">${postButton(ctx, { action: `${path}/ta-emot`, text: t.takeUp, variant: 'secondary', fields, about })}${postButton(ctx, { action: `${path}/mottagen`, text: t.note, variant: 'quiet', fields, about })}</div>`,
      };
    }),
  })}</section>`;
}
