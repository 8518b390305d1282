import type { PublicReader } from '../../storage/database.ts';
import { sql } from '../../storage/raw-query.ts';
import type { PublishedNoun } from './published-nouns.ts';
import type { PublishedAuthority } from './published-reader.ts';

/** A record that was published and was withdrawn: that it was there is all that is told. */
export type WithdrawnRow = {
  readonly noun: PublishedNoun;
  readonly recordId: string;
  readonly firstPublishedAt: Date;
  readonly withdrawnAt: Date;
  /** The number of the change, by which the next page is asked for. */
  readonly seq: string;
};

/** What was withdrawn of some nouns since a moment and is not published now; also whether one record was. */
export async function withdrawnRows(
  r: PublicReader,
  authority: Pick<PublishedAuthority, 'tenantId'>,
  nouns: readonly PublishedNoun[],
  {
    since,
    until,
    recordId,
    afterSeq,
    limit,
  }: {
    readonly since?: Date | undefined;
    readonly until?: Date | undefined;
    readonly recordId?: string;
    readonly afterSeq?: string | undefined;
    readonly limit: number;
  },
): Promise<readonly WithdrawnRow[]> {
  let query = r.db
    .selectFrom('pub.change as change')
    .select(['change.noun', 'change.record_id', 'change.at', 'change.seq'])
    .select(
      sql<Date>`(select min(first.at) from pub.change first where first.tenant_id = change.tenant_id
        and first.noun = change.noun and first.record_id = change.record_id)`.as('first_at'),
    )
    .where('change.tenant_id', '=', authority.tenantId)
    .where('change.kind', '=', 'withdrawn')
    .where('change.noun', 'in', [...nouns])
    .where(
      sql<boolean>`not exists (select from pub.change later where later.tenant_id = change.tenant_id
        and later.noun = change.noun and later.record_id = change.record_id and later.seq > change.seq)`,
    );
  if (since) query = query.where('change.at', '>=', since);
  if (until) query = query.where('change.at', '<=', until);
  if (recordId) query = query.where('change.record_id', '=', recordId);
  if (afterSeq) query = query.where('change.seq', '>', afterSeq);
  const rows = await query.orderBy('change.seq').limit(limit).execute();
  return rows.map((row) => ({
    noun: row.noun as PublishedNoun,
    recordId: row.record_id,
    firstPublishedAt: row.first_at,
    withdrawnAt: row.at,
    seq: row.seq,
  }));
}
