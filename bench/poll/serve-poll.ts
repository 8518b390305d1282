import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import { getPoll, resultOf } from '../../src/domain/polls/index.ts';
import { systemRuntime } from '../../src/kernel/runtime.ts';
import { openServices } from '../../src/serve.ts';
import { webApp } from '../../src/web/app.ts';
import { allRoutes } from '../../src/web/routes.ts';
import { listen } from '../../test/support/browser.ts';
import { buildPoll, stepPoll } from '../../test/support/build-polls.ts';
import { openTestDatabase } from '../../test/support/database.ts';

/**
 * The product with one open poll, in a process of its own on a loopback port, with the limits of rates that it has in use. It tells its parent where it
 * is; asked for it, it closes the poll and tells what was counted.
 */
const t = await openTestDatabase();
const poll = await buildPoll(t, {
  groupLabel: 'Kommun',
  groups: ['Sjöberga', 'Granby'],
  questions: [
    { kind: 'agree', prompt: 'Jag vet vart jag vänder mig.' },
    { kind: 'agree', prompt: 'Vården är nära.' },
    { kind: 'single', prompt: 'Vad är viktigast?', options: ['Tid', 'Plats', 'Samma personal'] },
    { kind: 'comment', prompt: 'Vad saknas?' },
  ],
});
const refuse = () => Promise.reject(new Error('no files'));
const app = webApp({
  services: {
    runtime: systemRuntime(),
    db: t.db,
    blobs: { put: refuse, get: refuse },
    drawPage: refuse,
    askPackage: refuse,
    publicUrl: 'http://localhost',
    ...openServices(t.db, t.tenantId, 'http://localhost'),
  },
  sessions: { find: async () => undefined, end: async () => {} },
  site: { name: 'Mätregionen', version: '0', demo: false },
  routes: allRoutes({ development: false, demoLogins: [] }),
});
const server = await listen(app);
process.send!({ origin: server.origin, code: poll.code });
process.once('message', async () => {
  await stepPoll(t, poll.id, 'close');
  const auth = authorize(operatorOf(t.tenantId), 'record.read');
  const counted = await t.db.read(auth, async (r) => {
    const closed = await getPoll(r, poll.id);
    return { ballots: closed.ballots, results: await resultOf(r, closed) };
  });
  process.send!({
    ballots: counted.ballots,
    counts: counted.results.map(({ all }) => (all === 'few' ? [] : all.values.map(({ count }) => count))),
  });
  await server.close();
  await t.close();
  process.disconnect();
});
