import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { AgendaItem, ItemCategory } from './agenda-item.ts';
import type { CallKind, MeetingDetail, MeetingKind, MeetingMode } from './meeting.ts';
import type { MemoContent } from './memo.ts';
import type { NoticeDeadline } from './notice-deadline.ts';

/** What a frozen agenda was sent as: the first is the notice, each later one a numbered supplement to it. */
export const agendaVersionKinds = {
  notice: { sv: 'kallelse', en: 'notice' },
  supplement: { sv: 'tilläggskallelse', en: 'supplementary notice' },
} as const satisfies Record<string, Localized>;
export type AgendaVersionKind = keyof typeof agendaVersionKinds;

/** What an item proposes that a body decides. */
export type FrozenProposal = { readonly body: string; readonly title: string; readonly clauses: readonly string[] };

/** An item as it was sent: copies of the words, so that no later change of the matter, the memo or the documents can reach it. */
export type FrozenItem = {
  readonly id: Id<'agendaItem'>;
  readonly parentId: Id<'agendaItem'> | null;
  readonly number: string | null;
  readonly title: string;
  readonly category: ItemCategory;
  readonly registrationNumber: string | null;
  readonly presenters: readonly string[];
  readonly summary: string | null;
  readonly exercisesAuthority: boolean;
  readonly doorsClosed: boolean;
  readonly proposals: readonly FrozenProposal[];
  readonly documents: readonly { readonly id: Id<'document'>; readonly title: string; readonly sha256: string }[];
  readonly memo: MemoContent | null;
};

/** All that a notice says, in the words of the day it was sent. `format` lets later readers know old contents. */
export type AgendaContent = {
  readonly format: 1;
  readonly meeting: {
    readonly kind: MeetingKind;
    readonly title: string | null;
    readonly bodies: readonly string[];
    readonly heldOn: CivilDate;
    readonly lastDay: CivilDate | null;
    readonly startsAt: string | null;
    readonly endsAt: string | null;
    readonly place: string | null;
    readonly mode: MeetingMode | null;
    readonly adjustBy: CivilDate | null;
    readonly note: string | null;
  };
  readonly items: readonly FrozenItem[];
  readonly slots: readonly {
    readonly startsAt: string;
    readonly endsAt: string;
    readonly title: string;
    readonly presenters: readonly string[];
    readonly pause: boolean;
  }[];
  readonly calls: readonly {
    readonly kind: CallKind;
    readonly name: string | null;
    readonly party: string | null;
    readonly role: string | null;
  }[];
};

/** A frozen agenda without its content, for lists. */
export type AgendaVersionHead = {
  readonly number: number;
  readonly kind: AgendaVersionKind;
  readonly frozenAt: Date;
  readonly frozenBy: string;
  readonly contentHash: string;
  readonly deadline: NoticeDeadline | null;
  readonly lateReason: string | null;
};

/** A frozen agenda: number 1 is the notice, number n the supplement n − 1. It never changes. */
export type AgendaVersion = AgendaVersionHead & { readonly content: AgendaContent };

/** What of a meeting a version freezes. */
export function agendaContentOf(
  meeting: MeetingDetail,
  proposals: ReadonlyMap<string, readonly FrozenProposal[]>,
  memos: ReadonlyMap<string, MemoContent>,
): AgendaContent {
  const { kind, title, heldOn, lastDay, startsAt, endsAt, place, mode, adjustBy, note } = meeting;
  const bodies = [meeting.body, ...meeting.jointBodies].map(({ name }) => name);
  return {
    format: 1,
    meeting: { kind, title, bodies, heldOn, lastDay, startsAt, endsAt, place, mode, adjustBy, note },
    items: meeting.items.map((item) => frozenItem(item, proposals.get(item.id) ?? [], memos.get(item.id) ?? null)),
    slots: meeting.slots.map((slot) => ({
      startsAt: slot.startsAt,
      endsAt: slot.endsAt,
      title: slot.title,
      presenters: slot.presenters,
      pause: slot.pause,
    })),
    calls: [...meeting.called, ...meeting.notified].map((seat) => ({
      kind: seat.kind,
      name: seat.name,
      party: seat.party,
      role: seat.role,
    })),
  };
}

function frozenItem(item: AgendaItem, proposals: readonly FrozenProposal[], memo: MemoContent | null): FrozenItem {
  const { id, parentId, number, title, category, presenters, summary, exercisesAuthority, doorsClosed } = item;
  return {
    id,
    parentId,
    number,
    title,
    category,
    registrationNumber: item.matter?.registrationNumber ?? null,
    presenters,
    summary,
    exercisesAuthority,
    doorsClosed,
    proposals,
    documents: item.documents.map((document) => ({
      id: document.id,
      title: document.title,
      sha256: document.sha256,
    })),
    memo,
  };
}
