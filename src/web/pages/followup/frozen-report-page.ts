import type { DocumentTree } from '../../../documents/tree/index.ts';
import {
  type ReceiverState,
  type Report,
  receiverPurposes,
  receiverStateOf,
  receiverStates,
} from '../../../domain/reports/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { documentView } from '../../components/document-view/document-view.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import { type TagTone, tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { publishLink } from '../publications/publish-link.ts';
import { releaseLink } from '../releases/release-link.ts';
import { deliveryTexts } from './delivery-texts.ts';
import { changedFigures } from './report-figures-page.ts';
import { reportFrame, reportSteps } from './report-page.ts';
import { reportTexts } from './report-texts.ts';
import { offers } from './report-view.ts';

/** An approved report: what was decided is what is shown, whatever the register says now. */
export function frozenReportPage(ctx: RequestContext, report: Report, frozen: NonNullable<Report['frozen']>): Page {
  const t = reportTexts[ctx.language];
  const { approval } = report;
  const here = recordAddress('report', report.id);
  const deliver =
    ctx.actor && offers(ctx.actor, report, 'deliver')
      ? html`<div class="actions">${linkButton({ text: t.deliver, href: `${here}/overlamna` })}</div>`
      : null;
  return page({
    ...reportFrame(ctx, report),
    body: html`${reportSteps(ctx, report)}${notice(ctx, {
      tone: 'success',
      title: t.frozenTitle,
      body: html`<p>${t.frozenBody(approval ? ctx.format.date(approval.on) : '')}
${report.deliveredOn && report.to ? html`<span>${t.frozenDelivered(ctx.format.date(report.deliveredOn), report.to.name)}</span>` : null}
${approval ? html`<a href="${recordAddress('decision', approval.decisionId)}">${t.openDecision}</a>.` : null}</p><p>${t.correction}</p>`,
    })}${changedFigures(ctx, report.figures)}${deliver}${documentView(frozen.tree, { notesInPlace: true })}`,
    aside: html`${downloads(ctx, report)}${card({
      title: t.facts,
      body: summaryList(
        [
          {
            term: t.body,
            value: html`<a href="${recordAddress('body', report.body.id)}" lang="sv">${report.body.name}</a>`,
          },
          { term: t.receiver, value: receiverList(ctx, report) },
          { term: t.approvedBy, value: approval && ctx.format.date(approval.on) },
          { term: t.deliveredOn, value: report.deliveredOn && ctx.format.date(report.deliveredOn) },
          { term: t.hash, value: html`<code>${frozen.hash}</code>` },
        ],
        { compact: true },
      ),
    })}${publishLink(ctx, { noun: 'report', id: report.id, bodyId: report.body.id })}${releaseLink(ctx, { noun: 'redovisning', id: report.id, bodyId: report.body.id })}`,
  });
}

/** Each receiver with how far the report has come there: one that has not received it is seen at once. */
export function receiverList(ctx: RequestContext, { receivers }: Pick<Report, 'receivers'>): Html | null {
  if (receivers.length === 0) return null;
  const d = deliveryTexts[ctx.language];
  return html`<ul class="plain">${receivers.map((receiver) => {
    const { body, purpose, deliveredOn, receivedOn, item } = receiver;
    const state = receiverStateOf(receiver);
    const when = item
      ? html` <a href="${recordAddress('agendaItem', item.id, item.meetingId)}">${d.atMeeting(ctx.format.date(item.heldOn))}</a>`
      : receivedOn
        ? html` <span class="soft">${ctx.format.date(receivedOn)}</span>`
        : deliveredOn
          ? html` <span class="soft">${d.waitingSince(ctx.format.date(deliveredOn))}</span>`
          : null;
    return html`<li><a href="${recordAddress('body', body.id)}" lang="sv">${body.name}</a> <span class="soft">${receiverPurposes[purpose][ctx.language]}</span><br>${tag({ text: receiverStates[state][ctx.language], tone: receiverTones[state] })}${when}</li>`;
  })}</ul>`;
}

const receiverTones = {
  notDelivered: 'unknown',
  waiting: 'part',
  onAgenda: 'info',
  received: 'ok',
} as const satisfies Record<ReceiverState, TagTone>;

/** The document as it would be now, to read before it is decided. */
export function previewPage(ctx: RequestContext, report: Report, tree: DocumentTree): Page {
  const t = reportTexts[ctx.language];
  const { title, crumbs } = reportFrame(ctx, report);
  const here = recordAddress('report', report.id);
  return page({
    title: `${t.previewTitle}: ${title}`,
    crumbs: [...crumbs.slice(0, -1), { text: crumbs.at(-1)?.text ?? title, href: here }, { text: t.previewTitle }],
    body: html`${report.frozen ? null : notice(ctx, { tone: 'info', body: t.previewDraft })}${documentView(tree)}`,
    aside: html`${downloads(ctx, report)}<p><a href="${here}">${t.back}</a></p>`,
  });
}

/** The files in which a report can be fetched, each with its kind said. */
export function downloads(ctx: RequestContext, report: Pick<Report, 'id'>): Html {
  const t = reportTexts[ctx.language];
  const formats = ['pdf', 'docx', 'html', 'json'] as const;
  return card({
    title: t.downloads,
    body: html`<ul>${formats.map((format) => html`<li><a href="${recordAddress('report', report.id)}/fil/${format}">${t.downloadNames[format]}</a></li>`)}</ul>`,
  });
}
