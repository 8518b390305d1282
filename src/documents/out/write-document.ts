import type { DocumentTree } from '../tree/index.ts';
import { writeDocx } from './write-docx.ts';
import { wrapHtml } from './write-html.ts';
import { refuseFaultyTree, renderPdf } from './write-pdf.ts';

/** The formats a document can leave the house in; `json` is the tree itself, for machines. */
export const documentFormats = ['html', 'pdf', 'docx', 'json'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** A document as a file: its bytes and what a browser or a disk needs to know about them. */
export type WrittenDocument = { readonly bytes: Uint8Array; readonly mediaType: string; readonly extension: string };

const mediaTypes = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json',
} as const satisfies Record<DocumentFormat, string>;

/** Writes a tree in a format. Same tree, same bytes; a tree that cannot become an accessible document is refused in every format alike. */
export async function writeDocument(tree: DocumentTree, format: DocumentFormat): Promise<WrittenDocument> {
  refuseFaultyTree(tree);
  return { bytes: await bytesIn(format, tree), mediaType: mediaTypes[format], extension: format };
}

async function bytesIn(format: DocumentFormat, tree: DocumentTree): Promise<Uint8Array> {
  switch (format) {
    case 'pdf':
      return renderPdf(tree);
    case 'docx':
      return writeDocx(tree);
    case 'html':
      return new TextEncoder().encode(wrapHtml(tree));
    case 'json':
      return new TextEncoder().encode(`${JSON.stringify(tree, null, 2)}\n`);
  }
}
