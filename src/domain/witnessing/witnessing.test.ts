import assert from 'node:assert/strict';
import { generateKeyPairSync, randomInt } from 'node:crypto';
import { after, test } from 'node:test';
import fc from 'fast-check';
import pg from 'pg';
import { openTestDatabase } from '../../../test/support/database.ts';
import { isLongRun } from '../../../test/support/long-run.ts';
import {
  consistencyProof,
  emptyEdge,
  growEdge,
  leafHash,
  provesConsistency,
  rangeHash,
  rootOfEdge,
} from '../../kernel/merkle-tree.ts';
import {
  cosign,
  cosignedAt,
  openNote,
  readVerifierKey,
  signerOf,
  signNote,
  verifierKey,
} from '../../kernel/signed-note.ts';
import { createTenant } from '../../storage/tenant.ts';
import { verifyLog } from '../../storage/verify-log.ts';
import {
  type AskWitness,
  addWitness,
  eraseLogContent,
  exchangeHeads,
  isSilent,
  keyLine,
  listAlarms,
  listTreeHeads,
  listWatchedLogs,
  listWitnesses,
  originOf,
  receiveHead,
  settleAlarm,
  signHead,
  stopWatching,
  watchLog,
} from './index.ts';

const { db, authIn, connection, runtime, clock, close } = await openTestDatabase();
after(close);
const newSigner = () => signerOf(generateKeyPairSync('ed25519').privateKey);
const signer = newSigner();

/** An authority with so many entries, and what is done with it. */
async function authority(slug: string, entries: number) {
  const tenantId = await createTenant(db, { slug, name: slug });
  const proof = authIn(tenantId, 'witness.edit');
  const write = (count: number) =>
    db.transact(proof, { verb: 'write' }, async (w) => {
      for (let n = 0; n < count; n += 1)
        await w.log({ noun: 'trial', recordId: runtime.newId(), after: { n, text: 'Åsa' } });
    });
  if (entries > 0) await write(entries);
  return { tenantId, proof, write, sign: (key = signer) => signHead(db, proof, key) };
}

/** Does something to the tables of the log with the keys of the database, triggers off. */
async function asOwner<T>(run: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client(connection);
  await owner.connect();
  await owner.query(`set session_replication_role = 'replica'`);
  try {
    return await run(owner);
  } finally {
    await owner.end();
  }
}

const list = (count: number, mark = '') =>
  Array.from({ length: count }, (_, n) => leafHash(Buffer.from(`${mark}${n}`)));
const tree = (leaves: readonly Uint8Array[]) => rangeHash((low, high) => (high - low === 1 ? leaves[low] : undefined));

test('roots of the edge and of ranges agree, and a proof shows exactly that a list grew', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 300 }), (old, more) => {
      const size = old + more;
      const leaves = list(size);
      const hashOf = tree(leaves);
      const edge = emptyEdge();
      for (const leaf of leaves) growEdge(edge, leaf);
      assert.deepEqual(Buffer.from(rootOfEdge(edge)), Buffer.from(hashOf(0, size)));
      const was = { size: old, root: hashOf(0, old) };
      const is = { size, root: hashOf(0, size) };
      const proof = consistencyProof(old, size, hashOf);
      assert.ok(provesConsistency(was, is, proof));
      // Another beginning, another end, a proof with a step too few or too many: none of them passes.
      const other = tree(list(size, 'x'));
      assert.ok(!provesConsistency({ size: old, root: other(0, old) }, is, proof));
      assert.ok(!provesConsistency(was, { size, root: other(0, size) }, proof));
      assert.ok(!provesConsistency(was, is, [...proof, hashOf(0, 1)]));
      if (proof.length > 0) assert.ok(!provesConsistency(was, is, proof.slice(1)));
    }),
    { numRuns: 40 },
  );
});

test('a note is opened by the key that signed it, and by no flipped byte of it', () => {
  const note = signNote('kansli/x\n1\nroot\n', signer);
  assert.equal(openNote(note, signer.key), 'kansli/x\n1\nroot\n');
  assert.equal(openNote(note, newSigner().key), undefined);
  assert.deepEqual(readVerifierKey(verifierKey(signer.key))?.publicKey, Buffer.from(signer.key.publicKey));
  const bytes = Buffer.from(note);
  for (let place = 0; place < bytes.length - 1; place += 1) {
    const flipped = Buffer.from(bytes);
    flipped[place] = flipped[place]! ^ (1 << (place % 8));
    assert.notEqual(openNote(flipped.toString('utf8'), signer.key), 'kansli/x\n1\nroot\n', `byte ${place}`);
  }
  const at = new Date('2026-03-02T09:00:00.000Z');
  assert.deepEqual(cosignedAt('text\n', cosign('text\n', signer, at), signer.key), at);
  assert.equal(cosignedAt('other\n', cosign('text\n', signer, at), signer.key), undefined);
});

test('heads follow each other over whole tiles, and each is the beginning of the next', async () => {
  const one = await authority('grow', 700);
  const first = await one.sign();
  assert.equal(first?.size, 700);
  assert.equal((await one.sign())?.signedAt.getTime(), first.signedAt.getTime(), 'an unchanged log gets no new head');
  for (const count of [1, 67, 300]) {
    await one.write(count);
    await one.sign();
  }
  const heads = await db.read(one.proof, (r) => listTreeHeads(r, { limit: 10 }));
  assert.deepEqual(
    heads.map(({ size }) => size),
    [1068, 768, 701, 700],
  );
  // The roots are those of a tree that was computed from nothing, and verifyLog finds each of them.
  const kept = heads.flatMap(({ size, root, chain }) => [
    { size, hash: root },
    { size, hash: chain },
  ]);
  assert.deepEqual(await db.read(one.proof, (r) => verifyLog(r, kept)), { entries: 1068, fault: undefined });
});

test('what was flipped between write and signature is not signed', async () => {
  const one = await authority('flips', 40);
  await one.sign();
  await one.write(20);
  const rounds = isLongRun ? 1_000 : 60;
  let refused = 0;
  await asOwner(async (owner) => {
    for (let round = 0; round < rounds; round += 1) {
      const seq = randomInt(41, 61);
      const [table, column] = (
        [
          ['log_entry', 'verb'],
          ['log_entry', 'hash'],
          ['log_entry', 'prev_hash'],
          ['log_entry', 'data_commitment'],
          ['log_content', 'actor_name'],
          ['log_content', 'data_salt'],
        ] as const
      )[round % 6]!;
      const where = `tenant_id = '${one.tenantId}' and seq = ${seq}`;
      const { rows } = await owner.query<{ value: string }>(`select ${column} as value from ${table} where ${where}`);
      const value = rows[0]!.value;
      const place = randomInt(value.length);
      const other = String.fromCharCode(value.charCodeAt(place) ^ 1);
      const flipped = value.slice(0, place) + other + value.slice(place + 1);
      await owner.query(`update ${table} set ${column} = $1 where ${where}`, [flipped]);
      await assert.rejects(one.sign(), { code: 'log.storedDiffers' }, `${table}.${column} of ${seq}`);
      refused += 1;
      await owner.query(`update ${table} set ${column} = $1 where ${where}`, [value]);
    }
  });
  assert.equal(refused, rounds);
  assert.equal(
    (await one.sign())?.size,
    60,
    'what was put back is signed again: the refusals were not of another cause',
  );
  const alarms = await db.read(one.proof, (r) => listAlarms(r, { open: true }));
  assert.ok(alarms.length > 0 && alarms.every(({ kind }) => kind === 'storedDiffers'));
  const [alarm] = alarms;
  await db.transact(one.proof, { verb: 'settleAlarm' }, (w) =>
    settleAlarm(w, { alarmId: alarm!.id, settlement: 'Prov.', expectedVersion: alarm!.version }),
  );
  assert.equal((await db.read(one.proof, (r) => listAlarms(r, { open: true }))).length, alarms.length - 1);
});

test('a superuser who rewrites, cuts or sets back is found by heads that were kept, and not without them', async () => {
  const one = await authority('super', 30);
  const kept = await one.sign();
  assert.ok(kept);
  const heads = [{ size: kept.size, hash: kept.root }];
  const check = (with_: readonly { readonly size: number; readonly hash: string }[]) =>
    db.read(one.proof, (r) => verifyLog(r, with_)).then(({ fault }) => fault?.reason);
  const tables = ['log_entry', 'log_content', 'log_head'] as const;
  const keep = async (owner: pg.Client) => {
    for (const table of tables) await owner.query(`create table kept_${table} as table ${table}`);
  };
  const putBack = async (owner: pg.Client) => {
    for (const table of tables) {
      await owner.query(`delete from ${table}`);
      await owner.query(`insert into ${table} select * from kept_${table}`);
    }
  };
  await asOwner(async (owner) => {
    await keep(owner);
    assert.equal(await check(heads), undefined);

    await owner.query(`update log_entry set verb = 'other' where tenant_id = $1 and seq = 7`, [one.tenantId]);
    assert.equal(await check([]), 'content', 'one entry rewritten');
    await putBack(owner);

    await owner.query(`delete from log_entry where tenant_id = $1 and seq > 25`, [one.tenantId]);
    await owner.query(`delete from log_content where tenant_id = $1 and seq > 25`, [one.tenantId]);
    await owner.query(
      `update log_head set (seq, hash) = (select seq, hash from log_entry e where e.tenant_id = $1 and seq = 25) where tenant_id = $1`,
      [one.tenantId],
    );
    assert.equal(await check([]), undefined, 'control: the tail is gone and the chain alone does not tell');
    assert.equal(await check(heads), 'keptHead', 'the tail is gone');
    await assert.rejects(one.sign(), { code: 'log.storedDiffers' }, 'nothing is signed over a log that was set back');

    // The same number of entries written anew by the program itself: every hash and link fits.
    await one.write(5);
    assert.equal(await check([]), undefined, 'control: a log written anew is seamless');
    assert.equal(await check(heads), 'keptHead', 'a log written anew');
    await assert.rejects(one.sign(), { code: 'log.storedDiffers' });

    // Even with our own heads removed, a witness that saw one remembers.
    await putBack(owner);
  });
  assert.equal(await check(heads), undefined);
});

test('witnesses sign what grows, and tell on both sides of what was set back or forked', async () => {
  const log = await authority('logger', 10);
  const watcher = await authority('watcher', 1);
  const elsewhere = newSigner();
  const ask: AskWitness = (_address, head) => receiveHead(db, elsewhere, watcher.tenantId, head);
  const nameOf = async () => 'logger';
  const house = { db, signer, ask, nameOf };
  await db.transact(watcher.proof, { verb: 'watchLog' }, (w) =>
    watchLog(w, { name: 'Loggen', origin: originOf(log.tenantId), key: keyLine(signer.key) }),
  );
  await db.transact(log.proof, { verb: 'addWitness' }, (w) =>
    addWitness(w, { name: 'Vittnet', address: 'https://kansli.example.se/vittne/x', key: keyLine(elsewhere.key) }),
  );
  const neighbour = await authority('neighbour', 0);
  await db.transact(log.proof, { verb: 'addWitness' }, (w) =>
    addWitness(w, { name: 'Grannen', neighbourId: neighbour.tenantId }),
  );
  const alarmsOf = async (of: typeof log) =>
    (await db.read(of.proof, (r) => listAlarms(r, { open: true })))
      .map(({ kind, detail }) => `${kind} ${detail}`)
      .sort();

  for (const count of [3, 300, 1]) {
    await log.write(count);
    await exchangeHeads(house, log.proof);
  }
  const heads = await db.read(log.proof, (r) => listTreeHeads(r, { limit: 5 }));
  assert.deepEqual(
    heads.map(({ cosignatures }) => cosignatures.map(({ witness }) => witness)),
    [
      ['Grannen', 'Vittnet'],
      ['Grannen', 'Vittnet'],
      ['Grannen', 'Vittnet'],
    ],
  );
  assert.deepEqual(await alarmsOf(log), []);
  assert.deepEqual(await alarmsOf(watcher), []);
  assert.equal((await db.read(neighbour.proof, listWatchedLogs))[0]?.size, heads[0]?.size);

  // The operator sets the log back and removes every head of our own: only the witnesses know.
  const upTo = heads[1]!.size;
  await asOwner(async (owner) => {
    for (const [table, column] of [
      ['log_entry', 'seq'],
      ['log_content', 'seq'],
      ['tree_head', 'size'],
      ['head_cosignature', 'size'],
    ])
      await owner.query(`delete from ${table} where tenant_id = $1 and ${column} > $2`, [log.tenantId, upTo]);
    await owner.query(
      `update log_head set (seq, hash) = (select seq, hash from log_entry where tenant_id = $1 and seq = $2) where tenant_id = $1`,
      [log.tenantId, upTo],
    );
  });
  assert.equal((await db.read(log.proof, (r) => verifyLog(r))).fault, undefined, 'control: nothing in the house tells');
  clock.set('2026-03-02T10:00:00.000Z');
  await exchangeHeads(house, log.proof);
  assert.deepEqual(await alarmsOf(log), ['witnessRefused rolledBack', 'witnessRefused rolledBack']);
  // The very head that was signed long ago proves nothing by itself; a later one with fewer entries than seen does.
  await asOwner((owner) =>
    owner.query('delete from tree_head where tenant_id = $1 and size = $2', [log.tenantId, upTo]),
  );
  await exchangeHeads(house, log.proof);
  assert.deepEqual(await alarmsOf(watcher), ['watchedContradicts rolledBack']);
  assert.equal((await db.read(log.proof, listWitnesses))[0]?.refusal, 'rolledBack');

  // It grows again, otherwise than before: as many entries as the witness saw, with another root, and then more.
  await log.write(heads[0]!.size - upTo);
  clock.set('2026-03-02T11:00:00.000Z');
  await exchangeHeads(house, log.proof);
  assert.ok((await alarmsOf(log)).includes('witnessRefused rolledBack'));
  assert.equal((await db.read(log.proof, listWitnesses)).find(({ name }) => name === 'Vittnet')?.refusal, 'forked');
  await log.write(4);
  await exchangeHeads(house, log.proof);
  assert.equal((await db.read(log.proof, listWitnesses)).find(({ name }) => name === 'Vittnet')?.refusal, 'unproved');
  assert.ok(((await db.read(watcher.proof, listWatchedLogs))[0]?.faults ?? 0) >= 3);
});

test('a witness signs for nobody it does not know and for no other key; one that says nothing is told of', async () => {
  const log = await authority('stranger', 2);
  const watcher = await authority('careful', 1);
  const head = await log.sign();
  const handed = { old: 0, proof: [], checkpoint: head!.note };
  assert.deepEqual(await receiveHead(db, signer, watcher.tenantId, handed), { refusal: 'unknownLog' });
  await db.transact(watcher.proof, { verb: 'watchLog' }, (w) =>
    watchLog(w, { name: 'Fel nyckel', origin: originOf(log.tenantId), key: keyLine(newSigner().key) }),
  );
  assert.deepEqual(await receiveHead(db, signer, watcher.tenantId, handed), { refusal: 'badSignature' });

  const [wrong] = await db.read(watcher.proof, listWatchedLogs);
  const stop = { watchedLogId: wrong!.id, expectedVersion: wrong!.version };
  await db.transact(watcher.proof, { verb: 'stopWatching' }, (w) => stopWatching(w, stop));
  assert.deepEqual(await receiveHead(db, signer, watcher.tenantId, handed), { refusal: 'unknownLog' });
  const right = { name: 'Rätt nyckel', origin: originOf(log.tenantId), key: keyLine(signer.key) };
  await db.transact(watcher.proof, { verb: 'watchLog' }, (w) => watchLog(w, right));
  assert.ok('cosignature' in (await receiveHead(db, signer, watcher.tenantId, handed)), 'watched again');
  const [again] = await db.read(watcher.proof, listWatchedLogs);
  await db.transact(watcher.proof, { verb: 'stopWatching' }, (w) =>
    stopWatching(w, { watchedLogId: again!.id, expectedVersion: again!.version }),
  );
  await db.transact(watcher.proof, { verb: 'watchLog' }, (w) => watchLog(w, right));
  assert.equal((await db.read(watcher.proof, listWatchedLogs))[0]?.size, head!.size, 'what was seen is not forgotten');

  clock.set('2026-03-03T08:00:00.000Z');
  await db.transact(log.proof, { verb: 'addWitness' }, (w) =>
    addWitness(w, { name: 'Tyst', address: 'https://kansli.example.se/vittne/x', key: keyLine(signer.key) }),
  );
  const house = { db, signer, ask: () => Promise.reject(new Error('down')), nameOf: async () => '' };
  await exchangeHeads(house, log.proof);
  assert.deepEqual(await db.read(log.proof, (r) => listAlarms(r, { open: true })), []);
  clock.set('2026-03-03T12:00:00.001Z');
  await exchangeHeads(house, log.proof);
  const [alarm] = await db.read(log.proof, (r) => listAlarms(r, { open: true }));
  assert.equal(alarm?.kind, 'witnessSilent');
  assert.ok(!isSilent([], runtime.now()), 'who has no witness has none that is silent');
});

test('a witness is written with its whole address and key', async () => {
  const log = await authority('typed', 1);
  const add = (input: Parameters<typeof addWitness>[1]) =>
    db.transact(log.proof, { verb: 'addWitness' }, (w) => addWitness(w, input));
  for (const address of ['http://a.example', 'ftp://a.example', 'https://u:p@a.example/', '//a', ''])
    await assert.rejects(add({ name: 'V', address, key: keyLine(signer.key) }), { code: 'record.invalid' }, address);
  await assert.rejects(add({ name: 'V', address: 'https://a.example', key: 'kansli' }), { code: 'record.invalid' });
  await assert.rejects(add({ name: 'V', neighbourId: log.tenantId }), { code: 'record.invalid' });
});

test('what was erased can neither be read nor guessed, and the chain holds', async () => {
  const log = await authority('erase', 4);
  await log.sign();
  const operator = authIn(log.tenantId, 'system.operate');
  await assert.rejects(eraseLogContent(db, operator, { seq: 2, parts: ['data'], reason: ' ' }), {
    code: 'log.erasureNeedsReason',
  });
  await eraseLogContent(db, operator, { seq: 2, parts: ['data'], reason: 'Beslut om radering, dnr 26RS1.' });
  await eraseLogContent(db, operator, { seq: 3, parts: ['actor', 'data'], reason: 'Beslut om radering, dnr 26RS1.' });
  const { rows } = await db.pool.query(
    `select actor_name, actor_salt, data, data_salt from log_content where tenant_id = $1 and seq in (2, 3) order by seq`,
    [log.tenantId],
  );
  assert.deepEqual([rows[0].data, rows[0].data_salt], [null, null]);
  assert.ok(rows[0].actor_name, 'who did it was not asked to go');
  assert.deepEqual(rows[1], { actor_name: null, actor_salt: null, data: null, data_salt: null });
  assert.deepEqual(await db.read(log.proof, (r) => verifyLog(r)), { entries: 6, fault: undefined });
  assert.equal((await log.sign())?.size, 6);
});
