import type { ErrorEntry } from './errors.ts';

/** The ways in which the rules of an agenda say no. */
export const agendaErrors = {
  'meeting.itemDecided': {
    status: 409,
    text: {
      sv: 'Punkten kan inte ändras, för beslutet ”{title}” är fattat i den. Det som organet hade framför sig ska stå kvar.',
      en: 'The item cannot be changed, because the decision “{title}” was made in it. What the body had before it stays.',
    },
  },
  'meeting.itemHasPoints': {
    status: 409,
    text: {
      sv: '”{title}” har punkter under sig. Ta bort dem först.',
      en: '“{title}” has points under it. Remove them first.',
    },
  },
  'agenda.frozenMeanwhile': {
    status: 409,
    text: {
      sv: 'Dagordningen frystes nyss av någon annan. Ladda om sidan och se vad som då skickades.',
      en: 'Someone else has just frozen the agenda. Reload the page to see what was sent.',
    },
  },
  'agenda.unchanged': {
    status: 409,
    text: {
      sv: 'Inget har ändrats sedan kallelsen, så det finns inget att skicka i ett tillägg. Ändra dagordningen eller dess handlingar först.',
      en: 'Nothing has changed since the notice, so there is nothing to send in a supplement. Change the agenda or its papers first.',
    },
  },
  'agenda.noticeTooLate': {
    status: 409,
    text: {
      sv: 'Kallelsen skulle ha gått ut senast {date} (kommunallagen 5 kap. 13 §). Flytta sammanträdet till en senare dag.',
      en: 'The notice had to go out by {date} (Local Government Act, chapter 5 section 13). Move the meeting to a later day.',
    },
  },
  'agenda.supplementTooLate': {
    status: 409,
    text: {
      sv: 'Tillägget skulle ha gått ut senast {date} (kommunallagen 5 kap. 15 §). Ett ärende kan ändå väckas vid sammanträdet om alla närvarande samtycker.',
      en: 'The supplement had to go out by {date} (Local Government Act, chapter 5 section 15). A matter can still be raised at the meeting if all who are present agree.',
    },
  },
  'agenda.notAnnounced': {
    status: 409,
    text: {
      sv: '”{title}” stod varken i kallelsen eller i ett tillägg. Skicka ett tillägg, eller anteckna på punkten att ärendet väcktes vid sammanträdet och togs upp.',
      en: '“{title}” stood neither in the notice nor in a supplement. Send a supplement, or note on the item that it was raised at the meeting and taken up.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
