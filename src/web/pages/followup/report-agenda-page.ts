import { approvalClauses } from '../../../domain/execution/index.ts';
import type { MeetingSummary } from '../../../domain/meetings/index.ts';
import type { Report } from '../../../domain/reports/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import type { Page } from '../../reply.ts';
import { deliveryTexts } from './delivery-texts.ts';
import { subPage } from './report-sub-page.ts';

/** Where a ready report is put on the agenda of a coming meeting, with what will be proposed. */
export function reportAgendaPage(
  ctx: RequestContext,
  report: Report,
  facts: {
    readonly meetings: readonly MeetingSummary[];
    /** Where it stands already. */
    readonly there: { readonly meetingId: string; readonly itemId: string; readonly heldOn: string } | undefined;
  },
  sent?: FormState,
): Page {
  const t = deliveryTexts[ctx.language];
  const here = recordAddress('report', report.id);
  const { meetings, there } = facts;
  const state = sent ?? freshForm({ meetingId: meetings[0]?.id });
  const clauses = html`<h2>${t.agendaClauses}</h2><ul lang="sv">${approvalClauses(report).map((clause) => html`<li>${clause}</li>`)}</ul>`;
  const body = there
    ? notice(ctx, {
        tone: 'info',
        body: html`<a href="${recordAddress('agendaItem', there.itemId, there.meetingId)}">${t.agendaThere(ctx.format.date(there.heldOn))}</a>`,
      })
    : meetings.length === 0
      ? emptyState({
          title: t.agendaNone,
          body: t.agendaNoneBody,
          action: linkButton({ text: t.newMeeting, href: `/sammantraden/planera?organ=${report.body.id}` }),
        })
      : form(ctx, {
          action: `${here}/ta-upp`,
          submit: t.agendaButton,
          state,
          labels: { meetingId: t.agendaMeeting },
          cancel: { href: here },
          body: html`${report.receivers.length > 0 ? null : notice(ctx, { tone: 'warning', body: t.agendaNoReceiver })}${choices(
            ctx,
            {
              kind: 'radio',
              name: 'meetingId',
              legend: t.agendaMeeting,
              state,
              options: meetings.map(({ id, heldOn }) => ({ value: id, text: ctx.format.dateWithWeekday(heldOn) })),
            },
          )}${clauses}<p class="soft">${t.agendaPaper}</p>`,
        });
  return subPage(ctx, report, { title: t.agendaTitle, lead: t.agendaLead, body });
}
