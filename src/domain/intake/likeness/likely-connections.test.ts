import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ComparedKind, ComparedRecord } from './compared-record.ts';
import { likelyConnections } from './likely-connections.ts';
import { sharesTheme } from './named-themes.ts';
import { tellingTerms } from './telling-terms.ts';
import { wordStem } from './word-stem.ts';

const record = (kind: ComparedKind, id: string, group: string, own: string, told = ''): ComparedRecord => ({
  id,
  kind,
  group,
  label: id,
  paragraphs: [{ text: own, own: true }, ...(told ? [{ text: told, own: false }] : [])],
});
const assignment = record(
  'assignment',
  'uppdrag',
  'plan',
  'Att utveckla arbetet med cykelgarage vid resecentrum.',
  'Ett låsbart cykelgarage byggs, och laddstolpar upphandlas tillsammans med fastighetsbolaget.',
);
const question = record(
  'question',
  'fråga',
  'redovisning',
  'Vilka insatser har genomförts?',
  'Cykelgaraget öppnade i maj.\nLaddstolparna vid cykelgaraget används av pendlare.',
);

test('two records that speak of the same rare things are connected, with the words that they share as the reason', () => {
  const [found, ...more] = likelyConnections([question], [assignment]);
  assert.deepEqual(more, []);
  assert.equal(found?.from.id, 'fråga');
  assert.equal(found?.to.id, 'uppdrag');
  assert.equal(found?.kind, 'reports');
  assert.ok(
    found.shared.some((word) => /cykelgarage/i.test(word)),
    found.shared.join(),
  );
  assert.ok(found.confidence <= 0.9);
});

test('words that every paper uses connect nothing', () => {
  const general =
    'Arbetet fortsätter med insatser för att utveckla samverkan mellan regionen och kommunerna under året.';
  assert.deepEqual(
    likelyConnections([record('question', 'f', 'r', general)], [record('assignment', 'u', 'p', general)]),
    [],
  );
});

test('records of one document are not told to belong together, except a plan and its own parts', () => {
  assert.deepEqual(likelyConnections([{ ...question, group: 'plan' }, assignment], []), []);
  const focus = record('focusArea', 'fokus', 'plan', 'Cykelgarage');
  assert.equal(likelyConnections([focus, assignment], [])[0]?.from.id, 'fokus');
});

test('a return is connected with what is about its subject, a goal document with what names it', () => {
  const whole = record('formReturn', 'r', 'x', 'Redovisning av arbetet inom ramen för Trygga skolvägar 2024');
  assert.deepEqual(sharesTheme(whole, record('assignment', 'u', 'p', 'Att se över trygga skolvägar i tätorten')), [
    'trygga skolvägar',
  ]);
  assert.equal(sharesTheme(whole, assignment), undefined);
  const goals = record('goalDocument', 'm', 'x', 'Vision för länet 2040');
  assert.deepEqual(sharesTheme(goals, record('assignment', 'u', 'p', 'Att stämma av mot visionen 2040')), [
    'visionen 2040',
  ]);
  assert.equal(sharesTheme(goals, record('assignment', 'u', 'p', 'Att följa upp 2040 års vision')), undefined);
});

test('acronyms, compounds with a hyphen, sums and phrases are terms; years of our time and words of form are not', () => {
  const keys = (text: string) => [...tellingTerms(text).terms.keys()];
  assert.ok(keys('Teamet arbetar med LUS').includes('acronym lus'));
  assert.ok(keys('Arbetet i Lusa-modellen').includes('acronym lusa'));
  assert.ok(keys('Kostnaden är 1 200 000 kr').includes('figure 1200000'));
  assert.ok(keys('en trygg skolväg').includes(`phrase trygg ${wordStem('skolväg')}`));
  assert.deepEqual(keys('Under 2023 och 2024 har det varit så'), []);
});

test('one word in different forms has one stem', () => {
  for (const forms of ['strategi strategier', 'ekonomi ekonomisk ekonomiska'])
    assert.equal(new Set(forms.split(' ').map(wordStem)).size, 1, forms);
});

test('whatever the records are, connections are few for each and none is sure of itself', () => {
  const words = fc.constantFrom(
    'cykelgarage',
    'laddstolpar',
    'skolskjuts',
    'LUS',
    'resecentrum',
    'arbete',
    'trygg skolväg',
  );
  const texts = fc.array(words, { minLength: 1, maxLength: 8 }).map((all) => all.join(' '));
  fc.assert(
    fc.property(fc.array(texts, { maxLength: 15 }), fc.array(texts, { maxLength: 15 }), (questions, assignments) => {
      const found = likelyConnections(
        questions.map((text, index) => record('question', `f${index}`, 'r', 'Vad gjordes?', text)),
        assignments.map((text, index) => record('assignment', `u${index}`, 'p', text)),
      );
      for (const own of Map.groupBy(found, ({ from }) => from.id).values()) assert.ok(own.length <= 8);
      for (const { confidence, shared } of found) assert.ok(confidence <= 0.9 && shared.length > 0);
    }),
    { numRuns: 50 },
  );
});
