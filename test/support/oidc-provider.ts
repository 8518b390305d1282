import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
// @ts-expect-error: the package says nothing about its types.
import Provider from 'oidc-provider';
import type { ProviderSetting } from '../../src/identity-providers.ts';

export const clientId = 'kansli-prov';
/** The person that the provider vouches for, by a number that nobody has: February has no thirtieth day. */
export const inventedNumber = '200002309999';
const personal = 'https://id.oidc.se/claim/personalIdentityNumber';

/** A real OpenID provider on this machine, from npm, that asks for PKCE and knows the client by its key (private_key_jwt). */
export type RunningProvider = { readonly issuer: string; readonly close: () => Promise<void> };

/** Starts it for a client with a key; `acr` is the level of assurance that it says it reached. */
export async function startProvider(options: {
  readonly jwk: Readonly<Record<string, unknown>>;
  readonly redirectUris: readonly string[];
  readonly acr?: string;
  readonly subject?: string;
}): Promise<RunningProvider> {
  const server = createServer();
  const port = await listening(server);
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        redirect_uris: [...options.redirectUris],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'ES256',
        jwks: { keys: [options.jwk] },
        post_logout_redirect_uris: options.redirectUris.map((uri) => new URL('/logga-in', uri).href),
      },
    ],
    pkce: { required: () => true },
    acrValues: ['http://id.elegnamnden.se/loa/1.0/loa3', 'http://id.elegnamnden.se/loa/1.0/loa2'],
    claims: { openid: ['sub', personal], acr: null, auth_time: null },
    scopes: ['openid', 'https://id.oidc.se/scope/naturalPersonNumber'],
    conformIdTokenClaims: false,
    cookies: { keys: ['only for this test'] },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    enabledJWA: { clientAuthSigningAlgValues: ['ES256'] },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, [personal]: options.subject ?? inventedNumber }),
    }),
  });
  const callback = provider.callback();
  server.on('request', async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return callback(request, response);
    // Whoever comes is identified at once, as by a telephone that says yes.
    const { prompt, params, grantId, session } = await provider.interactionDetails(request, response);
    const accountId = session?.accountId ?? 'person-1';
    if (prompt.name === 'login') {
      await provider.interactionFinished(request, response, {
        login: { accountId, acr: options.acr ?? 'http://id.elegnamnden.se/loa/1.0/loa3', remember: true },
      });
      return;
    }
    const grant = grantId
      ? await provider.Grant.find(grantId)
      : new provider.Grant({ accountId, clientId: String(params.client_id) });
    grant?.addOIDCScope(String(params.scope));
    grant?.addOIDCClaims([personal]);
    await provider.interactionFinished(
      request,
      response,
      { consent: { grantId: await grant?.save() } },
      {
        mergeWithLastSubmission: true,
      },
    );
  });
  return { issuer, close: () => closing(server) };
}

/** Goes where a browser would go, with its cookies, from the provider's first page to the address that leads back; answers with that address. */
export async function throughProvider(address: string, backTo: string): Promise<string> {
  const jar = new Map<string, string>();
  let next = address;
  for (let step = 0; step < 12; step += 1) {
    if (next.startsWith(backTo)) return next;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value) jar.set(name, value);
      else jar.delete(name);
    }
    const location = answer.headers.get('location');
    if (!location) throw new Error(`The provider stopped at ${next}: ${answer.status} ${await answer.text()}`);
    next = new URL(location, next).href;
  }
  throw new Error('The provider sent us in a circle.');
}

export function listening(server: Server): Promise<number> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));
}

export function closing(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => void server.close(() => resolve()));
}

/** A service as it stands in the file of `KANSLI_OIDC`: Swedish identities of the third level of assurance. */
export function setting(code: string, issuer: string): ProviderSetting {
  return {
    code,
    name: `Tjänsten ${code}`,
    issuer,
    clientId,
    claims: 'personalNumber',
    acrValues: ['http://id.elegnamnden.se/loa/1.0/loa3'],
    organisations: [],
    twoFactors: true,
    idTokenAlg: 'RS256',
  };
}
