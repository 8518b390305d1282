import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import packageJson from '../package.json' with { type: 'json' };
import { type Call, type ExitCode, exitCodes, UsageError } from './cli/command.ts';
import { authorize, operatorOf } from './domain/access/index.ts';
import { writeLogFile } from './domain/witnessing/index.ts';
import { AppError } from './kernel/errors.ts';
import { systemRuntime } from './kernel/runtime.ts';
import { copyRegister, type Manifest, restoreRegister, verifyCopy } from './storage/copy-register.ts';
import { openDatabase } from './storage/database.ts';
import { migrations } from './storage/migrations/index.ts';
import { signingKeyFile } from './storage/signing-key.ts';
import { listTenants } from './storage/tenant.ts';
import { verifyLog } from './storage/verify-log.ts';

/** `kansli export`: everything of one authority, to take along: its tables, its files, and its log as the file that anybody can check. */
export async function runExport(call: Call): Promise<ExitCode> {
  const context = await call.openContext('join');
  try {
    const { db, tenant, operator, config } = context;
    const manifest = await copyRegister(db, {
      folder: outOf(call),
      version: packageJson.version,
      filesFolder: join(config.dataFolder, 'files'),
      tenantId: tenant.id,
      beside: [
        {
          path: 'log.jsonl',
          write: async (write) => {
            await db.read(authorize(operator, 'log.read'), (r) =>
              writeLogFile(r, { name: tenant.name, at: db.runtime.now(), write, whole: true }),
            );
          },
        },
      ],
    });
    return tell(call, manifest);
  } finally {
    await context.close();
  }
}

/** `kansli backup FOLDER`: all authorities of the installation; `kansli backup verify FOLDER` reads a copy through. */
export async function runBackup(call: Call): Promise<ExitCode> {
  const [first, second] = call.arguments;
  if (second !== undefined) {
    if (first !== 'verify')
      throw new UsageError({
        sv: `”${first}” är inget underkommando till backup.`,
        en: `“${first}” is no subcommand of backup.`,
      });
    return tell(call, await verifyCopy(second));
  }
  const context = await call.openContext('join');
  try {
    const { config, db } = context;
    const withKey = call.flag('with-key');
    const manifest = await copyRegister(db, {
      folder: first ?? '',
      version: packageJson.version,
      filesFolder: join(config.dataFolder, 'files'),
      signingKey: withKey,
      beside: withKey
        ? [
            {
              path: signingKeyFile,
              write: async (write) => await write(await readFile(join(config.dataFolder, signingKeyFile), 'utf8')),
            },
          ]
        : [],
    });
    return tell(call, manifest);
  } finally {
    await context.close();
  }
}

/** `kansli restore FOLDER`: fills an empty data folder from a backup or an export, and checks every log against the copy. */
export async function runRestore(call: Call): Promise<ExitCode> {
  const { config } = call;
  const [folder = ''] = call.arguments;
  await verifyCopy(folder);
  if (!config.databaseUrl && (await readdir(config.dataFolder).catch(() => [])).length > 0)
    throw new AppError('copy.registerInUse', { folder: config.dataFolder });
  const db = await openDatabase({ ...config, mode: 'own', runtime: systemRuntime(), onNotice: call.note });
  try {
    const manifest = await restoreRegister(db, {
      folder,
      filesFolder: join(config.dataFolder, 'files'),
      migrations: Object.keys(migrations),
    });
    for (const { id, name } of await listTenants(db)) {
      const kept = manifest.logs.filter(({ tenant }) => tenant === id);
      const { entries, fault } = await db.read(authorize(operatorOf(id), 'log.read'), (r) => verifyLog(r, kept));
      if (fault) throw new AppError('copy.damaged', { what: `${name}: ${fault.seq} ${fault.reason}` });
      call.note(
        call.language === 'sv'
          ? `Loggen för ${name}: ${entries} poster i hel kedja, samma som i kopian.`
          : `The log of ${name}: ${entries} entries in an unbroken chain, the same as in the copy.`,
      );
    }
    return tell(call, manifest);
  } finally {
    await db.close();
  }
}

/** `kansli log`: the log of the authority as the file that `kansli verify-log` and `bin/verify-log.pl` check. */
export async function runLog(call: Call): Promise<ExitCode> {
  const context = await call.openContext('join');
  const out = createWriteStream(outOf(call), { flags: 'wx', mode: 0o600 });
  try {
    const { db, tenant, operator } = context;
    await once(out, 'open');
    const { entries } = await db.read(authorize(operator, 'log.read'), (r) =>
      writeLogFile(r, {
        name: tenant.name,
        at: db.runtime.now(),
        write: async (text) => {
          if (!out.write(text)) await once(out, 'drain');
        },
      }),
    );
    out.end();
    await once(out, 'close');
    call.print(call.language === 'sv' ? `${entries} poster skrivna.` : `${entries} entries written.`);
    return exitCodes.done;
  } finally {
    await context.close();
  }
}

/** `kansli verify-log`: runs the one file that checks a log, as whoever has no Kansli would. */
export async function runVerifyLog(call: Call): Promise<ExitCode> {
  const heads = (call.option('head') ?? '').split(',').filter((head) => head !== '');
  const program = fileURLToPath(new URL('../bin/verify-log.mjs', import.meta.url));
  const options = heads.flatMap((head) => ['--head', head]);
  const child = spawn(process.execPath, [program, ...call.arguments, ...options], { stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0 ? exitCodes.done : code === 2 ? exitCodes.usage : exitCodes.refused;
}

function outOf(call: Call): string {
  const out = call.option('out');
  if (!out) throw new UsageError({ sv: 'Ange vart med --out.', en: 'Say where with --out.' });
  return out;
}

/** What a copy holds, and what it does not: keys are only there when they were asked for. */
function tell(call: Call, manifest: Manifest): ExitCode {
  const { kind, tables, files, logs, signingKey } = manifest;
  const rows = tables.reduce((sum, one) => sum + one.rows, 0);
  const blobs = files.filter(({ path }) => path.startsWith('files/')).length;
  if (call.flag('json')) {
    call.print(JSON.stringify({ kind, tables: tables.length, rows, files: blobs, logs, signingKey }, null, 2));
    return exitCodes.done;
  }
  const heads = logs.map(({ name, size, hash }) => `  ${name}: ${size}:${hash}`);
  call.print(
    call.language === 'sv'
      ? [
          `${tables.length} tabeller, ${rows} rader och ${blobs} filer.`,
          'Loggarnas huvuden; spara dem på ett annat ställe:',
          ...heads,
          'Kopian innehåller lösenordens kontrollsummor och personuppgifter: förvara den som registret.',
          signingKey
            ? 'Nyckeln som signerar loggen ingår.'
            : 'Nyckeln som signerar loggen ingår inte; en återställd installation får en ny.',
        ].join('\n')
      : [
          `${tables.length} tables, ${rows} rows and ${blobs} files.`,
          'Heads of the logs; keep them somewhere else:',
          ...heads,
          'The copy holds the hashes of passwords and personal data: keep it as you keep the register.',
          signingKey
            ? 'The key that signs the log is in it.'
            : 'The key that signs the log is not in it; a restored installation gets a new one.',
        ].join('\n'),
  );
  return exitCodes.done;
}
