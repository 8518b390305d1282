/**
 * Boards of notices through random days, beside a model of what must stand on them: entries are put up and taken down, the power goes in the middle of a
 * writing, an older copy of the folder is put back, somebody changes a file, the address does not answer, the clock is moved. After each minute in which
 * the product runs, the files must show exactly what is decided; and at any time, also with the product dead, they must be whole.
 */
import { generateKeyPairSync } from 'node:crypto';
import { type LatestProof, longestSilence, proofSteps, type Sighting } from '../../src/domain/notices/index.ts';
import { signerOf } from '../../src/kernel/signed-note.ts';
import { writeBoard } from '../../src/notice-board-files.ts';
import type { Disk } from '../../src/storage/whole-files.ts';
import type { BoardContent } from '../../src/web/static-board/board-content.ts';
import { lookAtBoard, sightingOf } from '../../src/web/static-board/look-at-board.ts';
import { type FailingDisk, failingDisk, PowerCut } from './failing-disk.ts';

export const signer = signerOf(generateKeyPairSync('ed25519').privateKey);
const folder = 'tavla';
const minute = 60_000;

/** What a timeline found that should not be: empty when all held. */
export type Breach = string;

export type Sabotage = {
  /** Writes as many programs do: into the file itself, without waiting for the disk. */
  readonly carelessWriting?: boolean;
  /** Counts the time of appeal as run whatever was found. */
  readonly gapsIgnored?: boolean;
};

type Entry = {
  readonly id: string;
  readonly start: number;
  latest: LatestProof | undefined;
  readonly looks: { readonly at: number; readonly good: boolean; readonly firm: boolean }[];
  readonly gaps: { from: number; to: number }[];
};

/** Runs one timeline of some minutes from a seed, and answers with what broke. */
export async function runTimeline(seed: number, sabotage: Sabotage = {}): Promise<readonly Breach[]> {
  const random = seeded(seed);
  const chance = (share: number) => random() < share;
  const power = failingDisk(random);
  const disk = sabotage.carelessWriting ? careless(power) : power;
  const breaches: Breach[] = [];
  const decided = new Map<string, Entry>();
  const over: Entry[] = [];
  let committed: readonly (readonly string[])[] = [[]];
  let now = Date.UTC(2026, 2, 2, 9);
  let running = true;
  let copy: ReturnType<FailingDisk['copy']> | undefined;
  let next = 0;

  const content = (): BoardContent => boardOf([...decided.keys()]);
  const note = (text: string) => breaches.push(`seed ${seed}: ${text}`);
  const shown = async () => idsOn(await power.read(`${folder}/index.html`));
  const commit = () => {
    committed = [...committed, [...decided.keys()]];
  };
  const write = async () => {
    const here = await lookAtBoard((name) => disk.read(`${folder}/${name}`), signer.key.publicKey);
    await writeBoard({ disk, folder, signer }, content(), here, new Date(now));
    committed = committed.slice(-1);
  };
  const look = async () => {
    const here = await lookAtBoard((name) => disk.read(`${folder}/${name}`), signer.key.publicKey);
    const away = chance(0.05) ? ('unreachable' as const) : undefined;
    for (const entry of decided.values()) {
      const sighting = await sightingOf(entry.id, here, away);
      take(entry, sighting, now);
    }
    await write();
  };

  const minutes = 12 + Math.floor(random() * 20);
  for (let step = 0; step < minutes; step += 1) {
    now += minute + Math.floor(random() * 2_000);
    if (chance(0.03)) now += Math.floor(random() * 3_600_000);
    if (chance(0.03)) now -= Math.floor(random() * 3_600_000);
    if (!running && chance(0.4)) {
      power.start();
      running = true;
    }
    if (chance(0.3) && running) {
      next += 1;
      const id = idOf(seed, next);
      decided.set(id, { id, start: now, latest: undefined, looks: [], gaps: [] });
      commit();
    }
    if (chance(0.12) && running && decided.size > 0) {
      const entry = [...decided.values()][Math.floor(random() * decided.size)]!;
      decided.delete(entry.id);
      over.push(entry);
      commit();
    }
    if (chance(0.1)) copy = power.copy();
    if (copy && chance(0.05)) power.putBack(copy);
    if (chance(0.04)) power.spoil(`${folder}/index.html`);
    if (chance(0.1) && running) power.cutAfter(Math.floor(random() * 12));
    if (!running) {
      await checkWhole();
      continue;
    }
    try {
      // The relay first or the look of the minute first: neither waits for the other.
      if (chance(0.5)) await write();
      await look();
      const visible = await shown();
      if (!same(visible, [...decided.keys()])) note(`minute ${step}: shows ${visible?.length} of ${decided.size}`);
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
      running = false;
      await checkWhole();
    }
  }
  for (const entry of [...decided.values(), ...over]) checkProof(entry);
  return breaches;

  /** With the product dead: the list is one that was decided, and each file that it points at is there. Spoilt or put-back files are nobody's promise. */
  async function checkWhole(): Promise<void> {
    if (power.touched()) return;
    const visible = await shown();
    if (visible === undefined) {
      if (power.everWritten()) note('the list is gone or torn');
      return;
    }
    if (!committed.some((set) => same(visible, set))) note(`shows a list that was never decided (${visible.length})`);
    for (const id of visible) {
      const text = await power.read(`${folder}/${id}.html`);
      if (!text || !Buffer.from(text).toString().trimEnd().endsWith('</html>')) note(`the file of ${id} is torn`);
    }
  }

  function take(entry: Entry, sighting: Sighting, at: number): void {
    const good = !('fault' in sighting);
    entry.looks.push({ at, good, firm: !good && sighting.firm });
    const steps = proofSteps({ start: new Date(entry.start), latest: entry.latest }, sighting, new Date(at));
    for (const step of steps) {
      if (step.kind === 'extend' && entry.latest?.kind === 'seen') entry.latest = { ...entry.latest, to: step.to };
      if (step.kind === 'seen') entry.latest = { kind: 'seen', id: '1', to: step.to, hash: step.hash, how: step.how };
      if (step.kind === 'gap') {
        entry.latest = { kind: 'gap', to: step.to, reason: step.reason };
        const last = entry.gaps.at(-1);
        if (last && last.to === step.from.getTime()) last.to = step.to.getTime();
        else entry.gaps.push({ from: step.from.getTime(), to: step.to.getTime() });
      }
    }
  }

  /** The gaps that were kept, against those that follow from the looks alone. */
  function checkProof(entry: Entry): void {
    const expected = expectedBreak(entry);
    const found = sabotage.gapsIgnored ? false : entry.gaps.length > 0;
    if (expected !== found)
      note(`${entry.id}: the looks ${expected ? 'have' : 'have no'} gap, the proof says otherwise`);
  }
}

/** Whether the looks at an entry leave a time unproved, told the long way round: every pair of good looks that stand next to each other. */
function expectedBreak({ start, looks }: Entry): boolean {
  let until = start;
  let seen = false;
  for (const { at, good, firm } of looks) {
    const silence = at - until;
    if (!good) {
      if ((firm && seen) || silence > longestSilence) return true;
      continue;
    }
    if (Math.abs(silence) > longestSilence) return true;
    seen = true;
    until = Math.max(until, at);
  }
  return false;
}

function boardOf(ids: readonly string[]): BoardContent {
  return {
    anslagstavla: 'Region Prov',
    myndighet: 'Region Prov',
    mapp: 'prov',
    anslag: ids.map((id) => ({
      id,
      typ: 'justerat protokoll',
      lag: 'KL 8:12',
      organ: 'Provnämnden',
      rubrik: 'Justerat protokoll',
      text: null,
      uppgifter: [],
      uppsatt: '2026-03-02',
      sistaDagAttOverklaga: '2026-03-23',
      overklagandetid: null,
      overklagas: null,
      hurManOverklagar: [],
    })),
  };
}

/** The entries that a list shows; undefined when it is not a whole list. */
function idsOn(bytes: Uint8Array | undefined): readonly string[] | undefined {
  const text = bytes && Buffer.from(bytes).toString();
  if (!text?.trimEnd().endsWith('</html>')) return undefined;
  return [...text.matchAll(/<article id="a([0-9a-f-]{36})"/g)].map(([, id]) => id!);
}

function same(found: readonly string[] | undefined, expected: readonly string[]): boolean {
  return found !== undefined && found.toSorted().join() === expected.toSorted().join();
}

function idOf(seed: number, number: number): string {
  return `${String(seed).padStart(8, '0')}-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** A disk whose user does not wait for it: what is written under another name is written in place, and its bytes are not forced down. */
function careless(disk: FailingDisk): Disk {
  const inPlace = (path: string) => path.replace(/\.new$/, '');
  return {
    ...disk,
    write: (path, bytes) => disk.write(inPlace(path), bytes),
    sync: async () => {},
    rename: async () => {},
  };
}

/** A small generator of numbers between 0 and 1 that gives the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = (seed + 1) * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
