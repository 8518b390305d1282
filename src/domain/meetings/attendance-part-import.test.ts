import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AttendancePart, attendancePartIn } from './attendance-part-import.ts';

const cases: readonly (readonly [text: string, part: AttendancePart, rest: string])[] = [
  [', §§ 5–11', { part: '§§ 5–11', paragraphs: [{ from: 5, to: 11 }] }, ''],
  [
    ' kl. 14.10-17.00 §§ 5-11',
    { part: 'kl. 14.10-17.00, §§ 5-11', paragraphs: [{ from: 5, to: 11 }], from: '14:10', to: '17:00' },
    '',
  ],
  [', till kl. 16.05', { part: 'till kl. 16.05', to: '16:05' }, ''],
  [', från kl 13', { part: 'från kl 13', from: '13:00' }, ''],
  [', fr.o.m. § 8', { part: 'fr.o.m. § 8', paragraphs: [{ from: 8 }] }, ''],
  [' t.o.m. § 7', { part: 't.o.m. § 7', paragraphs: [{ to: 7 }] }, ''],
  [
    ', §§ 1-4, 7 och 9-10, kl 9.00–10.15',
    {
      part: '§§ 1-4, 7 och 9-10, kl 9.00–10.15',
      paragraphs: [
        { from: 1, to: 4 },
        { from: 7, to: 7 },
        { from: 9, to: 10 },
      ],
      from: '09:00',
      to: '10:15',
    },
    '',
  ],
  [', förvaltningschef, § 2', { part: '§ 2', paragraphs: [{ from: 2, to: 2 }] }, ', förvaltningschef'],
  [' (delvis)', { part: '(delvis)' }, ''],
  [', ordförande', {}, ', ordförande'],
];

for (const [text, part, rest] of cases)
  test(`"${text.trim()}" tells a part of the meeting`, () => {
    assert.deepEqual(attendancePartIn(text), { part, rest });
  });
