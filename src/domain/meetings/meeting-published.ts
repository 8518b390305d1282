import { type Block, bullets, heading, paragraph } from '../../documents/tree/index.ts';
import { capitalized } from '../../kernel/capitalized.ts';
import type { Id } from '../../kernel/id.ts';
import { stockholmInstant } from '../../kernel/stockholm-instant.ts';
import type { Reader } from '../../storage/database.ts';
import { authorityName, type PublishedLink, type PublishedRecord, type PublishedRole } from '../published/index.ts';

import { highestOf, isPublic } from '../secrecy/index.ts';
import { itemTitle } from './agenda-document.ts';
import { type AgendaItem, itemCategories } from './agenda-item.ts';
import { type MeetingDetail, meetingKinds, meetingModes } from './meeting.ts';
import { getMeeting } from './meeting-reader.ts';
import { meetingStates } from './meeting-transitions.ts';
import { printedDate, printedText, printedTime } from './printed-words.ts';

/** What later nouns know of a meeting: who was there in an elected role, and what was decided in its items. */
export type BesideMeeting = {
  readonly present: readonly PublishedRole[];
  readonly decisions: readonly { readonly id: Id<'decision'>; readonly itemId: Id<'agendaItem'> }[];
};

/** What stands in the place of a title that shows what is secret. */
export const hiddenItemTitle = 'Ärende som omfattas av sekretess';

/**
 * A meeting as everybody may read it: when and where, and the agenda once the notice has gone out; a planned meeting is its day alone, because its
 * agenda is still being worked on (TF 2:12). An item of a secret matter is there by number, without title, text or link.
 */
export async function publishedMeeting(
  r: Reader,
  id: Id<'meeting'>,
  beside: BesideMeeting = { present: [], decisions: [] },
): Promise<PublishedRecord<'meeting'>> {
  const meeting = await getMeeting(r, id);
  const { heldOn, startsAt, endsAt, place, mode, body, state } = meeting;
  const title = `${meeting.title ?? capitalized(meetingKinds[meeting.kind].sv)}, ${body.name} ${heldOn}`;
  const items = state === 'planned' ? [] : meeting.items;
  const held = ['closed', 'adjusted'].includes(state);
  const shown = held ? beside : { present: [], decisions: [] };
  const hidden = await hiddenItems(r, items);
  const isHidden = ({ id }: Pick<AgendaItem, 'id'>) => hidden.has(id);
  const open = items.filter((item) => !isHidden(item));
  return {
    noun: 'meeting',
    recordId: meeting.id,
    title,
    summary: `${printedDate(heldOn)} ${printedTime(meeting)}`.trim().concat(place ? `, ${place}.` : '.'),
    bodyId: body.id,
    bodyName: body.name,
    happenedOn: heldOn,
    year: Number(heldOn.slice(0, 4)),
    state,
    registrationNumbers: [...new Set(open.flatMap(({ matter }) => (matter ? [matter.registrationNumber] : [])))],
    tree: {
      title,
      author: await authorityName(r),
      language: 'sv',
      date: heldOn,
      facts: [
        { label: 'Organ', value: [body, ...meeting.jointBodies].map(({ name }) => name).join(', ') },
        { label: 'Dag', value: printedDate(heldOn) },
        ...(startsAt ? [{ label: 'Tid', value: printedTime(meeting) }] : []),
        ...(place ? [{ label: 'Plats', value: place }] : []),
        ...(mode ? [{ label: 'Form', value: meetingModes[mode].sv }] : []),
        { label: 'Läge', value: meetingStates[state].sv },
      ],
      blocks: [
        ...(state === 'cancelled' ? [paragraph('Sammanträdet är inställt.')] : []),
        ...(items.length > 0
          ? [heading(1, 'Dagordning', 'dagordning'), ...items.flatMap((item) => itemBlocks(item, isHidden(item)))]
          : []),
        ...(shown.present.length > 0
          ? [heading(1, 'Närvarande förtroendevalda', 'narvarande'), bullets(...shown.present.map(named))]
          : []),
      ],
    },
    data: {
      kind: meeting.kind,
      start: startsAt ? stockholmInstant(heldOn, startsAt).toISOString() : null,
      end: endsAt ? stockholmInstant(heldOn, endsAt).toISOString() : null,
      place,
      mode,
      cancelled: state === 'cancelled',
      items: items.map((item) => {
        const secret = isHidden(item);
        return {
          id: item.id,
          number: item.number,
          order: item.position,
          title: secret ? hiddenItemTitle : item.title,
          public: !secret && !item.doorsClosed,
          category: secret ? null : item.category,
          matterId: secret ? null : (item.matter?.id ?? null),
          assignmentIds: secret ? [] : item.assignments.map((one) => one.id),
          decisionIds: secret
            ? []
            : shown.decisions.filter(({ itemId }) => itemId === item.id).map((decision) => decision.id),
        };
      }),
      present: shown.present,
    },
    links: linksOf(meeting, open),
    files: [],
  };
}

/** The items that show nothing of themselves in the open, because they, or the matters they deal with, are not open. */
export async function hiddenItems(r: Reader, items: readonly Pick<AgendaItem, 'id'>[]): Promise<ReadonlySet<string>> {
  const refs = items.map(({ id }) => ({ noun: 'agendaItem', id }));
  if (isPublic(await highestOf(r, refs))) return new Set();
  const hidden = new Set<string>();
  for (const ref of refs) if (!isPublic(await highestOf(r, [ref]))) hidden.add(ref.id);
  return hidden;
}

function itemBlocks(item: AgendaItem, hidden: boolean): readonly Block[] {
  const anchor = `punkt-${item.id}`;
  if (hidden) return [heading(2, itemTitle({ number: item.number, title: hiddenItemTitle }), anchor)];
  const told = [
    itemCategories[item.category].sv,
    ...(item.matter ? [item.matter.registrationNumber] : []),
    ...(item.doorsClosed ? ['bakom stängda dörrar'] : []),
  ];
  return [heading(2, itemTitle(item), anchor), paragraph(told.join(', ')), ...printedText(item.summary)];
}

function linksOf(
  { body, jointBodies }: Pick<MeetingDetail, 'body' | 'jointBodies'>,
  items: readonly AgendaItem[],
): readonly PublishedLink[] {
  const assignments = new Set(items.flatMap((item) => item.assignments.map(({ id }) => id as string)));
  const matters = new Set(items.flatMap(({ matter }) => (matter ? [matter.id as string] : [])));
  return [
    ...[body, ...jointBodies].map(({ id }): PublishedLink => ({ relation: 'partOf', noun: 'body', recordId: id })),
    ...[...assignments].map((recordId): PublishedLink => ({ relation: 'about', noun: 'assignment', recordId })),
    ...[...matters].map((recordId): PublishedLink => ({ relation: 'about', noun: 'matter', recordId })),
  ];
}

function named({ name, party }: PublishedRole): string {
  return party ? `${name} (${party})` : name;
}
