import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { reportBackTree } from '../../../test/documents-out/report-back-tree.ts';
import { checkPdf, describePdfFault } from './check-pdf.ts';
import { type PdfFaultCode, pdfFaults } from './pdf-faults.ts';
import { bytesOfStream } from './pdf-objects.ts';
import { closePdfPool, renderPdf } from './write-pdf.ts';

const name = (text: string) => PDFName.of(text);
const structureOf = (pdf: PDFDocument) => pdf.catalog.lookup(name('StructTreeRoot'), PDFDict);

/** All dictionaries of the file, also those that stand inside others. */
function dictsOf(pdf: PDFDocument): readonly PDFDict[] {
  return pdf.context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));
}
const firstWith = (pdf: PDFDocument, key: string, value: PDFObject) => {
  const found = dictsOf(pdf).find((dict) => dict.get(name(key)) === value);
  assert.ok(found, `The sample has no ${key} ${value}.`);
  return found;
};
const allOfRole = (pdf: PDFDocument, role: string) => dictsOf(pdf).filter((dict) => dict.get(name('S')) === name(role));
function changeXmp(pdf: PDFDocument, change: (xmp: string) => string): void {
  const stream = pdf.catalog.lookup(name('Metadata'));
  const before = new TextDecoder().decode(bytesOfStream(stream));
  const after = change(before);
  assert.notEqual(after, before, 'The change of the XMP changed nothing.');
  pdf.catalog.set(
    name('Metadata'),
    pdf.context.register(pdf.context.stream(new TextEncoder().encode(after), { Type: 'Metadata', Subtype: 'XML' })),
  );
}
function changeContent(pdf: PDFDocument, change: (content: string) => string): void {
  const page = pdf.getPages()[2]!;
  const contents = page.node.Contents();
  const stream = contents instanceof PDFArray ? contents.lookup(0) : contents;
  assert.ok(stream instanceof PDFRawStream);
  const before = Buffer.from(bytesOfStream(stream)).toString('latin1');
  page.node.set(name('Contents'), pdf.context.register(pdf.context.stream(Buffer.from(change(before), 'latin1'))));
}

/** Each row breaks the sample in one way and says what the check must find; a check that finds nothing is worth nothing. */
const breaks: readonly (readonly [PdfFaultCode, (pdf: PDFDocument) => void])[] = [
  ['noStructure', (pdf) => pdf.catalog.delete(name('StructTreeRoot'))],
  ['noStructure', (pdf) => structureOf(pdf).delete(name('K'))],
  ['notMarked', (pdf) => pdf.catalog.delete(name('MarkInfo'))],
  ['noLanguage', (pdf) => pdf.catalog.delete(name('Lang'))],
  ['noLanguage', (pdf) => pdf.catalog.set(name('Lang'), PDFString.of(''))],
  ['noTitle', (pdf) => pdf.setTitle('')],
  ['noTitle', (pdf) => changeXmp(pdf, (xmp) => xmp.replace(/<dc:title>.*?<\/dc:title>/s, ''))],
  ['titleNotShown', (pdf) => pdf.catalog.lookup(name('ViewerPreferences'), PDFDict).delete(name('DisplayDocTitle'))],
  ['noMetadata', (pdf) => pdf.catalog.delete(name('Metadata'))],
  ['notArchival', (pdf) => changeXmp(pdf, (xmp) => xmp.replace('<pdfaid:conformance>A', '<pdfaid:conformance>B'))],
  ['notArchival', (pdf) => changeXmp(pdf, (xmp) => xmp.replace('<pdfaid:part>2', '<pdfaid:part>3'))],
  ['notAccessible', (pdf) => changeXmp(pdf, (xmp) => xmp.replace(/<pdfuaid:part[^>]*>1<\/pdfuaid:part>/, ''))],
  [
    'noUaSchema',
    (pdf) =>
      changeXmp(pdf, (xmp) => xmp.replace('namespaceURI>http://www.aiim.org/pdfua/ns/id/<', 'namespaceURI>http://x/<')),
  ],
  ['noOutputIntent', (pdf) => pdf.catalog.delete(name('OutputIntents'))],
  [
    'noFileId',
    (pdf) => {
      delete pdf.context.trailerInfo.ID;
    },
  ],
  [
    'encrypted',
    (pdf) => {
      pdf.context.trailerInfo.Encrypt = pdf.context.register(pdf.context.obj({ Filter: 'Standard' }));
    },
  ],
  ['script', (pdf) => pdf.addJavaScript('a', 'app.alert(1)')],
  [
    'script',
    (pdf) =>
      pdf.catalog.set(
        name('OpenAction'),
        pdf.context.register(pdf.context.obj({ S: 'JavaScript', JS: PDFString.of('1') })),
      ),
  ],
  ['unknownRole', (pdf) => firstWith(pdf, 'S', name('P')).set(name('S'), name('Stycke'))],
  ['wrongNesting', (pdf) => firstWith(pdf, 'S', name('LI')).set(name('S'), name('P'))],
  [
    'headingSkipped',
    (pdf) =>
      allOfRole(pdf, 'H2').forEach((heading) => {
        heading.set(name('S'), name('H3'));
      }),
  ],
  ['figureWithoutText', (pdf) => firstWith(pdf, 'S', name('P')).set(name('S'), name('Figure'))],
  [
    'tableWithoutHeader',
    (pdf) =>
      allOfRole(pdf, 'TH').forEach((cell) => {
        cell.set(name('S'), name('TD'));
      }),
  ],
  ['headerWithoutScope', (pdf) => firstWith(pdf, 'S', name('TH')).delete(name('A'))],
  ['untaggedContent', (pdf) => changeContent(pdf, (content) => `${content}\nq 0 0 m 9 9 l S Q`)],
  ['orphanContent', (pdf) => changeContent(pdf, (content) => `${content}\n/P <</MCID 9999>> BDC EMC`)],
  ['missingContent', (pdf) => changeContent(pdf, () => 'q Q')],
  ['noStructParents', (pdf) => pdf.getPages()[0]!.node.delete(name('StructParents'))],
  ['noTabOrder', (pdf) => pdf.getPages()[0]!.node.set(name('Tabs'), name('R'))],
  ['linkWithoutText', (pdf) => firstWith(pdf, 'Subtype', name('Link')).delete(name('Contents'))],
  ['linkNotTagged', (pdf) => firstWith(pdf, 'S', name('Link')).delete(name('K'))],
  ['fontWithoutUnicode', (pdf) => firstWith(pdf, 'Subtype', name('Type0')).delete(name('ToUnicode'))],
  [
    'fontNotEmbedded',
    (pdf) => {
      const descriptor = firstWith(pdf, 'Type', name('FontDescriptor'));
      for (const key of ['FontFile', 'FontFile2', 'FontFile3']) descriptor.delete(name(key));
    },
  ],
];

describe('the check of a PDF', () => {
  const tree = reportBackTree(3);
  let sound: Uint8Array;
  before(async () => {
    sound = await renderPdf(tree);
  });
  after(closePdfPool);

  it('finds nothing wrong with what we write', async () => {
    const report = await checkPdf(sound);
    assert.deepEqual(report.faults, []);
    assert.equal(report.title, tree.title);
    assert.equal(report.language, 'sv-SE');
  });

  for (const [index, [code, breakIt]] of breaks.entries())
    it(`reports ${code} (${index + 1})`, async () => {
      const pdf = await PDFDocument.load(sound, { updateMetadata: false });
      breakIt(pdf);
      const { faults } = await checkPdf(await pdf.save({ useObjectStreams: false, updateFieldAppearances: false }));
      assert.ok(
        faults.some((fault) => fault.code === code),
        `found only ${faults.map(describePdfFault).join('; ') || 'nothing'}`,
      );
    });

  it('reports what is no PDF at all', async () => {
    assert.deepEqual((await checkPdf(new TextEncoder().encode('<html>'))).faults, [{ code: 'unreadable' }]);
  });

  it('has a way to be broken for every fault it knows', () => {
    const tried = new Set<string>([...breaks.map(([code]) => code), 'unreadable']);
    assert.deepEqual(
      Object.keys(pdfFaults).filter((code) => !tried.has(code)),
      [],
    );
  });
});
