import type { Shapes } from './element-shape.ts';

const text = { words: 'text' } as const;
const agentTypes = [
  ...['administrator', 'agent', 'archiver', 'authorising_person', 'borrower', 'counterpart', 'creator', 'custodian'],
  ...['deliverer', 'dispatcher', 'editor', 'ipp_owner', 'main_signatory', 'mover', 'opening_person', 'other_signatory'],
  ...['owner', 'reader', 'recipient', 'receiver', 'relocator', 'responsible_person', 'sender', 'user', 'other'],
];
const dateTypes = ['archived', 'closed', 'created', 'decision_date', 'dispatch', 'finished', 'opened', 'received'];
const statuses = [
  ...['ad_acta', 'closed', 'expedited', 'initiated', 'in_progress', 'obliterated', 'on_hold', 'open', 'prepared'],
  'received',
];

/** The part of the schema of CITS ERMS 2.1.3 that a package of ours uses: order and number of elements, attributes, codes and types. */
export const ermsShapes: Shapes = {
  erms: { children: ['control', 'aggregations', 'additionalInformation?'] },
  control: {
    children: [
      'identification+',
      'informationClass?',
      'classificationSchema?',
      'securityClass?',
      'dates?',
      'maintenanceInformation',
    ],
  },
  identification: { ...text, required: { identificationType: 'any' } },
  classificationSchema: { children: ['textualDescriptionOfClassificationSchema?', 'additionalInformation?'] },
  textualDescriptionOfClassificationSchema: { children: ['p+'] },
  p: text,
  maintenanceInformation: { children: ['maintenanceStatus', 'maintenanceAgency', 'maintenanceHistory'] },
  maintenanceStatus: {
    required: { value: ['cancelled', 'created', 'deleted', 'derived', 'new', 'revised', 'unknown', 'updated'] },
  },
  maintenanceAgency: { children: ['agencyCode?', 'otherAgencyCode*', 'agencyName+', 'note?'] },
  agencyCode: { ...text, required: { type: 'any' } },
  agencyName: text,
  maintenanceHistory: { children: ['maintenanceEvent+'] },
  maintenanceEvent: { children: ['eventType', 'eventDateTime', 'agent'] },
  eventType: { required: { value: ['created', 'revised', 'deleted', 'cancelled', 'derived', 'updated', 'unknown'] } },
  eventDateTime: { words: 'moment' },
  agent: {
    children: ['name', 'organisation?', 'unitName?', 'idNumber?', 'role?'],
    required: { agentType: agentTypes },
    optional: { otherAgentType: 'any' },
  },
  name: text,
  organisation: text,
  aggregations: { children: ['aggregation+'] },
  aggregation: {
    children: [
      ...['objectId', 'extraId*', 'classification*', 'keywords?', 'title?', 'otherTitle*', 'status?', 'relation*'],
      ...['restriction*', 'disposal?', 'agents?', 'description?', 'dates?', 'notes?', 'record*'],
    ],
    required: {
      systemIdentifier: 'any',
      aggregationType: ['caseFile', 'class', 'component', 'file', 'subfile', 'volume', 'own_aggregation_definition'],
    },
    optional: { otherAggregationType: 'any' },
  },
  objectId: text,
  extraId: { ...text, required: { extraIdType: 'any' } },
  classification: { ...text, optional: { classificationCode: 'any', classificationId: 'any' } },
  title: text,
  otherTitle: { ...text, required: { titleType: 'any' } },
  status: { optional: { value: statuses } },
  restriction: {
    children: ['explanatoryText?', 'regulation', 'informationClass?', 'securityClass?', 'dates*', 'duration*'],
    required: { restrictionType: ['confidential', 'gdpr', 'integrity', 'other_type'] },
    optional: { otherRestrictionType: 'any' },
  },
  explanatoryText: text,
  regulation: text,
  disposal: {
    children: ['disposalAction?', 'disposalPeriod?', 'disposalMandate?', 'disposalDescription?', 'dates'],
    required: { disposable: ['true', 'false', '0', '1'] },
  },
  disposalMandate: text,
  'disposal/dates': { children: ['disposalDate+'] },
  disposalDate: {
    words: 'moment',
    required: {
      dateType: ['disposal_date', 'applied', 'retention_period_start', 'retention_period_end', 'other_date'],
    },
  },
  agents: { children: ['agent*'] },
  dates: { children: ['date+'] },
  date: { words: 'moment', required: { dateType: [...dateTypes, 'confidentiality_assessed', 'other'] } },
  record: {
    children: [
      ...['objectId', 'extraId*', 'classification?', 'parentAggregationId?', 'keywords?', 'title?', 'otherTitle*'],
      ...['status?', 'runningNumber?', 'relation*', 'restriction*', 'disposal?', 'agents?', 'description?', 'dates?'],
      'additionalInformation?',
    ],
    required: { systemIdentifier: 'any' },
    optional: {
      recordType: 'any',
      recordPhysicalOrDigital: ['physical', 'digital', 'physcical_and_digital', 'does_not_apply'],
    },
  },
  parentAggregationId: text,
  runningNumber: { words: 'number' },
  additionalInformation: { children: ['appendix*'] },
  appendix: {
    required: { name: 'any', path: 'any' },
    optional: { fileFormat: 'any', originalFileFormat: 'any', description: 'any', disposable: ['true', 'false'] },
  },
};

/** The part of the schema of PREMIS 3.0 that a package of ours uses. */
export const premisShapes: Shapes = {
  premis: { children: ['object+', 'event*', 'agent*', 'rights*'], required: { version: ['3.0'] } },
  object: {
    children: ['objectIdentifier+', 'objectCharacteristics*', 'originalName?', 'storage*', 'relationship*'],
    required: { 'xsi:type': ['file', 'intellectualEntity', 'representation', 'bitstream'] },
  },
  objectIdentifier: { children: ['objectIdentifierType', 'objectIdentifierValue'] },
  objectIdentifierType: text,
  objectIdentifierValue: text,
  objectCharacteristics: { children: ['compositionLevel?', 'fixity*', 'size?', 'format+'] },
  fixity: { children: ['messageDigestAlgorithm', 'messageDigest', 'messageDigestOriginator?'] },
  messageDigestAlgorithm: text,
  messageDigest: text,
  size: { words: 'number' },
  format: { children: ['formatDesignation?', 'formatRegistry?', 'formatNote*'] },
  formatDesignation: { children: ['formatName', 'formatVersion?'] },
  formatName: text,
  formatVersion: text,
  originalName: text,
  relationship: { children: ['relationshipType', 'relationshipSubType', 'relatedObjectIdentifier+'] },
  relationshipType: text,
  relationshipSubType: text,
  relatedObjectIdentifier: { children: ['relatedObjectIdentifierType', 'relatedObjectIdentifierValue'] },
  relatedObjectIdentifierType: text,
  relatedObjectIdentifierValue: text,
  event: {
    children: [
      ...['eventIdentifier', 'eventType', 'eventDateTime', 'eventDetailInformation*', 'eventOutcomeInformation*'],
      ...['linkingAgentIdentifier*', 'linkingObjectIdentifier*'],
    ],
  },
  eventIdentifier: { children: ['eventIdentifierType', 'eventIdentifierValue'] },
  eventIdentifierType: text,
  eventIdentifierValue: text,
  eventType: text,
  eventDateTime: { words: 'moment' },
  eventDetailInformation: { children: ['eventDetail?'] },
  eventDetail: text,
  linkingAgentIdentifier: {
    children: ['linkingAgentIdentifierType', 'linkingAgentIdentifierValue', 'linkingAgentRole*'],
  },
  linkingAgentIdentifierType: text,
  linkingAgentIdentifierValue: text,
  linkingObjectIdentifier: {
    children: ['linkingObjectIdentifierType', 'linkingObjectIdentifierValue', 'linkingObjectRole*'],
  },
  linkingObjectIdentifierType: text,
  linkingObjectIdentifierValue: text,
  linkingObjectRole: text,
  agent: { children: ['agentIdentifier+', 'agentName*', 'agentType?', 'agentVersion?'] },
  agentIdentifier: { children: ['agentIdentifierType', 'agentIdentifierValue'] },
  agentIdentifierType: text,
  agentIdentifierValue: text,
  agentName: text,
  agentType: text,
  agentVersion: text,
};
