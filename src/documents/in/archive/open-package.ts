import { AppError } from '../../../kernel/errors.ts';
import { openArchive } from '../open-archive.ts';
import { decodeXml } from '../xml/decode-xml.ts';
import { descendantsOf, parseXml, type XmlElement } from '../xml/parse-xml.ts';

/** A METS document of a package: where it lies, and what it says under the names that its namespaces give. */
export type MetsDocument = {
  readonly path: string;
  /** The folder that its references are told from; empty for the METS of the package. */
  readonly base: string;
  /** The name of the folder it describes. */
  readonly folder: string;
  readonly root: XmlElement;
};

/** A package as it was opened, before anything in it is believed. Paths are told from the root folder. */
export type OpenedPackage = {
  /** The folders at the top: one, in a package that is one. */
  readonly roots: readonly string[];
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly mets: readonly MetsDocument[];
  /** Files that should be XML and are not. */
  readonly unreadable: readonly string[];
  /** How often each id stands in all METS documents together. */
  readonly ids: ReadonlyMap<string, number>;
};

/** Names of elements and attributes come out with these prefixes, whatever prefixes the file uses. */
const namespaces = new Map([
  ['http://www.loc.gov/METS/', 'mets'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['https://DILCIS.eu/XML/METS/CSIPExtensionMETS', 'csip'],
  ['https://DILCIS.eu/XML/METS/SIPExtensionMETS', 'sip'],
  ['https://DILCIS.eu/XML/ERMS', 'erms'],
  ['http://www.loc.gov/premis/v3', 'premis'],
  ['http://www.w3.org/2001/XMLSchema-instance', 'xsi'],
]);

/** Opens a package (ZIP). What is no packed file at all is refused; everything else is for the rules to judge. */
export function openPackage(bytes: Uint8Array): OpenedPackage {
  const archive = openArchive(bytes);
  const names = [...archive.names].filter((name) => !name.endsWith('/'));
  const roots = [...new Set(names.map((name) => (name.includes('/') ? name.slice(0, name.indexOf('/')) : name)))];
  const [root = ''] = roots;
  const files = new Map<string, Uint8Array>();
  for (const name of names) {
    const part = archive.bytes(name);
    if (part) files.set(name.startsWith(`${root}/`) ? name.slice(root.length + 1) : `../${name}`, part);
  }
  const mets: MetsDocument[] = [];
  const unreadable: string[] = [];
  for (const [path, part] of files) {
    const place = /^(representations\/([^/]+)\/)?METS\.xml$/.exec(path);
    if (!place) continue;
    const parsed = xmlIn(part);
    if (parsed?.name === 'mets:mets') mets.push({ path, base: place[1] ?? '', folder: place[2] ?? root, root: parsed });
    else unreadable.push(path);
  }
  return { roots, files, mets, unreadable, ids: countIds(mets) };
}

/** The XML of a file; undefined when it is none. */
export function xmlIn(bytes: Uint8Array): XmlElement | undefined {
  try {
    return parseXml(decodeXml(bytes), namespaces);
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

function countIds(mets: readonly MetsDocument[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = ({ attributes }: XmlElement) => {
    if (attributes.ID !== undefined) counts.set(attributes.ID, (counts.get(attributes.ID) ?? 0) + 1);
  };
  for (const { root } of mets)
    for (const name of ['dmdSec', 'digiprovMD', 'rightsMD', 'fileSec', 'fileGrp', 'file', 'structMap', 'div'])
      for (const one of descendantsOf(root, `mets:${name}`)) count(one);
  return counts;
}
