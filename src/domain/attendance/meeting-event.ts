import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';

/** What can happen in the course of a meeting. Each is said as the secretary's list of the meeting says it. */
export const meetingEventKinds = {
  opened: { sv: 'sammanträdet öppnas', en: 'the meeting is opened' },
  itemBegan: { sv: 'ärendet tas upp', en: 'the item is called up' },
  itemEnded: { sv: 'ärendet avslutas', en: 'the item is ended' },
  arrived: { sv: 'kommer', en: 'arrives' },
  left: { sv: 'går', en: 'leaves' },
  beganServing: { sv: 'går in och tjänstgör', en: 'begins to serve' },
  stoppedServing: { sv: 'slutar tjänstgöra', en: 'stops serving' },
  disqualified: { sv: 'lämnar rummet på grund av jäv', en: 'leaves the room because of disqualification' },
  excluded: { sv: 'får inte närvara vid ärendet', en: 'may not attend the item' },
  returned: { sv: 'återkommer efter ärendet', en: 'returns after the item' },
  adjourned: { sv: 'sammanträdet ajourneras', en: 'the meeting is adjourned' },
  resumed: { sv: 'sammanträdet återupptas', en: 'the meeting is resumed' },
  closed: { sv: 'sammanträdet avslutas', en: 'the meeting is closed' },
} as const satisfies Record<string, Localized>;
export type MeetingEventKind = keyof typeof meetingEventKinds;

/** Where somebody takes part (KL 5:16, 6:24). At a distance is present, when the body is allowed it. */
export const presenceModes = {
  inRoom: { sv: 'i rummet', en: 'in the room' },
  remote: { sv: 'på distans', en: 'at a distance' },
} as const satisfies Record<string, Localized>;
export type PresenceMode = keyof typeof presenceModes;

/**
 * Why somebody leaves during the meeting. Only `leaves` is what KL 5:17–20 calls breaking off one's service for another reason than disqualification;
 * a line that fell or a move from the room to the screen is no wish to break off, and costs nobody the seat.
 */
export const leaveReasons = {
  leaves: { sv: 'lämnar sammanträdet', en: 'leaves the meeting' },
  lostConnection: { sv: 'tappar förbindelsen', en: 'loses the connection' },
  changesMode: { sv: 'byter deltagandeform', en: 'changes the form of participation' },
} as const satisfies Record<string, Localized>;
export type LeaveReason = keyof typeof leaveReasons;

/** One thing that happened, as the verb that notes it says it. */
export type EventFact =
  | { readonly kind: 'opened' | 'adjourned' | 'closed' }
  | { readonly kind: 'resumed'; readonly nextDay: boolean }
  | { readonly kind: 'itemBegan' | 'itemEnded'; readonly itemId: Id<'agendaItem'> }
  | {
      readonly kind: 'arrived';
      readonly attendanceId: Id<'attendance'>;
      readonly mode: PresenceMode;
      /** For who takes part at a distance: sound and picture were tried, and all see and hear each other (KL 5:16). */
      readonly seenAndHeard: boolean;
    }
  | { readonly kind: 'left'; readonly attendanceId: Id<'attendance'>; readonly reason: LeaveReason }
  | { readonly kind: 'beganServing'; readonly attendanceId: Id<'attendance'>; readonly seatId: Id<'seat'> }
  | { readonly kind: 'stoppedServing'; readonly attendanceId: Id<'attendance'> }
  | {
      readonly kind: 'disqualified' | 'excluded' | 'returned';
      readonly attendanceId: Id<'attendance'>;
      readonly itemId: Id<'agendaItem'>;
    };

/** When it happened: the day of the meeting counted from one, and the clock time of the minutes; `seq` orders what was noted for one minute. */
export type EventPlace = { readonly day: number; readonly at: string; readonly seq: number };

/** An entry of the course of a meeting. Entries are added and never changed; a slip is withdrawn and stays readable. */
export type MeetingEvent = EventFact & EventPlace & { readonly id: Id<'meetingEvent'> };

/** The order in which things happened, whenever they were noted: the secretary may write down at half past what happened at a quarter past. */
export function inOrder<E extends EventPlace>(events: readonly E[]): readonly E[] {
  return [...events].sort((a, b) => a.day - b.day || compare(a.at, b.at) || a.seq - b.seq);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
