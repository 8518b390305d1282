import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../kernel/errors.ts';

/** Who owns a data folder now: written into `kansli.pid`, so that a second process can name it and a command can join its server. */
export type FolderOwner = {
  readonly pid: number;
  /** When the process started, in the clock of the kernel: a process id that was given out again does not count as the owner. */
  readonly startedAt: string | null;
  /** Where the server of the folder listens. */
  readonly socketFolder: string;
};

export type FolderLock = { readonly owner: FolderOwner; readonly release: () => void };

/** Takes the folder for this process, or throws `storage.folderInUse` naming the process that has it. A dead owner's lock is taken over. */
export function lockFolder(folder: string, socketFolder: string): FolderLock {
  const file = lockFile(folder);
  const owner: FolderOwner = { pid: process.pid, startedAt: startOf(process.pid), socketFolder };
  const text = JSON.stringify(owner);
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      if (linked(draft, file)) return { owner, release: () => releaseLock(file, text) };
      const found = readText(file);
      if (found === undefined) continue;
      const holder = parseOwner(found);
      if (holder && isRunning(holder)) throw new AppError('storage.folderInUse', { pid: holder.pid });
      moveAside(file, found);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  throw new Error(
    `The lock ${file} changes all the time. Look at which processes use the folder, and stop all but one.`,
  );
}

/** The living owner of a folder, or undefined when nobody has it. */
export function ownerOf(folder: string): FolderOwner | undefined {
  const text = readText(lockFile(folder));
  const owner = text === undefined ? undefined : parseOwner(text);
  return owner && isRunning(owner) ? owner : undefined;
}

/** Whether a process runs. A zombie does not: where process 1 does not reap, the dead keep their number. */
export function isRunning(one: { readonly pid: number; readonly startedAt?: string | null }): boolean {
  try {
    process.kill(one.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  if (isZombie(one.pid)) return false;
  return !one.startedAt || startOf(one.pid) === one.startedAt;
}

/** Two processes may find the same dead lock: whoever moved a lock that had just become somebody's puts it back. */
function moveAside(file: string, stale: string): void {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (readText(aside) !== stale) linked(aside, file);
  rmSync(aside, { force: true });
}

function releaseLock(file: string, text: string): void {
  if (readText(file) === text) rmSync(file, { force: true });
}

/** A hard link appears whole or not at all, unlike a file that is created and then written. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function lockFile(folder: string): string {
  return join(folder, 'kansli.pid');
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function parseOwner(text: string): FolderOwner | undefined {
  try {
    return JSON.parse(text) as FolderOwner;
  } catch {
    return undefined;
  }
}

function startOf(pid: number): string | null {
  return statFields(pid)?.[19] ?? startAccordingToPs(pid);
}

function isZombie(pid: number): boolean {
  return statFields(pid)?.[0] === 'Z';
}

/** The fields of /proc/PID/stat after the name in parentheses (which may hold spaces): state first, start time twentieth. */
function statFields(pid: number): readonly string[] | undefined {
  if (process.platform !== 'linux') return undefined;
  const stat = readText(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function startAccordingToPs(pid: number): string | null {
  if (process.platform === 'linux' || process.platform === 'win32') return null;
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}
