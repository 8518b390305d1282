import type { Identity, IdentityRefusal } from './identity-claims.ts';

/** Where somebody is sent, and what has to be kept meanwhile so that the answer can be told from one that was made for another. */
export type ProviderJourney = {
  readonly address: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
};

/** What comes back when all that can be checked of an answer has been checked. */
export type ProviderAnswer =
  | { readonly identity: Identity; readonly twoFactors: boolean }
  | { readonly refusal: IdentityRefusal };

/**
 * A service for electronic identities that an authority has a contract with, as pages and verbs see it. The protocol, OpenID Connect, lies behind it; who
 * cancels there is answered with undefined, an answer that does not hold throws `access.identityRefused`.
 */
export type IdentityProvider = {
  readonly code: string;
  readonly name: string;
  /** Sends somebody away to identify; `again` asks even those who are signed in there. */
  readonly start: (ask: { readonly returnTo: string; readonly again: boolean }) => Promise<ProviderJourney>;
  readonly finish: (
    answer: Omit<ProviderJourney, 'address'> & { readonly url: URL; readonly again: boolean },
  ) => Promise<ProviderAnswer | undefined>;
  /** Where one signs out there too, if there is such a place. */
  readonly signOutAddress: (returnTo: string) => Promise<string | undefined>;
};
