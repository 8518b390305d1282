import {
  openMeetingOfItem,
  openMeetingPlaces,
  openPeople,
  openRowsById,
  type PublishedNoun,
  publishedNounNames,
  withdrawnRows,
} from '../../../domain/published/index.ts';
import { isId } from '../../../kernel/id.ts';
import type { PublicReader } from '../portal-context.ts';
import { fileNouns, kindInPath, type OparlKind, oparlKinds, paperNouns } from './oparl-address.ts';
import { aroundMeetings, consultationsOfPapers, openTerms, withMemberships } from './oparl-lists.ts';
import { agendaItemObject, consultationsOf, meetingObject } from './oparl-meeting.ts';
import {
  deletedObject,
  locationObject,
  membershipsOf,
  type OparlObject,
  type OparlScene,
  organizationObject,
  termObject,
} from './oparl-objects.ts';
import { fileObjects, paperObject } from './oparl-papers.ts';

type Finder = (r: PublicReader, scene: OparlScene, id: string) => Promise<OparlObject | undefined>;

/** The kind whose objects lie under a part of an address: `agendaItem`. */
export function kindFromPath(part: string): keyof typeof finders | undefined {
  const kind = oparlKinds.find((one) => kindInPath(one) === part);
  return kind && kind in finders ? (kind as keyof typeof finders) : undefined;
}

/** One object by its id; undefined when nothing of the kind is, or ever was, published. */
export async function findOparlObject(
  r: PublicReader,
  scene: OparlScene,
  kind: keyof typeof finders,
  id: string,
): Promise<OparlObject | undefined> {
  return await finders[kind](r, scene, id);
}

const finders = {
  LegislativeTerm: async (r, scene, id) => {
    const year = (await openTerms(r, scene)).find((one) => String(one) === id);
    return year === undefined ? undefined : termObject(scene, year);
  },
  Organization: async (r, scene, id) => {
    const [row] = await rowsOf(r, scene, ['body'], id);
    return row ? organizationObject(scene, row) : await gone(r, scene, 'Organization', ['body'], id);
  },
  Membership: async (r, scene, id) => {
    const [row] = await rowsOf(r, scene, ['body'], id.split('_')[0] ?? '');
    return row && membershipsOf(scene, row).find((one) => one.id === scene.at.object('Membership', id));
  },
  Person: async (r, scene, id) => {
    const people = await openPeople(r, scene.authority, { personId: id, limit: 1 });
    return (await withMemberships(r, scene, people))[0];
  },
  Meeting: async (r, scene, id) => {
    const [row] = await rowsOf(r, scene, ['meeting'], id);
    if (!row) return await gone(r, scene, 'Meeting', ['meeting'], id);
    return meetingObject(scene, row, await aroundMeetings(r, scene, [row]));
  },
  AgendaItem: async (r, scene, id) => {
    const row = isId(id) ? await openMeetingOfItem(r, scene.authority, id) : undefined;
    const item = row?.data.items.find((one) => one.id === id);
    return row && item && agendaItemObject(scene, row, item, await aroundMeetings(r, scene, [row]));
  },
  Paper: async (r, scene, id) => {
    const [row] = await rowsOf(r, scene, paperNouns, id);
    if (!row) return await gone(r, scene, 'Paper', paperNouns, id);
    return paperObject(scene, row, (await consultationsOfPapers(r, scene, [row]))(id));
  },
  Consultation: async (r, scene, id) => {
    const [itemId = '', paperId = ''] = id.split('_');
    const row = isId(itemId) && isId(paperId) ? await openMeetingOfItem(r, scene.authority, itemId) : undefined;
    const item = row?.data.items.find((one) => one.id === itemId);
    if (!row || !item) return undefined;
    const { published } = await aroundMeetings(r, scene, [row]);
    return consultationsOf(scene, row, item, { published }).find(
      (one) => one.id === scene.at.object('Consultation', id),
    );
  },
  File: async (r, scene, id) => {
    const [noun = '', recordId = ''] = id.split('_');
    if (!(fileNouns as readonly string[]).includes(noun)) return undefined;
    const [row] = await rowsOf(r, scene, [noun as (typeof fileNouns)[number]], recordId);
    return row && fileObjects(scene, row).find((one) => one.id === scene.at.object('File', id));
  },
  Location: async (r, scene, id) => {
    const [place] = await openMeetingPlaces(r, scene.authority, { hash: id, limit: 1 });
    return place && locationObject(scene, place);
  },
} as const satisfies Partial<Record<OparlKind, Finder>>;

/** Published records by an id from an address, which may be no id at all. */
function rowsOf<N extends PublishedNoun>(r: PublicReader, { authority }: OparlScene, nouns: readonly N[], id: string) {
  return openRowsById(r, authority, nouns, isId(id) ? [id] : []);
}

async function gone(
  r: PublicReader,
  scene: OparlScene,
  kind: OparlKind,
  nouns: readonly PublishedNoun[],
  id: string,
): Promise<OparlObject | undefined> {
  if (!isId(id) || !nouns.every((noun) => publishedNounNames.includes(noun))) return undefined;
  const [withdrawn] = await withdrawnRows(r, scene.authority, nouns, { recordId: id, limit: 1 });
  return withdrawn && deletedObject(scene, kind, id, withdrawn);
}
