import type { Localized } from '../../kernel/language.ts';

/** What can be published, and what each is called in the open portal. The path of a record there is made from `path` and never changes (R-OPN-3). */
export const publishedNouns = {
  body: { sv: 'organ', en: 'body', path: 'organ' },
  meeting: { sv: 'sammanträde', en: 'meeting', path: 'sammantraden' },
  minutes: { sv: 'protokoll', en: 'minutes', path: 'protokoll' },
  decision: { sv: 'beslut', en: 'decision', path: 'beslut' },
  matter: { sv: 'ärende', en: 'matter', path: 'arenden' },
  document: { sv: 'handling', en: 'document', path: 'handlingar' },
  goal: { sv: 'mål', en: 'goal', path: 'mal' },
  assignment: { sv: 'uppdrag', en: 'assignment', path: 'uppdrag' },
  report: { sv: 'rapport', en: 'report', path: 'rapporter' },
  indicator: { sv: 'indikator', en: 'indicator', path: 'indikatorer' },
  agreement: { sv: 'överenskommelse', en: 'agreement', path: 'overenskommelser' },
  consultation: { sv: 'remiss', en: 'consultation', path: 'remisser' },
} as const satisfies Readonly<Record<string, Localized & { readonly path: string }>>;

export type PublishedNoun = keyof typeof publishedNouns;
export const publishedNounNames = Object.keys(publishedNouns) as readonly PublishedNoun[];

/** How one published record leads to another. `about` is the way up the red thread, the others tell where something was done with it. */
export const publishedRelations = {
  partOf: { sv: 'hör till', en: 'part of' },
  about: { sv: 'gäller', en: 'about' },
  dealtWithIn: { sv: 'behandlat i', en: 'dealt with in' },
  decidedBy: { sv: 'beslutat genom', en: 'decided by' },
  reportedIn: { sv: 'återrapporterat i', en: 'reported in' },
  evidence: { sv: 'styrks av', en: 'evidenced by' },
  replaces: { sv: 'ersätter', en: 'replaces' },
} as const satisfies Readonly<Record<string, Localized>>;

export type PublishedRelation = keyof typeof publishedRelations;

/** The path of a published record below the portal of its authority: `/oppet/region-fjallmark/protokoll/…`. */
export function publishedPath(authority: string, noun: PublishedNoun, recordId: string): `/${string}` {
  return `/oppet/${authority}/${publishedNouns[noun].path}/${recordId}`;
}

/** Whether a text names a kind that can be published. */
export function isPublishedNoun(noun: string | null | undefined): noun is PublishedNoun {
  return noun !== null && noun !== undefined && Object.hasOwn(publishedNouns, noun);
}
