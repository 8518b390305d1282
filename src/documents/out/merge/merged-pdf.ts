import { CopiedPart, type SharedStreams } from './copied-part.ts';
import { type Bookmark, bookmarksOf, partBookmark, writeBookmarks } from './copy-bookmarks.ts';
import { copyPages } from './copy-pages.ts';
import { copyStructure, copyTagNames } from './copy-structure.ts';
import type { PdfPart } from './merge-pdf.ts';
import { MergedLists } from './merged-lists.ts';
import { infoOf, languageTags, type MergedHead, xmpOf } from './merged-metadata.ts';
import { PdfOutput } from './pdf-output.ts';
import type { PdfSource } from './pdf-source.ts';
import { textOfString, textString } from './pdf-value.ts';

/** The file that parts are put together to: it takes one after the other, and is finished with what a file has only once. */
export class MergedPdf {
  readonly #head: MergedHead;
  readonly #titleOfPart: (name: string) => string;
  readonly #out = new PdfOutput();
  readonly #lists = new MergedLists();
  readonly #shared: SharedStreams = new Map();
  readonly #catalog = this.#out.allocate();
  readonly #pages = this.#out.allocate();
  readonly #document = this.#out.allocate();
  readonly #pageNodes: number[] = [];
  readonly #tags: number[] = [];
  readonly #bookmarks: Bookmark[] = [];
  #pageCount = 0;
  #intents: string | undefined;

  constructor(head: MergedHead, titleOfPart: (name: string) => string) {
    this.#head = head;
    this.#titleOfPart = titleOfPart;
  }

  take(source: PdfSource, { name, title, below }: PdfPart): void {
    const prefix = `${name}/`;
    const renamed = this.#lists.renamesFor(source, this.#tags.length + 1);
    const firstParentKey = this.#lists.firstParentKey;
    const names = { prefix, firstParentKey, renamed, titleOfPart: this.#titleOfPart };
    const part = new CopiedPart(source, this.#out, this.#shared, names);
    const { node, pages } = copyPages(part, this.#out, this.#pages);
    this.#pageNodes.push(node);
    this.#pageCount += pages.length;
    const language = textOfString(source.value(source.catalog.get('/Lang')));
    const tag = { title, ...(language && language !== languageTags[this.#head.language] && { language }) };
    this.#tags.push(copyStructure(part, this.#out, tag, this.#document, this.#lists));
    copyTagNames(part, prefix, this.#lists);
    this.#lists.addRolesAndClasses(part, renamed);
    this.#lists.addPlace(name, `[${pages[0]} 0 R/XYZ null null null]`);
    this.#lists.addPlacesOf(part, prefix);
    const bookmark = { ...partBookmark(title, pages[0]!), below: bookmarksOf(part) };
    ((below && this.#bookmarks.at(-1)?.below) || this.#bookmarks).push(bookmark);
    // The description of the colours is the same in every part, and a file has only one.
    this.#intents ??= part.write(source.members(source.catalog.get('/OutputIntents')));
    part.finish();
    this.#lists.closePart(source);
  }

  finish(): Uint8Array {
    const out = this.#out;
    const [structure, metadata, info] = [out.allocate(), out.allocate(), out.allocate()];
    const outlines = writeBookmarks(out, this.#bookmarks);
    out.object(this.#document, `<</Type/StructElem/S/Document/P ${structure} 0 R/K[${referencesTo(this.#tags)}]>>`);
    out.object(structure, this.#lists.structureRoot(out, this.#document));
    out.object(this.#pages, `<</Type/Pages/Count ${this.#pageCount}/Kids[${referencesTo(this.#pageNodes)}]>>`);
    out.object(info, infoOf(this.#head));
    const xmp = xmpOf(this.#head);
    out.stream(metadata, `<</Type/Metadata/Subtype/XML/Length ${xmp.length}>>`, xmp);
    const entries = [
      `/Pages ${this.#pages} 0 R/Lang${textString(languageTags[this.#head.language])}/MarkInfo<</Marked true>>`,
      `/StructTreeRoot ${structure} 0 R/Metadata ${metadata} 0 R/OutputIntents${this.#intents ?? '[]'}`,
      `/Outlines ${outlines} 0 R/PageMode/UseOutlines/Names<</Dests ${this.#lists.places(out)}>>`,
      // Pages are counted through the package, as people in the meeting call them.
      '/PageLabels<</Nums[0<</S/D>>]>>/ViewerPreferences<</DisplayDocTitle true>>',
    ];
    out.object(this.#catalog, `<</Type/Catalog${entries.join('')}>>`);
    return out.finish(this.#catalog, info);
  }
}

function referencesTo(numbers: readonly number[]): string {
  return numbers.map((number) => `${number} 0 R`).join(' ');
}
