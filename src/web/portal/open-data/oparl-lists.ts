import {
  type OpenPerson,
  type OpenRow,
  openDays,
  openIds,
  openMeetingPlaces,
  openMeetingsNaming,
  openMinutesOf,
  openPeople,
  openRows,
  openRowsById,
  type PublishedNoun,
  withdrawnRows,
} from '../../../domain/published/index.ts';
import type { PublicReader } from '../portal-context.ts';
import { fileNouns, type OparlKind, type OparlList, type PaperNoun, paperNouns } from './oparl-address.ts';
import {
  type AroundMeetings,
  agendaItemObject,
  consultationsOf,
  inOrder,
  meetingObject,
  namedByItems,
} from './oparl-meeting.ts';
import {
  deletedObject,
  locationObject,
  membershipsOf,
  type OparlObject,
  type OparlScene,
  organizationObject,
  personObject,
  termObject,
  termsBetween,
} from './oparl-objects.ts';
import type { ListPlace, ListQuery } from './oparl-page.ts';
import { fileObjects, paperObject } from './oparl-papers.ts';

type ListPage = { readonly objects: readonly OparlObject[]; readonly next: ListPlace | undefined };
type Maker = (r: PublicReader, scene: OparlScene, query: ListQuery) => Promise<ListPage>;

/** One page of each list of a body. Each asks the database a number of questions that does not depend on how much is published. */
export const oparlListPages: Readonly<Record<OparlList, Maker>> = {
  organization: ofRecords(['body'], 'Organization', async (_, scene, rows) =>
    rows.map((row) => organizationObject(scene, row)),
  ),
  membership: ofRecords(['body'], undefined, async (_, scene, rows) =>
    rows.flatMap((row) => membershipsOf(scene, row)),
  ),
  meeting: ofRecords(['meeting'], 'Meeting', async (r, scene, rows) => {
    const around = await aroundMeetings(r, scene, rows);
    return rows.map((row) => meetingObject(scene, row, around));
  }),
  agendaItem: ofRecords(['meeting'], undefined, async (r, scene, rows) => {
    const around = await aroundMeetings(r, scene, rows);
    return rows.flatMap((row) => inOrder(row.data.items).map((item) => agendaItemObject(scene, row, item, around)));
  }),
  consultation: ofRecords(['meeting'], undefined, async (r, scene, rows) => {
    const published = await openIds(r, scene.authority, namedByItems(rows));
    return rows.flatMap((row) =>
      inOrder(row.data.items).flatMap((item) => consultationsOf(scene, row, item, { published })),
    );
  }),
  paper: ofRecords(paperNouns, 'Paper', async (r, scene, rows) => {
    const consultations = await consultationsOfPapers(r, scene, rows);
    return rows.map((row) => paperObject(scene, row, consultations(row.recordId)));
  }),
  file: ofRecords(fileNouns, undefined, async (_, scene, rows) => rows.flatMap((row) => fileObjects(scene, row))),
  person: async (r, scene, { place, limit, filter, organization }) => {
    const after = place?.kind === 'key' ? place.after : undefined;
    const people = organization ? [] : await openPeople(r, scene.authority, { after, limit, filter });
    const objects = await withMemberships(r, scene, people);
    return { objects, next: nextKey(people.at(-1)?.personId, people.length, limit) };
  },
  locationList: async (r, scene, { place, limit, filter }) => {
    const after = place?.kind === 'key' ? place.after : undefined;
    const places = await openMeetingPlaces(r, scene.authority, { after, limit, filter });
    const next = nextKey(places.at(-1)?.hash, places.length, limit);
    return { objects: places.map((one) => locationObject(scene, one)), next };
  },
  legislativeTermList: async (r, scene) => ({
    objects: (await openTerms(r, scene)).map((year) => termObject(scene, year)),
    next: undefined,
  }),
};

/**
 * A list over published records. Where the changes since a moment are asked for, what was withdrawn since then follows after the last record, so that
 * whoever keeps a copy takes it away too (OParl 2.8).
 */
function ofRecords<N extends PublishedNoun>(
  nouns: readonly N[],
  kind: OparlKind | undefined,
  objectsOf: (r: PublicReader, scene: OparlScene, rows: readonly OpenRow<N>[]) => Promise<readonly OparlObject[]>,
): Maker {
  return async (r, scene, { place, limit, filter, organization }) => {
    const since = organization || kind === undefined ? undefined : filter.modifiedSince;
    if (place?.kind === 'withdrawn') {
      if (!kind || !since) return { objects: [], next: undefined };
      const until = filter.modifiedUntil;
      const gone = await withdrawnRows(r, scene.authority, nouns, { since, until, afterSeq: place.afterSeq, limit });
      const last = gone.length === limit ? gone.at(-1)?.seq : undefined;
      return {
        objects: gone.map((one) => deletedObject(scene, kind, one.recordId, one)),
        next: last === undefined ? undefined : { kind: 'withdrawn', afterSeq: last },
      };
    }
    const after = place?.kind === 'record' ? place.after : undefined;
    const rows = await openRows(r, scene.authority, nouns, { after, limit, filter });
    const last = rows.at(-1);
    const full = rows.length === limit && last;
    return {
      objects: await objectsOf(r, scene, rows),
      next: full
        ? { kind: 'record', after: { noun: last.noun, recordId: last.recordId } }
        : since && { kind: 'withdrawn', afterSeq: undefined },
    };
  };
}

function nextKey(last: string | undefined, found: number, limit: number): ListPlace | undefined {
  return found === limit && last !== undefined ? { kind: 'key', after: last } : undefined;
}

/** What stands around some meetings, in three questions. */
export async function aroundMeetings(
  r: PublicReader,
  { authority }: OparlScene,
  meetings: readonly OpenRow<'meeting'>[],
): Promise<AroundMeetings> {
  const named = namedByItems(meetings);
  const [minutes, published, decisions] = await Promise.all([
    openMinutesOf(
      r,
      authority,
      meetings.map(({ recordId }) => recordId),
    ),
    openIds(r, authority, named),
    openRowsById(r, authority, ['decision'], named),
  ]);
  return { minutes, published, decisions: new Map(decisions.map((row) => [row.recordId, row])) };
}

/** The consultations of some papers: the items of published meetings that name them. */
export async function consultationsOfPapers(
  r: PublicReader,
  scene: OparlScene,
  papers: readonly OpenRow<PaperNoun>[],
): Promise<(paperId: string) => readonly OparlObject[]> {
  const meetings = await openMeetingsNaming(r, scene.authority, papers);
  const published = await openIds(r, scene.authority, namedByItems(meetings));
  const all = meetings.flatMap((row) =>
    inOrder(row.data.items).flatMap((item) => consultationsOf(scene, row, item, { published })),
  );
  return (paperId) => all.filter(({ paper }) => paper === scene.at.object('Paper', paperId));
}

/** People with the seats that they are published in. */
export async function withMemberships(
  r: PublicReader,
  scene: OparlScene,
  people: readonly OpenPerson[],
): Promise<readonly OparlObject[]> {
  const bodies = await openBodiesWith(r, scene, people);
  return people.map((person) => personObject(scene, person, bodies));
}

async function openBodiesWith(
  r: PublicReader,
  { authority }: OparlScene,
  people: readonly OpenPerson[],
): Promise<readonly OpenRow<'body'>[]> {
  if (people.length === 0) return [];
  const bodies: OpenRow<'body'>[] = [];
  for (;;) {
    const last = bodies.at(-1);
    const more = await openRows(r, authority, ['body'], { after: last, limit: 500 });
    bodies.push(...more);
    if (more.length < 500) return bodies;
  }
}

/** The first years of the terms of office that what is published reaches over. */
export async function openTerms(r: PublicReader, { authority }: OparlScene): Promise<readonly number[]> {
  const span = await openDays(r, authority);
  return span ? termsBetween(span.first, span.last) : [];
}
