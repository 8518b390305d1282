import { plainText } from './build.ts';
import type { DocumentTree } from './tree.ts';

/** Why a tree cannot become an accessible document. Writers refuse such a tree with the reason; they never write it anyway. */
export type TreeFault = { readonly code: 'noTitle' | 'headingSkipped' | 'emptyHeading' | 'tableShape' | 'noteMissing'; readonly message: string };

/** Checks what PDF/UA-1 and EN 301 549 ask of structure, before any writer runs. An empty list means that the tree may be written. */
export function checkTree(tree: DocumentTree): readonly TreeFault[] {
  const faults: TreeFault[] = [];
  if (!tree.title.trim()) faults.push({ code: 'noTitle', message: 'Dokumentet saknar titel.' });
  let level = 0;
  for (const block of tree.blocks) {
    if (block.kind === 'heading') {
      const title = plainText(block.content).trim();
      if (!title) faults.push({ code: 'emptyHeading', message: `En rubrik på nivå ${block.level} saknar text.` });
      if (block.level > level + 1)
        faults.push({ code: 'headingSkipped', message: `Rubriken ”${title}” hoppar från nivå ${level} till ${block.level}.` });
      level = block.level;
    }
    if (block.kind === 'table' && block.rows.some((row) => row.length !== block.header.length))
      faults.push({ code: 'tableShape', message: `Tabellen ”${block.caption ?? ''}” har rader med olika många celler.` });
  }
  const numbers = new Set(tree.notes?.map((note) => note.number));
  for (const number of noteNumbersIn(tree))
    if (!numbers.has(number)) faults.push({ code: 'noteMissing', message: `Not ${number} saknas i notlistan.` });
  return faults;
}

function noteNumbersIn(tree: DocumentTree): readonly number[] {
  return [...JSON.stringify(tree.blocks).matchAll(/"kind":"noteRef","number":(\d+)/g)].map((match) => Number(match[1]));
}
