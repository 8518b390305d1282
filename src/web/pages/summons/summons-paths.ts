import { recordAddress } from '../../../kernel/record-address.ts';

/** The secretary's overview of who is called and what they answered. */
export function overviewPath(meetingId: string): `/${string}` {
  return `${recordAddress('meeting', meetingId)}/svar` as `/${string}`;
}

/** One person's answer and letters. */
export function personPath(meetingId: string, summonsId: string): `/${string}` {
  return `${overviewPath(meetingId)}/${summonsId}`;
}

/** Where somebody who is signed in answers. */
export function ownAnswerPath(meetingId: string): `/${string}` {
  return `${recordAddress('meeting', meetingId)}/mitt-svar` as `/${string}`;
}

/** Where one subscribes to the meetings. */
export const calendarPath = '/kalender';
