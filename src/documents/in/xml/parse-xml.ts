import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { AppError } from '../../../kernel/errors.ts';

/** An element of an office format, under the name that its namespace gives it, whatever prefix the file uses. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
};

/** The namespaces that a reader knows, each with the prefix that its names get. */
export type Namespaces = ReadonlyMap<string, string>;

/**
 * Parses an XML part that `guardXml` has let through. Names come out with the prefixes of `namespaces`; those of other namespaces get `?:`, so
 * that a reader passes by what it does not know and never mistakes it for something else.
 */
export function parseXml(text: string, namespaces: Namespaces): XmlElement {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const names = new NameResolver(namespaces);
  const root: OpenElement = { name: '', attributes: {}, children: [] };
  const open: OpenElement[] = [root];
  parser.on('opentag', (tag: SaxesTagPlain) => {
    const element: OpenElement = names.enter(tag);
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
    names.leave();
  });
  const addText = (words: string) => open.at(-1)!.children.push(words);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('doctype', () => {
    throw new AppError('document.forbiddenXml');
  });
  parser.on('error', (error) => {
    throw new AppError('document.damaged', {}, error);
  });
  parser.write(text.startsWith('\ufeff') ? text.slice(1) : text).close();
  const element = root.children.find((child) => typeof child !== 'string');
  if (!element) throw new AppError('document.damaged');
  return element;
}

type OpenElement = { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] };
type Scope = { readonly prefixes: ReadonlyMap<string, string>; readonly known: Map<string, string> };

/** Namespaces are declared on the first element and hardly ever again, so that each name is looked up once and remembered. */
class NameResolver {
  readonly #namespaces: Namespaces;
  readonly #scopes: Scope[] = [{ prefixes: new Map([['xml', 'xml']]), known: new Map() }];

  constructor(namespaces: Namespaces) {
    this.#namespaces = namespaces;
  }

  enter({ name, attributes }: SaxesTagPlain): OpenElement {
    let scope = this.#scopes.at(-1)!;
    let declared: Map<string, string> | undefined;
    for (const key in attributes) {
      if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue;
      declared ??= new Map(scope.prefixes);
      declared.set(key.slice(6), this.#namespaces.get(attributes[key]!) ?? '?');
    }
    if (declared) scope = { prefixes: declared, known: new Map() };
    this.#scopes.push(scope);
    const resolved: Record<string, string> = {};
    for (const key in attributes)
      if (!key.startsWith('xmlns')) resolved[key.includes(':') ? resolve(key, scope) : key] = attributes[key]!;
    return { name: resolve(name, scope), attributes: resolved, children: [] };
  }

  leave(): void {
    this.#scopes.pop();
  }
}

function resolve(name: string, { prefixes, known }: Scope): string {
  const found = known.get(name);
  if (found !== undefined) return found;
  const colon = name.indexOf(':');
  const prefix = prefixes.get(colon < 0 ? '' : name.slice(0, colon));
  const resolved = prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`;
  known.set(name, resolved);
  return resolved;
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
