import { AppError } from '../../../kernel/errors.ts';
import { CopiedPart, type SharedStreams } from './copied-part.ts';
import { type Bookmark, bookmarksOf, partBookmark, writeBookmarks } from './copy-bookmarks.ts';
import { copyPages } from './copy-pages.ts';
import { copyStructure, copyTagNames } from './copy-structure.ts';
import { MergedLists } from './merged-lists.ts';
import { infoOf, languageTags, type MergedHead, xmpOf } from './merged-metadata.ts';
import { MalformedPdf } from './parse-value.ts';
import { obstacleIn, type PartObstacle, partObstacles } from './part-obstacles.ts';
import { PdfOutput } from './pdf-output.ts';
import { PdfSource } from './pdf-source.ts';
import { textOfString, textString } from './pdf-value.ts';

/** One file of a package. */
export type PdfPart = {
  /** What its bookmark and its tag say. */
  readonly title: string;
  readonly bytes: Uint8Array;
  /** By what links lead to it ({@link partAddress}) and what its own named places begin with; unique in the package. */
  readonly name: string;
  /** Whether its bookmark stands below the one of the last part that is not below. */
  readonly below?: boolean;
};

/**
 * Puts files that are PDF/UA-1 and PDF/A-2a together to one that is both: one structure tree with a `Part` a file, one list of places and
 * bookmarks, one description. Concatenating programs lose or break the tags. Pages, fonts and pictures are copied as they are packed, and nine
 * objects of ten as they are written but for their numbers. Same parts, same bytes. A file that cannot be a part is refused with the reason.
 */
export function mergePdf(head: MergedHead, parts: readonly PdfPart[]): Uint8Array {
  const titles = new Map(parts.map((part) => [part.name, part.title]));
  if (titles.size < parts.length) throw new Error('Two parts of a package have the same name: give each its own.');
  const out = new PdfOutput();
  const lists = new MergedLists();
  const shared: SharedStreams = new Map();
  const [catalog, pages, document] = [out.allocate(), out.allocate(), out.allocate()];
  const nodes: { readonly node: number; readonly count: number }[] = [];
  const tags: number[] = [];
  const bookmarks: Bookmark[] = [];
  let intents: string | undefined;

  for (const [index, part] of parts.entries()) {
    const source = openPart(part);
    const prefix = `${part.name}/`;
    const renamed = lists.renamesFor(source, index + 1);
    const names = { prefix, firstParentKey: lists.firstParentKey, renamed, titleOfPart: titleIn(titles) };
    const copied = new CopiedPart(source, out, shared, names);
    const { node, pages: own } = copyPages(copied, out, pages);
    nodes.push({ node, count: own.length });
    const language = textOfString(source.value(source.catalog.get('/Lang')));
    const foreign = language === languageTags[head.language] ? {} : { language: language! };
    tags.push(copyStructure(copied, out, { title: part.title, ...foreign }, document, lists));
    copyTagNames(copied, prefix, lists);
    lists.addRolesAndClasses(copied, renamed);
    lists.addPlace(part.name, `[${own[0]} 0 R/XYZ null null null]`);
    lists.addPlacesOf(copied, prefix);
    const bookmark = { ...partBookmark(part.title, own[0]!), below: bookmarksOf(copied) };
    (part.below ? (bookmarks.at(-1)?.below ?? bookmarks) : bookmarks).push(bookmark);
    // The description of the colours is the same in every part, and a file has only one.
    intents ??= copied.write(source.members(source.catalog.get('/OutputIntents')));
    copied.finish();
    lists.closePart(source);
  }

  const structure = out.allocate();
  const metadata = out.allocate();
  const info = out.allocate();
  const outlines = writeBookmarks(out, bookmarks);
  out.object(document, `<</Type/StructElem/S/Document/P ${structure} 0 R/K[${referencesTo(tags)}]>>`);
  out.object(structure, lists.structureRoot(out, document));
  out.object(pages, `<</Type/Pages/Count ${pageCount(nodes)}/Kids[${referencesTo(nodes.map(({ node }) => node))}]>>`);
  out.object(info, infoOf(head));
  const xmp = xmpOf(head);
  out.stream(metadata, `<</Type/Metadata/Subtype/XML/Length ${xmp.length}>>`, xmp);
  out.object(
    catalog,
    [
      `<</Type/Catalog/Pages ${pages} 0 R/Lang${textString(languageTags[head.language])}/MarkInfo<</Marked true>>`,
      `/StructTreeRoot ${structure} 0 R/Metadata ${metadata} 0 R/OutputIntents${intents ?? '[]'}/Outlines ${outlines} 0 R`,
      // Pages are counted through the package, as people in the meeting call them.
      `/PageMode/UseOutlines/PageLabels<</Nums[0<</S/D>>]>>/Names<</Dests ${lists.places(out)}>>`,
      '/ViewerPreferences<</DisplayDocTitle true>>>>',
    ].join(''),
  );
  return out.finish(catalog, info);
}

/** How many pages a PDF has, as its page tree says. */
export function pageCountOf(bytes: Uint8Array): number {
  const source = new PdfSource(bytes);
  return Number(source.value(source.dictionary(source.catalog.get('/Pages'))?.get('/Count')));
}

function openPart(part: PdfPart): PdfSource {
  try {
    const source = new PdfSource(part.bytes);
    const obstacle = obstacleIn(source);
    if (obstacle) throw refused(part, obstacle);
    return source;
  } catch (error) {
    if (error instanceof MalformedPdf) throw refused(part, 'unreadable');
    throw error;
  }
}

function refused(part: PdfPart, obstacle: PartObstacle): AppError {
  const { sv, en } = partObstacles[obstacle];
  return new AppError('document.notConforming', {
    reason: { sv: `${part.title}: ${sv}.`, en: `${part.title}: ${en}.` },
  });
}

function titleIn(titles: ReadonlyMap<string, string>): (name: string) => string {
  return (name) => {
    const title = titles.get(name);
    if (title === undefined) throw new Error(`A link leads to the part ${name}, which the package does not have.`);
    return title;
  };
}

function referencesTo(numbers: readonly number[]): string {
  return numbers.map((number) => `${number} 0 R`).join(' ');
}

function pageCount(nodes: readonly { readonly count: number }[]): number {
  return nodes.reduce((sum, { count }) => sum + count, 0);
}
