import type { Decision } from '../../../domain/decisions/index.ts';
import type { MeetingSummary } from '../../../domain/meetings/index.ts';
import {
  isPeriodReportKind,
  type PeriodReport,
  type Report,
  reportProblems,
  reportWarnings,
  unsettledClaims,
} from '../../../domain/reports/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { confirm } from '../../components/confirm/confirm.ts';
import { emptyState } from '../../components/empty-state/empty-state.ts';
import { errorSummary } from '../../components/error-summary/error-summary.ts';
import { field } from '../../components/field/field.ts';
import { choices, tickBox } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { problemText } from '../../texts/index.ts';
import { claimRemarks } from './claim-remarks.ts';
import { claimTexts } from './claim-texts.ts';
import { downloads } from './frozen-report-page.ts';
import { periodDownloads, periodWarnings } from './period-report-page.ts';
import { reportFrame, reportSteps } from './report-page.ts';
import { reportTexts } from './report-texts.ts';
import { workTexts } from './work-texts.ts';

/** The question before a report is ready: what should be looked at first, each with the way there, and what must be. */
export function readyPage(ctx: RequestContext, report: Report, state?: FormState): Page {
  const t = workTexts[ctx.language];
  const here = recordAddress('report', report.id);
  const problems = reportProblems(report);
  // The remarks on sentences stand in their own list; what is left is about the report as a whole.
  const others = reportWarnings(report).filter(({ path }) => !path.startsWith('entries.'));
  const question =
    problems.length > 0
      ? notice(ctx, { tone: 'danger', title: t.problems, body: problemList(ctx, report, problems) })
      : confirm(ctx, {
          consequences: [t.readyConsequence, t.readyNext],
          action: `${here}/klar`,
          submit: t.readySubmit,
          variant: 'primary',
          cancelHref: here,
          version: report.version,
        });
  return step(
    ctx,
    report,
    t.readyTitle,
    html`${state && !state.conflict && problems.length > 0 ? null : state ? errorSummary(ctx, state) : null}
${claimRemarks(ctx, report)}${others.length > 0 ? notice(ctx, { tone: 'warning', title: t.warnings(others.length), body: html`${problemList(ctx, report, others)}<p>${t.warningsBody}</p>` }) : null}${question}`,
    t.readyLead,
  );
}

/** Each finding leads to where it can be put right. */
function problemList(ctx: RequestContext, report: Report, problems: readonly Problem[]): Html {
  const here = recordAddress('report', report.id);
  return html`<ul>${problems.map((problem) => {
    const position = /^entries\.(\d+)$/.exec(problem.path)?.[1];
    const entry = report.entries.find((one) => String(one.position) === position);
    const href = entry ? recordAddress('reportEntry', entry.id, report.id) : `${here}/texter`;
    return html`<li><a href="${href}">${problemText(ctx, problem)}</a></li>`;
  })}</ul>`;
}

/** Where the decision is chosen that approved the report, or how to get one. */
export function approvePage(
  ctx: RequestContext,
  report: Report,
  facts: {
    readonly decisions: readonly Decision[];
    readonly meetings: readonly MeetingSummary[];
    /** What an interim or annual report knows of itself: there are no sentences of answers to remark on. */
    readonly period: PeriodReport | null;
  },
  sent?: FormState,
): Page {
  const t = workTexts[ctx.language];
  const here = recordAddress('report', report.id);
  const { decisions, meetings } = facts;
  if (decisions.length === 0) return step(ctx, report, t.approveTitle, noDecision(ctx, report, meetings));
  const state = sent ?? freshForm({ decisionId: decisions.length === 1 ? decisions[0]?.id : undefined });
  const unsettled = unsettledClaims(report, ctx.services.runtime.today()).length;
  const remarks = facts.period ? periodWarnings(ctx, facts.period) : claimRemarks(ctx, report);
  return step(
    ctx,
    report,
    t.approveTitle,
    html`${form(ctx, {
      action: `${here}/godkann`,
      submit: t.approveSubmit,
      state,
      labels: { decisionId: t.decision, remarksSeen: claimTexts[ctx.language].seenLabel(unsettled) },
      version: report.version,
      cancel: { href: here },
      body: html`${remarks}${report.to ? null : notice(ctx, { tone: 'warning', body: t.approveNoReceiver })}${choices(
        ctx,
        {
          kind: 'radio',
          name: 'decisionId',
          legend: t.decision,
          state,
          options: decisions.map(({ id, title, decidedOn, item }) => ({
            value: id,
            text: title,
            hint: t.decisionAt(decidedOn ? ctx.format.date(decidedOn) : '', item?.number ?? ''),
          })),
        },
      )}${
        unsettled === 0
          ? null
          : html`<input type="hidden" name="remarksCount" value="${unsettled}">${tickBox({ name: 'remarksSeen', label: claimTexts[ctx.language].seenLabel(unsettled), state })}`
      }${notice(ctx, { tone: 'info', body: t.approveConsequence })}`,
    })}`,
    t.approveLead,
  );
}

function noDecision(ctx: RequestContext, report: Report, meetings: readonly MeetingSummary[]): Html {
  const t = workTexts[ctx.language];
  return emptyState({
    title: t.noDecision,
    body: html`<p>${t.noDecisionBody(report.body.name)}</p>${
      meetings.length === 0
        ? null
        : html`<p>${t.upcoming}:</p><ul>${meetings.map(({ id, heldOn }) => html`<li><a href="${recordAddress('meeting', id)}">${ctx.format.dateWithWeekday(heldOn)}</a></li>`)}</ul>`
    }`,
    action: linkButton({ text: t.meetings, href: `/sammantraden?organ=${report.body.id}`, variant: 'secondary' }),
  });
}

/** The question before a report is noted as handed over. */
export function deliverPage(ctx: RequestContext, report: Report, today: CivilDate, state?: FormState): Page {
  const t = workTexts[ctx.language];
  const here = recordAddress('report', report.id);
  const shown = state ?? freshForm({ on: today });
  const body = report.to
    ? confirm(ctx, {
        consequences: [t.deliverConsequence(receiverNames(ctx, report)), t.deliverFiles],
        action: `${here}/overlamna`,
        submit: t.deliverSubmit,
        variant: 'primary',
        cancelHref: here,
        version: report.version,
        body: field(ctx, { kind: 'date', name: 'on', label: t.deliveredOn, hint: t.deliveredOnHint, state: shown }),
      })
    : notice(ctx, { tone: 'warning', body: t.deliverNoReceiver });
  return {
    ...step(
      ctx,
      report,
      t.deliverTitle,
      html`${state ? errorSummary(ctx, state, { on: t.deliveredOn }) : null}${body}`,
    ),
    aside: isPeriodReportKind(report.kind) ? periodDownloads(ctx, report) : downloads(ctx, report),
  };
}

/** Everybody who gets the report. */
function receiverNames(ctx: RequestContext, { receivers, to }: Report): string {
  const names = receivers.map(({ body }) => body.name);
  return ctx.format.list(names.length > 0 || !to ? names : [to.name]);
}

function step(ctx: RequestContext, report: Report, title: string, body: Html, lead?: string): Page {
  const { crumbs } = reportFrame(ctx, report);
  const here = recordAddress('report', report.id);
  return page({
    title,
    crumbs: [
      ...crumbs.slice(0, -1),
      { text: crumbs.at(-1)?.text ?? reportTexts[ctx.language].back, href: here },
      { text: title },
    ],
    ...(lead ? { lead } : {}),
    body: html`${reportSteps(ctx, report)}${body}`,
  });
}
