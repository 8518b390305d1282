import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import type { PublishedNoun } from '../published/index.ts';
import type { KeptFinding } from './finding.ts';
import type { PublicationEventKind } from './publication.ts';
import type { PublicationState } from './publication-transitions.ts';

export type NewPublication = {
  readonly noun: PublishedNoun;
  readonly recordId: string;
  readonly bodyId: Id<'body'> | null;
  readonly title: string;
  readonly state: PublicationState;
  readonly contentHash: string;
  readonly publicHash: string | null;
  readonly findings: readonly KeptFinding[];
  readonly edition: number | null;
};

/** Keeps a new proposal, with who made it and when. */
export async function insertPublication(w: Writer, input: NewPublication): Promise<Id<'publication'>> {
  const id: Id<'publication'> = w.runtime.newId();
  const now = w.runtime.now();
  await w.db
    .insertInto('publication')
    .values({
      tenant_id: w.tenantId,
      id,
      noun: input.noun,
      record_id: input.recordId,
      body_id: input.bodyId,
      title: input.title,
      state: input.state,
      content_hash: input.contentHash,
      public_hash: input.publicHash,
      findings: JSON.stringify(input.findings),
      edition: input.edition,
      proposed_at: now,
      proposed_by: w.auth.actorName,
      proposer_id: w.auth.accountId,
      published_at: input.state === 'published' ? now : null,
    })
    .execute();
  return id;
}

/** Adds a line to the trace of a publication. */
export async function noteEvent(
  w: Writer,
  publicationId: Id<'publication'>,
  kind: PublicationEventKind,
  details: Readonly<Record<string, unknown>> | null = null,
): Promise<void> {
  await w.db
    .insertInto('publication_event')
    .values({
      tenant_id: w.tenantId,
      id: w.runtime.newId(),
      publication_id: publicationId,
      kind,
      at: w.runtime.now(),
      by_name: w.auth.actorName,
      account_id: w.auth.accountId,
      details: details && JSON.stringify(details),
    })
    .execute();
}

/** Moves what stood before a new proposal or edition of the same record out of its way: at most one waits, and at most one is public. */
export async function setAside(
  w: Writer,
  record: { readonly noun: PublishedNoun; readonly recordId: string },
  from: readonly PublicationState[],
  to: Extract<PublicationState, 'superseded' | 'replaced'>,
): Promise<void> {
  const rows = await w.db
    .updateTable('publication')
    .set((eb) => ({ state: to, version: eb('version', '+', 1) }))
    .where('tenant_id', '=', w.tenantId)
    .where('noun', '=', record.noun)
    .where('record_id', '=', record.recordId)
    .where('state', 'in', from)
    .returning('id')
    .execute();
  for (const { id } of rows) await noteEvent(w, id, to);
}
