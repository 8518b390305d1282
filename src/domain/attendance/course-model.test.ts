import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { agree } from '../../../test/support/attendance-model.ts';
import { type Fault, meetingInMemory, meetingOnDatabase } from '../../../test/support/attendance-subjects.ts';
import { openTestDatabase } from '../../../test/support/database.ts';

const t = await openTestDatabase();
after(t.close);

test('four people act on a meeting in any order, and the rules agree with a second telling of them', async () => {
  const done = await agree(async () => meetingInMemory(), { runs: 50, commands: 60 });
  for (const act of ['arrive', 'leave', 'serve', 'callUp', 'declare', 'end', 'adjourn'] as const)
    assert.ok((done[act] ?? 0) > 10, `hardly anybody could ${act}: the meetings are empty (${JSON.stringify(done)})`);
});

test('so do the verbs on a database', async () => {
  await agree(() => meetingOnDatabase(t), { runs: 3, commands: 25 });
});

for (const [fault, what] of [
  ['brokeOffForgotten', 'presence: who broke off serves again'],
  ['outsideServes', 'presence: the disqualified stay at the table'],
  ['vacantUncounted', 'quorum: a vacant seat is not counted'],
  ['numberTwice', 'numbering: an item called up again gets a second number'],
] as const satisfies readonly (readonly [Fault, string])[])
  test(`control: the model finds it when a rule is wrong (${what})`, async () => {
    await assert.rejects(
      agree(async () => meetingInMemory(fault), { runs: 200, commands: 60, seed: 7 }),
      /Property failed/,
    );
  });
