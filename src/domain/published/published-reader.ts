import type { DocumentTree } from '../../documents/tree/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { PublicReader } from '../../storage/database.ts';
import { sql } from '../../storage/raw-query.ts';
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

type Linked = Omit<PublishedWhole['links'][number], 'direction'>;

/** The files of the record of a question, in their order. */
export const filesOfRecord = sql<readonly PublishedFile[]>`coalesce((
  select json_agg(json_build_object('fileName', f.file_name, 'title', f.title, 'mediaType', f.media_type, 'size', f.size,
    'sha256', f.sha256, 'accessible', f.accessible) order by f.position)
  from pub.file f where f.tenant_id = record.tenant_id and f.noun = record.noun and f.record_id = record.record_id), '[]'::json)`;

const toldOfLinks = sql`select coalesce(json_agg(json_build_object('relation', relation, 'noun', noun, 'recordId', record_id, 'title', title,
  'happenedOn', happened_on) order by happened_on), '[]'::json)`;
const linksTo = sql<readonly Linked[]>`(${toldOfLinks} from (
  select l.relation, o.noun, o.record_id, o.title, o.happened_on from pub.link l
  join pub.record o on o.tenant_id = l.tenant_id and o.noun = l.to_noun and o.record_id = l.to_record_id
  where l.tenant_id = record.tenant_id and l.noun = record.noun and l.record_id = record.record_id
  order by o.happened_on limit 200) there)`;
const linksFrom = sql<readonly Linked[]>`(${toldOfLinks} from (
  select l.relation, o.noun, o.record_id, o.title, o.happened_on from pub.link l
  join pub.record o on o.tenant_id = l.tenant_id and o.noun = l.noun and o.record_id = l.record_id
  where l.tenant_id = record.tenant_id and l.to_noun = record.noun and l.to_record_id = record.record_id
  order by o.happened_on limit 200) here)`;

/** One published record with its files and links, in one question; undefined when nothing of the kind is published. */
export async function findPublished<N extends PublishedNoun>(
  r: PublicReader,
  authority: Pick<PublishedAuthority, 'tenantId'>,
  noun: N,
  recordId: string,
): Promise<PublishedWhole<N> | undefined> {
  const row = await r.db
    .selectFrom('pub.record as record')
    .select([...listedColumns, 'tree', 'data', 'content_hash'])
    .select([filesOfRecord.as('files'), linksTo.as('there'), linksFrom.as('here')])
    .where('tenant_id', '=', authority.tenantId)
    .where('noun', '=', noun)
    .where('record_id', '=', recordId)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    ...listedOf(row),
    noun,
    tree: row.tree as DocumentTree,
    data: row.data as PublishedData[N],
    contentHash: row.content_hash,
    files: row.files,
    links: [
      ...row.there.map((link) => ({ ...link, direction: 'to' as const })),
      ...row.here.map((link) => ({ ...link, direction: 'from' as const })),
    ],
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
