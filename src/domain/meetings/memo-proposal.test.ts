import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noSeeds, seedBytes } from '../../../test/support/seeds.ts';
import { clausesInMemo, proposesOtherwise } from './memo-proposal.ts';

const memo = `FöredragningsPM
Förslag till beslut

Nämnden beslutar

att godkänna rapporten och överlämna den till
regionstyrelsen, samt

att paragrafen förklaras omedelbart justerad.

Sammanfattning

Det är bra att läsa rapporten.`;
const notice = (...clauses: string[]) => [{ body: 'Nämnden', title: 'Rapport', clauses }];

test('the clauses of a memo are those under its heading, joined over lines', () => {
  assert.deepEqual(clausesInMemo(memo), [
    'att godkänna rapporten och överlämna den till regionstyrelsen, samt',
    'att paragrafen förklaras omedelbart justerad.',
  ]);
  assert.deepEqual(clausesInMemo('att läsa'), []);
});

test('a memo that lacks a clause of the notice is found; "samt" and full stops make no difference', () => {
  const clauses = [
    'att godkänna rapporten och överlämna den till regionstyrelsen',
    'att paragrafen förklaras omedelbart justerad',
  ];
  assert.equal(proposesOtherwise(clausesInMemo(memo), notice(...clauses)), false);
  assert.equal(proposesOtherwise(clausesInMemo(memo), notice(clauses[0]!)), true);
  assert.equal(proposesOtherwise(clausesInMemo(memo), []), true);
  assert.equal(proposesOtherwise([], notice(...clauses)), false, 'a document without a proposal says nothing');
});

test('in seed 001 the memo of item 5 lacks the clause of the notice that adjusts it at once, and that of item 4 does not differ', {
  skip: noSeeds,
}, () => {
  const text = new TextDecoder().decode(seedBytes('001')).replace(/\r\n/g, '\n');
  const notices = text.slice(0, text.indexOf('FöredragningsPM\nDnr: 20RS10323'));
  const proposalAt = (from: string, source: string) => clausesInMemo(source.slice(source.indexOf(from)));
  const four = proposalAt('4. Rapportering', notices);
  const five = proposalAt('5. Inspel', notices);
  const memos = text.split('\nOrgan\n').slice(1).map(clausesInMemo);
  assert.deepEqual([four.length, five.length], [1, 2]);
  assert.equal(proposesOtherwise(memos[0]!, notice(...four)), false);
  assert.equal(memos[1]!.length, 1);
  assert.equal(proposesOtherwise(memos[1]!, notice(...five)), true);
});
