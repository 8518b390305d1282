import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { readConfig } from './config.ts';
import { koladaTable } from './domain/indicators/index.ts';
import { openKolada } from './fetch-kolada.ts';

/** A server on this machine that answers as Kolada did when the file was recorded, a page at a time; some paths answer badly. */
const recorded = JSON.parse(readFileSync('test/fixtures/figures/kolada-v3.json', 'utf8')) as {
  readonly values: readonly unknown[];
  readonly municipalities: readonly unknown[];
};
const asked: string[] = [];
const server = createServer((request, response) => {
  const url = request.url ?? '';
  asked.push(url);
  const json = (body: unknown) => response.end(JSON.stringify(body));
  if (url.startsWith('/slow/')) return;
  if (url.startsWith('/moved/')) return void response.writeHead(302, { location: `${base}/v3${url.slice(6)}` }).end();
  if (url.startsWith('/elsewhere/')) return void json({ values: [], next_url: 'http://127.0.0.1:1/v3/data' });
  if (url.startsWith('/large/')) return void json({ values: ['x'.repeat(5_000)] });
  if (url.startsWith('/broken/')) return void response.end('<html>');
  if (url.startsWith('/down/')) return void response.writeHead(503).end();
  if (url.startsWith('/v3/municipality')) return void json({ values: recorded.municipalities, next_url: null });
  if (url.includes('page=2')) return void json({ values: recorded.values.slice(1), next_url: null });
  json({ values: recorded.values.slice(0, 1), next_url: `${base}${url}?page=2` });
});
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
after(() => {
  server.closeAllConnections();
  server.close();
});
const ask = { keyFigures: ['N00001'], municipalities: ['9001', '9000'], years: ['2023', '2024'] };
const small = { milliseconds: 300, bytes: 4_000, pages: 3 };

test('nothing is fetched unless the installation has an address, and only over TLS', () => {
  assert.equal(openKolada(readConfig({}).koladaUrl), undefined);
  assert.throws(() => openKolada('http://kolada.example'), /https:/);
  assert.throws(() => readConfig({ KANSLI_KOLADA_URL: 'kolada' }), /KANSLI_KOLADA_URL/);
});

test('an answer is fetched page by page with the names of its municipalities, and reads as a file that was handed in', async () => {
  const bytes = await openKolada(`${base}/v3`)!(ask);
  assert.ok(asked.includes('/v3/data/kpi/N00001/municipality/9001,9000/year/2023,2024'));
  const rows = koladaTable(new TextDecoder().decode(bytes));
  assert.deepEqual(rows, koladaTable(readFileSync('test/fixtures/figures/kolada-v3.json', 'utf8')));
  assert.equal(rows[1]![1], 'Granby');
});

test('an answer that is late, too large, somewhere else or no answer is refused', async () => {
  for (const way of ['slow', 'moved', 'elsewhere', 'large', 'broken', 'down'])
    await assert.rejects(openKolada(`${base}/${way}`, small)!(ask), { code: 'indicators.koladaFailed' }, way);
});
