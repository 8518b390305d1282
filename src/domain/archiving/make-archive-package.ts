import type { ArchiveContent } from '../../documents/tree/index.ts';
import type { Authorized } from '../../kernel/authorized.ts';
import type { Id } from '../../kernel/id.ts';
import type { Database } from '../../storage/database.ts';
import type { KeptReport } from './archive-package.ts';
import { getArchivePackage } from './archive-package-reader.ts';
import { keepPackage } from './draw-up-package.ts';
import { type ArchiveSoftware, packageContent } from './package-content-reader.ts';

/** What making a package needs of the rim: who writes it, who checks it, and where the bytes lie. */
export type PackageTools = {
  readonly db: Database;
  readonly blobs: {
    readonly put: (bytes: Uint8Array) => Promise<string>;
    readonly get: (hash: string) => Promise<Uint8Array>;
  };
  readonly software: ArchiveSoftware;
  readonly compose: (
    content: ArchiveContent,
    load: (sha256: string) => Promise<Uint8Array>,
  ) => Promise<{ readonly bytes: Uint8Array; readonly remarks: readonly string[] }>;
  readonly check: (bytes: Uint8Array) => Promise<KeptReport>;
};

/**
 * Makes the bytes of a package that was drawn up, checks them, keeps them and notes what the check found. The same register gives the same bytes, so
 * doing it again does no harm. Reading and writing happen outside the transaction: a hundred documents as PDF take their time.
 */
export async function makeArchivePackage(
  { db, blobs, software, compose, check }: PackageTools,
  auth: Authorized<'archive.make'>,
  packageId: Id<'archivePackage'>,
  /** The proof of reading what is secret, where the package holds such things. */
  reading?: Authorized<'matter.readProtected'>,
): Promise<KeptReport> {
  const { version } = await db.read(auth, (r) => getArchivePackage(r, packageId));
  const content = await db.read(reading ?? auth, (r) => packageContent(r, packageId, software));
  const { bytes, remarks } = await compose(content, blobs.get);
  const { files, rules, faults } = await check(bytes);
  const report = { files, rules, faults };
  const sha256 = await blobs.put(bytes);
  await db.transact(auth, { verb: 'keepPackage' }, (w) =>
    keepPackage(w, { packageId, expectedVersion: version, sha256, size: bytes.byteLength, report, remarks }),
  );
  return report;
}
