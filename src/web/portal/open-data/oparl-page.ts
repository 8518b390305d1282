import { type OpenFilter, type OpenPlace, publishedNounNames } from '../../../domain/published/index.ts';
import { isId } from '../../../kernel/id.ts';
import type { OparlObject } from './oparl-objects.ts';

/** Records that a page of a list goes through at most; each may give several objects (the items of a meeting). */
export const pageSize = 100;

/** Where a page begins: after a record, after somebody or some place, or among what was withdrawn after a change. */
export type ListPlace =
  | { readonly kind: 'record'; readonly after: OpenPlace }
  | { readonly kind: 'key'; readonly after: string }
  | { readonly kind: 'withdrawn'; readonly afterSeq: string | undefined };

export type ListQuery = {
  readonly place: ListPlace | undefined;
  readonly limit: number;
  readonly filter: OpenFilter;
  readonly organization: string | undefined;
};

/** The filters of OParl lists, as they are called in the address, and the bounds that they set. */
const bounds = {
  created_since: 'createdSince',
  created_until: 'createdUntil',
  modified_since: 'modifiedSince',
  modified_until: 'modifiedUntil',
} as const satisfies Readonly<Record<string, keyof OpenFilter>>;

/** Reads the query of a list; what cannot be read is named, so that nobody takes a whole list for a filtered one. */
export function readListQuery(query: URLSearchParams): ListQuery | { readonly wrong: string } {
  const filter: Record<string, Date> = {};
  for (const [name, bound] of Object.entries(bounds)) {
    const text = query.get(name);
    if (text === null) continue;
    const moment = /^\d{4}-\d{2}-\d{2}(T.+)?$/.test(text) ? new Date(text.replace(' ', '+')) : new Date(Number.NaN);
    if (Number.isNaN(moment.getTime())) return { wrong: name };
    filter[bound] = moment;
  }
  const limit = query.get('limit') ?? String(pageSize);
  if (!/^[1-9]\d{0,3}$/.test(limit)) return { wrong: 'limit' };
  const organization = query.get('organization') ?? undefined;
  if (organization !== undefined && !isId(organization)) return { wrong: 'organization' };
  const token = query.get('after');
  const place = token === null ? undefined : placeFrom(token);
  if (token !== null && !place) return { wrong: 'after' };
  return {
    place,
    limit: Math.min(Number(limit), pageSize),
    filter: { ...filter, ...(organization && { bodyId: organization }) },
    organization,
  };
}

/** A place as it stands in an address. */
export function placeToken(place: ListPlace): string {
  switch (place.kind) {
    case 'record':
      return `r.${place.after.noun}.${place.after.recordId}`;
    case 'key':
      return `k.${place.after}`;
    case 'withdrawn':
      return `w.${place.afterSeq ?? '0'}`;
  }
}

function placeFrom(token: string): ListPlace | undefined {
  const record = /^r\.([a-z]+)\.(.+)$/.exec(token);
  if (record?.[1] && record[2] && isId(record[2]) && (publishedNounNames as readonly string[]).includes(record[1]))
    return { kind: 'record', after: { noun: record[1], recordId: record[2] } };
  const key = /^k\.([\w-]{1,80})$/.exec(token)?.[1];
  if (key) return { kind: 'key', after: key };
  const seq = /^w\.(\d{1,15})$/.exec(token)?.[1];
  return seq === undefined ? undefined : { kind: 'withdrawn', afterSeq: seq };
}

/** A page of a list in the shape of OParl 2.5: the objects, what is known of the size, and the way on. */
export function listPage(
  address: (query?: string) => string,
  query: URLSearchParams,
  objects: readonly OparlObject[],
  next: ListPlace | undefined,
): unknown {
  const kept = new URLSearchParams(
    [...query].filter(([name]) => name in bounds || name === 'limit' || name === 'organization'),
  );
  const on = next && new URLSearchParams([...kept, ['after', placeToken(next)]]);
  const self = query.has('after') ? new URLSearchParams([...kept, ['after', query.get('after') ?? '']]) : kept;
  return {
    data: objects,
    pagination: { elementsPerPage: objects.length },
    links: {
      first: address(kept.toString()),
      self: address(self.toString()),
      ...(on && { next: address(on.toString()) }),
    },
  };
}
