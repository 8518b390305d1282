import { meetingListPath } from '../meetings/meeting-list-page.ts';

/** The address of the screen on which a meeting is conducted, as the registry of routes writes it. */
export const conductPath = `${meetingListPath}/:id/genomfor` as const;

/** Everything that can be done on the screen, with its word in the address. */
export const actSlugs = {
  callUp: 'ta-upp',
  endItem: 'avsluta-punkt',
  adjourn: 'ajournera',
  resume: 'aterupptag',
  arrive: 'kommer',
  leave: 'gar',
  serve: 'tjanstgor',
  stopServing: 'slutar-tjanstgora',
  invite: 'bjud-in',
  withdrawEvent: 'ta-tillbaka-handelse',
  decide: 'utgang',
  takeBackOutcome: 'ta-tillbaka-utgang',
  adjustAtOnce: 'omedelbar-justering',
  carry: 'for-vidare',
  move: 'yrkande',
  withdrawMotion: 'aterta-yrkande',
  put: 'proposition',
  find: 'finner',
  takeBackProposition: 'ta-tillbaka-proposition',
  chooseMain: 'huvudforslag',
  requestVote: 'omrostning',
  vote: 'roster',
  breakTie: 'lika-rostetal',
  takeBackVote: 'ta-tillbaka-omrostning',
  dissent: 'reservation',
  note: 'anteckning',
  grant: 'medgivande',
  statement: 'yttrande',
  takeBackDissent: 'ta-tillbaka-reservation',
  declareDisqualification: 'jav',
  decideDisqualification: 'jav-avgjort',
  announceQuestion: 'fraga',
  answerQuestion: 'svar',
  noteOral: 'muntlig-uppgift',
} as const satisfies Readonly<Record<string, string>>;
export type ActName = keyof typeof actSlugs;

/** The screen, at an item or at the one that is dealt with. */
export function deskPath(meetingId: string, itemId?: string): `/${string}` {
  const path = `${meetingListPath}/${meetingId}/genomfor` as const;
  return itemId === undefined ? path : `${path}?punkt=${itemId}`;
}

/** Where the form of an act is sent. */
export function actPath(meetingId: string, act: ActName, itemId: string): string {
  return `${meetingListPath}/${meetingId}/genomfor/${itemId}/${actSlugs[act]}`;
}

/** Where a running text is saved. */
export function textPath(meetingId: string, itemId: string, field: string): string {
  return `${meetingListPath}/${meetingId}/genomfor/${itemId}/text/${field}`;
}
