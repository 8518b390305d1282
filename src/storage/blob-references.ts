import { sql } from 'kysely';
import type { Database } from './database.ts';

/**
 * Every place in the database that names a file by its SHA-256. `column` holds one hash; `document` is JSON with hashes somewhere in it. A file that
 * none of them names, in no authority of the installation, belongs to nobody. `src/domain/archiving/archiving.test.ts` compares the list with the
 * catalogue, so that a new place cannot be forgotten.
 */
export const blobReferences = [
  // What was disposed of refers to its bytes no more: it only remembers their name.
  { table: 'document', column: 'sha256', where: 'disposed_on is null' },
  { table: 'intake_file', column: 'layout_sha256' },
  { table: 'consultation_attachment', column: 'sha256' },
  { table: 'indicator_import', column: 'sha256' },
  // A tree, which may name the pictures of what it was made of.
  { table: 'masked_copy', document: 'tree' },
  { table: 'archive_package', column: 'package_sha256' },
  { table: 'pub.file', column: 'sha256' },
  { table: 'minutes', document: 'archive' },
  { table: 'agenda_version', document: 'content' },
  { table: 'release', document: 'content' },
  { table: 'received_release', document: 'content' },
] as const satisfies readonly BlobReference[];

export type BlobReference =
  | { readonly table: string; readonly column: string; readonly where?: string }
  | { readonly table: string; readonly document: string };

/** Columns that are called as a hash of a file is called, and name none that is kept. */
export const rememberedHashes: readonly string[] = ['disposal_item.sha256'];

/** Whether any record of any authority refers to a file. */
export async function isBlobReferred(db: Database, hash: string): Promise<boolean> {
  return await db.system('findBlobReferences', async (system) => {
    for (const reference of blobReferences as readonly BlobReference[]) {
      const named =
        'column' in reference
          ? sql<boolean>`${sql.ref(reference.column)} = ${hash}${sql.raw(reference.where === undefined ? '' : ` and ${reference.where}`)}`
          : sql<boolean>`position(${hash} in ${sql.ref(reference.document)}::text) > 0`;
      // The table is one of the list above; the builder would want each as a word of its own.
      const found = await system
        .selectFrom(reference.table as 'document')
        .select(sql<number>`1`.as('one'))
        .where(named)
        .limit(1)
        .executeTakeFirst();
      if (found) return true;
    }
    return false;
  });
}
