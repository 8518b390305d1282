import { writeFile } from 'node:fs/promises';
import packageJson from '../../package.json' with { type: 'json' };
import { checkPackageFully } from '../documents/in/archive/check-package.ts';
import { openSchemaFolder } from '../documents/in/archive/schema-folder.ts';
import { closePdfPool, composePackage } from '../documents/out/index.ts';
import { authorize } from '../domain/access/index.ts';
import { getArchivePackage, listArchivePackages, makeArchivePackage } from '../domain/archiving/index.ts';
import { exitCodes, type RunCommand, UsageError } from './command.ts';

/**
 * `kansli archive PACKAGE [--out FILE]`: makes a package that was drawn up on the page of the archive, checks it and writes it to a file; for packages
 * too large to wait for in a browser. PACKAGE is its number, like region-fjallmark-2026-0001.
 */
export const runArchive: RunCommand = async (call) => {
  const [objectId] = call.arguments as [string];
  const folder = call.config.schemaFolder;
  const schemas = folder === undefined ? undefined : await openSchemaFolder(folder);
  const context = await call.openContext('join');
  try {
    const auth = authorize(context.operator, 'archive.make');
    const found = (await context.db.read(auth, (r) => listArchivePackages(r, 10_000))).find(
      (one) => one.objectId === objectId,
    );
    if (!found) throw new UsageError({ sv: `Inget paket heter ${objectId}.`, en: `No package is called ${objectId}.` });
    const reading = found.includesSecret ? authorize(context.operator, 'matter.readProtected') : undefined;
    const { faults } = await makeArchivePackage(
      {
        db: context.db,
        blobs: context.blobs,
        software: { name: 'Kansli', code: packageJson.version },
        compose: (content, load) => composePackage(content, { load, schemas: schemas?.files ?? [] }),
        check: (bytes) => checkPackageFully(bytes, schemas),
      },
      auth,
      found.id,
      reading,
    );
    const { sha256 } = await context.db.read(auth, (r) => getArchivePackage(r, found.id));
    const path = call.option('out') ?? `${objectId}.zip`;
    if (sha256) await writeFile(path, await context.blobs.get(sha256));
    call.print(call.language === 'sv' ? `Skrev ${path}.` : `Wrote ${path}.`);
    for (const { rule, says } of faults) call.print(`${rule}: ${says[call.language]}`);
    return faults.some(({ level }) => level === 'MUST') ? exitCodes.refused : exitCodes.done;
  } finally {
    await context.close();
    await closePdfPool();
  }
};
