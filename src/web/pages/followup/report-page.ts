import { may } from '../../../domain/access/index.ts';
import { approvalItemOf } from '../../../domain/execution/index.ts';
import {
  elsewhereLine,
  isDirectedElsewhere,
  isPeriodReportKind,
  type Report,
  reportStateCodes,
  reportStates,
  titleWithYear,
} from '../../../domain/reports/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { linkButton } from '../../components/button/button.ts';
import { errorSummary } from '../../components/error-summary/error-summary.ts';
import { postButton } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { reportDesk } from '../../components/report-desk/report-desk.ts';
import { steps } from '../../components/steps/steps.ts';
import { tag } from '../../components/tag/tag.ts';
import type { FormState, Reader, RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { claimRemarks } from './claim-remarks.ts';
import { claimTexts } from './claim-texts.ts';
import { deliveryTexts } from './delivery-texts.ts';
import { reportAnswer } from './report-answer.ts';
import { figureTexts } from './report-figure-texts.ts';
import { reportTexts } from './report-texts.ts';
import { entryHref, entryNumber, entryState, offers, reportGaps, sourceNumbers } from './report-view.ts';
import { texts } from './texts.ts';

/** A report under work, and the item on whose agenda it stands for its approval. */
export type ReportFacts = {
  readonly report: Report;
  readonly onAgenda: Awaited<ReturnType<typeof approvalItemOf>>;
};

/** Reads a report with the item that is to approve it. */
export async function withAgenda(r: Reader, report: Report): Promise<ReportFacts> {
  return { report, onAgenda: report.frozen ? undefined : await approvalItemOf(r, report.id) };
}

/** The workspace of a report that is not yet approved: the assignments, the answers, and what each answer rests on. */
export function reportPage(ctx: RequestContext, { report, onAgenda }: ReportFacts, state?: FormState): Page {
  const t = reportTexts[ctx.language];
  const numbers = sourceNumbers(report);
  const own = report.entries.filter((entry) => !isDirectedElsewhere(entry));
  return page({
    ...reportFrame(ctx, report),
    width: 'wide',
    body: html`${state ? errorSummary(ctx, state) : null}${reportSteps(ctx, report)}${agendaNotice(ctx, onAgenda)}${reportActions(ctx, report, onAgenda !== undefined)}${claimRemarks(ctx, report)}
${reportDesk({
  label: t.assignments,
  items: own.map((entry) => ({
    href: `#svar-${entry.id}`,
    number: entryNumber(entry),
    title: entry.assignment.title,
    state: tag(entryState(ctx, entry)),
  })),
  note: elsewhereNote(ctx, report),
  body: html`${surroundingText(ctx, report, 'foreword')}${groups(ctx, report, numbers)}${surroundingText(ctx, report, 'closing')}`,
})}`,
  });
}

/** Title, way here and facts, the same for the workspace and the frozen report. */
export function reportFrame(ctx: RequestContext, report: Report): Pick<Page, 'title' | 'crumbs' | 'lead'> {
  const t = reportTexts[ctx.language];
  const title = titleWithYear(report);
  const period = isPeriodReportKind(report.kind);
  const gaps = reportGaps(report);
  const receiver = report.to
    ? html`<span lang="sv">${t.to(report.to.name)}</span>`
    : html`<strong>${t.noReceiver}</strong>`;
  return {
    title,
    crumbs: [
      { text: texts[ctx.language].title, href: '/uppfoljning' },
      { text: period ? title : `${report.body.name} ${report.year}` },
    ],
    lead: html`<a href="${recordAddress('body', report.body.id)}" lang="sv">${report.body.name}</a> ${receiver}
${
  report.frozen || period
    ? null
    : html`${tag({ text: t.readyCount(gaps.done, gaps.answers), tone: gaps.done === gaps.answers ? 'ok' : 'part' })}
${gaps.unproved > 0 ? tag({ text: t.unprovedCount(gaps.unproved), tone: 'late' }) : null}`
}`,
  };
}

/** Where on its way the report is: draft, ready, approved, delivered. */
export function reportSteps(ctx: RequestContext, report: Pick<Report, 'state'>): Html {
  const now = reportStateCodes.indexOf(report.state);
  const last = reportStateCodes.length - 1;
  return steps(ctx, {
    label: reportTexts[ctx.language].way,
    steps: reportStateCodes.map((state, index) => ({
      text: reportStates[state][ctx.language],
      state: index < now || (index === now && now === last) ? 'done' : index === now ? 'now' : 'ahead',
    })),
  });
}

/** Where the report waits to be decided, so that nobody puts it on a second agenda. */
function agendaNotice(ctx: RequestContext, there: ReportFacts['onAgenda']): Content {
  if (!there) return null;
  return notice(ctx, {
    tone: 'info',
    body: html`<a href="${recordAddress('agendaItem', there.itemId, there.meetingId)}">${deliveryTexts[ctx.language].agendaThere(ctx.format.date(there.heldOn))}</a>`,
  });
}

/** What the reader may do with the report now: the table of states says what is possible, the rights say who. */
function reportActions(ctx: RequestContext, report: Report, onAgenda: boolean): Html {
  const t = reportTexts[ctx.language];
  const d = deliveryTexts[ctx.language];
  const { actor } = ctx;
  const here = recordAddress('report', report.id);
  const can = (action: Parameters<typeof offers>[2]): boolean => actor !== undefined && offers(actor, report, action);
  return html`<div class="actions">
${can('edit') ? linkButton({ text: d.write, href: `${here}/skriv` }) : null}
${can('markReady') ? linkButton({ text: t.ready, href: `${here}/klar`, variant: 'secondary' }) : null}
${can('approve') && !onAgenda && actor !== undefined && may(actor, 'meeting.edit', report.body.id) ? linkButton({ text: d.agendaButton, href: `${here}/ta-upp` }) : null}
${can('approve') ? linkButton({ text: t.approve, href: `${here}/godkann`, variant: 'secondary' }) : null}
${linkButton({ text: t.preview, href: `${here}/forhandsgranska`, variant: 'secondary' })}
${can('edit') ? linkButton({ text: t.editTexts, href: `${here}/texter`, variant: 'quiet' }) : null}
${can('edit') ? linkButton({ text: d.more, href: `${here}/ordning`, variant: 'quiet' }) : null}
${can('edit') ? linkButton({ text: d.annexes(report.annexes.length), href: `${here}/bilagor`, variant: 'quiet' }) : null}
${can('edit') ? linkButton({ text: figureTexts[ctx.language].button(report.figures.length), href: `${here}/diagram`, variant: 'quiet' }) : null}
${linkButton({ text: d.compare, href: `${here}/jamfor`, variant: 'quiet' })}
${can('edit') && reportGaps(report).unproved > 0 ? postButton(ctx, { action: `${here}/belagg/sakra`, text: claimTexts[ctx.language].confirmSure, variant: 'secondary' }) : null}
${can('edit') ? postButton(ctx, { action: `${here}/uppdatera`, text: t.refresh, variant: 'quiet' }) : null}
${can('reopen') ? postButton(ctx, { action: `${here}/oppna`, text: t.reopen, variant: 'secondary', version: report.version }) : null}
</div>`;
}

/** The answers under the headings of the plan. */
function groups(ctx: RequestContext, report: Report, numbers: ReadonlyMap<string, number>): Content {
  let before: string | null = null;
  return report.entries
    .filter((entry) => !isDirectedElsewhere(entry))
    .map((entry) => {
      const heading = entry.groupHeading !== before ? entry.groupHeading : null;
      before = entry.groupHeading;
      return html`${heading ? html`<h2 lang="sv">${heading}</h2>` : null}${reportAnswer(ctx, report, entry, numbers)}`;
    });
}

/** The text before the answers or after them, or the note that there is none. */
function surroundingText(ctx: RequestContext, report: Report, which: 'foreword' | 'closing'): Html {
  const t = reportTexts[ctx.language];
  const paragraphs = report[which].split(/\n\s*\n/u).filter((one) => one.trim());
  const none = which === 'foreword' ? t.noForeword : t.noClosing;
  return html`<h2>${t[which]}</h2>${paragraphs.length === 0 ? html`<p class="soft">${none}</p>` : paragraphs.map((one) => html`<p lang="sv">${one}</p>`)}`;
}

/** The numbers that are directed to others, as the document prints them, each with the way to an answer of its own. */
function elsewhereNote(ctx: RequestContext, report: Report): Content {
  const entries = report.entries.filter(isDirectedElsewhere);
  if (entries.length === 0) return null;
  const mayEdit = ctx.actor !== undefined && offers(ctx.actor, report, 'edit');
  const links = entries.map(
    (entry, index) =>
      html`${index > 0 ? ', ' : ' '}<a href="${entryHref(report, entry)}" id="svar-${entry.id}">${entryNumber(entry)}</a>`,
  );
  const edit = mayEdit
    ? html` <span lang="${ctx.language}">${reportTexts[ctx.language].editElsewhere}</span>${links}`
    : null;
  return html`${elsewhereLine(report, entries)}${edit}`;
}
