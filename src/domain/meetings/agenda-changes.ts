import { isDeepStrictEqual } from 'node:util';
import type { Localized } from '../../kernel/language.ts';
import type { AgendaContent, FrozenItem } from './agenda-version.ts';

/** What of an item can differ between two versions of an agenda. */
export const itemAspects = {
  number: { sv: 'nummer', en: 'number' },
  title: { sv: 'rubrik', en: 'heading' },
  category: { sv: 'slag av punkt', en: 'kind of item' },
  registrationNumber: { sv: 'diarienummer', en: 'registration number' },
  presenters: { sv: 'föredragande', en: 'presenters' },
  summary: { sv: 'sammanfattning', en: 'summary' },
  proposals: { sv: 'förslag till beslut', en: 'proposed decision' },
  documents: { sv: 'handlingar', en: 'documents' },
  memo: { sv: 'föredragnings-PM', en: 'memo' },
  exercisesAuthority: { sv: 'myndighetsutövning', en: 'exercise of public authority' },
  doorsClosed: { sv: 'stängda dörrar', en: 'closed doors' },
  parentId: { sv: 'placering under annan punkt', en: 'place under another item' },
} as const satisfies Record<string, Localized>;
export type ItemAspect = keyof typeof itemAspects;

/** What of the meeting itself can differ. */
export const agendaAspects = {
  meeting: { sv: 'tid, plats eller form', en: 'time, place or form' },
  slots: { sv: 'preliminär tidplan', en: 'preliminary timetable' },
  calls: { sv: 'kallade och underrättade', en: 'who is called and notified' },
  order: { sv: 'ordningen mellan punkterna', en: 'the order of the items' },
} as const satisfies Record<string, Localized>;
export type AgendaAspect = keyof typeof agendaAspects;

/** An item that both versions have, with what differs; its documents are told by name. */
export type ChangedItem = {
  readonly before: FrozenItem;
  readonly after: FrozenItem;
  readonly aspects: readonly ItemAspect[];
  readonly addedDocuments: readonly string[];
  readonly removedDocuments: readonly string[];
};

/** What a supplement says beside the notice: which items came, went and changed, and what changed about the meeting. */
export type AgendaChanges = {
  readonly added: readonly FrozenItem[];
  readonly removed: readonly FrozenItem[];
  readonly changed: readonly ChangedItem[];
  readonly aspects: readonly AgendaAspect[];
};

const aspects = Object.keys(itemAspects) as readonly ItemAspect[];

/** What differs between two contents of an agenda; items are the same when they have the same id, whatever else changed. */
export function agendaChanges(before: AgendaContent, after: AgendaContent): AgendaChanges {
  const old = new Map(before.items.map((item) => [item.id as string, item]));
  const now = new Map(after.items.map((item) => [item.id as string, item]));
  const changed = after.items.flatMap((item) => {
    const known = old.get(item.id);
    return known ? changesOf(known, item) : [];
  });
  const kept = (items: readonly FrozenItem[]) => items.flatMap(({ id }) => (old.has(id) && now.has(id) ? [id] : []));
  const different: readonly (readonly [AgendaAspect, boolean])[] = [
    ['meeting', !isDeepStrictEqual(before.meeting, after.meeting)],
    ['slots', !isDeepStrictEqual(before.slots, after.slots)],
    ['calls', !isDeepStrictEqual(before.calls, after.calls)],
    ['order', !isDeepStrictEqual(kept(before.items), kept(after.items))],
  ];
  return {
    added: after.items.filter(({ id }) => !old.has(id)),
    removed: before.items.filter(({ id }) => !now.has(id)),
    changed,
    aspects: different.flatMap(([aspect, is]) => (is ? [aspect] : [])),
  };
}

/** Whether two versions say the same. */
export function nothingChanged(changes: AgendaChanges): boolean {
  return [changes.added, changes.removed, changes.changed, changes.aspects].every(({ length }) => length === 0);
}

function changesOf(before: FrozenItem, after: FrozenItem): readonly ChangedItem[] {
  const differing = aspects.filter((aspect) => !isDeepStrictEqual(before[aspect], after[aspect]));
  if (differing.length === 0) return [];
  const hashes = (item: FrozenItem) => new Set(item.documents.map(({ sha256 }) => sha256));
  const missing = (from: FrozenItem, among: FrozenItem) =>
    from.documents.filter(({ sha256 }) => !hashes(among).has(sha256)).map(({ title }) => title);
  return [
    {
      before,
      after,
      aspects: differing,
      addedDocuments: missing(after, before),
      removedDocuments: missing(before, after),
    },
  ];
}
