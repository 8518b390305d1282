import { AppError } from '../../../kernel/errors.ts';
import { detectFormat } from '../detect-format.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';

/** Bytes of a table of figures: a hundred thousand rows are a few million. */
const largestSheet = 8_000_000;

/** A table that was handed in: its cells as text, or JSON as its text. What it is, is told by its bytes. */
export type ReadSheet =
  | { readonly kind: 'cells'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'json'; readonly text: string };

/** Reads a spreadsheet, comma-separated values or JSON. Anything else is refused. */
export function readSheet(bytes: Uint8Array): ReadSheet {
  if (bytes.length === 0) throw new AppError('document.empty');
  if (bytes.length > largestSheet) throw new AppError('document.tooLarge', { megabytes: largestSheet / 1_000_000 });
  const format = detectFormat(bytes);
  if (format === 'xlsx') return { kind: 'cells', rows: readXlsx(bytes) };
  if (format === 'encryptedOffice') throw new AppError('document.encrypted');
  if (format !== 'text') throw new AppError('indicators.noTable');
  const start = new TextDecoder()
    .decode(bytes.subarray(0, 200))
    .trimStart()
    .replace(/^\ufeff/u, '');
  if (start.startsWith('{')) return { kind: 'json', text: new TextDecoder().decode(bytes).replace(/^\ufeff/u, '') };
  return { kind: 'cells', rows: readCsv(bytes) };
}
