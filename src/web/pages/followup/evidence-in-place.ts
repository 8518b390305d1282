import type { EvidenceSource } from '../../../domain/reports/index.ts';
import { help } from '../../components/help/help.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Content, html } from '../../html.ts';
import { claimTexts } from './claim-texts.ts';

/** What proves a sentence, opened in place: the passage, the clauses of the decision, the value or the summary of the item. Never what is secret. */
export function evidenceInPlace(ctx: RequestContext, source: EvidenceSource): Content {
  const words = source.words?.trim();
  if (source.secret || !words) return null;
  return help({
    summary: claimTexts[ctx.language].openWords[source.noun],
    body: html`<blockquote lang="sv">${shortened(words)}</blockquote>`,
  });
}

/** A long text is cut here; whole it stands at its source. */
function shortened(words: string): string {
  return words.length > 700 ? `${words.slice(0, 697).trimEnd()}…` : words;
}
