import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildAgendaItem, buildMeeting } from '../../../test/support/build-meetings.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { addDays } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { type Action, authorize, operatorOf } from '../access/index.ts';
import { type BodyKind, setRegulation } from '../organisation/index.ts';
import {
  agendaChanges,
  changeAgendaItem,
  currentAgendaContent,
  freezeAgenda,
  getAgendaVersion,
  getMeeting,
  hashOfAgenda,
  listAgendaVersions,
  mayBeDecided,
  moveMeeting,
  noteRaisedItem,
  nothingChanged,
  raisedItemsOf,
  removeAgendaItem,
  renumberAgenda,
  requireAnnounced,
} from './index.ts';

let t: TestDatabase;
let today: string;
const bodies = new Map<BodyKind, Id<'body'>>();
const operator = <A extends Action>(action: A) => authorize(operatorOf(t.tenantId), action);
const write = <T>(verb: string, run: (w: Writer<'meeting.edit'>) => Promise<T>) =>
  t.db.transact(operator('meeting.edit'), { verb }, run);
const read = <T>(run: (r: Reader) => Promise<T>) => t.db.read(operator('record.read'), run);
const freeze = (meetingId: string, expectedNumber: number, lateReason?: string) =>
  write('freezeAgenda', (w) => freezeAgenda(w, { meetingId, expectedNumber, ...(lateReason && { lateReason }) }));

before(async () => {
  t = await openTestDatabase();
  today = t.runtime.today();
  for (const kind of ['assembly', 'committee', 'draftingCommittee', 'officialsGroup'] as const)
    bodies.set(kind, await buildBody(t, { kind, name: `Prov ${kind}` }));
});
after(() => t.close());

/** Puts a meeting where other nouns' verbs would take it. */
const setRow = (meetingId: string, row: { readonly held_on?: string; readonly state?: string }) =>
  write('setRow', async (w) => {
    await w.db
      .updateTable('meeting')
      .set(row)
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', meetingId)
      .execute();
    await w.log({ noun: 'meeting', recordId: meetingId, after: row });
  });

let day = 0;
/** A meeting of a kind of body some days from today, with one item. */
async function meetingIn(kind: BodyKind, days: number): Promise<{ meetingId: string; itemId: string }> {
  day += 1;
  const bodyId = await buildBody(t, { kind, name: `Prov ${kind} ${day}` });
  const meetingId = await buildMeeting(t, { bodyId, heldOn: addDays(today, days) });
  return { meetingId, itemId: await buildAgendaItem(t, { meetingId, title: 'Rapport', number: '1' }) };
}

test('the notice stays as it was sent, whatever changes afterwards', async () => {
  const { meetingId, itemId } = await meetingIn('committee', 20);
  assert.equal(await freeze(meetingId, 0), 1);
  const sent = await read((r) => getAgendaVersion(r, meetingId, 1));
  await write('change', (w) =>
    changeAgendaItem(w, { itemId, expectedVersion: 1, changes: { title: 'Ny rubrik', presenters: ['Ada Ek'] } }),
  );
  const added = await buildAgendaItem(t, { meetingId, title: 'Sent ärende' });
  assert.deepEqual(await read((r) => getAgendaVersion(r, meetingId, 1)), sent);
  assert.equal(hashOfAgenda(sent.content), sent.contentHash, 'the fingerprint is of what the database gives back');
  assert.equal(await freeze(meetingId, 1), 2);
  const second = await read((r) => getAgendaVersion(r, meetingId, 2));
  assert.equal(second.kind, 'supplement');
  const changes = agendaChanges(sent.content, second.content);
  assert.deepEqual(
    [changes.added.map(({ id }) => id), changes.removed, changes.changed.map(({ aspects }) => aspects)],
    [[added], [], [['title', 'presenters']]],
  );
  await write('remove', (w) => removeAgendaItem(w, { itemId: added, expectedVersion: 1 }));
  await freeze(meetingId, 2);
  const third = await read((r) => getAgendaVersion(r, meetingId, 3));
  assert.deepEqual(
    agendaChanges(second.content, third.content).removed.map(({ title }) => title),
    ['Sent ärende'],
  );
  assert.equal((await read((r) => listAgendaVersions(r, meetingId))).length, 3);
});

test('the database refuses to change a version', async () => {
  const { meetingId } = await meetingIn('committee', 20);
  await freeze(meetingId, 0);
  await assert.rejects(
    write('tamper', (w) =>
      w.db
        .updateTable('agenda_version')
        .set({ frozen_by: 'någon annan' })
        .where('tenant_id', '=', w.tenantId)
        .where('meeting_id', '=', meetingId)
        .execute(),
    ),
  );
});

test('a supplement without changes is refused, and two who freeze at once make one version', async () => {
  const { meetingId } = await meetingIn('committee', 20);
  const both = await Promise.allSettled([freeze(meetingId, 0), freeze(meetingId, 0)]);
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  await assert.rejects(freeze(meetingId, 1), { code: 'agenda.unchanged' });
  await assert.rejects(freeze(meetingId, 0), { code: 'agenda.frozenMeanwhile' });
  const content = await read(async (r) => currentAgendaContent(r, await getMeeting(r, meetingId)));
  assert.ok(nothingChanged(agendaChanges(content, content)));
  await assert.rejects(
    write('renumber', (w) => renumberAgenda(w, { meetingId })),
    { code: 'record.invalid' },
  );
});

test('an empty agenda is not sent, nor one of a meeting that has begun', async () => {
  const bodyId = bodies.get('committee')!;
  const meetingId = await buildMeeting(t, { bodyId, heldOn: addDays(today, 30) });
  await assert.rejects(freeze(meetingId, 0), { code: 'record.invalid' });
  const held = await buildMeeting(t, { bodyId, heldOn: addDays(today, -1), alreadyHeld: true });
  await buildAgendaItem(t, { meetingId: held });
  await assert.rejects(freeze(held, 0), { code: 'record.wrongState' });
});

test('R-KL-01: an assembly’s notice goes out at least a week before, a late matter by the weekday before', async () => {
  const late = await meetingIn('assembly', 6);
  await assert.rejects(freeze(late.meetingId, 0, 'Vi hann inte.'), { code: 'agenda.noticeTooLate' });
  const inTime = await meetingIn('assembly', 7);
  assert.equal(await freeze(inTime.meetingId, 0), 1);
  const sent = await read((r) => getAgendaVersion(r, inTime.meetingId, 1));
  assert.deepEqual([sent.deadline?.date, sent.deadline?.ruleId, sent.lateReason], [today, 'R-KL-01', null]);
  await buildAgendaItem(t, { meetingId: inTime.meetingId, title: 'Brådskande' });
  assert.equal(await freeze(inTime.meetingId, 1), 2, 'a week is not asked of a late matter');
  const now = await meetingIn('assembly', 20);
  await freeze(now.meetingId, 0);
  await setRow(now.meetingId, { held_on: today });
  await buildAgendaItem(t, { meetingId: now.meetingId, title: 'För sent' });
  await assert.rejects(freeze(now.meetingId, 1), { code: 'agenda.supplementTooLate' });
});

test('R-KL-01 does not bind a committee, a drafting committee or an officials’ group', async () => {
  for (const kind of ['committee', 'draftingCommittee', 'officialsGroup'] as const) {
    const { meetingId } = await meetingIn(kind, 0);
    assert.equal(await freeze(meetingId, 0), 1, kind);
    await buildAgendaItem(t, { meetingId, title: 'Samma dag' });
    assert.equal(await freeze(meetingId, 1), 2, kind);
    assert.equal((await read((r) => getAgendaVersion(r, meetingId, 1))).deadline, null);
  }
});

test('R-KL-02: the days of a reglemente may be missed with a reason, which the version keeps', async () => {
  const { meetingId } = await meetingIn('committee', 3);
  const { body } = await read((r) => getMeeting(r, meetingId));
  await t.db.transact(operator('organisation.edit'), { verb: 'setRegulation' }, (w) =>
    setRegulation(w, { bodyId: body.id, key: 'noticeDays', value: '5', validFrom: '2020-01-01' }),
  );
  await assert.rejects(freeze(meetingId, 0), { code: 'record.invalid' });
  await freeze(meetingId, 0, 'Underlaget kom i dag.');
  const sent = await read((r) => getAgendaVersion(r, meetingId, 1));
  assert.deepEqual(
    [sent.deadline?.date, sent.deadline?.ruleId, sent.lateReason],
    [addDays(today, -2), 'R-KL-02', 'Underlaget kom i dag.'],
  );
});

/** A meeting whose notice is sent, and an item that came only when it had begun. */
async function raisedIn(kind: BodyKind): Promise<{ announced: string; raised: string }> {
  const { meetingId, itemId } = await meetingIn(kind, 8);
  await freeze(meetingId, 0);
  await setRow(meetingId, { state: 'opened' });
  return { announced: itemId, raised: await buildAgendaItem(t, { meetingId, title: 'Väckt ärende' }) };
}
const ask = (itemId: string) =>
  t.db.transact(operator('decision.record'), { verb: 'requireAnnounced' }, async (w) => {
    await requireAnnounced(w, itemId);
    await w.log({ noun: 'agendaItem', recordId: itemId, summary: 'asked' });
  });
const note = (itemId: string, consent: 'all' | 'body' | 'refused') =>
  write('raise', (w) => noteRaisedItem(w, { itemId, raisedBy: 'Ada Ek', reason: 'Kan inte vänta', consent }));

test('R-KL-09: an assembly decides what was announced, and what is raised only when all present agree', async () => {
  const { announced, raised } = await raisedIn('assembly');
  await ask(announced);
  await assert.rejects(ask(raised), { code: 'agenda.notAnnounced' });
  for (const consent of ['body', 'refused'] as const) {
    await note(raised, consent);
    await assert.rejects(ask(raised), { code: 'agenda.notAnnounced' }, consent);
  }
  await note(raised, 'all');
  await ask(raised);
  assert.equal((await read((r) => raisedItemsOf(r, [raised]))).get(raised)?.raisedBy, 'Ada Ek');
});

test('R-KL-09 does not bind a committee: its own decision to take the matter up is enough', async () => {
  const { raised } = await raisedIn('committee');
  await assert.rejects(ask(raised), { code: 'agenda.notAnnounced' });
  await note(raised, 'body');
  await ask(raised);
  await note(raised, 'refused');
  await assert.rejects(ask(raised), { code: 'agenda.notAnnounced' });
});

test('nothing is asked of a meeting whose notice was not sent here', async () => {
  const { meetingId, itemId } = await meetingIn('assembly', -3);
  await write('close', (w) => moveMeeting(w, { meetingId, action: 'close', expectedVersion: 1 }));
  await ask(itemId);
  assert.ok(mayBeDecided('notSent', 'allPresent', undefined));
  assert.ok(!mayBeDecided('pending', 'allPresent', 'body'));
});
