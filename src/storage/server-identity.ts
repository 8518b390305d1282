import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * As whom the database programs run. PostgreSQL refuses to run as root, so a Kansli started by root lends it another face: best a user
 * namespace of its own, in which root's files belong to "nobody" and no other user is needed; else the unprivileged uid itself.
 */
export type ServerIdentity = {
  /** Words before the program on the command line. */
  readonly prefix: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
};

const nobody = 65_534;
const namespacePrefix = ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`] as const;

/** Chooses the identity for a cluster folder. What an earlier start made belongs to somebody already, and stays with that owner. */
export function chooseIdentity(cluster: string, mayNamespace: () => boolean = canNamespace): ServerIdentity {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const owner = existsSync(cluster) ? statSync(cluster) : undefined;
  if (owner && owner.uid !== 0) return { prefix: [], uid: owner.uid, gid: owner.gid };
  if (mayNamespace()) return { prefix: namespacePrefix };
  return { prefix: [], uid: nobody, gid: nobody };
}

/** Hands folders to the identity when it is another uid than ours; `folder` itself must then be passable. */
export function handOver(identity: ServerIdentity, folder: string, owned: readonly string[]): void {
  if (identity.uid === undefined || identity.gid === undefined) return;
  chmodSync(folder, statSync(folder).mode | 0o011);
  for (const path of owned) if (existsSync(path)) chownTree(path, identity.uid, identity.gid);
}

/** The identity in the words of `spawn`. */
export function runAs(identity: ServerIdentity): { uid?: number; gid?: number } {
  return identity.uid === undefined ? {} : { uid: identity.uid, gid: identity.gid };
}

/** A sentence for an error when the identity may be the cause of it. */
export function identityHint(identity: ServerIdentity, folder: string): string {
  if (identity.uid === undefined) return '';
  return (
    ` The database runs as user ${identity.uid} here because user namespaces are not allowed: that user must be able to pass through` +
    ` every folder above ${folder} and above the program. Choose another folder with KANSLI_DATA, or start Kansli as an ordinary user.`
  );
}

function canNamespace(): boolean {
  const [command, ...rest] = namespacePrefix;
  return spawnSync(command, [...rest, 'true']).status === 0;
}

function chownTree(path: string, uid: number, gid: number): void {
  chownSync(path, uid, gid);
  if (!statSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) chownTree(join(path, name), uid, gid);
}
