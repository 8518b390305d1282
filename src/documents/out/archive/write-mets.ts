import type { ArchiveContent } from '../../tree/index.ts';
import { type PackagedFile, packagedFile, xmlId } from './packaged-file.ts';
import { element, words, writeXml, type XmlNode } from './xml-tree.ts';

/** A representation as the METS of the package sees it: its folder and its own METS. */
export type RepresentationPart = { readonly name: string; readonly mets: PackagedFile };

/** What one METS document describes: the whole package, or one representation in it. */
export type MetsScope = {
  /** The folder of the METS within the package; empty for the package itself. */
  readonly base: string;
  readonly name: string;
  readonly descriptive: readonly PackagedFile[];
  readonly preservation: readonly PackagedFile[];
  readonly documentation: readonly PackagedFile[];
  readonly schemas: readonly PackagedFile[];
  /** The content itself; of a representation. */
  readonly data: readonly PackagedFile[];
  /** The representations; of the package. */
  readonly representations: readonly RepresentationPart[];
};

const namespaces = {
  xmlns: 'http://www.loc.gov/METS/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:csip': 'https://DILCIS.eu/XML/METS/CSIPExtensionMETS',
  'xmlns:sip': 'https://DILCIS.eu/XML/METS/SIPExtensionMETS',
  'xsi:schemaLocation': [
    'http://www.loc.gov/METS/ http://www.loc.gov/standards/mets/mets.xsd',
    'http://www.w3.org/1999/xlink http://www.loc.gov/standards/mets/xlink.xsd',
    'https://DILCIS.eu/XML/METS/CSIPExtensionMETS https://earkcsip.dilcis.eu/schema/DILCISExtensionMETS.xsd',
    'https://DILCIS.eu/XML/METS/SIPExtensionMETS https://earksip.dilcis.eu/schema/DILCISExtensionSIPMETS.xsd',
  ].join(' '),
};

/**
 * The METS of a package or of a representation, after the profiles E-ARK CSIP 2.1.0 and E-ARK SIP 2.1.0 (FGS Paketstruktur 2.0). Which requirement
 * each attribute answers is told by the rules that check it, in `documents/in/archive`.
 */
export function writeMets(content: ArchiveContent, scope: MetsScope): PackagedFile {
  const { base, name } = scope;
  const id = (...named: readonly string[]) => xmlId(content.objectId, base, ...named);
  const group = (use: string, files: readonly PackagedFile[], extra = {}) =>
    files.length === 0
      ? null
      : element(
          'fileGrp',
          { ID: id('group', use), USE: use, ...extra },
          files.map((file) => fileElement(file, content, scope, id('file', file.path))),
        );
  const dataUse = `Representations/${name}/data`;
  const groups = [
    group('Documentation', scope.documentation),
    group('Schemas', scope.schemas),
    group(dataUse, scope.data, { 'csip:CONTENTINFORMATIONTYPE': 'MIXED' }),
    ...scope.representations.map((part) =>
      group(`Representations/${part.name}`, [part.mets], { 'csip:CONTENTINFORMATIONTYPE': 'MIXED' }),
    ),
  ];
  const dmdIds = scope.descriptive.map(({ path }) => id('dmd', path));
  const amdIds = scope.preservation.map(({ path }) => id('amd', path));
  const root = element(
    'mets',
    {
      ...namespaces,
      OBJID: base === '' ? content.objectId : name,
      LABEL: content.title,
      TYPE: 'Mixed',
      'csip:CONTENTINFORMATIONTYPE': base === '' ? 'citserms_v2_1' : 'MIXED',
      PROFILE: 'https://earksip.dilcis.eu/profile/E-ARK-SIP.xml',
    },
    header(content),
    scope.descriptive.map((file) =>
      element(
        'dmdSec',
        { ID: id('dmd', file.path), CREATED: content.createdAt, STATUS: 'CURRENT' },
        reference(file, content, scope, { MDTYPE: 'OTHER', OTHERMDTYPE: 'ERMS', MDTYPEVERSION: '2.1.3' }),
      ),
    ),
    scope.preservation.length === 0
      ? null
      : element(
          'amdSec',
          {},
          scope.preservation.map((file) =>
            element(
              'digiprovMD',
              { ID: id('amd', file.path), CREATED: content.createdAt, STATUS: 'CURRENT' },
              reference(file, content, scope, { MDTYPE: 'PREMIS', MDTYPEVERSION: '3.0' }),
            ),
          ),
        ),
    element('fileSec', { ID: id('fileSec') }, groups),
    element(
      'structMap',
      { ID: id('structMap'), TYPE: 'PHYSICAL', LABEL: 'CSIP' },
      element(
        'div',
        { ID: id('div'), LABEL: base === '' ? content.objectId : name },
        element('div', {
          ID: id('div', 'metadata'),
          LABEL: 'Metadata',
          ADMID: amdIds.join(' ') || null,
          DMDID: dmdIds.join(' ') || null,
        }),
        division('Documentation', scope.documentation, id, 'Documentation'),
        division('Schemas', scope.schemas, id, 'Schemas'),
        division('Representations', scope.data, id, dataUse),
        scope.representations.map((part) =>
          element(
            'div',
            { ID: id('div', part.name), LABEL: `Representations/${part.name}` },
            element('mptr', {
              LOCTYPE: 'URL',
              'xlink:type': 'simple',
              'xlink:href': part.mets.path,
              'xlink:title': id('group', `Representations/${part.name}`),
            }),
          ),
        ),
      ),
    ),
  );
  return packagedFile(`${base}METS.xml`, writeXml(root), 'application/xml');
}

function division(
  label: string,
  files: readonly PackagedFile[],
  id: (...named: readonly string[]) => string,
  use: string,
): XmlNode | null {
  if (files.length === 0) return null;
  return element('div', { ID: id('div', label), LABEL: label }, element('fptr', { FILEID: id('group', use) }));
}

function header({ createdAt, creator, contact, receiver, agreement, software }: ArchiveContent): XmlNode {
  const coded = (text: string) => words('note', text, { 'csip:NOTETYPE': 'IDENTIFICATIONCODE' });
  return element(
    'metsHdr',
    { CREATEDATE: createdAt, RECORDSTATUS: 'NEW', 'csip:OAISPACKAGETYPE': 'SIP' },
    element(
      'agent',
      { ROLE: 'CREATOR', TYPE: 'OTHER', OTHERTYPE: 'SOFTWARE' },
      words('name', software.name),
      words('note', software.code, { 'csip:NOTETYPE': 'SOFTWARE VERSION' }),
    ),
    element('agent', { ROLE: 'ARCHIVIST', TYPE: 'ORGANIZATION' }, words('name', creator.name), coded(creator.code)),
    element('agent', { ROLE: 'CREATOR', TYPE: 'ORGANIZATION' }, words('name', creator.name), coded(creator.code)),
    contact === null ? null : element('agent', { ROLE: 'CREATOR', TYPE: 'INDIVIDUAL' }, words('name', contact)),
    receiver === null
      ? null
      : element(
          'agent',
          { ROLE: 'PRESERVATION', TYPE: 'ORGANIZATION' },
          words('name', receiver.name),
          coded(receiver.code),
        ),
    agreement === null ? null : words('altRecordID', agreement, { TYPE: 'SUBMISSIONAGREEMENT' }),
  );
}

function measures(file: PackagedFile, { createdAt }: ArchiveContent) {
  return {
    MIMETYPE: file.mediaType,
    SIZE: file.bytes.byteLength,
    CREATED: createdAt,
    CHECKSUM: file.sha256,
    CHECKSUMTYPE: 'SHA-256',
  };
}

function reference(
  file: PackagedFile,
  content: ArchiveContent,
  scope: MetsScope,
  type: Readonly<Record<string, string>>,
): XmlNode {
  return element('mdRef', {
    LOCTYPE: 'URL',
    'xlink:type': 'simple',
    'xlink:href': below(scope, file),
    ...type,
    ...measures(file, content),
  });
}

function fileElement(file: PackagedFile, content: ArchiveContent, scope: MetsScope, id: string): XmlNode {
  const pdf = file.mediaType === 'application/pdf' && scope.name === 'pdfa';
  return element(
    'file',
    {
      ID: id,
      ...measures(file, content),
      ...(pdf && { 'sip:FILEFORMATNAME': 'PDF/A', 'sip:FILEFORMATVERSION': '2a' }),
      ...(file.originalName !== undefined && { OWNERID: file.originalName }),
    },
    element('FLocat', { LOCTYPE: 'URL', 'xlink:type': 'simple', 'xlink:href': below(scope, file) }),
  );
}

/** Paths are told from the folder in which the METS lies. */
function below({ base }: MetsScope, { path }: PackagedFile): string {
  return path.startsWith(base) ? path.slice(base.length) : path;
}
