import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer } from 'node:http';
import { closing, inventedNumber, listening } from './oidc-provider.ts';

type Claims = Record<string, unknown>;

/** How a lie is told: what is changed in the claims, in the head of the token, in its key, or in the answer around it. */
export type Lie = {
  readonly claims?: (honest: Claims) => Claims;
  readonly header?: Claims;
  /** `other`: a key that is not published; `none`: no signature; `publicAsSecret`: the public key as the secret of an HMAC. */
  readonly key?: 'other' | 'none' | 'publicAsSecret' | 'broken';
  readonly withoutIdToken?: boolean;
  /** What the description of the service says beside the truth. */
  readonly description?: Claims;
  readonly tokenStatus?: number;
};

/** A provider that answers every code with whatever it is told to: what a client meets when something between it and the provider is hostile. */
export async function startLiar(clientId: string) {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
  let lie: Lie = {};
  let nonce = '';
  const server = createServer();
  const issuer = `http://127.0.0.1:${await listening(server)}`;
  const jwk = { ...own.publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256' };
  server.on('request', (request, response) => {
    const answer = (value: unknown, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(JSON.stringify(value));
    };
    const { pathname } = new URL(request.url ?? '/', issuer);
    if (pathname === '/.well-known/openid-configuration')
      return answer({
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        authorization_response_iss_parameter_supported: true,
        ...lie.description,
      });
    if (pathname === '/jwks') return answer({ keys: [jwk] });
    if (pathname !== '/token') return answer({ error: 'not_found' }, 404);
    if (lie.tokenStatus) return answer({ error: 'invalid_grant' }, lie.tokenStatus);
    const now = Math.floor(Date.now() / 1000);
    const honest: Claims = {
      iss: issuer,
      aud: clientId,
      sub: 'person-1',
      iat: now,
      exp: now + 60,
      auth_time: now,
      nonce,
      acr: 'http://id.elegnamnden.se/loa/1.0/loa3',
      'https://id.oidc.se/claim/personalIdentityNumber': inventedNumber,
    };
    const header = { alg: 'RS256', kid: 'k1', typ: 'JWT', ...lie.header };
    const token = tokenOf(header, lie.claims?.(honest) ?? honest);
    answer({
      access_token: 'a',
      token_type: 'Bearer',
      expires_in: 60,
      ...(lie.withoutIdToken ? {} : { id_token: token }),
    });
  });

  function tokenOf(header: Claims, claims: Claims): string {
    const part = (value: Claims) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${part(header)}.${part(claims)}`;
    return `${signed}.${signatureOf(signed)}`;
  }

  function signatureOf(signed: string): string {
    const by = (key: KeyObject) => sign('sha256', Buffer.from(signed), key).toString('base64url');
    switch (lie.key) {
      case 'none':
        return '';
      case 'other':
        return by(foreign.privateKey);
      case 'broken':
        return by(own.privateKey).split('').reverse().join('');
      case 'publicAsSecret':
        return createHmac('sha256', own.publicKey.export({ type: 'spki', format: 'pem' }) as string)
          .update(signed)
          .digest('base64url');
      default:
        return by(own.privateKey);
    }
  }

  return {
    issuer,
    /** Tells the next lie, about the journey with a nonce. */
    tell: (next: Lie, ofNonce: string) => {
      lie = next;
      nonce = ofNonce;
    },
    close: () => closing(server),
  };
}
