import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Database, Writer } from '../../storage/database.ts';
import { openSession, renewProof } from './open-session.ts';
import { ownAccount, strengthenSession } from './own-account.ts';
import { keepPending, takePending } from './pending-sign-in.ts';
import { type Session, sessionOf } from './sessions.ts';

/** The site that passkeys belong to: its origin as browsers see it. A passkey made for one host opens no other. */
export type PasskeySite = { readonly origin: string };

type Holder = { readonly tenantId: Id<'tenant'>; readonly accountId: Id<'account'> };

const rpIdOf = ({ origin }: PasskeySite) => new URL(origin).hostname;

/** What the browser is asked when a passkey is made. The question counts once and for a few minutes. */
export async function askNewPasskey(
  db: Database,
  site: PasskeySite,
  holder: Holder & { readonly login: string; readonly name: string },
): Promise<unknown> {
  const known = await passkeyIds(db, holder);
  const options = await generateRegistrationOptions({
    rpName: 'Kansli',
    rpID: rpIdOf(site),
    userName: holder.login,
    userDisplayName: holder.name,
    userID: new TextEncoder().encode(holder.accountId),
    challenge: bytesOf(db.runtime.newToken(32)),
    attestationType: 'none',
    excludeCredentials: known.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await keepPending(db, options.challenge, { ...holder, kind: 'newPasskey', sessionId: null, content: {} });
  return options;
}

/** A passkey that the browser has made, checked against the question; refused when the person was not verified by their device. */
export async function checkNewPasskey(
  db: Database,
  site: PasskeySite,
  holder: Holder,
  response: RegistrationResponseJSON,
): Promise<NewPasskey> {
  const challenge = challengeOf(response.response?.clientDataJSON);
  const pending = await takePending(db, challenge, 'newPasskey');
  if (!pending || pending.accountId !== holder.accountId) throw new AppError('access.signInExpired');
  const checked = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: rpIdOf(site),
    requireUserVerification: true,
  }).catch((error: unknown) => refuse(error));
  if (!checked.verified) throw new AppError('access.passkeyRefused');
  const { id, publicKey, counter, transports = [] } = checked.registrationInfo.credential;
  return {
    credentialId: id,
    publicKey: Buffer.from(publicKey).toString('base64url'),
    counter,
    transports: transports.join(' '),
  };
}

export type NewPasskey = {
  readonly credentialId: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: string;
};

/** Keeps a checked passkey under a name that its holder knows it by. */
export async function addPasskey(
  w: Writer<'account.keepOwn'>,
  { label, sessionId, ...key }: NewPasskey & { readonly label: string; readonly sessionId: string },
): Promise<Id<'passkey'>> {
  const accountId = ownAccount(w);
  const id = w.runtime.newId();
  await w.db
    .insertInto('passkey')
    .values({
      tenant_id: w.tenantId,
      id,
      account_id: accountId,
      credential_id: key.credentialId,
      public_key: key.publicKey,
      counter: key.counter,
      transports: key.transports,
      label,
      made_at: w.runtime.now(),
      last_used_at: null,
    })
    .execute();
  await strengthenSession(w, sessionId);
  await w.log({ noun: 'account', recordId: accountId, summary: 'addPasskey', after: { label } });
  return id;
}

/** Takes an own passkey away; it opens nothing from the next moment on. */
export async function removePasskey(w: Writer<'account.keepOwn'>, id: Id<'passkey'>): Promise<void> {
  const accountId = ownAccount(w);
  const gone = await w.db
    .deleteFrom('passkey')
    .where('tenant_id', '=', w.tenantId)
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .returning('label')
    .executeTakeFirst();
  if (!gone) throw new AppError('record.notFound');
  await w.log({ noun: 'account', recordId: accountId, summary: 'removePasskey', before: gone });
}

/** What the browser is asked when somebody comes in by a passkey; it says nothing about whether there is any. */
export async function askPasskey(
  db: Database,
  site: PasskeySite,
  where: { readonly tenantId: Id<'tenant'>; readonly sessionId?: string },
): Promise<unknown> {
  const options = await generateAuthenticationOptions({
    rpID: rpIdOf(site),
    challenge: bytesOf(db.runtime.newToken(32)),
    userVerification: 'required',
  });
  await keepPending(db, options.challenge, {
    tenantId: where.tenantId,
    kind: 'passkey',
    accountId: null,
    sessionId: where.sessionId ?? null,
    content: {},
  });
  return options;
}

/** Opens a session by a passkey. It is two factors at once: the device that holds it, and the finger, face or code that the device asked for. */
export async function signInWithPasskey(
  db: Database,
  site: PasskeySite,
  response: AuthenticationResponseJSON,
  device: string,
): Promise<{ token: string; session: Session }> {
  const { holder, sessionId } = await checkPasskey(db, site, response);
  if (sessionId !== null) throw new AppError('access.passkeyRefused');
  return await sessionOf(db, await openSession(db, { ...holder, method: 'passkey', twoFactors: true, device }));
}

/** Shows by a passkey that the holder of a session is there, and answers with its new token; a passkey of somebody else shows nothing. */
export async function proveByPasskey(
  db: Database,
  site: PasskeySite,
  holder: Holder & { readonly sessionId: string },
  response: AuthenticationResponseJSON,
): Promise<string> {
  const found = await checkPasskey(db, site, response);
  if (found.sessionId !== holder.sessionId || found.holder.accountId !== holder.accountId)
    throw new AppError('access.passkeyRefused');
  return await renewProof(db, holder);
}

async function checkPasskey(db: Database, site: PasskeySite, response: AuthenticationResponseJSON) {
  const challenge = challengeOf(response.response?.clientDataJSON);
  const pending = await takePending(db, challenge, 'passkey');
  if (!pending) throw new AppError('access.signInExpired');
  const key = await db.system('findAccount', (system) =>
    system
      .selectFrom('passkey')
      .innerJoin('account', (join) =>
        join.onRef('account.tenant_id', '=', 'passkey.tenant_id').onRef('account.id', '=', 'passkey.account_id'),
      )
      .selectAll('passkey')
      .select('account.epoch')
      .where('passkey.credential_id', '=', String(response.id))
      .where('account.active', '=', true)
      .executeTakeFirst(),
  );
  if (!key) throw new AppError('access.passkeyRefused');
  const checked = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: rpIdOf(site),
    requireUserVerification: true,
    credential: {
      id: key.credential_id,
      publicKey: bytesOf(key.public_key),
      counter: Number(key.counter),
    },
  }).catch((error: unknown) => refuse(error));
  if (!checked.verified) throw new AppError('access.passkeyRefused');
  await db.system('keepSession', (system) =>
    system
      .updateTable('passkey')
      .set({ counter: checked.authenticationInfo.newCounter, last_used_at: db.runtime.now() })
      .where('tenant_id', '=', key.tenant_id)
      .where('id', '=', key.id)
      .execute(),
  );
  return {
    holder: { tenantId: key.tenant_id, accountId: key.account_id, epoch: key.epoch },
    sessionId: pending.sessionId,
  };
}

async function passkeyIds(db: Database, { tenantId, accountId }: Holder): Promise<readonly string[]> {
  const rows = await db.system('findAccount', (system) =>
    system
      .selectFrom('passkey')
      .select('credential_id')
      .where('tenant_id', '=', tenantId)
      .where('account_id', '=', accountId)
      .execute(),
  );
  return rows.map(({ credential_id }) => credential_id);
}

/** The question that a browser says it answers; it is trusted no further than to look the question up. */
function challengeOf(clientDataJSON: unknown): string {
  try {
    const told: unknown = JSON.parse(Buffer.from(String(clientDataJSON), 'base64url').toString());
    if (typeof told === 'object' && told !== null && 'challenge' in told) return String(told.challenge);
  } catch {
    // Falls through to the refusal.
  }
  throw new AppError('access.passkeyRefused');
}

/** The library says in an Error what does not fit; to who asks it is one refusal. */
function refuse(error: unknown): never {
  throw new AppError('access.passkeyRefused', {}, error);
}

function bytesOf(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(token, 'base64url'));
}
