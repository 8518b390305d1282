/**
 * One merge in a process of its own, so that its time and its memory can be put beside another program's: `node merge-files.ts OUT IN…`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { mergePdf } from '../../src/documents/out/merge/merge-pdf.ts';
import type { CivilDate } from '../../src/kernel/civil-date.ts';

const [target = '', ...files] = process.argv.slice(2);
const parts = files.map((file) => {
  const name = basename(file, '.pdf');
  return { name, title: `Handling ${name}`, bytes: readFileSync(file) };
});
const head = {
  title: 'Handlingar till sammanträdet',
  author: 'Region Exempel',
  language: 'sv',
  date: '2026-11-24' as CivilDate,
} as const;
writeFileSync(target, mergePdf(head, parts));
