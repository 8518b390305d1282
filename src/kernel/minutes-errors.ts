import type { ErrorEntry } from './errors.ts';

/** The ways in which the rules of minutes, their adjustment and their notices say no. */
export const minutesErrors = {
  'minutes.adjustedBySigning': {
    status: 409,
    text: {
      sv: 'Protokollet förs här och justeras av dem som skriver under det. Gå till protokollets sida och skicka det för underskrift.',
      en: 'The minutes are kept here and are adjusted by those who sign them. Go to the page of the minutes and send them to be signed.',
    },
  },
  'minutes.wrongPassword': {
    status: 422,
    text: {
      sv: 'Lösenordet stämmer inte, så protokollet skrevs inte under. Försök igen.',
      en: 'The password is not right, so the minutes were not signed. Try again.',
    },
  },
  'minutes.notSigner': {
    status: 403,
    text: {
      sv: 'Du är inte utsedd att justera det här protokollet, eller så har du redan skrivit under. Fråga sekreteraren om det är fel.',
      en: 'You are not appointed to sign these minutes, or you have signed already. Ask the secretary if that is wrong.',
    },
  },
  'minutes.signatureUnfit': {
    status: 409,
    text: {
      sv: 'Underskriften gäller inte det protokoll som nu är skickat på justering. Läs det igen och skriv under på nytt.',
      en: 'The signature is not for the minutes that are now out for signing. Read them again and sign anew.',
    },
  },
  'minutes.meetingNotClosed': {
    status: 409,
    text: {
      sv: 'Sammanträdet är inte avslutat. Avsluta det först; bara en omedelbart justerad paragraf kan justeras innan dess.',
      en: 'The meeting has not been closed. Close it first; only a section adjusted at once can be signed before that.',
    },
  },
  'minutes.incomplete': {
    status: 422,
    text: {
      sv: 'Protokollet saknar något som kommunallagen 5 kap. 67 § kräver: {missing}. Komplettera paragrafen först.',
      en: 'The minutes lack something that KL 5:67 requires: {missing}. Complete the section first.',
    },
  },
  'minutes.otherApproval': {
    status: 409,
    text: {
      sv: 'Organet godkänner inte sina protokoll på det sättet: de {approval}. Ändra organets reglemente om det är fel, eller gör som det säger.',
      en: 'The body does not approve its minutes that way: they are {approval}. Change its regulation if that is wrong, or do as it says.',
    },
  },
  'minutes.noApprovingDecision': {
    status: 409,
    text: {
      sv: 'Protokollet godkänns genom ett fattat beslut vid ett senare sammanträde med samma organ. Anteckna beslutet först och välj det sedan.',
      en: 'The minutes are approved by a decision made at a later meeting of the same body. Record the decision first, then choose it.',
    },
  },
  'notice.noBoard': {
    status: 409,
    text: {
      sv: 'Organets protokoll ska inte anslås: {reason} Ändra organets reglemente om det är fel.',
      en: 'The minutes of the body are not announced: {reason} Change its regulation if that is wrong.',
    },
  },
  'notice.appealRunning': {
    status: 409,
    text: {
      sv: 'Anslaget ska sitta uppe hela överklagandetiden. Vänta med att ta ned det till den {date}.',
      en: 'The notice stays up through the whole time of appeal. Wait with taking it down until {date}.',
    },
  },
  'notice.periodNotRun': {
    status: 409,
    text: {
      sv: 'Överklagandetiden har inte löpt ut: {reason} Vänta, eller rätta det först.',
      en: 'The time of appeal has not ended: {reason} Wait, or correct that first.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
