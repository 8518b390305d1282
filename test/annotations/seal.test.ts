import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matches, seal, sealEnds } from './seal.ts';

test('a sealed text is known again however its lines were broken, and tells no other text', () => {
  const sealed = seal('Vera Exempel');
  assert.match(sealed.sha, /^[0-9a-f]{12}$/);
  assert.equal(matches(sealed, ' Vera\n  Exempel '), true);
  assert.equal(matches(sealed, 'Vera Exempél'), false);
  assert.equal(matches(sealed, undefined), false);
});

test('folded, letters that a scanner mixes up are the same', () => {
  const sealed = seal('överenskommelsen är god och nära', true);
  assert.equal(matches(sealed, '6verenskommelsen &r g0d och nara'), true);
  assert.equal(matches(sealed, 'överenskommelsen var god och nära'), false);
});

test('of a long text the first and the last words are compared', () => {
  const sealed = sealEnds('Under året har mycket hänt i hela länet.');
  assert.equal(matches(sealed, 'Under aret har annat hant i hela lanet.'), true);
  assert.equal(matches(sealed, 'Under året har mycket hänt i hela'), false);
});

test('null expects that nothing was read; lists are compared whole, objects only in the fields named', () => {
  assert.equal(matches(null, undefined), true);
  assert.equal(matches(null, 'Nej'), false);
  assert.equal(matches([1, 2], [1]), false);
  assert.equal(matches('god vård', 'god\nvård'), true);
  assert.equal(matches([{ value: 5 }], [{ value: 5, payer: 'regionen' }]), true);
  assert.equal(matches({ question: '2', equals: 'Ja' }, undefined), false);
});
