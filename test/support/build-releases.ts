import { heading, paragraph } from '../../src/documents/tree/index.ts';
import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import {
  type AnswerHandlers,
  carryRelease,
  type ReleasedContent,
  type ReleaseErrand,
  releaseTopic,
  tiePrincipal,
} from '../../src/domain/releases/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { Database } from '../../src/storage/database.ts';
import { startRelay } from '../../src/storage/outbox.ts';
import { createTenant } from '../../src/storage/tenant.ts';
import { buildBody } from './build-organisation.ts';

/** An authority of the installation with a body for another one, untied. */
export type Side = { readonly tenantId: Id<'tenant'>; readonly name: string };

/** A municipality as an authority of its own. */
export async function buildAuthority(db: Database, slug: string, name: string): Promise<Side> {
  return { tenantId: await createTenant(db, { slug, name }), name };
}

/** A body that stands for an authority in the register of another. */
export async function buildPrincipal(
  db: Database,
  at: Id<'tenant'>,
  of: Side,
  kind: 'region' | 'municipality',
): Promise<Id<'body'>> {
  return await buildBody({ db, tenantId: at }, { kind, name: of.name });
}

/** Ties a principal as an administrator does. */
export async function tie(db: Database, at: Id<'tenant'>, bodyId: Id<'body'>, of: Side): Promise<void> {
  await db.transact(authorize(operatorOf(at), 'account.administer'), { verb: 'tiePrincipal' }, (w) =>
    tiePrincipal(w, { bodyId, authority: { id: of.tenantId, name: of.name } }),
  );
}

/** Hands over what waits in the outbox for other authorities, as the server does. */
export async function carryAll(db: Database, handlers: AnswerHandlers = {}): Promise<void> {
  const faults: unknown[] = [];
  const relay = startRelay(
    db,
    { [releaseTopic]: ({ tenantId, payload }) => carryRelease(db, handlers, tenantId, payload as ReleaseErrand) },
    { onError: (error) => faults.push(error) },
  );
  while ((await relay.drain()) > 0);
  await relay.stop();
  if (faults.length > 0) throw faults[0];
}

/** A snapshot of no record in particular. */
export function sampleContent(words: string, more: Partial<ReleasedContent> = {}): ReleasedContent {
  return {
    noun: 'document',
    recordId: '00000000-0000-4000-8000-0000000000d0',
    bodyId: null,
    title: 'Utdrag ur provet',
    secrecy: null,
    tree: {
      title: 'Utdrag ur provet',
      author: 'Provregionen',
      language: 'sv',
      blocks: [heading(1, 'Vad som sägs'), paragraph(words)],
    },
    ...more,
  };
}
