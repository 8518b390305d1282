import { type EvidenceSource, sourceLabel } from '../../../domain/reports/index.ts';
import { help } from '../../components/help/help.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, html } from '../../html.ts';
import { claimTexts } from './claim-texts.ts';
import { evidenceHref } from './report-view.ts';

/** What proves a sentence, opened in place: the passage, the clauses or the value itself, and the way to where it stands. Nothing for a secret source. */
export function evidenceInPlace(ctx: RequestContext, source: EvidenceSource): Content {
  const t = claimTexts[ctx.language];
  if (source.secret) return null;
  const words = source.words?.trim();
  return help({
    summary: sourceLabel(source),
    body: html`${words ? html`<blockquote lang="sv">${shortened(words)}</blockquote>` : html`<p lang="${ctx.language}">${t.noWords}</p>`}<p lang="${ctx.language}"><a href="${evidenceHref(source)}">${t.showSource}</a></p>`,
  });
}

/** A long text is cut here; whole it stands at its source. */
function shortened(words: string): string {
  return words.length > 700 ? `${words.slice(0, 697).trimEnd()}…` : words;
}
