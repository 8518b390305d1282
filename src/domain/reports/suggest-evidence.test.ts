import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { SourceNoun } from './answer-facts.ts';
import { bodyFinder, mentionsIn } from './claim-mentions.ts';
import { type SuggestableRecord, suggestEvidence } from './suggest-evidence.ts';

const bodies = [
  { id: 'nämnden', name: 'Vårdnämnden', shortName: 'VN', aliases: [] },
  { id: 'beredningen', name: 'Beredning för lokal vård', shortName: null, aliases: [] },
];
const scene = {
  findBodies: bodyFinder(bodies),
  own: { id: 'beredningen', kind: 'draftingCommittee' as const },
  year: 2026,
};
const record = (
  noun: SourceNoun,
  id: string,
  title: string,
  own: Partial<SuggestableRecord> = {},
  source: Partial<SuggestableRecord['source']> = {},
): SuggestableRecord => ({
  source: {
    noun,
    id,
    meetingId: null,
    date: null,
    precision: 'day',
    bodyName: 'Organet',
    itemNumber: null,
    title,
    meetingKind: null,
    ...source,
  },
  when: null,
  bodyIds: ['beredningen'],
  ...own,
});
const march = { when: '2026-03-14' };
const suggest = (text: string, records: readonly SuggestableRecord[]) =>
  suggestEvidence(text, mentionsIn(text, scene), records).map(
    ({ source, reason, strength }) => `${source.id} ${reason} ${strength}`,
  );

const item = record('agendaItem', 'punkten', 'Information om mobila team', march);
const rows: readonly (readonly [string, string, readonly SuggestableRecord[], readonly string[]])[] = [
  ['the one item of the day is sure', 'Beredningen informerades den 14 mars.', [item], ['punkten sameDayAndBody sure']],
  [
    'of two items the one that the sentence speaks of',
    'Information om mobila team gavs vid sammanträdet den 14 mars.',
    [item, record('agendaItem', 'andra', 'Information om budgeten', march)],
    ['punkten sameDayAndBody sure'],
  ],
  [
    'of two that nothing tells apart both, and neither is sure',
    'Beredningen informerades den 14 mars.',
    [record('agendaItem', 'a', 'Frågor', march), record('agendaItem', 'b', 'Frågor', march)],
    ['a sameDayAndBody likely', 'b sameDayAndBody likely'],
  ],
  ['another body’s day is not the named body’s', 'VN informerades den 14 mars.', [item], []],
  [
    'the day alone is likely where no body is named',
    'Läget redovisades den 14 mars.',
    [record('agendaItem', 'annan', 'Läget', { ...march, bodyIds: ['nämnden'] })],
    ['annan sameDay likely'],
  ],
  [
    'a decision where the sentence speaks of one',
    'Planen beslutades av vårdnämnden den 14 mars.',
    [
      record('decision', 'beslutet', 'Planen', { ...march, bodyIds: ['nämnden'] }),
      record('agendaItem', 'p', 'Planen', { ...march, bodyIds: ['nämnden'] }),
    ],
    ['beslutet sameDayAndBody sure'],
  ],
  [
    'a meeting without items stands for itself',
    'Beredningen möttes vid sitt sammanträde den 14 mars.',
    [record('meeting', 'mötet', '', march)],
    ['mötet sameDayAndBody sure'],
  ],
  [
    'the number of a named series is sure, of another likely',
    'Antalet digitala besök var 47 254.',
    [
      record('indicatorValue', 'annat', 'x', { value: { number: 47_254, unit: 'count', name: 'listade personer' } }),
      record('indicatorValue', 'värdet', 'x', { value: { number: 47_254, unit: 'count', name: 'digitala besök' } }),
    ],
    ['värdet inSeries sure', 'annat inSeries likely'],
  ],
  [
    'a percentage is no count',
    'Ökningen var 138 %.',
    [record('indicatorValue', 'v', 'x', { value: { number: 138, unit: 'count', name: 'ökningen' } })],
    [],
  ],
  [
    'the matter’s number',
    'Ärende 26PR1234 bereddes.',
    [record('agendaItem', 'ärendet', 'X', { registrationNumber: '26PR1234' })],
    ['ärendet sameMatter sure'],
  ],
  [
    'the paragraph of the named body',
    'Se VN § 45.',
    [
      record('agendaItem', 'p45', 'X', { section: 45, bodyIds: ['nämnden'] }),
      record('agendaItem', 'egen', 'X', { section: 45 }),
    ],
    ['p45 sameSection sure'],
  ],
  [
    'the same words in a situation',
    'Uppdraget har startat och går enligt plan.',
    [
      record(
        'assessment',
        'läget',
        'Delår',
        {},
        { words: 'Läget: uppdraget har startat och går enligt plan. Mer text.' },
      ),
    ],
    ['läget sameWords sure'],
  ],
  ['a sentence that names nothing', 'Patienterna är nöjda.', [item], []],
];
for (const [name, text, records, expected] of rows)
  test(name, () => assert.deepEqual(suggest(text, records), expected));

test('nothing is suggested from a secret matter; the same records without the mark are (control)', () => {
  const text = 'Beredningen informerades den 14 mars om ärende 26PR1234.';
  const records = [record('agendaItem', 'punkten', 'Information', { ...march, registrationNumber: '26PR1234' })];
  assert.equal(suggest(text, records).length, 1);
  const secret = records.map((one) => ({ ...one, source: { ...one.source, secret: true } }));
  assert.deepEqual(suggest(text, secret), []);
});

const anyRecord = fc.record({
  noun: fc.constantFrom<SourceNoun>(
    'agendaItem',
    'decision',
    'meeting',
    'indicatorValue',
    'assessment',
    'sourcePassage',
  ),
  id: fc.constantFrom('1', '2', '3', '4', '5', '6'),
  title: fc.constantFrom('Information om mobila team', 'Budget', ''),
  when: fc.constantFrom('2026-03-14', '2026-03', null),
  body: fc.constantFrom('nämnden', 'beredningen'),
  secret: fc.boolean(),
  number: fc.constantFrom(47_254, 138),
});
const anySentence = fc
  .array(
    fc.constantFrom(
      'Beredningen',
      'VN',
      'informerades',
      'beslutade',
      'den 14 mars',
      'om mobila team',
      '47 254',
      '138 %',
      '§ 4',
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((words) => `${words.join(' ')}.`);
test('property: each record is suggested at most once, never when secret, the sure ones first, and in whatever order they are known', () => {
  fc.assert(
    fc.property(anySentence, fc.uniqueArray(anyRecord, { maxLength: 6, selector: (one) => one.id }), (text, seeds) => {
      const records = seeds.map(({ noun, id, title, when, body, secret, number }) =>
        record(
          noun,
          id,
          title,
          { when, bodyIds: [body], value: { number, unit: 'count', name: title } },
          secret ? { secret } : {},
        ),
      );
      const found = suggest(text, records);
      const ids = found.map((one) => one.split(' ')[0]!);
      assert.equal(new Set(ids).size, ids.length);
      assert.ok(ids.every((id) => !seeds.find((one) => one.id === id)?.secret));
      assert.deepEqual(
        found
          .map((one) => one.endsWith('sure'))
          .toSorted()
          .toReversed(),
        found.map((one) => one.endsWith('sure')),
      );
      assert.deepEqual([...suggest(text, records.toReversed())].sort(), [...found].sort());
    }),
    { numRuns: 300 },
  );
});
