import { readFile } from 'node:fs/promises';
import { checkPackageFully } from '../documents/in/archive/check-package.ts';
import { openSchemaFolder } from '../documents/in/archive/schema-folder.ts';
import { exitCodes, type RunCommand } from './command.ts';

/**
 * `kansli verify-archive FILE [--schemas FOLDER] [--json]`: checks a package for an archive against the rules of E-ARK CSIP and SIP, CITS ERMS and
 * PREMIS, and by published schemas when a folder of them is given (or `KANSLI_SCHEMAS` names one), without a database. Ends with 1 when a rule that
 * must be kept is broken.
 */
export const runVerifyArchive: RunCommand = async (call) => {
  const [path] = call.arguments as [string];
  const folder = call.option('schemas') ?? call.config.schemaFolder;
  const schemas = folder === undefined ? undefined : await openSchemaFolder(folder);
  const report = await checkPackageFully(new Uint8Array(await readFile(path)), schemas);
  const sv = call.language === 'sv';
  if (call.flag('json')) call.print(JSON.stringify(report, null, 2));
  else {
    call.print(
      sv
        ? `${report.objectId}: ${report.files} filer, ${report.rules} regler, ${report.faults.length} brutna.`
        : `${report.objectId}: ${report.files} files, ${report.rules} rules, ${report.faults.length} broken.`,
    );
    for (const { rule, level, where, says, places, count } of report.faults)
      call.print(`${rule} (${level}) ${where}\n  ${says[call.language]}\n  ${count}: ${places.join(', ')}`);
  }
  return report.faults.some(({ level }) => level === 'MUST') ? exitCodes.refused : exitCodes.done;
};
