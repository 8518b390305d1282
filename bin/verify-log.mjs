#!/usr/bin/env node
// Checks the file of a log (docs/reference/log-format.md) without Kansli, packages, database or network. Written to be read: one file.
//   node verify-log.mjs FILE [--head SIZE:HASH]… [--key HEX]     0 it holds, 1 it does not (and where), 2 wrong usage
import * as crypto from 'node:crypto';
import { createReadStream, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const zeros = '0'.repeat(64);
const hex = /^[0-9a-f]{64}$/;
const sha = (data, encoding = 'hex') =>
  crypto.hash ? crypto.hash('sha256', data, encoding) : crypto.createHash('sha256').update(data).digest(encoding);
const text = JSON.stringify;

/** A checker that is fed lines one by one. `fail` throws where the file is wrong; `end` answers with what it held. */
export function openVerifier({ heads: kept = [], key } = {}) {
  const state = {
    line: 0,
    header: undefined,
    headsLeft: 0,
    seq: 0,
    prev: zeros,
    ended: false,
    signatures: 0,
    found: 0,
  };
  const digest = crypto.createHash('sha256');
  const heads = [];
  const roots = [];
  const fail = (why) => {
    throw Object.assign(new Error(why), { line: state.line, entry: state.entry });
  };

  function feed(line) {
    state.line += 1;
    state.entry = undefined;
    if (state.ended) fail('something stands after the end');
    let value;
    try {
      value = JSON.parse(line);
    } catch {
      return fail('not JSON');
    }
    if (typeof value !== 'object' || value === null) fail('not an object');
    if (!state.header) header(line, value);
    else if (state.headsLeft > 0) head(line, value);
    else if (state.seq < state.header.entries) entry(line, value);
    else return end(line, value);
    digest.update(line).update('\n');
  }

  function header(line, { kansliLog, tenant, name, exportedAt, entries, heads: count }) {
    if (kansliLog !== 1) fail('not the file of a log that this program knows');
    if (![entries, count].every((one) => Number.isSafeInteger(one) && one >= 0)) fail('the header has no counts');
    if (typeof tenant !== 'string' || typeof name !== 'string' || typeof exportedAt !== 'string')
      fail('the header is not whole');
    exactly(line, { kansliLog, tenant, name, exportedAt, entries, heads: count });
    state.header = { tenant, entries };
    state.headsLeft = count;
  }

  function head(line, { head: size, root, chain, note, key: own }) {
    exactly(line, { head: size, root, chain, note, key: own });
    if (!Number.isSafeInteger(size) || size <= (heads.at(-1)?.size ?? 0) || size > state.header.entries)
      fail('the heads are not in order');
    if (!hex.test(root) || !hex.test(chain) || !hex.test(own) || typeof note !== 'string')
      fail('the head is not whole');
    if (key !== undefined && own !== key) fail('the head is signed with another key');
    if (
      !signed(
        note,
        own,
        `kansli/${state.header.tenant}\n${size}\n${Buffer.from(root, 'hex').toString('base64')}\nchain ${chain}\nat `,
      )
    )
      fail('the signature of the head does not hold');
    state.signatures += 1;
    heads.push({ size, root, chain });
    state.headsLeft -= 1;
  }

  function entry(line, value) {
    state.entry = state.seq + 1;
    const wrong = faultOf(line, value, { tenant: state.header.tenant, seq: state.entry, prev: state.prev });
    if (wrong) fail(wrong);
    state.seq += 1;
    state.prev = value.hash;
    let size = 1;
    let hash = node(0, Buffer.from(value.hash, 'hex'));
    while (roots.at(-1)?.size === size) {
      hash = node(1, roots.pop().hash, hash);
      size *= 2;
    }
    roots.push({ size, hash });
    compare();
  }

  /** Heads of the file, and heads that somebody kept, at the size that was reached. */
  function compare() {
    const own = heads[state.found]?.size === state.seq ? heads[state.found] : undefined;
    const mine = kept.filter(({ size }) => size === state.seq);
    if (!own && mine.length === 0) return;
    const root = roots
      .map((one) => one.hash)
      .reduceRight((right, left) => node(1, left, right))
      .toString('hex');
    if (own) {
      if (own.root !== root || own.chain !== state.prev) fail('the head in the file does not agree with the entries');
      state.found += 1;
    }
    if (mine.some(({ hash }) => hash !== root && hash !== state.prev))
      fail('a head that was kept says otherwise: the log was rewritten');
  }

  function end(line, { end: count, sha256 }) {
    exactly(line, { end: count, sha256 });
    if (count !== state.seq || sha256 !== digest.digest('hex'))
      fail('the end does not agree with what stands before it');
    state.ended = true;
  }

  function exactly(line, value) {
    if (text(value) !== line) fail('not written as the format says');
  }

  function finish() {
    if (!state.ended) fail('the file ends too early');
    const longer = kept.find(({ size }) => size > state.seq);
    if (longer)
      fail(`a head of ${longer.size} entries was kept, and the log has ${state.seq}: it was cut off or set back`);
    return { tenant: state.header.tenant, entries: state.seq, heads: heads.length, chain: state.prev };
  }
  return { feed, finish };
}

/** Why an entry is not the one that follows; undefined when it is. */
export function faultOf(line, v, { tenant, seq, prev }) {
  const start = { seq: v.seq, at: v.at, verb: v.verb, noun: v.noun, recordId: v.recordId, format: v.format };
  const end = { prevHash: v.prevHash, hash: v.hash };
  const two = v.format === 2;
  const shape = two
    ? {
        ...start,
        actor: v.actor,
        data: v.data,
        ...end,
        actorText: v.actorText,
        actorSalt: v.actorSalt,
        dataText: v.dataText,
        dataSalt: v.dataSalt,
      }
    : { ...start, actorId: v.actorId, actorName: v.actorName, dataText: v.dataText, ...end };
  if (!two && v.format !== 1) return 'an unknown format';
  if (text(shape) !== line) return 'not written as the format says';
  if (v.seq !== String(seq)) return 'an entry is missing, or stands twice';
  if (v.prevHash !== prev) return 'it does not follow the entry before it';
  const bound = `"noun":${text(v.noun)},"prevHash":${text(v.prevHash)},"recordId":${text(v.recordId)},"seq":${text(v.seq)},"tenantId":${text(tenant)},"verb":${text(v.verb)}}`;
  const leaf = two
    ? `{"actor":${text(v.actor)},"at":${text(v.at)},"data":${text(v.data)},"format":2,${bound}`
    : `{"actorId":${text(v.actorId)},"actorName":${text(v.actorName)},"at":${text(v.at)},"data":${v.dataText},"format":1,${bound}`;
  if (sha(leaf) !== v.hash) return 'its hash is not the hash of what it says';
  if (two && !commits(v.actor, v.actorText, v.actorSalt)) return 'who did it is not what was committed to';
  if (two && !commits(v.data, v.dataText, v.dataSalt)) return 'what was done is not what was committed to';
  return undefined;
}

function commits(commitment, content, salt) {
  if (content === null && salt === null) return true;
  return typeof content === 'string' && typeof salt === 'string' && sha(salt + content) === commitment;
}

function node(mark, ...parts) {
  return sha(Buffer.concat([Buffer.of(mark), ...parts]), 'buffer');
}

function signed(note, key, begins) {
  const [, body, , name, base64] = /^([\s\S]*\n)(\n)— (\S+) ([A-Za-z0-9+/]+={0,2})\n$/.exec(note) ?? [];
  if (!body?.startsWith(begins) || body.split('\n').length !== 6) return false;
  const raw = Buffer.from(key, 'hex');
  const bytes = Buffer.from(base64, 'base64');
  const named = sha(Buffer.concat([Buffer.from(`${name}\n\u0001`), raw]), 'buffer').subarray(0, 4);
  if (bytes.toString('base64') !== base64 || !bytes.subarray(0, 4).equals(named)) return false;
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') };
  return crypto.verify(null, Buffer.from(body), crypto.createPublicKey({ key: jwk, format: 'jwk' }), bytes.subarray(4));
}

/** Checks a stream of bytes. What is not UTF-8, or does not end with a line feed, is wrong. */
export async function verifyStream(stream, options) {
  const verifier = openVerifier(options);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = '';
  try {
    for await (const chunk of stream) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop();
      for (const line of lines) verifier.feed(line);
    }
    if (rest + decoder.decode() !== '') throw new Error('the last line does not end');
    return { ok: true, ...verifier.finish() };
  } catch (error) {
    return { ok: false, line: error.line, entry: error.entry, why: error.message };
  }
}

async function main(args) {
  const options = { heads: [], key: undefined };
  const files = [];
  for (let i = 0; i < args.length; i += 1) {
    const [, size, hash] = (args[i] === '--head' && /^(\d+):([0-9a-f]{64})$/.exec(args[i + 1] ?? '')) || [];
    if (size) options.heads.push({ size: Number(size), hash });
    else if (args[i] === '--key' && hex.test(args[i + 1] ?? '')) options.key = args[i + 1];
    else if (args[i].startsWith('--')) return usage();
    else {
      files.push(args[i]);
      continue;
    }
    i += 1;
  }
  if (files.length !== 1) return usage();
  const result = await verifyStream(createReadStream(files[0], { highWaterMark: 1 << 20 }), options);
  if (result.ok) {
    console.log(`OK ${result.entries} entries, ${result.heads} signed heads. Last: ${result.entries}:${result.chain}`);
    if (options.heads.length === 0)
      console.log('No head kept elsewhere was given (--head SIZE:HASH): a log rewritten as a whole would pass.');
    return 0;
  }
  console.log(
    `WRONG${result.entry ? ` entry ${result.entry}` : ''}${result.line ? ` line ${result.line}` : ''}: ${result.why}`,
  );
  return 1;
}

function usage() {
  console.error('node verify-log.mjs FILE [--head SIZE:HASH]... [--key HEX]');
  return 2;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  process.exitCode = await main(process.argv.slice(2));
