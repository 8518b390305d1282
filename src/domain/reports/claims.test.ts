import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { judgeClaims, type KnownSource, matchEvidence } from './claim-evidence.ts';
import { claimHash, claimsOf } from './claims.ts';

const texts = (text: string) => claimsOf(text).map((claim) => claim.text);

const rows: readonly (readonly [string, readonly string[]])[] = [
  ['Ett. Två.', ['Ett.', 'Två.']],
  ['Samägda vårdplatser (som t.ex. Tullhusarbetet) ingår.', ['Samägda vårdplatser (som t.ex. Tullhusarbetet) ingår.']],
  ['Utredningen S2020:8. följs av beredningen.', ['Utredningen S2020:8. följs av beredningen.']],
  ['Mötet börjar kl. 09.00 den 30 maj.', ['Mötet börjar kl. 09.00 den 30 maj.']],
  ['Den 7 dec. 2023 planeras föredragning.', ['Den 7 dec. 2023 planeras föredragning.']],
  ['Enligt nr. 4 bl.a. Kumla m.fl. Orter nämns.', ['Enligt nr. 4 bl.a. Kumla m.fl. Orter nämns.']],
  ['Hölls av G. Berg den 30 maj. Sedan fika!', ['Hölls av G. Berg den 30 maj.', 'Sedan fika!']],
  ['”Klart.” Sade hon? Ja', ['”Klart.”', 'Sade hon?', 'Ja']],
  ['Stycke ett\nStycke två.\n\n', ['Stycke ett', 'Stycke två.']],
  ['  \n ', []],
];
for (const [text, expected] of rows) test(`claims of ”${text.trim()}”`, () => assert.deepEqual(texts(text), expected));

test('property: nothing of a text is lost or doubled, and its claims are the claims of themselves', () => {
  const piece = fc.constantFrom(
    'Ett',
    'två',
    't.ex.',
    'kl.',
    '09.00',
    'den 30 maj',
    'S2020:8.',
    '.',
    '!',
    '?',
    ' ',
    '\n',
    '”',
    'X',
    'å',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join(pieces.length % 2 ? ' ' : '');
      const claims = claimsOf(text);
      assert.equal(
        claims
          .map((claim) => claim.text)
          .join('')
          .replace(/\s/gu, ''),
        text.replace(/\s/gu, ''),
      );
      for (const claim of claims) assert.equal(claim.hash, claimHash(claim.text));
    }),
    { numRuns: 500 },
  );
});

test('a hash is blind to white space, composition of letters and a last full stop, and to nothing else', () => {
  assert.equal(claimHash(' Mötet  hölls. '), claimHash('Mo\u0308tet hölls.'));
  assert.equal(claimHash('Mötet hölls.'), claimHash('Mötet hölls'));
  assert.notEqual(claimHash('Mötet hölls?'), claimHash('Mötet hölls'));
  assert.notEqual(claimHash('mötet hölls.'), claimHash('Mötet hölls.'));
});

const known: readonly KnownSource[] = [
  { noun: 'agendaItem', id: 'maj', when: '2023-05-30' },
  { noun: 'agendaItem', id: 'september', when: '2023-09-20' },
  { noun: 'decision', id: 'december', when: '2022-12' },
  { noun: 'assignmentPosition', id: 'ställning', when: null },
];
const first = 'Föredragning den 30 maj och den 20 september.';
const evidence = matchEvidence(first, [], known, 2023);
const states = (text: string, sources = known) =>
  judgeClaims(text, evidence, sources, 2023).map((claim) => claim.state);

test('days in a text find the items of those days, and a month the decision known to the month', () => {
  assert.deepEqual(
    evidence.map((one) => one.id),
    ['maj', 'september'],
  );
  const [decided] = matchEvidence('Nämnden beslutade i december 2022.', [], known, 2023);
  assert.equal(decided?.id, 'december');
  assert.deepEqual(matchEvidence('Nämnden beslutade i december.', [], known, 2023), [], 'which december is not said');
});

test('several occasions are proved by the body’s own when there are several', () => {
  const several = 'Beredningen har fått redogörelser vid flera tillfällen under året.';
  const own = known.map((source) => ({ ...source, own: source.noun === 'agendaItem' }));
  assert.deepEqual(
    matchEvidence(several, [], own, 2023).map((one) => one.id),
    ['maj', 'september'],
  );
  assert.deepEqual(matchEvidence(several, [], own.slice(1), 2023), [], 'one is not several');
  assert.deepEqual(matchEvidence(several, [], known, 2023), [], 'those of other bodies are not its own');
});

test('an unchanged sentence keeps its evidence, a changed one gets that of the days it names now', () => {
  const after = matchEvidence(`${first} Patienterna är nöjda.`, evidence, known, 2023);
  assert.deepEqual(after, evidence);
  const changed = matchEvidence('Föredragning den 30 maj.', evidence, known, 2023);
  assert.deepEqual(
    changed.map((one) => one.id),
    ['maj'],
  );
});

test('a claim without evidence is unsupported, and so is one that names a day which nothing proves', () => {
  assert.deepEqual(states(`${first} Patienterna är nöjda.`), ['supported', 'unsupported']);
  const half = known.filter((one) => one.id !== 'september');
  const [claim] = judgeClaims(first, matchEvidence(first, [], half, 2023), half, 2023);
  assert.deepEqual([claim?.state, claim?.unprovenDates], ['unsupported', ['2023-09-20']]);
});

test('a source that was removed, or moved to another day than the sentence says, is gone', () => {
  assert.deepEqual(states(first, known.slice(1)), ['sourceGone']);
  const moved = known.map((one) => (one.id === 'maj' ? { ...one, when: '2023-06-01' } : one));
  assert.deepEqual(states(first, moved), ['sourceGone']);
});

test('evidence that a person added to a sentence without days stands as long as its source does', () => {
  const text = 'Beredningen berörs ej av uppdraget.';
  const added = [
    {
      noun: 'assignmentPosition' as const,
      id: 'ställning',
      claimHash: claimHash(text),
      claimText: text,
      confirmed: true,
    },
  ];
  assert.equal(judgeClaims(text, added, known, 2023)[0]?.state, 'supported');
  assert.equal(judgeClaims(text, added, [], 2023)[0]?.state, 'sourceGone');
  assert.deepEqual(matchEvidence(text, added, [], 2023), added, 'it is kept and shown as gone, not dropped');
});
