/**
 * One entry of the log as it is hashed. Two formats are known, and each entry says which it has:
 *
 *     format 1: leaf = canonical JSON of { actorId, actorName, at, data, format, noun, prevHash, recordId, seq, tenantId, verb }
 *     format 2: leaf = canonical JSON of { actor, at, data, format, noun, prevHash, recordId, seq, tenantId, verb },
 *               where actor and data are commitments: SHA-256( salt + canonical JSON of what they stand for )
 *     hash = SHA-256( leaf )
 *
 * In format 2 who did it and what was done lie beside the chain with their salts. When the law says that a text must go, text and salt are
 * destroyed and the chain still holds; without the salt nobody can find out by guessing what the text was (reliability I8).
 * `docs/reference/log-format.md` is the whole specification.
 */
import { hash as digest } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

/** The format in which entries are written today. */
export const logFormat = 2;

/** The hash before the first entry. */
export const emptyLogHash = '0'.repeat(64);

/** What all formats bind as it stands: none of it says who anybody is. */
type Bound = {
  readonly tenantId: string;
  readonly seq: string;
  readonly at: Date;
  readonly verb: string;
  readonly noun: string;
  readonly recordId: string;
  readonly prevHash: string;
};

/** Who did it, as format 2 commits to it. */
export type LogActor = { readonly accountId: string | null; readonly name: string };

/** An entry of format 1, with its text inside. */
export type PlainLeaf = Bound & {
  readonly actorId: string | null;
  readonly actorName: string;
  readonly data: unknown;
};

/** An entry of format 2, with commitments instead of text. */
export type CommittedLeaf = Bound & { readonly actor: string; readonly data: string };

/** The hash that an entry of format 1 must carry. */
export function hashOfPlain(entry: PlainLeaf): string {
  return sha256(
    canonicalJson({
      format: 1,
      ...boundOf(entry),
      actorId: entry.actorId,
      actorName: entry.actorName,
      data: entry.data,
    }),
  );
}

/** The hash that an entry of format 2 must carry. */
export function hashOfCommitted(entry: CommittedLeaf): string {
  return sha256(canonicalJson({ format: 2, ...boundOf(entry), actor: entry.actor, data: entry.data }));
}

function boundOf({ tenantId, seq, at, verb, noun, recordId, prevHash }: Bound) {
  return { tenantId, seq, at: at.toISOString(), verb, noun, recordId, prevHash };
}

/** Binds a value without telling it: whoever has the salt can show what it was, and nobody can show anything else. */
export function commitmentTo(value: unknown, salt: string): string {
  return sha256(salt + canonicalJson(value));
}

function sha256(text: string): string {
  return digest('sha256', text, 'hex');
}
