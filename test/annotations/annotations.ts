import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readDocument } from '../../src/documents/in/read-document.ts';
import { readRecords } from '../../src/domain/intake/read-records.ts';
import { inFormat, type PaperFormat } from '../support/paper-formats.ts';
import { noSeeds, seedBytes } from '../support/seeds.ts';
import { type AnnotatedRecord, type ReadRecord, type Score, score } from './score.ts';
import type { Expected } from './seal.ts';

/** A paper whose records a person has noted. */
export type AnnotatedPaper = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly records: readonly AnnotatedRecord[];
};

const genuine = ['000', '001', '003', '004'];
const invented = ['invented-joint-minutes', 'invented-municipal-minutes', 'invented-return'];

/** The genuine papers, sealed; none where they are not there. */
export function genuinePapers(): readonly AnnotatedPaper[] {
  return noSeeds ? [] : genuine.map((name) => paperOf(name, () => seedBytes(name)));
}

/** The papers of our own making, whose annotations stand plain. */
export function inventedPapers(): readonly AnnotatedPaper[] {
  return invented.map((name) =>
    paperOf(name, (file) => readFileSync(new URL(`../fixtures/papers/${file}`, import.meta.url))),
  );
}

function paperOf(name: string, bytesOf: (file: string) => Uint8Array): AnnotatedPaper {
  const noted = JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8')) as {
    readonly paper?: string;
    readonly sha256: string;
    readonly records: readonly { readonly type: string; readonly line: number; readonly [field: string]: Expected }[];
  };
  const bytes = bytesOf(noted.paper ?? '');
  if (createHash('sha256').update(bytes).digest('hex') !== noted.sha256)
    throw new Error(`Paper ${name} is not the one that test/annotations/${name}.json was made from: annotate it anew.`);
  return { name, bytes, records: noted.records.map(({ type, line, ...fields }) => ({ type, line, fields })) };
}

/** The records that are read of a file, as `kansli read` reads them. */
export async function recordsIn(bytes: Uint8Array, fileName = 'paper'): Promise<readonly ReadRecord[]> {
  const source = await readDocument({ fileName, bytes });
  return readRecords(source, fileName).records as unknown as readonly ReadRecord[];
}

/** How well a paper is read when it comes in a format. */
export async function measure(paper: AnnotatedPaper, format: PaperFormat): Promise<Score> {
  return score(paper.records, await recordsIn(await inFormat(paper.bytes, format)));
}
