import type { Source } from '../../../domain/matters/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { card } from '../../components/card/card.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import type { Ui } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { texts } from './texts.ts';

/** Where a record was read, beside any page that shows it: every passage leads to its place in the document. */
export function sourceCard(ui: Ui, sources: readonly Source[]): Html {
  const t = texts[ui.language];
  if (sources.length === 0) return card({ title: t.sources, body: html`<p>${t.noSources}</p>` });
  return card({
    title: t.sources,
    body: linkList(
      onePerPlace(sources).map(({ id, line, text, documentTitle, changed }) => ({
        title: t.readAt(documentTitle, t.lines(line, lastLine(line, text))),
        href: recordAddress('sourcePassage', id),
        ...(changed && { detail: t.sourceChanged }),
      })),
    ),
  });
}

/** Several fields of a record may be read from one passage; the passage is named once. */
function onePerPlace(sources: readonly Source[]): readonly Source[] {
  const places = Map.groupBy(sources, ({ documentId, line, text }) =>
    JSON.stringify([documentId, line, lastLine(line, text)]),
  );
  return [...places.values()].map((own) => own.find(({ changed }) => changed) ?? own[0]!);
}

/** The line on which a passage ends; empty lines after its words do not count. */
export function lastLine(line: number, text: string | null): number {
  return line + (text ?? '').trimEnd().split('\n').length - 1;
}
