import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toldOf } from '../../../../../test/reading/reading-of.ts';

const form = (questions: string) =>
  `Region Skånes redovisning av arbetet inom ramen för Läsande län 2025\n\n${questions}`;
const yes = '☒ Ja\n☐ Nej';

// Each row: an invented form, and what a person is told about it. The rows without problems matter as much as the others.
const rows: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'a condition on a question that comes later',
    `1. Har ni en buss?\n\n${yes}\n\n1 a. Om svaret är 'Ja' på fråga 2, beskriv den:\n\nDen är röd.\n\n2. Har ni en båt?\n\n${yes}`,
    ['conditionRefersWrong 8'],
  ],
  [
    'a condition on its own question',
    `1. Har ni en buss?\n\n${yes}\n\n1 a. Om svaret är 'Ja' på fråga 1, beskriv den:\n\nRöd.`,
    [],
  ],
  ['a box that cannot be read', '1. Har ni en buss?\n\nJa\n\nNej', ['tickUnreadable 3']],
  ['boxes that are drawn and empty', '1. Har ni en buss?\n\n☐ Ja\n☐ Nej', []],
  [
    'a row that lost its beginning',
    '1. Har ni böcker i...\n\nJa Nej\n...skolan? ☒ ☐\n...parken? ☒ ☐\nhuset? ☐ ☒',
    ['rowLabelDamaged 8'],
  ],
  ['a bracket that is not closed', `1. Har ni en buss (till exempel en röd?\n\n${yes}`, ['bracketUnclosed 3']],
  [
    'a reference to a question that is not there',
    `1. Har ni en buss?\n\n${yes}\n\nDen beskrivs i korthet här (se fråga 9).`,
    ['referenceElsewhere 3'],
  ],
  [
    'a reference past what it speaks of',
    `1. Beskriv läsbussens tidtabell, chaufförer och bokhyllor?\n\nLäsbussen har tidtabell, chaufförer och bokhyllor med målade dörrar.\n\n2. Har ni en båt?\n\n${yes}\n\n3. Har ni en plan?\n\n${yes}\n\nLäsbussens tidtabell, chaufförer, bokhyllor och målade dörrar (se fråga 2).`,
    ['referenceElsewhere 12'],
  ],
  [
    'a reference to what it speaks of',
    `1. Beskriv läsbussens tidtabell, chaufförer och bokhyllor?\n\nLäsbussen har tidtabell, chaufförer och bokhyllor med målade dörrar.\n\n2. Har ni en plan?\n\n${yes}\n\nLäsbussens tidtabell, chaufförer, bokhyllor och målade dörrar (se fråga 1).`,
    [],
  ],
  [
    'one value with two denominators',
    '1. Beskriv målet?\n\nRiktvärdet är 900 invånare per bibliotek.\n\nVi når 900 låntagare per bibliotek.',
    ['denominatorsMixed 7'],
  ],
  [
    'one value with one denominator',
    '1. Beskriv målet?\n\nRiktvärdet är 900 invånare per bibliotek.\n\nVi når 900 invånare per bibliotek.',
    [],
  ],
  [
    'a round lower bound far below another count of the same',
    '1. Beskriv arbetet?\n\nBussen besökte över 100 elever.\n\n2. Hur många elever hade lånekort den 31 december 2025?\n\nAnge antalet: 52 300',
    ['unverifiedNumber 5'],
  ],
  ['a round lower bound of its own', '1. Beskriv arbetet?\n\nBussen besökte över 100 elever och 52 300 läsare.', []],
];
for (const [what, questions, told] of rows) test(what, () => assert.deepEqual(toldOf(form(questions)), told));
