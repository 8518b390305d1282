import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf } from '../../../test/reading/reading-of.ts';
import { linesOf } from '../../documents/tree/recognise.ts';
import { paragraphImport } from './paragraph-import.ts';
import { listProblems, type VoteList, voteListsIn } from './vote-list-import.ts';

const listsIn = (text: string) => voteListsIn(linesOf(readingOf(text).blocks));
const numbers = (lists: readonly VoteList[]) =>
  lists.map(({ vote: { yes, no, abstain } }) => [yes.count, no.count, abstain.count]);
const parties = (lists: readonly VoteList[]) =>
  lists.map(({ vote }) => [vote.yes, vote.no, vote.abstain].map(({ names }) => names.map(({ party }) => party).join()));

test('rows with name, party and choice are a vote, whatever stands between them', () => {
  const lists = listsIn(
    'Anna Alm (s) – JA\nBo Berg (FP) Nej\nEva Ek (-) avstår\nTjänstgörande ersättare Disa Dal (ÖrP) - Ja\nFrans Fors (M), ordförande: Ja\n',
  );
  assert.deepEqual(numbers(lists), [[3, 1, 1]]);
  assert.deepEqual(parties(lists), [['s,ÖrP,M', 'FP', '-']]);
  assert.deepEqual(
    lists[0]!.vote.yes.names.map(({ role }) => role),
    [undefined, 'tjänstgörande ersättare', 'ordförande'],
  );
});

test('rows that stand beside each other on one line are all read', () => {
  assert.deepEqual(numbers(listsIn('Anna Alm (X) – JA   Bo Berg (Y) – NEJ\nEva Ek (Z) – JA   Disa Dal (X) – JA')), [
    [3, 1, 0],
  ]);
});

const inColumns = `Ledamot              Parti    Ja    Nej   Avstår
Anna Alm             X        X
Alm, Bengt           (-)            X
Eva Ek (s)                                X
Disa Dal             FP       x
Summa                         2     1     1
`;
const inCells = `| Ledamot | Parti | Ja | Nej | Avstår |
|---|---|---|---|---|
| Anna Alm | X | X | | |
| Alm, Bengt | (-) | | X | |
| Eva Ek (s) | | | | X |
| Disa Dal | FP | x | | |
| Summa | | 2 | 1 | 1 |
`;
for (const [name, text] of [
  ['wide gaps', inColumns],
  ['cells', inCells],
] as const)
  test(`a table of marks in ${name} is a vote, and a party X is no mark`, () => {
    const lists = listsIn(text);
    assert.deepEqual(numbers(lists), [[2, 1, 1]]);
    assert.deepEqual(parties(lists), [['X,FP', '-', 's']]);
    assert.equal(lists[0]!.vote.no.names[0]!.person, 'Bengt Alm');
    assert.deepEqual(listProblems(lists), []);
  });

test('two votes side by side in one table are two votes', () => {
  const lists = listsIn(
    '| Namn | Parti | Ja | Nej | Avst | Ja | Nej | Avst |\n|---|---|---|---|---|---|---|---|\n| Anna Alm | M | X | | | | X | |\n| Bo Berg | S | X | | | | | X |\n',
  );
  assert.deepEqual(numbers(lists), [
    [2, 0, 0],
    [0, 1, 1],
  ]);
});

test('a head that comes again on the next page goes on, and the same member once more begins a new vote', () => {
  const head = 'Namn\tParti\tJa\tNej\n';
  const rows = 'Anna Alm\tM\tX\t\n';
  assert.deepEqual(numbers(listsIn(`${head}${rows}\n${head}Bo Berg\tS\t\tX\n`)), [[1, 1, 0]]);
  assert.deepEqual(numbers(listsIn(`${head}${rows}Bo Berg\tS\t\tX\n${rows}Bo Berg\tS\tX\t\n`)), [
    [1, 1, 0],
    [2, 0, 0],
  ]);
});

test('names under the head of each side', () => {
  const lists = listsIn('Ja-röster (2):\nAnna Alm (M), Bo Berg (S)\nNej-röster (1):\nEva Ek (V)\nAvstår (0)\n');
  assert.deepEqual(numbers(lists), [[2, 1, 0]]);
});

test('sums that the rows do not come to are told', () => {
  const lists = listsIn('Anna Alm (X) – JA\nBo Berg (Y) – NEJ\nSumma: 2 ja, 1 nej\n');
  assert.deepEqual(
    listProblems(lists).map(({ code }) => code),
    ['voteCountDiffers'],
  );
});

test('sentences, a single row and attendance are no votes', () => {
  assert.deepEqual(listsIn('Anna Alm (X) säger ja till förslaget.\nBo Berg (Y) avstår från att rösta.\n'), []);
  assert.deepEqual(listsIn('Anna Alm (X) avstår.\n'), []);
  assert.deepEqual(listsIn('Anna Alm (X), ordförande\nBo Berg (Y)\nEva Ek (Z)\n'), []);
});

const minutes = (vote: string, annex: string) => `§ 12 Ny idrottshall
Beslut
Idrottshallen byggs.

Omröstning
${vote}

§ 13 Bron
Beslut
Bron byggs.

§ 14 Avslutning
Ordföranden avslutar.

${annex}`;
const votesOf = (text: string) => {
  const { records, problems } = paragraphImport.recognise(readingOf(text, { kind: 'minutes' }));
  return {
    votes: records.flatMap((item) =>
      item.votes.map(({ yes, no, annex }) => [
        item.number,
        yes.count,
        yes.names.length,
        no.count,
        no.names.length,
        annex,
      ]),
    ),
    codes: problems.map(({ code }) => code),
    numbers: records.map(({ number }) => number),
    closing: records.at(-1)!.summary,
  };
};
const annex = `Bilaga 1
Omröstningsresultat § 12
Anna Alm (X) – JA
Bo Berg (Y) – NEJ
Eva Ek (Z) – JA

Omröstningsresultat § 13
Ledamot\tParti\tJa\tNej\tAvstår
Anna Alm\tM\tX\t\t
Bo Berg\tS\t\tX\t
`;

test('the lists of an annex go on the §§ they name, and the last § ends before the annex', () => {
  const read = votesOf(minutes('Omröstningen utfaller med 2 ja mot 1 nej. Se bilaga 1.', annex));
  assert.deepEqual(read, {
    votes: [
      [12, 2, 2, 1, 1, 'bilaga 1'],
      [13, 1, 1, 1, 1, 'bilaga 1'],
    ],
    codes: [],
    numbers: [12, 13, 14],
    closing: 'Ordföranden avslutar.',
  });
});

test('an annex that names no § goes on the § that refers to it', () => {
  const nameless = 'Bilaga 2\nVoteringslista\nAnna Alm (X) – JA\nBo Berg (Y) – NEJ\nEva Ek (Z) – JA\n';
  assert.deepEqual(votesOf(minutes('Röstsiffrorna framgår av bilaga 2.', nameless)).votes, [
    [12, 2, 2, 1, 1, 'bilaga 2'],
  ]);
});

test('an annex that tells other numbers than the § is told', () => {
  const { votes, codes } = votesOf(minutes('Omröstningen utfaller med 5 ja mot 1 nej.', annex));
  assert.deepEqual(codes, ['voteCountDiffers']);
  assert.deepEqual(votes[0], [12, 5, 2, 1, 1, 'bilaga 1']);
});

test('rows under the heading of a § are its vote', () => {
  assert.deepEqual(votesOf(minutes('Anna Alm (X) – JA\nBo Berg (Y) – NEJ\nEva Ek (Z) – JA', '')), {
    votes: [[12, 2, 2, 1, 1, undefined]],
    codes: [],
    numbers: [12, 13, 14],
    closing: 'Ordföranden avslutar.',
  });
});
