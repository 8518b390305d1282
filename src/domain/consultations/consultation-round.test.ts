import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { problemKeys, runVerbs } from '../../../test/support/run-verbs.ts';
import type { Id } from '../../kernel/id.ts';
import {
  answerConsultation,
  changeConsultation,
  type DraftConsultation,
  draftConsultation,
  getConsultation,
  punctualityOf,
  remindConsultation,
  roundsToRemind,
  sendConsultation,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write, as } = runVerbs(t, 'matter.edit');
const start = '2026-03-02T09:00:00.000Z';

test('R-FL-3: nobody is asked before it is said what the opinion should cover, and by when', async () => {
  const bodyId = await buildBody(t);
  const wrong = { bodyId, title: 'Utan fråga', scope: ' ', dueOn: '', recipients: [] };
  await assert.rejects(
    write((w) => draftConsultation(w, wrong)),
    problemKeys('validation.required', 'validation.date', 'validation.required'),
  );
  const twice = [...threeAsked, { respondent: 'granby ', address: 'inte en adress' }];
  await assert.rejects(
    write((w) => draftConsultation(w, round(bodyId, { recipients: twice }))),
    problemKeys('summons.address', 'consultation.recipientTwice'),
  );
});

test('R-FL-3: the last day cannot lie before the sending, neither when it is drafted nor when it is sent', async () => {
  t.clock.set(start);
  const bodyId = await buildBody(t);
  await assert.rejects(
    write((w) => draftConsultation(w, round(bodyId, { dueOn: '2026-03-01' }))),
    problemKeys('consultation.dueBeforeSending'),
  );
  const consultationId = await write((w) => draftConsultation(w, round(bodyId, { dueOn: '2026-03-03' })));
  t.clock.set('2026-03-04T09:00:00.000Z');
  await assert.rejects(
    write((w) => sendConsultation(w, { consultationId, expectedVersion: 1 })),
    problemKeys('consultation.dueBeforeSending'),
  );
  assert.equal((await letters(consultationId)).length, 0);
});

test('R-FL-3: all are asked at the same time, with the same words, once', async () => {
  t.clock.set(start);
  const { consultationId } = await sent('Alla på en gång');
  const posted = await letters(consultationId);
  assert.deepEqual(
    posted.map(({ to, kind, day }) => [to, kind, day]),
    [
      ['granby@example.se', 'request', '2026-03-02'],
      ['sjoberga@example.se', 'request', '2026-03-02'],
    ],
    'the one without an address is asked by other means',
  );
  assert.equal(new Set(posted.map(({ text }) => text)).size, 1);
  assert.match(posted[0]!.text, /Yttrandet ska omfatta:\nMål 3 och kostnaderna/);
  assert.match(posted[0]!.text, /Svara senast torsdag 2 april 2026/);
  await assert.rejects(
    write((w) => sendConsultation(w, { consultationId, expectedVersion: 2 })),
    { code: 'record.wrongState' },
  );
  const changed = { ...round((await read((r) => getConsultation(r, consultationId))).body!.id), title: 'Ny fråga' };
  await assert.rejects(
    write((w) => changeConsultation(w, { ...changed, consultationId, expectedVersion: 2 })),
    { code: 'record.wrongState' },
  );
});

test('R-FL-3: those who have not answered are reminded before and after the last day, by hand and by night', async () => {
  t.clock.set(start);
  const { consultationId, responses } = await sent('Påminnelser', '2026-06-02');
  const [granby] = responses;
  t.clock.set('2026-05-26T02:15:00.000Z');
  assert.equal(await theNight(), 2, 'a week before, both with an address');
  assert.equal(await theNight(), 0, 'a night that runs again writes to nobody twice');
  await write((w) => answerConsultation(w, answerOf(granby!.id, '2026-05-26')));
  t.clock.set('2026-05-27T02:15:00.000Z');
  assert.equal(await theNight(), 0, 'six days before is no day of reminding');
  t.clock.set('2026-06-03T02:15:00.000Z');
  assert.equal(await theNight(), 1, 'the day after: who has answered is left alone');
  t.clock.set('2026-06-08T09:00:00.000Z');
  assert.equal(await write((w) => remindConsultation(w, { consultationId })), 1);
  const reminders = (await letters(consultationId)).filter(({ kind }) => kind === 'reminder');
  assert.match(reminders[0]!.text, /än\.[\s\S]*Svara senast/);
  assert.match(reminders.at(-1)!.text, /Sista dagen var tisdag 2 juni 2026/);
});

test('R-FL-3: answers that are late or missing are told apart from those in time', async () => {
  t.clock.set(start);
  const { consultationId, responses } = await sent('Sena svar');
  const [granby, sjoberga] = responses;
  t.clock.set('2026-04-07T09:00:00.000Z');
  await write((w) => answerConsultation(w, answerOf(granby!.id, '2026-04-02')));
  await write((w) => answerConsultation(w, answerOf(sjoberga!.id, '2026-04-03')));
  await assert.rejects(
    write((w) => answerConsultation(w, { ...answerOf(granby!.id, '2026-04-08'), expectedVersion: 2 })),
    problemKeys('consultation.receivedOutside'),
  );
  await assert.rejects(
    write((w) => answerConsultation(w, answerOf(granby!.id, '2026-04-02'))),
    { code: 'record.changedMeanwhile' },
  );
  const found = await read((r) => getConsultation(r, consultationId));
  const on = (today: string) => found.responses.map((one) => punctualityOf(one, found.dueOn, today));
  assert.deepEqual(on('2026-04-02'), ['answered', 'answeredLate', 'awaited']);
  assert.deepEqual(on('2026-04-03'), ['answered', 'answeredLate', 'missing']);
});

test('only those who keep the matters of the body ask in its name', async () => {
  t.clock.set(start);
  const [own, other] = [await buildBody(t), await buildBody(t)];
  await assert.rejects(
    as('caseOfficer', own, 'matter.edit', (w) => draftConsultation(w, round(other))),
    { code: 'access.denied' },
  );
  const id = await as('caseOfficer', own, 'matter.edit', (w) => draftConsultation(w, round(own, { title: 'Egen' })));
  await as('caseOfficer', own, 'matter.edit', (w) =>
    changeConsultation(w, { ...round(own, { title: 'Egen, ändrad' }), consultationId: id, expectedVersion: 1 }),
  );
  const found = await read((r) => getConsultation(r, id));
  assert.deepEqual([found.title, found.version, found.responses.length], ['Egen, ändrad', 2, 3]);
});

const threeAsked = [
  { respondent: 'Granby', address: 'granby@example.se' },
  { respondent: 'Sjöberga', address: 'sjoberga@example.se' },
  { respondent: 'Byaföreningen', address: null },
];

function round(bodyId: Id<'body'>, overrides: Partial<DraftConsultation> = {}): DraftConsultation {
  const question = { title: 'Kulturplan', scope: 'Mål 3 och kostnaderna', dueOn: '2026-04-02' };
  return { bodyId, ...question, recipients: threeAsked, ...overrides };
}

async function sent(title: string, dueOn = '2026-04-02') {
  const bodyId = await buildBody(t);
  const consultationId = await write((w) => draftConsultation(w, round(bodyId, { title, dueOn })));
  assert.equal(await write((w) => sendConsultation(w, { consultationId, expectedVersion: 1 })), 2);
  return { consultationId, responses: (await read((r) => getConsultation(r, consultationId))).responses };
}

function answerOf(responseId: Id<'consultationResponse'>, receivedOn: string) {
  const words = { sender: 'KS', stance: 'supports', comment: 'Bra' } as const;
  return { responseId, expectedVersion: 1, receivedOn, ...words };
}

/** What the house does by itself in the small hours; answers how many it wrote to. */
async function theNight(): Promise<number> {
  let sentLetters = 0;
  for (const consultationId of await read((r) => roundsToRemind(r, t.runtime.today())))
    sentLetters += await write((w) => remindConsultation(w, { consultationId }));
  return sentLetters;
}

/** The letters of a round in the outbox, oldest first. */
async function letters(consultationId: Id<'consultation'>) {
  const rows = await read((r) =>
    r.db
      .selectFrom('consultation_letter as letter')
      .innerJoin('outbox', 'outbox.id', 'letter.outbox_id')
      .select(['letter.kind', 'letter.address', 'letter.posted_on', 'outbox.payload'])
      .where('letter.tenant_id', '=', r.tenantId)
      .where('letter.consultation_id', '=', consultationId)
      .orderBy('letter.posted_on')
      .orderBy('letter.address')
      .execute(),
  );
  return rows.map((row) => ({
    to: row.address,
    kind: row.kind,
    day: row.posted_on,
    text: (row.payload as unknown as { text: string }).text,
  }));
}
