import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { checkpointText } from '../../src/domain/witnessing/index.ts';
import { fileEntry } from '../../src/domain/witnessing/log-file.ts';
import { emptyEdge, growEdge, leafHash, rootOfEdge } from '../../src/kernel/merkle-tree.ts';
import { signerOf, signNote } from '../../src/kernel/signed-note.ts';
import { commitmentTo, emptyLogHash, hashOfCommitted, hashOfPlain } from '../../src/storage/log-entry.ts';

/** The file of a log as the product writes it, without a database: so many entries, some of the first format, with signed heads. */
export function madeUpLog(count: number, { text = 'Beslut enligt förslaget: ”åtgärder” \\ "citat"\n' } = {}) {
  const tenantId = '0b6d1c52-6f5e-4c5e-9a34-0d5a1b1c7e11';
  const signer = signerOf(generateKeyPairSync('ed25519').privateKey);
  const publicKey = Buffer.from(signer.key.publicKey).toString('hex');
  const edge = emptyEdge();
  const entries: string[] = [];
  const heads: { size: number; root: string; chain: string; line: string }[] = [];
  let hash = emptyLogHash;
  for (let n = 1; n <= count; n += 1) {
    const at = new Date(Date.UTC(2026, 2, 2, 9) + n * 1_000);
    const bound = {
      tenantId,
      seq: String(n),
      at,
      verb: 'noteDecision',
      noun: 'decision',
      recordId: tenantId,
      prevHash: hash,
    };
    const data = { after: { n, text }, summary: 'Å' };
    const actor = { accountId: null, name: 'Vera Ek' };
    const old = n % 17 === 0;
    const [a, d] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')];
    const commitments = { actor: commitmentTo(actor, a), data: commitmentTo(data, d) };
    const own = old
      ? hashOfPlain({ ...bound, actorId: null, actorName: actor.name, data })
      : hashOfCommitted({ ...bound, ...commitments });
    const erased = n % 23 === 0;
    entries.push(
      JSON.stringify(
        fileEntry({
          tenant_id: tenantId,
          seq: bound.seq,
          at,
          format: old ? 1 : 2,
          actor_id: null,
          actor_name: old ? actor.name : null,
          actor_commitment: old ? null : commitments.actor,
          verb: bound.verb,
          noun: bound.noun,
          record_id: tenantId,
          data: old ? data : null,
          data_commitment: old ? null : commitments.data,
          prev_hash: hash,
          hash: own,
          told: bound.seq,
          told_id: null,
          told_name: actor.name,
          actor_salt: a,
          told_data: erased ? null : data,
          data_salt: erased ? null : d,
          erased: null,
        } as never),
      ),
    );
    hash = own;
    growEdge(edge, leafHash(Buffer.from(hash, 'hex')));
    if (n === count || n === Math.ceil(count / 3)) {
      const root = Buffer.from(rootOfEdge(edge)).toString('hex');
      const note = signNote(checkpointText({ origin: `kansli/${tenantId}`, size: n, root, chain: hash, at }), signer);
      heads.push({
        size: n,
        root,
        chain: hash,
        line: JSON.stringify({ head: n, root, chain: hash, note, key: publicKey }),
      });
    }
  }
  const header = { kansliLog: 1, tenant: tenantId, name: 'Provregionen', exportedAt: '2026-03-02T09:00:00.000Z' };
  const body = [
    JSON.stringify({ ...header, entries: count, heads: heads.length }),
    ...heads.map(({ line }) => line),
    ...entries,
  ];
  const before = body.map((line) => `${line}\n`).join('');
  const sha256 = createHash('sha256').update(before).digest('hex');
  return {
    tenantId,
    publicKey,
    heads,
    lines: body,
    firstEntry: 1 + heads.length,
    bytes: Buffer.from(`${before}${JSON.stringify({ end: count, sha256 })}\n`),
  };
}
