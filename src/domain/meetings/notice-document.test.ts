import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkTree, type DocumentTree, outlineOf, plainText } from '../../documents/tree/index.ts';
import type { AgendaContent, FrozenItem } from './agenda-version.ts';
import { memoDocument } from './memo-document.ts';
import { noticeDocument } from './notice-document.ts';
import { dividerDocument, packageContentsDocument } from './package-document.ts';
import { supplementDocument } from './supplement-document.ts';
import { timetableDocument } from './timetable-document.ts';

const item = (id: string, more: Partial<FrozenItem> = {}): FrozenItem => ({
  id,
  parentId: null,
  number: id,
  title: `Ärende ${id}`,
  category: 'decision',
  registrationNumber: null,
  presenters: [],
  summary: null,
  exercisesAuthority: false,
  doorsClosed: false,
  proposals: [],
  documents: [],
  memo: null,
  ...more,
});
const memo = {
  unit: 'Staben',
  officer: 'Ada Ek',
  sections: { summary: 'Kort.' },
  noConsequences: ['perspectives' as const],
  basis: [],
  signatures: ['Ada Ek\nChef'],
  recipients: ['Nämnden'],
};
const content: AgendaContent = {
  format: 1,
  meeting: {
    kind: 'jointMeeting',
    title: null,
    bodies: ['Beredning A', 'Beredning B'],
    heldOn: '2026-10-23',
    lastDay: null,
    startsAt: '09:00',
    endsAt: null,
    place: 'Sal Ek',
    mode: 'inPerson',
    adjustBy: '2026-11-06',
    note: null,
  },
  items: [
    item('2', { proposals: [{ body: 'Beredning A', title: 'Val', clauses: ['att justera dagens protokoll utse X'] }] }),
    item('6', { category: 'information' }),
    item('6.1', { parentId: '6', presenters: ['Ada Ek'] }),
    item('7', { memo }),
  ],
  slots: [{ startsAt: '09:00', endsAt: '09:15', title: 'Öppnande', presenters: [], pause: false }],
  calls: [
    { kind: 'called', name: 'Bo Al', party: 'X', role: 'chair' },
    { kind: 'called', name: null, party: 'Y', role: null },
    { kind: 'notified', name: 'Cia Dal', party: 'Z', role: null },
  ],
};
const facts = { authority: 'Region Prov', content, dated: '2026-10-01', contact: null };
const words = (tree: DocumentTree) =>
  tree.blocks
    .flatMap((block) => {
      if (block.kind === 'list') return block.items.map((one) => plainText(one.content));
      if (block.kind === 'table') return block.rows.map((row) => row.map((cell) => plainText(cell)).join(' | '));
      if (block.kind === 'decision')
        return [plainText(block.intro), ...block.clauses.map((clause) => plainText(clause))];
      if (block.kind === 'facts') return block.facts.map(({ label, value }) => `${label} ${value}`);
      return 'content' in block ? [plainText(block.content)] : [];
    })
    .join('\n');

describe('the documents of a meeting', () => {
  const trees: readonly (readonly [name: string, tree: DocumentTree])[] = [
    ['notice', noticeDocument(facts)],
    ['draft', noticeDocument({ ...facts, dated: null })],
    ['empty notice', noticeDocument({ ...facts, content: { ...content, items: [], slots: [], calls: [] } })],
    ['timetable', timetableDocument(facts)],
    ['memo', memoDocument(facts, content.items[3]!, memo)],
    ['supplement', supplementDocument({ ...facts, number: 1, before: { ...content, items: [] } })],
    [
      'divider',
      dividerDocument(facts, content.items[3]!, [{ title: 'PM', address: 'https://example.org', separate: true }]),
    ],
    [
      'contents',
      packageContentsDocument(
        facts,
        [{ title: 'Kallelse', registrationNumber: null, page: 2, address: 'https://example.org', below: false }],
        [],
      ),
    ],
  ];
  for (const [name, tree] of trees)
    it(`${name}: has no fault that would keep it from being accessible`, () => assert.deepEqual(checkTree(tree), []));
});

describe('a notice', () => {
  const text = words(noticeDocument(facts));
  it('R-KL-03: calls members and notifies deputies in two lists, with offices, parties and vacancies', () => {
    assert.match(text, /Ledamöter kallas\nBo Al \(X\), ordförande\nVakant \(Y\)\nErsättare underrättas\nCia Dal \(Z\)/);
  });
  it('names every body of a joint meeting', () => {
    assert.match(text, /Sammanträde med:\nBeredning A\nBeredning B\n/);
    assert.equal(noticeDocument(facts).title, 'Kallelse till gemensamt sammanträde 2026-10-23');
  });
  it('counts the timetable as number 1 unless an item has it', () => {
    assert.match(text, /1\. Preliminär tidplan\n09:00-09:15 \| Öppnande\nMötet avslutas\n2\. Ärende 2/);
    const taken = { ...content, items: [item('1'), ...content.items] };
    assert.match(words(noticeDocument({ ...facts, content: taken })), /\nPreliminär tidplan\n/);
    const own = { ...content, items: [item('1', { title: 'Preliminär tidplan' }), ...content.items] };
    const titles = outlineOf(noticeDocument({ ...facts, content: own })).map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title) => title.includes('tidplan')),
      ['1. Preliminär tidplan'],
    );
  });
  it('says under the election of adjusters by when the minutes are to be adjusted, and nowhere else', () => {
    assert.equal(text.split('Protokollet ska vara justerat senast den 6 november 2026.').length, 2);
    const without = { ...content, meeting: { ...content.meeting, adjustBy: null } };
    assert.doesNotMatch(words(noticeDocument({ ...facts, content: without })), /justerat senast/);
  });
  it('lists the points of an item with who presents them, and a memo among what it rests on', () => {
    assert.match(text, /6\. Ärende 6\nÄrende 6\.1 – Ada Ek\n7\. Ärende 7/);
    assert.match(text, /Beslutsunderlag\nFöredragningsPM, Beredning A, Beredning B 2026-10-23, Ärende 7/);
  });
});

describe('a memo', () => {
  it('says when something that must be answered is not, and leaves out what may be left out', () => {
    const heads = outlineOf(memoDocument(facts, content.items[3]!, memo)).map(({ title }) => title);
    assert.deepEqual(heads, [
      'Sammanfattning',
      'Konsekvenser för miljö-, barn- och jämställdhetsperspektiven',
      'Ekonomiska konsekvenser',
      'Skickas till',
    ]);
    assert.match(words(memoDocument(facts, content.items[3]!, memo)), /Ekonomiska konsekvenser\nEj besvarat\./);
  });
});

describe('a supplement', () => {
  it('tells what came, went and changed, and prints only that', () => {
    const before = {
      ...content,
      slots: [],
      items: [
        content.items[0]!,
        content.items[1]!,
        content.items[2]!,
        item('8'),
        { ...content.items[3]!, title: 'Förr' },
      ],
    };
    const text = words(supplementDocument({ ...facts, number: 2, before }));
    assert.match(
      text,
      /Det här är nytt\nUtgår\n8\. Ärende 8\nÄndras\n7\. Ärende 7: rubrik\nOm sammanträdet\nPreliminär tidplan\n/,
    );
    assert.match(text, /1\. Preliminär tidplan\n/);
    assert.doesNotMatch(text, /6\. Ärende 6|Ledamöter kallas/);
  });
});
