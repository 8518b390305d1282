import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import { draftConsultation, sendConsultation } from '../../src/domain/consultations/index.ts';
import { tellDecisionTask } from '../../src/domain/execution/index.ts';
import { getMinutes } from '../../src/domain/minutes/index.ts';
import { announceAdjustment } from '../../src/domain/notices/index.ts';
import { delegateWork } from '../../src/domain/work/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { PostedLetter } from '../../src/kernel/posted-letter.ts';
import { type NightWork, nightWork, worksOfTheNight, workTheNight } from '../../src/nightly.ts';
import type { Reader } from '../../src/storage/database.ts';
import { createTenant } from '../../src/storage/tenant.ts';
import {
  buildAdjustedMinutes,
  buildHeldMeeting,
  buildMinutes,
  buildSigner,
  sendToSign,
} from '../support/build-minutes.ts';
import { buildBody } from '../support/build-organisation.ts';
import { postedLetters } from '../support/build-summons.ts';
import { buildColleague, buildTaskOf } from '../support/build-work.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

const site = 'https://kansli.example';
const secret = 'Anteckningarna om familjen';
let t: TestDatabase;
let announced: Id<'minutes'>;
let signing: { readonly minutesId: Id<'minutes'>; readonly adjustBy: string };
let delegationId: Id<'workDelegation'>;
let secretary: Awaited<ReturnType<typeof buildColleague>>;

const house = () => operatorOf(t.tenantId, 'Kansli');
const read = <T>(run: (r: Reader) => Promise<T>) => t.db.read(authorize(house(), 'record.read'), run);
const lettersTo = async (address: string): Promise<readonly PostedLetter[]> =>
  (await postedLetters(t)).filter(({ to }) => to.address === address);
const night = (instant: string, works?: readonly NightWork[]) => {
  t.clock.set(instant);
  return workTheNight(t.db, site, works);
};

/** An authority in which every work of the night has something to do. */
before(async () => {
  t = await openTestDatabase();
  const body = await buildBody(t, { name: 'Nattens nämnd' });
  secretary = await buildColleague(t, 'committeeSecretary', undefined, 'sv');
  const officer = await buildColleague(t, 'caseOfficer', body);

  const adjusted = await buildAdjustedMinutes(t, { heldOn: '2026-02-20' });
  announced = adjusted.minutesId;
  const { id: adjustmentId } = (await read((r) => getMinutes(r, announced))).adjustments[0]!;
  await t.db.transact(authorize(house(), 'notice.post'), { verb: 'prov' }, (w) =>
    announceAdjustment(w, { adjustmentId, availableAt: 'Kansliet' }),
  );

  const held = await buildHeldMeeting(t, { heldOn: '2026-02-24' });
  const minutesId = await buildMinutes(t, held.meetingId);
  const chair = await buildSigner(t, held.bodyId, 'chair');
  const adjuster = await buildSigner(t, held.bodyId);
  await sendToSign(t, minutesId, [
    { role: 'chair', name: chair.name, accountId: chair.accountId },
    { role: 'adjuster', name: adjuster.name, accountId: adjuster.accountId },
  ]);
  const { adjustBy } = (await read((r) => getMinutes(r, minutesId))).adjustments[0]!;
  signing = { minutesId, adjustBy: adjustBy! };

  const taskId = await buildTaskOf(t, body, secret, '2026-03-04');
  delegationId = await t.db.transact(authorize(secretary, 'work.arrange'), { verb: 'prov' }, (w) =>
    delegateWork(w, secretary, { key: `doTask:${taskId}`, toAccountId: officer.accountId }),
  );
  await t.db.transact(authorize(house(), 'task.edit'), { verb: 'prov' }, (w) =>
    tellDecisionTask(w, { taskId, expectedVersion: 1, action: 'finish' }),
  );

  await t.db.transact(authorize(house(), 'matter.edit'), { verb: 'prov' }, async (w) => {
    const consultationId = await draftConsultation(w, {
      bodyId: body,
      title: 'Förslag till överenskommelse',
      scope: 'Helheten',
      dueOn: '2026-03-03',
      recipients: [{ respondent: 'Kommunen', address: 'kommunen@prov.example' }],
    });
    await sendConsultation(w, { consultationId, expectedVersion: 1 });
  });
});
after(() => t.close());

const delegationState = async () =>
  (await t.db.pool.query<{ state: string }>('select state from work_delegation where id = $1', [delegationId])).rows[0]
    ?.state;
const minutesState = async () => (await read((r) => getMinutes(r, announced))).state;
const remindersToKommunen = async () =>
  (await lettersTo('kommunen@prov.example')).filter(({ subject }) => subject.startsWith('Påminnelse')).length;
const digests = async () =>
  (await lettersTo(secretary.email)).filter(({ subject }) => subject.startsWith('Ditt arbete')).length;

test('control: before the night nothing of it is done', async () => {
  assert.deepEqual(
    [await minutesState(), await delegationState(), await remindersToKommunen(), await digests()],
    ['announced', 'offered', 0, 0],
  );
});

test('a night in the week reminds, writes the weekly letter, and ends what is done', async () => {
  await night('2026-03-02T02:15:00Z');
  assert.equal(await delegationState(), 'done');
  assert.equal(await remindersToKommunen(), 1, 'the day before the last day');
  assert.equal(await digests(), 1, 'on Monday');
  assert.equal(await minutesState(), 'announced', 'the time of appeal still runs');
});

test('the letters of the week hold links and no secret, in plain text and as sections', async () => {
  const [digest] = (await lettersTo(secretary.email)).filter(({ subject }) => subject.startsWith('Ditt arbete'));
  const lines = digest!.sections!.flatMap((section) => section.lines);
  assert.ok(lines.length >= 1);
  assert.ok(lines.every(({ path }) => path.startsWith('/')));
  assert.equal(digest!.closing?.path, '/mitt-arbete/brev');
  assert.ok(!JSON.stringify(digest).includes(secret), 'work that is done is in no letter');
});

test('the same night worked again says nothing twice', async () => {
  const before = (await postedLetters(t)).length;
  await night('2026-03-02T02:40:00Z');
  await Promise.all([night('2026-03-02T03:00:00Z'), night('2026-03-02T03:00:00Z')]);
  assert.equal((await postedLetters(t)).length, before);
});

test('the signer is reminded three days before the last day, and again the day before', async () => {
  const before = (await postedLetters(t)).filter(({ subject }) => subject.startsWith('Protokoll väntar')).length;
  const day = (back: number) => new Date(Date.parse(`${signing.adjustBy}T02:15:00Z`) - back * 86_400_000).toISOString();
  for (const back of [4, 3, 2, 1]) await night(day(back));
  const after = (await postedLetters(t)).filter(({ subject }) => subject.startsWith('Protokoll väntar')).length;
  assert.equal(after - before, 4, 'two people, two days');
});

test('when the time of appeal is over the night ends it', async () => {
  await night('2026-04-10T02:15:00Z');
  assert.equal(await minutesState(), 'final');
});

test('a work that fails stops neither the next work nor the next authority, and the night tells which it was', async () => {
  await createTenant(t.db, { slug: 'andra', name: 'Andra regionen' });
  const done: string[] = [];
  const works: readonly NightWork[] = [
    nightWork('fails', 'record.read', async ({ house: { tenantId } }) => {
      if (tenantId === t.tenantId) throw new Error('det gick sönder');
      done.push(`fails ${tenantId === t.tenantId}`);
    }),
    nightWork('works', 'record.read', async ({ house: { tenantId } }) => {
      done.push(`works ${tenantId === t.tenantId}`);
    }),
  ];
  await assert.rejects(night('2026-03-03T02:15:00Z', works), (error: unknown) => {
    assert.ok(error instanceof AggregateError);
    assert.equal(error.errors.length, 1);
    assert.match(error.message, new RegExp(`fails \\(${t.tenantId}\\): det gick sönder`));
    return true;
  });
  assert.deepEqual(done.sort(), ['fails false', 'works false', 'works true']);
  // Control: the same night without the work that fails is told of nobody.
  await night('2026-03-03T02:20:00Z', works.slice(1));
});

test('each work of the night has a name of its own, and runs by itself', async () => {
  const names = worksOfTheNight.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  for (const work of worksOfTheNight) await night('2026-04-11T02:15:00Z', [work]);
});
