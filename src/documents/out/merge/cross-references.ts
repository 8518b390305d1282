import { inflateStream } from './inflate-stream.ts';
import { afterBlank, MalformedPdf, parseDictionaryAt } from './parse-value.ts';
import { isArray, type PdfDictionary } from './pdf-value.ts';

/** Where an object stands: by itself at a byte of the file, or as the n-th in a stream of objects. */
export type Whereabouts =
  | { readonly kind: 'alone'; readonly offset: number }
  | { readonly kind: 'packed'; readonly stream: number; readonly index: number };

type Places = Map<number, Whereabouts | undefined>;

/** Reads the cross-references of a file, from the newest section back to the first; what a newer section says of an object holds. */
export function readCrossReferences(bytes: Buffer): {
  readonly places: ReadonlyMap<number, Whereabouts>;
  readonly trailer: PdfDictionary;
} {
  const places: Places = new Map();
  const queue = [lastStart(bytes)];
  const seen = new Set<number>();
  let trailer: PdfDictionary | undefined;
  for (let offset = queue.shift(); offset !== undefined; offset = queue.shift()) {
    if (seen.has(offset)) continue;
    seen.add(offset);
    const section =
      bytes.toString('latin1', offset, offset + 4) === 'xref'
        ? readTable(bytes, offset, places)
        : readStream(bytes, offset, places);
    trailer ??= section;
    // A hybrid file hides its packed objects in a stream beside the table, which goes before older sections.
    for (const key of ['/XRefStm', '/Prev']) if (section.has(key)) queue.push(Number(section.get(key)));
  }
  if (!trailer) throw new MalformedPdf('The file has no trailer.');
  return {
    places: new Map([...places].filter((entry): entry is [number, Whereabouts] => entry[1] !== undefined)),
    trailer,
  };
}

/** Where the newest section of cross-references begins. */
export function lastStart(bytes: Buffer): number {
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 1_024));
  const found = [...tail.matchAll(/startxref\s+(\d+)/g)].at(-1);
  if (!found || Number(found[1]) >= bytes.length)
    throw new MalformedPdf('The file does not say where its objects stand.');
  return Number(found[1]);
}

function readTable(bytes: Buffer, offset: number, places: Places): PdfDictionary {
  const text = bytes.toString('latin1', offset);
  let at = afterBlank(text, 4);
  for (;;) {
    const head = /^(\d+)\s+(\d+)\s+/.exec(text.slice(at, at + 40));
    if (!head) break;
    at += head[0].length;
    const first = Number(head[1]);
    const count = Number(head[2]);
    if (at + count * 20 > text.length) throw new MalformedPdf('The table of objects is longer than the file.');
    // Each entry is exactly twenty bytes, line end included (ISO 32000-1, 7.5.4).
    for (let index = 0; index < count; index += 1, at += 20) {
      const inUse = text[at + 17] === 'n';
      if (!places.has(first + index))
        places.set(first + index, inUse ? { kind: 'alone', offset: Number(text.slice(at, at + 10)) } : undefined);
    }
    at = afterBlank(text, at);
  }
  if (!text.startsWith('trailer', at)) throw new MalformedPdf('The table of objects has no trailer.');
  return parseDictionaryAt(text, at + 7).value;
}

function readStream(bytes: Buffer, offset: number, places: Places): PdfDictionary {
  const text = bytes.toString('latin1', offset, offset + 4_096);
  const header = /^\s*\d+\s+\d+\s+obj/.exec(text);
  if (!header) throw new MalformedPdf('No list of objects stands where the file says.');
  const { value: dictionary, end } = parseDictionaryAt(text, header[0].length);
  const keyword = afterBlank(text, end);
  const start = offset + keyword + (text.startsWith('\r\n', keyword + 6) ? 8 : 7);
  const data = inflateStream(dictionary, bytes.subarray(start, start + Number(dictionary.get('/Length'))));
  const widths = numbersIn(dictionary, '/W');
  if (widths.length < 3 || !widths.every((width) => width >= 0 && width <= 6) || widths.every((width) => width === 0))
    throw new MalformedPdf('The list of objects has columns of no known width.');
  const ranges = dictionary.has('/Index') ? numbersIn(dictionary, '/Index') : [0, Number(dictionary.get('/Size'))];
  const rowLength = widths.reduce((sum, width) => sum + width, 0);
  let at = 0;
  const field = (width: number, otherwise: number) => {
    if (width === 0) return otherwise;
    at += width;
    return data.readUIntBE(at - width, width);
  };
  for (let range = 0; range < ranges.length; range += 2) {
    for (let index = 0; index < ranges[range + 1]! && at + rowLength <= data.length; index += 1) {
      const kind = field(widths[0]!, 1);
      const second = field(widths[1]!, 0);
      const third = field(widths[2]!, 0);
      const number = ranges[range]! + index;
      if (places.has(number)) continue;
      if (kind === 1) places.set(number, { kind: 'alone', offset: second });
      else if (kind === 2) places.set(number, { kind: 'packed', stream: second, index: third });
      else places.set(number, undefined);
    }
  }
  return dictionary;
}

function numbersIn(dictionary: PdfDictionary, key: string): readonly number[] {
  const value = dictionary.get(key);
  if (!isArray(value)) throw new MalformedPdf(`The list of objects has no ${key}.`);
  return value.map(Number);
}
