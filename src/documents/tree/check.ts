import { fillBoth } from '../../kernel/fill-text.ts';
import type { Localized } from '../../kernel/language.ts';
import { plainText } from './build.ts';
import { numbersOf } from './chart-numbers.ts';
import type { Block, DocumentTree } from './tree.ts';
import { citedNotes, linksOf, numbersIn } from './walk.ts';

/**
 * Why a tree cannot become an accessible document: one row for each fault, with the sentence that a person reads. `{name}` is filled with the
 * heading, table or number that has the fault, so that it can be found.
 */
const faultTexts = {
  noTitle: { sv: 'Dokumentet saknar titel.', en: 'The document has no title.' },
  emptyHeading: { sv: 'En rubrik på nivå {level} saknar text.', en: 'A heading on level {level} has no text.' },
  headingSkipped: {
    sv: 'Rubriken ”{title}” hoppar från nivå {from} till {to}.',
    en: 'The heading “{title}” skips from level {from} to {to}.',
  },
  tableShape: {
    sv: 'Tabellen ”{caption}” har rader med olika många celler.',
    en: 'The table “{caption}” has rows with different numbers of cells.',
  },
  tableWithoutColumns: { sv: 'Tabellen ”{caption}” saknar kolumner.', en: 'The table “{caption}” has no columns.' },
  chartWithoutText: {
    sv: 'Diagrammet ”{title}” saknar alternativtext.',
    en: 'The chart “{title}” has no alternative text.',
  },
  chartAmount: {
    sv: 'Diagrammet ”{title}” har en stapel utan tal eller namn.',
    en: 'The chart “{title}” has a bar without an amount or a name.',
  },
  diagramNumber: {
    sv: 'Diagrammet ”{title}” har ett tal som inte går att rita.',
    en: 'The chart “{title}” has a number that cannot be drawn.',
  },
  noteMissing: { sv: 'Not {number} saknas i notlistan.', en: 'Note {number} is missing from the list of notes.' },
  noteNumbering: {
    sv: 'Noterna ska numreras 1, 2, 3 … utan luckor; på plats {place} står {number}.',
    en: 'Notes must be numbered 1, 2, 3 … without gaps; in place {place} stands {number}.',
  },
  anchorTwice: { sv: 'Två rubriker har samma ankare ”{anchor}”.', en: 'Two headings have the same anchor “{anchor}”.' },
  anchorMissing: {
    sv: 'Länken ”{text}” leder till ”{anchor}”, som inte finns i dokumentet.',
    en: 'The link “{text}” leads to “{anchor}”, which is not in the document.',
  },
  emptyLink: { sv: 'Länken till {href} saknar text.', en: 'The link to {href} has no text.' },
} as const satisfies Record<string, Localized>;

export type TreeFaultCode = keyof typeof faultTexts;
type Values = Readonly<Record<string, string | number>>;

/** A fault of a tree: its code and what it says, in Swedish (`message`) and in both languages (`text`). */
export type TreeFault = { readonly code: TreeFaultCode; readonly message: string; readonly text: Localized };

/** Checks what PDF/UA-1 and EN 301 549 ask of structure, before any writer runs. An empty list means that the tree may be written. */
export function checkTree(tree: DocumentTree): readonly TreeFault[] {
  return [
    ...(tree.title.trim() ? [] : [fault('noTitle')]),
    ...headingFaults(tree.blocks),
    ...tree.blocks.flatMap(tableFaults),
    ...tree.blocks.flatMap(chartFaults),
    ...tree.blocks.flatMap(diagramFaults),
    ...noteFaults(tree),
    ...linkFaults(tree),
  ];
}

function headingFaults(blocks: readonly Block[]): readonly TreeFault[] {
  const faults: TreeFault[] = [];
  const anchors = new Set<string>();
  let level = 0;
  for (const block of blocks) {
    if (block.kind !== 'heading') continue;
    const title = plainText(block.content).trim();
    if (!title) faults.push(fault('emptyHeading', { level: block.level }));
    if (block.level > level + 1) faults.push(fault('headingSkipped', { title, from: level, to: block.level }));
    if (block.anchor !== undefined && anchors.has(block.anchor))
      faults.push(fault('anchorTwice', { anchor: block.anchor }));
    if (block.anchor !== undefined) anchors.add(block.anchor);
    level = block.level;
  }
  return faults;
}

function tableFaults(block: Block): readonly TreeFault[] {
  if (block.kind !== 'table') return [];
  const caption = block.caption ?? '';
  if (block.header.length === 0) return [fault('tableWithoutColumns', { caption })];
  return block.rows.some((row) => row.length !== block.header.length) ? [fault('tableShape', { caption })] : [];
}

function chartFaults(block: Block): readonly TreeFault[] {
  if (block.kind !== 'chart') return [];
  const { title, alt, bars } = block;
  const whole = bars.every((bar) => Number.isFinite(bar.value) && bar.label.trim() !== '' && bar.text.trim() !== '');
  return [
    ...(alt.trim() && title.trim() ? [] : [fault('chartWithoutText', { title })]),
    ...(whole ? [] : [fault('chartAmount', { title })]),
  ];
}

/** The sentence of a diagram is made from its numbers, so that only a name and numbers can be missing. */
function diagramFaults(block: Block): readonly TreeFault[] {
  if (block.kind !== 'diagram') return [];
  const { title } = block.data;
  return [
    ...(title.trim() ? [] : [fault('chartWithoutText', { title })]),
    ...(numbersOf(block.data).every(Number.isFinite) ? [] : [fault('diagramNumber', { title })]),
  ];
}

function noteFaults(tree: DocumentTree): readonly TreeFault[] {
  const notes = tree.notes ?? [];
  const numbers = new Set(notes.map((note) => note.number));
  const cited = [...citedNotes(tree), ...numbersIn(notes.map((note) => note.content))];
  const missing = new Set(cited.filter((number) => !numbers.has(number)));
  const misplaced = notes.findIndex((note, index) => note.number !== index + 1);
  return [
    ...[...missing].map((number) => fault('noteMissing', { number })),
    ...(misplaced < 0 ? [] : [fault('noteNumbering', { place: misplaced + 1, number: notes[misplaced]!.number })]),
  ];
}

function linkFaults(tree: DocumentTree): readonly TreeFault[] {
  const anchors = new Set(tree.blocks.flatMap((block) => (block.kind === 'heading' ? [block.anchor] : [])));
  return linksOf(tree).flatMap(({ href, text }) => [
    ...(text.trim() ? [] : [fault('emptyLink', { href })]),
    ...(!href.startsWith('#') || anchors.has(href.slice(1))
      ? []
      : [fault('anchorMissing', { text, anchor: href.slice(1) })]),
  ]);
}

function fault(code: TreeFaultCode, values: Values = {}): TreeFault {
  const text = fillBoth(faultTexts[code], values);
  return { code, message: text.sv, text };
}
