import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readsAs, skeleton, tolerant } from './damage-tolerant.ts';

test('words are found sound and damaged', () => {
  for (const text of ['på fråga 7', 'pa fraga 7', 'pd frdga 7', 'p4 fréaga 7'])
    assert.match(text, new RegExp(`${tolerant('på fråga')} 7`, 'iu'));
  for (const text of ['för', 'for', 'fér', 'f6r', 'f0r', 'fé6r']) assert.ok(readsAs(text, 'för'), text);
  assert.ok(readsAs('Andelen kan inteanges', 'andelen kan inte anges'));
});

test('other words are not taken for them', () => {
  for (const text of ['fick', 'far', 'före', 'förr']) assert.ok(!readsAs(text, 'för'), text);
  assert.ok(!readsAs('Antalet kan inte anges', 'Andelen kan inte anges'));
  assert.ok(!readsAs('a.c', 'a+c'));
});

test('two readings of one label have one skeleton', () => {
  assert.equal(skeleton('Tillgänglighet'), skeleton('Tillganglighet'));
  assert.equal(skeleton('Äldre med stöd'), skeleton('Aldre med stéd'));
  assert.notEqual(skeleton('Samverkan'), skeleton('Kontinuitet'));
});
