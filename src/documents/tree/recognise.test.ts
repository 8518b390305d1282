import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf } from '../../../test/reading/reading-of.ts';
import {
  capitalised,
  comparable,
  dateReference,
  fieldsOf,
  flowOf,
  goesOn,
  joinBroken,
  linesOf,
  namesIn,
  partyPersonIn,
  spanOfLines,
} from './recognise.ts';

const lines = (text: string) => linesOf(readingOf(text).blocks);

test('a person with a party, with and without office, and a vacancy', () => {
  assert.deepEqual(partyPersonIn('Anna-Karin Exempel (KD), ordförande'), {
    person: 'Anna-Karin Exempel',
    vacant: false,
    party: 'KD',
    role: 'ordförande',
  });
  assert.deepEqual(partyPersonIn('Vakant (S)'), { vacant: true, party: 'S' });
  assert.deepEqual(partyPersonIn("Per O'Brien af Ek (-)"), undefined, 'a small word in a name is not guessed at');
  assert.deepEqual(partyPersonIn('Åke Öst (ÖrP)')?.party, 'ÖrP');
  assert.equal(partyPersonIn('Rapport (S)'), undefined, 'one word is no name');
  assert.equal(partyPersonIn('Mötet öppnas'), undefined);
});

test('presenters are names, separated by slash, comma or "och"', () => {
  assert.deepEqual(namesIn('Anna Ek/Bo Al'), ['Anna Ek', 'Bo Al']);
  assert.deepEqual(namesIn('Anna Ek, Bo Al och Åsa Öberg-Lind'), ['Anna Ek', 'Bo Al', 'Åsa Öberg-Lind']);
  assert.deepEqual(namesIn('möjligheter och utmaningar'), []);
});

test('labelled fields run to the next label', () => {
  const fields = fieldsOf(lines('Inledning\n\n**Svar:** Ja.\n\nMer.\n\nUr rapport: Text'), {
    answer: /^Svar\s*:\s*/,
    quote: /^Ur rapport\s*:\s*/,
  });
  assert.deepEqual(
    fields.map(({ name, label, value }) => [name, label, value.map((part) => part.text)]),
    [
      ['', '', ['Inledning']],
      ['answer', 'Svar', ['Ja.', 'Mer.']],
      ['quote', 'Ur rapport', ['Text']],
    ],
  );
});

test('what a page break tore apart is joined, paragraphs and lists are kept', () => {
  assert.equal(
    joinBroken(lines('Arbete i hela\n\nvården pågår.\n\nNytt stycke\n\n- ett\n- två')),
    'Arbete i hela vården pågår.\nNytt stycke\n- ett\n- två',
  );
  assert.equal(goesOn('både', 'verksamhet'), true);
  assert.equal(goesOn('Klart.', 'verksamhet'), false);
  assert.equal(goesOn('både', 'Verksamhet'), false);
});

test('dates take the year of the plan, else the one nearest the date of the document', () => {
  assert.deepEqual(dateReference(readingOf('', { year: 2023, date: '2024-01-02' })), { year: 2023 });
  assert.deepEqual(dateReference(readingOf('', { date: '2021-01-03' })), { date: '2021-01-03' });
});

test('names are compared without case and punctuation, and shown with a capital', () => {
  assert.equal(comparable('  ”Beredning”  för Ö-vård. '), 'beredning för ö-vård');
  assert.equal(capitalised('åtgärd'), 'Åtgärd');
});

test('the flow of a block is its lines joined, and its span covers them', () => {
  const [block] = readingOf('en rad\noch en till').blocks;
  assert.equal(flowOf(block!).text, 'en rad och en till');
  assert.deepEqual(spanOfLines(block!.lines), { start: 0, end: 18, line: 1 });
});
