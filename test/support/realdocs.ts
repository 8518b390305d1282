import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPdf } from '../../src/documents/in/pdf/read-pdf.ts';
import { readText } from '../../src/documents/in/read-text.ts';
import { type ReadResult, readRecords } from '../../src/domain/intake/read-records.ts';

/** Published papers of real authorities lie beside the repository, because they name people; `KANSLI_REALDOCS` names another place. */
const folder = process.env.KANSLI_REALDOCS ?? fileURLToPath(new URL('../../../shared/realdocs/', import.meta.url));

/**
 * For `test(name, { skip: noRealdocs }, …)`: false with the papers, otherwise the sentence printed beside the skipped test. In continuous
 * integration (`CI=true`) missing papers are a failure, because the promises about them would go unproved.
 */
export const noRealdocs: false | string = realdocsReason();

function realdocsReason(): false | string {
  if (existsSync(folder)) return false;
  const reason = `The published papers are not in ${basename(folder) || 'realdocs'} beside the repository; set KANSLI_REALDOCS to the folder that has them.`;
  if (process.env.CI === 'true') throw new Error(reason);
  return reason;
}

/** The numbers that the text files of the folder begin with. */
export function realdocNumbers(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /^\d\d_.*\.txt$/.test(name))
    .map((name) => name.slice(0, 2))
    .sort();
}

/** A paper by the number its file name begins with, read. */
export function readRealdoc(number: string): ReadResult {
  const file = readdirSync(folder).find((name) => name.startsWith(`${number}_`) && name.endsWith('.txt'));
  if (!file)
    throw new Error(
      `There is no paper ${number} among the published papers: look at the folder that KANSLI_REALDOCS names.`,
    );
  return readRecords(readText(readFileSync(join(folder, file))), file);
}

/** The PDF of a paper as it was published, read. */
export async function readRealdocPdf(number: string): Promise<ReadResult> {
  const file = `${number}.pdf`;
  return readRecords(await readPdf(readFileSync(join(folder, file))), file);
}
