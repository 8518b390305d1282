import type { HostileFile } from './hostile-file.ts';
import { hostileDocx } from './make-docx.ts';
import { hostileOdt } from './make-odt.ts';
import { otherHostile } from './make-others.ts';
import { hostilePdf } from './make-pdf.ts';
import { mutatedFiles } from './mutate.ts';

/** The files that are made by hand, each for one way of doing harm. */
export const handMade: readonly HostileFile[] = [...hostileDocx, ...hostileOdt, ...hostilePdf, ...otherHostile];

/** All of them, and what chance makes of good files. */
export const corpus: readonly HostileFile[] = [...handMade, ...mutatedFiles(7)];

/** Those that every run of the tests reads: one of each kind of harm that is quickly told. */
const named = [
  'bomb-1gb.docx',
  'bomb-1gb-says-1000-bytes.docx',
  'bomb-directory-and-entry-differ.docx',
  'bomb-in-many-entries.docx',
  'entries-sharing-bytes.docx',
  'twenty-thousand-entries.docx',
  'two-documents-of-one-name.docx',
  'zip64.docx',
  'encrypted-entries.docx',
  'paths-that-climb.docx',
  'billion-laughs.docx',
  'entity-from-a-file.docx',
  'deep-200000.docx',
  'tables-1000-deep.docx',
  'attribute-of-two-megabytes.docx',
  'relations-to-the-outside.docx',
  'not-well-formed.docx',
  'another-encoding.docx',
  'flate-bomb-1gb.pdf',
  'flate-bomb-1gb-in-one-layer.pdf',
  'page-tree-that-goes-round.pdf',
  'billion-pages.pdf',
  'hundred-thousand-pages.pdf',
  'protected.pdf',
  'cut-off.pdf',
  'only-the-sign.pdf',
  'wrong-startxref.pdf',
  'drawing-within-itself.pdf',
  'zero-characters.pdf',
  'outside-and-scripts.pdf',
  'empty.pdf',
  'too-large.docx',
  'pdf-named.docx',
  'docx-named.pdf',
  'web-page-named.pdf',
  'program-named.pdf',
  'old-word-named.docx',
  'protected-office.docx',
  'archive.zip',
  'zero-bytes.txt',
  'half-a-surrogate.txt',
  'bomb-1gb.odt',
] as const;

export const quickCorpus: readonly HostileFile[] = named.map((name) => {
  const file = handMade.find((one) => one.name === name);
  if (!file) throw new Error(`There is no hostile file ${name}: it was renamed in test/hostile/make-*.ts.`);
  return file;
});
