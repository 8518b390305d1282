import { AppError } from '../../../kernel/errors.ts';
import { holdLimit, readingLimits } from '../limits.ts';
import { NameScope, type Namespaces, type StartTag } from './start-tags.ts';
import { assertCharacters, assertName, isBlank, notWellFormed, wordsOfCdata, wordsOfText } from './xml-characters.ts';

/** An element of an office format, under the name that its namespace gives it, whatever prefix the file uses. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
};
type Content = (XmlElement | string)[];

const [exclamation, slash, question, greater] = [33, 47, 63, 62];

/**
 * Parses an XML part. Names come out with the prefixes of `namespaces`; those of other namespaces get `?:`, so that a reader passes by what it
 * does not know and never mistakes it for something else. It must be well formed to the letter, have no definitions of its own (which multiply
 * without end, or fetch), and be neither deeper nor larger than a document is.
 */
export function parseXml(text: string, namespaces: Namespaces): XmlElement {
  const xml = text.startsWith('\ufeff') ? text.slice(1) : text;
  const tree = new TreeBuilder(namespaces);
  let at = 0;
  for (let open = xml.indexOf('<'); open >= 0; open = xml.indexOf('<', at)) {
    if (open > at) tree.text(xml.slice(at, open));
    const sign = xml.charCodeAt(open + 1);
    if (sign === slash) at = tree.close(xml, open);
    else if (sign === exclamation) at = declaration(xml, open, tree);
    else if (sign === question) at = instruction(xml, open);
    else at = tree.open(xml, open);
  }
  if (at < xml.length) tree.text(xml.slice(at));
  return tree.root();
}

/** The elements that are open, and what stands in them. */
class TreeBuilder {
  #scope: NameScope;
  #content: Content = [];
  #elements = 0;
  #root: XmlElement | undefined;
  /** Of each open element the tag, what stands around it, and for those that declare namespaces the names around them. */
  readonly #tags: StartTag[] = [];
  readonly #outside: Content[] = [];
  readonly #scopes: NameScope[] = [];

  constructor(namespaces: Namespaces) {
    this.#scope = new NameScope(namespaces);
  }

  /** Opens the element whose start tag stands here, and tells where the text goes on. */
  open(xml: string, start: number): number {
    this.#elements += 1;
    if (this.#elements > readingLimits.xmlElements) holdLimit('xmlElements', this.#elements);
    const tag = this.#scope.tagAt(xml, start);
    if (tag.empty) {
      this.#place(tag.empty);
      return start + tag.length;
    }
    const children: Content = [];
    this.#place({ name: tag.name, attributes: tag.attributes, children });
    this.#tags.push(tag);
    this.#outside.push(this.#content);
    if (this.#tags.length > readingLimits.xmlDepth) holdLimit('xmlDepth', this.#tags.length);
    this.#content = children;
    if (tag.scope) {
      this.#scopes.push(this.#scope);
      this.#scope = tag.scope;
    }
    return start + tag.length;
  }

  #place(element: XmlElement): void {
    if (this.#tags.length > 0) this.#content.push(element);
    else if (this.#root) throw notWellFormed();
    else this.#root = element;
  }

  /** Closes the innermost element, which must be the one that the end tag names. */
  close(xml: string, start: number): number {
    const tag = this.#tags.pop();
    if (!tag || !xml.startsWith(tag.written, start + 2)) throw notWellFormed();
    this.#content = this.#outside.pop()!;
    if (tag.scope) this.#scope = this.#scopes.pop()!;
    const end = start + 2 + tag.written.length;
    if (xml.charCodeAt(end) === greater) return end + 1;
    const close = xml.indexOf('>', end);
    if (close < 0 || !isBlank(xml.slice(end, close))) throw notWellFormed();
    return close + 1;
  }

  text(text: string): void {
    if (this.#tags.length > 0) this.#content.push(wordsOfText(text));
    else if (!isBlank(text)) throw notWellFormed();
  }

  cdata(text: string): void {
    if (this.#tags.length === 0) throw notWellFormed();
    this.#content.push(wordsOfCdata(text));
  }

  root(): XmlElement {
    if (!this.#root || this.#tags.length > 0) throw notWellFormed();
    return this.#root;
  }
}

/** A comment or a CDATA section; what else begins with `<!` are definitions. */
function declaration(xml: string, start: number, tree: TreeBuilder): number {
  if (xml.startsWith('<!--', start)) {
    const end = indexAfter(xml, '--', start + 4);
    if (xml.charCodeAt(end) !== greater) throw notWellFormed();
    assertCharacters(xml.slice(start, end));
    return end + 1;
  }
  if (!xml.startsWith('<![CDATA[', start)) throw new AppError('document.forbiddenXml');
  const end = indexAfter(xml, ']]>', start + 9);
  tree.cdata(xml.slice(start + 9, end - 3));
  return end;
}

/** The XML declaration. Office documents are XML 1.0 (ISO/IEC 29500-2, 8.3); in which encoding was seen when the bytes became text. */
const declarationForm =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(["'])1\.0\1(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(["'])[A-Za-z][\w.-]*\2)?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(["'])(?:yes|no)\3)?[ \t\r\n]*\?>$/;

/** An instruction to a program, which means nothing here; the XML declaration looks like one. */
function instruction(xml: string, start: number): number {
  const end = indexAfter(xml, '?>', start + 2);
  const whole = xml.slice(start, end);
  const target = /^[^\s?]*/.exec(whole.slice(2))![0];
  if (/^xml$/i.test(target)) {
    if (start > 0 || !declarationForm.test(whole)) throw notWellFormed();
    return end;
  }
  assertName(target);
  assertCharacters(whole);
  const next = whole.charAt(2 + target.length);
  if (!isBlank(next) && !whole.startsWith('?>', 2 + target.length)) throw notWellFormed();
  return end;
}

function indexAfter(xml: string, end: string, from: number): number {
  const found = xml.indexOf(end, from);
  if (found < 0) throw notWellFormed();
  return found + end.length;
}

/** The first child element of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (!element) return undefined;
  for (const child of element.children) if (typeof child !== 'string' && child.name === name) return child;
  return undefined;
}

/** All child elements, or those of a name. */
export function childrenOf(element: XmlElement | undefined, name?: string): readonly XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** Every element below, of one of the names, in the order of the document. */
export function* descendantsOf(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (child.name === name) yield child;
    yield* descendantsOf(child, name);
  }
}

/** The words of an element and of all below it. */
export function textOf(element: XmlElement | undefined): string {
  return (element?.children ?? []).map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
