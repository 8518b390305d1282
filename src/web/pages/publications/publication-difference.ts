import { compareAgreementTexts as compareTexts } from '../../../domain/agreements/index.ts';
import { type PublishedRecord, type PublishedWhole, passagesOf } from '../../../domain/published/index.ts';
import type { WordChange } from '../../../kernel/word-changes.ts';
import { table } from '../../components/table/table.ts';
import type { RequestContext } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { texts } from './texts.ts';

/** More changed paragraphs than anybody reads in a table: the whole of the new wording stands below. */
const mostShown = 200;

/** How what is proposed differs from what everybody reads now, paragraph by paragraph and word by word; also what was masked then and would not be now. */
export function differenceSection(ctx: RequestContext, open: PublishedWhole, proposed: PublishedRecord): Html {
  const t = texts[ctx.language];
  const changed = compareTexts(wordsOf(open), wordsOf(proposed)).filter((row) => row.changed);
  const side = (words: readonly WordChange[] | null) =>
    words === null
      ? t.nothingThere
      : html`<span lang="sv">${words.map(({ kind, text }) =>
          kind === 'same' ? html`${text} ` : kind === 'removed' ? html`<del>${text}</del> ` : html`<ins>${text}</ins> `,
        )}</span>`;
  return html`<section><h2>${t.difference}</h2>${
    changed.length === 0
      ? html`<p>${t.sameWords}</p>`
      : html`<p>${t.differenceLead(changed.length)}</p>${table(ctx, {
          caption: t.difference,
          captionHidden: true,
          columns: [
            { key: 'before', text: t.publicNow },
            { key: 'after', text: t.publicThen },
          ],
          rows: changed.slice(0, mostShown).map(({ before, after }) => ({ before: side(before), after: side(after) })),
        })}`
  }</section>`;
}

/** The words of a record in the order of reading, a paragraph a line. */
function wordsOf({ title, summary, tree }: Pick<PublishedRecord, 'title' | 'summary' | 'tree'>): string {
  return [
    title,
    summary ?? '',
    ...(tree.facts ?? []).map(({ label, value }) => `${label}: ${value}`),
    ...passagesOf(tree).flatMap(({ heading, words }) => [heading ?? '', words]),
  ].join('\n');
}
