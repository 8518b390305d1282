import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildHearing, buildMotion, buildOutcome } from '../../../test/support/build-proceedings.ts';
import { countQueries } from '../../../test/support/count-queries.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { problemKeys, runVerbs } from '../../../test/support/run-verbs.ts';
import type { Id } from '../../kernel/id.ts';
import { noteEvent } from '../attendance/index.ts';
import {
  changesMarker,
  changesSince,
  proceedingsOf,
  proceedingsOfMeeting,
  type SectionField,
  saveSectionText,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write } = runVerbs(t, 'meeting.conduct');
const save = (itemId: Id<'agendaItem'>, field: SectionField, body: string, expectedVersion: number) =>
  write((w) => saveSectionText(w, { itemId, field, body, expectedVersion }));

test('two people in two fields never meet, and in one field the second gets both texts', async () => {
  const { itemId } = await buildHearing(t);
  await Promise.all([save(itemId, 'summary', 'Kort', 0), save(itemId, 'deliberation', 'Långt', 0)]);
  await save(itemId, 'summary', 'Kortare', 1);
  await assert.rejects(save(itemId, 'summary', 'Min', 1), (error: { code?: string; details?: unknown }) => {
    assert.equal(error.code, 'record.changedMeanwhile');
    const { current, written } = error.details as { current: { body: string; version: number }; written: unknown };
    assert.deepEqual([current.body, current.version, written], ['Kortare', 2, { body: 'Min' }]);
    return true;
  });
  const { texts } = await read((r) => proceedingsOf(r, itemId));
  assert.deepEqual(
    texts.map((text) => [text.field, text.version, text.body, text.editedBy]),
    [
      ['summary', 2, 'Kortare', 'Provaren'],
      ['deliberation', 1, 'Långt', 'Provaren'],
    ],
  );
});

test('of many who begin the same field at once exactly one is saved, and none of the others is lost without a word', async () => {
  const { itemId } = await buildHearing(t);
  const answers = await Promise.allSettled(['a', 'b', 'c', 'd'].map((body) => save(itemId, 'background', body, 0)));
  assert.equal(answers.filter((one) => one.status === 'fulfilled').length, 1);
  for (const one of answers)
    if (one.status === 'rejected') assert.equal((one.reason as { code: string }).code, 'record.changedMeanwhile');
});

test('a text that is longer than any § is refused', async () => {
  const { itemId } = await buildHearing(t);
  await assert.rejects(save(itemId, 'summary', 'x'.repeat(200_001), 0), problemKeys('validation.tooLong'));
});

test('others are told what changed, in which item and field, by whom, and only what is new', async () => {
  const hearing = await buildHearing(t);
  const other = await buildHearing(t);
  const start = await read(changesMarker);
  const since = (marker: string) => read((r) => changesSince(r, hearing.meetingId, marker));
  assert.deepEqual((await since(start)).changes, []);
  await save(hearing.itemId, 'summary', 'Kort', 0);
  await save(other.itemId, 'summary', 'Annat', 0);
  await buildMotion(t, hearing, { kind: 'rejection' });
  const leaves = { kind: 'left', attendanceId: hearing.members[4]!, reason: 'leaves' } as const;
  await write((w) => noteEvent(w, { meetingId: hearing.meetingId, at: '13:20', event: leaves }));
  const { changes, marker, more } = await since(start);
  assert.deepEqual(
    changes.map((one) => [one.what, one.field, one.itemId, one.by]),
    [
      ['text', 'summary', hearing.itemId, 'Provaren'],
      ['motion', null, hearing.itemId, 'Driftansvarig'],
      ['course', null, null, 'Provaren'],
    ],
  );
  assert.equal(more, false);
  assert.deepEqual((await since(marker)).changes, []);
  assert.deepEqual((await since('nonsense')).changes, [], 'who hands in no marker begins now');
});

test('all of a meeting is read in as many queries as one item', async () => {
  const hearing = await buildHearing(t, { items: 6 });
  await buildMotion(t, hearing, { kind: 'approval' });
  await buildOutcome(t, hearing);
  const counter = countQueries(t.db);
  counter.start();
  await read((r) => proceedingsOf(r, hearing.itemId));
  const one = counter.asked().length;
  counter.start();
  const all = await read((r) => proceedingsOfMeeting(r, hearing.meetingId));
  assert.equal(all.size, 6);
  assert.ok(counter.asked().length <= one, `${counter.asked().length} for six items, ${one} for one`);
});
