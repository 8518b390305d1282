import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildAgreement, buildCommission, buildDeliverable } from '../../../test/support/build-collaboration.ts';
import { buildAgendaItem, buildMeeting } from '../../../test/support/build-meetings.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { problemKeys, runVerbs } from '../../../test/support/run-verbs.ts';
import type { Reader } from '../../storage/database.ts';
import { createTenant } from '../../storage/tenant.ts';
import { findAgreement, getAgreement, listAgreements, recordAgreement } from '../agreements/index.ts';
import { getCommission, listCommissions, recordCommission } from '../commissions/index.ts';
import { getDeliverable, listDeliverables, recordDeliverable } from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write } = runVerbs(t, 'meeting.edit');

test('an agreement keeps its term and the item it was decided in; without a last day it runs until further notice', async () => {
  const bodyId = await buildBody(t, { name: 'Samverkansgruppen' });
  const meetingId = await buildMeeting(t, { bodyId, heldOn: '2026-02-03' });
  const agendaItemId = await buildAgendaItem(t, { meetingId, number: '8', title: 'Förlängning' });
  const id = await buildAgreement(t, {
    name: ' Avtal om jourläkare ',
    from: '2026-01-01',
    noticeMonths: 9,
    agendaItemId,
  });
  const agreement = await read((r) => getAgreement(r, id));
  assert.equal(agreement.name, 'Avtal om jourläkare');
  assert.deepEqual(
    [agreement.from, agreement.to, agreement.openEnded, agreement.noticeMonths, agreement.decided],
    ['2026-01-01', null, true, 9, true],
  );
  assert.deepEqual(agreement.item, {
    id: agendaItemId,
    title: '8. Förlängning',
    meetingId,
    heldOn: '2026-02-03',
    bodyName: 'Samverkansgruppen',
  });
});

test('the same name with the same first day is refused, a new term is another agreement', async () => {
  await buildAgreement(t, { name: 'Avtal om hjälpmedel', from: '2025-01-01', to: '2025-12-31' });
  const again = (from: string) => write((w) => recordAgreement(w, { name: 'Avtal om hjälpmedel', from }));
  await assert.rejects(again('2025-01-01'), problemKeys('collaboration.agreementExists'));
  await again('2026-01-01');
  const terms = (await read((r) => listAgreements(r))).filter(({ name }) => name === 'Avtal om hjälpmedel');
  assert.deepEqual(
    terms.map(({ from }) => from),
    ['2026-01-01', '2025-01-01'],
    'the one that began last stands first',
  );
  assert.equal(await read((r) => findAgreement(r, 'Avtal om hjälpmedel', null)), undefined);
});

test('what cannot be an agreement is refused with every reason', async () => {
  await assert.rejects(
    write((w) => recordAgreement(w, { name: ' ', from: '2026-05-01', to: '2026-04-01', noticeMonths: 0 })),
    problemKeys('validation.required', 'collaboration.endsBeforeStart', 'validation.number'),
  );
  await assert.rejects(
    write((w) => recordAgreement(w, { name: 'Avtal', from: '2026-02-30' })),
    problemKeys('validation.date'),
  );
});

test('a commission keeps what each payer pays in money and posts, in the order of the source', async () => {
  const id = await buildCommission(t, {
    shares: [
      { payer: 'regionen', fte: 0.15 },
      { payer: null, fte: 0.1 },
    ],
    from: '2026-01-01',
    to: '2026-12-31',
    fund: 'Stimulansmedel',
    decided: false,
  });
  const commission = await read((r) => getCommission(r, id));
  assert.deepEqual(commission.amounts, [
    { value: 100_000, currency: 'SEK', payer: 'regionen' },
    { value: 50_000, currency: 'SEK', payer: 'kommunerna' },
  ]);
  assert.deepEqual(commission.shares, [
    { payer: 'regionen', fte: 0.15 },
    { payer: null, fte: 0.1 },
  ]);
  assert.deepEqual([commission.fte, commission.fund, commission.decided], [0.25, 'Stimulansmedel', false]);
});

test('a commission without a task, or with amounts that are none, is refused', async () => {
  const amounts = [{ value: -1, currency: 'SEK' }];
  await assert.rejects(
    write((w) => recordCommission(w, { who: '', what: '', fte: 0, amounts })),
    problemKeys('validation.required', 'validation.required', 'validation.number', 'validation.number'),
  );
});

test('deliverables stand latest due first, and those without a day last', async () => {
  await buildDeliverable(t, { what: 'sist', dueOn: null });
  await buildDeliverable(t, { what: 'tidig', dueOn: '2026-03-01' });
  const moved = await buildDeliverable(t, { what: 'sen', dueOn: '2027-06', movedTo: '2027-09' });
  const listed = await read((r) => listDeliverables(r));
  assert.deepEqual(
    listed.map(({ what }) => what),
    ['sen', 'tidig', 'sist'],
  );
  assert.equal((await read((r) => getDeliverable(r, moved))).movedTo, '2027-09');
  await assert.rejects(
    write((w) => recordDeliverable(w, { what: ' ', dueOn: 'våren 2026', movedTo: '2026-13' })),
    problemKeys('validation.required', 'projects.dayOrMonth', 'projects.dayOrMonth'),
  );
});

test('another authority sees none of it', async () => {
  const id = await buildAgreement(t);
  const commission = await buildCommission(t);
  const deliverable = await buildDeliverable(t);
  const other = await createTenant(t.db, { slug: 'annan', name: 'Annan region' });
  const there = <T>(run: (r: Reader) => Promise<T>) => t.db.read(t.authIn(other, 'record.read'), run);
  assert.deepEqual(await there((r) => listAgreements(r)), []);
  assert.deepEqual(await there((r) => listCommissions(r)), []);
  assert.deepEqual(await there((r) => listDeliverables(r)), []);
  for (const get of [
    (r: Reader) => getAgreement(r, id),
    (r: Reader) => getCommission(r, commission),
    (r: Reader) => getDeliverable(r, deliverable),
  ])
    await assert.rejects(there<unknown>(get), { code: 'record.notFound' });
});
