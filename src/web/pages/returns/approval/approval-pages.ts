import { returnClauses } from '../../../../domain/execution/index.ts';
import type { MeetingSummary } from '../../../../domain/meetings/index.ts';
import type { NationalReport, ReturnToSend } from '../../../../domain/returns/index.ts';
import { linkButton } from '../../../components/button/button.ts';
import { documentView } from '../../../components/document-view/document-view.ts';
import { emptyState } from '../../../components/empty-state/empty-state.ts';
import { field } from '../../../components/field/field.ts';
import { choices } from '../../../components/fieldset/fieldset.ts';
import { form } from '../../../components/form/form.ts';
import { notice } from '../../../components/notice/notice.ts';
import { type FormState, freshForm, type RequestContext } from '../../../contracts.ts';
import { type Content, type Html, html } from '../../../html.ts';
import { type Page, page } from '../../../reply.ts';
import { reportPath } from '../work/report-address.ts';
import { approvalTexts } from './approval-texts.ts';

/** Where a ready return is put on the agenda of a coming meeting, with what will be proposed. */
export function returnAgendaPage(
  ctx: RequestContext,
  report: NationalReport,
  meetings: readonly MeetingSummary[],
  sent?: FormState,
): Page {
  const t = approvalTexts[ctx.language];
  const state = sent ?? freshForm({ meetingId: meetings[0]?.id });
  const body =
    meetings.length === 0
      ? emptyState({
          title: t.agendaNone,
          body: t.agendaNoneBody,
          action: linkButton({ text: t.planMeeting, href: `/sammantraden/planera?organ=${report.body.id}` }),
        })
      : form(ctx, {
          action: `${reportPath(report.id)}/ta-upp`,
          submit: t.agendaSubmit,
          state,
          labels: { meetingId: t.agendaMeeting },
          cancel: { href: reportPath(report.id) },
          body: html`${choices(ctx, {
            kind: 'radio',
            name: 'meetingId',
            legend: t.agendaMeeting,
            state,
            options: meetings.map(({ id, heldOn }) => ({ value: id, text: ctx.format.dateWithWeekday(heldOn) })),
          })}<h2>${t.agendaClauses}</h2><ul lang="sv">${returnClauses(report).map((clause) => html`<li>${clause}</li>`)}</ul>`,
        });
  return belowReport(ctx, report, { title: t.agendaTitle, lead: t.agendaLead, body });
}

/** Where it is noted that an approved return was sent in. */
export function sendInPage(ctx: RequestContext, report: NationalReport, sent?: FormState): Page {
  const t = approvalTexts[ctx.language];
  const state = sent ?? freshForm({ on: ctx.services.runtime.today(), to: report.receiver });
  return belowReport(ctx, report, {
    title: t.sendInTitle,
    lead: t.sendInLead,
    body: form(ctx, {
      action: `${reportPath(report.id)}/skicka-in`,
      submit: t.sendInSubmit,
      state,
      labels: { on: t.sentOn, to: t.sentTo, receiptNumber: t.receiptNumber },
      version: report.version,
      cancel: { href: reportPath(report.id) },
      body: html`${field(ctx, { name: 'on', label: t.sentOn, kind: 'date', state })}${field(ctx, {
        name: 'to',
        label: t.sentTo,
        hint: t.sentToHint,
        state,
      })}${field(ctx, { name: 'receiptNumber', label: t.receiptNumber, hint: t.receiptHint, optional: true, state })}${notice(ctx, { tone: 'info', body: t.sendInConsequence })}`,
    }),
  });
}

/** Where the number of the receipt is noted that came after the return was sent in. */
export function receiptPage(ctx: RequestContext, report: NationalReport, sent?: FormState): Page {
  const t = approvalTexts[ctx.language];
  const state = sent ?? freshForm();
  return belowReport(ctx, report, {
    title: t.noteReceipt,
    lead: null,
    body: form(ctx, {
      action: `${reportPath(report.id)}/kvitto`,
      submit: t.sendInSubmit,
      state,
      labels: { receiptNumber: t.receiptNumber },
      version: report.version,
      cancel: { href: reportPath(report.id) },
      body: field(ctx, { name: 'receiptNumber', label: t.receiptNumber, state }),
    }),
  });
}

/** The document as it will be sent in, to read before and after it is decided. */
export function returnDocumentPage(ctx: RequestContext, { report, tree, frozen }: ReturnToSend): Page {
  const t = approvalTexts[ctx.language];
  return belowReport(ctx, report, {
    title: t.documentTitle,
    lead: null,
    body: html`${frozen ? null : notice(ctx, { tone: 'info', body: t.draftNote })}${documentView(tree)}`,
  });
}

function belowReport(
  ctx: RequestContext,
  report: NationalReport,
  { title, lead, body }: { readonly title: string; readonly lead: Content; readonly body: Html },
): Page {
  const t = approvalTexts[ctx.language];
  return page({
    title,
    width: 'text',
    crumbs: [
      { text: t.followup, href: '/uppfoljning' },
      { text: t.returns, href: '/redovisningar' },
      { text: `${report.title} ${report.year}`, href: reportPath(report.id) },
      { text: title },
    ],
    lead,
    body,
  });
}
