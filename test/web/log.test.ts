import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, before, test } from 'node:test';
import { verifyStream } from '../../bin/verify-log.mjs';
import { authorize } from '../../src/domain/access/index.ts';
import { keyLine, originOf, signHead } from '../../src/domain/witnessing/index.ts';
import { signerOf } from '../../src/kernel/signed-note.ts';
import { type DemoSite, demoOrigin, openDemoSite, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let admin: Visitor;
const signer = signerOf(generateKeyPairSync('ed25519').privateKey);
before(async () => {
  site = await openDemoSite();
  admin = await site.signIn('admin');
});
after(() => site.close());

test('the log is for those who look after it: as a page, as a table and as a file that holds by itself', async () => {
  const member = await site.signIn('ledamot');
  for (const path of ['/loggen', '/loggen/fil', '/loggen/vittnen', '/loggen/poster.csv'])
    assert.equal((await member.get(path)).status, 403, path);
  const head = await signHead(site.db, authorize(site.operator, 'log.read'), signer);
  assert.ok(head);
  const page = await admin.read('/loggen');
  assert.match(page, new RegExp(head.root));
  assert.match(page, /Äldre poster/);
  assert.match(await admin.read('/loggen?atgard=finnsInte'), /Inga poster passar urvalet/);
  const csv = await (await admin.get('/loggen/poster.csv?atgard=loadDemoAccounts')).text();
  assert.ok(
    csv.split('\n').length > 10 &&
      csv
        .split('\n')
        .slice(1, 4)
        .every((line) => line.includes('loadDemoAccounts')),
  );
  const bytes = new Uint8Array(await (await admin.get('/loggen/fil')).arrayBuffer());
  const kept = [{ size: head.size, hash: head.root }];
  const verdict = await verifyStream([bytes], { heads: kept });
  assert.ok(verdict.ok && verdict.entries >= head.size && verdict.heads >= 1, JSON.stringify(verdict));
});

test('a witness that cannot be one is refused with what was typed; one that can is added and removed', async () => {
  const typed = { name: 'Kommunens vittne', address: 'http://192.168.0.1/x', key: 'nyckel' };
  const refused = await admin.post('/loggen/vittnen', typed);
  assert.equal(refused.status, 422);
  const again = await refused.text();
  assert.match(again, /Adressen går inte att använda/);
  assert.match(again, /value="http:\/\/192\.168\.0\.1\/x"/);
  const good = { ...typed, address: 'https://kansli.example.se/vittne/x', key: keyLine(signer.key) };
  assert.equal((await admin.post('/loggen/vittnen', good)).status, 303);
  const page = await admin.read('/loggen/vittnen');
  const [, id] = /\/loggen\/vittnen\/([0-9a-f-]{36})\/ta-bort/.exec(page.slice(page.indexOf('Kommunens vittne')))!;
  assert.equal((await admin.post(`/loggen/vittnen/${id}/ta-bort`, { version: '9' })).status, 409);
  assert.equal((await admin.post(`/loggen/vittnen/${id}/ta-bort`, { version: '1' })).status, 303);
  assert.doesNotMatch(await admin.read('/loggen/vittnen'), /Kommunens vittne/);
  const archivist = await site.signIn('arkivarie');
  assert.equal((await archivist.post('/loggen/vittnen', good)).status, 403);
});

test('a head comes in as signed JSON from another program, which needs no form and has no power', async () => {
  const hand = (body: string) =>
    site.app.request(`${demoOrigin}/vittne/prov`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
  const checkpoint = `${originOf(site.services.runtime.newId())}\n1\nx\n`;
  const answer = await hand(JSON.stringify({ old: 0, proof: [], checkpoint }));
  assert.deepEqual(await answer.json(), { refusal: 'unknownLog' });
  for (const wrong of ['', '[1', '"x"', JSON.stringify({ old: -1, checkpoint })])
    assert.ok([400, 422].includes((await hand(wrong)).status), wrong);
});
