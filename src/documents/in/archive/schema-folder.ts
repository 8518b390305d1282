import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../../../kernel/errors.ts';
import { type PublishedSchemas, readSchemas } from './published-schemas.ts';

/** Reads the published schemas (XSD) that lie in a folder, also in folders below it, in the order of their names. */
export async function openSchemaFolder(folder: string): Promise<PublishedSchemas> {
  const entries = await readdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new AppError('archiving.noSchemas', { folder }, error);
  });
  const paths = entries.filter((name) => name.endsWith('.xsd')).toSorted();
  if (paths.length === 0) throw new AppError('archiving.noSchemas', { folder });
  const files = paths.map(async (path) => ({
    name: basename(path),
    bytes: new Uint8Array(await readFile(join(folder, path))),
  }));
  return readSchemas(await Promise.all(files));
}
