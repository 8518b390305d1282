import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closestInSubject } from './same-day-sources.ts';

const direct = { id: 'direct', when: '2026-05-21', subject: 'Information om 1177 Direkt' };
const dropIn = { id: 'drop-in', when: '2026-05-21', subject: 'Information om återöppnandet av drop in-mottagningarna' };
const other = { id: 'other', when: '2026-09-17', subject: 'Väntetider' };
const ids = (sentence: string, sources = [direct, dropIn, other]) =>
  closestInSubject(sentence, sources).map(({ id }) => id);

test('of several items of one day, the sentence means the one whose subject it speaks of', () => {
  assert.deepEqual(ids('Den 21 maj informerades om 1177 Direkt.', [direct, dropIn]), ['direct']);
  assert.deepEqual(ids('Information om drop in-mottagningarna hölls den 21 maj.', [direct, dropIn]), ['drop-in']);
});

test('a word that all subjects of the day share tells nothing apart', () => {
  assert.deepEqual(ids('Information gavs den 21 maj.', [direct, dropIn]), ['direct', 'drop-in']);
});

test('each day is judged by itself: the only item of a day stands whatever it is called', () => {
  assert.deepEqual(ids('Den 21 maj och den 17 september informerades om 1177 Direkt.'), ['direct', 'other']);
});

test('sources that do not say what they are about all stand', () => {
  assert.equal(closestInSubject('Något hände den 21 maj.', [{ when: '2026-05-21' }, { when: '2026-05-21' }]).length, 2);
});
