import { createHash } from 'node:crypto';
import { AdaptedObjects, type PartNames } from './adapted-objects.ts';
import type { PdfOutput } from './pdf-output.ts';
import type { PdfSource, SourceObject } from './pdf-source.ts';
import { isArray, isDictionary, isReference, type PdfDictionary, type PdfValue, writeValue } from './pdf-value.ts';
import { renumberReferences } from './renumber-references.ts';

/** Streams that are already in the output, by the hash of all they are: a colour profile that fifty parts bring is written once. */
export type SharedStreams = Map<string, number>;

/**
 * The objects of one part on their way into the output. An object comes along when something that came along points at it, so that what the
 * part needs is copied and its catalogue, page tree and lists are left behind. Streams are copied as they are packed.
 */
export class CopiedPart {
  readonly source: PdfSource;
  readonly #out: PdfOutput;
  readonly #shared: SharedStreams;
  readonly #adapted: AdaptedObjects;
  readonly #numbers = new Map<number, number>();
  readonly #waiting: { readonly number: number; readonly object: SourceObject }[] = [];

  constructor(source: PdfSource, out: PdfOutput, shared: SharedStreams, names: PartNames) {
    this.source = source;
    this.#out = out;
    this.#shared = shared;
    this.#adapted = new AdaptedObjects(source, names);
  }

  /** The number in the output of an object of the part, which comes along if it has not yet. */
  readonly renumber = (object: number): number => {
    const known = this.#numbers.get(object);
    if (known !== undefined) return known;
    const found = this.source.object(object);
    if (found.data) return this.#copyStream(object, found.dictionary!, found.data);
    const number = this.claim(object);
    this.#waiting.push({ number, object: found });
    return number;
  };

  /** Says that an object of the part is replaced by one that the merge writes itself, and gives its number. */
  claim(object: number, number = this.#out.allocate()): number {
    this.#numbers.set(object, number);
    return number;
  }

  /** A value of the part as it is written in the output, names and keys made the part's own. */
  write(value: PdfValue): string {
    return writeValue(this.#adapted.value(value), this.renumber);
  }

  /** Copies everything that has been pointed at. */
  finish(): void {
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) {
      const { text } = next.object;
      const adapted = this.#adapted.text(text);
      this.#out.object(
        next.number,
        adapted === undefined ? renumberReferences(text, this.renumber).trim() : writeValue(adapted, this.renumber),
      );
    }
  }

  #copyStream(object: number, found: PdfDictionary, data: Uint8Array): number {
    const dictionary = new Map(this.#adapted.value(found) as PdfDictionary).set('/Length', String(data.length));
    if (pointsAway(dictionary)) {
      const number = this.claim(object);
      this.#out.stream(number, writeValue(dictionary, this.renumber), data);
      return number;
    }
    const text = writeValue(dictionary, this.renumber);
    const key = createHash('sha1').update(text).update(data).digest('base64');
    const number = this.claim(object, this.#shared.get(key));
    if (!this.#shared.has(key)) this.#out.stream(number, text, data);
    this.#shared.set(key, number);
    return number;
  }
}

function pointsAway(value: PdfValue): boolean {
  if (isReference(value)) return true;
  if (isArray(value)) return value.some(pointsAway);
  return isDictionary(value) && [...value.values()].some(pointsAway);
}
