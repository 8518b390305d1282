import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { printedClauses, printedText, printedTime } from './printed-words.ts';

describe('clauses as minutes print them', () => {
  const rows: readonly (readonly [given: readonly string[], printed: readonly string[]])[] = [
    [['att godkänna rapporten'], ['att godkänna rapporten.']],
    [
      ['att godkänna rapporten', 'att lämna den vidare'],
      ['att godkänna rapporten, samt', 'att lämna den vidare.'],
    ],
    [
      ['att godkänna rapporten, samt', 'att lämna den vidare.'],
      ['att godkänna rapporten, samt', 'att lämna den vidare.'],
    ],
    [
      ['att ett,', 'att två samt', 'att tre;'],
      ['att ett,', 'att två, samt', 'att tre.'],
    ],
    [[], []],
  ];
  for (const [given, printed] of rows)
    it(`${given.length} clauses: ${given.at(-1) ?? 'none'}`, () => assert.deepEqual(printedClauses(given), printed));

  it('are the same when what was printed is printed again', () => {
    const clause = fc.stringMatching(/^att [a-zåäö ,]{1,30}[.;,]?( samt)?$/);
    fc.assert(
      fc.property(fc.array(clause, { maxLength: 5 }), (clauses) => {
        const once = printedClauses(clauses);
        assert.deepEqual(printedClauses(once), once);
      }),
    );
  });
});

describe('running text', () => {
  const kinds = (words: string | null) =>
    printedText(words).map((block) =>
      block.kind === 'list' ? `${block.ordered ? 'numbers' : 'bullets'} ${block.items.length}` : block.kind,
    );
  it('keeps paragraphs, and makes lists of lines that count up or begin with a dash', () => {
    assert.deepEqual(kinds('Ett stycke.\nSamma stycke.\n\nEtt till.'), ['paragraph', 'paragraph']);
    assert.deepEqual(kinds('Fem punkter:\n1. ett;\n2. två.'), ['paragraph', 'numbers 2']);
    assert.deepEqual(kinds('- ett\n– två'), ['bullets 2']);
    assert.deepEqual(kinds(null), []);
  });
  it('takes a year or a figure at the beginning of a line for no list', () => {
    assert.deepEqual(kinds('Underskottet är\n1. Det ska\nminska.'), ['paragraph']);
    assert.deepEqual(kinds('2020. Ett svårt år\n2021. Ett bättre'), ['paragraph']);
  });
});

it('the time of a meeting stands as in seed 001, and alone when no end is known', () => {
  assert.equal(printedTime({ startsAt: '09:00', endsAt: '15:30' }), 'kl. 09:00-15:30');
  assert.equal(printedTime({ startsAt: '09:00', endsAt: null }), 'kl. 09:00');
  assert.equal(printedTime({ startsAt: null, endsAt: null }), '');
});
