import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildDocument, buildMatter } from '../../../test/support/build-matters.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { problemKeys, runVerbs } from '../../../test/support/run-verbs.ts';
import type { Id } from '../../kernel/id.ts';
import { getMatter } from '../matters/index.ts';
import { markField } from '../secrecy/index.ts';
import {
  answerDisclosure,
  type DisclosureAction,
  daysTaken,
  findByReference,
  getDisclosure,
  isOverdue,
  listDisclosures,
  listTriedDocuments,
  refusalLetter,
  registerDisclosure,
  type TriedOutcome,
  tryDocument,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write, as } = runVerbs(t, 'disclosure.handle');
const bodyId = await buildBody(t);
const ask = (more: { receivedOn?: string; contact?: string; matterNumber?: string } = {}) =>
  write((w) => registerDisclosure(w, { bodyId, receivedOn: '2026-03-02', askedFor: 'Alla fakturor 2025', ...more }));
const answer = (requestId: string, action: DisclosureAction, more: { provisions?: string; decision?: string } = {}) =>
  write((w) => answerDisclosure(w, { requestId, expectedVersion: 1, action, answeredOn: '2026-03-02', ...more }));

test('R-TF-3: a request needs what is asked for and nothing else: no column has room for who asks or why', async () => {
  const id = await ask();
  const found = await read((r) => getDisclosure(r, id));
  assert.deepEqual([found.askedFor, found.state, found.contact], ['Alla fakturor 2025', 'received', null]);
  const row = await read((r) =>
    r.db.selectFrom('disclosure_request').selectAll().where('tenant_id', '=', r.tenantId).executeTakeFirstOrThrow(),
  );
  const [ofTheRecord, ofTheQuestion, ofTheAnswer] = [
    ['id', 'tenant_id', 'version', 'created_at'],
    ['body_id', 'received_on', 'asked_for', 'matter_id', 'contact'],
    ['state', 'answered_on', 'provisions', 'decision', 'answered_by', 'reference'],
  ];
  assert.deepEqual(Object.keys(row).sort(), [...ofTheRecord!, ...ofTheQuestion!, ...ofTheAnswer!].sort());
});

test('R-TF-3: an address that was given freely stays out of the log, and goes when nothing more is to be sent', async () => {
  const released = await ask({ contact: 'nagon@example.se' });
  assert.equal((await read((r) => getDisclosure(r, released))).contact, 'nagon@example.se');
  await answer(released, 'release');
  assert.equal((await read((r) => getDisclosure(r, released))).contact, null);
  const masked = await ask({ contact: 'annan@example.se' });
  await answer(masked, 'releaseInPart', { provisions: 'OSL 25 kap. 1 §' });
  assert.equal((await read((r) => getDisclosure(r, masked))).contact, 'annan@example.se', 'an appeal can follow');
  const entries = await read((r) =>
    r.db.selectFrom('log_told').selectAll().where('tenant_id', '=', r.tenantId).execute(),
  );
  assert.ok(entries.length > 0);
  assert.doesNotMatch(JSON.stringify(entries), /@example\.se/);
});

test('R-TF-3: what is held back cites its provision, and a refusal is a written decision', async () => {
  const id = await ask();
  await assert.rejects(answer(id, 'releaseInPart'), problemKeys('disclosure.provisions'));
  await assert.rejects(answer(id, 'refuse', { provisions: 'OSL 25 kap. 1 §' }), problemKeys('disclosure.decision'));
  await answer(id, 'refuse', { provisions: 'OSL 25 kap. 1 §', decision: 'Uppgifterna rör enskilds hälsa.' });
  const found = await read((r) => getDisclosure(r, id));
  assert.deepEqual([found.state, found.provisions], ['refused', 'OSL 25 kap. 1 §']);
  await assert.rejects(
    write((w) =>
      answerDisclosure(w, { requestId: id, expectedVersion: 2, action: 'release', answeredOn: '2026-03-02' }),
    ),
    { code: 'record.wrongState' },
  );
});

test('R-TF-3: at once: a request that waits is late after a few days, and the days are counted', async () => {
  const waiting = { state: 'received', receivedOn: '2026-03-02', answeredOn: null } as const;
  assert.equal(isOverdue(waiting, '2026-03-05'), false);
  assert.equal(isOverdue(waiting, '2026-03-06'), true);
  assert.equal(isOverdue({ ...waiting, state: 'released' }, '2026-04-06'), false);
  assert.equal(daysTaken(waiting, '2026-03-30'), 28, 'summer time makes no day longer');
  assert.equal(daysTaken({ ...waiting, answeredOn: '2026-03-02' }, '2026-03-30'), 0);
  const oldest = await ask({ receivedOn: '2026-02-20' });
  assert.equal((await read((r) => listDisclosures(r)))[0]!.id, oldest, 'who has waited longest stands first');
});

test('a request of another day than can be, or of a matter that is not there, is refused', async () => {
  await assert.rejects(ask({ receivedOn: '2026-03-03' }), problemKeys('disclosure.day'));
  await assert.rejects(ask({ matterNumber: 'XX 2026/1' }), problemKeys('disclosure.noMatter'));
});

test('a role on another body answers nothing here', async () => {
  const other = await buildBody(t);
  await assert.rejects(
    as('archivist', other, 'disclosure.handle', (w) =>
      registerDisclosure(w, { bodyId, receivedOn: '2026-03-02', askedFor: 'Protokoll' }),
    ),
    { code: 'access.denied' },
  );
});

test('each document is tried by itself, and what is held back is cited in the answer', async () => {
  const matterId = await buildMatter(t, { bodyId });
  const [plain, marked] = [await buildDocument(t, { matterId }), await buildDocument(t, { matterId })];
  const elsewhere = await buildDocument(t, { matterId: await buildMatter(t, { bodyId }) });
  const { registrationNumber } = await read((r) => getMatter(r, matterId));
  const requestId = await ask({ matterNumber: registrationNumber });
  const find = (documentId: Id<'document'>, outcome: TriedOutcome, provision: string | null = null) =>
    write((w) => tryDocument(w, { requestId, documentId, outcome, provision }));
  await as('committeeSecretary', bodyId, 'secrecy.mark', (w) =>
    markField(w, { noun: 'document', recordId: marked, field: 'title', level: 'secret', provision: 'osl-25-1' }),
  );
  await find(plain, 'open');
  await assert.rejects(find(marked, 'open'), problemKeys('disclosure.marked'));
  await assert.rejects(find(marked, 'masked', ''), problemKeys('disclosure.provisions'));
  await assert.rejects(find(elsewhere, 'open'), problemKeys('disclosure.otherMatter'));
  await find(marked, 'withheld', 'osl-26-1');
  await find(marked, 'masked', 'osl-25-1');
  const tried = await read((r) => listTriedDocuments(r, requestId));
  assert.deepEqual(
    tried.map(({ documentId, outcome, provision }) => [documentId, outcome, provision]).sort(),
    [
      [plain, 'open', null],
      [marked, 'masked', 'OSL 25 kap. 1 §'],
    ].sort(),
  );
  await assert.rejects(answer(requestId, 'release'), problemKeys('disclosure.heldBack'));
  await answer(requestId, 'releaseInPart');
  const request = await read((r) => getDisclosure(r, requestId));
  assert.equal(request.provisions, 'OSL 25 kap. 1 §');
  await assert.rejects(find(plain, 'open'), { code: 'record.wrongState' });
  const letter = JSON.stringify(
    refusalLetter({ request, authority: 'Provregionen', tried: tried.map((one) => ({ ...one, title: 'Handling' })) }),
  );
  assert.match(letter, /OSL 25 kap\. 1 §.*kammarrätten/);
  assert.match(letter, new RegExp(request.reference!));
});

test('a code leads to its request however it is typed, and to nothing else', async () => {
  const requestId = await ask();
  const { reference } = await read((r) => getDisclosure(r, requestId));
  const found = await read((r) => findByReference(r, ` ${reference!.toLowerCase().replace('-', '')} `));
  assert.deepEqual(Object.keys(found!).sort(), ['answeredOn', 'bodyName', 'provisions', 'receivedOn', 'state']);
  for (const wrong of ['', 'ÅÄÖ', '0000-0000', reference!.slice(0, 8), `${reference!}A`])
    assert.equal(await read((r) => findByReference(r, wrong)), undefined, wrong);
});
