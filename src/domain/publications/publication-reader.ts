import type { Selectable } from 'kysely';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { sql } from '../../storage/raw-query.ts';
import type { PublicationRow } from '../../storage/schema/publications.ts';
import type { PublishedNoun } from '../published/index.ts';
import type { KeptFinding } from './finding.ts';
import {
  type Publication,
  type PublicationEvent,
  type PublicationEventKind,
  publicationEventKinds,
} from './publication.ts';
import type { PublicationState } from './publication-transitions.ts';

export type PublicationFilter = {
  readonly noun?: PublishedNoun;
  readonly states?: readonly PublicationState[];
  readonly bodyId?: Id<'body'>;
  /** Only those of records that were changed after they became public. */
  readonly changed?: boolean;
  readonly limit?: number;
  readonly offset?: number;
};

/** A publication in a list, with whether its record was changed after it became public. */
export type ListedPublication = Publication & { readonly changedSince: boolean };

/** The register of what is and was public, and of what waits: the latest first, with how many there are in all. */
export async function listPublications(
  r: Reader,
  filter: PublicationFilter = {},
): Promise<{ readonly publications: readonly ListedPublication[]; readonly total: number }> {
  const fitting = () => {
    let query = r.db.selectFrom('publication').where('publication.tenant_id', '=', r.tenantId);
    if (filter.noun) query = query.where('noun', '=', filter.noun);
    if (filter.states?.length) query = query.where('state', 'in', filter.states);
    if (filter.bodyId) query = query.where('body_id', '=', filter.bodyId);
    return filter.changed ? query.where('state', '=', 'published').where(changedSince(r)) : query;
  };
  const { total } = await fitting()
    .select((eb) => eb.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await fitting()
    .selectAll('publication')
    .select(changedSince(r).as('changed_since'))
    .orderBy('proposed_at', 'desc')
    .orderBy('publication.id')
    .limit(Math.min(filter.limit ?? 50, 5_000))
    .offset(filter.offset ?? 0)
    .execute();
  return {
    publications: rows.map((row) => ({
      ...publicationOf(row),
      changedSince: row.state === 'published' && row.changed_since,
    })),
    total: Number(total),
  };
}

/** Every proposal of one record, the latest first. */
export async function publicationsOf(
  r: Reader,
  noun: PublishedNoun,
  recordId: string,
): Promise<readonly Publication[]> {
  if (!isId(recordId)) return [];
  const rows = await r.db
    .selectFrom('publication')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('noun', '=', noun)
    .where('record_id', '=', recordId)
    .orderBy('proposed_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(publicationOf);
}

/** A proposal. Throws `record.notFound`. */
export async function getPublication(r: Reader, id: Id<'publication'>): Promise<Publication> {
  const row = isId(id)
    ? await r.db
        .selectFrom('publication')
        .selectAll()
        .where('tenant_id', '=', r.tenantId)
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined;
  if (!row) throw new AppError('record.notFound');
  return publicationOf(row);
}

/** The trace of some publications, in the order of time: what an account of a mistake is written from (GDPR art. 33). */
export async function eventsOf(
  r: Reader,
  ids: readonly Id<'publication'>[],
): Promise<readonly (PublicationEvent & { readonly publicationId: Id<'publication'> })[]> {
  if (ids.length === 0) return [];
  const rows = await r.db
    .selectFrom('publication_event')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('publication_id', 'in', ids)
    .orderBy('at')
    .orderBy('id')
    .execute();
  // What happens in one moment happens in the order of the table of kinds: proposed, then published.
  const order = (kind: string) => Object.keys(publicationEventKinds).indexOf(kind);
  const told = rows.toSorted((a, b) => a.at.getTime() - b.at.getTime() || order(a.kind) - order(b.kind));
  return told.map((row) => ({
    publicationId: row.publication_id,
    kind: row.kind as PublicationEventKind,
    at: row.at,
    by: row.by_name,
    details: row.details as Readonly<Record<string, unknown>> | null,
  }));
}

/** Whether the log tells of a change to the record after it became public: a sign to look, which the page of the record then makes sure of. */
export function changedSince(r: Reader) {
  return sql<boolean>`exists (select 1 from log_entry where log_entry.tenant_id = ${r.tenantId}
    and log_entry.noun = publication.noun and log_entry.record_id = publication.record_id
    and log_entry.at > publication.published_at)`;
}

export function publicationOf(row: Selectable<PublicationRow>): Publication {
  return {
    id: row.id,
    version: row.version,
    noun: row.noun as PublishedNoun,
    recordId: row.record_id,
    bodyId: row.body_id,
    title: row.title,
    state: row.state as PublicationState,
    contentHash: row.content_hash,
    publicHash: row.public_hash,
    findings: row.findings as readonly KeptFinding[],
    edition: row.edition,
    proposedAt: row.proposed_at,
    proposedBy: row.proposed_by,
    proposerId: row.proposer_id,
    reviewedAt: row.reviewed_at,
    reviewedBy: row.reviewed_by,
    publishedAt: row.published_at,
    withdrawnAt: row.withdrawn_at,
    withdrawnBy: row.withdrawn_by,
    reason: row.reason,
  };
}
