import { posix } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { AppError } from '../../../kernel/errors.ts';
import type { Localized } from '../../../kernel/language.ts';
import { decodeXml } from '../xml/decode-xml.ts';
import { descendantsOf, parseXml, type XmlElement } from '../xml/parse-xml.ts';
import type { PackageFault, PackageReport } from './check-package.ts';
import type { OpenedPackage } from './open-package.ts';

/** A file of a schema (XSD) as its publisher gives it out, by its name. */
export type SchemaFile = { readonly name: string; readonly bytes: Uint8Array };

/** The published schemas of an installation, ready to judge by: their files with references that stay among them, and one entrance to all. */
export type PublishedSchemas = {
  readonly files: readonly SchemaFile[];
  /** The namespaces that the files can judge. */
  readonly namespaces: ReadonlySet<string>;
  readonly entrance: string;
  readonly texts: readonly { readonly fileName: string; readonly contents: string }[];
};

const entranceName = 'kansli-entrance.xsd';
const xsd = new Map([['http://www.w3.org/2001/XMLSchema', 'xs']]);

/**
 * Reads the schemas of a folder. A reference to an address is taken to be to the file of that name in the folder: nothing is fetched. A namespace is
 * entered by the one file that no other file of it includes; when there are two such, nobody can say which of them counts, and all are refused.
 */
export function readSchemas(files: readonly SchemaFile[]): PublishedSchemas {
  const names = new Set(files.map(({ name }) => posix.basename(name)));
  const twice = files.find(
    ({ name }, at) => files.findIndex((one) => posix.basename(one.name) === posix.basename(name)) < at,
  );
  if (twice) throw new AppError('archiving.schemasUnclear', { file: twice.name });
  const read = files.map(({ name, bytes }) => {
    const text = decodeXml(bytes).replace(/<!DOCTYPE[^[>]*(\[[\s\S]*?\]\s*)?>/, '');
    const root = schemaIn(text);
    if (!root) throw new AppError('archiving.schemasUnclear', { file: name });
    return {
      name: posix.basename(name),
      text: inFolder(text, names),
      namespace: root.attributes.targetNamespace,
      root,
    };
  });
  const included = new Set(
    read.flatMap(({ root }) => [...locationsOf(root, 'xs:include'), ...locationsOf(root, 'xs:redefine')]),
  );
  const entries = new Map<string, string>();
  for (const { name, namespace } of read) {
    if (namespace === undefined || included.has(name)) continue;
    if (entries.has(namespace)) throw new AppError('archiving.schemasUnclear', { file: name });
    entries.set(namespace, name);
  }
  const imports = [...entries].map(
    ([namespace, name]) => `<xs:import namespace="${inAttribute(namespace)}" schemaLocation="${inAttribute(name)}"/>`,
  );
  return {
    files,
    namespaces: new Set(entries.keys()),
    entrance: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`,
    texts: read.map(({ name, text }) => ({ fileName: name, contents: text })),
  };
}

function schemaIn(text: string): XmlElement | undefined {
  try {
    const root = parseXml(text, xsd);
    return root.name === 'xs:schema' ? root : undefined;
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

const locationsOf = (root: XmlElement, element: string): readonly string[] =>
  [...descendantsOf(root, element)].map(({ attributes }) => posix.basename(attributes.schemaLocation ?? ''));

/** References that point elsewhere are turned to the file of the same name; the parser of schemas then sees no address at all. */
function inFolder(text: string, names: ReadonlySet<string>): string {
  return text.replace(
    /(schemaLocation\s*=\s*)(["'])(.*?)\2/g,
    (whole, before: string, quote: string, location: string) =>
      names.has(posix.basename(location)) ? `${before}${quote}${posix.basename(location)}${quote}` : whole,
  );
}

const inAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const breaks: Localized = {
  sv: 'Filen följer inte det publicerade schemat.',
  en: 'The file does not follow the published schema.',
};
const unusable: Localized = {
  sv: 'De publicerade schemana går inte att använda. Kontrollera att alla filer som de hänvisar till ligger i mappen.',
  en: 'The published schemas cannot be used. See that all files that they refer to lie in the folder.',
};

/** Pages of memory (64 kB) that the judge may take: a quarter of a gigabyte. */
const mostMemory = 4096;
const placesShown = 5;

/** Judges every METS, PREMIS and ERMS file of a package by the published schemas, where the namespace of its root has one. */
export async function checkBySchemas(
  { files, unreadable }: OpenedPackage,
  schemas: PublishedSchemas,
): Promise<Pick<PackageReport, 'faults' | 'rules'>> {
  const faults: PackageFault[] = [];
  let rules = 0;
  for (const [path, bytes] of files) {
    if (!/^(METS\.xml|representations\/[^/]+\/METS\.xml|metadata\/.+\.xml)$/.test(path) || unreadable.includes(path))
      continue;
    const namespace = namespaceOf(bytes, schemas);
    if (namespace === undefined) continue;
    rules += 1;
    const says = await judge(bytes, schemas);
    if (says === undefined) continue;
    faults.push({
      rule: `XSD ${namespace}`,
      level: 'MUST',
      where: path,
      says: says.usable ? breaks : unusable,
      places: says.lines.slice(0, placesShown),
      count: says.lines.length,
    });
  }
  return { rules, faults };
}

/** The namespace of the root of an XML file, when the schemas know it and the file is XML that we would read. */
function namespaceOf(bytes: Uint8Array, { namespaces }: PublishedSchemas): string | undefined {
  const known = [...namespaces];
  try {
    const { name } = parseXml(decodeXml(bytes), new Map(known.map((namespace, index) => [namespace, `n${index}`])));
    const [, index] = /^n(\d+):/.exec(name) ?? [];
    return index === undefined ? undefined : known[Number(index)];
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

type Judgement = { readonly usable: boolean; readonly lines: readonly string[] };

async function judge(bytes: Uint8Array, { entrance, texts }: PublishedSchemas): Promise<Judgement | undefined> {
  try {
    const { valid, errors } = await validateXML({
      xml: { fileName: 'file.xml', contents: decodeXml(bytes) },
      schema: { fileName: entranceName, contents: entrance },
      preload: texts,
      maxMemoryPages: mostMemory,
    });
    if (valid) return undefined;
    return { usable: true, lines: errors.map(({ message, loc }) => `${loc?.lineNumber ?? '?'}: ${message}`) };
  } catch (error) {
    // The judge itself stops when a schema refers to what is not there.
    if (!(error instanceof Error)) throw error;
    return { usable: false, lines: error.message.split('\n').filter((line) => line.trim() !== '') };
  }
}
