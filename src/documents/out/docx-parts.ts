import { linkTarget } from './link-target.ts';
import { escapeXml, xmlDeclaration } from './xml.ts';

/**
 * What the parts of one DOCX share while it is written: the addresses its links lead to and the bookmarks they jump to. The body and the
 * endnotes are files of their own in the package, each with its own list of addresses.
 */
export class DocxLinks {
  readonly #addresses: string[] = [];
  readonly #bookmarks: ReadonlyMap<string, string>;

  /** `bookmarks` gives for each anchor of the tree the name of its bookmark. */
  constructor(bookmarks: ReadonlyMap<string, string>) {
    this.#bookmarks = bookmarks;
  }

  /** A link around runs; only the runs when it may not lead anywhere. */
  wrap(href: string, runs: string): string {
    const target = linkTarget(href);
    if (target.kind === 'anchor') {
      const bookmark = this.#bookmarks.get(target.anchor);
      return bookmark ? `<w:hyperlink w:anchor="${bookmark}" w:history="1">${runs}</w:hyperlink>` : runs;
    }
    return target.kind === 'web'
      ? `<w:hyperlink r:id="${this.#relation(target.url)}" w:history="1">${runs}</w:hyperlink>`
      : runs;
  }

  isLive(href: string): boolean {
    const target = linkTarget(href);
    return target.kind === 'web' || (target.kind === 'anchor' && this.#bookmarks.has(target.anchor));
  }

  /** The relationships part of the file whose links these are, with the fixed ones first. */
  relationshipsXml(
    fixed: readonly { readonly id?: string; readonly type: string; readonly target: string }[] = [],
  ): string {
    const own = fixed.map(
      ({ id, type, target }, index) =>
        `<Relationship Id="${id ?? `fixed${index + 1}`}" Type="${officeRelation}${type}" Target="${target}"/>`,
    );
    const links = this.#addresses.map(
      (url, index) =>
        `<Relationship Id="link${index + 1}" Type="${officeRelation}hyperlink" Target="${escapeXml(url)}" TargetMode="External"/>`,
    );
    return `${xmlDeclaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[...own, ...links].join('')}</Relationships>`;
  }

  #relation(url: string): string {
    const known = this.#addresses.indexOf(url);
    return `link${known < 0 ? this.#addresses.push(url) : known + 1}`;
  }
}

export const officeRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';

/** Gives out the numbers of numbered lists: each ordered list is an instance of its own, so that each begins where it should. */
export class DocxNumbering {
  readonly #starts: number[] = [];

  readonly bullets = 1;
  readonly dashes = 2;

  ordered(start: number): number {
    return this.#starts.push(start) + 2;
  }

  xml(): string {
    const level = (format: string, text: string, left: number, hanging: number) =>
      `<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${left}" w:hanging="${hanging}"/></w:pPr></w:lvl>`;
    const kinds = [level('bullet', '•', 454, 284), level('bullet', '–', 680, 396), level('decimal', '%1.', 510, 397)];
    const instances = [
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
      '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
      ...this.#starts.map(
        (start, index) =>
          `<w:num w:numId="${index + 3}"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride></w:num>`,
      ),
    ];
    return `${xmlDeclaration}<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${kinds.map((kind, index) => `<w:abstractNum w:abstractNumId="${index}">${kind}</w:abstractNum>`).join('')}${instances.join('')}</w:numbering>`;
  }
}
