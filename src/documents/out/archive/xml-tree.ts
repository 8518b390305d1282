import { escapeXml, xmlDeclaration } from '../xml.ts';

/** An element to be written: its name, its attributes (those without value are left out) and what stands in it. */
export type XmlNode = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | null | undefined>>;
  readonly children: readonly (XmlNode | string | null)[];
};

export function element(
  name: string,
  attributes: XmlNode['attributes'],
  ...children: readonly (XmlNode | string | null | readonly (XmlNode | null)[])[]
): XmlNode {
  return { name, attributes, children: children.flat() };
}

/** The element with words alone. */
export function words(name: string, text: string, attributes: XmlNode['attributes'] = {}): XmlNode {
  return { name, attributes, children: [text] };
}

/** A document of XML as bytes: one element a line, indented, so that a person can read it in fifty years without a program for it. */
export function writeXml(root: XmlNode): Uint8Array {
  return new TextEncoder().encode(`${xmlDeclaration}${written(root, '')}\n`);
}

function written({ name, attributes, children }: XmlNode, indent: string): string {
  const head = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  const inside = children.filter((child): child is XmlNode | string => child !== null && child !== '');
  if (inside.length === 0) return `${indent}<${name}${head}/>`;
  if (inside.every((child) => typeof child === 'string'))
    return `${indent}<${name}${head}>${escapeXml(inside.join(''))}</${name}>`;
  const lines = inside.map((child) =>
    typeof child === 'string' ? `${indent}  ${escapeXml(child)}` : written(child, `${indent}  `),
  );
  return `${indent}<${name}${head}>\n${lines.join('\n')}\n${indent}</${name}>`;
}
