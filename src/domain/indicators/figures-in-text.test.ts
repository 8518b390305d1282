import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figuresIn } from './figures-in-text.ts';

/** Each row: an invented sentence, and the figures in it. The rows without figures matter as much as the others. */
const rows: readonly (readonly [string, readonly object[]])[] = [
  [
    'Under 2025 lånades fler böcker (totalt 12 340 boklån +38% från 2024).',
    [{ name: 'boklån', value: 12_340, unit: 'antal', change: { percent: 38, from: '2024' }, asOf: '2025' }],
  ],
  [
    'Antalet nya låntagare på filialerna var 1 250 (-12% från föregående år).',
    [
      {
        name: 'nya låntagare på filialerna',
        value: 1250,
        unit: 'antal',
        change: { percent: -12, from: 'föregående år' },
      },
    ],
  ],
  [
    'Totalt antal besök (455st) ar en 6kning med 7% mot foregdende ar.',
    [{ name: 'besök', value: 455, unit: 'antal', change: { percent: 7, from: 'föregående år' } }],
  ],
  [
    'Antal platser i studierummet var i mars år 2025 18 stycken. Maxtaket är 40 platser.',
    [{ name: 'platser i studierummet', value: 18, unit: 'antal', of: 40, asOf: '2025-03' }],
  ],
  [
    'Kurserna gav en minskning av förseningar med 14% i snitt.',
    [{ name: 'förseningar', value: -14, unit: '%', change: { percent: -14 } }],
  ],
  [
    'Bussen besöker 9 av länets 14 kommuner.',
    [{ name: 'kommuner som bussen besöker', value: 9, of: 14, unit: 'antal' }],
  ],
  ['Varje cirkel har 6-9 deltagare.', [{ name: 'deltagare', value: 6, to: 9, unit: 'antal' }]],
  ['Läsarna har en medelålder på 52 år.', [{ name: 'medelålder', value: 52, unit: 'år' }]],
  [
    'Cirka 8\u00a0000 barn och éver 60 skolor deltog.',
    [
      { name: 'barn', value: 8000, unit: 'antal', qualifier: 'cirka' },
      { name: 'skolor', value: 60, unit: 'antal', qualifier: 'över' },
    ],
  ],
  [
    'Två heltidsanställda projektledare finns i fyra kommuner.',
    [
      { name: 'heltidsanställda projektledare', value: 2, unit: 'antal' },
      { name: 'kommuner', value: 4, unit: 'antal' },
    ],
  ],
  [
    'Under 2025 gjordes 4 300 besök på kvällstid, vilket är en ökning med 22 % från föregående år.',
    [
      {
        name: 'besök på kvällstid',
        value: 4300,
        unit: 'antal',
        change: { percent: 22, from: 'föregående år' },
        asOf: '2025',
      },
    ],
  ],
  [
    'Under 2025 har 112 elever fått stöd i hemmet.',
    [{ name: 'elever som har fått stöd i hemmet', value: 112, unit: 'antal', asOf: '2025' }],
  ],
  [
    'Läslotsarna ringer upp över 100 personer med stöd av listan.',
    [{ name: 'personer som läslotsarna ringer upp', value: 100, unit: 'antal', qualifier: 'över' }],
  ],
  [
    'Det finns omkring 800 barn mellan 6 och 9 år som läser.',
    [{ name: 'barn mellan 6 och 9 år', value: 800, unit: 'antal', qualifier: 'omkring' }],
  ],
  [
    'I läsklubben var det 38 elever med egen bok i december.',
    [{ name: 'elever med egen bok', value: 38, unit: 'antal' }],
  ],
  ['Det gäller personer över 65 år och barn 0-5 år den 31 december 2025.', []],
  ['Målet är 900 listade läsare per bibliotek.', []],
  ['Arbetet startade 2023 och under 2024 kommer fler filialer.', []],
  ['Svaret finns under fråga 12 inom sju dagar.', []],
  ['Två vårdcentraler ska läggas ned.', []],
];
for (const [text, figures] of rows)
  test(text, () => {
    const found = figuresIn(text).map(({ start: _s, end: _e, confidence: _c, rule: _r, ...fields }) => fields);
    assert.deepEqual(
      found,
      figures.map((figure) => ({ ...figure })),
    );
  });
