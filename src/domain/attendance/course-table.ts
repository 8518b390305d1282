import type { CourseState } from './course-state.ts';
import type { MeetingEventKind } from './meeting-event.ts';

/**
 * Why something cannot have happened at that moment. Each is also a code of the error catalogue, with what to do about it.
 */
export const courseBreaches = [
  'course.wrongPhase',
  'course.notOnList',
  'course.alreadyHere',
  'course.notHere',
  'course.itemOpen',
  'course.noSuchItem',
  'course.notDeputy',
  'course.servesAlready',
  'course.notServing',
  'course.noSuchSeat',
  'course.seatTaken',
  'course.isOutside',
  'course.notOutside',
  'course.brokeOff',
  'course.remoteNotAllowed',
  'course.remoteNotConfirmed',
  'course.notStaff',
  'course.tooManyStaff',
] as const;
export type CourseBreach = (typeof courseBreaches)[number];

type Row = { readonly phases: readonly CourseState['phase'][]; readonly unless: readonly CourseBreach[] };

/**
 * What may follow what: in which phases of the meeting something can happen, and what stands against it, asked in this order. What the table does
 * not say is possible: people may come before the meeting opens, leave while it is adjourned, and an item may be called up twice.
 */
export const courseRows = {
  opened: { phases: ['notOpened'], unless: [] },
  itemBegan: { phases: ['running'], unless: ['course.itemOpen'] },
  itemEnded: { phases: ['running'], unless: ['course.noSuchItem'] },
  arrived: {
    phases: ['notOpened', 'running', 'adjourned'],
    unless: [
      'course.notOnList',
      'course.alreadyHere',
      'course.tooManyStaff',
      'course.remoteNotAllowed',
      'course.remoteNotConfirmed',
    ],
  },
  left: { phases: ['notOpened', 'running', 'adjourned'], unless: ['course.notOnList', 'course.notHere'] },
  beganServing: {
    phases: ['notOpened', 'running', 'adjourned'],
    unless: [
      'course.notOnList',
      'course.notDeputy',
      'course.notHere',
      'course.isOutside',
      'course.servesAlready',
      'course.brokeOff',
      'course.noSuchSeat',
      'course.seatTaken',
    ],
  },
  stoppedServing: {
    phases: ['notOpened', 'running', 'adjourned'],
    unless: ['course.notOnList', 'course.notDeputy', 'course.notServing'],
  },
  disqualified: {
    phases: ['running', 'adjourned'],
    unless: ['course.notOnList', 'course.noSuchItem', 'course.notHere', 'course.isOutside'],
  },
  excluded: {
    phases: ['running', 'adjourned'],
    unless: ['course.notOnList', 'course.notStaff', 'course.noSuchItem', 'course.notHere', 'course.isOutside'],
  },
  returned: { phases: ['running', 'adjourned'], unless: ['course.notOnList', 'course.notOutside'] },
  adjourned: { phases: ['running'], unless: [] },
  resumed: { phases: ['adjourned'], unless: [] },
  closed: { phases: ['running'], unless: ['course.itemOpen'] },
} as const satisfies Record<MeetingEventKind, Row>;
