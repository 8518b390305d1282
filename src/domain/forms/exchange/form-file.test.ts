import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { arbitraryForm } from '../../../../test/support/arbitrary-form.ts';
import { csvText } from '../../../documents/out/index.ts';
import type { FormPurpose } from '../form.ts';
import type { FormStructure } from '../form-structure.ts';
import { shippedForms } from '../shipped/shipped-forms.ts';
import { formFileSchema, formFileText, readFormFile } from './form-file.ts';
import { formTable } from './form-table.ts';

const purpose: FormPurpose = 'nationalReport';
const jsonOf = (structure: FormStructure, year: number | null) =>
  formFileText({ form: { id: '' as never, version: 1, title: 'T', purpose, shippedAs: null }, year, structure });
const csvOf = (structure: FormStructure, year: number | null) => csvText(formTable(structure, { purpose, year }));

test('any form comes back equal from JSON and from the table, and its JSON fits the schema', () => {
  const fits = new Ajv2020({ strict: false }).compile(formFileSchema() as object);
  fc.assert(
    fc.property(arbitraryForm(), fc.constantFrom(null, 2024), (structure, year) => {
      const json = jsonOf(structure, year);
      assert.ok(fits(JSON.parse(json)), JSON.stringify(fits.errors));
      for (const text of [json, csvOf(structure, year)])
        assert.deepEqual(readFormFile(text), { file: { purpose, year, structure }, problems: [] });
    }),
    { numRuns: 150 },
  );
  assert.ok(!fits({ kansliForm: 2 }), 'the schema lets anything through');
});

test('the shipped forms come back equal too', () => {
  assert.ok(shippedForms.length >= 3);
  for (const { structure, year } of shippedForms)
    for (const text of [jsonOf(structure, year), csvOf(structure, year)])
      assert.deepEqual(readFormFile(text).file?.structure, structure);
});

test('a table survives a spreadsheet that parts cells with commas', () => {
  const { structure, year } = shippedForms[0]!;
  const commas = formTable(structure, { purpose, year })
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\n');
  assert.deepEqual(readFormFile(commas).file?.structure, structure);
});

test('a file that is no form is refused with its line or place', () => {
  const { structure } = shippedForms[0]!;
  const json = jsonOf(structure, 2024);
  const problems = (text: string) => readFormFile(text).problems.map(({ key, values }) => [key, values]);
  assert.deepEqual(problems('{\n  "kansliForm": 1,\n  oj\n}'), [['form.fileNotJson', { line: 3 }]]);
  assert.deepEqual(problems(json.replace('"required": false', '"required": "nej"')), [
    ['form.fileWrongPlace', { place: 'structure.parts.0.sections.0.questions.0.required' }],
  ]);
  assert.deepEqual(problems(json.replace('"year": 2024', '"year": 2024, "farg": "blå"')), [
    ['form.fileUnknownKey', { place: 'kansliForm' }],
  ]);
  assert.deepEqual(problems('namn;text\nx;y'), [
    [
      'form.tableHeads',
      { heads: csvOf(structure, null).split('\r\n')[0]!.slice(1).replaceAll(';', ', ').replace(', text', '') },
    ],
  ]);
  const table = formTable(structure, { purpose, year: 2024 });
  const at = table.findIndex(([slag]) => slag === 'fraga');
  const damaged = table.map((row, line) =>
    line === at ? row.map((cell) => (cell === 'yesNo' || cell === 'text' ? 'kryss' : cell)) : row,
  );
  assert.deepEqual(problems(csvText(damaged)), [['form.tableLine', { line: at + 1 }]]);
  assert.deepEqual(problems(csvText([...table, ['blandat', 'x']])), [['form.tableLine', { line: table.length + 1 }]]);
  assert.equal(readFormFile('').file, undefined);
});
