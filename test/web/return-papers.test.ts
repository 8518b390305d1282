import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { authorize } from '../../src/domain/access/index.ts';
import { takeInShippedForm } from '../../src/domain/forms/index.ts';
import { confirmAll } from '../../src/domain/intake/index.ts';
import { createBody } from '../../src/domain/organisation/index.ts';
import {
  ensureFormReturn,
  getNationalReport,
  listFormReturns,
  listNationalReports,
  recordFormAnswer,
} from '../../src/domain/returns/index.ts';
import { wholeAnswer } from '../support/build-returns.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';
import { readPaper } from '../support/intake-site.ts';
import { noSeeds, seedBytes } from '../support/seeds.ts';

const plain = (page: string) => page.replaceAll('\u00a0', ' ');

suite('the national return of seed 004 into the shipped form', { skip: noSeeds }, () => {
  let site: DemoSite;
  let controller: Visitor;
  let bodyId: string;
  before(async () => {
    site = await openDemoSite({ region: false });
    controller = await site.signIn('controller');
    bodyId = await site.write('organisation.edit', (w) =>
      createBody(w, { name: 'Hälso- och sjukvårdsnämnden', kind: 'committee', validFrom: '2023-01-01' }),
    );
    const { id } = await readPaper(site, controller, { name: '004.txt', content: new Uint8Array(seedBytes('004')) });
    await confirmAll(site.db, authorize(site.operator, 'intake.confirm'), { fileId: id });
  });
  after(() => site?.close());

  test('from the paper to a return of its form: taken, asked for, and answered by who has the original', async () => {
    const [paper] = await site.read((r) => listFormReturns(r));
    assert.equal(paper!.answers.length, 49);
    const way = `/redovisningar/${paper!.id}/till-formular`;
    assert.match(await controller.read(`/redovisningar/${paper!.id}`), new RegExp(`href="${way}"`));
    const choose = await controller.read(way);
    assert.match(choose, /<option value="national-return" selected>/);
    const start = { form: 'national-return', title: 'Vår redovisning', bodyId, receiver: 'Socialstyrelsen' };
    const unfinished = await controller.post(way, start);
    assert.equal(unfinished.status, 422);
    const kept = await unfinished.text();
    assert.match(kept, /value="Vår redovisning"/);
    assert.match(kept, /href="#field-dueOn"/);
    assert.deepEqual(await site.read((r) => listNationalReports(r)), []);

    const begun = await controller.post(way, { ...start, dueOn: '2027-03-31' });
    assert.equal(begun.status, 303, await begun.clone().text());
    const there = begun.headers.get('location')!;
    const [report] = await site.read((r) => listNationalReports(r));
    assert.equal(there, `/redovisningar/arbete/${report!.id}/ur-papper/${paper!.id}`);
    const answers = async () => (await site.read((r) => getNationalReport(r, report!.id))).response.answers;
    assert.equal(Object.keys(await answers()).length, 39);
    assert.deepEqual((await answers())['36']!.value, { kind: 'number', number: 140_441, cannotState: false });
    for (const code of ['4', '6', '8', '13', '16', '33']) assert.equal((await answers())[code], undefined, code);

    const page = plain(await controller.read(there));
    const asked = page.slice(page.indexOf('id="fraga-om"'), page.indexOf('id="kanda"'));
    for (const number of ['4', '6', '8', '13', '15', '16', '18', '19', '21', '22', '29 a', '33', '34'])
      assert.match(asked, new RegExp(`<h3>Fråga ${number}[ <]`), number);
    assert.match(asked, /krysset kan inte avläsas/);
    assert.doesNotMatch(page, /Ta in \d+ svar/);
    const points = [...asked.matchAll(/name="question" value="([^"]+)"/g)].map(([, code]) => code);
    assert.deepEqual([...new Set(points)], ['15', '18', '19', '21', '22', '29a', '34']);

    const said = { question: '21', version: String((await answers())['21']!.version) };
    const confirmed = await controller.post(`${there}/svar`, said);
    assert.equal(confirmed.status, 303);
    const now = (await answers())['21']!;
    assert.deepEqual([now.value, now.origin], [{ kind: 'choice', option: 'yes', specify: null }, 'written']);
    assert.ok(now.comment!.length > 2000);
    assert.equal((await controller.post(`${there}/svar`, said)).status, 409);
    assert.equal((await controller.post(`${there}/svar`, { question: '6', version: '0' })).status, 409);
    assert.doesNotMatch(plain(await controller.read(there)), /<h3>Fråga 21 /);
    assert.match(await controller.read(`/redovisningar/${paper!.id}`), new RegExp(`href="${there}"`));
  });

  test('the same paper is taken in again without doing anything twice', async () => {
    const [report] = await site.read((r) => listNationalReports(r));
    const [paper] = await site.read((r) => listFormReturns(r));
    const there = `/redovisningar/arbete/${report!.id}/ur-papper/${paper!.id}`;
    const versions = async () =>
      Object.values((await site.read((r) => getNationalReport(r, report!.id))).response.answers).map(
        (one) => one.version,
      );
    const before = await versions();
    assert.equal((await controller.post(there)).status, 303);
    assert.deepEqual(await versions(), before);
  });
});

suite('papers in the demonstration region', () => {
  let site: DemoSite;
  before(async () => {
    site = await openDemoSite();
  });
  after(() => site?.close());

  async function paperOf(year: number, question: string) {
    const { id } = await site.write('report.edit', async (w) => {
      const made = await ensureFormReturn(w, { title: `Prov ${question} ${year}`, organisation: null, year });
      await recordFormAnswer(w, wholeAnswer(made.id, { number: '3', question, answer: 'Genom en fast grupp.' }));
      return made;
    });
    return id;
  }

  test('a paper of another form says which questions are others, and cannot be taken', async () => {
    await site.write('form.edit', (w) => takeInShippedForm(w, 'national-return'));
    const controller = await site.signIn('controller');
    const strange = await paperOf(2024, 'Hur många ambulanser larmades i norra länsdelen?');
    const page = await controller.read(`/redovisningar/${strange}/till-formular`);
    assert.match(page, /Det finns inget utgivet formulär för 2024 som papperets frågor stämmer med/);
    assert.doesNotMatch(page, /name="dueOn"/);
  });

  test('who does not lead returns sees the paper and no way to take it', async () => {
    const member = await site.signIn('ledamot');
    const paper = await paperOf(2024, 'Hur har regionen stärkt den medicinska kompetensen i kommunerna?');
    assert.doesNotMatch(await member.read(`/redovisningar/${paper}`), /till-formular/);
    assert.equal((await member.get(`/redovisningar/${paper}/till-formular`)).status, 403);
    assert.equal((await member.post(`/redovisningar/${paper}/till-formular`, {})).status, 403);
  });
});
