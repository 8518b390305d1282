import { type Actor, keyringOf, type Session, signInDelay } from '../../src/domain/access/index.ts';
import { localSignatures } from '../../src/domain/minutes/index.ts';
import type { Runtime } from '../../src/kernel/runtime.ts';
import { runtimeAt } from '../../src/kernel/runtime.ts';
import { type WebOptions, webApp } from '../../src/web/app.ts';
import type { Database } from '../../src/web/contracts.ts';

/** Someone of the demonstration, with one role in the whole tenant. */
export function actorWith(role: Actor['grants'][number]['role']): Actor {
  return {
    tenantId: '00000000-0000-4000-8000-000000000001',
    accountId: '00000000-0000-4000-8000-0000000000aa',
    name: 'Siv Kanslist',
    language: 'sv',
    grants: [{ role, bodyId: null, validFrom: '2020-01-01', validTo: null }],
  };
}

/** A database that no test of the shell may reach: what touches it fails with a sentence. */
export const noDatabase: Database = new Proxy({} as Database, {
  get: (_, name) => {
    throw new Error(`This test has no database, but something asked for "${String(name)}".`);
  },
});

const noFiles = {
  put: () => Promise.reject(new Error('This test keeps no files.')),
  get: () => Promise.reject(new Error('This test keeps no files.')),
};

/** The web with the given routes and no database; `secretary` is the token of a signed-in committee secretary, `member` of a member. */
export function shellApp(
  options: Partial<WebOptions> & { readonly runtime?: Runtime } = {},
): ReturnType<typeof webApp> {
  const runtime = options.runtime ?? runtimeAt(() => new Date('2026-11-22T08:00:00Z'));
  const sessions = new Map<string, Session>([
    ['secretary', { actor: actorWith('committeeSecretary'), csrfToken: 'secret-of-the-secretary' }],
    ['member', { actor: actorWith('member'), csrfToken: 'secret-of-the-member' }],
  ]);
  return webApp({
    services: {
      runtime,
      db: noDatabase,
      blobs: noFiles,
      drawPage: () => Promise.reject(new Error('no pages')),
      askPackage: () => Promise.reject(new Error('no packages')),
      publicUrl: 'http://localhost',
      readPublished: () => Promise.reject(new Error('This test has no database.')),
      signIn: {
        keyring: keyringOf(new Uint8Array(32), runtime),
        policy: 'optional',
        tenantId: '00000000-0000-4000-8000-000000000001',
        providers: [],
        publicKeys: [],
        delay: signInDelay(() => runtime.now().getTime()),
        wait: () => Promise.resolve(),
      },
      signatures: localSignatures(() => Promise.resolve(false)),
      writeCalendar: () => new Uint8Array(),
    },
    sessions: { find: async (token) => sessions.get(token), end: async (token) => void sessions.delete(token) },
    site: { name: 'Region Exempel', version: '0.1.0', demo: true },
    routes: [],
    ...options,
  });
}
