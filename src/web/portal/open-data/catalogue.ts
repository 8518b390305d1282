import {
  type OpenCount,
  type PublishedAuthority,
  type PublishedNoun,
  publishedNouns,
} from '../../../domain/published/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { type DumpFormat, dumpFormats } from './dump.ts';
import { iriOf, type Name, type Statement, type Value } from './graph.ts';
import { licence, oparlAddresses, oparlVersion } from './oparl-address.ts';

const themes = 'http://publications.europa.eu/resource/authority/data-theme/';
const fileTypes = 'http://publications.europa.eu/resource/authority/file-type/';

/** What the catalogue is made from. */
export type CatalogueFacts = {
  readonly authority: PublishedAuthority;
  readonly site: string;
  readonly counts: readonly OpenCount[];
  readonly days: { readonly first: CivilDate; readonly last: CivilDate } | undefined;
  readonly changed: Date | undefined;
};

/** The open data of an authority as a catalogue that the state's list of open data reads (DCAT-AP-SE; öppna datalagen 2:6). */
export function catalogueOf(facts: CatalogueFacts): readonly Statement[] {
  const { authority, site, changed } = facts;
  const { portal, system } = oparlAddresses(site, authority);
  const statements: Statement[] = [];
  const say = (subject: string, property: Name, ...values: readonly Value[]) =>
    void statements.push(...values.map((value) => [subject, property, value] as const));
  const [catalogue, publisher, service] = [`${portal}/dcat`, `${portal}/dcat#publisher`, `${portal}/dcat#oparl`];

  say(catalogue, 'rdf:type', thing('dcat:Catalog'));
  say(catalogue, 'dct:title', ...both(`Öppna data från ${authority.name}`, `Open data from ${authority.name}`));
  say(
    catalogue,
    'dct:description',
    ...both(
      'Sammanträden, protokoll, beslut, uppdrag och vad som hör till dem, som de har publicerats.',
      'Meetings, minutes, decisions, assignments and what belongs to them, as they have been published.',
    ),
  );
  say(catalogue, 'dct:publisher', { iri: publisher });
  say(catalogue, 'dct:license', { iri: licence });
  say(catalogue, 'dct:language', { iri: 'http://publications.europa.eu/resource/authority/language/SWE' });
  say(catalogue, 'foaf:homepage', { iri: portal });
  if (changed) say(catalogue, 'dct:modified', moment(changed));

  say(publisher, 'rdf:type', thing('foaf:Agent'));
  say(publisher, 'foaf:name', { text: authority.name, language: 'sv' });
  say(publisher, 'dct:type', { iri: 'http://purl.org/adms/publishertype/RegionalAuthority' });
  if (authority.organisationNumber) say(publisher, 'dct:identifier', { text: authority.organisationNumber });

  for (const noun of Object.keys(publishedNouns) as PublishedNoun[]) {
    const records = facts.counts.filter((one) => one.noun === noun).reduce((sum, { count }) => sum + count, 0);
    if (records === 0) continue;
    const dataset = `${portal}/dcat#${noun}`;
    const { sv, en } = publishedNouns[noun];
    say(catalogue, 'dcat:dataset', { iri: dataset });
    say(dataset, 'rdf:type', thing('dcat:Dataset'));
    say(dataset, 'dct:title', ...both(`${authority.name}: ${sv}`, `${authority.name}: ${en}`));
    say(
      dataset,
      'dct:description',
      ...both(`Allt som har publicerats av slaget ${sv}.`, `All that has been published of the kind ${en}.`),
    );
    say(dataset, 'dct:publisher', { iri: publisher });
    say(dataset, 'dct:identifier', { text: dataset });
    say(dataset, 'dct:accessRights', { iri: 'http://publications.europa.eu/resource/authority/access-right/PUBLIC' });
    say(dataset, 'dct:accrualPeriodicity', { iri: 'http://publications.europa.eu/resource/authority/frequency/CONT' });
    say(dataset, 'dcat:theme', { iri: `${themes}GOVE` });
    say(dataset, 'dcat:keyword', { text: sv, language: 'sv' }, { text: en, language: 'en' });
    say(dataset, 'dct:conformsTo', { iri: `${portal}/data/schema/${noun}.json` });
    say(dataset, 'dcat:landingPage', { iri: `${portal}/data` });
    if (facts.days) {
      const temporal = `${dataset}-tid`;
      say(dataset, 'dct:temporal', { iri: temporal });
      say(temporal, 'rdf:type', thing('dct:PeriodOfTime'));
      say(temporal, 'dcat:startDate', day(facts.days.first));
      say(temporal, 'dcat:endDate', day(facts.days.last));
    }
    for (const format of Object.keys(dumpFormats) as DumpFormat[]) {
      const distribution = `${dataset}-${format}`;
      const address = `${portal}/data/${noun}.${format}`;
      say(dataset, 'dcat:distribution', { iri: distribution });
      say(distribution, 'rdf:type', thing('dcat:Distribution'));
      say(distribution, 'dct:title', { text: `${sv}.${format}`, language: 'sv' });
      say(distribution, 'dcat:accessURL', { iri: address });
      say(distribution, 'dcat:downloadURL', { iri: address });
      say(distribution, 'dcat:mediaType', {
        iri: `https://www.iana.org/assignments/media-types/${dumpFormats[format].media}`,
      });
      say(distribution, 'dct:format', { iri: `${fileTypes}${format === 'csv' ? 'CSV' : 'JSON'}` });
      say(distribution, 'dct:license', { iri: licence });
      say(distribution, 'dcatap:availability', {
        iri: 'http://publications.europa.eu/resource/authority/planned-availability/STABLE',
      });
    }
    say(service, 'dcat:servesDataset', { iri: dataset });
  }
  say(catalogue, 'dcat:service', { iri: service });
  say(service, 'rdf:type', thing('dcat:DataService'));
  say(service, 'dct:title', ...both('Läsning genom OParl 1.1', 'Reading by OParl 1.1'));
  say(service, 'dct:publisher', { iri: publisher });
  say(service, 'dcat:endpointURL', { iri: system });
  say(service, 'dcat:endpointDescription', { iri: oparlVersion });
  say(service, 'dct:license', { iri: licence });
  say(service, 'dct:accessRights', { iri: 'http://publications.europa.eu/resource/authority/access-right/PUBLIC' });
  return statements;
}

function thing(name: Name): Value {
  return { iri: iriOf(name) };
}

function both(sv: string, en: string): readonly Value[] {
  return [
    { text: sv, language: 'sv' },
    { text: en, language: 'en' },
  ];
}

function moment(date: Date): Value {
  return { text: date.toISOString(), type: 'xsd:dateTime' };
}

function day(date: CivilDate): Value {
  return { text: date, type: 'xsd:date' };
}
