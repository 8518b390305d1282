import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FloorProposal } from './floor-proposal.ts';
import {
  dissentSentence,
  motionSentence,
  namesOf,
  propositionSentence,
  voteSettledSentence,
} from './proceedings-phrases.ts';

const people = [
  { id: 'a', name: 'Prov Ett', party: 'S' },
  { id: 'b', name: 'Prov Två', party: 'M' },
  { id: 'c', name: 'Prov Tre', party: null },
];
const motion: FloorProposal = {
  id: 'm',
  version: 1,
  kind: 'amendment',
  position: 1,
  clauses: ['att bygga', 'att måla'],
  clause: 2,
  movers: ['a', 'b', 'c'],
  motivation: null,
  withdrawn: false,
};

test('people, motions and dissent are told as minutes tell them', () => {
  assert.equal(namesOf(people, ['a', 'b', 'c']), 'Prov Ett (S), Prov Två (M) och Prov Tre');
  assert.equal(
    motionSentence(motion, people),
    'Prov Ett (S) yrkar, med instämmande av Prov Två (M) och Prov Tre, som ändringsyrkande i beslutssats 2: att bygga samt att måla.',
  );
  assert.equal(
    motionSentence({ ...motion, kind: 'rejection', clauses: [], clause: null, movers: ['a'] }, people),
    'Prov Ett (S) yrkar avslag på förslaget.',
  );
  const dissent = {
    id: 'd',
    version: 1,
    people: ['a'],
    announcedAt: '13:30',
    granted: null,
    statement: null,
    statementDue: null,
  };
  assert.equal(
    dissentSentence({ ...dissent, kind: 'reservation' }, people),
    'Prov Ett (S) reserverar sig mot beslutet.',
  );
  assert.equal(
    dissentSentence({ ...dissent, kind: 'minutesNote', statement: 'Vi ville mer.' }, people),
    'Prov Ett (S), protokollsanteckning. Vi ville mer.',
  );
});

test('a question is told with its answer, and a tie with what settled it', () => {
  const proposition = {
    id: 'p',
    version: 1,
    position: 1,
    kind: 'main',
    clause: null,
    yes: null,
    no: 'm',
    yesMeans: 'bifall till förslaget',
    noMeans: 'avslag på förslaget',
    orderText: null,
    chairFinding: 'yes',
    vote: null,
  } as const;
  assert.equal(
    propositionSentence(proposition),
    'Ja för bifall till förslaget. Nej för avslag på förslaget. Ordföranden finner att propositionen besvaras med ja.',
  );
  const byHand = { decidedBy: 'lot', lot: { kind: 'byHand', drawnBy: 'Prov Tre' } } as const;
  assert.equal(voteSettledSentence(byHand), 'Avgjort genom lottning, dragen av Prov Tre.');
  assert.equal(voteSettledSentence({ decidedBy: 'majority', lot: null }), null);
});
