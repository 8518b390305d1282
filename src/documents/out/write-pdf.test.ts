import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { sampleNoteCount, sampleTableRows, sampleTree } from '../../../test/documents-out/sample-tree.ts';
import { printableText, treeArbitrary } from '../../../test/documents-out/tree-arbitrary.ts';
import { assertConformingPdf } from '../../../test/support/pdf.ts';
import { AppError, messageOf } from '../../kernel/errors.ts';
import { type ChartData, type DocumentTree, diagramBlocks, heading, noteRef, paragraph, text } from '../tree/index.ts';
import { PdfPool } from './pdf-pool.ts';
import { typstData } from './typst-data.ts';
import { writeDocx } from './write-docx.ts';
import { closePdfPool, renderPdf } from './write-pdf.ts';

const tree = (partial: Partial<DocumentTree>): DocumentTree => ({
  title: 'T',
  author: 'A',
  language: 'sv',
  blocks: [],
  ...partial,
});
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

after(closePdfPool);

describe('a document as PDF', () => {
  it('is accessible and archival, with every heading, table and note tagged', async () => {
    const report = await assertConformingPdf(await renderPdf(sampleTree));
    assert.equal(report.title, sampleTree.title);
    assert.equal(report.language, 'sv-SE');
    assert.ok(report.pages >= 5);
    const count = (role: string) => report.roles.get(role) ?? 0;
    assert.deepEqual(['H2', 'H3', 'H4', 'Table', 'Caption'].map(count), [6, 1, 1, 4, 1]);
    assert.equal(count('H1'), 4 + 'contents and notes'.split(' and ').length);
    const rowHeaders = sampleTableRows + sampleTree.facts!.length + 2;
    assert.equal(count('TH'), rowHeaders + 5 + 2);
    assert.ok(count('LI') >= sampleNoteCount);
  });

  it('has the same bytes for the same tree, with and without a date', async () => {
    for (const each of [sampleTree, tree({ blocks: [paragraph('Odaterat')] })])
      assert.equal(sha256(await renderPdf(each)), sha256(await renderPdf(structuredClone(each))));
  });

  it('draws every kind of chart with what it shows in words and the table after it, in Word too', async () => {
    const points = ['2023', '2024', '2025'].map((time, at) => ({
      time,
      value: at === 1 ? null : 40 + at,
      claimed: at === 2,
    }));
    const frame = { title: 'Andel <&> med plan', unit: 'procent', note: 'Källa: provregistret' };
    const charts: readonly ChartData[] = [
      {
        ...frame,
        kind: 'line',
        series: [{ name: 'Andel', points }],
        targets: [{ name: 'Mål', value: 60 }],
        breaks: [{ at: '2025', text: 'ny' }],
      },
      { ...frame, kind: 'smallMultiples', panels: ['Granby', 'Sjöberga', 'Ö'].map((name) => ({ name, points })) },
      {
        ...frame,
        kind: 'bars',
        bars: [
          { label: 'A', value: 3 },
          { label: 'B', value: -2, look: 'outline' },
        ],
      },
      {
        ...frame,
        kind: 'shares',
        parts: ['Regionen', 'Kommunerna', 'Staten'],
        rows: [{ label: 'A', values: [1, 2, 3] }],
      },
      {
        ...frame,
        kind: 'ranks',
        rows: [
          { label: 'A', value: 3 },
          { label: 'B', value: null },
        ],
        reference: { name: 'Riket', value: 2 },
      },
      {
        ...frame,
        kind: 'ranges',
        rows: [
          { label: 'A', from: '2020', to: null },
          { label: 'B', from: '2021-05', to: '2022' },
        ],
      },
    ];
    const blocks = charts.flatMap((data) => diagramBlocks(data));
    const pdf = await renderPdf(tree({ blocks }));
    assert.equal(sha256(await renderPdf(tree({ blocks: structuredClone(blocks) }))), sha256(pdf));
    const { roles } = await assertConformingPdf(pdf);
    assert.deepEqual([roles.get('Figure'), roles.get('Table')], [charts.length, charts.length]);
    const docx = writeDocx(tree({ blocks }));
    assert.equal(sha256(writeDocx(tree({ blocks: structuredClone(blocks) }))), sha256(docx));
    const parts = unzipSync(docx);
    assert.equal(Object.keys(parts).filter((path) => path.startsWith('word/media/')).length, charts.length);
    assert.equal(
      strFromU8(parts['word/document.xml']!).match(/<wp:docPr [^>]*descr="[^"]{8,}"/gu)?.length,
      charts.length,
    );
  });

  it('takes no text for markup', async () => {
    await assertConformingPdf(
      await renderPdf(tree({ title: '#panic() *T*', blocks: [paragraph('#read("/etc/passwd") $x$ @y <z>')] })),
    );
  });

  it('prints what stands in Swedish papers, also a ticked box, a minus and other alphabets', async () => {
    const signs = 'ÅÄÖ åäö é § – — ”…” ’ • ✓ ☐ ☒ → ½ € ≥ −12 5\u00a0% 1\u202f000 Čapek Привет a\u030a\t\u0007\u00ad';
    await assertConformingPdf(await renderPdf(tree({ title: signs, blocks: [paragraph(signs)] })));
  });

  it('leads back only from notes that have a place to lead back to', async () => {
    const blocks = [
      heading(1, 'A'),
      { kind: 'heading' as const, level: 2 as const, content: [text('Rubrik med not'), noteRef(1)] },
      { kind: 'table' as const, header: [[text('Kolumn'), noteRef(2)]], rows: [] },
    ];
    const notes = [1, 2, 3].map((number) => ({ number, content: [text('Not')] }));
    await assertConformingPdf(await renderPdf(tree({ contents: true, blocks, notes })));
  });

  it('is conforming for every valid tree', async () => {
    await fc.assert(
      fc.asyncProperty(treeArbitrary(printableText), async (any) => {
        await assertConformingPdf(await renderPdf(any));
      }),
      { numRuns: 25 },
    );
  });
});

describe('a tree that cannot conform', () => {
  const refused = async (faulty: DocumentTree): Promise<AppError> => {
    const error = await renderPdf(faulty).then(
      () => assert.fail('It was written.'),
      (thrown: unknown) => thrown,
    );
    assert.ok(error instanceof AppError, String(error));
    assert.equal(error.code, 'document.notConforming');
    return error;
  };

  it('is refused with the place, in both languages', async () => {
    const error = await refused(tree({ blocks: [heading(1, 'Mål'), heading(3, 'Beslut')] }));
    assert.match(messageOf(error.code, 'sv', error.values), /Rubriken ”Beslut” hoppar från nivå 1 till 3\./);
    assert.match(messageOf(error.code, 'en', error.values), /“Beslut” skips from level 1 to 3\./);
  });

  it('is refused when a character has no form in the typeface, and the character is named', async () => {
    const error = await refused(tree({ blocks: [paragraph('Läget är 😀 bra')] }));
    assert.match(messageOf(error.code, 'sv', error.values), /Tecknet ”😀”/);
    assert.match(messageOf(error.code, 'en', error.values), /character “😀”/);
  });

  it('is refused with every character that is missing', async () => {
    const error = await refused(tree({ title: 'ب', blocks: [paragraph('漢')] }));
    assert.match(messageOf(error.code, 'sv', error.values), /[ب漢]/);
  });
});

describe('the pool of typesetters', () => {
  it('writes many at once and gives each its own', async () => {
    const titles = Array.from({ length: 12 }, (_, index) => `Dokument ${index}`);
    const reports = await Promise.all(
      titles.map(async (title) => assertConformingPdf(await renderPdf(tree({ title })))),
    );
    assert.deepEqual(
      reports.map((report) => report.title),
      titles,
    );
  });

  it('changes a worker that has written its share, and loses nothing over it', async () => {
    const pool = new PdfPool({ size: 1, documentsPerWorker: 2 });
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((number) => pool.write(typstData(tree({ title: `D${number}` })))),
    );
    await pool.close();
    assert.ok(answers.every((answer) => 'bytes' in answer));
    assert.equal(pool.opened, 3);
  });

  it('fails what was waiting when it is closed, and can be used again', async () => {
    const pool = new PdfPool({ size: 1 });
    const waiting = [pool.write(typstData(tree({}))), pool.write(typstData(tree({})))];
    const outcomes = Promise.allSettled(waiting);
    await pool.close();
    assert.deepEqual(
      (await outcomes).map((outcome) => outcome.status),
      ['rejected', 'rejected'],
    );
    assert.ok('bytes' in (await pool.write(typstData(tree({})))));
    await pool.close();
  });

  it('says of a fault of our own that it is one', async () => {
    const pool = new PdfPool({ size: 1 });
    const broken = await pool.write({ ...typstData(tree({})), json: '{}' });
    assert.ok('bug' in broken && /template does not compile/.test(broken.bug), JSON.stringify(broken));
    const answer = await pool.write({ ...typstData(tree({})), rowHeaders: [true] });
    await pool.close();
    assert.ok('bug' in answer && answer.bug.includes('0 tagged tables'));
  });
});
