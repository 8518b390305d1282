import type { CopiedPart } from './copied-part.ts';
import { MalformedPdf } from './parse-value.ts';
import type { PdfOutput } from './pdf-output.ts';
import { isReference, type PdfDictionary, type PdfValue } from './pdf-value.ts';

/** The pages of a part in the output: the node that holds them, and the numbers of the pages in order. */
export type CopiedPages = { readonly node: number; readonly pages: readonly number[] };

/** What a page may have from the nodes above it (ISO 32000-1, 7.7.3.4), which do not come along. */
const inheritable = ['/Resources', '/MediaBox', '/CropBox', '/Rotate'];

/** Copies the pages of a part under a node of its own. */
export function copyPages(part: CopiedPart, out: PdfOutput, parent: number): CopiedPages {
  const { source } = part;
  const found = [...pagesBelow(part, source.catalog.get('/Pages'), new Map(), new Set())];
  const node = out.allocate();
  // Every page gets its number before any is written: links and tags point at pages to come.
  const pages = found.map(({ object }) => part.claim(object));
  for (const [index, { page }] of found.entries()) {
    // Whoever goes through links by the keyboard meets them in the order of the tags (PDF/UA 7.18.3); some programs forget to say so.
    const entries = new Map(page).set('/Tabs', '/S');
    entries.delete('/Parent');
    out.object(pages[index]!, part.write(entries).replace(/^<</, `<</Parent ${node} 0 R`));
  }
  const kids = pages.map((page) => `${page} 0 R`).join(' ');
  out.object(node, `<</Type/Pages/Parent ${parent} 0 R/Count ${pages.length}/Kids[${kids}]>>`);
  return { node, pages };
}

type FoundPage = { readonly object: number; readonly page: PdfDictionary };

function* pagesBelow(
  part: CopiedPart,
  place: PdfValue | undefined,
  above: PdfDictionary,
  seen: Set<number>,
): Generator<FoundPage> {
  const node = part.source.dictionary(place);
  if (!node || !isReference(place) || seen.has(place.object)) throw new MalformedPdf('The tree of pages is broken.');
  seen.add(place.object);
  const inherited = new Map(above);
  for (const key of inheritable) if (node.has(key)) inherited.set(key, node.get(key)!);
  if (!node.has('/Kids')) yield { object: place.object, page: new Map([...inherited, ...node]) };
  else for (const kid of part.source.members(node.get('/Kids'))) yield* pagesBelow(part, kid, inherited, seen);
}
