import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noSeeds, seedBytes } from '../../../test/support/seeds.ts';
import { sentencesOf } from '../../kernel/sentences.ts';

test('the goals of a genuine target vision fall into whole sentences', { skip: noSeeds }, () => {
  const text = new TextDecoder().decode(seedBytes('001'));
  const from = text.indexOf('Hälsan är viktig för mig.');
  const goals = text.slice(from, text.indexOf('\nBilaga\n', from));
  const sentences = sentencesOf(goals, 'paragraph').map((one) => one.text);
  assert.ok(sentences.includes('Nära vård är navet.'));
  assert.ok(
    sentences.some(
      (one) => one.startsWith('Vi ger vård av hög kvalitet') && one.endsWith('vårdskador som kan undvikas.'),
    ),
  );
  // "t ex andra regioner" ends no sentence.
  assert.ok(sentences.some((one) => one.includes('t ex andra regioner') && one.endsWith('civilsamhället.')));
  for (const one of sentences) assert.match(one, /^[\p{Lu}]/u);
});
