import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { itemPlaces } from './item-place-reader.ts';
import {
  type Representation,
  type RepresentationCapacity,
  type RepresentationGap,
  type RepresentationPlace,
  representationGapsOn,
} from './representation.ts';

export type RepresentationFilter = {
  readonly groupId?: Id<'body'>;
  readonly forBodyId?: Id<'body'>;
};

/** Who speaks, and spoke, for whom in the groups: by group, principal and day, representatives before substitutes. */
export async function listRepresentations(
  r: Reader,
  filter: RepresentationFilter = {},
): Promise<readonly Representation[]> {
  let query = rows(r);
  if (filter.groupId) query = query.where('representation.group_body_id', '=', filter.groupId);
  if (filter.forBodyId) query = query.where('representation.for_body_id', '=', filter.forBodyId);
  return await withItems(r, await query.execute());
}

export async function getRepresentation(r: Reader, id: Id<'representation'>): Promise<Representation> {
  const found = isId(id) ? await rows(r).where('representation.id', '=', id).execute() : [];
  const [one] = await withItems(r, found);
  if (!one) throw new AppError('record.notFound');
  return one;
}

/**
 * Who is to be spoken for in some groups on a day, by group: each principal that takes part, and every place that was set beside, by name. One query,
 * whatever the number of groups.
 */
export async function placesIn(
  r: Reader,
  groupIds: readonly Id<'body'>[],
  day: CivilDate,
): Promise<ReadonlyMap<string, readonly RepresentationPlace[]>> {
  if (groupIds.length === 0) return new Map();
  const taking = await r.db
    .selectFrom('body_participant as part')
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'part.tenant_id').onRef('body.id', '=', 'part.participant_body_id'),
    )
    .select(['part.body_id as group_id', 'body.id', 'body.name'])
    .where('part.tenant_id', '=', r.tenantId)
    .where('part.body_id', 'in', groupIds)
    .where((eb) => eb.or([eb('part.valid_from', 'is', null), eb('part.valid_from', '<=', day)]))
    .where((eb) => eb.or([eb('part.valid_to', 'is', null), eb('part.valid_to', '>=', day)]))
    .execute();
  const set = await r.db
    .selectFrom('representation_place as place')
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'place.tenant_id').onRef('body.id', '=', 'place.for_body_id'),
    )
    .select(['place.group_body_id as group_id', 'body.id', 'body.name', 'place.representatives', 'place.substitutes'])
    .where('place.tenant_id', '=', r.tenantId)
    .where('place.group_body_id', 'in', groupIds)
    .execute();
  return new Map(
    groupIds.map((groupId) => {
      const own = set.filter((row) => row.group_id === groupId);
      const plain = taking.filter((row) => row.group_id === groupId && !own.some(({ id }) => id === row.id));
      const places = [...own, ...plain.map((row) => ({ ...row, representatives: 1, substitutes: 0 }))].map(
        ({ id, name, representatives, substitutes }) => ({ forBody: { id, name }, representatives, substitutes }),
      );
      return [groupId, places.toSorted((a, b) => a.forBody.name.localeCompare(b.forBody.name, 'sv'))];
    }),
  );
}

/** A place of a group with who fills it and what is missing on a day. */
export type FilledPlace = RepresentationPlace & {
  readonly all: readonly Representation[];
  readonly gaps: readonly RepresentationGap[];
};

/** The places of some groups on a day, with who fills them: four queries, whatever the number of groups. */
export async function filledPlaces(
  r: Reader,
  groupIds: readonly Id<'body'>[],
  day: CivilDate,
): Promise<ReadonlyMap<string, readonly FilledPlace[]>> {
  const places = await placesIn(r, groupIds, day);
  if (groupIds.length === 0) return new Map();
  const all = await withItems(r, await rows(r).where('representation.group_body_id', 'in', groupIds).execute());
  return new Map(
    [...places].map(([groupId, own]) => [
      groupId,
      own.map((place) => {
        const those = all.filter((one) => one.groupId === groupId && one.forBodyId === place.forBody.id);
        return { ...place, all: those, gaps: representationGapsOn(place, those, day) };
      }),
    ]),
  );
}

function rows(r: Reader) {
  return r.db
    .selectFrom('representation')
    .innerJoin('person', (join) =>
      join
        .onRef('person.tenant_id', '=', 'representation.tenant_id')
        .onRef('person.id', '=', 'representation.person_id'),
    )
    .innerJoin('body', (join) =>
      join.onRef('body.tenant_id', '=', 'representation.tenant_id').onRef('body.id', '=', 'representation.for_body_id'),
    )
    .selectAll('representation')
    .select('person.name as person_name')
    .where('representation.tenant_id', '=', r.tenantId)
    .orderBy('representation.group_body_id')
    .orderBy('body.name')
    .orderBy('representation.capacity')
    .orderBy('representation.valid_from')
    .orderBy('representation.id');
}

async function withItems(
  r: Reader,
  found: Awaited<ReturnType<ReturnType<typeof rows>['execute']>>,
): Promise<readonly Representation[]> {
  const items = await itemPlaces(
    r,
    found.map((row) => row.agenda_item_id),
  );
  return found.map((row) => ({
    id: row.id,
    version: row.version,
    groupId: row.group_body_id,
    forBodyId: row.for_body_id,
    personId: row.person_id,
    personName: row.person_name,
    capacity: row.capacity as RepresentationCapacity,
    title: row.title,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    item: row.agenda_item_id ? (items.get(row.agenda_item_id) ?? null) : null,
    appointedBy: row.appointed_by,
  }));
}
