import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { sampleNoteCount, sampleTableRows, sampleTree } from '../../../test/documents-out/sample-tree.ts';
import { anyText, treeArbitrary } from '../../../test/documents-out/tree-arbitrary.ts';
import { elementsNamed, parseXml, textOf, type XmlElement } from '../../../test/support/xml.ts';
import { type DocumentTree, noteRef, paragraph, text } from '../tree/index.ts';
import { writeDocx } from './write-docx.ts';

function partsOf(tree: DocumentTree): Readonly<Record<string, XmlElement>> {
  const files = unzipSync(writeDocx(tree));
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, parseXml(strFromU8(bytes))]));
}
const styleOf = (element: XmlElement) => elementsNamed(element, 'w:pStyle')[0]?.attributes['w:val'];
const paragraphsIn = (element: XmlElement, style: string) =>
  elementsNamed(element, 'w:p').filter((each) => styleOf(each) === style);
const note = (number: number) => ({ number, content: [text(`Not ${number}`)] });
const tree = (partial: Partial<DocumentTree>): DocumentTree => ({
  title: 'T',
  author: 'A',
  language: 'sv',
  blocks: [],
  ...partial,
});

describe('a document as DOCX', () => {
  const parts = partsOf(sampleTree);
  const body = parts['word/document.xml']!;

  it('has headings in Word’s own styles, which carry the outline level', () => {
    assert.deepEqual(
      [1, 2, 3, 4].map((level) => paragraphsIn(body, `Heading${level}`).length),
      [4, 6, 1, 1],
    );
    for (const level of [1, 2, 3, 4]) {
      const style = elementsNamed(parts['word/styles.xml']!, 'w:style').find(
        (each) => each.attributes['w:styleId'] === `Heading${level}`,
      );
      assert.equal(elementsNamed(style!, 'w:outlineLvl')[0]?.attributes['w:val'], String(level - 1));
    }
  });

  it('says its title, its author and its language', () => {
    const core = parts['docProps/core.xml']!;
    assert.equal(textOf(elementsNamed(core, 'dc:title')[0]!), sampleTree.title);
    assert.equal(textOf(elementsNamed(core, 'dc:language')[0]!), 'sv-SE');
    assert.equal(elementsNamed(parts['word/styles.xml']!, 'w:lang')[0]?.attributes['w:val'], 'sv-SE');
  });

  it('repeats the header row of a table and names its caption', () => {
    const [table] = elementsNamed(body, 'w:tbl');
    const rows = elementsNamed(table!, 'w:tr');
    assert.equal(rows.length, sampleTableRows + 1);
    assert.deepEqual(
      rows.map((row) => elementsNamed(row, 'w:tblHeader').length > 0),
      rows.map((_, index) => index === 0),
    );
    // The chart has one too.
    assert.equal(paragraphsIn(body, 'Caption').length, 2);
  });

  it('uses only styles, numbers and addresses that exist', () => {
    const styles = new Set(
      elementsNamed(parts['word/styles.xml']!, 'w:style').map((each) => each.attributes['w:styleId']),
    );
    const numbers = new Set(
      elementsNamed(parts['word/numbering.xml']!, 'w:num').map((each) => each.attributes['w:numId']),
    );
    for (const path of ['document', 'endnotes', 'header1', 'footer1']) {
      const part = parts[`word/${path}.xml`]!;
      for (const kind of ['w:pStyle', 'w:rStyle', 'w:tblStyle'])
        for (const used of elementsNamed(part, kind))
          assert.ok(styles.has(used.attributes['w:val']), used.attributes['w:val']);
      for (const used of elementsNamed(part, 'w:numId')) assert.ok(numbers.has(used.attributes['w:val']));
      const relations = parts[`word/_rels/${path}.xml.rels`];
      const ids = new Set(relations ? elementsNamed(relations, 'Relationship').map((each) => each.attributes.Id) : []);
      for (const link of elementsNamed(part, 'w:hyperlink'))
        assert.ok(link.attributes['w:anchor'] || ids.has(link.attributes['r:id']), JSON.stringify(link.attributes));
    }
  });

  it('begins each ordered list where it begins in the tree', () => {
    const starts = elementsNamed(parts['word/numbering.xml']!, 'w:startOverride').map(
      (each) => each.attributes['w:val'],
    );
    assert.deepEqual(starts, ['3']);
  });

  it('strikes what is struck', () => {
    const struck = elementsNamed(body, 'w:r').filter((run) => elementsNamed(run, 'w:strike').length > 0);
    assert.equal(textOf(struck[0]!), 'ambulanssjukvården');
  });
});

describe('evidence notes as endnotes', () => {
  const parts = partsOf(sampleTree);

  it('are all there, cited once as an endnote and after that by reference', () => {
    const body = parts['word/document.xml']!;
    const cited = elementsNamed(body, 'w:endnoteReference').map((each) => Number(each.attributes['w:id']));
    assert.deepEqual(
      cited,
      Array.from({ length: sampleNoteCount }, (_, index) => index + 1),
    );
    assert.equal(elementsNamed(body, 'w:instrText').filter((field) => textOf(field).includes('NOTEREF')).length, 1);
    const notes = elementsNamed(parts['word/endnotes.xml']!, 'w:endnote').filter((each) => !each.attributes['w:type']);
    assert.equal(notes.length, sampleNoteCount);
  });

  it('let Word number them when it would number them the same', () => {
    assert.equal(elementsNamed(parts['word/endnotes.xml']!, 'w:endnoteRef').length, sampleNoteCount);
  });

  it('bring their own numbers when they are cited in another order', () => {
    const turned = partsOf(tree({ blocks: [paragraph(noteRef(2), noteRef(1))], notes: [note(1), note(2)] }));
    const marks = elementsNamed(turned['word/document.xml']!, 'w:r').filter(
      (run) => elementsNamed(run, 'w:endnoteReference').length > 0,
    );
    assert.deepEqual(marks.map(textOf), ['2', '1']);
    assert.equal(elementsNamed(turned['word/endnotes.xml']!, 'w:endnoteRef').length, 0);
  });

  it('stay in the text when nothing cites them', () => {
    const body = partsOf(tree({ blocks: [paragraph('a')], notes: [note(1)], notesTitle: 'Belägg' }))[
      'word/document.xml'
    ]!;
    assert.match(textOf(body), /Belägg1\.Not 1/);
  });
});

describe('the bytes of a DOCX', () => {
  it('are the same for the same tree, in every time zone', () => {
    const zone = process.env.TZ;
    const hashes = ['UTC', 'Europe/Stockholm', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((name) => {
      process.env.TZ = name;
      return createHash('sha256').update(writeDocx(sampleTree)).digest('hex');
    });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    assert.equal(new Set(hashes).size, 1);
  });

  it('are well-formed for every tree, whatever characters stand in it', () => {
    fc.assert(
      fc.property(treeArbitrary(anyText), (any) => {
        const parts = partsOf(any);
        assert.ok(parts['word/document.xml']);
        assert.equal(elementsNamed(parts['word/document.xml'], 'w:altChunk').length, 0);
      }),
      { numRuns: 120 },
    );
  });
});
