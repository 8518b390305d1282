import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { arbitraryAnswers } from '../../../test/support/arbitrary-answers.ts';
import { arbitraryForm } from '../../../test/support/arbitrary-form.ts';
import { everyKindAnswered, printedReturn, readBack, toldOf } from '../../../test/support/printed-return.ts';
import { closePdfPool } from '../../documents/out/index.ts';
import { questionsOf, shippedForms } from '../forms/index.ts';

after(closePdfPool);

const { structure } = shippedForms.find(({ year }) => year === 2024)!;
const answers = everyKindAnswered(structure);

for (const format of ['docx', 'pdf'] as const)
  test(`the shipped form, answered, printed as ${format.toUpperCase()} and read as any paper is, gives its answers back`, async () => {
    const back = await readBack(structure, await printedReturn(structure, answers, format), format);
    assert.equal(back.kind, 'nationalReturn');
    assert.deepEqual(back.toAsk, []);
    assert.deepEqual(toldOf(structure, back.answers), toldOf(structure, answers));
  });

for (const format of ['docx', 'pdf'] as const)
  test(`what the answers rest on stands beside them in ${format.toUpperCase()} without being read as an answer`, async () => {
    const proofs = [
      { text: 'Regionstyrelsen, 2024-05-14, § 62', address: 'https://kansli.example/beslut/1' },
      { text: '2024:3 Ja till nära vård: 46,5 %', address: 'https://kansli.example/uppdrag/2' },
      { text: 'Svaret på fråga 14', address: null },
    ];
    const evidence = Object.fromEntries(
      questionsOf(structure).map(({ code }, index) => [code, proofs.slice(index % 3, 1 + (index % 3) * 2)]),
    );
    const back = await readBack(structure, await printedReturn(structure, answers, format, evidence), format);
    assert.deepEqual(back.toAsk, []);
    assert.deepEqual(toldOf(structure, back.answers), toldOf(structure, answers));
  });

test('a question that is not answered comes back as not answered, and nothing is guessed', async () => {
  const back = await readBack(structure, await printedReturn(structure, {}, 'docx'), 'docx');
  assert.deepEqual(toldOf(structure, back.answers), toldOf(structure, {}));
  assert.ok(toldOf(structure, {}).length > 30);
  assert.ok(toldOf(structure, {}).every(({ answered }) => !answered));
});

test('a changed tick is seen: the comparison can fail', () => {
  const [first] = questionsOf(structure).filter(({ answer }) => answer.kind === 'yesNo');
  const changed = {
    ...answers,
    [first!.code]: { value: { kind: 'choice', option: 'no', specify: null }, comment: null },
  } as const;
  assert.notDeepEqual(toldOf(structure, changed), toldOf(structure, answers));
});

test('random forms with random answers come back from DOCX as they were', async () => {
  const drawn = arbitraryForm().chain((structure) => fc.tuple(fc.constant(structure), arbitraryAnswers(structure)));
  await fc.assert(
    fc.asyncProperty(drawn, async ([structure, given]) => {
      const back = await readBack(structure, await printedReturn(structure, given, 'docx'), 'docx');
      assert.deepEqual(toldOf(structure, back.answers), toldOf(structure, given));
    }),
    { numRuns: 30 },
  );
});
