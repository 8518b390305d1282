import type { ErrorEntry } from './errors.ts';

/** The ways in which the rules of what happens in an item say no. */
export const proceedingsErrors = {
  'proceedings.sealed': {
    status: 409,
    text: {
      sv: 'Paragrafens text är skickad för justering, eller justerad, och ändras inte. Avvisas justeringen öppnas den igen.',
      en: 'The text of the section was sent to be adjusted, or is adjusted, and does not change. If the adjustment is refused it is opened again.',
    },
  },
  'proceedings.ended': {
    status: 409,
    text: {
      sv: 'Ärendet har redan sin utgång. Ta tillbaka utgången först om något blev fel.',
      en: 'The item already has its outcome. Take the outcome back first if something went wrong.',
    },
  },
  'proceedings.decisionInUse': {
    status: 409,
    text: {
      sv: 'Beslutet kan inte tas tillbaka, för annat bygger på det. Fatta ett nytt beslut i stället.',
      en: 'The decision cannot be taken back, because other records build on it. Make a new decision instead.',
    },
  },
  'proceedings.reservedAgainst': {
    status: 409,
    text: {
      sv: 'Någon har reserverat sig mot beslutet. Ta tillbaka reservationen först.',
      en: 'Somebody has reserved against the decision. Take the reservation back first.',
    },
  },
  'proceedings.debateEnded': {
    status: 409,
    text: {
      sv: 'Ordföranden har redan ställt proposition. Ta tillbaka propositionerna om ett yrkande ska läggas till eller ändras.',
      en: 'The chair has already put a proposition. Take the propositions back to add or change a motion.',
    },
  },
  'proceedings.motionWithdrawn': {
    status: 409,
    text: {
      sv: 'Yrkandet är återtaget. Lägg ett nytt i stället.',
      en: 'The motion was withdrawn. Make a new one instead.',
    },
  },
  'proceedings.answerFirst': {
    status: 409,
    text: {
      sv: 'Den senaste propositionen är inte besvarad. Anteckna vad ordföranden fann, eller räkna rösterna.',
      en: 'The last proposition has no answer. Record what the chair found, or count the votes.',
    },
  },
  'proceedings.nothingToPut': {
    status: 409,
    text: {
      sv: 'Det finns ingen proposition kvar att ställa. Anteckna ärendets utgång.',
      en: 'There is no proposition left to put. Record the outcome of the item.',
    },
  },
  'proceedings.roundsLeft': {
    status: 409,
    text: {
      sv: 'Propositionsordningen är inte klar. Ställ de propositioner som återstår.',
      en: 'The order of propositions is not finished. Put the remaining propositions.',
    },
  },
  'proceedings.notLast': {
    status: 409,
    text: {
      sv: 'Senare propositioner bygger på den här. Ta tillbaka dem först.',
      en: 'Later propositions build on this one. Take them back first.',
    },
  },
  'proceedings.voteDecides': {
    status: 409,
    text: {
      sv: 'Omröstning är begärd över propositionen, och den avgör. Räkna rösterna, eller ta tillbaka omröstningen.',
      en: 'A vote was asked for over the proposition, and it decides. Count the votes, or take the vote back.',
    },
  },
  'proceedings.isARight': {
    status: 409,
    text: {
      sv: 'En reservation är en rätt och behöver inte organets medgivande. Låt den stå som den är.',
      en: 'A reservation is a right and does not need the leave of the body. Leave it as it is.',
    },
  },
  'proceedings.isFinished': {
    status: 409,
    text: {
      sv: 'Ärendet är avslutat, eller har ingen utgång än. Bara det som bordlagts, återremitterats eller inte behandlats förs vidare.',
      en: 'The item is finished, or has no outcome yet. Only what was tabled, referred back or not dealt with goes on.',
    },
  },
  'proceedings.carriedAlready': {
    status: 409,
    text: {
      sv: 'Ärendet står redan på ett senare sammanträdes dagordning. Öppna det där.',
      en: 'The item already stands on the agenda of a later meeting. Open it there.',
    },
  },
  'proceedings.noNextMeeting': {
    status: 409,
    text: {
      sv: 'Organet har inget kommande sammanträde att föra det till. Planera ett först.',
      en: 'The body has no coming meeting to carry it to. Plan one first.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
