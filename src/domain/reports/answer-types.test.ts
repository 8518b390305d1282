import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AnswerType, answerTypeCodes, answerTypes, readAnswerType } from './answer-types.ts';

test('each standing sentence is read back as its own answer type', () => {
  for (const code of answerTypeCodes)
    if (answerTypes[code].sentence) assert.equal(readAnswerType(answerTypes[code].sentence), code);
});

const rows: readonly (readonly [string, AnswerType])[] = [
  ['Uppdrag 3 och 4 riktas till andra beredningar.', 'elsewhere'],
  ['Frågan har inte behandlats av beredningen', 'notDealtWith'],
  ['Vid sammanträdet den 7 december planeras för föredragning av rapporten.', 'planned'],
  ['Planen beslutades av nämnden den 7 september.', 'decided'],
  ['Uppdraget är en del i kommande färdplanearbete.', 'absorbed'],
  ['Beredningen informerades om läget den 15 november.', 'briefing'],
  ['Beredningen fick 5 mars en nulägesrapport.', 'briefing'],
  ['Arbetet har gjorts tillsammans med kommunen.', 'other'],
];
for (const [answer, type] of rows) test(`”${answer}” is ${type}`, () => assert.equal(readAnswerType(answer), type));
