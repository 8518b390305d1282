import type { Report, ReportEntry } from '../../../domain/reports/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { field } from '../../components/field/field.ts';
import { form } from '../../components/form/form.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { html } from '../../html.ts';
import { type Page, page } from '../../reply.ts';
import { remarkText } from './claim-remarks.ts';
import { claimTexts } from './claim-texts.ts';
import { reportFrame } from './report-page.ts';
import { entryHref, entryNumber } from './report-view.ts';
import { workTexts } from './work-texts.ts';

/** The question with which a person lets a sentence stand in spite of what is remarked on it. */
export function settleClaimPage(
  ctx: RequestContext,
  { report, entry, hash }: { readonly report: Report; readonly entry: ReportEntry; readonly hash: string },
  sent?: FormState,
): Page {
  const t = claimTexts[ctx.language];
  const { crumbs } = reportFrame(ctx, report);
  const claim = entry.claims.find((one) => one.hash === hash);
  const state = sent ?? freshForm({ reason: claim?.settlement?.reason });
  return page({
    title: t.settleTitle,
    lead: t.settleLead,
    crumbs: [
      ...crumbs.slice(0, -1),
      { text: crumbs.at(-1)?.text ?? '', href: recordAddress('report', report.id) },
      { text: workTexts[ctx.language].editTitle(entryNumber(entry)), href: entryHref(report, entry) },
      { text: t.settleTitle },
    ],
    body: html`<blockquote lang="sv">${claim?.text}</blockquote>
<ul>${claim?.findings.map((one) => html`<li>${remarkText(ctx, one)}</li>`)}</ul>
${form(ctx, {
  action: `${entryHref(report, entry)}/anmarkning`,
  submit: t.settleSubmit,
  state,
  labels: { reason: t.reason },
  cancel: { href: entryHref(report, entry) },
  body: html`<input type="hidden" name="claimHash" value="${hash}">${field(ctx, { kind: 'textarea', name: 'reason', label: t.reason, hint: t.reasonHint, rows: 3, state })}`,
})}`,
  });
}
