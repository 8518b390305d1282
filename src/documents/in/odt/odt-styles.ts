import { childOf, childrenOf, type XmlElement } from '../xml/parse-xml.ts';

/** The look of words, and what a paragraph style asks of the page. */
export type OdtLook = { bold?: boolean; italic?: boolean; struck?: boolean; hidden?: boolean };
export type OdtStyle = {
  readonly look: OdtLook;
  readonly names: readonly string[];
  readonly startsPage: boolean;
  readonly listStyle?: string;
};

const heavy = /^(?:bold|[6-9]00)$/;

/** The styles of a document, the automatic ones of its content before the named ones; each with what it inherits from its parents. */
export class OdtStyles {
  readonly #styles = new Map<string, XmlElement>();
  readonly #resolved = new Map<string, OdtStyle>();

  constructor(parts: readonly (XmlElement | undefined)[]) {
    for (const part of parts)
      for (const group of ['office:styles', 'office:automatic-styles'])
        for (const style of childrenOf(childOf(part, group), 'style:style')) {
          const key = `${style.attributes['style:family']} ${style.attributes['style:name']}`;
          if (!this.#styles.has(key)) this.#styles.set(key, style);
        }
  }

  of(family: 'paragraph' | 'text' | 'section', name: string | undefined): OdtStyle {
    const key = `${family} ${name}`;
    const known = this.#resolved.get(key);
    if (known) return known;
    const style = this.#resolve(family, name);
    this.#resolved.set(key, style);
    return style;
  }

  #resolve(family: string, name: string | undefined): OdtStyle {
    const chain = new Set<XmlElement>();
    for (let next = name; next !== undefined; ) {
      const style = this.#styles.get(`${family} ${next}`);
      if (!style || chain.has(style)) break;
      chain.add(style);
      next = style.attributes['style:parent-style-name'];
    }
    const look: OdtLook = {};
    for (const style of chain) {
      const own = lookOf(childOf(style, 'style:text-properties'));
      look.bold ??= own.bold;
      look.italic ??= own.italic;
      look.struck ??= own.struck;
      look.hidden ??= own.hidden;
    }
    const styles = [...chain];
    const breaks = styles.flatMap(
      (style) => childOf(style, 'style:paragraph-properties')?.attributes['fo:break-before'] ?? [],
    );
    const listStyle = styles.flatMap((style) => style.attributes['style:list-style-name'] ?? [])[0];
    return {
      look,
      names: styles.map(
        ({ attributes }) => attributes['style:display-name'] ?? readable(attributes['style:name'] ?? ''),
      ),
      startsPage: breaks[0] === 'page' || Boolean(styles[0]?.attributes['style:master-page-name']),
      ...(listStyle && { listStyle }),
    };
  }
}

/** Names are stored with their spaces as "_20_". */
function readable(name: string): string {
  return name.replace(/_([0-9a-f]{2})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function lookOf(properties: XmlElement | undefined): OdtLook {
  const { attributes } = properties ?? { attributes: {} as Record<string, string> };
  const [weight, slant] = [attributes['fo:font-weight'], attributes['fo:font-style']];
  const line = attributes['style:text-line-through-style'] ?? attributes['style:text-line-through-type'];
  return {
    ...(weight !== undefined && { bold: heavy.test(weight) }),
    ...(slant !== undefined && { italic: slant === 'italic' || slant === 'oblique' }),
    ...(line !== undefined && { struck: line !== 'none' }),
    ...(attributes['text:display'] !== undefined && { hidden: attributes['text:display'] === 'none' }),
  };
}
