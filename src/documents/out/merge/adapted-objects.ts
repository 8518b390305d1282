import { parseValue } from './parse-value.ts';
import type { PdfSource } from './pdf-source.ts';
import {
  byteString,
  bytesOfString,
  isArray,
  isDictionary,
  type PdfDictionary,
  type PdfValue,
  textString,
} from './pdf-value.ts';

/**
 * Where a link of one part leads to the beginning of another: an address that the merge replaces by a jump inside the file. The top-level domain
 * `.invalid` belongs to nobody (RFC 2606), so that a part read by itself never leads a reader to a stranger.
 */
export const partAddress = (name: string): string => `${partAddresses}${encodeURIComponent(name)}`;
const partAddresses = 'https://handlingar.invalid/';

/** What makes a part's names its own among all the others: two papers from one template name their table cells and headings alike. */
export type PartNames = {
  /** Stands before each name of a place and each name of a tag. */
  readonly prefix: string;
  /** Is added to each key that ties a page or an annotation to the structure tree. */
  readonly firstParentKey: number;
  /** Roles and classes of tags that mean something else in an earlier part, with their new names. */
  readonly renamed: ReadonlyMap<string, string>;
  /** The title of a part by its name, for links that lead to it. */
  readonly titleOfPart: (name: string) => string;
};

const touchy = /\/(?:StructParents?|Dest|GoTo|ID|Headers)(?![\w#])|handlingar\.invalid/;

/** Rewrites those objects of a part that carry a name or key of their file; all others are left to the fast way. */
export class AdaptedObjects {
  readonly #source: PdfSource;
  readonly #names: PartNames;

  constructor(source: PdfSource, names: PartNames) {
    this.#source = source;
    this.#names = names;
  }

  /** The object as a value when something in it must change; undefined when it can be copied as it stands. */
  text(text: string): PdfValue | undefined {
    if (this.#names.renamed.size === 0 && !touchy.test(text)) return undefined;
    return this.value(parseValue(text).value);
  }

  value(value: PdfValue): PdfValue {
    if (isArray(value)) return value.map((member) => this.value(member));
    if (!isDictionary(value)) return value;
    const adapted = new Map<string, PdfValue>();
    for (const [key, member] of value) adapted.set(key, this.#member(value, key, member));
    const target = this.#partLinkedTo(value);
    if (target === undefined) return adapted;
    adapted.delete('/A');
    return adapted.set('/Dest', byteString(target)).set('/Contents', textString(this.#names.titleOfPart(target)));
  }

  #member(owner: PdfDictionary, key: string, member: PdfValue): PdfValue {
    switch (key) {
      case '/StructParent':
      case '/StructParents':
        return String(Number(member) + this.#names.firstParentKey);
      case '/Dest':
        return this.#place(member);
      case '/D':
        return owner.get('/S') === '/GoTo' ? this.#place(member) : this.value(member);
      case '/Headers':
        return this.#source.members(member).map((name) => this.#own(name));
      case '/ID':
        return isTag(owner) ? this.#own(member) : member;
      case '/S':
        return isTag(owner) ? this.#renamed(member) : member;
      case '/C':
        return isTag(owner) ? this.#classes(member) : this.value(member);
      default:
        return this.value(member);
    }
  }

  /** A place is either given by its name, which becomes the part's own, or written out. */
  #place(member: PdfValue): PdfValue {
    const place = this.#source.value(member);
    if (typeof place === 'string') return this.#own(place);
    return this.value(member);
  }

  /** A name made the part's own. Old files write names of places as PDF names instead of strings. */
  #own(name: PdfValue): PdfValue {
    const found = this.#source.value(name);
    const bytes = bytesOfString(found) ?? (typeof found === 'string' ? found.slice(1) : '');
    return byteString(this.#names.prefix + bytes);
  }

  #renamed(name: PdfValue): PdfValue {
    return (typeof name === 'string' ? this.#names.renamed.get(name) : undefined) ?? name;
  }

  #classes(member: PdfValue): PdfValue {
    return this.#source.members(member).map((name) => this.#renamed(name));
  }

  /** The name of the part that a link's address means: such a link becomes a jump and says where to. */
  #partLinkedTo(dictionary: PdfDictionary): string | undefined {
    if (dictionary.get('/Subtype') !== '/Link') return undefined;
    const action = this.#source.dictionary(dictionary.get('/A'));
    const address = bytesOfString(this.#source.value(action?.get('/URI')));
    return address?.startsWith(partAddresses) ? decodeURIComponent(address.slice(partAddresses.length)) : undefined;
  }
}

/** A structure element: it has a role and a parent, and says nothing else of its type. */
function isTag(dictionary: PdfDictionary): boolean {
  return dictionary.has('/P') && dictionary.has('/S') && (dictionary.get('/Type') ?? '/StructElem') === '/StructElem';
}
