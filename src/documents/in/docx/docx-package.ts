import { AppError } from '../../../kernel/errors.ts';
import { type Archive, openArchive } from '../open-archive.ts';
import { childrenOf, parseXml, type XmlElement } from '../xml/parse-xml.ts';
import { docxNamespaces } from './docx-names.ts';

type Relation = { readonly type: string; readonly target: string };

/** The parts of a DOCX that are text, found through the relations between parts as the standard wants it: their names are free. */
export class DocxPackage {
  readonly document: XmlElement;
  readonly #archive: Archive;
  readonly #relations: ReadonlyMap<string, Relation>;

  constructor(bytes: Uint8Array) {
    this.#archive = openArchive(bytes);
    const main = [...relationsOf(this.#archive, '').values()].find(({ type }) => type === 'officeDocument');
    const document = main && this.#part(main.target);
    if (!main || document?.name !== 'w:document') throw new AppError('document.damaged');
    this.document = document;
    this.#relations = relationsOf(this.#archive, main.target);
  }

  /** The part of a kind that a document has once: styles, numbering, footnotes, endnotes, comments. */
  only(type: string): XmlElement | undefined {
    const relation = [...this.#relations.values()].find((one) => one.type === type);
    return relation && this.#part(relation.target);
  }

  /** The part that a reference in the document names: a header or a footer. */
  byId(id: string | undefined): XmlElement | undefined {
    const relation = id === undefined ? undefined : this.#relations.get(id);
    return relation && this.#part(relation.target);
  }

  #part(name: string): XmlElement | undefined {
    const xml = this.#archive.xml(name);
    return xml === undefined ? undefined : parseXml(xml, docxNamespaces);
  }
}

/** The relations of a part ('' is the package itself): their kind is the last word of a long address, which differs between the forms of the standard. */
function relationsOf(archive: Archive, part: string): ReadonlyMap<string, Relation> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const xml = archive.xml(`${folder}_rels/${part.slice(slash)}.rels`);
  if (xml === undefined) return new Map();
  return new Map(
    childrenOf(parseXml(xml, docxNamespaces), 'rel:Relationship')
      .filter(({ attributes }) => attributes.TargetMode !== 'External')
      .map(({ attributes: { Id = '', Type = '', Target = '' } }) => [
        Id,
        { type: Type.slice(Type.lastIndexOf('/') + 1), target: resolved(folder, Target) },
      ]),
  );
}

/** A target is told from the folder of its part, or from the root of the package. Names are only looked up, never used as paths. */
function resolved(folder: string, target: string): string {
  const names: string[] = [];
  for (const name of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (name === '..') names.pop();
    else if (name && name !== '.') names.push(name);
  }
  return names.join('/');
}
