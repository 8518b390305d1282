import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resultOf, toldOf } from '../../../../../test/reading/reading-of.ts';

// Each row: a small invented document, and what a person is told about it. The rows without problems matter as much as the others.
const notice = 'Sammanträde med:\n\nBeredning för scenkonst\n\nSammanträdesdatum: 2024-11-26\n\n';
const plan = (year: number, rows: string) => `Aktivitetsplan ${year}\n\nBeredning för scenkonst\n\n${rows}`;
const report = '# Återrapportering till kulturnämnden\n\nBeredning för scenkonst 2024\n\n';

const rows: readonly (readonly [string, string, readonly string[]])[] = [
  ['a weekday that the calendar contradicts', plan(2021, 'Tisdag 25 november\tRapport\tEken'), ['weekdayDiffers 5']],
  ['a weekday that is right', plan(2020, 'Tisdag 24 november\tRapport\tEken'), []],
  [
    'last year’s words in a copied plan',
    plan(2021, 'Torsdag 16 september\tSammanträdesdatum 2021\tEken'),
    ['copiedForward 5'],
  ],
  ['dates for the coming year', plan(2021, 'Torsdag 16 september\tSammanträdesdatum 2022\tEken'), []],
  [
    'a room with two addresses',
    plan(2024, 'Tisdag 26 november\tA\tEken, Storgatan 2\nTorsdag 5 december\tB\tEken, Storg. 1'),
    ['roomAddressDiffers 6'],
  ],
  [
    'two rooms at one address',
    plan(2024, 'Tisdag 26 november\tA\tEken, Storgatan 2\nTorsdag 5 december\tB\tAlen, Storgatan 2'),
    [],
  ],
  [
    'a meeting in another room than planned',
    `${notice}Plats: Alen, Storgatan 2\n\n${plan(2024, 'Tisdag 26 november\tA\tEken, Storgatan 2')}`,
    ['placeConflict 1'],
  ],
  ['two dates on one plan', plan(2024, 'Uppdaterad 2024-10-23\n\n2024-10-07'), ['versionDatesDiffer 7']],
  ['a draft of a plan that is running', plan(2024, 'Uppdaterad 2024-10-23\n\nUTKAST'), ['draftState 7']],
  ['a last row that is no total', 'Tabell\n\nA\t1 000\nB\t2 000\nC\t3 000\nD\t4 000', []],
  ['a total next to its sum', 'Tabell\n\nA\t1 000\nB\t2 000\nC\t3 000\nAlla\t6 001', ['sumDiffers 6']],
  ['a total that is the sum', 'Tabell\n\nA\t1 000\nB\t-2 000\nC\t3 000\nAlla\t2 000', []],
  ['a number that comes twice in a sentence', 'Viktigt är: 1. Mod; 2. Tid; och 2. Ro.', ['numberRepeated 1']],
  ['a number that comes twice in a list', 'Lista:\n1. ett\n1. två', ['numberRepeated 3']],
  [
    'two ways of writing times',
    `${notice}09:00-09:30 Öppnas\n\n09:30-10:00 Läget\n\n10.00-10.30 Slut`,
    ['timeStyleMixed 11'],
  ],
  [
    'nearly the same name',
    'Text om Beredning för scen och dans.\n\nBeredning för scen och dans är en.\n\nBeredning för scen samt dans beslutar.',
    ['bodyAlias 5'],
  ],
  [
    'different committees',
    'Text om Beredning för scenkonst.\n\nBeredning för idrott beslutar.\n\nKulturnämnden och Kulturförvaltningen.',
    [],
  ],
  [
    'a committee that answers for another',
    `${report}Kulturnämndens beredning för teater får i uppdrag:\n\nNr 1. Att a.\n\nSvar: Ja.\n\nUr delårsrapport: Går.`,
    ['bodyAlias 7'],
  ],
  ['an answer without quotation', `${report}Nr 1. Att a.\n\nSvar: Ja.`, ['quotationMissing 5']],
  ['an entry without answer', `${report}Nr 1. Att a.\n\nUr delårsrapport: Går.`, ['answerMissing 5']],
  [
    'an answer in bold about a coming meeting',
    `${report}Nr 1. Att a.\n\nSvar: **Den 7 december planeras för föredragning.**\n\nUr delårsrapport: Går.`,
    ['answerInBold 7', 'futureMeeting 7'],
  ],
  [
    'a denial by another form of the verb, which the rule does not see',
    `${report}Nr 1. Att följa den 2022 antagna planen.\n\nSvar: Ja.\n\nUr delårsrapport: Planen antogs inte under 2022.`,
    [],
  ],
  [
    'a claim that the quotation denies with the same verb',
    `${report}Nr 1. Att följa den 2022 upprättade planen.\n\nSvar: Ja.\n\nUr delårsrapport: Planen upprättades inte under 2022.`,
    ['claimContradicted 9'],
  ],
  [
    'labels in two forms',
    `${report}Nr 1. Att a.\n\nSvar: Ja.\n\nUr delårsrapport: Går.\n\nNr 2. Att b.\n\nSvar: Ja.\n\nUr delårsrapporten: Går.`,
    ['labelVariants 15'],
  ],
  [
    'a column that was cut',
    'Mål om läget och framtiden.\n\nA\tmål om läget och framt\tx\nB\tmål om läget och framt\ty',
    ['columnCutOff 3'],
  ],
];
for (const [what, text, told] of rows) test(what, () => assert.deepEqual(toldOf(text), told));

test('a proposal that the memo words otherwise is told, and both passages are kept', () => {
  const proposal = (clauses: string) => `Förslag till beslut\n\nBeredning för scenkonst beslutar\n\n${clauses}\n\n`;
  const memo =
    'Tjänsteställe, handläggare\nStaben\n\nSammanträdesdatum\n2024-11-26\n\nFöredragningsPM\nDnr: 24XX100\n\nEn lång rubrik för ärendet\n\n';
  const text = `${notice}1. Rapport\n\nDiarienummer: 24XX100\n\n${proposal('att godkänna rapporten, samt\n\natt paragrafen justeras.')}${memo}${proposal('att godkänna rapporten.')}`;
  const { records, problems } = resultOf(text);
  assert.deepEqual(
    problems.map((problem) => problem.code),
    ['proposalDrift'],
  );
  const decisions = records.filter((record) => record.type === 'decision');
  assert.equal(decisions.length, 1);
  assert.equal(decisions[0]?.alsoAt?.length, 1);
});

test('words that are meant as a date and name no day are told', () => {
  assert.ok(toldOf('Protokoll\n\nPlanen antogs 2019-0619 och gäller till 31 april 2020.').includes('dateUnreadable 3'));
});
