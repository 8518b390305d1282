import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkPackage } from '../../src/documents/in/archive/check-package.ts';
import { closePdfPool } from '../../src/documents/out/index.ts';
import { destroyDisposedFiles } from '../../src/domain/archiving/index.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';
import { assertConformingPdf } from '../support/pdf.ts';

let site: DemoSite;
let archivist: Visitor;
let member: Visitor;
before(async () => {
  site = await openDemoSite();
  archivist = await site.signIn('arkivarie');
  member = await site.signIn('ledamot');
});
after(async () => {
  await site.close();
  await closePdfPool();
});

const mainOf = (page: string) => page.slice(page.indexOf('<main'), page.indexOf('</main>'));
const versionIn = (page: string, action: string) =>
  new RegExp(`action="${action}"[\\s\\S]*?name="version" value="(\\d+)"`).exec(page)![1]!;

test('what is ready is shown with what hinders; a matter is classified and then ready', async () => {
  const page = await archivist.read('/arkiv?slag=matter');
  assert.match(page, /Klassificeringen saknas/);
  const [, matterId] = /<option value="([0-9a-f-]{36})"[^>]*>23RS0102/.exec(page)!;
  const wrong = await archivist.post('/arkiv/klassificera', { matterId: matterId!, classification: 'hälsa' });
  assert.equal(wrong.status, 422);
  assert.match(await wrong.text(), /klassificeringsstrukturen, till exempel 2\.7\.1[\s\S]*value="hälsa"/);
  const saved = await archivist.post('/arkiv/klassificera', { matterId: matterId!, classification: '2.4.2' });
  assert.equal(saved.status, 303);
  assert.match(mainOf(await archivist.read('/arkiv?slag=matter')), /23RS0102[\s\S]*2\.4\.2[\s\S]*färdigt/);
});

test('a package is made of minutes and a matter, passes the check, is downloaded, and delivered once', async () => {
  const page = await archivist.read('/arkiv');
  const refs = [...page.matchAll(/name="refs"[^>]*value="((?:minutes|report):[0-9a-f-]{36})"/g)].map(([, ref]) => ref!);
  assert.ok(refs.length > 0, 'the demonstration has minutes or reports that are ready');
  const fields = { refs: refs.slice(0, 1), title: 'Prov av paket', scheme: 'VerkSAM' };
  const empty = await archivist.post('/arkiv/paket', { ...fields, refs: [] });
  assert.equal(empty.status, 422);
  assert.match(await empty.text(), /Välj minst en post[\s\S]*value="Prov av paket"/);
  const made = await archivist.post('/arkiv/paket', fields);
  assert.equal(made.status, 303);
  const href = made.headers.get('location')!;
  const shown = await archivist.read(href);
  assert.match(shown, /Alla \d+ regler är uppfyllda/);
  const zip = new Uint8Array(await (await archivist.get(`${href}/fil`)).arrayBuffer());
  assert.deepEqual(checkPackage(zip).faults, []);
  assert.equal((await member.get(`${href}/fil`)).status, 403);
  const version = versionIn(shown, `${href}/levererat`);
  const told = { deliveredOn: '2026-11-20', receipt: 'Kvitto 1', version };
  assert.equal((await archivist.post(`${href}/levererat`, { ...told, receipt: '' })).status, 422);
  assert.equal((await archivist.post(`${href}/levererat`, told)).status, 303);
  assert.equal((await archivist.post(`${href}/levererat`, told)).status, 409);
  assert.match(await archivist.read('/arkiv/paket'), /Prov av paket[\s\S]*levererat/);
});

test('the plan takes a row, keeps what was typed when it is wrong, and never lets minutes go', async () => {
  const row = { series: 'minutes', fate: 'afterYears', years: '3', basis: 'Prov § 1', validFrom: '2026-11-01' };
  const refused = await archivist.post('/arkiv/plan', row);
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /Protokoll bevaras alltid[\s\S]*value="Prov § 1"/);
  assert.equal((await archivist.post('/arkiv/plan', { ...row, series: 'auditReport' })).status, 303);
  assert.match(await archivist.read('/arkiv/plan'), /revisionsberättelse[\s\S]*gallras efter 3 år/);
});

test('a disposal is approved by another, carried out, and certified; who only reads is offered nothing', async () => {
  const list = await archivist.read('/arkiv/gallring');
  const [, href] = /href="(\/arkiv\/gallring\/[0-9a-f-]{36})"/.exec(list)!;
  const page = await archivist.read(href!);
  assert.doesNotMatch(mainOf(await member.read(href!)), /<form method="post"/);
  assert.equal((await member.post(`${href}/godkann`, { version: '1' })).status, 403);
  assert.equal((await archivist.get(`${href}/bevis`)).status, 404);
  const approved = await archivist.post(`${href}/godkann`, { version: versionIn(page, `${href}/godkann`) });
  assert.equal(approved.status, 303);
  const ready = await archivist.read(href!);
  assert.match(ready, /förstörs och kan inte tas tillbaka/);
  const done = await archivist.post(`${href}/verkstall`, { version: versionIn(ready, `${href}/verkstall`) });
  assert.equal(done.status, 303);
  const id = href!.split('/').at(-1)!;
  const gone = { remove: async () => 'removed' as const };
  await destroyDisposedFiles({ db: site.db, blobs: gone }, site.database.tenantId, id);
  assert.match(await archivist.read(href!), /verkställd[\s\S]*filen är förstörd/);
  const pdf = await archivist.get(`${href}/bevis`);
  await assertConformingPdf(new Uint8Array(await pdf.arrayBuffer()));
});
