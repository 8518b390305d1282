import type { DocumentTree } from '../../documents/tree/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { PublicReader } from '../../storage/database.ts';
import type { PublishedData } from './published-data.ts';
import type { PublishedNoun, PublishedRelation } from './published-nouns.ts';
import type { PublishedFile } from './published-record.ts';

/** An authority that has a portal. */
export type PublishedAuthority = {
  readonly tenantId: string;
  readonly slug: string;
  readonly name: string;
  readonly organisationNumber: string | null;
  /** When the portal was opened: feeds of what is still empty date from then. */
  readonly openedAt: Date;
};

/** A published record as a list tells it: without its text. */
export type PublishedListed = {
  readonly noun: PublishedNoun;
  readonly recordId: string;
  readonly title: string;
  readonly summary: string | null;
  readonly bodyId: string | null;
  readonly bodyName: string | null;
  readonly happenedOn: CivilDate | null;
  readonly year: number | null;
  readonly state: string | null;
  readonly registrationNumbers: readonly string[];
  readonly edition: number;
  readonly firstPublishedAt: Date;
  readonly publishedAt: Date;
};

/** A published record whole. */
export type PublishedWhole<N extends PublishedNoun = PublishedNoun> = PublishedListed & {
  readonly noun: N;
  readonly tree: DocumentTree;
  readonly data: PublishedData[N];
  readonly contentHash: string;
  readonly files: readonly PublishedFile[];
  /** Both ways: what it leads to and what leads to it, each published. */
  readonly links: readonly {
    readonly relation: PublishedRelation;
    readonly direction: 'to' | 'from';
    readonly noun: PublishedNoun;
    readonly recordId: string;
    readonly title: string;
    readonly happenedOn: CivilDate | null;
  }[];
};

/** The authorities of the installation that have opened a portal. */
export async function listAuthorities(r: PublicReader): Promise<readonly PublishedAuthority[]> {
  const rows = await r.db.selectFrom('pub.authority').selectAll().orderBy('name').execute();
  return rows.map((row) => ({
    tenantId: row.tenant_id,
    slug: row.slug,
    name: row.name,
    organisationNumber: row.organisation_number,
    openedAt: row.opened_at,
  }));
}

/** The columns that a list tells. */
export const listedColumns = [
  'noun',
  'record_id',
  'title',
  'summary',
  'body_id',
  'body_name',
  'happened_on',
  'year',
  'state',
  'registration_numbers',
  'edition',
  'first_published_at',
  'published_at',
] as const;

/** One published record with its files and links, in two questions; undefined when nothing of the kind is published. */
export async function findPublished<N extends PublishedNoun>(
  r: PublicReader,
  authority: Pick<PublishedAuthority, 'tenantId'>,
  noun: N,
  recordId: string,
): Promise<PublishedWhole<N> | undefined> {
  const row = await r.db
    .selectFrom('pub.record')
    .select([...listedColumns, 'tree', 'data', 'content_hash'])
    .where('tenant_id', '=', authority.tenantId)
    .where('noun', '=', noun)
    .where('record_id', '=', recordId)
    .executeTakeFirst();
  if (!row) return undefined;
  const [files, links] = await Promise.all([
    filesOf(r, authority.tenantId, noun, recordId),
    linksOf(r, authority.tenantId, noun, recordId),
  ]);
  return {
    ...listedOf(row),
    noun,
    tree: row.tree as DocumentTree,
    data: row.data as PublishedData[N],
    contentHash: row.content_hash,
    files,
    links,
  };
}

export type ListedRow = {
  readonly noun: string;
  readonly record_id: string;
  readonly title: string;
  readonly summary: string | null;
  readonly body_id: string | null;
  readonly body_name: string | null;
  readonly happened_on: CivilDate | null;
  readonly year: number | null;
  readonly state: string | null;
  readonly registration_numbers: readonly string[];
  readonly edition: number;
  readonly first_published_at: Date;
  readonly published_at: Date;
};

export function listedOf(row: ListedRow): PublishedListed {
  return {
    noun: row.noun as PublishedNoun,
    recordId: row.record_id,
    title: row.title,
    summary: row.summary,
    bodyId: row.body_id,
    bodyName: row.body_name,
    happenedOn: row.happened_on,
    year: row.year,
    state: row.state,
    registrationNumbers: row.registration_numbers,
    edition: row.edition,
    firstPublishedAt: row.first_published_at,
    publishedAt: row.published_at,
  };
}

async function filesOf(
  r: PublicReader,
  tenantId: string,
  noun: PublishedNoun,
  recordId: string,
): Promise<readonly PublishedFile[]> {
  const rows = await r.db
    .selectFrom('pub.file')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('noun', '=', noun)
    .where('record_id', '=', recordId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    fileName: row.file_name,
    title: row.title,
    mediaType: row.media_type,
    size: row.size,
    sha256: row.sha256,
    accessible: row.accessible,
  }));
}

async function linksOf(
  r: PublicReader,
  tenantId: string,
  noun: PublishedNoun,
  recordId: string,
): Promise<PublishedWhole['links']> {
  const to = r.db
    .selectFrom('pub.link as link')
    .innerJoin('pub.record as other', (join) =>
      join
        .onRef('other.tenant_id', '=', 'link.tenant_id')
        .onRef('other.noun', '=', 'link.to_noun')
        .onRef('other.record_id', '=', 'link.to_record_id'),
    )
    .select(['link.relation', 'other.noun', 'other.record_id', 'other.title', 'other.happened_on'])
    .where('link.tenant_id', '=', tenantId)
    .where('link.noun', '=', noun)
    .where('link.record_id', '=', recordId)
    .orderBy('other.happened_on')
    .limit(200);
  const from = r.db
    .selectFrom('pub.link as link')
    .innerJoin('pub.record as other', (join) =>
      join
        .onRef('other.tenant_id', '=', 'link.tenant_id')
        .onRef('other.noun', '=', 'link.noun')
        .onRef('other.record_id', '=', 'link.record_id'),
    )
    .select(['link.relation', 'other.noun', 'other.record_id', 'other.title', 'other.happened_on'])
    .where('link.tenant_id', '=', tenantId)
    .where('link.to_noun', '=', noun)
    .where('link.to_record_id', '=', recordId)
    .orderBy('other.happened_on')
    .limit(200);
  const [there, here] = await Promise.all([to.execute(), from.execute()]);
  const told = (direction: 'to' | 'from') => (row: (typeof there)[number]) => ({
    relation: row.relation as PublishedRelation,
    direction,
    noun: row.noun as PublishedNoun,
    recordId: row.record_id,
    title: row.title,
    happenedOn: row.happened_on,
  });
  return [...there.map(told('to')), ...here.map(told('from'))];
}
