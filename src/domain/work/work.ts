import { addDays, type CivilDate, weekdayOf } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import { type Actor, may } from '../access/index.ts';
import type { DelegationState } from './delegation-transitions.ts';
import { type WorkKind, workKindOf } from './work-kinds.ts';

/** Something that has to be done, as a source found it in the records: it has no row of its own and is gone when it is done. */
export type WorkFinding = {
  readonly kind: WorkKind;
  readonly recordId: string;
  /** What tells it from other work of the same kind on the same record: the round of an adjustment, a unit that was asked. */
  readonly step?: string;
  /** Where it leads. */
  readonly href: `/${string}`;
  /** What it is about, in the record's own words (Swedish). */
  readonly title: string;
  readonly body: { readonly id: Id<'body'>; readonly name: string } | null;
  readonly dueOn: CivilDate | null;
  /** False where the kind has a day of law but the body has none: a chefsgrupp is bound by custom alone. */
  readonly byLaw?: boolean;
  /** The one person whose work it is, for kinds that are personal. */
  readonly accountId?: Id<'account'>;
  /** The one who may not do it, because two people must stand behind it and this one is the first of them. */
  readonly notFor?: Id<'account'> | null;
  /** Others whom it waits for: then there is nothing to do but to ask them. */
  readonly waitsFor?: readonly string[];
  /** How many things it holds, where a row stands for many. */
  readonly count?: number;
  /** Whether its own words may touch something secret, or are somebody else's: they are shown to who is signed in, and stand in no letter. */
  readonly guarded?: boolean;
};

/** Where on the list a piece of work stands. */
export const workPlaces = {
  today: { sv: 'Idag', en: 'Today' },
  week: { sv: 'Den här veckan', en: 'This week' },
  later: { sv: 'Senare', en: 'Later' },
  others: { sv: 'Hos andra', en: 'With others' },
  resting: { sv: 'Vilar', en: 'Resting' },
} as const satisfies Record<string, Localized>;
export type WorkPlace = keyof typeof workPlaces;
export const workPlaceCodes = Object.keys(workPlaces) as readonly WorkPlace[];

/** That somebody lets a piece of work rest until a day. */
export type Rest = { readonly key: string; readonly untilOn: CivilDate; readonly reason: string };

/** That somebody handed a piece of work to somebody. */
export type Delegation = {
  readonly id: Id<'workDelegation'>;
  readonly version: number;
  readonly key: string;
  readonly from: { readonly accountId: Id<'account'>; readonly name: string };
  readonly to: { readonly accountId: Id<'account'>; readonly name: string };
  readonly note: string | null;
  readonly state: DelegationState;
  readonly answer: string | null;
  readonly delegatedOn: CivilDate;
};

/** One line of somebody's list of work. */
export type WorkEntry = WorkFinding & {
  readonly key: string;
  readonly place: WorkPlace;
  /** Days past its day; 0 for what is not late. */
  readonly daysLate: number;
  readonly rest: Rest | null;
  /** Who has it, or who handed it to the reader; for the one who handed it over also that it came back. */
  readonly delegation: Delegation | null;
};

/** The name of a piece of work, the same from day to day: what rests, was handed over or reminded of is kept by it. */
export function workKey({ kind, recordId, step }: Pick<WorkFinding, 'kind' | 'recordId' | 'step'>): string {
  return [kind, recordId, ...(step === undefined ? [] : [step])].join(':');
}

/** Whether an actor may do a piece of work: the one question that decides who sees it, whatever its source found. */
export function mayDo(actor: Actor, finding: Pick<WorkFinding, 'kind' | 'body' | 'accountId' | 'notFor'>): boolean {
  if (finding.accountId !== undefined && finding.accountId !== actor.accountId) return false;
  if (finding.notFor && finding.notFor === actor.accountId) return false;
  return may(actor, workKindOf(finding.kind).action, finding.body?.id);
}

/** Whether it can be handed to somebody: a signature and an answer cannot, and what waits for others is not in hand. */
export function canDelegate({ kind, waitsFor }: Pick<WorkFinding, 'kind' | 'waitsFor'>): boolean {
  return !workKindOf(kind).personal && waitsFor === undefined;
}

/** Whether the rest holds: until its day, and for work with a day of law never past that day, even if the day has moved since. */
export function restHolds(rest: Rest, finding: WorkDay, today: CivilDate): boolean {
  return today < rest.untilOn && (lastRestDay(finding) ?? rest.untilOn) >= rest.untilOn;
}

/** What the day of a piece of work is told from. */
export type WorkDay = Pick<WorkFinding, 'kind' | 'dueOn' | 'byLaw'>;

/** Whether a law sets the last day of a piece of work. */
export function isByLaw({ kind, dueOn, byLaw }: WorkDay): boolean {
  return dueOn !== null && byLaw !== false && workKindOf(kind).law !== null;
}

/** The last day until which work may rest, where a law sets its last day; undefined where none does. */
export function lastRestDay(finding: WorkDay): CivilDate | undefined {
  return isByLaw(finding) ? (finding.dueOn ?? undefined) : undefined;
}

/** Where on the list of a reader a piece of work stands, given what rests and who has it. */
export function placeOf(
  finding: WorkFinding,
  arranged: { readonly rest: Rest | null; readonly delegation: Delegation | null },
  reader: Id<'account'> | null,
  today: CivilDate,
): WorkPlace {
  const { delegation, rest } = arranged;
  if (finding.waitsFor !== undefined) return rest ? 'resting' : 'others';
  if (delegation && delegation.state !== 'returned' && delegation.to.accountId !== reader) return 'others';
  if (rest) return 'resting';
  if (finding.dueOn === null) return 'later';
  if (finding.dueOn <= today) return 'today';
  return finding.dueOn <= lastOfWeek(today) ? 'week' : 'later';
}

/** The Sunday of the week that a day lies in; at the weekend the Sunday of the coming week, which is the one that is planned then. */
export function lastOfWeek(day: CivilDate): CivilDate {
  const left = 7 - weekdayOf(day);
  return addDays(day, left < 2 ? left + 7 : left);
}

/** What is late first, then by day; what has no day comes last, in the order of the kinds. */
export function byUrgency(a: WorkEntry, b: WorkEntry): number {
  return (
    (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') ||
    Object.keys(workPlaces).indexOf(a.place) - Object.keys(workPlaces).indexOf(b.place) ||
    a.title.localeCompare(b.title, 'sv') ||
    a.key.localeCompare(b.key)
  );
}

/** How many entries there are of each kind, only those that there are. */
export function countWork(entries: readonly WorkEntry[]): ReadonlyMap<WorkKind, number> {
  return new Map([...Map.groupBy(entries, ({ kind }) => kind)].map(([kind, own]) => [kind, own.length]));
}

/** What a person can do something about now: not what others have, nor what rests. */
export function isAtHand({ place }: Pick<WorkEntry, 'place'>): boolean {
  return place === 'today' || place === 'week' || place === 'later';
}
