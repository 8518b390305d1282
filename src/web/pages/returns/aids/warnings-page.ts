import { type AnswerAid, type AnsweredReport, allWarnings, reportProgress } from '../../../../domain/returns/index.ts';
import type { RequestContext } from '../../../contracts.ts';
import { html } from '../../../html.ts';
import { type Page, page } from '../../../reply.ts';
import { reportPath } from '../work/report-address.ts';
import { maySettle } from './aid-facts.ts';
import { aidTexts } from './aid-texts.ts';
import { warningLists } from './warning-lines.ts';

/** All remarks on the answers of a return in one place: what to look at before it goes to review. */
export function warningsPage(
  ctx: RequestContext,
  { report, aids }: { readonly report: AnsweredReport; readonly aids: ReadonlyMap<string, AnswerAid> },
): Page {
  const t = aidTexts[ctx.language];
  const progress = reportProgress(report);
  const mine = new Set(
    progress
      .filter((own) => maySettle(ctx, { report, own }))
      .flatMap(({ questions }) => questions.map(({ code }) => code)),
  );
  return page({
    title: t.warningsTitle,
    crumbs: [
      { text: t.returns, href: '/redovisningar' },
      { text: `${report.title} ${report.year}`, href: reportPath(report.id) },
      { text: t.warnings },
    ],
    lead: t.warningsLead,
    body: html`${warningLists(ctx, allWarnings(aids), { reportId: report.id, named: true, maySettle: (code) => mine.has(code) })}`,
  });
}
