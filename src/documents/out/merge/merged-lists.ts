import type { CopiedPart } from './copied-part.ts';
import type { PdfOutput } from './pdf-output.ts';
import type { PdfSource } from './pdf-source.ts';
import { entriesOf, entriesOfTree, nameOf, writeNameTree, writeNumberTree } from './pdf-trees.ts';
import { type PdfDictionary, type PdfValue, writeValue } from './pdf-value.ts';

/**
 * The lists that a file has once, filled from part after part: places and tags by name, tags by page, roles and classes of tags. Names and keys
 * have been made a part's own before they come here; roles and classes are shared where parts mean the same by them.
 */
export class MergedLists {
  readonly #places: (readonly [string, string])[] = [];
  readonly #tagNames: (readonly [string, string])[] = [];
  readonly #parents: (readonly [number, string])[] = [];
  readonly #roles = new Map<string, string>();
  readonly #classes = new Map<string, string>();
  readonly namespaces: string[] = [];
  /** The first key that ties pages of the next part to the structure tree. */
  firstParentKey = 0;
  #lastParentKey = -1;

  addPlace(name: string, value: string): void {
    this.#places.push([name, value]);
  }

  /** The named places of a part: a tree of strings, or in old files a dictionary. */
  addPlacesOf(part: CopiedPart, prefix: string): void {
    const { catalog } = part.source;
    const names = part.source.dictionary(catalog.get('/Names'));
    for (const [key, value] of entriesOfTree(part.source, names?.get('/Dests'), '/Names'))
      this.addPlace(prefix + nameOf(key), part.write(value));
    for (const [key, value] of entriesOf(part.source, catalog.get('/Dests')))
      this.addPlace(prefix + key.slice(1), part.write(value));
  }

  addTagName(prefix: string, key: PdfValue, value: string): void {
    this.#tagNames.push([prefix + nameOf(key), value]);
  }

  addParents(key: number, value: string): void {
    const merged = key + this.firstParentKey;
    this.#lastParentKey = Math.max(this.#lastParentKey, merged);
    this.#parents.push([merged, value]);
  }

  /** Closes a part: the keys of the next come after all that this one used or might use. */
  closePart(source: PdfSource): void {
    const root = source.dictionary(source.catalog.get('/StructTreeRoot'));
    const promised = Number(source.value(root?.get('/ParentTreeNextKey')) ?? 0);
    this.firstParentKey = Math.max(this.#lastParentKey + 1, this.firstParentKey + promised);
  }

  /**
   * The roles and classes of a part that already mean something else, with new names. When one of a list clashes all of the list are renamed,
   * because they may refer to each other.
   */
  renamesFor(source: PdfSource, index: number): ReadonlyMap<string, string> {
    const root = source.dictionary(source.catalog.get('/StructTreeRoot'));
    return new Map([
      ...clashes(this.#roles, entriesOf(source, root?.get('/RoleMap')), index),
      ...clashes(this.#classes, entriesOf(source, root?.get('/ClassMap')), index),
    ]);
  }

  addRolesAndClasses(part: CopiedPart, renamed: ReadonlyMap<string, string>): void {
    const root = part.source.dictionary(part.source.catalog.get('/StructTreeRoot'));
    for (const [role, target] of entriesOf(part.source, root?.get('/RoleMap'))) {
      const written = String(target);
      this.#roles.set(renamed.get(role) ?? role, renamed.get(written) ?? written);
    }
    for (const [name, value] of entriesOf(part.source, root?.get('/ClassMap')))
      this.#classes.set(renamed.get(name) ?? name, part.write(value));
  }

  /** The root of the merged structure tree, whose one child is the tag of the whole package. */
  structureRoot(out: PdfOutput, document: number): string {
    return [
      `<</Type/StructTreeRoot/K[${document} 0 R]`,
      `/ParentTree ${writeNumberTree(
        out,
        this.#parents.toSorted(([a], [b]) => a - b),
      )}/ParentTreeNextKey ${this.firstParentKey}`,
      this.#tagNames.length > 0 ? `/IDTree ${writeNameTree(out, this.#tagNames)}` : '',
      dictionaryOf('/RoleMap', this.#roles),
      dictionaryOf('/ClassMap', this.#classes),
      this.namespaces.length > 0 ? `/Namespaces[${this.namespaces.join(' ')}]` : '',
      '>>',
    ].join('');
  }

  places(out: PdfOutput): string {
    return writeNameTree(out, this.#places);
  }
}

function clashes(
  known: ReadonlyMap<string, string>,
  own: PdfDictionary,
  index: number,
): readonly (readonly [string, string])[] {
  const clash = [...own].some(([name, value]) => known.has(name) && known.get(name) !== writeValue(value, () => -1));
  return clash ? [...own.keys()].map((name) => [name, `${name}.${index}`] as const) : [];
}

function dictionaryOf(key: string, entries: ReadonlyMap<string, string>): string {
  if (entries.size === 0) return '';
  return `${key}<<${[...entries].map(([name, value]) => `${name} ${value}`).join('')}>>`;
}
