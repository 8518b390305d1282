import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inventedMinutes } from '../../../test/reading/invented-minutes.ts';
import { readingOf } from '../../../test/reading/reading-of.ts';
import { agreementImport } from '../agreements/index.ts';
import { commissionImport } from '../commissions/index.ts';
import { deliverableImport } from './index.ts';

const reading = (text: string) =>
  readingOf(text, { kind: 'minutes', body: 'Styrgruppen för kultur i norr', date: '2025-03-07' });
const minutes = (item: string) => reading(`1. Start\n\n2. Bussen\n\n${item}\n\n3. Slut`);

test('an agreement with its term and its notice', () => {
  const agreements = (text: string) =>
    agreementImport
      .recognise(minutes(text))
      .records.map(({ name, from, to, openEnded, noticeMonths, decided }) => [
        name,
        from,
        to,
        openEnded,
        noticeMonths,
        decided,
      ]);
  assert.deepEqual(
    agreementImport
      .recognise(reading(inventedMinutes))
      .records.map(({ name, from, to, noticeMonths }) => [name, from, to, noticeMonths]),
    [['Avtal om bokbuss', '2025-04-01', '2027-03-31', 3]],
  );
  assert.deepEqual(
    agreements(
      'Styrgruppen beslutade att avtal om bokbuss gäller från 2025-05-01 och tills vidare med uppsägningstid på 6 månader.',
    ),
    [['Avtal om bokbuss', '2025-05-01', undefined, true, 6, true]],
  );
  assert.deepEqual(
    agreements('Avtalet om bokbuss är bra. Överenskommelse om läsning diskuterades.'),
    [],
    'no term, no record',
  );
});

test('a commission: who, how much of a post, which payer, which year', () => {
  const [posts] = commissionImport.recognise(reading(inventedMinutes)).records;
  assert.deepEqual(
    [posts?.who, posts?.what, posts?.fte, posts?.shares?.length, posts?.from, posts?.to],
    ['projektgruppen', 'Fortsatt uppdrag läslust', 2, 2, '2025-01-01', '2025-12-31'],
  );
  const [money] = commissionImport.recognise(
    minutes(
      'Styrgruppen beslutade om tjänsteköp av Anna Ek med 40 procent under 2025. Det finansieras via läsmedel och motsvarar 200 000 kr för kommunerna och likaså för regionen.',
    ),
  ).records;
  assert.deepEqual(
    [money?.who, money?.fte, money?.fund, money?.amounts],
    [
      'Anna Ek',
      0.4,
      undefined,
      [
        { value: 200_000, currency: 'SEK', payer: 'kommunerna' },
        { value: 200_000, currency: 'SEK', payer: 'regionen' },
      ],
    ],
  );
  const [prolonged] = commissionImport.recognise(
    minutes(
      'Arbetet finansieras via läsmedel, vilket motsvarar 90 000 kr för kommunerna och 60 000 kr för Regionen.\n\nStyrgruppen beslutar att förlänga uppdraget till Anna Ek på 50 % under 2025.',
    ),
  ).records;
  assert.deepEqual(
    [prolonged?.who, prolonged?.fte, prolonged?.from, prolonged?.to, prolonged?.amounts],
    [
      'Anna Ek',
      0.5,
      '2025-01-01',
      '2025-12-31',
      [
        { value: 90_000, currency: 'SEK', payer: 'kommunerna' },
        { value: 60_000, currency: 'SEK', payer: 'regionen' },
      ],
    ],
  );
  assert.deepEqual(commissionImport.recognise(minutes('Huset kostade 3 mkr.')).records, [], 'a price is no commission');
});

test('deliveries that slipped, that are planned, and that a decision orders', () => {
  const [slipped, planned] = deliverableImport.recognise(reading(inventedMinutes)).records;
  assert.deepEqual([slipped?.what, slipped?.due, slipped?.movedTo], ['Rapporten', '2025-01-31', '2025-04']);
  assert.deepEqual([planned?.what, planned?.due, planned?.project], ['Slutrapport', '2025-06', 'Gemensam katalog']);
  const [ordered] = deliverableImport.recognise(
    minutes('Styrgruppen beslutade att ge arbetsgruppen i uppdrag att återkomma med en ny plan.'),
  ).records;
  assert.deepEqual([ordered?.who, ordered?.what, ordered?.due], ['arbetsgruppen', 'en ny plan', undefined]);
});
