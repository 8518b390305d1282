import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resultOf } from '../../../test/reading/reading-of.ts';

const partsOf = (text: string) => {
  const { document } = resultOf(text);
  return (document.parts ?? [document]).map((part) => part.kind).join(' ');
};
const memo = (number: string) =>
  `Tjänsteställe, handläggare\nStaben\n\nSammanträdesdatum\n2024-02-06\n\nFöredragningsPM\nDnr: ${number}\n\nOrgan\nKulturnämnden\n\nEn lång rubrik för ärendet\n\nText.\n\n`;

const rows: readonly (readonly [string, string, string])[] = [
  ['a notice', 'Sammanträde med:\n\nKulturnämnden\n\nSammanträdesdatum: 2024-02-06', 'notice'],
  ['a report-back', '# Återrapportering till kulturnämnden\n\nBeredning för scenkonst 2024', 'reportBack'],
  ['minutes', '# Sammanträdesprotokoll 2024-02-06\n\nText', 'minutes'],
  ['an interim report', 'Delårsrapport 2024\n\nText', 'interimReport'],
  [
    'an activity plan with cover and title page',
    'Aktivitetsplan 2024\n\nUTKAST\n\nAktivitetsplan 2024\n\nText',
    'activityPlan',
  ],
  ['two plans', 'Aktivitetsplan 2024\n\nText\n\nUtkast till aktivitetsplan 2025\n\nText', 'activityPlan activityPlan'],
  ['a memo whose header comes back', `${memo('24XX100')}${memo('24XX100')}`, 'memo'],
  ['two memos', `${memo('24XX100')}${memo('24XX200')}`, 'memo memo'],
  [
    'a letter with input',
    'Tjänsteställe, handläggare\nStaben\n\nDatum\n2024-02-06\n\nBeteckning\n24XX100\n\nInspel från beredning för scenkonst till plan\n\nText',
    'budgetInput',
  ],
  [
    'goals and their slides',
    'Målbild för kultur 2030\n\nInnehåll\n\nMålbild för kultur 2030\t2\n\nMålbild för kultur 2030\n\nText\n\nMålbild för kultur 2030\n\nBild',
    'goalDocument goalDocument',
  ],
  [
    'a return whose title is torn in two headings',
    '# Region Mittlands redovisning av arbetet\n\n## inom ramen för Läsande län 2025\n\nText',
    'nationalReturn',
  ],
  ['what no sign knows', 'Hej\n\nText', 'other'],
  ['nothing', '', 'other'],
];
for (const [what, text, kinds] of rows) test(`${what}: ${kinds}`, () => assert.equal(partsOf(text), kinds));

test('an attachment behind a divider page is a part of its own, also when no sign knows it', () => {
  const text =
    'Sammanträde med:\n\nKulturnämnden\n\nSammanträdesdatum: 2024-02-06\n\n1. En lång rubrik\n\nText\n\n1\n\nEn lång rubrik\n\nBilagan börjar här.';
  assert.equal(partsOf(text), 'notice other');
});

test('body, day and registration number come from the head of each part', () => {
  const [first] = resultOf(`${memo('24XX100')}${memo('24XX200')}`).document.parts ?? [];
  assert.deepEqual([first?.body, first?.date, first?.diaryNumber], ['Kulturnämnden', '2024-02-06', '24XX100']);
});
