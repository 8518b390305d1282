import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { strFromU8, unzipSync } from 'fflate';
import { linkReturnToDecision } from '../../src/domain/execution/index.ts';
import { findBodyByName } from '../../src/domain/organisation/index.ts';
import { attachToAnswer, getNationalReport, getReturnApproval } from '../../src/domain/returns/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { ByteStore } from '../../src/web/contracts.ts';
import { gatherPackage, packageOf } from '../../src/web/pages/meetings/gather-package.ts';
import { buildDecision } from '../support/build-decisions.ts';
import { buildAgendaItem, buildMeeting } from '../support/build-meetings.ts';
import { question, structureOf, told } from '../support/build-national-report.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';
import { buildAnsweredReturn } from '../support/return-scenes.ts';

let site: DemoSite;
let secretary: Visitor;
let keeper: Visitor;
let bodyId: Id<'body'>;
before(async () => {
  site = await openDemoSite();
  secretary = await site.signIn('sekreterare');
  keeper = await site.signIn('samverkan');
  bodyId = (await site.read((r) => findBodyByName(r, 'Hälso- och sjukvårdsnämnden')))!.id;
});
after(() => site.close());

let serial = 0;
async function returnUpTo(upTo: 'answering' | 'review' | 'ready') {
  serial += 1;
  const id = await buildAnsweredReturn(site.database, { bodyId, title: `Provets svar ${serial}`, upTo });
  return { id, here: `/redovisningar/arbete/${id}` };
}

/** A return that a made decision of the body approves, carried out by the secretary on the page of the decision. */
async function approved() {
  const { id, here } = await returnUpTo('ready');
  serial += 1;
  const meetingId = await buildMeeting(site.database, { bodyId, heldOn: `2026-10-${10 + serial}` });
  const agendaItemId = await buildAgendaItem(site.database, {
    meetingId,
    title: 'Redovisningen',
    category: 'decision',
  });
  const decisionId = await buildDecision(site.database, {
    agendaItemId,
    bodyId,
    title: 'Redovisningen',
    state: 'made',
  });
  await site.write('decision.record', (w) => linkReturnToDecision(w, { decisionId, reportId: id }));
  const page = await secretary.read(`/beslut/${decisionId}`);
  assert.match(page, /Beslutet godkänner och fryser redovisningen/u);
  const done = await secretary.post(`/beslut/${decisionId}/verkstall`, {});
  assert.equal(done.status, 303);
  return { id, here, decisionId };
}

const versionOf = async (id: Id<'nationalReport'>) =>
  String((await site.read((r) => getNationalReport(r, id))).version);
const bytesOf = async (who: Visitor, path: string) => new Uint8Array(await (await who.get(path)).arrayBuffer());

/** The titles of the papers of a meeting, as they are put together for its members. */
async function papersOf(meetingId: Id<'meeting'>): Promise<readonly string[]> {
  const publicUrl = 'https://kansli.example';
  const noFiles = { get: () => Promise.reject(new Error('no file is fetched')) } as unknown as ByteStore;
  const facts = await site.read((r) => gatherPackage(r, meetingId, publicUrl));
  return packageOf(facts, { publicUrl, blobs: noFiles })
    .plan()
    .papers.map(({ title }) => title);
}

suite('a reviewed return', () => {
  test('is put on the agenda of its body by whoever keeps it, with the proposal to read first', async () => {
    const { id, here } = await returnUpTo('ready');
    const meetingId = await buildMeeting(site.database, { bodyId, heldOn: '2027-02-10' });
    assert.ok((await secretary.read(here)).includes(`href="${here}/ta-upp"`));
    assert.doesNotMatch(await keeper.read(here), /\/ta-upp/u);
    assert.equal((await keeper.get(`${here}/ta-upp`)).status, 403);
    assert.match(await secretary.read(`${here}/ta-upp`), /att godkänna redovisningen ”Provets svar \d+ 2026”, samt/u);
    const bad = await secretary.post(`${here}/ta-upp`, { meetingId: 'nej' });
    assert.equal(bad.status, 422);
    const put = await secretary.post(`${here}/ta-upp`, { meetingId });
    assert.equal(put.status, 303);
    assert.match(await secretary.read(here), /Den står på dagordningen/u);
    assert.match(await secretary.read(put.headers.get('location')!), /Provets svar/u);
    assert.equal((await site.read((r) => getReturnApproval(r, id))).frozen, null);
    assert.ok((await papersOf(meetingId)).some((title) => /^Provets svar \d+ 2026$/u.test(title)));
  });

  test('is not ready while a remark on its answers is open: the refusal leads to the list where it is settled', async () => {
    const id = await buildAnsweredReturn(site.database, {
      bodyId,
      title: 'Provets anmärkta svar',
      structure: structureOf([question('1', 'Beskriv arbetet.')]),
      answers: { '1': told('Se fråga 99.') },
      upTo: 'review',
    });
    const here = `/redovisningar/arbete/${id}`;
    const ready = async () => keeper.post(`${here}/steg`, { step: 'markReady', version: await versionOf(id) });
    const refused = await ready();
    assert.equal(refused.status, 303);
    assert.equal(refused.headers.get('location'), `${here}/anmarkningar`);
    const list = await keeper.read(`${here}/anmarkningar`);
    assert.match(list, /1 anmärkning att se över/u);
    const [, key] = /underlag\?anm=([0-9a-f]{32})/u.exec(list)!;
    const settled = await keeper.post(`${here}/fraga/1/underlag/anmarkning`, { key: key!, reason: 'Frågan ströks.' });
    assert.equal(settled.status, 303);
    const done = await ready();
    assert.equal(done.headers.get('location'), here);
    assert.match(await keeper.read(here), /\/ta-upp|klar för beslut/u);
  });

  test('cannot be put there while it is answered, nor sent in before it is approved', async () => {
    const { here } = await returnUpTo('review');
    assert.equal((await secretary.get(`${here}/ta-upp`)).status, 409);
    assert.equal((await secretary.get(`${here}/skicka-in`)).status, 409);
    assert.match(await secretary.read(`${here}/dokument`), /Redovisningen är inte godkänd/u);
  });
});

test('a decision that is only proposed carries nothing out, and the refusal says what to do', async () => {
  const { id, here } = await returnUpTo('ready');
  const meetingId = await buildMeeting(site.database, { bodyId, heldOn: '2027-03-10' });
  assert.equal((await secretary.post(`${here}/ta-upp`, { meetingId })).status, 303);
  const { rows } = await site.read(async (r) => ({
    rows: await r.db.selectFrom('decision_effect').select('decision_id').where('record_id', '=', id).execute(),
  }));
  const early = await secretary.post(`/beslut/${rows[0]!.decision_id}/verkstall`, {});
  assert.equal(early.status, 409);
  assert.match(await early.text(), /Beslutet är ett förslag och kan inte verkställas/u);
  assert.equal((await site.read((r) => getNationalReport(r, id))).state, 'ready');
});

suite('an approved return', () => {
  test('is what was decided, leads to its decision, and is answered no more', async () => {
    const { id, here, decisionId } = await approved();
    const page = await keeper.read(here);
    assert.match(page, /Det som visas och hämtas här är det som beslutades/u);
    assert.ok(page.includes(`href="/beslut/${decisionId}"`));
    const { frozen } = await site.read((r) => getReturnApproval(r, id));
    assert.ok(page.includes(frozen!.hash));
    assert.doesNotMatch(await keeper.read(`${here}/avsnitt/oppet`), /<textarea/u);
  });

  test('leaves as files whose data follow their schema, without what a condition hides, the same bytes each time', async () => {
    const { id, here } = await approved();
    const schema = JSON.parse(await keeper.read(`${here}/schema`));
    const data = JSON.parse(await keeper.read(`${here}/fil/json`)) as { questions: { code: string }[] };
    const valid = new Ajv2020({ strict: true, formats: { date: /^\d{4}-\d\d-\d\d$/u } }).compile(schema);
    assert.ok(valid(data), JSON.stringify(valid.errors));
    assert.ok(!valid({ ...data, year: 'i år' }), 'the schema takes anything');
    assert.deepEqual(
      data.questions.map(({ code }) => code),
      ['1', '2'],
    );
    const table = strFromU8(await bytesOf(keeper, `${here}/fil/csv`));
    assert.match(table, /Hur många filialer finns\?.*1140/u);
    assert.doesNotMatch(table, /Åtta filialer/u);
    assert.equal(strFromU8((await bytesOf(keeper, `${here}/fil/pdf`)).slice(0, 5)), '%PDF-');
    for (const format of ['pdf', 'docx', 'html', 'json', 'csv'])
      assert.deepEqual(await bytesOf(keeper, `${here}/fil/${format}`), await bytesOf(keeper, `${here}/fil/${format}`));
    assert.equal((await keeper.get(`${here}/fil/exe`)).status, 404);
    assert.ok(id);
  });

  test('is one package with its attachments and the checksum of each file', async () => {
    const { id, here } = await returnUpTo('answering');
    const bytes = new TextEncoder().encode('Planen');
    const sha256 = await site.services.blobs.put(bytes);
    await site.write('return.edit', (w) =>
      attachToAnswer(w, {
        reportId: id,
        question: '2',
        file: { fileName: 'Plan: 1/2.txt', mediaType: 'text/plain', size: bytes.length, sha256 },
      }),
    );
    const zip = await bytesOf(keeper, `${here}/paket`);
    assert.deepEqual(await bytesOf(keeper, `${here}/paket`), zip);
    const files = unzipSync(zip);
    const names = Object.keys(files);
    assert.ok(names.includes('bilagor/fraga-2-1-Plan- 1-2.txt'), names.join());
    const readme = strFromU8(files['las-mig.txt']!);
    for (const [name, own] of Object.entries(files))
      if (name !== 'las-mig.txt')
        assert.ok(readme.includes(`${createHash('sha256').update(own).digest('hex')}  ${name}`), name);
    assert.match(readme, /Inte godkänd/u);
  });

  test('is noted as sent in, and its receipt when that comes', async () => {
    const { id, here } = await approved();
    const form = await keeper.read(`${here}/skicka-in`);
    assert.match(form, /value="Biblioteksmyndigheten"/u);
    const fields = { on: '2019-01-01', to: 'Myndighetens brevlåda', version: await versionOf(id) };
    const bad = await keeper.post(`${here}/skicka-in`, fields);
    assert.equal(bad.status, 422);
    assert.match(await bad.text(), /Skriv en dag från och med beslutet[\s\S]*value="Myndighetens brevlåda"/u);
    const on = site.services.runtime.today();
    const stale = await keeper.post(`${here}/skicka-in`, { ...fields, on, version: '1' });
    assert.equal(stale.status, 409);
    assert.equal((await keeper.post(`${here}/skicka-in`, { ...fields, on })).status, 303);
    assert.match(await keeper.read(here), /till Myndighetens brevlåda[\s\S]*Inget kvitto är antecknat/u);
    assert.match(await keeper.read(`${here}/kvitto`), /Kvittots nummer/u);
    const receipt = { receiptNumber: '2026-117', version: await versionOf(id) };
    const member = await site.signIn('ledamot');
    assert.equal((await member.post(`${here}/kvitto`, receipt)).status, 403);
    assert.equal((await keeper.post(`${here}/kvitto`, receipt)).status, 303);
    assert.match(await keeper.read(here), /Kvitto: 2026-117/u);
  });
});
