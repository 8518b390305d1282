import { lastStart, readCrossReferences, type Whereabouts } from './cross-references.ts';
import { inflateStream } from './inflate-stream.ts';
import { afterBlank, MalformedPdf, type ParsedValue, parseDictionaryAt, parseValue } from './parse-value.ts';
import { isArray, isDictionary, isReference, type PdfDictionary, type PdfValue } from './pdf-value.ts';

/** An object as it stands in its file: the letters of its value, and for a stream the raw bytes, packed as they are. */
export type SourceObject = {
  readonly text: string;
  /** The value, where finding its end has already read it. */
  readonly value?: PdfValue;
  readonly dictionary?: PdfDictionary;
  readonly data?: Uint8Array;
};

/**
 * A PDF that is read object by object, when an object is asked for: nothing is decoded but the lists that say where objects stand. It trusts the
 * cross-references and mends nothing, because a file that conforms to PDF/A needs no mending.
 */
export class PdfSource {
  readonly #bytes: Buffer;
  readonly #places: ReadonlyMap<number, Whereabouts>;
  readonly #packed = new Map<number, readonly string[]>();
  #starts: readonly number[] | undefined;
  readonly trailer: PdfDictionary;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { places, trailer } = readCrossReferences(this.#bytes);
    this.#places = places;
    this.trailer = trailer;
  }

  /** Whether an object stands by itself in the file, as all streams do, and not packed together with others. */
  standsAlone(number: number): boolean {
    return this.#places.get(number)?.kind === 'alone';
  }

  /** An object by its number; one that the file does not have is `null` (ISO 32000-1, 7.3.10). */
  object(number: number): SourceObject {
    const place = this.#places.get(number);
    if (!place) return { text: 'null' };
    return place.kind === 'packed' ? { text: this.#packedText(place) } : this.#aloneAt(place.offset);
  }

  /**
   * An object that has no stream, cut out of the file between where it and the next thing begin, without reading it; undefined when it cannot be
   * had so. For who carries many objects over as they are.
   */
  unread(number: number): string | undefined {
    const place = this.#places.get(number);
    if (place?.kind !== 'alone') return undefined;
    const text = this.#bytes.toString('latin1', place.offset, this.#endOf(place.offset));
    const head = /^\s*\d+\s+\d+\s+obj\s*/.exec(text.slice(0, 40))?.[0];
    const tail = /\s*endobj\s*$/.exec(text.slice(-20))?.[0];
    if (head === undefined || tail === undefined) return undefined;
    const value = text.slice(head.length, text.length - tail.length);
    return value.endsWith('endstream') ? undefined : value;
  }

  /** Where the thing after the object at an offset begins. */
  #endOf(offset: number): number {
    this.#starts ??= [...this.#places.values()]
      .flatMap((one) => (one.kind === 'alone' ? [one.offset] : []))
      .concat(lastStart(this.#bytes))
      .sort((a, b) => a - b);
    let [low, high] = [0, this.#starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return this.#starts[low] ?? this.#bytes.length;
  }

  /** The value behind a value: a reference is followed to what it points at. */
  value(value: PdfValue | undefined): PdfValue | undefined {
    let found = value;
    for (let steps = 0; isReference(found); steps += 1) {
      if (steps > 20) throw new MalformedPdf('A reference leads in a circle.');
      const { dictionary, value, text } = this.object(found.object);
      found = dictionary ?? value ?? parseValue(text).value;
    }
    return found === 'null' ? undefined : found;
  }

  dictionary(value: PdfValue | undefined): PdfDictionary | undefined {
    const found = this.value(value);
    return isDictionary(found) ? found : undefined;
  }

  /** The members of an array, or the one value that stands where an array may. */
  members(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.value(value);
    if (found === undefined) return [];
    return isArray(found) ? found : [value!];
  }

  get catalog(): PdfDictionary {
    const catalog = this.dictionary(this.trailer.get('/Root'));
    if (!catalog) throw new MalformedPdf('The file has no catalogue.');
    return catalog;
  }

  #aloneAt(offset: number): SourceObject {
    const start = afterHeader(this.#bytes, offset);
    // Most objects are short: a window is decoded first, and the rest of the file only when the object does not end in it.
    for (let length = 2_048; ; length *= 8) {
      const whole = start + length >= this.#bytes.length;
      const window = this.#bytes.toString('latin1', start, Math.min(start + length, this.#bytes.length));
      const found = firstValue(window, whole);
      if (found) return this.#cut(window, found, start);
    }
  }

  #cut(window: string, { value, end }: ParsedValue, start: number): SourceObject {
    const text = window.slice(afterBlank(window, 0), end);
    const keyword = afterBlank(window, end);
    if (!window.startsWith('stream', keyword)) return { text, value };
    const dictionary = isDictionary(value) ? value : parseDictionaryAt(text, 0).value;
    const length = Number(this.value(dictionary.get('/Length')));
    const dataStart = start + keyword + (window.startsWith('\r\n', keyword + 6) ? 8 : 7);
    if (!Number.isInteger(length) || length < 0 || dataStart + length > this.#bytes.length)
      throw new MalformedPdf('A stream has no right length.');
    return { text, dictionary, data: this.#bytes.subarray(dataStart, dataStart + length) };
  }

  #packedText(place: { readonly stream: number; readonly index: number }): string {
    const texts = this.#packed.get(place.stream) ?? this.#unpack(place.stream);
    return texts[place.index] ?? 'null';
  }

  #unpack(stream: number): readonly string[] {
    const place = this.#places.get(stream);
    const { dictionary, data } = place?.kind === 'alone' ? this.#aloneAt(place.offset) : {};
    if (!dictionary || !data) throw new MalformedPdf('A stream of objects is missing.');
    const text = inflateStream(dictionary, data).toString('latin1');
    const first = Number(dictionary.get('/First'));
    const head = text.slice(0, first).trim().split(/\s+/).map(Number);
    const starts = head.filter((_, index) => index % 2 === 1).map((offset) => first + offset);
    const ends = [...starts.toSorted((a, b) => a - b), text.length];
    const texts = starts.map((start) => text.slice(start, ends[ends.indexOf(start) + 1]));
    this.#packed.set(stream, texts);
    return texts;
  }
}

/** Skips "12 0 obj". */
function afterHeader(bytes: Buffer, offset: number): number {
  const header = /^\s*\d+\s+\d+\s+obj/.exec(bytes.toString('latin1', offset, offset + 40));
  if (!header) throw new MalformedPdf(`No object begins at byte ${offset}.`);
  return offset + header[0].length;
}

/** The value that a window begins with; undefined when the window ends before what follows the value can be seen. */
function firstValue(window: string, whole: boolean): ParsedValue | undefined {
  try {
    const found = parseValue(window);
    return whole || found.end + 16 < window.length ? found : undefined;
  } catch (error) {
    if (whole || !(error instanceof MalformedPdf)) throw error;
    return undefined;
  }
}
