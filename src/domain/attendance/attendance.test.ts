import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildMeeting } from '../../../test/support/build-meetings.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { problemKeys, runVerbs } from '../../../test/support/run-verbs.ts';
import { createTenant } from '../../storage/tenant.ts';
import { listAttendance, recordAttendance } from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write, as } = runVerbs(t, 'meeting.edit');

test('attendance stands in the order of the minutes, the absent among the present', async () => {
  const meetingId = await buildMeeting(t, { bodyId: await buildBody(t) });
  await write((w) =>
    recordAttendance(w, { meetingId, name: ' Ada Berg ', party: 'S', role: 'ordförande', present: true }),
  );
  await write((w) => recordAttendance(w, { meetingId, name: 'Bo Ek', organisation: 'Granby', present: false }));
  const listed = await read((r) => listAttendance(r, meetingId));
  assert.deepEqual(
    listed.map(({ name, organisation, party, role, present }) => [name, organisation, party, role, present]),
    [
      ['Ada Berg', null, 'S', 'ordförande', true],
      ['Bo Ek', 'Granby', null, null, false],
    ],
  );
});

test('nobody is noted twice with the same organisation, nor without a name', async () => {
  const meetingId = await buildMeeting(t, { bodyId: await buildBody(t) });
  const note = (name: string, organisation?: string) =>
    write((w) => recordAttendance(w, { meetingId, name, organisation: organisation ?? null, present: true }));
  await note('Bo Ek', 'Granby');
  await note('Bo Ek', 'Sjöberga');
  await assert.rejects(note('Bo Ek', ' Granby '), problemKeys('meeting.attendanceTwice'));
  await assert.rejects(note(' '), problemKeys('validation.required'));
});

test('another body’s secretary is denied, and another authority sees nobody', async () => {
  const [ours, theirs] = [await buildBody(t), await buildBody(t)];
  const meetingId = await buildMeeting(t, { bodyId: theirs });
  const input = { meetingId, name: 'Cia Dal', present: true };
  await assert.rejects(
    as('committeeSecretary', ours, 'meeting.edit', (w) => recordAttendance(w, input)),
    { code: 'access.denied' },
  );
  await as('committeeSecretary', theirs, 'meeting.edit', (w) => recordAttendance(w, input));
  const other = await createTenant(t.db, { slug: 'annan', name: 'Annan region' });
  assert.deepEqual(await t.db.read(t.authIn(other, 'record.read'), (r) => listAttendance(r, meetingId)), []);
});
