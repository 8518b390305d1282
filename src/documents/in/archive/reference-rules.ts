import { createHash } from 'node:crypto';
import type { XmlElement } from '../xml/parse-xml.ts';
import type { MetsDocument, OpenedPackage } from './open-package.ts';
import {
  attributeRule,
  type Expected,
  elementsAt,
  exactly,
  mediaType,
  moment,
  type PackageRule,
  uniqueId,
} from './package-rule.ts';

/** The kinds of metadata that METS 1.12 names. */
const metadataTypes = exactly(
  ...[
    'MARC',
    'MODS',
    'EAD',
    'DC',
    'NISOIMG',
    'LC-AV',
    'VRA',
    'TEIHDR',
    'DDI',
    'FGDC',
    'LOM',
    'PREMIS',
    'PREMIS:OBJECT',
  ],
  ...['PREMIS:AGENT', 'PREMIS:RIGHTS', 'PREMIS:EVENT', 'TEXTMD', 'METSRIGHTS', 'ISO 19115:2003 NAP', 'EAC-CPF', 'LIDO'],
  'OTHER',
);

const digests: Readonly<Record<string, string>> = { 'SHA-256': 'sha256', 'SHA-384': 'sha384', 'SHA-512': 'sha512' };
export const digestNames = exactly(
  ...['Adler-32', 'CRC32', 'HAVAL', 'MD5', 'MNP', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512', 'TIGER', 'WHIRLPOOL'],
);

/** The file that a reference in a METS leads to. */
export function fileAt(
  href: string | undefined,
  { base }: MetsDocument,
  { files }: OpenedPackage,
): Uint8Array | undefined {
  if (href === undefined) return undefined;
  const path = href.replace(/^file:(?:\/\/\/?)?/, '').replace(/^\.\//, '');
  return files.get(`${base}${path}`) ?? files.get(`${base}${decoded(path)}`);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

export const existingFile: Expected = {
  says: { sv: 'ska leda till en fil i paketet', en: 'must lead to a file of the package' },
  holds: (value, _element, mets, opened) => fileAt(value, mets, opened) !== undefined,
};

/** The size is that of the file; of a file that is not there, the rule about its place speaks. */
export const sizeOfFile = (hrefOf: (element: XmlElement) => string | undefined): Expected => ({
  says: { sv: 'ska vara filens storlek', en: 'must be the size of the file' },
  holds: (value, element, mets, opened) => {
    const bytes = fileAt(hrefOf(element), mets, opened);
    return /^\d+$/.test(value) && (bytes === undefined || Number(value) === bytes.byteLength);
  },
});

export const hashOfFile = (hrefOf: (element: XmlElement) => string | undefined): Expected => ({
  says: { sv: 'ska vara filens kontrollsumma', en: 'must be the checksum of the file' },
  holds: (value, element, mets, opened) => {
    const bytes = fileAt(hrefOf(element), mets, opened);
    const digest = digests[element.attributes.CHECKSUMTYPE ?? ''];
    if (value.trim() === '') return false;
    return !bytes || !digest || createHash(digest).update(bytes).digest('hex') === value.toLowerCase();
  },
});

const hrefOf = ({ attributes }: XmlElement) => attributes['xlink:href'];

/** The requirements on a reference to metadata, in the order in which CSIP numbers them from its first. */
const mdRefAttributes: readonly (readonly [name: string, expected: Expected])[] = [
  ['LOCTYPE', exactly('URL')],
  ['xlink:type', exactly('simple')],
  ['xlink:href', existingFile],
  ['MDTYPE', metadataTypes],
  ['MIMETYPE', mediaType],
  ['SIZE', sizeOfFile(hrefOf)],
  ['CREATED', moment],
  ['CHECKSUM', hashOfFile(hrefOf)],
  ['CHECKSUMTYPE', digestNames],
];

function mdRefRules(section: string, first: number): readonly PackageRule[] {
  const path = `${section}/mdRef`;
  return mdRefAttributes.map(([name, expected], index) =>
    attributeRule(`CSIP${first + index}`, `mets/${path}/@${name}`, (mets) => elementsAt(mets, path), name, expected),
  );
}

const sections = (path: string) => (mets: MetsDocument) => elementsAt(mets, path);

/** Descriptive, preservation and rights metadata: each by reference, with size and checksum (CSIP 5.3.3 and 5.3.4). */
export const referenceRules: readonly PackageRule[] = [
  attributeRule('CSIP18', 'mets/dmdSec/@ID', sections('dmdSec'), 'ID', uniqueId),
  attributeRule('CSIP19', 'mets/dmdSec/@CREATED', sections('dmdSec'), 'CREATED', moment),
  ...mdRefRules('dmdSec', 22),
  attributeRule('CSIP33', 'mets/amdSec/digiprovMD/@ID', sections('amdSec/digiprovMD'), 'ID', uniqueId),
  ...mdRefRules('amdSec/digiprovMD', 36),
  attributeRule('CSIP46', 'mets/amdSec/rightsMD/@ID', sections('amdSec/rightsMD'), 'ID', uniqueId),
  ...mdRefRules('amdSec/rightsMD', 49),
];
