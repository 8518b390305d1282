import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { agree } from '../support/attendance-model.ts';
import { meetingInMemory, meetingOnDatabase } from '../support/attendance-subjects.ts';
import { openTestDatabase } from '../support/database.ts';

const t = await openTestDatabase();
after(t.close);

test('two thousand meetings in which four people act in any order: presence, quorum and numbering agree with the model', async (context) => {
  const done = await agree(async () => meetingInMemory(), { runs: 2_000, commands: 80 });
  context.diagnostic(JSON.stringify(done));
  assert.ok(done.callUp > 2_000 && done.serve > 500 && done.declare > 500, 'the meetings are no empty ones');
});

test('forty of them through the verbs, on a database', async (context) => {
  const done = await agree(() => meetingOnDatabase(t), { runs: 40, commands: 60 });
  context.diagnostic(JSON.stringify(done));
  assert.ok(done.callUp > 40, 'the meetings are no empty ones');
});
