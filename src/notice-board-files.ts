import { join } from 'node:path';
import { isOwnMachine } from './config.ts';
import { authorize, operatorOf } from './domain/access/index.ts';
import {
  type BoardNotice,
  beginProbing,
  bodiesWithoutBoard,
  ensureMissingBoards,
  extendProofs,
  type Held,
  heldAfter,
  type LatestProof,
  lengthened,
  listBoards,
  listNotices,
  type NoticeBoard,
  type ProbeFinding,
  probeEvery,
  proofSteps,
  recordProbe,
  type Sighting,
  startOf,
  watchedNotices,
} from './domain/notices/index.ts';
import { fetchOut } from './egress.ts';
import type { NoteSigner } from './kernel/signed-note.ts';
import type { Database } from './storage/database.ts';
import type { OutboxHandler } from './storage/outbox.ts';
import { listTenants } from './storage/tenant.ts';
import { type Disk, nodeDisk, writeWholeFiles } from './storage/whole-files.ts';
import { formats } from './web/format.ts';
import { court } from './web/pages/minutes/appeal-words.ts';
import { type BoardContent, boardContent } from './web/static-board/board-content.ts';
import { type BoardManifest, boardFileNames, boardFiles, contentKey } from './web/static-board/board-files.ts';
import { type BoardLook, keyFile, lookAtBoard, sightingOf } from './web/static-board/look-at-board.ts';

/** The folder of the boards in the data folder; any web server can show what is below it. */
export const boardsFolder = 'anslagstavla';

/** What keeps the files of the notice boards, and reads them back. */
export type BoardKeeper = {
  /** Writes the boards of an authority anew after a commit, and looks at them at once. */
  readonly changed: OutboxHandler;
  /** Looks at all boards: keeps what was found, and mends what is not as it should be. */
  readonly probe: () => Promise<void>;
  /** A file of a board as it stands, for the time when the database does not answer; undefined when there is none. */
  readonly read: (slug: string, name: string) => Promise<Uint8Array | undefined>;
  /** The signed list of a board; undefined when it is missing or not ours. */
  readonly list: (slug: string) => Promise<BoardManifest | undefined>;
  /** Writes everything once, and then looks each minute until told to stop. */
  readonly start: () => void;
  readonly stop: () => Promise<void>;
};

export type BoardKeeperOptions = {
  readonly db: Database;
  readonly folder: string;
  readonly signer: NoteSigner;
  /** Reads a file at the address where everybody reads the boards; where there is none, the files alone are read. */
  readonly fetch?: ((slug: string, name: string) => Promise<Uint8Array | undefined>) | undefined;
  readonly disk?: Disk;
  readonly onFault?: (text: string) => void;
};

type Tenant = { readonly id: string; readonly slug: string; readonly name: string };
type Standing = {
  readonly board: NoticeBoard;
  readonly notices: readonly BoardNotice[];
  readonly content: BoardContent;
};

/** Keeps the boards of all authorities as files. One writing or look at a time, so that an older state never comes after a newer one. */
export function openBoardKeeper(options: BoardKeeperOptions): BoardKeeper {
  const { db, signer, disk = nodeDisk, onFault = () => {} } = options;
  const folderOf = (slug: string) => join(options.folder, slug);
  const read = (slug: string, name: string) =>
    isPlain(slug) && isPlain(name) ? disk.read(join(folderOf(slug), name)) : Promise.resolve(undefined);
  const held = new Map<string, Held>();
  const hold = (id: string, sighting: Sighting) => {
    const after = heldAfter(held.get(id), sighting, db.runtime.now());
    if (after) held.set(id, after);
    else held.delete(id);
  };
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const turn = queue.then(run, run);
    queue = turn.catch(() => undefined);
    return turn;
  };
  const proof = (tenantId: string) => authorize(operatorOf(tenantId, 'Kansli'), 'notice.post');

  const standing = async (tenant: Tenant): Promise<readonly Standing[]> => {
    const missing = await db.read(proof(tenant.id), bodiesWithoutBoard);
    if (missing.length > 0) await db.transact(proof(tenant.id), { verb: 'ensureMissingBoards' }, ensureMissingBoards);
    const today = db.runtime.today();
    return await db.read(proof(tenant.id), async (r) => {
      const notices = await listNotices(r, { states: ['posted'], limit: 100_000 });
      const boards = (await listBoards(r)).filter(({ keeping }) => keeping === 'here');
      return boards.map((board) => {
        const own = notices.filter((one) => one.board.id === board.body.id);
        const named = { name: board.name, authority: tenant.name, slug: board.slug };
        return { board, notices: own, content: boardContent(named, own, { court, today }) };
      });
    });
  };
  const look = (slug: string) => lookAtBoard((name) => read(slug, name), signer.key.publicKey);
  const lookThere = async (slug: string): Promise<BoardLook | 'unreachable' | undefined> => {
    const { fetch } = options;
    return fetch && (await lookAtBoard((name) => fetch(slug, name), signer.key.publicKey).catch(() => 'unreachable'));
  };

  const write = async ({ board, content }: Standing, found?: BoardLook): Promise<void> => {
    const now = found ?? (await look(board.slug));
    await writeBoard({ disk, folder: folderOf(board.slug), signer }, content, now, db.runtime.now());
  };

  const probeTenant = async (tenant: Tenant): Promise<void> => {
    const boards = await standing(tenant);
    const fresh = boards.filter(({ board }) => board.probedSince === null).map(({ board }) => board.id);
    if (fresh.length > 0) await db.transact(proof(tenant.id), { verb: 'beginProbing' }, (w) => beginProbing(w, fresh));
    const watched = await db.read(proof(tenant.id), watchedNotices);
    const extended: string[] = [];
    const lengthenings: Extract<LatestProof, { readonly kind: 'seen' }>[] = [];
    const findings: ProbeFinding[] = [];
    const now = db.runtime.now();
    for (const one of boards) {
      const here = await look(one.board.slug);
      const there = await lookThere(one.board.slug);
      for (const notice of watched.filter(({ boardId }) => boardId === one.board.id)) {
        const sighting = await sightingOf(notice.noticeId, here, there);
        const start = startOf(notice.probedSince, notice.postedAt) ?? now;
        const latest = lengthened(notice.latest, held.get(notice.noticeId));
        const steps = proofSteps({ start, latest }, sighting, now);
        if (latest?.kind === 'seen' && latest !== notice.latest) lengthenings.push(latest);
        hold(notice.noticeId, sighting);
        extended.push(...steps.flatMap((step) => (step.kind === 'extend' ? [step.id] : [])));
        const kept = steps.filter((step) => step.kind !== 'extend');
        if (kept.length > 0) findings.push({ noticeId: notice.noticeId, steps: kept });
      }
      await write(one, here);
    }
    for (const { id, to } of lengthenings) await extendProofs(db, tenant.id, [id], to);
    await extendProofs(db, tenant.id, extended, now);
    if (findings.length > 0)
      await db.transact(proof(tenant.id), { verb: 'recordProbe' }, (w) => recordProbe(w, findings));
  };

  /** Looks without the database: what its signed lists say stands there is read all the same, and written down when it answers again. */
  const probeBlind = async (): Promise<void> => {
    for (const slug of await disk.list(options.folder)) {
      const here = await look(slug);
      if ('fault' in here) continue;
      const there = await lookThere(slug);
      for (const { id } of here.manifest.anslag) hold(id, await sightingOf(id, here, there));
    }
  };

  const probe = () =>
    inTurn(async () => {
      try {
        for (const tenant of await listTenants(db)) await probeTenant(tenant);
      } catch (error) {
        onFault(`The notice boards could not be looked at. ${error instanceof Error ? error.message : error}`);
        await probeBlind();
      }
    });
  const writeAll = (only?: string) =>
    inTurn(async () => {
      for (const tenant of await listTenants(db))
        if (only === undefined || tenant.id === only) for (const one of await standing(tenant)) await write(one);
    });

  let timer: NodeJS.Timeout | undefined;
  return {
    changed: async ({ tenantId }) => {
      await writeAll(tenantId);
      await inTurn(async () => {
        for (const tenant of await listTenants(db)) if (tenant.id === tenantId) await probeTenant(tenant);
      });
    },
    probe,
    read,
    list: async (slug) => {
      const found = isPlain(slug) ? await look(slug) : { fault: 'missing' as const };
      return 'fault' in found ? undefined : found.manifest;
    },
    start: () => {
      // Written before they are looked at: what a crash left behind is mended without being taken for a gap of its own.
      void writeAll().catch((error) => onFault(`The notice boards could not be written. ${error}`));
      void probe();
      timer = setInterval(() => void probe(), probeEvery);
      timer.unref();
    },
    stop: async () => {
      clearInterval(timer);
      await queue;
    },
  };
}

/** Writes the files of a board when they are not what they should be: the signed list last, after all that it tells of. */
export async function writeBoard(
  to: { readonly disk: Disk; readonly folder: string; readonly signer: NoteSigner },
  content: BoardContent,
  found: BoardLook,
  at: Date,
): Promise<void> {
  const whole = !('fault' in found) && (await allThere(found));
  if (whole && found.manifest.innehall === (await contentKey(content))) return;
  const files = await boardFiles(content, { at, inWords: formats.sv.instant(at) });
  const list = files.at(-1)![1];
  await writeWholeFiles(to.disk, to.folder, [
    ...files,
    [boardFileNames.signature, to.signer.sign(list)],
    [boardFileNames.key, keyFile(to.signer.key.publicKey)],
  ]);
}

/** Reads the boards at the address where everybody reads them: `<address>/<folder>/<file>`. */
export function boardAt(address: string): NonNullable<BoardKeeperOptions['fetch']> {
  const { hostname } = new URL(address);
  return async (slug, name) => {
    const { status, body } = await fetchOut(`${address}/${slug}/${name}`, {
      method: 'GET',
      allow: (url) => url.hostname === hostname,
      loopback: isOwnMachine(hostname),
      milliseconds: 5_000,
      bytes: 5_000_000,
    });
    if (status === 404) return undefined;
    if (status !== 200) throw new Error(`The address of the board answered ${status}.`);
    return body;
  };
}

/** Whether every file that the list tells of is there as it tells. */
async function allThere(look: Exclude<BoardLook, { readonly fault: string }>): Promise<boolean> {
  for (const { id } of look.manifest.anslag) if ('fault' in (await look.see(id))) return false;
  return true;
}

/** A name that stays in its folder. */
function isPlain(name: string): boolean {
  return /^[a-z0-9][a-z0-9.-]*$/.test(name) && !name.includes('..');
}
