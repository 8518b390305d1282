import { type PdfPart, renderPdf } from '../../src/documents/out/index.ts';
import { type Block, bullets, type DocumentTree, heading, paragraph, text } from '../../src/documents/tree/index.ts';
import type { CivilDate } from '../../src/kernel/civil-date.ts';

/** What a committee sends out before a long meeting: so many items, each with a memo and an annex of several pages. */
export const items = 30;

const words =
  'Nämnden har under året följt hur omställningen till nära vård går och vad den kostar per kommun och verksamhet';

/** The papers of a meeting of about three hundred pages, every one of them with words of its own. */
export async function makeParts(): Promise<readonly PdfPart[]> {
  const parts: PdfPart[] = [];
  for (let item = 1; item <= items; item += 1) {
    parts.push(await part(`arende-${item}`, `${item}. Ärende ${item}`, memo(item), false));
    parts.push(await part(`arende-${item}-bilaga`, `Bilaga till ärende ${item}`, annex(item), true));
  }
  return parts;
}

async function part(name: string, title: string, blocks: readonly Block[], below: boolean): Promise<PdfPart> {
  const tree: DocumentTree = {
    title,
    author: 'Region Exempel',
    language: 'sv',
    date: '2026-11-24' as CivilDate,
    facts: [{ label: 'Diarienummer', value: `26RS${1000 + numberIn(name)}` }],
    blocks,
  };
  return { name, title, below, bytes: await renderPdf(tree) };
}

function numberIn(name: string): number {
  return Number(/\d+/.exec(name)?.[0]);
}

function memo(item: number): readonly Block[] {
  return [
    heading(1, 'Förslag till beslut'),
    {
      kind: 'decision',
      intro: [text('Nämnden beslutar')],
      clauses: [[text(`att godkänna rapport ${item}, samt`)], [text('att paragrafen förklaras omedelbart justerad.')]],
    },
    ...['Sammanfattning', 'Ärendebeskrivning', 'Ekonomiska konsekvenser'].flatMap((name) => [
      heading(1, name),
      ...prose(item, 7),
    ]),
  ];
}

function annex(item: number): readonly Block[] {
  return [1, 2, 3, 4].flatMap((chapter) => [
    heading(1, `Kapitel ${chapter} om ärende ${item}`),
    ...prose(item + chapter, 6),
    bullets(...prose(item, 5).map((_, index) => `${words}, punkt ${index}`)),
    heading(2, 'Utfall per kommun'),
    {
      kind: 'table',
      rowHeader: true,
      header: ['Kommun', 'Utfall', 'Budget', 'Avvikelse'].map((name) => [text(name)]),
      rows: Array.from({ length: 24 }, (_, row) =>
        [`Kommun ${row + 1}`, String(row * item), String(row * chapter), String(row)].map((cell) => [text(cell)]),
      ),
    },
  ]);
}

function prose(seed: number, count: number): readonly Block[] {
  return Array.from({ length: count }, (_, index) => paragraph(`${words}. `.repeat(4), `Avsnitt ${seed}:${index}.`));
}
