import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as oidc from 'openid-client';
import * as z from 'zod';
import { isOwnMachine } from './config.ts';
import { type ClaimMap, claimMaps, type IdentityProvider, identityFrom } from './domain/access/index.ts';
import { AppError } from './kernel/errors.ts';

/** How long a provider may take over one answer, in seconds. */
const patience = 10;
/** How old an identification may be that shows that somebody is there now, in seconds. */
const oldestProof = 60;

const codes = Object.keys(claimMaps) as [ClaimMap, ...ClaimMap[]];
const settingShape = z.strictObject({
  key: z.string().min(1),
  providers: z.array(
    z.strictObject({
      code: z.string().regex(/^[a-z0-9-]{1,40}$/),
      name: z.string().min(1).max(80),
      issuer: z.url(),
      clientId: z.string().min(1),
      claims: z.enum(codes),
      scopes: z.array(z.string()).optional(),
      acrValues: z.array(z.string()).default([]),
      organisations: z.array(z.string().regex(/^\d{6}-?\d{4}$/)).default([]),
      twoFactors: z.boolean().default(true),
      idTokenAlg: z.enum(['RS256', 'PS256', 'ES256', 'EdDSA']).default('RS256'),
    }),
  ),
});

/** One service for electronic identities as it stands in the file of `KANSLI_OIDC`. */
export type ProviderSetting = z.output<typeof settingShape>['providers'][number];

/** The services of the installation, and the public half of the key with which it shows the services who it is. */
export type IdentityProviders = {
  readonly providers: readonly IdentityProvider[];
  readonly publicKeys: readonly Readonly<Record<string, unknown>>[];
};

export const noIdentityProviders: IdentityProviders = { providers: [], publicKeys: [] };

/** Reads the file of `KANSLI_OIDC`; without one there are no services. A fault in it stops the start, and says where it is. */
export function readIdentityProviders(file: string | undefined, log: (line: string) => void): IdentityProviders {
  if (file === undefined) return noIdentityProviders;
  let setting: z.output<typeof settingShape>;
  let pem: string;
  try {
    setting = settingShape.parse(JSON.parse(readFileSync(file, 'utf8')));
    pem = readFileSync(resolve(dirname(file), setting.key), 'utf8');
  } catch (error) {
    const where = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new Error(
      `KANSLI_OIDC ska vara en fil som i handboken, kapitlet ”Logga in”. Filen går inte att läsa: ${where}`,
    );
  }
  return openIdentityProviders(setting.providers, createPrivateKey(pem), log);
}

/** The services of a setting, each asked for its own description when somebody first wants to sign in there. */
export function openIdentityProviders(
  settings: readonly ProviderSetting[],
  key: KeyObject,
  log: (line: string) => void,
): IdentityProviders {
  const jwk = createPublicKey(key).export({ format: 'jwk' });
  if (jwk.kty !== 'EC' || jwk.crv !== 'P-256')
    throw new Error(
      'The key of KANSLI_OIDC has to be an elliptic one on P-256: openssl ecparam -name prime256v1 -genkey.',
    );
  const { kty, crv, x, y } = jwk;
  // The thumbprint of RFC 7638 names the key, so that a service can be given the next key before it is used.
  const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
  const secret = crypto.subtle.importKey(
    'jwk',
    key.export({ format: 'jwk' }),
    { name: 'ECDSA', namedCurve: 'P-256' },
    false,
    ['sign'],
  );
  return {
    providers: settings.map((setting) => openProvider(setting, async () => ({ key: await secret, kid }), log)),
    publicKeys: settings.length === 0 ? [] : [{ kty, crv, x, y, kid, use: 'sig', alg: 'ES256' }],
  };
}

function openProvider(
  setting: ProviderSetting,
  privateKey: () => Promise<oidc.PrivateKey>,
  log: (line: string) => void,
): IdentityProvider {
  const { code, name } = setting;
  const { configuration } = describer(setting, privateKey);
  return {
    code,
    name,
    start: async ({ returnTo, again }) => {
      const found = await configuration().catch(silent);
      const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
      const address = oidc.buildAuthorizationUrl(found, {
        redirect_uri: returnTo,
        scope: (setting.scopes ?? claimMaps[setting.claims].scopes).join(' '),
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(setting.acrValues.length > 0 && { acr_values: setting.acrValues.join(' ') }),
        ...(again && { prompt: 'login', max_age: String(oldestProof) }),
      });
      return { address: address.href, state, nonce, verifier };
    },
    finish: async ({ url, state, nonce, verifier, again }) => {
      const found = await configuration().catch(silent);
      try {
        const tokens = await oidc.authorizationCodeGrant(found, url, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
          ...(again && { maxAge: oldestProof }),
        });
        const claims = { ...(await furtherClaims(found, tokens, setting)), ...tokens.claims() };
        const answer = identityFrom(claims, { ...setting, map: setting.claims });
        if ('refusal' in answer) log(`${code}: an identification was refused (${answer.refusal}).`);
        return 'refusal' in answer ? answer : { ...answer, twoFactors: setting.twoFactors };
      } catch (error) {
        if (error instanceof oidc.AuthorizationResponseError && error.error === 'access_denied') return undefined;
        // What the library says names what did not fit, and no person.
        log(`${code}: an answer was refused. ${wordsOf(error)}`);
        throw new AppError('access.identityRefused', {}, error);
      }
    },
    signOutAddress: async (returnTo) => {
      const found = await configuration().catch(silent);
      if (!found.serverMetadata().end_session_endpoint) return undefined;
      return oidc.buildEndSessionUrl(found, { post_logout_redirect_uri: returnTo }).href;
    },
  };
}

/** Asks the service to describe itself, once; a description that could not be had is asked for again the next time. */
function describer(setting: ProviderSetting, privateKey: () => Promise<oidc.PrivateKey>) {
  let described: Promise<oidc.Configuration> | undefined;
  const describe = async (): Promise<oidc.Configuration> => {
    const issuer = new URL(setting.issuer);
    const openly = issuer.protocol === 'http:' && isOwnMachine(issuer.hostname);
    return await oidc.discovery(
      issuer,
      setting.clientId,
      { id_token_signed_response_alg: setting.idTokenAlg, token_endpoint_auth_method: 'private_key_jwt' },
      oidc.PrivateKeyJwt(await privateKey()),
      {
        timeout: patience,
        // The signature of the ID token is checked too, though it comes over TLS from the service itself.
        execute: [oidc.enableNonRepudiationChecks, ...(openly ? [oidc.allowInsecureRequests] : [])],
      },
    );
  };
  return {
    configuration: () => {
      described ??= describe().catch((error: unknown) => {
        described = undefined;
        throw error;
      });
      return described;
    },
  };
}

/** The Swedish profile lets a service give the identity in UserInfo only; it is asked when the ID token does not say who it is. */
async function furtherClaims(
  found: oidc.Configuration,
  tokens: Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>,
  { claims: map }: ProviderSetting,
): Promise<Readonly<Record<string, unknown>>> {
  const claims = tokens.claims();
  if (!claims || claimMaps[map].claims.some((name) => name in claims)) return {};
  if (!found.serverMetadata().userinfo_endpoint) return {};
  const { acr: _, auth_time: __, ...told } = await oidc.fetchUserInfo(found, tokens.access_token, claims.sub);
  return told;
}

function silent(error: unknown): never {
  throw new AppError('access.providerSilent', {}, error);
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as { readonly code?: unknown };
  return [error.name, code, error.message].filter((part) => typeof part === 'string').join(' ');
}
