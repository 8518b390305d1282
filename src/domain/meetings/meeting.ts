import type { CivilDate } from '../../kernel/civil-date.ts';
import { isCivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { AgendaItem } from './agenda-item.ts';
import type { MeetingState } from './meeting-transitions.ts';

/** What kind of gathering it is. Only a `meeting` can be formal; a study visit and a workshop are occasions of the body all the same. */
export const meetingKinds = {
  meeting: { sv: 'sammanträde', en: 'meeting' },
  jointMeeting: { sv: 'gemensamt sammanträde', en: 'joint meeting' },
  studyVisit: { sv: 'studiebesök', en: 'study visit' },
  workshop: { sv: 'workshop', en: 'workshop' },
} as const satisfies Record<string, Localized>;
export type MeetingKind = keyof typeof meetingKinds;
export const meetingKindCodes = Object.keys(meetingKinds) as readonly MeetingKind[];

/** How people meet. `digitalWithBase` is a digital meeting with one room where the presidium sits (seed 001, activity plan). */
export const meetingModes = {
  inPerson: { sv: 'fysiskt', en: 'in person' },
  digital: { sv: 'digitalt', en: 'digital' },
  digitalWithBase: { sv: 'digitalt med bas', en: 'digital with a base room' },
  hybrid: { sv: 'hybrid', en: 'hybrid' },
  residential: { sv: 'internat', en: 'residential' },
} as const satisfies Record<string, Localized>;
export type MeetingMode = keyof typeof meetingModes;
export const meetingModeCodes = Object.keys(meetingModes) as readonly MeetingMode[];

/** The two lists of a notice: members are called, deputies are told of time and place (KL 6:17; the labels are those of seed 001). */
export const callKinds = {
  called: { sv: 'Ledamöter kallas', en: 'Members are called' },
  notified: { sv: 'Ersättare underrättas', en: 'Deputies are notified' },
} as const satisfies Record<string, Localized>;
export type CallKind = keyof typeof callKinds;

/** A body as other records name it. */
export type BodyName = { readonly id: Id<'body'>; readonly name: string };

/** One gathering of one body, or of several when it is joint; everything else of a meeting hangs on it. */
export type Meeting = {
  readonly id: Id<'meeting'>;
  readonly version: number;
  readonly kind: MeetingKind;
  readonly title: string | null;
  readonly body: BodyName;
  readonly jointBodies: readonly BodyName[];
  readonly heldOn: CivilDate;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly place: string | null;
  readonly mode: MeetingMode | null;
  readonly state: MeetingState;
  readonly adjustBy: CivilDate | null;
  /** The last day of a meeting of several days. */
  readonly lastDay: CivilDate | null;
  /** What the calendar says beside the day. */
  readonly note: string | null;
};

/** A slot of the preliminary timetable: a presentation, a decision point, or a break (which has no agenda item). */
export type Slot = {
  readonly id: Id<'meetingSlot'>;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly title: string;
  readonly presenters: readonly string[];
  readonly agendaItemId: Id<'agendaItem'> | null;
  /** Whether the start was set by hand: it stays when what comes before it takes longer or shorter (`recalculateTimetable`). */
  readonly fixed: boolean;
  readonly pause: boolean;
};

/** A slot as it is given: what is not told is neither fixed nor, unless its title says so, a break. */
export type GivenSlot = Pick<Slot, 'startsAt' | 'endsAt' | 'title' | 'presenters'> &
  Partial<Pick<Slot, 'agendaItemId' | 'fixed' | 'pause'>>;

/** Whether the title of a slot is that of a break, as notices print them. */
export function isPauseTitle(title: string): boolean {
  return /^(?:paus|lunch|fika|kaffe|bensträckare)(?![\p{L}])/iu.test(title.trim());
}

/** One row of a notice's lists: a seat with its person, or a vacancy (`name` null), which is printed and still counts for quorum. */
export type CalledSeat = {
  readonly kind: CallKind;
  readonly name: string | null;
  readonly party: string | null;
  readonly role: string | null;
  readonly seatId: Id<'seat'> | null;
};

/** A meeting with all that its notice prints. */
export type MeetingDetail = Meeting & {
  readonly items: readonly AgendaItem[];
  readonly slots: readonly Slot[];
  readonly called: readonly CalledSeat[];
  readonly notified: readonly CalledSeat[];
};

/** What a meeting is planned with, as it comes from a form, an import or the demonstration. */
export type MeetingFields = {
  readonly kind: MeetingKind;
  readonly heldOn: CivilDate;
  readonly title?: string | null;
  readonly startsAt?: string | null;
  readonly endsAt?: string | null;
  readonly place?: string | null;
  readonly mode?: MeetingMode | null;
  /** As the notice prints it; computed by the body's rule when it is not given. */
  readonly adjustBy?: CivilDate | null;
  readonly lastDay?: CivilDate | null;
  readonly note?: string | null;
};

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Whether the text is a clock time `HH:MM`. */
export function isClockTime(text: string): boolean {
  return clock.test(text);
}

/** What a person must correct before a meeting can be planned or changed. */
export function meetingProblems(fields: MeetingFields): readonly Problem[] {
  const problems: Problem[] = [];
  const { startsAt, endsAt, adjustBy, lastDay } = fields;
  if (!(fields.kind in meetingKinds)) problems.push({ path: 'kind', key: 'validation.choose' });
  if (fields.mode && !(fields.mode in meetingModes)) problems.push({ path: 'mode', key: 'validation.choose' });
  if (!isCivilDate(fields.heldOn)) problems.push({ path: 'heldOn', key: 'validation.date' });
  if (startsAt && !isClockTime(startsAt)) problems.push({ path: 'startsAt', key: 'meeting.time' });
  if (endsAt && !isClockTime(endsAt)) problems.push({ path: 'endsAt', key: 'meeting.time' });
  if (startsAt && endsAt && isClockTime(startsAt) && endsAt <= startsAt)
    problems.push({ path: 'endsAt', key: 'meeting.endsBeforeStart' });
  if (adjustBy && !isCivilDate(adjustBy)) problems.push({ path: 'adjustBy', key: 'validation.date' });
  else if (adjustBy && adjustBy < fields.heldOn) problems.push({ path: 'adjustBy', key: 'meeting.beforeMeeting' });
  if (lastDay && !isCivilDate(lastDay)) problems.push({ path: 'lastDay', key: 'validation.date' });
  else if (lastDay && lastDay < fields.heldOn) problems.push({ path: 'lastDay', key: 'meeting.beforeMeeting' });
  return problems;
}

/** What a person must correct in a timetable: a time that is none, a slot that ends before it starts, two slots at the same time (MTG-09). */
export function timetableProblems(slots: readonly Pick<Slot, 'startsAt' | 'endsAt' | 'title'>[]): readonly Problem[] {
  return slots.flatMap((slot, index) => {
    const path = `slots.${index}`;
    const before = slots[index - 1];
    const problems: Problem[] = [];
    if (!slot.title.trim()) problems.push({ path: `${path}.title`, key: 'validation.required' });
    if (!isClockTime(slot.startsAt)) problems.push({ path: `${path}.startsAt`, key: 'meeting.time' });
    if (!isClockTime(slot.endsAt)) problems.push({ path: `${path}.endsAt`, key: 'meeting.time' });
    else if (slot.endsAt <= slot.startsAt) problems.push({ path: `${path}.endsAt`, key: 'meeting.endsBeforeStart' });
    if (before && slot.startsAt < before.endsAt)
      problems.push({ path: `${path}.startsAt`, key: 'meeting.slotsOverlap' });
    return problems;
  });
}
