import { may } from '../../../domain/access/index.ts';
import {
  isLate,
  mayReport,
  type PeriodReport,
  periodReportDeadline,
  periodReportWarnings,
  type ReportAction,
  reportKinds,
} from '../../../domain/reports/index.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { card } from '../../components/card/card.ts';
import { documentView } from '../../components/document-view/document-view.ts';
import { errorSummary } from '../../components/error-summary/error-summary.ts';
import { postButton } from '../../components/form/form.ts';
import { help } from '../../components/help/help.ts';
import { notice } from '../../components/notice/notice.ts';
import { summaryList } from '../../components/summary-list/summary-list.ts';
import type { FormState, RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { problemText } from '../../texts/index.ts';
import { deliveryTexts } from './delivery-texts.ts';
import { receiverList } from './frozen-report-page.ts';
import { periodReportAddress } from './period-report-address.ts';
import { periodAssignmentSection } from './period-report-assignments.ts';
import { chapterCard } from './period-report-chapter.ts';
import { periodReportTexts } from './period-report-texts.ts';
import { figureTexts } from './report-figure-texts.ts';
import { changedFigures } from './report-figures-page.ts';
import { reportSteps } from './report-page.ts';
import { reportTexts } from './report-texts.ts';
import { texts } from './texts.ts';

/** The workspace of an interim or annual report: what to look at, the chapters with what proves them, and the assignments as they are quoted. */
export function periodReportPage(ctx: RequestContext, report: PeriodReport, state?: FormState): Page {
  const t = periodReportTexts[ctx.language];
  if (report.frozen) return frozenPage(ctx, report, report.frozen);
  const mayEdit = offersPeriod(ctx, report, 'edit');
  return page({
    ...periodReportFrame(ctx, report),
    width: 'wide',
    body: html`${state ? errorSummary(ctx, state) : null}${reportSteps(ctx, report)}${deadlineNotice(ctx, report)}${actions(ctx, report)}${periodWarnings(ctx, report)}
<section><h2>${t.chapters}</h2>${report.chapters.map((chapter) => chapterCard(ctx, report, chapter, mayEdit))}</section>
${periodAssignmentSection(ctx, report, mayEdit)}`,
    aside: html`${factsCard(ctx, report)}${figuresCard(ctx, report, mayEdit)}${periodDownloads(ctx, report)}`,
  });
}

/** Title, way here and facts, the same for the workspace, the frozen report and its forms. */
export function periodReportFrame(
  ctx: RequestContext,
  report: PeriodReport,
  below?: string,
): Pick<Page, 'title' | 'crumbs' | 'lead'> {
  const t = periodReportTexts[ctx.language];
  return {
    title: below ?? `${report.title}, ${report.body.name}`,
    crumbs: [
      { text: texts[ctx.language].title, href: '/uppfoljning' },
      ...(below === undefined
        ? [{ text: report.title }]
        : [{ text: report.title, href: periodReportAddress(report.id) }, { text: below }]),
    ],
    lead: html`${reportKinds[report.kind][ctx.language]} ${report.to ? html`<span lang="sv">${t.to(report.to.name)}</span>` : html`<strong>${t.noReceiver}</strong>`}`,
  };
}

/** Whether the table of states and the rights of the reader both allow it. Writing it is the controller's too; deciding it is as for every report. */
export function offersPeriod(ctx: RequestContext, report: PeriodReport, action: ReportAction): boolean {
  const right = action === 'approve' ? 'report.approve' : action === 'deliver' ? 'report.deliver' : 'periodReport.edit';
  return ctx.actor !== undefined && mayReport(report.state, action) && may(ctx.actor, right, report.body.id);
}

function deadlineNotice(ctx: RequestContext, report: PeriodReport): Content {
  const t = periodReportTexts[ctx.language];
  const deadline = periodReportDeadline(report);
  if (deadline === null) return null;
  const late = isLate(report, ctx.services.runtime.today());
  return notice(ctx, {
    tone: late ? 'warning' : 'info',
    ...(late && { title: t.lateTitle }),
    body: html`<p>${t.deadlineIn[report.kind](ctx.format.date(deadline))}</p>`,
  });
}

function actions(ctx: RequestContext, report: PeriodReport): Html {
  const t = periodReportTexts[ctx.language];
  const own = (step: string) => periodReportAddress(report.id, step);
  const shared = recordAddress('report', report.id);
  const { version } = report;
  const can = (action: ReportAction) => offersPeriod(ctx, report, action);
  return html`<div class="actions">
${can('markReady') ? postButton(ctx, { action: own('klar'), text: t.ready, version }) : null}
${can('approve') && ctx.actor && may(ctx.actor, 'meeting.edit', report.body.id) ? linkButton({ text: deliveryTexts[ctx.language].agendaButton, href: `${shared}/ta-upp` }) : null}
${can('approve') ? linkButton({ text: t.approve, href: `${shared}/godkann`, variant: 'secondary' }) : null}
${linkButton({ text: t.preview, href: own('forhandsgranska'), variant: 'secondary' })}
${can('edit') ? linkButton({ text: t.editFrame, href: own('texter'), variant: 'quiet' }) : null}
${can('edit') ? postButton(ctx, { action: own('hamta'), text: t.refresh, variant: 'secondary', version }) : null}
${can('reopen') ? postButton(ctx, { action: own('oppna'), text: t.reopen, variant: 'secondary', version }) : null}
</div>`;
}

/** What to look at before the report is decided, each leading to its place. */
export function periodWarnings(ctx: RequestContext, report: PeriodReport): Content {
  const t = periodReportTexts[ctx.language];
  const found = periodReportWarnings(report, ctx.services.runtime.today()).filter(({ path }) => path !== 'deadline');
  if (found.length === 0) return null;
  return help({
    summary: t.look(found.length),
    open: found.length <= 8,
    body: html`<p>${t.lookBody}</p><ul>${found.map((one) => html`<li>${placeOf(one) ? html`<a href="${periodReportAddress(report.id)}#${placeOf(one)}">${problemText(ctx, one)}</a>` : problemText(ctx, one)}</li>`)}</ul>`,
  });
}

function placeOf({ path }: Problem): string | undefined {
  const [, chapter] = /^chapters\.(\w+)$/.exec(path) ?? [];
  const [, assignment] = /^assignments\.(.+)$/.exec(path) ?? [];
  if (chapter) return `kapitel-${chapter}`;
  if (assignment) return `uppdrag-${assignment}`;
  return path === 'measures' ? 'kapitel-economy' : undefined;
}

function factsCard(ctx: RequestContext, report: PeriodReport): Html {
  const t = periodReportTexts[ctx.language];
  const { period, approval } = report;
  const deadline = periodReportDeadline(report);
  return card({
    title: t.facts,
    body: summaryList(
      [
        {
          term: t.body,
          value: html`<a href="${recordAddress('body', report.body.id)}" lang="sv">${report.body.name}</a>`,
        },
        {
          term: t.receiver,
          value: receiverList(ctx, report),
        },
        { term: t.period, value: `${ctx.format.date(period.startsOn)} – ${ctx.format.date(period.endsOn)}` },
        { term: t.deadline, value: deadline && ctx.format.date(deadline) },
        {
          term: reportTexts[ctx.language].approvedBy,
          value:
            approval &&
            html`<a href="${recordAddress('decision', approval.decisionId)}">${ctx.format.date(approval.on)}</a>`,
        },
        {
          term: reportTexts[ctx.language].deliveredOn,
          value: report.deliveredOn && ctx.format.date(report.deliveredOn),
        },
        { term: t.hash, value: report.frozen && html`<code>${report.frozen.hash}</code>` },
      ],
      { compact: true },
    ),
  });
}

function figuresCard(ctx: RequestContext, report: PeriodReport, mayEdit: boolean): Html {
  const t = periodReportTexts[ctx.language];
  return card({
    title: t.figures,
    body: html`${
      report.figures.length === 0
        ? html`<p class="soft">${t.figuresNone}</p>`
        : html`<ul>${report.figures.map(({ id, name }) => html`<li><a href="${recordAddress('indicator', id)}" lang="sv">${name}</a></li>`)}</ul>`
    }${mayEdit ? html`<p><a href="${periodReportAddress(report.id, 'siffror')}">${t.choose}</a></p><p><a href="${periodReportAddress(report.id, 'diagram')}">${figureTexts[ctx.language].button(report.figures.length)}</a></p>` : null}`,
  });
}

/** The files in which the report can be fetched. */
export function periodDownloads(ctx: RequestContext, report: Pick<PeriodReport, 'id'>): Html {
  const formats = ['pdf', 'docx', 'html', 'json'] as const;
  return card({
    title: periodReportTexts[ctx.language].downloads,
    body: html`<ul>${formats.map((format) => html`<li><a href="${periodReportAddress(report.id, `fil/${format}`)}">${reportTexts[ctx.language].downloadNames[format]}</a></li>`)}</ul>`,
  });
}

/** An approved report: what was decided is what is shown. */
function frozenPage(ctx: RequestContext, report: PeriodReport, frozen: NonNullable<PeriodReport['frozen']>): Page {
  const t = periodReportTexts[ctx.language];
  const { approval } = report;
  const deliver = offersPeriod(ctx, report, 'deliver')
    ? html`<div class="actions">${linkButton({ text: t.deliver, href: `${recordAddress('report', report.id)}/overlamna` })}</div>`
    : null;
  return page({
    ...periodReportFrame(ctx, report),
    body: html`${reportSteps(ctx, report)}${deadlineNotice(ctx, report)}${notice(ctx, {
      tone: 'success',
      title: t.frozenTitle,
      body: html`<p>${t.frozenBody(approval ? ctx.format.date(approval.on) : '')} ${approval ? html`<a href="${recordAddress('decision', approval.decisionId)}">${t.decision}</a>.` : null}</p>`,
    })}${changedFigures(
      ctx,
      report.figures.map(({ figure }) => figure),
    )}${deliver}${documentView(frozen.tree)}`,
    aside: html`${factsCard(ctx, report)}${periodDownloads(ctx, report)}`,
  });
}
