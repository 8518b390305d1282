import { type ArchiveContent, type ArchiveEvent, type ArchiveRecord, archiveEvents } from '../../tree/index.ts';
import { type PackagedFile, packagedFile, xmlId } from './packaged-file.ts';
import type { FilesOfRecords } from './write-erms.ts';
import { element, words, writeXml, type XmlNode } from './xml-tree.ts';

/** PREMIS 3 of the package: each file with its hash, what happened to the records that the files show, and who or what did it. */
export function writePremis(
  content: ArchiveContent,
  files: FilesOfRecords,
  events: ReadonlyMap<string, readonly ArchiveEvent[]>,
): PackagedFile {
  const records = content.aggregations.flatMap((one) => one.records);
  const people = new Set<string>();
  const eventNodes = records.flatMap((record) =>
    [...record.events, ...(events.get(record.id) ?? [])].map((event, index) => {
      if (event.by !== null) people.add(event.by);
      return eventNode(content, record, event, index, files.get(record.id) ?? []);
    }),
  );
  const root = element(
    'premis',
    {
      xmlns: 'http://www.loc.gov/premis/v3',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': 'http://www.loc.gov/premis/v3 http://www.loc.gov/standards/premis/v3/premis.xsd',
      version: '3.0',
    },
    records.map((record) =>
      element(
        'object',
        { 'xsi:type': 'intellectualEntity' },
        identifier('object', record.id, 'UUID'),
        words('originalName', record.title),
      ),
    ),
    records.flatMap((record) => (files.get(record.id) ?? []).map((file) => objectNode(file, record))),
    eventNodes,
    agent(content.software.name, 'software', content.software.code),
    [...people].toSorted().map((name) => agent(name, 'person')),
  );
  return packagedFile('metadata/preservation/premis.xml', writeXml(root), 'application/xml');
}

function identifier(of: 'object' | 'event' | 'agent', value: string, type = 'local'): XmlNode {
  return element(`${of}Identifier`, {}, words(`${of}IdentifierType`, type), words(`${of}IdentifierValue`, value));
}

function objectNode(file: PackagedFile, record: ArchiveRecord): XmlNode {
  const archival = file.path.startsWith('representations/pdfa/');
  return element(
    'object',
    { 'xsi:type': 'file' },
    identifier('object', file.path),
    element(
      'objectCharacteristics',
      {},
      element('fixity', {}, words('messageDigestAlgorithm', 'SHA-256'), words('messageDigest', file.sha256)),
      words('size', String(file.bytes.byteLength)),
      element(
        'format',
        {},
        element(
          'formatDesignation',
          {},
          words('formatName', archival ? 'PDF/A' : file.mediaType),
          archival ? words('formatVersion', '2a') : null,
        ),
      ),
    ),
    file.originalName === undefined ? null : words('originalName', file.originalName),
    element(
      'relationship',
      {},
      words('relationshipType', 'structural'),
      words('relationshipSubType', 'represents'),
      element(
        'relatedObjectIdentifier',
        {},
        words('relatedObjectIdentifierType', 'UUID'),
        words('relatedObjectIdentifierValue', record.id),
      ),
    ),
  );
}

function eventNode(
  content: ArchiveContent,
  record: ArchiveRecord,
  event: ArchiveEvent,
  index: number,
  files: readonly PackagedFile[],
): XmlNode {
  const made =
    event.kind === 'normalisation' ? files.filter(({ path }) => path.startsWith('representations/pdfa/')) : [];
  return element(
    'event',
    {},
    identifier('event', xmlId(content.objectId, record.id, event.kind, String(index))),
    words('eventType', archiveEvents[event.kind].en),
    words('eventDateTime', event.at),
    element('eventDetailInformation', {}, words('eventDetail', event.detail)),
    element(
      'linkingAgentIdentifier',
      {},
      words('linkingAgentIdentifierType', 'local'),
      words('linkingAgentIdentifierValue', event.by ?? content.software.name),
    ),
    element(
      'linkingObjectIdentifier',
      {},
      words('linkingObjectIdentifierType', 'UUID'),
      words('linkingObjectIdentifierValue', record.id),
    ),
    made.map(({ path }) =>
      element(
        'linkingObjectIdentifier',
        {},
        words('linkingObjectIdentifierType', 'local'),
        words('linkingObjectIdentifierValue', path),
        words('linkingObjectRole', 'outcome'),
      ),
    ),
  );
}

function agent(name: string, type: string, version?: string): XmlNode {
  return element(
    'agent',
    {},
    identifier('agent', name),
    words('agentName', name),
    words('agentType', type),
    version === undefined ? null : words('agentVersion', version),
  );
}
