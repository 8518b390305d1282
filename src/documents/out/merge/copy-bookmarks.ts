import type { CopiedPart } from './copied-part.ts';
import type { PdfOutput } from './pdf-output.ts';
import { isReference, type PdfDictionary, type PdfValue, textString } from './pdf-value.ts';

/** A bookmark that is still to be written: what it says and where it leads (as PDF text), and the bookmarks below it. */
export type Bookmark = { readonly entries: string; readonly below: Bookmark[] };

/** The bookmark of a whole part, leading to the top of its first page. */
export function partBookmark(title: string, firstPage: number): Bookmark {
  return { entries: `/Title${textString(title)}/Dest[${firstPage} 0 R/XYZ null null null]`, below: [] };
}

/** A part's own bookmarks, in its order. */
export function bookmarksOf(part: CopiedPart): Bookmark[] {
  const outlines = part.source.dictionary(part.source.catalog.get('/Outlines'));
  return outlines ? bookmarksFrom(part, outlines, new Set()) : [];
}

const chain = new Set(['/Parent', '/First', '/Last', '/Next', '/Prev', '/Count']);

function bookmarksFrom(part: CopiedPart, parent: PdfDictionary, seen: Set<number>): Bookmark[] {
  const bookmarks: Bookmark[] = [];
  let place: PdfValue | undefined = parent.get('/First');
  while (isReference(place) && !seen.has(place.object)) {
    seen.add(place.object);
    const item = part.source.dictionary(place);
    if (!item) break;
    const own = new Map([...item].filter(([key]) => !chain.has(key)));
    bookmarks.push({ entries: part.write(own).slice(2, -2), below: bookmarksFrom(part, item, seen) });
    place = item.get('/Next');
  }
  return bookmarks;
}

/** Writes the bookmarks of the whole file, all closed below the first level, and gives the number of their root. */
export function writeBookmarks(out: PdfOutput, bookmarks: readonly Bookmark[]): number {
  const root = out.allocate();
  out.object(root, `<</Type/Outlines/Count ${bookmarks.length}${writeChain(out, bookmarks, root)}>>`);
  return root;
}

/** Writes bookmarks that lie side by side and what is below them; gives the entries by which their parent finds them. */
function writeChain(out: PdfOutput, bookmarks: readonly Bookmark[], parent: number): string {
  if (bookmarks.length === 0) return '';
  const numbers = bookmarks.map(() => out.allocate());
  for (const [index, { entries, below }] of bookmarks.entries()) {
    const previous = numbers[index - 1] ? `/Prev ${numbers[index - 1]} 0 R` : '';
    const next = numbers[index + 1] ? `/Next ${numbers[index + 1]} 0 R` : '';
    // A negative count says how many would show if the bookmark were opened.
    const count = below.length > 0 ? `/Count ${-below.length}${writeChain(out, below, numbers[index]!)}` : '';
    out.object(numbers[index]!, `<<${entries}/Parent ${parent} 0 R${previous}${next}${count}>>`);
  }
  return `/First ${numbers[0]} 0 R/Last ${numbers.at(-1)} 0 R`;
}
