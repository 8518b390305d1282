import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer } from 'node:http';
import { clientId, closing, inventedNumber, listening } from './oidc-provider.ts';

type Claims = Record<string, unknown>;
const loa3 = 'http://id.elegnamnden.se/loa/1.0/loa3';
const personal = 'https://id.oidc.se/claim/personalIdentityNumber';

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
export async function startLiar() {
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
      acr: loa3,
      [personal]: inventedNumber,
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

const seconds = () => Math.floor(Date.now() / 1000);
/** Every lie must be answered without a session; what stands beside it says what a client that believes it would have fallen for. */
export const lies: readonly (readonly [string, Lie])[] = [
  ['alg none', { header: { alg: 'none' }, key: 'none' }],
  ['alg none with a signature', { header: { alg: 'none' } }],
  ['no signature under RS256', { key: 'none' }],
  ['a broken signature', { key: 'broken' }],
  ['a key that is not published', { key: 'other' }],
  ['a key that is not published, under another name', { key: 'other', header: { kid: 'k2' } }],
  ['the public key as the secret of an HMAC', { key: 'publicAsSecret', header: { alg: 'HS256' } }],
  ['another algorithm than agreed', { header: { alg: 'RS512' } }],
  ['a key that comes with the token', { key: 'other', header: { jwk: { kty: 'RSA', n: 'x', e: 'AQAB' } } }],
  ['a critical extension that nobody knows', { header: { crit: ['x'], x: 1 } }],
  ['another issuer', { claims: (c) => ({ ...c, iss: 'https://evil.example' }) }],
  ['no issuer', { claims: ({ iss: _, ...c }) => c }],
  ['another audience', { claims: (c) => ({ ...c, aud: 'somebody-else' }) }],
  ['several audiences, for another party', { claims: (c) => ({ ...c, aud: [clientId, 'x'], azp: 'x' }) }],
  ['no audience', { claims: ({ aud: _, ...c }) => c }],
  ['expired', { claims: (c) => ({ ...c, exp: seconds() - 120 }) }],
  ['without an end', { claims: ({ exp: _, ...c }) => c }],
  ['not yet valid', { claims: (c) => ({ ...c, nbf: seconds() + 600 }) }],
  ['issued in the future', { claims: (c) => ({ ...c, iat: 'soon' }) }],
  ['another nonce', { claims: (c) => ({ ...c, nonce: 'of another journey' }) }],
  ['no nonce', { claims: ({ nonce: _, ...c }) => c }],
  ['no subject', { claims: ({ sub: _, ...c }) => c }],
  ['assurance too low', { claims: (c) => ({ ...c, acr: 'http://id.elegnamnden.se/loa/1.0/loa2' }) }],
  ['no assurance', { claims: ({ acr: _, ...c }) => c }],
  ['assurance as a list', { claims: (c) => ({ ...c, acr: [loa3] }) }],
  ['a number with another in it', { claims: (c) => ({ ...c, [personal]: `${inventedNumber} 200002309998` }) }],
  ['a number as an object', { claims: (c) => ({ ...c, [personal]: { $ne: null } }) }],
  ['no number', { claims: ({ [personal]: _, ...c }) => c }],
  ['no token at all', { withoutIdToken: true }],
  ['a code that was used already', { tokenStatus: 400 }],
];
