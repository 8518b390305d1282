import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inventedMinutes } from '../../../../../test/reading/invented-minutes.ts';
import { resultOf } from '../../../../../test/reading/reading-of.ts';
import { editDistance } from './person-names.ts';

const codes = (text: string) => resultOf(text).problems.map(({ code }) => code);

test('names, absences, deliveries and papers of minutes are told', () => {
  assert.deepEqual(codes(inventedMinutes).sort(), [
    'absentPersonMentioned',
    'deliverableLate',
    'paperNameDiffers',
    'personSpelledTwoWays',
    'personSpelledTwoWays',
  ]);
});

test('money that nothing was decided about is told, and is not told where something was', () => {
  const minutes = (words: string) =>
    codes(
      `Protokoll Styrgruppen för kultur\n\nTid: 7 mars 2025\n\n1. Start\n\n2. Bussen\n\n${words}\n\n3. Slut\n\nHej.`,
    );
  assert.deepEqual(minutes('Budgeten är 1,2 mkr.'), ['moneyWithoutDecision']);
  assert.deepEqual(minutes('Budgeten är 1,2 mkr. Styrgruppen beslutade att köpa bussen.'), []);
  assert.deepEqual(minutes('Bussen kostade 1,2 mkr när den var ny.'), []);
  assert.deepEqual(minutes('Styrgruppen beslutade att ge Anna i uppdrag att återkomma med en plan.'), [
    'deliverableWithoutDate',
  ]);
});

test('the distance between words', () => {
  assert.deepEqual(
    [editDistance('Berg', 'Berg'), editDistance('Berg', 'Borg'), editDistance('', 'ab'), editDistance('Gren', 'Green')],
    [0, 1, 2, 1],
  );
});
