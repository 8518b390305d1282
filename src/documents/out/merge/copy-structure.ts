import type { CopiedPart } from './copied-part.ts';
import type { MergedLists } from './merged-lists.ts';
import type { PdfOutput } from './pdf-output.ts';
import type { PdfSource } from './pdf-source.ts';
import { entriesOfTree } from './pdf-trees.ts';
import { isReference, type PdfDictionary, textString } from './pdf-value.ts';

/** What the tag that holds a whole part says: its title, and its language where it is another than the package's. */
export type PartTag = { readonly title: string; readonly language?: string };

/** Copies the structure tree of a part under the tag of the package: what was its whole document becomes one `Part`. Gives the tag's number. */
export function copyStructure(
  part: CopiedPart,
  out: PdfOutput,
  tag: PartTag,
  parent: number,
  lists: MergedLists,
): number {
  const { source } = part;
  const place = source.catalog.get('/StructTreeRoot');
  const root = source.dictionary(place)!;
  const number = out.allocate();
  const document = soleDocument(source, root);
  if (document) {
    part.claim(document.place, number);
    // The document names the root as its parent: its parent is the tag of the package now.
    if (isReference(place)) part.claim(place.object, parent);
    const entries = new Map(document.tag).set('/S', '/Part').set('/T', textString(tag.title));
    if (tag.language) entries.set('/Lang', textString(tag.language));
    out.object(number, part.write(entries));
  } else {
    if (isReference(place)) part.claim(place.object, number);
    const language = tag.language ? `/Lang${textString(tag.language)}` : '';
    const kids = part.write(source.members(root.get('/K')));
    out.object(number, `<</Type/StructElem/S/Part/P ${parent} 0 R/T${textString(tag.title)}${language}/K${kids}>>`);
  }
  for (const [key, value] of entriesOfTree(source, root.get('/ParentTree'), '/Nums'))
    lists.addParents(Number(key), part.write(value));
  for (const namespace of source.members(root.get('/Namespaces'))) lists.namespaces.push(part.write(namespace));
  return number;
}

/** The tag for the whole document, when it is the one tag below the root, as the writers of tagged PDF make it. */
function soleDocument(
  source: PdfSource,
  root: PdfDictionary,
): { readonly place: number; readonly tag: PdfDictionary } | undefined {
  const [first, ...others] = source.members(root.get('/K'));
  const tag = source.dictionary(first);
  if (others.length > 0 || !isReference(first) || tag?.get('/S') !== '/Document') return undefined;
  return { place: first.object, tag };
}

/** Enters the names of tags of a part: tables point at their header cells by them. */
export function copyTagNames(part: CopiedPart, prefix: string, lists: MergedLists): void {
  const root = part.source.dictionary(part.source.catalog.get('/StructTreeRoot'));
  for (const [key, value] of entriesOfTree(part.source, root?.get('/IDTree'), '/Names'))
    lists.addTagName(prefix, key, part.write(value));
}
