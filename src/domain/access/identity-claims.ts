import type { Localized } from '../../kernel/language.ts';

/** What a person is known by at a provider. Only a keyed hash of it is ever kept. */
export const identityKinds = {
  personalNumber: { sv: 'personnummer', en: 'personal identity number' },
  hsaId: { sv: 'HSA-id', en: 'HSA-id' },
  affiliation: { sv: 'organisationstillhörighet', en: 'organisational affiliation' },
  subject: { sv: 'konto hos tjänsten', en: 'account at the service' },
} as const satisfies Record<string, Localized>;
export type IdentityKind = keyof typeof identityKinds;

/** Why somebody whom a provider vouches for does not come in. The page says the same whatever it is; the server's own log names it. */
export const identityRefusals = {
  acrTooLow: { sv: 'legitimeringen har för låg tillitsnivå', en: 'the assurance of the identification is too low' },
  claimMissing: { sv: 'tjänsten lämnade ingen uppgift om vem det är', en: 'the service does not say who it is' },
  claimShape: { sv: 'uppgiften har fel form', en: 'what the service says has the wrong shape' },
  wrongOrganisation: {
    sv: 'personen hör till en annan organisation',
    en: 'the person belongs to another organisation',
  },
} as const satisfies Record<string, Localized>;
export type IdentityRefusal = keyof typeof identityRefusals;

const swedish = 'https://id.oidc.se/claim/';

/**
 * How a person is told from the claims of an ID token: the names of the claims in the Swedish profile for OpenID Connect (id.oidc.se, claims and scopes)
 * and of HSA, in the order in which they are asked.
 */
export const claimMaps = {
  personalNumber: {
    label: { sv: 'Svensk e-legitimation', en: 'Swedish electronic identity' },
    claims: [`${swedish}personalIdentityNumber`, `${swedish}coordinationNumber`],
    kind: 'personalNumber',
    scopes: ['openid', 'https://id.oidc.se/scope/naturalPersonNumber'],
  },
  hsaId: {
    label: { sv: 'SITHS och HSA', en: 'SITHS and HSA' },
    claims: ['employeeHsaId', 'https://id.oidc.se/claim/employeeHsaId'],
    kind: 'hsaId',
    scopes: ['openid', 'employee_hsa_id'],
  },
  affiliation: {
    label: { sv: 'Tjänstelegitimation', en: 'Identity in service' },
    claims: [`${swedish}orgAffiliation`],
    kind: 'affiliation',
    scopes: ['openid', 'https://id.oidc.se/scope/naturalPersonOrgId'],
  },
  subject: {
    label: { sv: 'Egen inloggningstjänst', en: 'Own sign-in service' },
    claims: ['sub'],
    kind: 'subject',
    scopes: ['openid'],
  },
} as const satisfies Record<
  string,
  {
    readonly label: Localized;
    readonly claims: readonly string[];
    readonly kind: IdentityKind;
    readonly scopes: readonly string[];
  }
>;
export type ClaimMap = keyof typeof claimMaps;

/** A person as a provider vouches for them; `subject` is clear text and lives in memory alone. */
export type Identity = { readonly kind: IdentityKind; readonly subject: string };

export type IdentityRules = {
  readonly map: ClaimMap;
  /** The levels of assurance that are enough, such as `http://id.elegnamnden.se/loa/1.0/loa3`; none means that none is asked for. */
  readonly acrValues: readonly string[];
  /** The organisations whose people come in, by number; none means all. */
  readonly organisations: readonly string[];
};

/** Who it is, by the claims of an ID token whose signature has been checked; or why that is not enough. */
export function identityFrom(
  claims: Readonly<Record<string, unknown>>,
  { map, acrValues, organisations }: IdentityRules,
): { readonly identity: Identity } | { readonly refusal: IdentityRefusal } {
  if (acrValues.length > 0 && (typeof claims.acr !== 'string' || !acrValues.includes(claims.acr)))
    return { refusal: 'acrTooLow' };
  const { claims: names, kind } = claimMaps[map];
  const told = names.map((name) => claims[name]).find((value) => typeof value === 'string' && value !== '');
  if (typeof told !== 'string') return { refusal: 'claimMissing' };
  const subject = shaped[kind](told.trim());
  if (subject === undefined) return { refusal: 'claimShape' };
  if (organisations.length > 0 && !organisations.some((one) => belongsTo(kind, subject, claims, one)))
    return { refusal: 'wrongOrganisation' };
  return { identity: { kind, subject } };
}

/** What a person is known by, written in one way only, so that the same person always gives the same hash. */
const shaped: Readonly<Record<IdentityKind, (told: string) => string | undefined>> = {
  personalNumber: (told) => /^(\d{8})-?(\d{4})$/.exec(told)?.slice(1).join(''),
  hsaId: (told) => (/^SE\d{10}-[0-9A-Z]{1,20}$/i.test(told) ? told.toUpperCase() : undefined),
  affiliation: (told) => (/^[^\s@]{1,80}@\d{10}$/.test(told) ? told.toLowerCase() : undefined),
  subject: (told) => (told.length <= 255 ? told : undefined),
};

function belongsTo(
  kind: IdentityKind,
  subject: string,
  claims: Readonly<Record<string, unknown>>,
  organisation: string,
): boolean {
  const digits = organisation.replace(/\D/gu, '');
  if (kind === 'affiliation') return subject.endsWith(`@${digits}`);
  if (kind === 'hsaId') return subject.startsWith(`SE${digits}-`);
  const told = claims[`${swedish}orgNumber`];
  return typeof told === 'string' && told.replace(/\D/gu, '') === digits;
}
