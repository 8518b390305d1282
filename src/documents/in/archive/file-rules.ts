import { childOf, childrenOf, type XmlElement } from '../xml/parse-xml.ts';
import type { MetsDocument, OpenedPackage } from './open-package.ts';
import {
  attributeRule,
  elementsAt,
  exactly,
  mediaType,
  metsRule,
  moment,
  nameOf,
  type PackageRule,
  uniqueId,
} from './package-rule.ts';
import { digestNames, existingFile, hashOfFile, sizeOfFile } from './reference-rules.ts';

const fileSections = (mets: MetsDocument) => elementsAt(mets, 'fileSec');
export const groupsOf = (mets: MetsDocument) => elementsAt(mets, 'fileSec/fileGrp');
const filesOf = (mets: MetsDocument) => elementsAt(mets, 'fileSec/fileGrp/file');
const locators = (mets: MetsDocument) => elementsAt(mets, 'fileSec/fileGrp/file/FLocat');
const hrefOf = (file: XmlElement) => childOf(file, 'mets:FLocat')?.attributes['xlink:href'];

/** The groups of a use: "Documentation", "Schemas", or "Representations" with what is below it. */
export function groupsFor(mets: MetsDocument, use: string): readonly XmlElement[] {
  return groupsOf(mets).filter(({ attributes }) => attributes.USE?.split('/')[0]?.toLowerCase() === use.toLowerCase());
}

function groupRule(id: string, use: string): PackageRule {
  const where = `mets/fileSec/fileGrp[@USE='${use}']`;
  return metsRule(
    id,
    where,
    {
      sv: `Minst en filgrupp ska ha användningen ${use}.`,
      en: `At least one group of files must have the use ${use}.`,
    },
    (mets) => (fileSections(mets).length === 0 || groupsFor(mets, use).length > 0 ? [] : ['fileSec']),
  );
}

const file = 'mets/fileSec/fileGrp/file';

/** The files of a package and of its representations, each with size, day and checksum (CSIP 5.3.5). */
export const fileRules: readonly PackageRule[] = [
  attributeRule('CSIP59', 'mets/fileSec/@ID', fileSections, 'ID', uniqueId),
  groupRule('CSIP60', 'Documentation'),
  groupRule('CSIP113', 'Schemas'),
  groupRule('CSIP114', 'Representations'),
  attributeRule('CSIP64', 'mets/fileSec/fileGrp/@USE', groupsOf, 'USE'),
  attributeRule('CSIP65', 'mets/fileSec/fileGrp/@ID', groupsOf, 'ID', uniqueId),
  metsRule(
    'CSIP66',
    file,
    { sv: 'Varje filgrupp ska ha minst en fil.', en: 'Each group of files must have at least one file.' },
    (mets) => groupsOf(mets).flatMap((group) => (childrenOf(group, 'mets:file').length > 0 ? [] : [nameOf(group)])),
  ),
  attributeRule('CSIP67', `${file}/@ID`, filesOf, 'ID', uniqueId),
  attributeRule('CSIP68', `${file}/@MIMETYPE`, filesOf, 'MIMETYPE', mediaType),
  attributeRule('CSIP69', `${file}/@SIZE`, filesOf, 'SIZE', sizeOfFile(hrefOf)),
  attributeRule('CSIP70', `${file}/@CREATED`, filesOf, 'CREATED', moment),
  attributeRule('CSIP71', `${file}/@CHECKSUM`, filesOf, 'CHECKSUM', hashOfFile(hrefOf)),
  attributeRule('CSIP72', `${file}/@CHECKSUMTYPE`, filesOf, 'CHECKSUMTYPE', digestNames),
  metsRule(
    'CSIP76',
    `${file}/FLocat`,
    { sv: 'Varje fil ska ha en plats.', en: 'Each file must have one place.' },
    (mets) => filesOf(mets).flatMap((one) => (childrenOf(one, 'mets:FLocat').length === 1 ? [] : [nameOf(one)])),
  ),
  attributeRule('CSIP77', `${file}/FLocat/@LOCTYPE`, locators, 'LOCTYPE', exactly('URL')),
  attributeRule('CSIP78', `${file}/FLocat/@xlink:type`, locators, 'xlink:type', exactly('simple')),
  attributeRule('CSIP79', `${file}/FLocat/@xlink:href`, locators, 'xlink:href', existingFile),
  {
    id: 'CSIP58',
    source: 'csip',
    level: 'SHOULD',
    where: 'mets/fileSec',
    says: {
      sv: 'Varje fil i paketet ska stå i en METS, och bara en gång.',
      en: 'Each file of the package should stand in a METS, and only once.',
    },
    check: (opened) => notToldOnce(opened),
  },
];

function notToldOnce(opened: OpenedPackage): readonly string[] {
  const told = new Map<string, number>();
  for (const mets of opened.mets)
    for (const one of [
      ...locators(mets),
      ...['dmdSec/mdRef', 'amdSec/digiprovMD/mdRef', 'amdSec/rightsMD/mdRef'].flatMap((path) => elementsAt(mets, path)),
    ]) {
      const path = `${mets.base}${one.attributes['xlink:href'] ?? ''}`;
      told.set(path, (told.get(path) ?? 0) + 1);
    }
  return [...opened.files.keys()].filter((path) => path !== 'METS.xml' && told.get(path) !== 1);
}
