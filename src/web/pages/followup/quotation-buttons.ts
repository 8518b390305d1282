import type { QuotationChoice, Report, ReportEntry } from '../../../domain/reports/index.ts';
import type { ButtonVariant } from '../../components/button/button.ts';
import { postButton } from '../../components/form/form.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { reportTexts } from './report-texts.ts';
import { entryHref, entryNumber } from './report-view.ts';

/** What a person may decide about a quotation of which there is a newer text. */
export function quotationButtons(
  ctx: RequestContext,
  report: Report,
  entry: ReportEntry,
  choices: readonly QuotationChoice[] = ['refresh', 'keep'],
): Html {
  const t = reportTexts[ctx.language];
  const looks: Readonly<Record<QuotationChoice, readonly [text: string, variant: ButtonVariant]>> = {
    refresh: [t.quoteRefresh, 'secondary'],
    keep: [t.quoteKeep, 'quiet'],
    remove: [t.quoteRemove, 'quiet'],
  };
  return html`<div class="actions">${choices.map((choice) => {
    const [text, variant] = looks[choice];
    return postButton(ctx, {
      action: `${entryHref(report, entry)}/citat`,
      text,
      variant,
      version: entry.version,
      fields: { choice },
      about: t.quoteAbout(entryNumber(entry)),
    });
  })}</div>`;
}
