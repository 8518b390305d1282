import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sentencesOf, sentenceTexts } from './sentences.ts';

const word = fc.constantFrom('vården', 'nära', 'jag', 'på', 'rätt', 'plats', 'trygghet', 'åter');
const sentence = fc
  .array(word, { minLength: 2, maxLength: 7 })
  .map((words) => `${words.join(' ').charAt(0).toLocaleUpperCase('sv')}${words.join(' ').slice(1)}.`);

test('sentences end at full stops and line breaks, not inside short forms', () => {
  assert.deepEqual(sentenceTexts('Det gäller t.ex. vården. Nr 1 är klart!\nMer text'), [
    'Det gäller t.ex. vården.',
    'Nr 1 är klart!',
    'Mer text',
  ]);
  assert.deepEqual(sentenceTexts('Mötet är kl. 09.00 den 7 dec. 2023. G. Berg leder det… Slut'), [
    'Mötet är kl. 09.00 den 7 dec. 2023.',
    'G. Berg leder det…',
    'Slut',
  ]);
  assert.deepEqual(sentenceTexts('  '), []);
});

test('a paragraph is cut where Swedish sentences end, and nowhere else', () => {
  const cut = (text: string) => sentencesOf(text, 'paragraph').map((one) => one.text);
  assert.deepEqual(cut('Vården ges t.ex. i hemmet. Den kostar 2.1 kronor! Varför? Därför.'), [
    'Vården ges t.ex. i hemmet.',
    'Den kostar 2.1 kronor!',
    'Varför?',
    'Därför.',
  ]);
  assert.deepEqual(cut('Vi utvecklas med t ex andra regioner. Nära vård är navet.'), [
    'Vi utvecklas med t ex andra regioner.',
    'Nära vård är navet.',
  ]);
  assert.deepEqual(cut('Enligt bl.a. Lagen gäller det. ”Så är det.” Slut'), [
    'Enligt bl.a. Lagen gäller det.',
    '”Så är det.”',
    'Slut',
  ]);
  assert.deepEqual(cut('Utan punkt\n\nNästa stycke\nfortsätter här'), ['Utan punkt', 'Nästa stycke fortsätter här']);
  assert.deepEqual(cut('  \n '), []);
});

test('sentences stand where they say they stand, in order, and leave out only white space', () => {
  const text = fc.array(fc.oneof(sentence, fc.constantFrom(' ', '\n\n', ' t.ex. ', '… ', '”', '! '), fc.string()), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(text, fc.constantFrom('line' as const, 'paragraph' as const), (parts, breaks) => {
      const whole = parts.join('');
      let at = 0;
      for (const { text: words, start, end } of sentencesOf(whole, breaks)) {
        assert.equal(whole.slice(at, start).trim(), '');
        assert.equal(whole.slice(start, end).replace(/\s+/gu, ' '), words);
        at = end;
      }
      assert.equal(whole.slice(at).trim(), '');
    }),
  );
});
