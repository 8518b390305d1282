import { createHash } from 'node:crypto';
import { csvText } from '../../../documents/out/index.ts';
import {
  type OpenPlace,
  type OpenRow,
  openRows,
  type PublishedAuthority,
  type PublishedNoun,
} from '../../../domain/published/index.ts';
import type { PortalServices } from '../portal-context.ts';
import { dataShapes, lineShape } from './data-shapes.ts';
import { type OparlAddresses, oparlAddresses } from './oparl-address.ts';

/** Records that are read at a time: few enough that a copy of everything holds little in memory, many enough that the database is not the wait. */
const atATime = 1_000;

type Source = Pick<PortalServices, 'readPublic' | 'publicUrl'>;

/** All published records of a noun, a piece at a time. */
export async function* everyRow<N extends PublishedNoun>(
  { readPublic }: Source,
  authority: PublishedAuthority,
  noun: N,
): AsyncGenerator<readonly OpenRow<N>[]> {
  let after: OpenPlace | undefined;
  for (;;) {
    const rows = await readPublic((r) => openRows(r, authority, [noun], { after, limit: atATime }));
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < atATime) return;
    after = { noun: last.noun, recordId: last.recordId };
  }
}

/** A record as a line of the dump, in the shape that `lineShape` and `dataShapes` tell. */
export function dumpLine(at: OparlAddresses, row: OpenRow) {
  return {
    noun: row.noun,
    id: row.recordId,
    url: at.page(row.noun, row.recordId),
    title: row.title,
    summary: row.summary,
    bodyId: row.bodyId,
    bodyName: row.bodyName,
    happenedOn: row.happenedOn,
    year: row.year,
    state: row.state,
    registrationNumbers: row.registrationNumbers,
    edition: row.edition,
    contentHash: row.contentHash,
    firstPublishedAt: row.firstPublishedAt.toISOString(),
    publishedAt: row.publishedAt.toISOString(),
    links: row.links.map(({ relation, noun, recordId }) => ({ relation, noun, id: recordId })),
    files: row.files.map(({ fileName, title, mediaType, size, sha256 }) => ({
      name: fileName,
      title,
      mediaType,
      size,
      sha256,
      url: at.file(row.noun, row.recordId, fileName),
    })),
    data: row.data,
  };
}

/** The formats of the dump of a noun. */
export const dumpFormats = {
  jsonl: { type: 'application/jsonl; charset=utf-8', media: 'application/jsonl' },
  csv: { type: 'text/csv; charset=utf-8', media: 'text/csv' },
} as const;
export type DumpFormat = keyof typeof dumpFormats;

/** All published records of a noun in a format, a piece at a time; `count` is called with the records of each piece. */
export async function* dumpOf(
  source: Source,
  authority: PublishedAuthority,
  noun: PublishedNoun,
  format: DumpFormat,
  count: (records: number) => void = () => {},
): AsyncGenerator<string> {
  const at = oparlAddresses(source.publicUrl, authority);
  const columns = [...Object.keys(lineShape), ...Object.keys(dataShapes[noun]).map(dataColumn)];
  if (format === 'csv') yield csvText([columns]);
  for await (const rows of everyRow(source, authority, noun)) {
    count(rows.length);
    const lines = rows.map((row) => dumpLine(at, row));
    if (format === 'jsonl') yield `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
    else yield csvText(lines.map((line) => csvCells(line, columns))).slice(1);
  }
}

/** What a field of a noun is called as a column: by its own name, unless every line has a field of that name. */
function dataColumn(field: string): string {
  return field in lineShape ? `data_${field}` : field;
}

/** The cells of a line: values as they are, lists and objects as JSON. */
function csvCells({ data, ...line }: ReturnType<typeof dumpLine>, columns: readonly string[]): readonly string[] {
  const fields = Object.entries(data).map(([field, value]) => [dataColumn(field), value] as const);
  const all: Readonly<Record<string, unknown>> = { ...line, ...Object.fromEntries(fields) };
  return columns.map((column) => {
    const value = all[column];
    if (value === null || value === undefined) return '';
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  });
}

/** Pieces of text as a stream that is made while it is read. */
export function streamOf(pieces: AsyncGenerator<string | Uint8Array>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
    },
    cancel: async () => void (await pieces.return(undefined)),
  });
}

/** A file of the whole dump as its manifest tells it. */
export type DumpedFile = {
  readonly name: string;
  readonly noun: PublishedNoun;
  readonly records: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly schema: string;
};

/** Pieces of one file on their way into the archive, measured as they pass. */
export async function* measured(
  pieces: AsyncGenerator<string>,
  done: (bytes: number, sha256: string) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of pieces) {
    const part = Buffer.from(piece);
    hash.update(part);
    bytes += part.byteLength;
    yield part;
  }
  done(bytes, hash.digest('hex'));
}
