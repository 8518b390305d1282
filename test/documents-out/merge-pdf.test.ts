import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { readPdf } from '../../src/documents/in/pdf/read-pdf.ts';
import {
  checkPdf,
  closePdfPool,
  mergePdf,
  obstacleOf,
  type PartObstacle,
  type PdfPart,
  pageCountOf,
  partAddress,
  renderPdf,
} from '../../src/documents/out/index.ts';
import { bytesOfStream, dictAt, membersAt, textAt, valueAt } from '../../src/documents/out/pdf-objects.ts';
import { heading, link, paragraph } from '../../src/documents/tree/index.ts';
import type { CivilDate } from '../../src/kernel/civil-date.ts';
import { AppError } from '../../src/kernel/errors.ts';
import { assertConformingPdf } from '../support/pdf.ts';
import {
  allDicts,
  bookmarksBelow,
  bytesOf,
  namesIn,
  parentTreeOf,
  placeNamed,
  structureOf,
  tagsOf,
} from './inside-pdf.ts';
import { reportBackTree } from './report-back-tree.ts';
import { sampleTree } from './sample-tree.ts';
import { printableText, treeArbitrary } from './tree-arbitrary.ts';

const head = {
  title: 'Handlingar till sammanträdet – åäö (2026)',
  author: 'Region & Exempel',
  language: 'sv',
  date: '2026-11-24' as CivilDate,
} as const;
const name = (text: string) => PDFName.of(text);
const parse = (bytes: Uint8Array) => PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });

let files: readonly Uint8Array[];
let parts: readonly PdfPart[];
let merged: Uint8Array;

before(async () => {
  const notice = await renderPdf({
    title: 'Kallelse',
    author: 'Nämnden',
    language: 'sv',
    blocks: [heading(1, 'Ärenden'), paragraph('Se ', link(partAddress('rapport'), 'rapporten'), '.')],
  });
  const english = await renderPdf({ ...sampleTree, language: 'en' });
  files = [notice, await renderPdf(reportBackTree(5)), await renderPdf(sampleTree), english];
  const names = ['kallelse', 'rapport', 'prov', 'english'];
  parts = files.map((bytes, index) => ({ name: names[index]!, title: `Del ${index + 1}`, bytes, below: index === 2 }));
  merged = mergePdf(head, parts);
});
after(closePdfPool);

describe('papers put together to one PDF', () => {
  it('are still accessible and archival, with every tag of every paper', async () => {
    const whole = await assertConformingPdf(merged);
    const each = await Promise.all(files.map(checkPdf));
    assert.equal(
      whole.pages,
      each.map((report) => report.pages).reduce((a, b) => a + b),
    );
    assert.equal(pageCountOf(merged), whole.pages);
    assert.equal(whole.title, head.title);
    assert.equal(whole.language, 'sv-SE');
    const sum = (role: string) => each.reduce((all, report) => all + (report.roles.get(role) ?? 0), 0);
    const own = new Set(each.flatMap((report) => [...report.roles.keys()]));
    for (const role of own) {
      const wanted = role === 'Document' ? 1 : role === 'Part' ? sum('Part') + files.length : sum(role);
      assert.equal(whole.roles.get(role), wanted, role);
    }
  });

  it('are read back by their tags, word for word, as the papers one after the other', async () => {
    const wordsOf = async (bytes: Uint8Array) => {
      const { format, text } = await readPdf(bytes);
      assert.equal(format, 'taggedPdf');
      return text.match(/[\p{L}\p{N}]+/gu) ?? [];
    };
    const each: string[] = [];
    for (const bytes of files) each.push(...(await wordsOf(bytes)));
    assert.deepEqual(await wordsOf(merged), each);
  });

  it('hold every tag with its content in the order of the papers', async () => {
    const each: string[] = [];
    let pages = 0;
    for (const bytes of files) {
      const pdf = await parse(bytes);
      each.push(...tagsOf(pdf, pages).map((line) => line.replace(/^ {2}Document$/, '  Part')));
      pages += pdf.getPageCount();
    }
    assert.ok(each.length > 1_000);
    const [whole, ...below] = tagsOf(await parse(merged), 0);
    assert.equal(whole, '  Document');
    assert.deepEqual(
      below.map((line) => line.slice(2)),
      each,
    );
  });

  it('give the same bytes for the same papers', () => {
    assert.deepEqual(Buffer.from(mergePdf(head, parts)).equals(Buffer.from(merged)), true);
  });

  it('tie each page to its own tags and no other', async () => {
    const pdf = await parse(merged);
    const tree = parentTreeOf(pdf);
    const keys = new Set<number>();
    for (const page of pdf.getPages()) {
      const key = Number(String(valueAt(page.node, 'StructParents')));
      assert.ok(!keys.has(key), `Two pages have the key ${key}.`);
      keys.add(key);
      const elements = membersAt(pdf.context.obj({ K: tree.get(key) ?? [] }), 'K');
      assert.ok(elements.length > 0, `The key ${key} leads nowhere.`);
      for (const [mark, { value }] of elements.entries()) {
        const holds = membersAt(value, 'K').some(
          (kid) => String(kid.value) === String(mark) || String(valueAt(kid.value, 'MCID')) === String(mark),
        );
        assert.ok(holds, `Mark ${mark} of a page is not in the tag that its page names.`);
      }
    }
    assert.ok([...tree.keys()].every((key) => key < Number(String(valueAt(structureOf(pdf), 'ParentTreeNextKey')))));
  });

  it('keep the names of header cells and of places apart', async () => {
    const pdf = await parse(merged);
    const tagNames = namesIn(dictAt(structureOf(pdf), 'IDTree'), 'Names');
    const own = allDicts(pdf).filter((dict) => dict.has(name('S')) && dict.has(name('P')) && dict.has(name('ID')));
    assert.ok(own.length > 10);
    assert.deepEqual([...tagNames.keys()].toSorted(), own.map((dict) => bytesOf(dict.get(name('ID')))).toSorted());
    assert.equal(new Set(tagNames.keys()).size, own.length);
    const headers = allDicts(pdf).flatMap((dict) =>
      membersAt(dict, 'A').flatMap(({ value }) => membersAt(value, 'Headers')),
    );
    for (const { value } of headers) assert.ok(tagNames.has(bytesOf(value) ?? ''));
    const places = namesIn(dictAt(dictAt(pdf.catalog, 'Names'), 'Dests'), 'Names');
    for (const part of parts) assert.ok(places.has(part.name));
    const named = allDicts(pdf)
      .map((dict) => dict.get(name('Dest')))
      .filter((dest) => dest instanceof PDFString || dest instanceof PDFHexString);
    assert.ok(named.length > 0);
    for (const dest of named)
      assert.ok(places.has(bytesOf(dest) ?? ''), `A link leads to ${bytesOf(dest)}, which is no place.`);
    assert.deepEqual([...places.keys()], [...places.keys()].toSorted(), 'A reader looks names up by halves.');
  });

  it('lead from one paper to another by a jump that says where to', async () => {
    const pdf = await parse(merged);
    const jump = allDicts(pdf).find((dict) => bytesOf(dict.get(name('Dest'))) === 'rapport');
    assert.equal(textAt(jump, 'Contents'), 'Del 2');
    assert.equal(jump?.has(name('A')), false);
    const [place] = membersAt(placeNamed(pdf, 'rapport'), 'D');
    assert.equal(place?.reference, String(pdf.getPages()[pageCountOf(files[0]!)]!.ref));
    assert.ok(!Buffer.from(merged).includes('handlingar.invalid'));
  });

  it('have a bookmark a paper, and below it the paper’s own', async () => {
    const pdf = await parse(merged);
    const top = bookmarksBelow(pdf, dictAt(pdf.catalog, 'Outlines'));
    assert.deepEqual(
      top.map(({ title }) => title),
      ['Del 1', 'Del 2', 'Del 4'],
    );
    const own = await parse(files[2]!);
    const expected = bookmarksBelow(own, dictAt(own.catalog, 'Outlines'));
    assert.ok(expected.length > 2);
    assert.deepEqual(top[1]!.below.at(-1), { title: 'Del 3', below: expected });
  });

  it('keep the language of a paper in another', async () => {
    const pdf = await parse(merged);
    const tags = membersAt(membersAt(structureOf(pdf), 'K')[0]!.value, 'K').map(({ value }) => textAt(value, 'Lang'));
    assert.deepEqual(tags, [undefined, undefined, undefined, 'en-GB']);
  });

  it('share what is the same in all, as the description of the colours', async () => {
    const pdf = await parse(merged);
    const [intent, ...others] = membersAt(pdf.catalog, 'OutputIntents');
    assert.equal(others.length, 0);
    const profile = Buffer.from(bytesOfStream(valueAt(intent!.value, 'DestOutputProfile')));
    const same = pdf.context
      .enumerateIndirectObjects()
      .filter(([, object]) => !(object instanceof PDFDict) && Buffer.from(bytesOfStream(object)).equals(profile));
    assert.equal(same.length, 1);
  });

  it('may be written in the old way, with a table of objects and none packed', async () => {
    const old = await Promise.all(
      files.map(async (bytes) => (await parse(bytes)).save({ useObjectStreams: false, updateFieldAppearances: false })),
    );
    const whole = mergePdf(
      head,
      parts.map((part, index) => ({ ...part, bytes: old[index]! })),
    );
    assert.deepEqual((await assertConformingPdf(whole)).roles, (await checkPdf(merged)).roles);
  });

  it('may themselves be put together from others', async () => {
    const again = mergePdf(head, [
      { name: 'a', title: 'A', bytes: merged },
      { name: 'b', title: 'B', bytes: merged },
    ]);
    assert.equal((await assertConformingPdf(again)).pages, 2 * pageCountOf(merged));
  });

  it('may mean different things by one role or class of tags', async () => {
    const other = await changed(files[1]!, (pdf) => {
      const root = structureOf(pdf);
      dictAt(root, 'RoleMap')!.set(name('Title'), name('H1'));
      root.set(name('ClassMap'), pdf.context.obj({ C1: { O: 'Layout', Placement: 'Block' } }));
    });
    const whole = await assertConformingPdf(
      mergePdf(head, [parts[1]!, { ...parts[1]!, name: 'other', bytes: other }, parts[2]!]),
    );
    const [plain, renamed] = await Promise.all([checkPdf(files[1]!), checkPdf(other)]);
    assert.equal((renamed.roles.get('H1') ?? 0) - (plain.roles.get('H1') ?? 0), 1);
    const h1 = [plain, renamed, await checkPdf(files[2]!)].reduce(
      (sum, report) => sum + (report.roles.get('H1') ?? 0),
      0,
    );
    assert.equal(whole.roles.get('H1'), h1);
  });

  it('conform and keep their tags whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(treeArbitrary(printableText), { minLength: 1, maxLength: 3 }), async (trees) => {
        const own = await Promise.all(trees.map(renderPdf));
        const whole = mergePdf(
          head,
          own.map((bytes, index) => ({ name: `del-${index}`, title: `Del ${index}`, bytes })),
        );
        const { roles } = await assertConformingPdf(whole);
        const each = await Promise.all(own.map(checkPdf));
        for (const role of ['P', 'H1', 'Table', 'TD', 'LI', 'Link'])
          assert.equal(
            roles.get(role) ?? 0,
            each.reduce((sum, report) => sum + (report.roles.get(role) ?? 0), 0),
            role,
          );
      }),
      // A smaller example of a failure is not looked for: each try sets several documents.
      { numRuns: 12, endOnFailure: true },
    );
  });

  it('lose their tags in a plain concatenation, which the check sees', async () => {
    const plain = await PDFDocument.create();
    const source = await parse(files[0]!);
    for (const page of await plain.copyPages(source, [0])) plain.addPage(page);
    const { faults } = await checkPdf(await plain.save());
    assert.ok(faults.some(({ code }) => code === 'noStructure') && faults.some(({ code }) => code === 'notMarked'));
  });
});

describe('a file that cannot be part of a package', () => {
  const breaks: readonly (readonly [PartObstacle, (pdf: PDFDocument) => unknown])[] = [
    ['notTagged', (pdf) => pdf.catalog.delete(name('StructTreeRoot'))],
    ['notTagged', (pdf) => pdf.catalog.set(name('MarkInfo'), pdf.context.obj({ Marked: false }))],
    ['notAccessible', (pdf) => replaceXmp(pdf, (xmp) => xmp.replace(/<pdfuaid:part[^>]*>1/, '<pdfuaid:part>9'))],
    ['notArchival', (pdf) => replaceXmp(pdf, (xmp) => xmp.replace('<pdfaid:part>2</pdfaid:part>', ''))],
    ['notArchival', (pdf) => replaceXmp(pdf, (xmp) => xmp.replace('<pdfaid:part>2', '<pdfaid:part>4'))],
    ['noLanguage', (pdf) => pdf.catalog.delete(name('Lang'))],
    ['otherColours', (pdf) => pdf.catalog.delete(name('OutputIntents'))],
    [
      'form',
      (pdf) =>
        pdf.catalog.set(name('AcroForm'), pdf.context.obj({ Fields: [pdf.context.register(pdf.context.obj({}))] })),
    ],
    ['layers', (pdf) => pdf.catalog.set(name('OCProperties'), pdf.context.obj({}))],
    ['attachments', (pdf) => pdf.catalog.set(name('Names'), pdf.context.obj({ EmbeddedFiles: { Names: [] } }))],
    ['script', (pdf) => pdf.catalog.set(name('OpenAction'), pdf.context.obj({ S: 'JavaScript' }))],
  ];
  for (const [index, [obstacle, change]] of breaks.entries())
    it(`is refused with the reason: ${obstacle} (${index + 1})`, async () => {
      const bytes = await changed(files[0]!, change);
      assert.equal(obstacleOf(bytes), obstacle);
      assert.throws(
        () => mergePdf(head, [{ ...parts[0]!, bytes }]),
        (error) => error instanceof AppError && error.code === 'document.notConforming',
      );
    });

  it('is refused or taken, and nothing else happens, whatever bytes of it are wrong', () => {
    const change = fc.tuple(
      fc.nat(files[0]!.length - 1),
      fc.oneof(fc.nat(255), fc.constantFrom(...Buffer.from('0123456789<>[]()/ R'))),
    );
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 20 }), (changes) => {
        const bytes = Buffer.from(files[0]!);
        for (const [at, byte] of changes) bytes[at] = byte;
        try {
          mergePdf(head, [{ name: 'rapport', title: 'Del 1', bytes }]);
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is refused when it is no PDF, or is cut off, whatever byte it ends at', () => {
    assert.equal(obstacleOf(Buffer.from('inte en PDF')), 'unreadable');
    const whole = files[0]!;
    for (let length = 0; length < whole.length - 8; length += 997)
      assert.equal(obstacleOf(whole.subarray(0, length)), 'unreadable');
    assert.equal(obstacleOf(whole), undefined);
  });
});

async function changed(bytes: Uint8Array, change: (pdf: PDFDocument) => unknown): Promise<Uint8Array> {
  const pdf = await parse(bytes);
  change(pdf);
  return pdf.save({ updateFieldAppearances: false });
}

function replaceXmp(pdf: PDFDocument, change: (xmp: string) => string): void {
  const before = new TextDecoder().decode(bytesOfStream(pdf.catalog.lookup(name('Metadata'))));
  const text = change(before);
  assert.notEqual(text, before);
  const stream = pdf.context.stream(new TextEncoder().encode(text), { Type: 'Metadata', Subtype: 'XML' });
  pdf.catalog.set(name('Metadata'), pdf.context.register(stream));
}
