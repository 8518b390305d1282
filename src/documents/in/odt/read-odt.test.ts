import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { odtOf, zipped } from '../../../../test/support/office-files.ts';
import { readOdt } from './read-odt.ts';

/** The blocks of a document in a small notation: kind, level, lines; a marker stands before its line, cells are parted by |. */
function read(...input: Parameters<typeof odtOf>): readonly string[] {
  return readOdt(odtOf(...input)).blocks.map(({ kind, level, lines }) => {
    const written = lines.map(({ marker, cells, words }) => {
      const mark = marker ? (marker.kind === 'bullet' ? '• ' : `${marker.number}. `) : '';
      return cells ? cells.map((cell) => cell.text).join('|') : mark + words.text;
    });
    return `${kind}${level || ''} ${written.join(' / ')}`;
  });
}
const p = (content: string, style = '') => `<text:p${style ? ` text:style-name="${style}"` : ''}>${content}</text:p>`;
const item = (content: string, more = '') => `<text:list-item${more}>${content}</text:list-item>`;
const list = (content: string, more = ' text:style-name="L"') => `<text:list${more}>${content}</text:list>`;
const numberedStyle =
  '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>';
const textStyle = (name: string, properties: string, parent = '') =>
  `<style:style style:name="${name}" style:family="text"${parent && ` style:parent-style-name="${parent}"`}><style:text-properties ${properties}/></style:style>`;

describe('the text of an ODT', () => {
  it('has headings by their level, white space as its elements say, and line breaks', () => {
    assert.deepEqual(
      read(
        `<text:h text:outline-level="2">Rubrik</text:h>${p('  a\n  b<text:s text:c="2"/>c<text:line-break/>d')}${p('Tid:<text:tab/>kl. 9')}`,
      ),
      ['heading2 Rubrik', 'paragraph a b  c / d', 'table Tid:|kl. 9'],
    );
  });

  it('has computed numbers, also where a list is broken off and goes on', () => {
    const nested = item(p('först') + list(item(p('ett')) + item(p('två')), ''));
    const body =
      list(nested + item(p('sedan')), ' text:style-name="L" xml:id="l1"') +
      p('emellan') +
      list(item(p('tredje')), ' text:style-name="L" text:continue-list="l1"') +
      list(item(p('ny'), ' text:start-value="9"'));
    assert.deepEqual(read(body, numberedStyle), [
      'list 1. först',
      'paragraph a) ett',
      'paragraph b) två',
      'list 2. sedan',
      'paragraph emellan',
      'list 3. tredje',
      'list 9. ny',
    ]);
  });

  it('has the looks of its styles and of their parents', () => {
    const styles =
      textStyle('Borta', 'style:text-line-through-style="solid"') +
      textStyle('T1', 'fo:font-weight="bold"', 'Borta') +
      textStyle('T2', 'text:display="none"');
    const span = (style: string, words: string) => `<text:span text:style-name="${style}">${words}</text:span>`;
    const source = readOdt(odtOf(p(`a ${span('T1', 'b')} c${span('T2', ' dolt')}`), styles));
    const [line] = source.blocks[0]!.lines;
    assert.equal(line!.words.text, 'a b c');
    assert.deepEqual(
      line!.words.pieces.map(({ bold, struck }) => [bold, struck]),
      [
        [undefined, undefined],
        [true, true],
        [undefined, undefined],
      ],
    );
    assert.deepEqual(
      source.problems.map(({ code }) => code),
      ['hiddenText'],
    );
  });

  it('has tables with their columns, also under covered and repeated cells', () => {
    const cell = (content: string, more = '') => `<table:table-cell${more}>${content}</table:table-cell>`;
    const rows = `<table:table-header-rows><table:table-row>${cell(p('Namn'), ' table:number-columns-spanned="2"')}<table:covered-table-cell/>${cell(p('Ort'))}</table:table-row></table:table-header-rows><table:table-row>${cell(p('x'), ' table:number-columns-repeated="2"')}${cell(p('a') + p('b'))}</table:table-row><table:table-row table:number-rows-repeated="999999">${cell('')}${cell('')}</table:table-row>`;
    assert.deepEqual(read(`<table:table>${rows}</table:table>`), ['table Namn||Ort / x|x|a\nb']);
  });

  it('leaves out what was removed and tells of it, and puts notes and boxes after their paragraph', () => {
    const removed = `<text:tracked-changes><text:changed-region><text:deletion>${p('bort')}</text:deletion></text:changed-region></text:tracked-changes>`;
    const note = `<text:note><text:note-citation>1</text:note-citation><text:note-body>${p('Se bilaga.')}</text:note-body></text:note>`;
    const box = `<draw:frame><draw:text-box>${p('ruta')}</draw:text-box></draw:frame>`;
    const bytes = odtOf(removed + p(`Text${note}${box}<office:annotation>${p('?')}</office:annotation>`));
    const source = readOdt(bytes);
    assert.equal(source.text, 'Text\n\nruta\n\n1 Se bilaga.');
    assert.deepEqual(
      source.problems.map(({ code }) => code),
      ['trackedChanges', 'commentsLeftOut'],
    );
    assert.equal(source.format, 'odt');
  });

  it('keeps contents and heads of pages as furniture', () => {
    const contents = `<text:table-of-content><text:index-body><text:index-title>${p('Innehåll')}</text:index-title>${p('1 Inledning<text:tab/>4')}</text:index-body></text:table-of-content>`;
    const sheet = `<office:master-styles><style:master-page style:name="S"><style:header>${p('Regionen')}</style:header></style:master-page></office:master-styles>`;
    const source = readOdt(odtOf(contents + p('Text'), '', sheet));
    assert.deepEqual(
      source.furniture.map(({ reason }) => reason),
      ['runningHead', 'contents', 'contents'],
    );
    assert.deepEqual(
      source.contents.map(({ title, page }) => [title, page]),
      [['Inledning', 4]],
    );
  });

  it('is refused when it is encrypted or has no text', () => {
    const manifest =
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    assert.throws(() => readOdt(zipped({ 'META-INF/manifest.xml': manifest, 'content.xml': 'x' })), {
      code: 'document.encrypted',
    });
    assert.throws(() => readOdt(zipped({ 'content.xml': '<a/>' })), { code: 'document.damaged' });
  });
});
