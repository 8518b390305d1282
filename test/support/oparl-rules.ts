/**
 * What OParl 1.1 demands of each object and list: our own rows, taken from the published schema (schema.oparl.org/1.1) and its text: which properties
 * must be there, of which kind each is, and that `created` and `modified` are told of every object.
 */
type Kind =
  | 'url'
  | 'text'
  | 'moment'
  | 'day'
  | 'flag'
  | 'whole'
  | 'urls'
  | 'texts'
  | `one ${string}`
  | `many ${string}`;
type Rules = { readonly must: readonly string[]; readonly may: Readonly<Record<string, Kind>> };

const common: Readonly<Record<string, Kind>> = {
  id: 'url',
  type: 'url',
  license: 'url',
  keyword: 'texts',
  created: 'moment',
  modified: 'moment',
  web: 'url',
  deleted: 'flag',
};
const always = ['id', 'type', 'created', 'modified'];
const lists = [
  'organization',
  'person',
  'meeting',
  'paper',
  'agendaItem',
  'consultation',
  'file',
  'locationList',
] as const;
const moreLists = ['legislativeTermList', 'membership'] as const;

export const oparlRules: Readonly<Record<string, Rules>> = {
  System: {
    must: ['oparlVersion', 'body'],
    may: {
      oparlVersion: 'url',
      otherOparlVersions: 'urls',
      body: 'url',
      name: 'text',
      contactEmail: 'text',
      contactName: 'text',
      website: 'url',
      vendor: 'url',
      product: 'url',
    },
  },
  Body: {
    must: ['name', 'legislativeTerm', ...lists, ...moreLists],
    may: {
      ...Object.fromEntries([...lists, ...moreLists].map((name) => [name, 'url'] as const)),
      system: 'url',
      shortName: 'text',
      name: 'text',
      website: 'url',
      licenseValidSince: 'moment',
      oparlSince: 'moment',
      ags: 'text',
      rgs: 'text',
      equivalent: 'urls',
      contactEmail: 'text',
      contactName: 'text',
      legislativeTerm: 'many LegislativeTerm',
      classification: 'text',
      location: 'one Location',
      mainOrganization: 'url',
    },
  },
  LegislativeTerm: { must: [], may: { body: 'url', name: 'text', startDate: 'day', endDate: 'day' } },
  Organization: {
    must: [],
    may: {
      body: 'url',
      name: 'text',
      membership: 'urls',
      meeting: 'url',
      consultation: 'url',
      shortName: 'text',
      post: 'texts',
      subOrganizationOf: 'url',
      organizationType: 'text',
      classification: 'text',
      startDate: 'day',
      endDate: 'day',
      website: 'url',
      location: 'one Location',
      externalBody: 'url',
      memberCount: 'whole',
      votingMemberCount: 'whole',
    },
  },
  Person: {
    must: [],
    may: {
      body: 'url',
      name: 'text',
      familyName: 'text',
      givenName: 'text',
      formOfAddress: 'text',
      affix: 'text',
      title: 'texts',
      gender: 'text',
      phone: 'texts',
      email: 'texts',
      location: 'url',
      locationObject: 'one Location',
      status: 'texts',
      membership: 'many Membership',
      image: 'one File',
      life: 'text',
      lifeSource: 'text',
    },
  },
  Membership: {
    must: [],
    may: {
      person: 'url',
      organization: 'url',
      role: 'text',
      votingRight: 'flag',
      startDate: 'day',
      endDate: 'day',
      onBehalfOf: 'url',
    },
  },
  Meeting: {
    must: [],
    may: {
      name: 'text',
      meetingState: 'text',
      cancelled: 'flag',
      start: 'moment',
      end: 'moment',
      location: 'one Location',
      organization: 'urls',
      participant: 'urls',
      invitation: 'one File',
      resultsProtocol: 'one File',
      verbatimProtocol: 'one File',
      auxiliaryFile: 'many File',
      agendaItem: 'many AgendaItem',
    },
  },
  AgendaItem: {
    must: ['order'],
    may: {
      meeting: 'url',
      number: 'text',
      order: 'whole',
      name: 'text',
      public: 'flag',
      consultation: 'url',
      result: 'text',
      resolutionText: 'text',
      resolutionFile: 'one File',
      auxiliaryFile: 'many File',
      start: 'moment',
      end: 'moment',
    },
  },
  Paper: {
    must: [],
    may: {
      body: 'url',
      name: 'text',
      reference: 'text',
      date: 'day',
      paperType: 'text',
      relatedPaper: 'urls',
      superordinatedPaper: 'urls',
      subordinatedPaper: 'urls',
      mainFile: 'one File',
      auxiliaryFile: 'many File',
      location: 'many Location',
      originatorPerson: 'urls',
      underDirectionOf: 'urls',
      originatorOrganization: 'urls',
      consultation: 'many Consultation',
    },
  },
  Consultation: {
    must: [],
    may: { paper: 'url', agendaItem: 'url', meeting: 'url', organization: 'urls', authoritative: 'flag', role: 'text' },
  },
  File: {
    must: ['accessUrl'],
    may: {
      name: 'text',
      fileName: 'text',
      mimeType: 'text',
      date: 'day',
      size: 'whole',
      sha1Checksum: 'text',
      sha512Checksum: 'text',
      text: 'text',
      accessUrl: 'url',
      downloadUrl: 'url',
      externalServiceUrl: 'url',
      masterFile: 'url',
      derivativeFile: 'urls',
      fileLicense: 'url',
      meeting: 'urls',
      agendaItem: 'urls',
      person: 'url',
      paper: 'urls',
    },
  },
  Location: {
    must: [],
    may: {
      description: 'text',
      geojson: 'text',
      streetAddress: 'text',
      room: 'text',
      postalCode: 'text',
      subLocality: 'text',
      locality: 'text',
      bodies: 'urls',
      organizations: 'urls',
      persons: 'urls',
      meetings: 'urls',
      papers: 'urls',
    },
  },
};

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isUrl = (value: unknown) => isText(value) && /^https?:\/\//.test(value) && URL.canParse(value);
const kinds: Readonly<Record<string, (value: unknown) => boolean>> = {
  url: isUrl,
  text: isText,
  moment: (value) =>
    isText(value) &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(value) &&
    !Number.isNaN(Date.parse(value)),
  day: (value) => isText(value) && /^\d{4}-\d\d-\d\d$/.test(value),
  flag: (value) => typeof value === 'boolean',
  whole: Number.isInteger,
  urls: (value) => Array.isArray(value) && value.every(isUrl),
  texts: (value) => Array.isArray(value) && value.every(isText),
};

/** The rules that an object breaks, each with the place where; none when it is as OParl 1.1 has it. */
export function oparlFaults(kind: string, value: unknown, place = kind): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${place} is no object`];
  const rules = oparlRules[kind]!;
  const object = value as Readonly<Record<string, unknown>>;
  const faults: string[] = [];
  if (object.type !== `https://schema.oparl.org/1.1/${kind}`) faults.push(`${place}.type`);
  for (const name of object.deleted === true ? always : [...always, ...rules.must])
    if (object[name] === undefined) faults.push(`${place}.${name} is missing`);
  for (const [name, inner] of Object.entries(object)) {
    const expected = common[name] ?? rules.may[name];
    const at = `${place}.${name}`;
    if (!expected) faults.push(`${at} is unknown`);
    else if (expected.startsWith('one ')) faults.push(...oparlFaults(expected.slice(4), inner, at));
    else if (expected.startsWith('many '))
      faults.push(
        ...(Array.isArray(inner)
          ? inner.flatMap((one, index) => oparlFaults(expected.slice(5), one, `${at}.${index}`))
          : [`${at} is no list`]),
      );
    else if (!kinds[expected]!(inner)) faults.push(`${at} is not ${expected}`);
  }
  return faults;
}

/** The rules that a page of a list breaks (OParl 2.5). */
export function oparlListFaults(kind: string, value: unknown): readonly string[] {
  const { data, pagination, links } = value as Readonly<Record<string, unknown>>;
  if (!Array.isArray(data)) return ['data is no list'];
  const faults = data.flatMap((one, index) => oparlFaults(kind, one, `data.${index}`));
  if (typeof pagination !== 'object' || pagination === null) faults.push('pagination is missing');
  if (typeof links !== 'object' || links === null) return [...faults, 'links is missing'];
  for (const [name, link] of Object.entries(links)) if (!isUrl(link)) faults.push(`links.${name} is no address`);
  return faults;
}
