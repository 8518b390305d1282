import { type DocumentTree, heading, paragraph, text } from '../../documents/tree/index.ts';
import { documentKinds } from '../matters/index.ts';
import { bytesOutcomes, type Disposal, mandateOf } from './disposal.ts';

/** The certificate of a disposal (gallringsbevis): what was disposed of, by which decision, who proposed, approved and carried it out. */
export function disposalDocument(disposal: Disposal, authority: string): DocumentTree {
  const { number, items, carriedOutOn } = disposal;
  return {
    title: `Gallringsbevis ${number}`,
    subtitle: authority,
    author: authority,
    language: 'sv',
    ...(carriedOutOn !== null && { date: carriedOutOn }),
    facts: [
      { label: 'Beslut', value: mandateOf(disposal) },
      { label: 'Föreslagen', value: `${disposal.proposedOn}, ${disposal.proposedBy}` },
      { label: 'Godkänd', value: `${disposal.approvedOn ?? '–'}, ${disposal.approvedBy ?? '–'}` },
      { label: 'Verkställd', value: `${carriedOutOn ?? '–'}, ${disposal.carriedOutBy ?? '–'}` },
    ],
    blocks: [
      paragraph(
        'Innehållet i handlingarna nedan är gallrat. Uppgifterna i registret finns kvar med hänvisning till beslutet. Kontrollsumman visar vilken fil det gällde.',
      ),
      heading(1, `Handlingar (${items.length})`),
      {
        kind: 'table',
        caption: 'Gallrade handlingar',
        rowHeader: true,
        header: ['Handling', 'Slag', 'Daterad', 'Grund', 'Filen', 'SHA-256'].map((head) => [text(head)]),
        rows: items.map((item) => [
          [text(item.title)],
          [text(documentKinds[item.kind].sv)],
          [text(item.datedOn ?? '–')],
          [text(item.basis)],
          [text(item.outcome === null ? 'ännu inte förstörd' : bytesOutcomes[item.outcome].sv)],
          // Parted so that it can break: 64 signs without a space fit in no column.
          [text(item.sha256.replace(/(.{8})(?=.)/g, '$1 '))],
        ]),
      },
    ],
  };
}
