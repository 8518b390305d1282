import type { Context } from '../context.ts';
import { authorize } from '../domain/access/index.ts';
import { listIntakeFiles } from '../domain/intake/index.ts';
import { getReport, listReports, treeHash } from '../domain/reports/index.ts';
import type { Localized } from '../kernel/language.ts';
import { exitCodes, type RunCommand } from './command.ts';

/** One thing that was looked at, how it was found, and whether it is as it must be. */
type Finding = { readonly check: string; readonly ok: boolean; readonly text: Localized };

/** `kansli doctor`: looks at what the register stands on and promises. Ends with 1 when something is not as it must be. */
export const runDoctor: RunCommand = async (call) => {
  const context = await call.openContext('join');
  try {
    const findings = [
      ...(await storageFindings(context)),
      mailFinding(context),
      await frozenFinding(context),
      await fileFinding(context),
    ];
    const ok = findings.every((finding) => finding.ok);
    if (call.flag('json'))
      call.print(
        JSON.stringify(
          { ok, findings: findings.map(({ text, ...rest }) => ({ ...rest, text: text[call.language] })) },
          null,
          2,
        ),
      );
    else call.print(findings.map((one) => `${one.ok ? '✓' : '✗'} ${one.text[call.language]}`).join('\n'));
    return ok ? exitCodes.done : exitCodes.refused;
  } finally {
    await context.close();
  }
};

async function storageFindings(context: Context): Promise<readonly Finding[]> {
  const { engine, description, migrations, logs } = await context.inspect();
  const safe = engine.fsync && engine.synchronousCommit;
  return [
    { check: 'engine', ok: safe, text: { sv: `Databas: ${description}`, en: `Database: ${description}` } },
    {
      check: 'checksums',
      // A server of one's own choice may keep its checksums elsewhere; the one that comes with Kansli always has them.
      ok: engine.checksums || engine.engine === 'server',
      text: engine.checksums
        ? { sv: 'Sidornas kontrollsummor är på', en: 'Page checksums are on' }
        : { sv: 'Sidornas kontrollsummor är av', en: 'Page checksums are off' },
    },
    {
      check: 'migrations',
      ok: migrations.applied === migrations.known,
      text: {
        sv: `Tabellerna: ${migrations.applied} av ${migrations.known} steg införda`,
        en: `Tables: ${migrations.applied} of ${migrations.known} steps applied`,
      },
    },
    ...logs.map(
      ({ tenant, entries, fault }): Finding => ({
        check: 'log',
        ok: fault === undefined,
        text: fault
          ? {
              sv: `Loggen för ${tenant.name}: fel vid post ${fault.seq} (${fault.reason})`,
              en: `The log of ${tenant.name}: wrong at entry ${fault.seq} (${fault.reason})`,
            }
          : {
              sv: `Loggen för ${tenant.name}: ${entries} poster i hel kedja`,
              en: `The log of ${tenant.name}: ${entries} entries in an unbroken chain`,
            },
      }),
    ),
  ];
}

/** Where letters go. A folder is right on a machine for trying things out, and worth knowing of anywhere else. */
function mailFinding({ config: { mail } }: Context): Finding {
  return {
    check: 'mail',
    ok: true,
    text:
      mail.kind === 'smtp'
        ? {
            sv: `Brev skickas genom ${mail.server.host}:${mail.server.port} från ${mail.from.address}`,
            en: `Letters are sent through ${mail.server.host}:${mail.server.port} from ${mail.from.address}`,
          }
        : {
            sv: `Brev läggs som filer i ${mail.folder}; ange en mejlserver i KANSLI_SMTP för att skicka dem`,
            en: `Letters are laid as files in ${mail.folder}; name a mail server in KANSLI_SMTP to send them`,
          },
  };
}

/** A report that has been approved is what was approved: its tree still has the hash that was sealed with it. */
async function frozenFinding(context: Context): Promise<Finding> {
  const auth = authorize(context.operator, 'record.read');
  const broken: string[] = [];
  let count = 0;
  for (const { id } of await context.db.read(auth, (r) => listReports(r, { states: ['approved', 'delivered'] }))) {
    const { frozen, title, year } = await context.db.read(auth, (r) => getReport(r, id));
    count += 1;
    if (!frozen || treeHash(frozen.tree) !== frozen.hash) broken.push(`${title} ${year}`);
  }
  return {
    check: 'frozenReports',
    ok: broken.length === 0,
    text:
      broken.length === 0
        ? { sv: `${count} frysta rapporter är oförändrade`, en: `${count} frozen reports are unchanged` }
        : {
            sv: `Frysta rapporter har ändrats: ${broken.join(', ')}`,
            en: `Frozen reports have been changed: ${broken.join(', ')}`,
          },
  };
}

/** Every file that was handed in still has its bytes, and they are still those bytes. */
async function fileFinding(context: Context): Promise<Finding> {
  const auth = authorize(context.operator, 'record.read');
  const gone: string[] = [];
  let count = 0;
  for (let offset = 0; ; offset += 100) {
    const files = await context.db.read(auth, (r) => listIntakeFiles(r, { limit: 100, offset }));
    for (const { sha256, fileName } of files) {
      count += 1;
      await context.blobs.get(sha256).catch(() => gone.push(fileName));
    }
    if (files.length < 100) break;
  }
  return {
    check: 'files',
    ok: gone.length === 0,
    text:
      gone.length === 0
        ? { sv: `${count} inlästa filer har sina bytes kvar`, en: `${count} imported files have their bytes` }
        : {
            sv: `Filer saknas eller har ändrats: ${gone.join(', ')}`,
            en: `Files are missing or changed: ${gone.join(', ')}`,
          },
  };
}
