import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf } from '../../../test/reading/reading-of.ts';
import { paragraphDecisionImport } from './paragraph-decision-import.ts';

const decided = (text: string) =>
  paragraphDecisionImport
    .recognise(readingOf(text, { kind: 'minutes' }))
    .records.map(({ item, clauses, grounds, noted, rule }) => ({ item, clauses, grounds, noted, rule }));
const clausesOf = (text: string) => decided(text).map(({ clauses }) => clauses);

test('clauses with the words that led them in, some numbered and some not', () => {
  const text = `§ 5 Stadens parker
Beslut

Enligt kontorets förslag:
1. Parken rustas upp, i enlighet med bilagan till kontorets tjänsteutlåtande, med start
under våren.
2. Nämnden får i uppdrag att:
a. plantera träd
b. anlägga en damm
På förslag av Eva Ek (Z):
Punkt 3 bordläggs.
`;
  assert.deepEqual(decided(text)[0], {
    item: 5,
    clauses: [
      'Parken rustas upp, i enlighet med bilagan till kontorets tjänsteutlåtande, med start under våren.',
      'Nämnden får i uppdrag att: a. plantera träd b. anlägga en damm',
      'Punkt 3 bordläggs.',
    ],
    grounds: ['Enligt kontorets förslag', 'Enligt kontorets förslag', 'På förslag av Eva Ek (Z)'],
    noted: undefined,
    rule: 'decision-under-heading',
  });
});

test('clauses with att after the body that decides', () => {
  const text =
    '§ 1 Val av justerare\nKommunstyrelsens arbetsutskotts beslut\nArbetsutskottet beslutar\natt utse Bo Berg (Y), samt\natt hålla justeringen i maj.\n';
  assert.deepEqual(clausesOf(text), [['att utse Bo Berg (Y)', 'att hålla justeringen i maj.']]);
});

test('clauses with att that are paragraphs of their own need no word between them', () => {
  const text = '§ 1 Parken\nBeslut\n\nNämnden beslutar\n\natt rusta upp parken under våren\n\natt redovisa i maj.\n';
  assert.deepEqual(clausesOf(text), [['att rusta upp parken under våren', 'att redovisa i maj.']]);
});

test('"att" in the middle of a wrapped sentence begins no clause', () => {
  const text =
    '§ 1 Anmälan av jäv\nBeslut\n\nIngen av nämndens ledamöter eller ersättare ansåg sig vara förhindrad\natt delta i ärendena.\n';
  assert.equal(clausesOf(text)[0]!.length, 1);
});

test('what is only taken note of is marked, and the list below it is not decided', () => {
  const text = '§ 1 Anmälningar\nBeslut\n\nAntecknas.\n\nSedan sist har en motion inkommit.\n';
  assert.deepEqual(
    decided(text).map(({ clauses, noted }) => [clauses, noted]),
    [[['Antecknas.'], true]],
  );
});

test('without a heading the sentences that decide are proposed with less confidence', () => {
  const text =
    '§ 1 Föregående protokoll\nProtokollet gås igenom. Protokollet läggs till handlingarna.\n\n§ 2 Frågor\nEva Ek frågar om bron.\n';
  assert.deepEqual(
    decided(text).map(({ item, clauses, rule }) => [item, clauses, rule]),
    [[1, ['Protokollet läggs till handlingarna.'], 'decision-in-text']],
  );
});
