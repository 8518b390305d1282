import {
  type AttendanceCapacity,
  adjournMeeting,
  attendanceCapacityCodes,
  callUpItem,
  endItem,
  invitePerson,
  type LeaveReason,
  leaveReasons,
  noteEvent,
  type PresenceMode,
  presenceModes,
  resumeMeeting,
  withdrawEvent,
} from '../../../domain/attendance/index.ts';
import { checkbox, choice, idField, optionalText, text } from '../../input.ts';
import type { Route } from '../../route.ts';
import { conductRoute } from './conduct-route.ts';
import { idWithCode, idWithId } from './pair-field.ts';

const modes = Object.keys(presenceModes) as PresenceMode[];
const reasons = Object.keys(leaveReasons) as LeaveReason[];
const invited = attendanceCapacityCodes.filter((one) => one !== 'member' && one !== 'deputy') as [
  Exclude<AttendanceCapacity, 'member' | 'deputy'>,
  ...Exclude<AttendanceCapacity, 'member' | 'deputy'>[],
];
const anId = '00000000-0000-4000-8000-000000000000';
const presence = { prefix: 'presence', anyItem: true } as const;

/** The course of the meeting: items that are called up, who comes and goes, breaks. */
export const courseRoutes: readonly Route[] = [
  conductRoute({
    name: 'callUp',
    anyItem: true,
    about: 'Tar upp en punkt; den som behandlades före avslutas och punkten får sin paragraf.',
    fields: {},
    leavesItem: true,
    run: async (w, { itemId, at }) => void (await callUpItem(w, { itemId, at })),
  }),
  conductRoute({
    name: 'endItem',
    anyItem: true,
    about: 'Avslutar punkten som behandlas.',
    fields: {},
    run: async (w, { meetingId, at }) => void (await endItem(w, { meetingId, at })),
  }),
  conductRoute({
    name: 'adjourn',
    anyItem: true,
    about: 'Ajournerar sammanträdet.',
    fields: {},
    run: async (w, { meetingId, at }) => void (await adjournMeeting(w, { meetingId, at })),
  }),
  conductRoute({
    name: 'resume',
    anyItem: true,
    about: 'Återupptar ett ajournerat sammanträde.',
    fields: { nextDay: checkbox() },
    run: async (w, { meetingId, at }, { nextDay }) => void (await resumeMeeting(w, { meetingId, at, nextDay })),
  }),
  conductRoute({
    name: 'arrive',
    about: 'Antecknar att någon kommer, i rummet eller på distans.',
    ...presence,
    fields: { who: idWithCode(modes), heard: checkbox() },
    sample: { who: `${anId}:inRoom` },
    run: async (w, { meetingId, at }, { who: [attendanceId, mode], heard }) =>
      void (await noteEvent(w, { meetingId, at, event: { kind: 'arrived', attendanceId, mode, seenAndHeard: heard } })),
  }),
  conductRoute({
    name: 'leave',
    about: 'Antecknar att någon går eller tappar förbindelsen.',
    ...presence,
    fields: { who: idWithCode(reasons) },
    sample: { who: `${anId}:leaves` },
    run: async (w, { meetingId, at }, { who: [attendanceId, reason] }) =>
      void (await noteEvent(w, { meetingId, at, event: { kind: 'left', attendanceId, reason } })),
  }),
  conductRoute({
    name: 'serve',
    about: 'Antecknar att en ersättare går in och tjänstgör på en plats.',
    ...presence,
    fields: {
      who: idWithId(),
    },
    sample: { who: `${anId}:${anId}` },
    run: async (w, { meetingId, at }, { who: [attendanceId, seatId] }) =>
      void (await noteEvent(w, { meetingId, at, event: { kind: 'beganServing', attendanceId, seatId } })),
  }),
  conductRoute({
    name: 'stopServing',
    about: 'Antecknar att en ersättare slutar tjänstgöra.',
    ...presence,
    fields: { who: idField() },
    sample: { who: anId },
    run: async (w, { meetingId, at }, { who }) =>
      void (await noteEvent(w, { meetingId, at, event: { kind: 'stoppedServing', attendanceId: who } })),
  }),
  conductRoute({
    name: 'invite',
    anyItem: true,
    about: 'Sätter upp någon på närvarolistan som inte har en plats i organet.',
    fields: {
      name: text({ maximum: 200 }),
      capacity: choice(invited),
      organisation: optionalText({ maximum: 200 }),
      here: checkbox(),
    },
    sample: { name: 'Prov Provsson', capacity: 'official' },
    run: async (w, { meetingId, at }, { name, capacity, organisation, here }) =>
      void (await invitePerson(w, {
        meetingId,
        name,
        capacity,
        organisation: organisation ?? null,
        ...(here && { arrived: { at } }),
      })),
  }),
  conductRoute({
    name: 'withdrawEvent',
    anyItem: true,
    about: 'Tar tillbaka en händelse som antecknades av misstag.',
    fields: { event: idField() },
    sample: { event: anId },
    run: async (w, { meetingId }, { event }) => void (await withdrawEvent(w, { meetingId, eventId: event })),
  }),
];
