import type {
  ArchiveAggregation,
  ArchiveContent,
  ArchiveDate,
  ArchiveRecord,
  ArchiveRestriction,
} from '../../tree/index.ts';
import { type PackagedFile, packagedFile } from './packaged-file.ts';
import { element, words, writeXml, type XmlNode } from './xml-tree.ts';

/** The files of the package that belong to a record, by the id of the record. */
export type FilesOfRecords = ReadonlyMap<string, readonly PackagedFile[]>;

/**
 * The description of what is in the package, after CITS ERMS (FGS Ärendehantering 2.0; the order of elements is that of its schema 2.1.3): matters and
 * meetings with their records, days, people in office, secrecy, classification and what was disposed of.
 */
export function writeErms(content: ArchiveContent, files: FilesOfRecords): PackagedFile {
  const { creator, register, scheme, createdAt, software } = content;
  const root = element(
    'erms',
    {
      xmlns: 'https://DILCIS.eu/XML/ERMS',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': 'https://DILCIS.eu/XML/ERMS https://citserms.dilcis.eu/schema/ERMS.xsd',
    },
    element(
      'control',
      {},
      words('identification', creator.name, { identificationType: 'arkivbildare' }),
      words('identification', creator.code, { identificationType: 'organisationsnummer' }),
      words('identification', register, { identificationType: 'diarium' }),
      words('identification', content.objectId, { identificationType: 'paket' }),
      element('classificationSchema', {}, element('textualDescriptionOfClassificationSchema', {}, words('p', scheme))),
      element(
        'maintenanceInformation',
        {},
        element('maintenanceStatus', { value: 'new' }),
        element(
          'maintenanceAgency',
          {},
          words('agencyCode', creator.code, { type: 'organisationsnummer' }),
          words('agencyName', creator.name),
        ),
        element(
          'maintenanceHistory',
          {},
          element(
            'maintenanceEvent',
            {},
            element('eventType', { value: 'created' }),
            words('eventDateTime', secondsOf(createdAt)),
            element(
              'agent',
              { agentType: 'deliverer' },
              words('name', `${software.name} ${software.code}`),
              words('organisation', creator.name),
            ),
          ),
        ),
      ),
    ),
    element(
      'aggregations',
      {},
      content.aggregations.map((one) => aggregation(one, files)),
    ),
  );
  return packagedFile('metadata/descriptive/erms.xml', writeXml(root), 'application/xml');
}

function aggregation(one: ArchiveAggregation, files: FilesOfRecords): XmlNode {
  const kind = one.kind === 'caseFile' ? { aggregationType: 'caseFile' } : ownKind(one.kind.own);
  return element(
    'aggregation',
    { systemIdentifier: one.id, ...kind },
    words('objectId', one.objectId),
    one.classification === null
      ? null
      : words('classification', one.classification, { classificationCode: one.classification }),
    words('title', one.title),
    publicTitleOf(one),
    element('status', { value: 'closed' }),
    restriction(one.restriction),
    dates(one.dates),
    one.records.map((record, index) => recordElement(record, index + 1, one.id, files.get(record.id) ?? [])),
  );
}

const publicTitleOf = ({ publicTitle }: Pick<ArchiveRecord, 'publicTitle'>): XmlNode | null =>
  publicTitle === null ? null : words('otherTitle', publicTitle, { titleType: 'publicTitle' });

const ownKind = (own: string) => ({ aggregationType: 'own_aggregation_definition', otherAggregationType: own });

function recordElement(record: ArchiveRecord, number: number, parent: string, files: readonly PackagedFile[]): XmlNode {
  return element(
    'record',
    { systemIdentifier: record.id, recordType: record.kind, recordPhysicalOrDigital: 'digital' },
    words('objectId', record.objectId),
    words('parentAggregationId', parent),
    words('title', record.title),
    publicTitleOf(record),
    element('status', { value: record.disposed ? 'obliterated' : 'closed' }),
    words('runningNumber', String(number)),
    restriction(record.restriction),
    record.disposed === null ? null : disposal(record.disposed),
    record.agents.length === 0
      ? null
      : element(
          'agents',
          {},
          record.agents.map(({ type, name }) => element('agent', { agentType: type }, words('name', name))),
        ),
    dates(record.dates),
    files.length === 0
      ? null
      : element(
          'additionalInformation',
          {},
          files.map((file) =>
            element('appendix', {
              name: file.originalName ?? file.path.slice(file.path.lastIndexOf('/') + 1),
              fileFormat: file.mediaType,
              path: `file:///${file.path}`,
            }),
          ),
        ),
  );
}

function disposal({ on, mandate }: { readonly on: string; readonly mandate: string }): XmlNode {
  return element(
    'disposal',
    { disposable: 'true' },
    words('disposalMandate', mandate),
    element('dates', {}, words('disposalDate', momentOf(on), { dateType: 'disposal_date' })),
  );
}

function restriction(one: ArchiveRestriction | null): XmlNode | null {
  if (one === null) return null;
  return element(
    'restriction',
    { restrictionType: 'confidential' },
    words('explanatoryText', one.note),
    words('regulation', one.provision),
    one.markedOn === null
      ? null
      : element('dates', {}, words('date', momentOf(one.markedOn), { dateType: 'confidentiality_assessed' })),
  );
}

function dates(all: readonly ArchiveDate[]): XmlNode | null {
  if (all.length === 0) return null;
  return element(
    'dates',
    {},
    all.map(({ type, on }) => words('date', momentOf(on), { dateType: type })),
  );
}

/** A day without a time is written as its first second, in the country's own time (the convention of the Swedish applications of CITS ERMS). */
function momentOf(day: string): string {
  return day.length === 10 ? `${day}T00:00:00` : secondsOf(day);
}

function secondsOf(moment: string): string {
  return moment.replace(/\.\d+(?=Z|[+-]\d\d:\d\d$|$)/, '');
}
