import { createHash } from 'node:crypto';
import type { OpenRow, PublishedNoun } from '../../../domain/published/index.ts';
import { paperNouns } from './oparl-address.ts';
import { instant, locationObject, type OparlObject, type OparlScene, oparlObject } from './oparl-objects.ts';
import { fileObjects } from './oparl-papers.ts';

/** What is published around some meetings, loaded at once: their minutes, the decisions of their items, and which papers the items can point at. */
export type AroundMeetings = {
  readonly minutes: readonly OpenRow<'minutes'>[];
  readonly decisions: ReadonlyMap<string, OpenRow<'decision'>>;
  readonly published: ReadonlyMap<string, PublishedNoun>;
};

type Meeting = OpenRow<'meeting'>;
type Item = Meeting['data']['items'][number];

/** The ids of all that the items of meetings name. */
export function namedByItems(meetings: readonly Meeting[]): readonly string[] {
  return meetings.flatMap(({ data }) =>
    data.items.flatMap((item) => [
      ...(item.matterId ? [item.matterId] : []),
      ...item.assignmentIds,
      ...item.decisionIds,
    ]),
  );
}

export function meetingObject(scene: OparlScene, row: Meeting, around: AroundMeetings): OparlObject {
  const { at } = scene;
  const { data } = row;
  const minutes = around.minutes.find(({ data: { meetingId } }) => meetingId === row.recordId);
  const [resultsProtocol, ...more] = minutes ? fileObjects(scene, minutes, true) : [];
  return oparlObject(scene, 'Meeting', row.recordId, row, {
    name: row.title,
    meetingState: minutes ? 'durchgeführt' : 'eingeladen',
    cancelled: data.cancelled,
    start: moment(data.start),
    end: moment(data.end),
    location: data.place === null ? undefined : locationObject(scene, placeOf(row, data.place), true),
    organization: row.bodyId ? [at.object('Organization', row.bodyId)] : [],
    participant: [...new Set(data.present.map(({ personId }) => at.object('Person', personId)))],
    resultsProtocol,
    auxiliaryFile: [...fileObjects(scene, row, true).slice(1), ...more],
    agendaItem: inOrder(data.items).map((item) => agendaItemObject(scene, row, item, around, true)),
    web: at.page('meeting', row.recordId),
  });
}

/** The place as the list of places knows it. */
function placeOf({ firstPublishedAt, publishedAt }: Meeting, place: string) {
  return { hash: createHash('md5').update(place).digest('hex'), place, firstPublishedAt, publishedAt };
}

export function inOrder(items: readonly Item[]): readonly Item[] {
  return items.toSorted((a, b) => a.order - b.order);
}

export function agendaItemObject(
  scene: OparlScene,
  row: Meeting,
  item: Item,
  around: AroundMeetings,
  embedded = false,
): OparlObject {
  const decided = item.decisionIds.flatMap((id) => around.decisions.get(id) ?? []);
  const clauses = decided.flatMap(({ data }) => data.clauses);
  const [consultation] = consultationsOf(scene, row, item, around);
  return oparlObject(scene, 'AgendaItem', item.id, row, {
    meeting: embedded ? undefined : scene.at.object('Meeting', row.recordId),
    number: item.number,
    order: item.order,
    name: item.title,
    public: item.public,
    consultation: consultation?.id,
    resolutionText: clauses.length > 0 ? clauses.join('\n') : undefined,
    auxiliaryFile: decided.flatMap((decision) => fileObjects(scene, decision, true)),
  });
}

/** One consultation for each published paper that an item deals with: the matter first, then assignments, then the decisions that were taken. */
export function consultationsOf(
  scene: OparlScene,
  row: Meeting,
  item: Item,
  { published }: Pick<AroundMeetings, 'published'>,
): readonly OparlObject[] {
  const { at } = scene;
  const papers = [...(item.matterId ? [item.matterId] : []), ...item.assignmentIds, ...item.decisionIds];
  return [...new Set(papers)]
    .filter((id) => (paperNouns as readonly string[]).includes(published.get(id) ?? ''))
    .map((id) =>
      oparlObject(scene, 'Consultation', `${item.id}_${id}`, row, {
        paper: at.object('Paper', id),
        agendaItem: at.object('AgendaItem', item.id),
        meeting: at.object('Meeting', row.recordId),
        organization: row.bodyId ? [at.object('Organization', row.bodyId)] : [],
        authoritative: published.get(id) === 'decision' || item.decisionIds.length > 0,
        role: item.category ?? undefined,
      }),
    );
}

function moment(text: string | null): string | undefined {
  return text === null || Number.isNaN(Date.parse(text)) ? undefined : instant(new Date(text));
}
