import type { SourcePlace } from '../../../domain/matters/index.ts';
import { recordAddress } from '../../../kernel/record-address.ts';
import { card } from '../../components/card/card.ts';
import { linkList } from '../../components/link-list/link-list.ts';
import type { Ui } from '../../contracts.ts';
import { type Html, html } from '../../html.ts';
import { texts } from './texts.ts';

/** The documents in which a record of many parts was read, beside its page; the places themselves stand with the parts. */
export function sourceDocumentsCard(ui: Ui, places: readonly SourcePlace[]): Html {
  const t = texts[ui.language];
  if (places.length === 0) return card({ title: t.sources, body: html`<p>${t.noSources}</p>` });
  const documents = Map.groupBy(places, ({ documentId }) => documentId as string);
  return card({
    title: t.sources,
    body: linkList(
      [...documents.values()].map((own) => ({
        title: html`<span lang="sv">${own[0]!.documentTitle}</span>`,
        href: recordAddress('document', own[0]!.documentId),
        note: t.recordsIn(ui.format.number(new Set(own.map(({ recordId }) => recordId)).size)),
      })),
    ),
  });
}

/** More places than a person goes to from one line; the page of the document has them all. */
const mostLines = 3;

/** The lines from which one part was read, each a link to its passage; nothing when it was registered by hand. */
export function sourceLines(ui: Ui, places: readonly SourcePlace[], recordId: string): Html | null {
  const own = places.filter((place) => place.recordId === recordId);
  // Several fields of a record may be read from one line; the line is named once.
  const lines = [...new Map(own.toReversed().map((place) => [`${place.documentId} ${place.line}`, place])).values()];
  if (lines.length === 0) return null;
  const t = texts[ui.language];
  const shown = lines.toReversed().slice(0, mostLines);
  return html`<span class="soft">${shown.map(
    ({ passageId, documentTitle, line }, index) =>
      html`${index > 0 ? ', ' : null}<a href="${recordAddress('sourcePassage', passageId)}">${t.line(line)}<span class="sr-only"> ${documentTitle}</span></a>`,
  )}${lines.length > shown.length ? ' …' : null}</span>`;
}
