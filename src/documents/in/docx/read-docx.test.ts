import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { docxOf, p, r, zipped } from '../../../../test/support/office-files.ts';
import type { SourceDocument } from '../../tree/source.ts';
import { readDocx } from './read-docx.ts';

/** The blocks of a document in a small notation: kind, level, lines; a marker stands before its line, cells are parted by |. */
function outline({ blocks }: SourceDocument): readonly string[] {
  return blocks.map(({ kind, level, lines }) => {
    const written = lines.map(({ marker, cells, words }) => {
      const mark = marker ? (marker.kind === 'bullet' ? '• ' : `${marker.number}. `) : '';
      return cells ? cells.map((cell) => cell.text).join('|') : mark + words.text;
    });
    return `${kind}${level || ''} ${written.join(' / ')}`;
  });
}
const read = (...input: Parameters<typeof docxOf>) => outline(readDocx(docxOf(...input)));
const codes = (...input: Parameters<typeof docxOf>) => readDocx(docxOf(...input)).problems.map(({ code }) => code);
/** The words of a document that have a look. */
function looking(look: 'bold' | 'italic' | 'struck', ...input: Parameters<typeof docxOf>): readonly string[] {
  return readDocx(docxOf(...input)).blocks.flatMap(({ lines }) =>
    lines.flatMap(({ words }) =>
      words.pieces.filter((piece) => piece[look]).map(({ at, length }) => words.text.slice(at, at + length)),
    ),
  );
}
const style = (id: string, name: string, content = '', type = 'paragraph') =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${content}</w:style>`;
const num = (id: number, level = 0) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
const lvl = (level: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const list = (id: number, levels: string, overrides = '') =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/>${overrides}</w:num>`;
const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;

describe('styles', () => {
  it('tell headings by outline level, by name and by what they are based on', () => {
    const styles = [
      style('A', 'Egen', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
      style('B', 'Egen två', '<w:basedOn w:val="A"/>'),
      style('C', 'heading 3'),
      style('D', 'Rubrik 4'),
      style('T', 'Title'),
      style('X', 'cirkel', '<w:basedOn w:val="Y"/>') + style('Y', 'cirkel', '<w:basedOn w:val="X"/>'),
    ].join('');
    const body = [...'TABCDX'].map((id) => p(id, `<w:pStyle w:val="${id}"/>`)).join('');
    assert.deepEqual(read(body, { styles }), [
      'heading1 T',
      'heading2 A',
      'heading2 B',
      'heading3 C',
      'heading4 D',
      'paragraph X',
    ]);
    assert.deepEqual(read(p('Nej', '<w:pStyle w:val="C"/><w:outlineLvl w:val="9"/>'), { styles }), ['paragraph Nej']);
  });

  it('give words their look, and take it away where both paragraph and run switch it on', () => {
    const styles =
      style('Q', 'Quote', '<w:rPr><w:i/></w:rPr>') + style('E', 'Emphasis', '<w:rPr><w:i/></w:rPr>', 'character');
    const body = p(
      r('ett ') + r('två ', '<w:rStyle w:val="E"/>') + r('tre', '<w:i w:val="0"/>'),
      '<w:pStyle w:val="Q"/>',
    );
    assert.deepEqual(looking('italic', body, { styles }), ['ett ']);
    assert.deepEqual(looking('bold', p(r('fet', '<w:b/>') + r(' inte', '<w:b w:val="false"/>'))), ['fet']);
  });

  it('strike words through once, twice, and by style', () => {
    const styles = style('S', 'Borta', '<w:rPr><w:strike/></w:rPr>', 'character');
    const body = p(
      r('a', '<w:strike/>') + r(' b ') + r('c', '<w:dstrike/>') + r(' d ') + r('e', '<w:rStyle w:val="S"/>'),
    );
    assert.deepEqual(looking('struck', body, { styles }), ['a', 'c', 'e']);
  });
});

describe('numbering', () => {
  it('is computed: sections, letters, levels, and bullets', () => {
    const numbering =
      list(1, lvl(0, 'decimal', '§ %1') + lvl(1, 'lowerLetter', '%2)') + lvl(2, 'decimal', '%1.%3')) +
      list(2, lvl(0, 'bullet', '\uf0b7')) +
      list(3, lvl(0, 'decimal', '%1.'));
    const body = [
      p('Öppnande', num(1)),
      p('Val', num(1)),
      p('ett', num(1, 1)),
      p('två', num(1, 1)),
      p('djupt', num(1, 2)),
      p('Tredje', num(1)),
      p('åter', num(1, 1)),
      p('punkt', num(2)),
      p('först', num(3)),
      p('sedan', num(3)),
    ].join('');
    assert.deepEqual(read(body, { numbering }), [
      'paragraph § 1 Öppnande',
      'paragraph § 2 Val',
      'paragraph a) ett',
      'paragraph b) två',
      'paragraph 2.1 djupt',
      'paragraph § 3 Tredje',
      'paragraph a) åter',
      'list • punkt',
      'list 1. först / 2. sedan',
    ]);
  });

  it('starts where an instance says, goes on where it says nothing, and stops for list 0', () => {
    const numbering = `${list(1, lvl(0, 'decimal', '%1.'))}<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>`;
    const body = [p('a', num(1)), p('b', num(2)), p('c', num(2)), p('d', num(3)), p('e', num(0))].join('');
    assert.deepEqual(read(body, { numbering }), ['list 1. a', 'list 7. b / 8. c', 'list 9. d', 'paragraph e']);
  });

  it('comes with a heading style', () => {
    const numbering = list(1, lvl(0, 'decimal', '%1', '<w:pStyle w:val="H"/>'));
    const styles = style('H', 'heading 1', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>');
    const body = p('Inledning', '<w:pStyle w:val="H"/>') + p('Uppdrag', '<w:pStyle w:val="H"/>');
    assert.deepEqual(read(body, { numbering, styles }), ['heading1 1 Inledning', 'heading1 2 Uppdrag']);
  });

  it('that is typed by hand is a marker as well', () => {
    assert.deepEqual(read(p('4. Rapportering') + p('– en punkt')), ['list 4. Rapportering', 'list • en punkt']);
  });
});

describe('tables', () => {
  it('keep their columns under cells that span columns and rows', () => {
    const body = `<w:tbl>${row(cell(p('Namn'), '<w:gridSpan w:val="2"/>'), cell(p('Ort')))}${row(cell(p('a'), '<w:vMerge w:val="restart"/>'), cell(p('b')), cell(p('c') + p('d')))}${row(cell(p(''), '<w:vMerge/>'), cell(p('e')), cell(p('f')))}</w:tbl>`;
    assert.deepEqual(read(body), ['table Namn||Ort / a|b|c\nd / |e|f']);
  });

  it('inside a cell are lines of it, and of one column they are paragraphs', () => {
    const inner = `<w:tbl>${row(cell(p('x')), cell(p('y')))}</w:tbl>`;
    assert.deepEqual(read(`<w:tbl>${row(cell(p('a') + inner), cell(p('b')))}</w:tbl>`), ['table a\nx y|b']);
    assert.deepEqual(read(`<w:tbl>${row(cell(p('ett') + p('två')))}</w:tbl>`), ['paragraph ett', 'paragraph två']);
  });

  it('are what lines with tabs make', () => {
    const tabbed = (a: string, b: string) => p(`${r(a)}<w:r><w:tab/></w:r>${r(b)}`);
    assert.deepEqual(read(tabbed('Tid:', 'kl. 13') + tabbed('Plats:', 'Stadshuset')), [
      'table Tid:|kl. 13 / Plats:|Stadshuset',
    ]);
  });
});

describe('what is not printed', () => {
  it('is left out when it was removed, kept when it was added, and told', () => {
    const body =
      p(
        `${r('kvar ')}<w:del><w:r><w:delText>bort</w:delText></w:r></w:del><w:ins>${r('ny')}</w:ins><w:moveFrom>${r('flyttat')}</w:moveFrom>`,
      ) + p(r('delat '), '<w:rPr><w:del w:id="1"/></w:rPr>');
    assert.deepEqual(read(body + p('stycke')), ['paragraph kvar ny', 'paragraph delat stycke']);
    assert.deepEqual(codes(body), ['trackedChanges']);
    assert.match(readDocx(docxOf(body)).problems[0]!.message, /3 spårade ändringar/);
  });

  it('is left out when it is hidden or a comment, and told', () => {
    const body = p(r('synligt') + r(' dolt', '<w:vanish/>'));
    assert.deepEqual(read(body), ['paragraph synligt']);
    const comments = `<w:comment w:id="0">${p('Är detta rätt?')}</w:comment>`;
    assert.deepEqual(codes(body, { comments }), ['commentsLeftOut', 'hiddenText']);
  });

  it('is told for nothing when there is nothing', () => assert.deepEqual(codes(p('Text')), []));
});

describe('signs inside a line', () => {
  it('break lines and pages, and hyphens are as printed', () => {
    const body =
      p(`${r('ett')}<w:r><w:br/></w:r>${r('två')}<w:r><w:noBreakHyphen/></w:r>${r('tre')}<w:r><w:softHyphen/></w:r>`) +
      p(`<w:r><w:br w:type="page"/></w:r>${r('sida två')}`) +
      p('sida tre', '<w:pageBreakBefore/>');
    assert.deepEqual(read(body), ['paragraph ett / två-tre', 'paragraph sida två', 'paragraph sida tre']);
    assert.equal(readDocx(docxOf(body)).pages, 3);
  });

  it('show boxes of forms, of content controls and of sign fonts', () => {
    const field = (value: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="${value}"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const control = `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>${r('?')}</w:sdtContent></w:sdt>`;
    const sign = '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>';
    assert.deepEqual(read(p(field('1') + r(' Ja ') + field('0') + r(' Nej'))), ['paragraph ☒ Ja ☐ Nej']);
    assert.deepEqual(read(p(control + r(' Ja ') + sign + r(' Nej'))), ['paragraph ☒ Ja ☐ Nej']);
  });

  it('print the result of a field and not its code', () => {
    const body = p(
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('§ 3')}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:hyperlink>${r(' länk')}</w:hyperlink>`,
    );
    assert.deepEqual(read(body), ['paragraph § 3 länk']);
  });
});

describe('what stands outside the flow', () => {
  it('follows its paragraph: text boxes once, notes with their number', () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p('ruta')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p('ruta')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const footnotes = `<w:footnote w:type="separator" w:id="0">${p('streck')}</w:footnote><w:footnote w:id="5">${p('Se protokollet.')}</w:footnote>`;
    const body = p(`${r('Text')}${box}<w:r><w:footnoteReference w:id="5"/></w:r>`) + p('mer');
    assert.deepEqual(read(body, { footnotes }), [
      'paragraph Text',
      'paragraph ruta',
      'paragraph 1 Se protokollet.',
      'paragraph mer',
    ]);
  });

  it('is furniture when it is a header, a footer or a table of contents', () => {
    const styles = style('TOC1', 'toc 1');
    const section =
      '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="first" r:id="footer"/></w:sectPr>';
    const entry = p(
      `${r('1')}<w:r><w:tab/></w:r>${r('Inledning')}<w:r><w:tab/></w:r>${r('4')}`,
      '<w:pStyle w:val="TOC1"/>',
    );
    const source = readDocx(
      docxOf(p('Text') + entry + section, { styles, header: p('Regionen'), footer: p('Sidfot') }),
    );
    assert.deepEqual(outline(source), ['paragraph Text']);
    assert.deepEqual(
      source.furniture.map(({ reason }) => reason),
      ['runningHead', 'runningHead', 'contents'],
    );
    assert.deepEqual(
      source.contents.map(({ number, title, page }) => [number, title, page]),
      [['1', 'Inledning', 4]],
    );
  });
});

describe('the package', () => {
  it('may use any prefix, and the namespaces of the strict standard', () => {
    const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
    assert.deepEqual(read(p('Text').replaceAll('w:', 'x:'), {}, strict, 'x'), ['paragraph Text']);
  });

  it('is refused when its main part is missing, broken or defines its own XML', () => {
    const relations =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>';
    assert.throws(() => readDocx(zipped({ '_rels/.rels': relations })), { code: 'document.damaged' });
    assert.throws(() => readDocx(zipped({ '_rels/.rels': relations, 'word/document.xml': '<a><b></a>' })), {
      code: 'document.damaged',
    });
    assert.throws(
      () =>
        readDocx(zipped({ '_rels/.rels': relations, 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' })),
      { code: 'document.forbiddenXml' },
    );
  });

  it('says what it was', () => {
    const source = readDocx(docxOf(p('Text')));
    assert.equal(source.format, 'docx');
    assert.match(source.sha256, /^[0-9a-f]{64}$/);
  });
});
