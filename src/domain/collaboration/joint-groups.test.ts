import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { buildAgreement } from '../../../test/support/build-collaboration.ts';
import { buildOfficialsGroup } from '../../../test/support/build-joint.ts';
import { buildAgendaItem, buildMeeting } from '../../../test/support/build-meetings.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase, type TestDatabase, testNow } from '../../../test/support/database.ts';
import { addDays } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { authorize, operatorOf } from '../access/index.ts';
import {
  expectedReports,
  type ReportingGroup,
  reportingGroupsOf,
  setReportingGroups,
  standingItemsOf,
  usualStandingItems,
  withReportItems,
} from '../meetings/index.ts';
import {
  type AppointRepresentative,
  appointRepresentative,
  askForEndorsement,
  daysToFindSuccessor,
  endorsementsAsked,
  endRepresentation,
  filledPlaces,
  getRepresentation,
  type RecordEndorsement,
  recordEndorsement,
  representationGapsOn,
  setRepresentationPlace,
  summaryOfEndorsements,
  takeEndorsement,
} from './index.ts';

const today = testNow.slice(0, 10);
let t: TestDatabase;
before(async () => {
  t = await openTestDatabase();
});
after(() => t?.close());

const may = () => authorize(operatorOf(t.tenantId), 'collaboration.edit');
const read = <T>(run: (r: Reader) => Promise<T>) => t.db.read(authorize(operatorOf(t.tenantId), 'record.read'), run);
const appoint = (input: Partial<AppointRepresentative> & Pick<AppointRepresentative, 'groupId' | 'forBodyId'>) =>
  t.db.transact(may(), { verb: 'appointRepresentative' }, (w) =>
    appointRepresentative(w, { name: 'Alma Nordin', capacity: 'representative', validFrom: '2025-01-01', ...input }),
  );
const gapsOf = async (groupId: Id<'body'>, day = today) =>
  (await read((r) => filledPlaces(r, [groupId], day)))
    .get(groupId)!
    .map(({ gaps }) => gaps.map(({ kind }) => kind).join());

test('COL-04: every principal of a group is spoken for, and an empty place is seen', async () => {
  const { bodyId: groupId, principalIds } = await buildOfficialsGroup(t);
  assert.deepEqual(await gapsOf(groupId), ['vacant', 'vacant', 'vacant']);
  const [region, near] = principalIds as [Id<'body'>, Id<'body'>];
  const meetingId = await buildMeeting(t, { bodyId: groupId, heldOn: '2025-12-09' });
  const agendaItemId = await buildAgendaItem(t, { meetingId, title: 'Rapport från au' });
  const first = await appoint({ groupId, forBodyId: region });
  await appoint({ groupId, forBodyId: near, capacity: 'substitute', name: 'Bo Ek' });
  const successor = await appoint({
    groupId,
    forBodyId: region,
    name: 'Disa Falk',
    validFrom: '2025-12-10',
    replacesId: first,
    agendaItemId,
  });
  const [before, after] = await read(async (r) => [
    await getRepresentation(r, first),
    await getRepresentation(r, successor),
  ]);
  assert.equal(before!.validTo, '2025-12-09');
  assert.equal(after!.item?.title.endsWith('Rapport från au'), true);
  assert.equal((await gapsOf(groupId)).filter((kinds) => kinds === '').length, 1);
  await t.db.transact(may(), { verb: 'endRepresentation' }, (w) =>
    endRepresentation(w, { representationId: successor, lastDay: '2026-02-01', expectedVersion: 1 }),
  );
  assert.ok((await gapsOf(groupId)).includes('left'));
});

test('who is appointed has a place, is not there already, and comes after the one replaced', async () => {
  const { bodyId: groupId, principalIds } = await buildOfficialsGroup(t, { principals: 2 });
  const forBodyId = principalIds[0]!;
  const stranger = await buildBody(t, { kind: 'municipality' });
  const elsewhere = await buildAgendaItem(t, { meetingId: await buildMeeting(t, { bodyId: await buildBody(t) }) });
  const refused = async (input: Partial<AppointRepresentative>, path: string) =>
    await assert.rejects(appoint({ groupId, forBodyId, ...input }), (error: { details?: { path: string }[] }) => {
      assert.deepEqual(
        error.details?.map((one) => one.path),
        [path],
      );
      return true;
    });
  await refused({ forBodyId: stranger }, 'forBodyId');
  await refused({ name: ' ' }, 'name');
  await refused({ agendaItemId: elsewhere }, 'agendaItemId');
  const id = await appoint({ groupId, forBodyId });
  const { personId } = await read((r) => getRepresentation(r, id));
  await refused({ personId }, 'personId');
  await refused({ replacesId: id, name: 'Eva Holm' }, 'validFrom');
  await assert.rejects(
    t.db.transact(may(), { verb: 'endRepresentation' }, (w) =>
      endRepresentation(w, { representationId: id, lastDay: today, expectedVersion: 7 }),
    ),
    { code: 'record.changedMeanwhile' },
  );
});

test('COL-04: a district has a place of its own in the working committee', async () => {
  const { bodyId: groupId } = await buildOfficialsGroup(t);
  const working = await buildBody(t, { kind: 'officialsGroup', parentId: groupId });
  const south = await buildBody(t, { kind: 'officialsGroup', parentId: groupId });
  await assert.rejects(appoint({ groupId: working, forBodyId: south }), { code: 'record.invalid' });
  const set = (representatives: number, substitutes: number) =>
    t.db.transact(may(), { verb: 'setRepresentationPlace' }, (w) =>
      setRepresentationPlace(w, { groupId: working, forBodyId: south, representatives, substitutes }),
    );
  await assert.rejects(set(0, 0), { code: 'record.invalid' });
  await set(1, 1);
  await appoint({ groupId: working, forBodyId: south });
  assert.deepEqual(await gapsOf(working), ['noSubstitute']);
  await set(2, 0);
  assert.deepEqual(await gapsOf(working), ['fewer']);
});

test('the gaps of a place are those of its days, whoever came and went', () => {
  const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays(today, days));
  const held = fc
    .record({
      capacity: fc.constantFrom('representative' as const, 'substitute' as const),
      validFrom: day,
      length: fc.option(fc.integer({ min: 0, max: 500 })),
    })
    .map(({ capacity, validFrom, length }) => ({
      capacity,
      validFrom,
      validTo: length === null ? null : addDays(validFrom, length),
    }));
  const place = fc.record({
    representatives: fc.integer({ min: 0, max: 3 }),
    substitutes: fc.integer({ min: 0, max: 2 }),
  });
  fc.assert(
    fc.property(place, fc.array(held, { maxLength: 8 }), (needed, all) => {
      const kinds = representationGapsOn(needed, all, today).map(({ kind }) => kind);
      const on = (date: string, capacity: string) =>
        all.filter((one) => one.capacity === capacity && one.validFrom <= date && date <= (one.validTo ?? '9999'))
          .length;
      const now = on(today, 'representative');
      assert.equal(kinds.includes('vacant') || kinds.includes('left'), needed.representatives > 0 && now === 0);
      assert.equal(kinds.includes('fewer'), now > 0 && now < needed.representatives);
      assert.equal(kinds.includes('noSubstitute'), on(today, 'substitute') < needed.substitutes);
      const ahead = Array.from({ length: daysToFindSuccessor }, (_, days) => addDays(today, days + 1));
      const willLack = ahead.some((date) => on(date, 'representative') < needed.representatives);
      if (kinds.includes('endsSoon')) assert.ok(willLack);
      if (now >= needed.representatives) assert.equal(kinds.includes('endsSoon'), willLack);
      assert.ok(new Set(kinds).size === kinds.length);
    }),
  );
});

test('J-14: the groups that report have their items on each agenda, and a missing report is seen', async () => {
  const { bodyId: groupId } = await buildOfficialsGroup(t);
  const working = await buildBody(t, { kind: 'officialsGroup', parentId: groupId, name: 'Arbetsutskottet i norr' });
  const south = await buildBody(t, { kind: 'officialsGroup', parentId: groupId, name: 'Länsdelsgrupp söder' });
  const lines = [
    { bodyId: working, itemTitle: 'Rapport från au' },
    { bodyId: south, itemTitle: 'Rapport från länsdelsgrupperna' },
  ];
  const set = (input: { readonly lines: typeof lines; readonly seen: typeof lines }) =>
    t.db.transact(may(), { verb: 'setReportingGroups' }, (w) => setReportingGroups(w, { groupId, ...input }));
  await set({ lines, seen: [] });
  await assert.rejects(set({ lines: [], seen: [] }), { code: 'record.changedMeanwhile' });
  const { items } = await read((r) => standingItemsOf(r, groupId, today));
  assert.deepEqual(items.map(({ title }) => title).slice(2, 6), [
    'Föregående minnesanteckning',
    'Rapport från au',
    'Rapport från länsdelsgrupperna',
    'Mötestider',
  ]);
  const groups = await read((r) => reportingGroupsOf(r, groupId));
  const reports = [{ subGroup: 'LÄNSDELSGRUPP SÖDER', reporter: null, report: 'Rekrytering pågår.' }];
  assert.deepEqual(
    expectedReports(groups, reports, today).map(({ report }) => report?.report ?? null),
    [null, 'Rekrytering pågår.'],
  );
  // Nobody says of a meeting before the groups began to report that a report is missing.
  assert.deepEqual(
    expectedReports(groups, reports, '2026-01-10').map(({ name }) => name),
    ['Länsdelsgrupp söder'],
  );
});

test('items of reports are put once each, whatever a body has written itself', () => {
  const titles = ['Rapport från au', 'Rapport från undergrupperna', 'Länsdelarna rapporterar'];
  const group = fc.constantFrom(...titles).map((itemTitle): Pick<ReportingGroup, 'itemTitle'> => ({ itemTitle }));
  const usual = usualStandingItems({ approval: 'nextMeeting' } as never);
  fc.assert(
    fc.property(fc.array(group, { maxLength: 6 }), fc.subarray([...usual]), (groups, own) => {
      const items = withReportItems(own, groups);
      const wanted = new Set(groups.map(({ itemTitle }) => itemTitle));
      for (const title of wanted) assert.equal(items.filter((one) => one.title === title).length, 1);
      assert.deepEqual(withReportItems(items, groups), items);
      if (groups.length === 0) assert.deepEqual(items, own);
      const places = items.map(({ place }) => place);
      assert.deepEqual(
        places,
        [...places].sort((a, b) => Number(a === 'closing') - Number(b === 'closing')),
      );
    }),
  );
});

test('DEC-12: who stands behind a record is noted with its source, and who was asked is waited for', async () => {
  const { bodyId: groupId, principalIds } = await buildOfficialsGroup(t);
  const [region, near, far] = principalIds as [Id<'body'>, Id<'body'>, Id<'body'>];
  const subject = { noun: 'agreement', id: await buildAgreement(t) } as const;
  const note = (input: Omit<RecordEndorsement, 'subject'>) =>
    t.db.transact(may(), { verb: 'recordEndorsement' }, (w) => recordEndorsement(w, { subject, ...input }));
  await t.db.transact(may(), { verb: 'askForEndorsement' }, (w) =>
    askForEndorsement(w, { subject, byBodyIds: [near, far], dueOn: '2026-02-15' }),
  );
  await note({ byBodyId: groupId, outcome: 'endorsed', toldIn: 'Minnesanteckning 2026-01-20', expectedVersion: 0 });
  await assert.rejects(note({ byBodyId: near, outcome: 'endorsedWithRemark', expectedVersion: 1 }), {
    code: 'record.invalid',
  });
  await assert.rejects(note({ byBodyId: near, outcome: 'notEndorsed', expectedVersion: 0 }), {
    code: 'record.changedMeanwhile',
  });
  await note({ byBodyId: near, outcome: 'endorsedWithRemark', remarks: 'Kostnaden prövas.', expectedVersion: 1 });
  const now = summaryOfEndorsements(await read((r) => endorsementsAsked(r, subject)), today);
  assert.deepEqual([now.behind.length, now.waiting.length, now.late.length], [2, 1, 1]);
  // Who has answered is not asked again, and what was noted by a slip is taken back to what was asked.
  await t.db.transact(may(), { verb: 'askForEndorsement' }, (w) =>
    askForEndorsement(w, { subject, byBodyIds: [near], dueOn: '2026-09-01' }),
  );
  await note({ byBodyId: near, outcome: null, expectedVersion: 2 });
  const then = await read((r) => endorsementsAsked(r, subject));
  assert.equal(then.find(({ by }) => by.id === near)?.dueOn, '2026-02-15');
  await assert.rejects(
    t.db.transact(may(), { verb: 'recordEndorsement' }, (w) =>
      recordEndorsement(w, {
        subject: { noun: 'agreement', id: region },
        byBodyId: near,
        outcome: null,
        expectedVersion: 0,
      }),
    ),
    { code: 'record.notFound' },
  );
});

test('an endorsement that another authority answers is noted with the body, the day and the §', async () => {
  const { principalIds } = await buildOfficialsGroup(t, { principals: 2 });
  const [, near] = principalIds as [Id<'body'>, Id<'body'>];
  const subject = { noun: 'agreement', id: await buildAgreement(t) } as const;
  const answer = {
    outcome: 'endorsed',
    body: 'Kommunstyrelsen',
    decidedOn: '2026-02-24',
    section: '45',
    registrationNumber: 'KS 2026/12',
    remark: null,
  };
  const take = (noun: 'agreement' | 'meeting') =>
    t.db.transact(authorize(operatorOf(t.tenantId), 'release.receive'), { verb: 'takeAnswer' }, async (w) => {
      await w.log({ noun: 'release', recordId: subject.id, summary: 'answer' });
      await takeEndorsement(w, {
        release: {
          id: w.runtime.newId(),
          noun,
          recordId: subject.id,
          ask: { kind: 'endorse', question: 'Står ni bakom?', dueOn: null },
        },
        answer,
        answerId: w.runtime.newId(),
        answeredBy: 'Nils Ek',
        answeredAt: w.runtime.now(),
        from: { bodyId: near, name: 'Kommunen' },
      });
    });
  await take('meeting');
  assert.equal((await read((r) => endorsementsAsked(r, subject))).length, 0);
  await take('agreement');
  await take('agreement');
  const [one, ...others] = await read((r) => endorsementsAsked(r, subject));
  assert.equal(others.length, 0);
  assert.equal(one?.toldIn, 'Kommunstyrelsen § 45, dnr KS 2026/12');
  assert.equal(one?.endorsedOn, '2026-02-24');
});
