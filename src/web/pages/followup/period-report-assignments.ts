import { assessmentStatuses } from '../../../domain/assessments/index.ts';
import type { PeriodReport, ReportedAssignment } from '../../../domain/reports/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { postButton } from '../../components/form/form.ts';
import { notice } from '../../components/notice/notice.ts';
import { tag } from '../../components/tag/tag.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { periodReportAddress } from './period-report-address.ts';
import { periodReportTexts } from './period-report-texts.ts';
import { statusTone } from './report-view.ts';

/** The assignments as the report quotes them, under their perspectives, with the choice where there is a newer text. */
export function periodAssignmentSection(ctx: RequestContext, report: PeriodReport, mayEdit: boolean): Html {
  const t = periodReportTexts[ctx.language];
  const groups = Map.groupBy(report.assignments, (one) => one.perspective ?? '');
  return html`<section id="uppdrag"><h2>${t.assignments}</h2>${
    report.assignments.length === 0 ? html`<p class="soft">${t.noAssignments}</p>` : null
  }${[...groups].map(
    ([perspective, some]) =>
      html`${perspective ? html`<h3 lang="sv">${perspective}</h3>` : null}<ul>${some.map((one) => assignmentItem(ctx, report, one, mayEdit))}</ul>`,
  )}</section>`;
}

function assignmentItem(ctx: RequestContext, report: PeriodReport, one: ReportedAssignment, mayEdit: boolean): Html {
  const t = periodReportTexts[ctx.language];
  const { quotation } = one;
  const status = quotation
    ? tag({ text: assessmentStatuses[quotation.status].label[ctx.language], tone: statusTone(quotation.status) })
    : tag({ text: t.notAssessed, tone: 'unknown' });
  return html`<li id="uppdrag-${one.id}"><p><a href="${recordAddress('assignment', one.id)}" lang="sv">${one.ref} ${one.title}</a> ${status}${
    one.daysLate === null ? null : html` ${tag({ text: t.daysLate(one.daysLate), tone: 'late' })}`
  }</p>${
    quotation
      ? html`<blockquote lang="sv">${quotation.text}</blockquote><p class="soft"><a href="${recordAddress('assessment', quotation.assessmentId)}"><span lang="sv">${quotation.bodyName ?? ''}</span> ${t.quoted(quotation.version)}</a></p>`
      : null
  }${newer(ctx, report, one, mayEdit)}</li>`;
}

/** A newer text of what is quoted: shown, and taken or kept by choice. */
function newer(ctx: RequestContext, report: PeriodReport, one: ReportedAssignment, mayEdit: boolean): Content {
  if (!one.newer) return null;
  const t = periodReportTexts[ctx.language];
  if (one.newer.kept) return html`<p class="soft">${t.kept}</p>`;
  const choose = (choice: 'refresh' | 'keep', text: string) =>
    postButton(ctx, {
      action: periodReportAddress(report.id, 'citat'),
      text,
      variant: 'secondary',
      about: one.ref,
      fields: { assignmentId: one.id, choice, seenVersion: String(one.newer?.version ?? 0) },
    });
  return notice(ctx, {
    tone: 'warning',
    title: t.newerTitle,
    body: html`<p>${one.quotation ? t.newerBody : t.notAssessed}</p><blockquote lang="sv">${one.newer.text}</blockquote>${
      mayEdit
        ? html`<div class="actions">${choose('refresh', t.takeNewer)}${one.quotation ? choose('keep', t.keep) : null}</div>`
        : null
    }`,
  });
}
