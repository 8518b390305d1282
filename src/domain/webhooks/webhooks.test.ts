import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openTestDatabase } from '../../../test/support/database.ts';
import { AppError } from '../../kernel/errors.ts';
import { keyringOf } from '../access/index.ts';
import {
  carryPublicEvent,
  changeWebhook,
  deliverWebhook,
  eventFor,
  getWebhook,
  isSignedBy,
  isWebhookAddress,
  listDeliveries,
  registerWebhook,
  renewWebhookSecret,
  type SendOut,
  secretOf,
  signedHeaders,
  type WebhookErrand,
} from './index.ts';

const { db, auth, tenantId, runtime, close } = await openTestDatabase();
after(close);
const keyring = keyringOf(Buffer.alloc(32, 7), runtime);
const edit = auth('webhook.edit');
const happened = { kind: 'published', noun: 'decision', recordId: '11111111-1111-4111-8111-111111111111' } as const;

const register = () =>
  db.transact(edit, { verb: 'registerWebhook' }, (w) =>
    registerWebhook(w, keyring, { address: 'https://exempel.example/kansli', events: ['decision.published'] }),
  );
/** What lies in the outbox for an address. */
const waiting = async (id: string) =>
  (
    await db.system('relay', (system) =>
      system.selectFrom('outbox').select(['id', 'payload']).where('topic', '=', 'webhook').execute(),
    )
  ).filter(({ payload }) => (payload as WebhookErrand).webhookId === id);
const deliver = (send: SendOut, id: string, attempt: number, errand: WebhookErrand) =>
  deliverWebhook(db, { send, keyring, site: '' }, { id, tenantId, attempt, postedAt: runtime.now() }, errand);

test('an address is told what it asked for, signed, with ids and nothing else', async () => {
  const { id, secret } = await register();
  await carryPublicEvent(db, tenantId, { ...happened, noun: 'matter' });
  assert.deepEqual(await waiting(id), []);
  await carryPublicEvent(db, tenantId, happened);
  const [message] = await waiting(id);
  const sent: { headers: Readonly<Record<string, string>>; body: string }[] = [];
  await deliver(
    async (_, one) => {
      sent.push(one);
      return { status: 204 };
    },
    message!.id,
    1,
    message!.payload as WebhookErrand,
  );
  const [{ headers, body }] = sent as [(typeof sent)[0]];
  assert.ok(isSignedBy(secret, headers, body, runtime.now()));
  assert.deepEqual(JSON.parse(body), {
    type: 'decision.published',
    timestamp: runtime.now().toISOString(),
    data: { kind: 'published', noun: 'decision', id: happened.recordId },
  });
  // Controls: another body, another secret, another time.
  assert.equal(isSignedBy(secret, headers, `${body} `, runtime.now()), false);
  assert.equal(isSignedBy(secretOf('AAAA'), headers, body, runtime.now()), false);
  assert.equal(isSignedBy(secret, headers, body, new Date(runtime.now().getTime() + 301_000)), false);
  const kept = await db.read(edit, (r) =>
    r.db
      .selectFrom('webhook')
      .select('sealed_secret')
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  );
  assert.equal(kept.sealed_secret.includes(secret), false);
  const renewed = await db.transact(edit, { verb: 'renewWebhookSecret' }, (w) =>
    renewWebhookSecret(w, keyring, { id, version: 1 }),
  );
  assert.notEqual(renewed, secret);
});

test('a fault is tried again, a message is given up, and an address that never answers is stopped until somebody starts it', async () => {
  const { id } = await register();
  const errand: WebhookErrand = { ...happened, webhookId: id, event: 'decision.published' };
  const broken: SendOut = async () => ({ status: 500 });
  await assert.rejects(deliver(broken, runtime.newId(), 1, errand), /did not arrive/);
  for (let message = 1; message <= 5; message++) await deliver(broken, runtime.newId(), 8, errand);
  const stopped = await db.read(edit, (r) => getWebhook(r, id));
  assert.deepEqual([stopped.state, stopped.failures], ['stopped', 5]);
  let called = false;
  await deliver(
    async () => {
      called = true;
      return { status: 200 };
    },
    runtime.newId(),
    1,
    errand,
  );
  assert.equal(called, false, 'who is stopped is not called');
  await db.transact(edit, { verb: 'changeWebhook' }, (w) =>
    changeWebhook(w, { id, version: stopped.version, action: 'resume' }),
  );
  // An address that may not be called is no reason to try again.
  await deliver(
    () => Promise.reject(new AppError('egress.refused', { reason: 'an address of an inner network' })),
    runtime.newId(),
    1,
    errand,
  );
  const deliveries = await db.read(edit, (r) => listDeliveries(r, id));
  assert.equal(deliveries.length, 7);
  assert.equal(deliveries.filter(({ failure }) => failure === 'refused').length, 1);
  await assert.rejects(
    db.transact(edit, { verb: 'changeWebhook' }, (w) =>
      changeWebhook(w, { id, version: stopped.version + 1, action: 'resume' }),
    ),
    /state/,
  );
});

test('only an https address without a user can be registered, and events are told by the nearest name', () => {
  assert.ok(isWebhookAddress('https://exempel.example/a?b=c'));
  for (const address of [
    'http://exempel.example/',
    'ftp://exempel.example',
    'https://a:b@exempel.example/',
    'https://exempel.example/#a',
    'javascript:alert(1)',
    '',
    `https://e.example/${'a'.repeat(500)}`,
  ])
    assert.equal(isWebhookAddress(address), false, address);
  assert.equal(eventFor(['publication.published'], happened), 'publication.published');
  assert.equal(eventFor(['publication.published', 'decision.published'], happened), 'decision.published');
  assert.equal(eventFor(['publication.published'], { ...happened, kind: 'withdrawn' }), undefined);
  assert.equal(eventFor(['notice.posted'], { ...happened, kind: 'posted' }), 'notice.posted');
  assert.match(signedHeaders(secretOf('AAAA'), 'id', new Date(0), '{}')['webhook-signature']!, /^v1,[\w+/]{43}=$/);
});
