import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { PublishedNoun } from '../published/index.ts';
import { changedSince } from './publication-reader.ts';
import type { PublicationState } from './publication-transitions.ts';

/** A publication that somebody has to do something about: it waits, it was stopped, or its record looks changed since it became public. */
export type PublicationDuty = {
  readonly state: Extract<PublicationState, 'awaitingReview' | 'stopped' | 'published'>;
  readonly id: Id<'publication'>;
  readonly noun: PublishedNoun;
  readonly recordId: string;
  readonly title: string;
  readonly body: { readonly id: Id<'body'>; readonly name: string } | null;
  readonly proposerId: Id<'account'> | null;
};

/** Every publication that somebody has to do something about, in one query. */
export async function publicationDuties(r: Reader): Promise<readonly PublicationDuty[]> {
  const rows = await r.db
    .selectFrom('publication')
    .leftJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'publication.tenant_id').onRef('body.id', '=', 'publication.body_id'),
    )
    .select(['publication.id', 'noun', 'record_id', 'title', 'publication.state', 'proposer_id', 'body_id'])
    .select('body.name as body_name')
    .where('publication.tenant_id', '=', r.tenantId)
    .where((eb) =>
      eb.or([
        eb('publication.state', 'in', ['awaitingReview', 'stopped']),
        eb.and([eb('publication.state', '=', 'published'), changedSince(r)]),
      ]),
    )
    .orderBy('proposed_at')
    .orderBy('publication.id')
    .execute();
  return rows.map((row) => ({
    state: row.state as PublicationDuty['state'],
    id: row.id,
    noun: row.noun as PublishedNoun,
    recordId: row.record_id,
    title: row.title,
    body: row.body_id === null ? null : { id: row.body_id, name: row.body_name ?? '' },
    proposerId: row.proposer_id,
  }));
}
