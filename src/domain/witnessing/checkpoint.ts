import type { Id } from '../../kernel/id.ts';

/** The head of a log as it is signed, exchanged and printed: so many entries, this root over them, this hash of the last. */
export type Checkpoint = {
  /** Which log: `kansli/` and the id of the authority. */
  readonly origin: string;
  readonly size: number;
  /** Root of the tree over the entries, in hexadecimal. */
  readonly root: string;
  /** Hash of the last entry of the chain, in hexadecimal. */
  readonly chain: string;
  readonly at: Date;
};

/** The name of an authority's log wherever heads of it are seen. */
export function originOf(tenantId: Id<'tenant'>): string {
  return `kansli/${tenantId}`;
}

/** A checkpoint as the text that is signed (C2SP tlog-checkpoint, with two lines of our own after its three). */
export function checkpointText({ origin, size, root, chain, at }: Checkpoint): string {
  return `${origin}\n${size}\n${Buffer.from(root, 'hex').toString('base64')}\nchain ${chain}\nat ${at.toISOString()}\n`;
}

const form = /^(kansli\/[0-9a-f-]{36})\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\nchain ([0-9a-f]{64})\nat (\S{24})\n$/;

/** Reads the text of a checkpoint; undefined when it is not written exactly so. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  const [, origin, size, root, chain, at] = form.exec(text) ?? [];
  if (!origin || !size || !root || !chain || !at) return undefined;
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return undefined;
  const checkpoint = { origin, size: Number(size), root: Buffer.from(root, 'base64').toString('hex'), chain, at: time };
  return checkpointText(checkpoint) === text ? checkpoint : undefined;
}
