import { type Block, heading, type Inline, link, paragraph, text } from '../../documents/tree/index.ts';
import type { ReportAnnex } from './report-annex.ts';
import type { LinkTo } from './report-document.ts';

/** The annexes at the end of a report, numbered in their order, each with a heading of its own so that the PDF has a bookmark to it. */
export function annexBlocks(annexes: readonly ReportAnnex[], linkTo: LinkTo): readonly Block[] {
  return annexes.flatMap((annex, index) => [
    { kind: 'pageBreak' as const },
    heading(1, `Bilaga ${index + 1}. ${annex.title}`, `bilaga-${index + 1}`),
    ...paragraphs(annex.text),
    ...documentBlocks(annex, linkTo),
    ...tableBlocks(annex),
  ]);
}

/** A registered document is named so that nobody can take another for it: file, day and the hash of its bytes, and where it lies. */
function documentBlocks({ kind, document }: ReportAnnex, linkTo: LinkTo): readonly Block[] {
  if (kind !== 'document') return [];
  if (!document) return [paragraph(text('Handlingen kan inte visas här.'))];
  return [
    paragraph(
      text('Bilagan är handlingen '),
      link(linkTo({ noun: 'document', id: document.id, meetingId: null }), document.title),
      text(', som finns i registret.'),
    ),
    {
      kind: 'facts',
      facts: [
        { label: 'Fil', value: document.fileName },
        ...(document.datedOn ? [{ label: 'Daterad', value: document.datedOn }] : []),
        { label: 'SHA-256', value: document.sha256 },
      ],
    },
  ];
}

function tableBlocks({ table, title, kind }: ReportAnnex): readonly Block[] {
  if (!table) return [];
  if (table.rows.length === 0)
    return [paragraph(text(kind === 'meetings' ? 'Inga sammanträden hölls.' : 'Inga värden finns för året.'))];
  const cell = (words: string): readonly Inline[] => [text(words)];
  return [
    {
      kind: 'table',
      caption: title,
      rowHeader: true,
      header: table.header.map(cell),
      rows: table.rows.map((row) => row.map(cell)),
    },
  ];
}

function paragraphs(words: string): readonly Block[] {
  return words
    .split(/\n\s*\n/u)
    .filter((one) => one.trim())
    .map((one) =>
      paragraph(
        ...one
          .trim()
          .split('\n')
          .flatMap((line, index): Inline[] => [
            ...(index > 0 ? [{ kind: 'lineBreak' as const }] : []),
            text(line.trim()),
          ]),
      ),
    );
}
