import { holdLimit } from '../limits.ts';
import type { XmlElement } from './parse-xml.ts';
import { assertName, notWellFormed, valueOfAttribute } from './xml-characters.ts';

/** The namespaces that a reader knows, each with the prefix that its names get. */
export type Namespaces = ReadonlyMap<string, string>;

/** A start tag: the name as the file writes it, and what it means under the namespaces that hold there. */
export type StartTag = {
  readonly written: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The element, when the tag ends it (`<w:b/>`): one for all places where it stands, because half the elements of an office document are such. */
  readonly empty?: XmlElement;
  /** Where the text goes on after it. */
  readonly length: number;
  /** The names under it, when it declares namespaces. */
  readonly scope?: NameScope;
};

/** So many different tags are remembered; a document that has more of them gives each element a number of its own. */
const mostRemembered = 4_000;

/**
 * The names that hold inside an element. An office document says the same few hundred start tags over and over, so that each is taken apart
 * once for every scope, and found again by its text.
 */
export class NameScope {
  readonly #prefixes: ReadonlyMap<string, string>;
  readonly #namespaces: Namespaces;
  readonly #elements = new Map<string, string>();
  readonly #attributes = new Map<string, string>();
  readonly #tags = new Map<string, StartTag>();

  constructor(namespaces: Namespaces, prefixes: ReadonlyMap<string, string> = new Map([['xml', 'xml']])) {
    this.#namespaces = namespaces;
    this.#prefixes = prefixes;
  }

  /** The start tag at a `<`. */
  tagAt(text: string, start: number): StartTag {
    const close = text.indexOf('>', start);
    if (close < 0) throw notWellFormed();
    const whole = text.slice(start, close + 1);
    const known = this.#tags.get(whole);
    if (known) return known;
    const tag = this.#read(text, start);
    // A `>` inside an attribute ends no tag: such a one is not remembered, nor one that makes a scope of its own.
    if (tag.length === whole.length && !tag.scope && this.#tags.size < mostRemembered) this.#tags.set(whole, tag);
    return tag;
  }

  #read(text: string, start: number): StartTag {
    const nameEnd = endOfName(text, start + 1);
    const written = text.slice(start + 1, nameEnd);
    const { names, values, isEmpty, end } = readAttributes(text, nameEnd);
    const scope = this.#declared(names, values);
    const within = scope ?? this;
    const attributes: Record<string, string> = {};
    names.forEach((name, index) => {
      if (!isDeclaration(name)) attributes[within.#resolve(name, true)] = values[index]!;
    });
    const name = within.#resolve(written);
    return {
      written,
      name,
      attributes,
      length: end - start,
      ...(isEmpty ? { empty: { name, attributes, children: [] } } : scope && { scope }),
    };
  }

  #declared(names: readonly string[], values: readonly string[]): NameScope | undefined {
    let prefixes: Map<string, string> | undefined;
    names.forEach((name, index) => {
      if (!isDeclaration(name)) return;
      assertName(name);
      prefixes ??= new Map(this.#prefixes);
      prefixes.set(name.slice('xmlns:'.length), this.#namespaces.get(values[index]!) ?? '?');
    });
    return prefixes && new NameScope(this.#namespaces, prefixes);
  }

  /** What a written name means here; the namespace that holds for elements without prefix does not hold for attributes. */
  #resolve(written: string, isAttribute = false): string {
    const names = isAttribute ? this.#attributes : this.#elements;
    const known = names.get(written);
    if (known !== undefined) return known;
    assertName(written);
    const colon = written.indexOf(':');
    const prefix = colon < 0 && isAttribute ? undefined : this.#prefixes.get(colon < 0 ? '' : written.slice(0, colon));
    const name = prefix === undefined ? written : `${prefix}:${written.slice(colon + 1)}`;
    if (names.size < mostRemembered) names.set(written, name);
    return name;
  }
}

function isDeclaration(name: string): boolean {
  return name === 'xmlns' || name.startsWith('xmlns:');
}

const [tab, lineFeed, carriageReturn, space] = [9, 10, 13, 32];
const [quotation, apostrophe, slash, equals, greater] = [34, 39, 47, 61, 62];

/** The attributes of a start tag, their names as written, and where the tag ends. */
function readAttributes(text: string, from: number) {
  const names: string[] = [];
  const values: string[] = [];
  for (let at = from; ; ) {
    const next = afterSpace(text, at);
    const sign = text.charCodeAt(next);
    if (sign === greater) return { names, values, isEmpty: false, end: next + 1 };
    if (sign === slash && text.charCodeAt(next + 1) === greater) return { names, values, isEmpty: true, end: next + 2 };
    const nameEnd = endOfName(text, next);
    const name = text.slice(next, nameEnd);
    if (next === at || names.includes(name)) throw notWellFormed();
    const equal = afterSpace(text, nameEnd);
    const open = afterSpace(text, equal + 1);
    const quote = text.charCodeAt(open);
    if (text.charCodeAt(equal) !== equals || (quote !== quotation && quote !== apostrophe)) throw notWellFormed();
    const close = text.indexOf(quote === quotation ? '"' : "'", open + 1);
    if (close < 0) throw notWellFormed();
    holdLimit('attributeCharacters', close - open);
    names.push(name);
    values.push(valueOfAttribute(text.slice(open + 1, close)));
    at = close + 1;
  }
}

/** A name ends where something stands that no name has; what is in between is judged afterwards. */
function endOfName(text: string, from: number): number {
  for (let at = from; ; at += 1) {
    const code = text.charCodeAt(at);
    // Beyond the end of the text there is no code, and no comparison with it holds.
    if (!(code > space) || code === slash || code === equals || code === greater) return at;
  }
}

function afterSpace(text: string, from: number): number {
  for (let at = from; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== space && code !== tab && code !== lineFeed && code !== carriageReturn) return at;
  }
}
