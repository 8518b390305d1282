import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildDecision } from '../../../test/support/build-decisions.ts';
import { buildDocument, buildMatter } from '../../../test/support/build-matters.ts';
import { buildAgendaItem, buildMeeting } from '../../../test/support/build-meetings.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { type Action, authorize, operatorOf } from '../access/index.ts';
import { createSeat, registerPerson } from '../organisation/index.ts';
import {
  attachDocument,
  changeAgendaItem,
  chosenAdjustersOf,
  detachDocument,
  findMemo,
  getAgendaItem,
  getMeeting,
  type MemoContent,
  moveMemo,
  putStandingItems,
  raiseDocument,
  removeAgendaItem,
  setStandingItems,
  setTimetable,
  standingItemsOf,
  writeMemo,
} from './index.ts';

let t: TestDatabase;
let body: Id<'body'>;
const operator = <A extends Action>(action: A) => authorize(operatorOf(t.tenantId), action);
const write = <T>(verb: string, run: (w: Writer<'meeting.edit'>) => Promise<T>) =>
  t.db.transact(operator('meeting.edit'), { verb }, run);
const asOfficer = <T>(verb: string, run: (w: Writer<'memo.write'>) => Promise<T>) =>
  t.db.transact(operator('memo.write'), { verb }, run);
const read = <T>(run: (r: Reader) => Promise<T>) => t.db.read(operator('record.read'), run);

before(async () => {
  t = await openTestDatabase();
  body = await buildBody(t, { kind: 'committee', name: 'Vårdnämnden' });
  await t.db.transact(operator('organisation.edit'), { verb: 'seats' }, async (w) => {
    for (const [order, name] of ['Ordförande Ett', 'Ledamot Två', 'Ledamot Tre'].entries()) {
      const personId = await registerPerson(w, { name });
      const role = order === 0 ? { role: 'chair' as const } : {};
      await createSeat(w, { bodyId: body, kind: 'member', order: order + 1, party: 'S', personId, ...role });
    }
  });
});
after(() => t.close());

test('the standing items are put around the matters of the day, once, with the adjusters whose turn it is', async () => {
  const meetingId = await buildMeeting(t, { bodyId: body, heldOn: '2027-02-02' });
  await buildAgendaItem(t, { meetingId, title: 'Dagens ärende', category: 'decision' });
  const proposals = await write('put', (w) => putStandingItems(w, { meetingId }));
  const agenda = async () =>
    (await read((r) => getMeeting(r, meetingId))).items.map(({ number, title }) => `${number} ${title}`);
  const first = await agenda();
  assert.deepEqual(first, [
    '1 Sammanträdets öppnande och upprop',
    '2 Protokollsjustering',
    '3 Anmälan av frågor',
    '4 Dagens ärende',
    '5 Information',
    '5.1 Aktuellt från verksamheten',
    '5.2 Aktuellt nationellt, sjukvårdsregionalt och lokalt',
    '6 Besvarande av anmälda frågor',
    '7 Presentationer från sammanträdet',
  ]);
  assert.deepEqual(
    proposals.map(({ title, clauses }) => [title, ...clauses]),
    [
      [
        'Protokollsjustering',
        'att jämte ordföranden justera dagens protokoll utse Ledamot Två (S) med Ledamot Tre (S) som ersättare.',
      ],
    ],
  );
  assert.deepEqual(await write('put', (w) => putStandingItems(w, { meetingId })), []);
  assert.deepEqual(await agenda(), first);
  const next = await buildMeeting(t, { bodyId: body, heldOn: '2027-03-02' });
  await write('put', (w) => putStandingItems(w, { meetingId: next }));
  const chosen = await read((r) => chosenAdjustersOf(r, next));
  assert.deepEqual(
    chosen.map(({ duty, name }) => `${duty} ${name}`),
    ['adjuster Ledamot Tre', 'replacement Ledamot Två'],
  );
});

test('a body writes its own standing items; who saw older ones is told', async () => {
  const own = await buildBody(t, { kind: 'committee', name: 'Egen nämnd' });
  const { items: usual, own: before } = await read((r) => standingItemsOf(r, own, '2027-01-01'));
  assert.equal(before, false);
  const items = [{ ...usual[0]!, title: 'Öppnande' }];
  await write('set', (w) => setStandingItems(w, { bodyId: own, items, seen: usual }));
  assert.deepEqual(await read((r) => standingItemsOf(r, own, '2027-01-01')), { items, own: true });
  await assert.rejects(
    write('set', (w) => setStandingItems(w, { bodyId: own, items: [], seen: usual })),
    { code: 'record.changedMeanwhile' },
  );
});

test('an item with points under it is not removed before them', async () => {
  const meetingId = await buildMeeting(t, { bodyId: body, heldOn: '2027-02-03' });
  const itemId = await buildAgendaItem(t, { meetingId });
  await buildAgendaItem(t, { meetingId, parentId: itemId, title: 'Punkt' });
  await assert.rejects(
    write('remove', (w) => removeAgendaItem(w, { itemId, expectedVersion: 1 })),
    { code: 'meeting.itemHasPoints' },
  );
});

test('documents stand in their order; those of a secret matter are not there', async () => {
  const meetingId = await buildMeeting(t, { bodyId: body, heldOn: '2027-02-04' });
  const itemId = await buildAgendaItem(t, { meetingId });
  const matterId = await buildMatter(t, { bodyId: body });
  const closed = await buildMatter(t, { bodyId: body, secrecyLevel: 'secret', legalGround: 'OSL 25 kap. 1 §' });
  const [one, two] = [await buildDocument(t, { matterId, title: 'Ett' }), await buildDocument(t, { title: 'Två' })];
  for (const documentId of [one, two, one]) await write('attach', (w) => attachDocument(w, { itemId, documentId }));
  const hidden = await buildDocument(t, { matterId: closed, title: 'Hemlig' });
  await assert.rejects(
    write('attach', (w) => attachDocument(w, { itemId, documentId: hidden })),
    { code: 'record.notFound' },
  );
  const titles = async () => (await read((r) => getAgendaItem(r, itemId))).documents.map(({ title }) => title);
  assert.deepEqual(await titles(), ['Ett', 'Två']);
  await write('raise', (w) => raiseDocument(w, { itemId, documentId: two }));
  assert.deepEqual(await titles(), ['Två', 'Ett']);
  await assert.rejects(
    write('raise', (w) => raiseDocument(w, { itemId, documentId: two })),
    { code: 'record.invalid' },
  );
  await write('detach', (w) => detachDocument(w, { itemId, documentId: two }));
  assert.deepEqual(await titles(), ['Ett']);
});

const content: MemoContent = {
  unit: 'Staben Hälso- och sjukvård',
  officer: 'Ada Ek',
  sections: { summary: 'Kort om ärendet.' },
  noConsequences: ['perspectives'],
  basis: ['FöredragningsPM', 'Rapport'],
  signatures: ['Ada Ek\nPlaneringschef'],
  recipients: ['Vårdnämnden'],
};

test('a memo is written, made ready when its consequences are answered, and then kept', async () => {
  const meetingId = await buildMeeting(t, { bodyId: body, heldOn: '2027-02-05' });
  const itemId = await buildAgendaItem(t, { meetingId });
  const save = (expectedVersion: number, changes: Partial<MemoContent> = {}) =>
    asOfficer('writeMemo', (w) => writeMemo(w, { itemId, expectedVersion, content: { ...content, ...changes } }));
  const move = (action: 'finish' | 'reopen', expectedVersion: number) =>
    asOfficer('moveMemo', (w) => moveMemo(w, { itemId, action, expectedVersion }));
  await save(0);
  await assert.rejects(save(0), { code: 'record.changedMeanwhile' });
  await assert.rejects(move('finish', 1), { code: 'record.invalid' });
  await save(1, { noConsequences: ['perspectives', 'finances'] });
  assert.equal(await move('finish', 2), 'ready');
  await assert.rejects(save(3), { code: 'record.wrongState' });
  assert.equal(await move('reopen', 3), 'draft');
  const memo = await read((r) => findMemo(r, itemId));
  assert.deepEqual([memo?.version, memo?.basis, memo?.signatures], [4, content.basis, content.signatures]);
});

test('after its decision an item keeps what the body had before it', async () => {
  const meetingId = await buildMeeting(t, { bodyId: body, heldOn: '2026-02-05', alreadyHeld: true });
  const itemId = await buildAgendaItem(t, { meetingId });
  const change = (expectedVersion: number) =>
    write('change', (w) => changeAgendaItem(w, { itemId, expectedVersion, changes: { title: 'Annat' } }));
  await change(1);
  await buildDecision(t, { agendaItemId: itemId, state: 'made' });
  const decided = { code: 'meeting.itemDecided' };
  await assert.rejects(change(2), decided);
  const documentId = await buildDocument(t);
  await assert.rejects(
    write('attach', (w) => attachDocument(w, { itemId, documentId })),
    decided,
  );
  await assert.rejects(
    asOfficer('memo', (w) => writeMemo(w, { itemId, expectedVersion: 0, content })),
    decided,
  );
});

test('a break is known by its name unless told, and a fixed start is kept', async () => {
  const meetingId = await buildMeeting(t, { bodyId: body, heldOn: '2027-02-06' });
  const slot = (startsAt: string, endsAt: string, title: string) => ({ startsAt, endsAt, title, presenters: [] });
  await write('setTimetable', (w) =>
    setTimetable(w, {
      meetingId,
      slots: [
        slot('09:00', '09:30', 'Öppnande'),
        slot('09:30', '09:45', 'Paus'),
        { ...slot('10:00', '10:30', 'Lunchseminarium'), fixed: true },
      ],
    }),
  );
  const { slots } = await read((r) => getMeeting(r, meetingId));
  assert.deepEqual(
    slots.map(({ pause, fixed }) => [pause, fixed]),
    [
      [false, false],
      [true, false],
      [false, true],
    ],
  );
});
