import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildAgendaItem, buildMeeting } from '../../../test/support/build-meetings.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { problemKeys, runVerbs } from '../../../test/support/run-verbs.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import {
  allocateSectionNumber,
  releaseSectionNumber,
  sectionNumbersOf,
  sectionSeries,
  startSections,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write } = runVerbs(t, 'meeting.conduct');

/** A verb of its own for each §, as a meeting's secretary would do it. */
const give = (bodyId: Id<'body'>, itemId: Id<'agendaItem'>, series = '2026') =>
  write(async (w) => {
    const number = await allocateSectionNumber(w, bodyId, series, itemId);
    await w.log({ noun: 'agendaItem', recordId: itemId });
    return number;
  });

async function itemsOf(bodyId: Id<'body'>, count: number): Promise<readonly Id<'agendaItem'>[]> {
  const meetingId = await buildMeeting(t, { bodyId });
  const ids: Id<'agendaItem'>[] = [];
  for (let index = 0; index < count; index += 1) ids.push(await buildAgendaItem(t, { meetingId }));
  return ids;
}

test('§§ run through the year without gaps, one for each item and body, and an item keeps the one it has', async () => {
  const [bodyId, other] = [await buildBody(t), await buildBody(t)];
  const items = await itemsOf(bodyId, 3);
  assert.deepEqual([await give(bodyId, items[0]!), await give(bodyId, items[1]!)], [1, 2]);
  assert.equal(await give(bodyId, items[0]!), 1);
  assert.equal(await give(other, items[0]!), 1, 'a joint meeting has a § in the minutes of each body');
  assert.equal(await give(bodyId, items[2]!, '2027'), 1, 'a new year begins anew');
  assert.deepEqual(
    (await read((r) => sectionNumbersOf(r, items.slice(0, 2))))
      .map((one) => [one.itemId, one.bodyId, one.number])
      .sort(),
    [
      [items[0], bodyId, 1],
      [items[1], bodyId, 2],
      [items[0], other, 1],
    ].sort(),
  );
});

test('the series is the year of the meeting, or the meeting itself where the body numbers anew', () => {
  assert.equal(sectionSeries('year', '2020-11-24', 'm'), '2020');
  assert.equal(sectionSeries('meeting', '2020-11-24', 'm'), 'm');
});

test('a verb that is undone leaves no gap', async () => {
  const bodyId = await buildBody(t);
  const items = await itemsOf(bodyId, 2);
  await assert.rejects(
    write(async (w) => {
      await allocateSectionNumber(w, bodyId, '2026', items[0]!);
      throw new Error('the light went out');
    }),
    /light/,
  );
  assert.equal(await give(bodyId, items[1]!), 1);
});

test('only the last § of a series can be given back', async () => {
  const bodyId = await buildBody(t);
  const items = await itemsOf(bodyId, 3);
  for (const itemId of items) await give(bodyId, itemId);
  const release = (itemId: Id<'agendaItem'>) =>
    write(async (w) => {
      await w.log({ noun: 'agendaItem', recordId: itemId });
      return await releaseSectionNumber(w, bodyId, itemId);
    });
  assert.equal(await release(items[1]!), false);
  assert.equal(await release(items[2]!), true);
  assert.equal(await release(items[2]!), true, 'there is nothing left to give back');
  assert.equal(await release(items[1]!), true);
  assert.equal(await give(bodyId, items[2]!), 2);
});

test('a body that begins in the middle of a year goes on after its last §, but not once it has begun', async () => {
  const bodyId = await buildBody(t);
  const [first] = await itemsOf(bodyId, 1);
  const start = (after: number) => write((w) => startSections(w, { bodyId, series: '2026', after }), 'meeting.edit');
  await assert.rejects(start(-1), problemKeys('intake.field.number'));
  await start(86);
  assert.equal(await give(bodyId, first!), 87);
  await assert.rejects(start(3), problemKeys('meeting.sectionsBegun'));
});

/** Twenty secretaries at once, each in a transaction of its own, call up an item of the same body. */
async function numbersAtOnce(
  allocate: (w: Writer<'meeting.conduct'>, bodyId: Id<'body'>, itemId: Id<'agendaItem'>) => Promise<number>,
): Promise<readonly (number | 'refused')[]> {
  const bodyId = await buildBody(t);
  const items = await itemsOf(bodyId, 20);
  const answers = await Promise.allSettled(
    items.map((itemId) =>
      write(async (w) => {
        await w.log({ noun: 'agendaItem', recordId: itemId });
        return await allocate(w, bodyId, itemId);
      }),
    ),
  );
  return answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : 'refused'));
}
const oneToTwenty = Array.from({ length: 20 }, (_, index) => index + 1);

test('twenty items at once get the numbers one to twenty', async () => {
  const numbers = await numbersAtOnce((w, bodyId, itemId) => allocateSectionNumber(w, bodyId, '2026', itemId));
  assert.deepEqual(
    [...numbers].sort((a, b) => Number(a) - Number(b)),
    oneToTwenty,
  );
});

test('control: without the lock the same twenty get in each other’s way', async () => {
  const numbers = await numbersAtOnce(async (w, bodyId, itemId) => {
    const row = await w.db
      .selectFrom('section_number')
      .select((eb) => eb.fn.max('number').as('last'))
      .where('tenant_id', '=', w.tenantId)
      .where('body_id', '=', bodyId)
      .executeTakeFirst();
    const number = (row?.last ?? 0) + 1;
    // The others look, too, before this one writes.
    await new Promise((done) => setTimeout(done, 20));
    await w.db
      .insertInto('section_number')
      .values({ tenant_id: w.tenantId, body_id: bodyId, series: '2026', number, agenda_item_id: itemId })
      .execute();
    return number;
  });
  assert.notDeepEqual(
    [...numbers].sort((a, b) => Number(a) - Number(b)),
    oneToTwenty,
  );
});
