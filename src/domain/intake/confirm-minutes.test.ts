import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inventedMinutes } from '../../../test/reading/invented-minutes.ts';
import { buildIntakeFile } from '../../../test/support/build-intake.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { authorize, operatorOf } from '../access/index.ts';
import { listDecisions } from '../decisions/index.ts';
import { confirmAll } from './confirm-all.ts';
import { listProposals } from './intake-reader.ts';

let t: TestDatabase;
before(async () => {
  t = await openTestDatabase();
});
after(() => t.close());

test('the minutes of a joint group stand on record when all that was read is confirmed', async () => {
  const minutes = inventedMinutes.replace(
    'beslutade enligt förslaget.',
    'beslutade enligt förslaget. Styrgruppen beslutade att tacka Bo.',
  );
  const { fileId } = await buildIntakeFile(t, minutes);
  const { open } = await confirmAll(t.db, authorize(operatorOf(t.tenantId), 'intake.confirm'), { fileId });
  const reading = authorize(operatorOf(t.tenantId), 'record.read');
  assert.deepEqual(
    open.filter(({ proposal }) => proposal.type === 'decision').map(({ questions }) => questions),
    [],
  );
  const { left, decisions } = await t.db.read(reading, async (r) => ({
    left: (await listProposals(r, fileId)).filter((one) => one.state === 'open' && one.type !== 'bodyAlias'),
    decisions: (await listDecisions(r, {})).decisions,
  }));
  assert.deepEqual(
    left.map((one) => [one.type, one.fields]),
    [],
  );
  assert.deepEqual(
    decisions.map(({ title, clauses, state }) => [title, clauses.length, state]).sort(),
    [
      ['Bokbussen', 1, 'made'],
      ['Bokbussen', 1, 'made'],
      ['Dagordningen godkändes', 0, 'made'],
      ['Fortsatt uppdrag läslust', 1, 'made'],
      ['Minnesanteckningarna från förra mötet lades till handlingarna', 0, 'made'],
    ],
    'two decisions in one item are two, and a sentence without clauses is its own title',
  );
});
