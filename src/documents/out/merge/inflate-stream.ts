import { inflateSync } from 'node:zlib';
import { MalformedPdf } from './parse-value.ts';
import { isArray, isDictionary, type PdfDictionary, type PdfValue } from './pdf-value.ts';

/** No list of objects of a paper is as large as this; a file that claims one is made to fill the memory. */
const largestUnpacked = 128 * 1024 * 1024;

/** Unpacks a stream of objects or of cross-references: packed by Flate, with or without the predictor of PNG, or not packed at all. */
export function inflateStream(dictionary: PdfDictionary, data: Uint8Array): Buffer {
  const filter = onlyMember(dictionary.get('/Filter'));
  if (filter === undefined) return Buffer.from(data);
  if (filter !== '/FlateDecode') throw new MalformedPdf(`The filter ${String(filter)} is not known here.`);
  const plain = inflate(data);
  const parameters = onlyMember(dictionary.get('/DecodeParms'));
  const predictor = isDictionary(parameters) ? Number(parameters.get('/Predictor') ?? 1) : 1;
  if (predictor === 1) return plain;
  if (predictor < 10 || !isDictionary(parameters))
    throw new MalformedPdf(`The predictor ${predictor} is not known here.`);
  return withoutPredictor(plain, Number(parameters.get('/Columns') ?? 1));
}

function inflate(data: Uint8Array): Buffer {
  try {
    return inflateSync(data, { maxOutputLength: largestUnpacked });
  } catch (error) {
    throw new MalformedPdf('A stream cannot be unpacked.', { cause: error });
  }
}

/** Undoes the row filters of PNG for rows of single bytes, which is how cross-references are written. */
function withoutPredictor(rows: Buffer, columns: number): Buffer {
  const plain = Buffer.alloc(Math.floor(rows.length / (columns + 1)) * columns);
  for (let row = 0; row * columns < plain.length; row += 1) {
    const filter = rows[row * (columns + 1)];
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column;
      const raw = rows[row * (columns + 1) + column + 1]!;
      const left = column > 0 ? plain[at - 1]! : 0;
      const above = row > 0 ? plain[at - columns]! : 0;
      if (filter === 0) plain[at] = raw;
      else if (filter === 1) plain[at] = raw + left;
      else if (filter === 2) plain[at] = raw + above;
      else throw new MalformedPdf(`The row filter ${String(filter)} is not known here.`);
    }
  }
  return plain;
}

function onlyMember(value: PdfValue | undefined): PdfValue | undefined {
  if (!isArray(value)) return value === 'null' ? undefined : value;
  if (value.length > 1) throw new MalformedPdf('A list of objects is packed more than once.');
  return onlyMember(value[0]);
}
