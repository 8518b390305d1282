import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import * as z from 'zod';
import {
  checkbox,
  choice,
  civilDateField,
  fileField,
  idField,
  manyOf,
  optionalText,
  text,
  wholeNumber,
} from '../input.ts';
import { nested, parse, typedValues } from './read-input.ts';

const keysOf = async (schema: z.ZodType, input: unknown): Promise<string[]> =>
  (await parse(schema, input)).problems.map(({ path, key }) => `${path}:${key}`);

suite('fields of a form', () => {
  test('dotted names are lists and objects, in the order of their numbers', () => {
    const entries: [string, string][] = [
      ['clauses.10.text', 'c'],
      ['clauses.0.text', 'a'],
      ['clauses.2.text', 'b'],
      ['title', 't'],
      ['box', '1'],
      ['box', '2'],
    ];
    assert.deepEqual(JSON.parse(JSON.stringify(nested(entries))), {
      clauses: [{ text: 'a' }, { text: 'b' }, { text: 'c' }],
      title: 't',
      box: ['1', '2'],
    });
  });

  test('control characters and halves of characters are left out; what people write stays', () => {
    const { text } = nested([['text', 'a\u0000b\u0007c\u001b[0m\u007f \ud800 å\r\n\t\u202e😀']]);
    assert.equal(text, 'abc[0m \ufffd å\r\n\t\u202e😀');
  });

  test('no name reaches a prototype', () => {
    for (const name of ['__proto__.polluted', 'constructor.prototype.polluted', 'a.__proto__.polluted'])
      nested([[name, 'yes']]);
    assert.equal(({} as { polluted?: string }).polluted, undefined);
  });

  test('whatever names and values come, reading never throws', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string(), fc.string())),
        (entries) => void [nested(entries), typedValues(entries)],
      ),
    );
  });

  test('what was typed is kept as it was typed, files left out', () => {
    assert.deepEqual(
      {
        ...typedValues([
          ['a', ' x '],
          ['b', '1'],
          ['b', '2'],
          ['f', new File(['x'], 'x.pdf')],
        ]),
      },
      { a: ' x ', b: ['1', '2'] },
    );
  });
});

suite('problems have our own sentences', () => {
  const schema = z.object({
    name: text({ maximum: 5 }),
    due: civilDateField(),
    year: wholeNumber({ minimum: 2000, maximum: 2100 }),
    kind: choice(['a', 'b']),
    boxes: manyOf(choice(['x', 'y']), { minimum: 1 }),
  });

  test('empty, too long, impossible, outside, unknown', async () => {
    assert.deepEqual(await keysOf(schema, {}), [
      'name:validation.required',
      'due:validation.required',
      'year:validation.required',
      'kind:validation.choose',
      'boxes:validation.tooFew',
    ]);
    assert.deepEqual(
      await keysOf(schema, { name: 'sextecken', due: '2026-02-30', year: '1999', kind: 'c', boxes: ['z'] }),
      [
        'name:validation.tooLong',
        'due:validation.date',
        'year:validation.tooSmall',
        'kind:validation.choose',
        'boxes.0:validation.choose',
      ],
    );
    assert.deepEqual(await keysOf(schema, { name: ' ', due: 'i morgon', year: '20,5', kind: '', boxes: 'x' }), [
      'name:validation.required',
      'due:validation.date',
      'year:validation.number',
      'kind:validation.choose',
    ]);
  });

  test('control: what fits has none, and is cleaned', async () => {
    const { value, problems } = await parse(schema, {
      name: ' A\u030a\r\nb ',
      due: '2026-02-28',
      year: '2026',
      kind: 'b',
      boxes: 'x',
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(value, { name: 'Å\nb', due: '2026-02-28', year: 2026, kind: 'b', boxes: ['x'] });
  });

  test('boxes, optional texts, ids and files', async () => {
    const other = z.object({ ticked: checkbox(), note: optionalText(), id: idField(), paper: fileField() });
    assert.deepEqual(await keysOf(other, { id: 'x', paper: new File([], '') }), [
      'id:validation.id',
      'paper:validation.file',
    ]);
    const { value } = await parse(other, {
      ticked: 'on',
      note: '',
      id: '00000000-0000-4000-8000-000000000001',
      paper: new File(['x'], 'a.pdf'),
    });
    assert.equal((value as { ticked: boolean }).ticked, true);
    assert.equal((value as { note?: string }).note, undefined);
  });
});
