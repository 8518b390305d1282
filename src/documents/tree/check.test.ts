import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Block, checkTree, type DocumentTree, heading, link, noteRef, paragraph, text } from './index.ts';

const tree = (...blocks: readonly Block[]): DocumentTree => ({
  title: 'Titel',
  author: 'Region',
  language: 'sv',
  blocks,
});
const codes = (checked: DocumentTree) => checkTree(checked).map((fault) => fault.code);

describe('checking a tree', () => {
  it('finds nothing wrong with a sound one', () => {
    const sound = tree(heading(1, 'A', 'a'), heading(2, 'B'), paragraph(link('#a', 'dit'), noteRef(1)));
    assert.deepEqual(codes({ ...sound, notes: [{ number: 1, content: [text('Not')] }] }), []);
  });

  const faulty: readonly (readonly [code: string, tree: DocumentTree])[] = [
    ['noTitle', { ...tree(), title: ' ' }],
    ['emptyHeading', tree(heading(1, ' '))],
    ['headingSkipped', tree(heading(1, 'A'), heading(3, 'C'))],
    ['headingSkipped', tree(heading(2, 'Börjar för djupt'))],
    ['tableShape', tree({ kind: 'table', header: [[text('a')]], rows: [[[text('b')], [text('c')]]] })],
    ['tableWithoutColumns', tree({ kind: 'table', header: [], rows: [] })],
    ['chartWithoutText', tree({ kind: 'chart', title: 'T', alt: ' ', bars: [] })],
    [
      'chartAmount',
      tree({ kind: 'chart', title: 'T', alt: 'A', bars: [{ label: 'b', value: Number.NaN, text: '–' }] }),
    ],
    ['noteMissing', tree(paragraph(noteRef(4)))],
    ['noteMissing', { ...tree(), notes: [{ number: 1, content: [noteRef(2)] }] }],
    ['noteNumbering', { ...tree(), notes: [{ number: 2, content: [] }] }],
    ['anchorTwice', tree(heading(1, 'A', 'a'), heading(1, 'B', 'a'))],
    ['anchorMissing', tree(paragraph(link('#ingenstans', 'dit')))],
    ['emptyLink', tree(paragraph(link('https://mellanbygd.example', '')))],
  ];
  for (const [code, checked] of faulty) it(`reports ${code}`, () => assert.deepEqual(codes(checked), [code]));

  it('says in both languages which heading it is about', () => {
    const [fault] = checkTree(tree(heading(1, 'Mål'), heading(3, 'Beslut')));
    assert.equal(fault?.message, 'Rubriken ”Beslut” hoppar från nivå 1 till 3.');
    assert.equal(fault?.text.en, 'The heading “Beslut” skips from level 1 to 3.');
  });
});
