/** Which published schemas the metadata of a package follows, as a schema that imports them: whoever has them validates with this one file. */
export const ownSchemas = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">
  <xs:import namespace="http://www.loc.gov/METS/" schemaLocation="http://www.loc.gov/standards/mets/mets.xsd"/>
  <xs:import namespace="http://www.w3.org/1999/xlink" schemaLocation="http://www.loc.gov/standards/mets/xlink.xsd"/>
  <xs:import namespace="https://DILCIS.eu/XML/METS/CSIPExtensionMETS" schemaLocation="https://earkcsip.dilcis.eu/schema/DILCISExtensionMETS.xsd"/>
  <xs:import namespace="https://DILCIS.eu/XML/METS/SIPExtensionMETS" schemaLocation="https://earksip.dilcis.eu/schema/DILCISExtensionSIPMETS.xsd"/>
  <xs:import namespace="https://DILCIS.eu/XML/ERMS" schemaLocation="https://citserms.dilcis.eu/schema/ERMS.xsd"/>
  <xs:import namespace="http://www.loc.gov/premis/v3" schemaLocation="http://www.loc.gov/standards/premis/v3/premis.xsd"/>
</xs:schema>
`;

const day = { type: 'string', description: 'Dag (ÅÅÅÅ-MM-DD) eller tidpunkt enligt ISO 8601.' };

/** What `handling.json` holds, as JSON Schema. */
export const recordSchema = `${JSON.stringify(
  {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Handling i arkivpaket från Kansli',
    type: 'object',
    required: [
      'id',
      'objectId',
      'kind',
      'title',
      'dates',
      'agents',
      'restriction',
      'disposed',
      'events',
      'originals',
      'tree',
    ],
    properties: {
      id: { type: 'string', format: 'uuid' },
      objectId: { type: 'string', description: 'Beteckningen i registret.' },
      kind: { type: 'string' },
      title: { type: 'string' },
      dates: { type: 'array', items: { type: 'object', properties: { type: { type: 'string' }, on: day } } },
      agents: { type: 'array', items: { type: 'object' } },
      restriction: { type: ['object', 'null'], description: 'Sekretessmarkering (OSL 5:5).' },
      disposed: { type: ['object', 'null'], description: 'När och med vilket stöd handlingens innehåll gallrades.' },
      events: { type: 'array', items: { type: 'object', properties: { kind: { type: 'string' }, at: day } } },
      originals: { type: 'array', items: { type: 'object', required: ['fileName', 'mediaType', 'sha256'] } },
      tree: { type: ['object', 'null'], description: 'Handlingens text som rubriker, stycken, listor och tabeller.' },
    },
  },
  null,
  2,
)}\n`;
