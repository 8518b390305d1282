import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readText } from '../../src/documents/in/read-text.ts';
import type { SourceDocument } from '../../src/documents/tree/source.ts';
import { type ReadResult, readRecords } from '../../src/domain/intake/read-records.ts';

/** The genuine papers lie beside the repository, because they name people; `KANSLI_SEEDS` names another place. */
const folder = process.env.KANSLI_SEEDS ?? fileURLToPath(new URL('../../../shared/seeds/', import.meta.url));

/**
 * For `test(name, { skip: noSeeds }, …)`: false with the papers, otherwise the sentence printed beside the skipped test. In continuous
 * integration (`CI=true`) missing papers are a failure, because the promises about them would go unproved.
 */
export const noSeeds: false | string = seedsReason();

function seedsReason(): false | string {
  if (existsSync(folder)) return false;
  const reason = `The genuine papers are not in ${basename(folder) || 'seeds'} beside the repository; set KANSLI_SEEDS to the folder that has them.`;
  if (process.env.CI === 'true') throw new Error(reason);
  return reason;
}

/** The path of a paper by the beginning of its file name, for example '000'. */
export function seedPath(start: string): string {
  const file = readdirSync(folder).find((name) => name.startsWith(start) && name.endsWith('.txt'));
  if (!file)
    throw new Error(`There is no paper ${start} among the genuine papers: look at the folder that KANSLI_SEEDS names.`);
  return join(folder, file);
}

export function seedBytes(start: string): Uint8Array {
  return readFileSync(seedPath(start));
}

/** A paper, read: its source tree and the records proposed from it. */
export function readSeed(start: string): { readonly source: SourceDocument; readonly result: ReadResult } {
  const source = readText(seedBytes(start));
  return { source, result: readRecords(source, basename(seedPath(start))) };
}

/** The records of one type in a result. */
export function recordsOf<Type extends ReadResult['records'][number]['type']>(result: ReadResult, type: Type) {
  return result.records.filter(
    (record): record is Extract<ReadResult['records'][number], { type: Type }> => record.type === type,
  );
}
