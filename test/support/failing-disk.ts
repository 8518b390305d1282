import type { Disk } from '../../src/storage/whole-files.ts';

/** The power goes: nothing after this was done. */
export class PowerCut extends Error {}

/** A disk in memory whose power can go, and which then keeps of what was not forced down whatever it likes. */
export type FailingDisk = Disk & {
  /** Lets so many writing steps be done before the power goes. */
  readonly cutAfter: (steps: number) => void;
  readonly start: () => void;
  readonly copy: () => ReadonlyMap<string, Inode>;
  /** Puts an older copy of the folder back, as a restore does. */
  readonly putBack: (copy: ReadonlyMap<string, Inode>) => void;
  /** Changes a file as somebody else would. */
  readonly spoil: (path: string) => void;
  /** Whether somebody else has changed anything since the product last wrote a list. */
  readonly touched: () => boolean;
  /** Whether a list has ever been forced down. */
  readonly everWritten: () => boolean;
};

type Inode = { bytes: Uint8Array; onDisk: Uint8Array | undefined };

export function failingDisk(random: () => number): FailingDisk {
  let entries = new Map<string, Inode>();
  let entriesOnDisk = new Map<string, Inode>();
  let left = Number.POSITIVE_INFINITY;
  let foreign = false;
  let written = false;
  let rewritten = false;
  const isList = (path: string) => path.endsWith('/index.html');

  /** What is left when the power has gone: names and bytes that were not forced down are there or not, whole or torn. */
  const lose = () => {
    for (const name of new Set([...entries.keys(), ...entriesOnDisk.keys()])) {
      const [now, before] = [entries.get(name), entriesOnDisk.get(name)];
      const kept = now === before || random() < 0.5 ? now : before;
      if (kept === undefined) entries.delete(name);
      else {
        if (kept.onDisk !== kept.bytes) {
          const torn = kept.bytes.subarray(0, Math.floor(random() * kept.bytes.length));
          const bytes = random() < 0.5 && kept.onDisk ? kept.onDisk : torn;
          Object.assign(kept, { bytes, onDisk: bytes });
        }
        entries.set(name, kept);
      }
    }
    entriesOnDisk = new Map(entries);
  };
  const step = () => {
    if (left <= 0) {
      lose();
      throw new PowerCut('The power went.');
    }
    left -= 1;
  };
  return {
    makeFolder: async () => {},
    write: async (path, bytes) => {
      step();
      const known = entries.get(path);
      entries.set(path, known ? Object.assign(known, { bytes }) : { bytes, onDisk: undefined });
      if (isList(path)) rewritten = true;
    },
    sync: async (path) => {
      step();
      const inode = entries.get(path);
      if (inode) inode.onDisk = inode.bytes;
    },
    rename: async (from, to) => {
      step();
      entries.set(to, entries.get(from)!);
      entries.delete(from);
      if (isList(to)) rewritten = true;
    },
    remove: async (path) => {
      step();
      entries.delete(path);
    },
    syncFolder: async () => {
      step();
      entriesOnDisk = new Map(entries);
      written ||= [...entries.keys()].some(isList);
      // Only what is forced down has taken the place of what somebody else did.
      if (rewritten) foreign = false;
    },
    read: async (path) => entries.get(path)?.bytes,
    list: async (folder) =>
      [...entries.keys()].filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1)),
    cutAfter: (steps) => {
      left = steps;
    },
    start: () => {
      left = Number.POSITIVE_INFINITY;
    },
    copy: () => new Map([...entries].map(([path, { bytes }]) => [path, { bytes, onDisk: bytes }])),
    putBack: (copy) => {
      entries = new Map([...copy].map(([path, { bytes }]) => [path, { bytes, onDisk: bytes }]));
      entriesOnDisk = new Map(entries);
      foreign = true;
      rewritten = false;
    },
    spoil: (path) => {
      const found = entries.get(path);
      if (!found) return;
      const bytes = Buffer.from(
        `${Buffer.from(found.bytes).toString().replace('<article', '<article hidden')}<!-- -->`,
      );
      entries.set(path, { bytes, onDisk: bytes });
      foreign = true;
      rewritten = false;
    },
    touched: () => foreign,
    everWritten: () => written,
  };
}
