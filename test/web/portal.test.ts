import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Config } from '../../src/config.ts';
import type { Context } from '../../src/context.ts';
import { portalServices } from '../../src/open-portal.ts';
import { frontDoor, withoutTheAsker } from '../../src/web/portal/front-door.ts';
import { portalApp } from '../../src/web/portal/portal-app.ts';
import { portalRoutes } from '../../src/web/portal/portal-routes.ts';
import { aPublishedMatter, publishAll } from '../support/build-published.ts';
import { openTestDatabase } from '../support/database.ts';

const world = await openTestDatabase();
after(world.close);
const { db } = world;

const files = new Map([['f'.repeat(64), new TextEncoder().encode('%PDF-1.7 provfil')]]);
const config = { publicUrl: 'http://localhost' } as Config;
const blobs = { get: async (hash: string) => files.get(hash)! } as unknown as Context['blobs'];
const portal = portalApp({
  services: portalServices({ runtime: world.runtime, db, blobs, config }),
  site: { version: '0', demo: false },
  routes: portalRoutes,
  freshFor: 0,
});

test('before anything is published the portal says so, and an unknown authority is an unknown page', async () => {
  const empty = await portal.request('/oppet');
  assert.equal(empty.status, 200);
  assert.match(await empty.text(), /Ingenting är publicerat än/);
  assert.equal((await portal.request('/oppet/prov')).status, 404);
});

test('the start page tells what is new, and answers the same to everybody', async () => {
  await publishAll(world, [aPublishedMatter()]);
  const start = await portal.request('/oppet/prov');
  const text = await start.text();
  assert.equal(start.status, 200, text);
  assert.match(text, /Plan för primärvården/);
  assert.equal(start.headers.get('set-cookie'), null);
  assert.match(start.headers.get('cache-control') ?? '', /public, max-age=30, must-revalidate/);
  const again = await portal.request('/oppet/prov', { headers: { 'if-none-match': start.headers.get('etag')! } });
  assert.equal(again.status, 304);
});

test('what tells who asks is left at the door', async () => {
  const asked = new Request('http://localhost/oppet', {
    headers: { cookie: 'kansli-session=1', authorization: 'Bearer x', 'x-forwarded-for': '1.2.3.4', 'user-agent': 'y' },
  });
  assert.deepEqual([...withoutTheAsker(asked).headers.keys()], []);
  const seen: string[] = [];
  const told = (room: string) => ({
    fetch: (request: Request) => {
      seen.push(`${room} ${request.headers.get('cookie')}`);
      return new Response();
    },
  });
  const door = frontDoor(told('open'), told('house'));
  for (const path of ['/oppet', '/oppet/x/y', '/oppetx', '/']) await door.request(path, { headers: { cookie: 'a=b' } });
  assert.deepEqual(seen, ['open null', 'open null', 'house a=b', 'house a=b']);
});
