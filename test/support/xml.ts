/** An element of XML as the tests need it. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
};

const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
const token = /<\?[^?]*\?>|<(\/)?([A-Za-z_][\w:.-]*)((?:\s+[A-Za-z_:][\w:.-]*="[^"<]*")*)\s*(\/)?>|([^<]+)/uy;

/** Reads strict XML and throws with the place of the first character that does not belong: what it accepts is well-formed. */
export function parseXml(xml: string): XmlElement {
  if (forbidden.test(xml)) throw new Error(`A character that XML forbids, at ${xml.search(forbidden)}.`);
  const root: XmlElement & { children: (XmlElement | string)[] } = { name: '', attributes: {}, children: [] };
  const open = [root];
  token.lastIndex = 0;
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const match = token.exec(xml);
    if (!match) throw new Error(`Not well-formed at ${at}: ${xml.slice(at, at + 60)}`);
    const [, closing, name, attributes = '', selfClosing, text] = match;
    const parent = open.at(-1)!;
    if (text !== undefined) parent.children.push(decoded(text));
    else if (closing) {
      if (open.pop()!.name !== name) throw new Error(`</${name}> at ${at} closes <${parent.name}>.`);
    } else if (name !== undefined) {
      const element = { name, attributes: attributesOf(attributes, at), children: [] };
      parent.children.push(element);
      if (!selfClosing) open.push(element);
    }
  }
  const elements = root.children.filter((child) => typeof child !== 'string');
  if (open.length !== 1 || elements.length !== 1)
    throw new Error(`Not closed: ${open.map((element) => element.name).join(' > ')}`);
  return elements[0]!;
}

/** All elements of a name below an element, in order. */
export function elementsNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...elementsNamed(child, name)],
  );
}

export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

function attributesOf(written: string, at: number): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, value] of written.matchAll(/\s+([^=\s]+)="([^"]*)"/g)) {
    if (name! in attributes) throw new Error(`The attribute ${name} stands twice at ${at}.`);
    attributes[name!] = decoded(value!);
  }
  return attributes;
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+);)?/g, (reference, code?: string) => {
    if (!code) throw new Error(`A bare ${reference} in “${text.slice(0, 60)}”.`);
    return String.fromCodePoint(Number(code));
  });
}
