import { type PublishedAuthority, type PublishedNoun, publishedPath } from '../../../domain/published/index.ts';

/** The kinds of object that OParl 1.1 knows; each has its page `https://schema.oparl.org/1.1/<kind>`. */
export const oparlKinds = [
  'System',
  'Body',
  'LegislativeTerm',
  'Organization',
  'Person',
  'Membership',
  'Meeting',
  'AgendaItem',
  'Paper',
  'Consultation',
  'File',
  'Location',
] as const;
export type OparlKind = (typeof oparlKinds)[number];

export const oparlVersion = 'https://schema.oparl.org/1.1/';

/** What is published is given away: anybody may use it for anything (öppna datalagen 2022:818; R-OPN-1). */
export const licence = 'https://creativecommons.org/publicdomain/zero/1.0/';

/** The nouns that are papers in OParl: what a meeting can have before it or result in. Indicators are in the dump and not in OParl. */
export const paperNouns = [
  'agreement',
  'assignment',
  'consultation',
  'decision',
  'document',
  'goal',
  'matter',
  'report',
] as const satisfies readonly PublishedNoun[];
export type PaperNoun = (typeof paperNouns)[number];

/** The nouns whose texts are files in OParl: the papers, and the minutes of a meeting. */
export const fileNouns = [...paperNouns, 'minutes', 'meeting'] as const satisfies readonly PublishedNoun[];

/** The lists of a body, by the name that the body's property has, with what they hold. */
export const oparlLists = {
  organization: 'Organization',
  person: 'Person',
  meeting: 'Meeting',
  paper: 'Paper',
  agendaItem: 'AgendaItem',
  consultation: 'Consultation',
  file: 'File',
  locationList: 'Location',
  legislativeTermList: 'LegislativeTerm',
  membership: 'Membership',
} as const satisfies Readonly<Record<string, OparlKind>>;
export type OparlList = keyof typeof oparlLists;
export const oparlListNames = Object.keys(oparlLists) as readonly OparlList[];

/** The addresses of the objects of one authority. They are made of ids that never change, and so never change (R-OPN-3). */
export type OparlAddresses = {
  readonly system: string;
  readonly bodies: string;
  readonly body: string;
  readonly list: (name: OparlList, query?: string) => string;
  readonly object: (kind: OparlKind, id: string) => string;
  /** The page for people of a published record. */
  readonly page: (noun: PublishedNoun, recordId: string) => string;
  readonly portal: string;
  /** The bytes of a published file. */
  readonly file: (noun: PublishedNoun, recordId: string, fileName: string) => string;
};

/** The part of the address that names a kind: `agendaItem`. */
export function kindInPath(kind: OparlKind): string {
  return kind.charAt(0).toLowerCase() + kind.slice(1);
}

export function oparlAddresses(site: string, { slug }: Pick<PublishedAuthority, 'slug'>): OparlAddresses {
  const portal = `${site.replace(/\/$/, '')}/oppet/${slug}`;
  const root = `${portal}/oparl/v1.1`;
  const page = (noun: PublishedNoun, recordId: string) =>
    `${site.replace(/\/$/, '')}${publishedPath(slug, noun, recordId)}`;
  return {
    system: `${root}/system`,
    bodies: `${root}/bodies`,
    body: `${root}/body/${slug}`,
    list: (name, query) => `${root}/lists/${name}${query ? `?${query}` : ''}`,
    object: (kind, id) => `${root}/${kindInPath(kind)}/${encodeURIComponent(id)}`,
    page,
    portal,
    file: (noun, recordId, fileName) => `${page(noun, recordId)}/filer/${encodeURIComponent(fileName)}`,
  };
}
