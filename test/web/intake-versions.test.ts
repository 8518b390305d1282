import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { getAssignment } from '../../src/domain/assignments/index.ts';
import { getIntakeFile, type Proposal } from '../../src/domain/intake/index.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';
import { decideWaiting, readPaper, report } from '../support/intake-site.ts';

const first = String(report.content);
/** The same paper a week later: one assignment worded otherwise, one answer taken out with its assignment, one added. */
const second = first
  .replace('egenmonitorering', 'egen mätning hemma')
  .replace(/\*\*Nr 3\. [\s\S]*?(?=\*\*Nr 4\.)/, '')
  .concat(
    '\n**Nr 6. Att följa hur väntrummen är skyltade.**\n\n**Svar:** Frågan har inte behandlats av beredningen.\n',
  );

suite('a later version of a paper', () => {
  let site: DemoSite;
  let secretary: Visitor;
  let earlier: Awaited<ReturnType<typeof readPaper>>;
  let later: Awaited<ReturnType<typeof readPaper>>;
  before(async () => {
    site = await openDemoSite();
    secretary = await site.signIn('sekreterare');
    earlier = await readPaper(site, secretary, { name: 'rapport-v1.txt', content: first });
    await secretary.post(`/las-in/${earlier.id}/bekrafta`, { minst: '0' });
    await decideWaiting(site, secretary);
    later = await readPaper(site, secretary, { name: 'rapport-v2.txt', content: second });
  });
  after(() => site?.close());
  const numbered = (all: readonly Proposal[], type: string, number: number) =>
    all.find((one) => one.type === type && one.fields.number === number);

  test('what says the same follows what was decided before, and nothing else is decided', async () => {
    const file = await site.read((r) => getIntakeFile(r, later.id));
    assert.equal(file.earlierId, earlier.id);
    const before = await earlier.proposals();
    const now = await later.proposals();
    for (const number of [1, 2, 4]) {
      const [old, one] = [numbered(before, 'assignment', number), numbered(now, 'assignment', number)];
      assert.deepEqual([one?.state, one?.record], ['confirmed', old?.record]);
      assert.deepEqual(one?.made, [], 'tied, not made');
    }
    for (const number of [5, 6]) assert.equal(numbered(now, 'assignment', number)?.state, 'open');
  });

  test('the differences are counted and shown, and the review shows only them', async () => {
    const page = await secretary.read(`/las-in/${later.id}/skillnader`);
    assert.match(page, /Ändrat sedan förra versionen[\s\S]*egenmonitorering[\s\S]*egen mätning hemma/);
    assert.match(page, /Nytt i den här versionen[\s\S]*väntrummen/);
    assert.match(page, /Finns inte längre i handlingen[\s\S]*ungas psykiska hälsa/);
    assert.match(page, /\d+ oförändrade, \d+ ändrade, \d+ nya, \d+ finns inte längre/);
    const review = await secretary.read(`/las-in/${later.id}`);
    assert.match(review, /href="\/las-in\/[0-9a-f-]+\/skillnader"/);
    const open = (await later.proposals()).filter(({ state }) => state === 'open').length;
    assert.equal(review.match(/class="proposal-card"/g)?.length, open);
    assert.ok(open < (await later.proposals()).length / 2);
    assert.equal((await secretary.get(`/las-in/${earlier.id}/skillnader`)).status, 404, 'the first has no earlier one');
  });

  test('a changed field is taken over or kept, as the person chooses, and never over what somebody changed meanwhile', async () => {
    const one = numbered(await later.proposals(), 'assignment', 5)!;
    const address = `/las-in/${later.id}/post/${one.id}/skillnader`;
    const page = await secretary.read(`/las-in/${later.id}?post=${one.id}`);
    assert.match(page, /Behåll registrets[\s\S]*Ta det nya/);
    const recordVersion = /name="recordVersion" value="(\d+)"/.exec(page)?.[1] ?? '';
    const version = String(one.version);
    const stale = await secretary.post(address, {
      version,
      recordVersion: String(Number(recordVersion) + 7),
      'val-text': 'ny',
    });
    assert.equal(stale.status, 409);
    assert.equal(numbered(await later.proposals(), 'assignment', 5)!.state, 'open');
    const done = await secretary.post(address, { version, recordVersion, 'val-text': 'ny' });
    assert.equal(done.status, 303);
    const settled = numbered(await later.proposals(), 'assignment', 5)!;
    assert.equal(settled.state, 'confirmed');
    const record = await site.read((r) => getAssignment(r, settled.record!.id));
    assert.match(record.text ?? '', /egen mätning hemma/);
    const member = await site.signIn('handlaggare');
    assert.equal((await member.post(address, { version, recordVersion })).status, 403);
  });
});
