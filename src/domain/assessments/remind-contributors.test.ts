import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildAssignment } from '../../../test/support/build-assignments.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import type { Writer } from '../../storage/database.ts';
import { type Action, authorize, createAccount, grantRole, operatorOf } from '../access/index.ts';
import {
  askPerformers,
  contributionsOf,
  makePeriod,
  markReadyContribution,
  remindContributors,
  writeAssessment,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const write = <T, A extends Action>(action: A, run: (w: Writer<A>) => Promise<T>): Promise<T> =>
  t.db.transact(authorize(operatorOf(t.tenantId), action), { verb: 'prov' }, run as (w: Writer) => Promise<T>);
const read = <T>(run: Parameters<typeof t.db.read<T, 'record.read'>>[1]) =>
  t.db.read(authorize(operatorOf(t.tenantId), 'record.read'), run);
const year = 2030;

test('reminders: one letter an account whatever waits, to the body’s own people, once a day, never for what is ready', async () => {
  const bodies = [await buildBody(t), await buildBody(t), await buildBody(t)] as const;
  const [first, second, nobody] = bodies;
  for (const bodyId of bodies) await buildAssignment(t, { year, parties: [{ bodyId, role: 'performer' }] });
  await buildAssignment(t, { year, parties: [{ bodyId: first, role: 'performer' }] });
  const done = await buildAssignment(t, { year, parties: [{ bodyId: first, role: 'performer' }] });
  const account = async (login: string, bodyId: string) =>
    await write('account.administer', async (w) => {
      const accountId = await createAccount(w, {
        login,
        name: login,
        password: 'lång-nog-fras-1',
        email: `${login}@exempel.se`,
      });
      await grantRole(w, { accountId, role: 'caseOfficer', bodyId, validFrom: '2020-01-01' });
    });
  await account('en', first);
  await account('tva', second);
  const endsOn = `${year}-12-31`;
  const periodId = await write('period.edit', (w) =>
    makePeriod(w, { year, kind: 'annual', endsOn, contributionsDueOn: `${year + 1}-01-10` }),
  );
  await write('period.edit', (w) => askPerformers(w, { periodId }));
  await write('assessment.write', (w) =>
    writeAssessment(w, { assignmentId: done, periodId, bodyId: first, text: 'Klart.' }),
  );
  const ofDone = (await read((r) => contributionsOf(r, { periodId, assignmentIds: [done] })))[0]!;
  await write('assessment.write', (w) =>
    markReadyContribution(w, { contributionId: ofDone.id, expectedVersion: ofDone.version }),
  );
  const remindOn = async (day: string) => {
    t.clock.set(`${day}T02:15:00Z`);
    const { letters, contributions, unreachable } = await write('period.edit', (w) => remindContributors(w));
    return [letters, contributions, unreachable];
  };
  assert.deepEqual(await remindOn(`${year + 1}-01-02`), [0, 0, 0], 'no day of reminders');
  assert.deepEqual(await remindOn(`${year + 1}-01-03`), [2, 3, 1], 'a week before; one body has nobody to write to');
  assert.deepEqual(await remindOn(`${year + 1}-01-03`), [0, 0, 1], 'not twice a day');
  assert.deepEqual(await remindOn(`${year + 1}-01-11`), [2, 3, 1], 'the day after');
  const all = await read((r) => contributionsOf(r, { periodId }));
  assert.deepEqual(
    all
      .map((one) => [one.body.id === nobody || one.assignment.id === done ? 0 : 2, one.reminders])
      .filter(([a, b]) => a !== b),
    [],
  );
  const letters = await read((r) =>
    r.db
      .selectFrom('outbox')
      .select('payload')
      .where('tenant_id', '=', r.tenantId)
      .where('topic', '=', 'letter')
      .execute(),
  );
  const texts = letters.map(({ payload }) => JSON.stringify(payload));
  assert.ok(texts.some((text) => text.includes('2 lägesbilder väntar på dig') && text.includes('en@exempel.se')));
  assert.ok(!texts.some((text) => text.includes(ofDone.id)), 'what is ready is not reminded of');
  assert.ok(texts.some((text) => text.includes('skulle ha varit klar')));
});
