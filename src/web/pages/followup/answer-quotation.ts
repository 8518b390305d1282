import {
  type MadeQuotationChoice,
  type QuotationChoice,
  quotationChoices,
  type Report,
  type ReportEntry,
} from '../../../domain/reports/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { wordChanges } from '../../../kernel/word-changes.ts';
import { field } from '../../components/field/field.ts';
import { choices } from '../../components/fieldset/fieldset.ts';
import { form } from '../../components/form/form.ts';
import { help } from '../../components/help/help.ts';
import { type FormState, freshForm, type RequestContext } from '../../contracts.ts';
import { type Content, type Html, html } from '../../html.ts';
import { claimTexts } from './claim-texts.ts';
import { quotationButtons } from './quotation-buttons.ts';
import { reportTexts } from './report-texts.ts';
import { entryHref } from './report-view.ts';
import { situationTexts } from './situation-texts.ts';
import { workTexts } from './work-texts.ts';

/** The quotation of an answer: what it says, what its source says now and where they differ, the choice between them, and who chose before. */
export function answerQuotation(
  ctx: RequestContext,
  report: Report,
  entry: ReportEntry,
  history: readonly MadeQuotationChoice[],
  sent?: FormState,
): Content {
  const { quotation } = entry;
  const t = reportTexts[ctx.language];
  if (!quotation) return history.length > 0 ? historyOf(ctx, history) : null;
  const { outdated } = quotation;
  const standing = outdated ? (outdated.kept ? t.quoteKept : t.quoteOutdated) : t.quoteUnchanged;
  return html`<section id="citat"><h2>${workTexts[ctx.language].quotation}</h2><figure class="desk-quote"><figcaption lang="sv">${quotation.label}</figcaption><blockquote lang="sv">${quotation.text}</blockquote>
<p class="soft"><a href="${recordAddress('assessment', quotation.assessmentId)}">${t.quoteFrom(quotation.periodName, quotation.version)}</a> · ${standing}${quotation.carriedFrom ? ` · ${situationTexts[ctx.language].carriedMark(quotation.carriedFrom)}` : null}</p>
${outdated ? html`<p class="soft">${t.newerText}</p><blockquote lang="sv">${outdated.text}</blockquote>${changedWords(ctx, quotation.text, outdated.text)}` : null}</figure>
${outdated ? choiceForm(ctx, report, entry, outdated.kept ? ['refresh', 'remove'] : ['refresh', 'keep', 'remove'], sent) : quotationButtons(ctx, report, entry, ['remove'])}${historyOf(ctx, history)}</section>`;
}

/** The two texts in one, word by word: what was taken out is struck, what was put in is underlined, and both say so to who cannot see it. */
export function changedWords(ctx: RequestContext, before: string, after: string): Html {
  const t = claimTexts[ctx.language];
  const words = wordChanges(before, after).map(({ kind, text }) =>
    kind === 'same' ? html`${text} ` : kind === 'removed' ? html`<del>${text}</del> ` : html`<ins>${text}</ins> `,
  );
  return html`<p class="soft">${t.changes}. ${t.changesHelp}</p><blockquote lang="sv">${words}</blockquote>`;
}

function choiceForm(
  ctx: RequestContext,
  report: Report,
  entry: ReportEntry,
  offered: readonly QuotationChoice[],
  sent?: FormState,
): Html {
  const t = claimTexts[ctx.language];
  const state = sent ?? freshForm({});
  return form(ctx, {
    action: `${entryHref(report, entry)}/citat`,
    submit: t.quotationSubmit,
    variant: 'secondary',
    state,
    version: entry.version,
    labels: { choice: t.quotationQuestion, quotationReason: t.reason },
    body: html`${choices(ctx, {
      kind: 'radio',
      name: 'choice',
      legend: t.quotationQuestion,
      state,
      options: offered.map((value) => ({ value, text: t.quotationChoice[value] })),
    })}${field(ctx, { kind: 'text', name: 'quotationReason', label: t.reason, hint: t.quotationReasonHint, optional: true, state })}`,
  });
}

function historyOf(ctx: RequestContext, history: readonly MadeQuotationChoice[]): Content {
  const t = claimTexts[ctx.language];
  if (history.length === 0) return null;
  return help({
    summary: t.history,
    open: true,
    body: html`<ol>${history.map(
      ({ choice, fromVersion, toVersion, reason, at, by }) =>
        html`<li>${t.historyLine(quotationChoices[choice][ctx.language], by, ctx.format.instant(at))} <span class="soft">(${t.versions(fromVersion, toVersion)})</span>${reason ? html`<br><span lang="sv">${reason}</span>` : null}</li>`,
    )}</ol>`,
  });
}
