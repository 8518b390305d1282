import type { FaultRow } from './fault-row.ts';

/** Faults of when a question is asked, and of texts that name other questions (E-29, E-30). */
export const conditionFaults = {
  conditionEmpty: {
    weight: 'fault',
    what: {
      sv: 'Villkoret säger inte vilket svar som krävs.',
      en: 'The condition does not say which answer it wants.',
    },
    cure: { sv: 'Välj fråga och svar, eller ta bort villkoret.', en: 'Choose question and answer, or remove it.' },
  },
  conditionQuestionUnknown: {
    weight: 'fault',
    what: {
      sv: 'Villkoret gäller frågan {question}, som inte finns.',
      en: 'The condition is about question {question}, which does not exist.',
    },
    cure: { sv: 'Välj en tidigare fråga.', en: 'Choose an earlier question.' },
  },
  conditionRowUnknown: {
    weight: 'fault',
    what: {
      sv: 'Villkoret gäller en rad som frågan {question} inte har.',
      en: 'The condition is about a row that question {question} does not have.',
    },
    cure: { sv: 'Välj en rad som finns i frågan.', en: 'Choose a row of the question.' },
  },
  conditionOptionUnknown: {
    weight: 'fault',
    what: {
      sv: 'Villkoret kräver ett svar som frågan {question} inte har.',
      en: 'The condition wants an answer that question {question} does not have.',
    },
    cure: { sv: 'Välj ett av frågans svar.', en: 'Choose one of its answers.' },
  },
  conditionCircular: {
    weight: 'fault',
    what: {
      sv: 'Villkoren leder runt i en cirkel: {round}. Ingen av frågorna ställs.',
      en: 'The conditions lead round in a circle: {round}. None of the questions is asked.',
    },
    cure: {
      sv: 'Ändra ett av villkoren så att det gäller en tidigare fråga.',
      en: 'Change one of them to be about an earlier question.',
    },
  },
  conditionLater: {
    weight: 'fault',
    what: {
      sv: 'Villkoret gäller frågan {question}, som inte står före den här.',
      en: 'The condition is about question {question}, which does not come before this one.',
    },
    cure: {
      sv: 'Välj en tidigare fråga, eller flytta frågan.',
      en: 'Choose an earlier question, or move the question.',
    },
  },
  conditionImpossible: {
    weight: 'fault',
    what: {
      sv: 'Villkoret kan aldrig uppfyllas, så frågan ställs aldrig.',
      en: 'The condition can never hold, so the question is never asked.',
    },
    cure: {
      sv: 'Ta bort ett av svaren som utesluter varandra, eller välj ”något av” i stället för ”alla”.',
      en: 'Remove one of the answers that rule each other out, or choose “any” instead of “all”.',
    },
  },
  conditionElsewhere: {
    weight: 'fault',
    what: {
      sv: 'Delfrågan hör till frågan {parent}, men villkoret gäller {question}.',
      en: 'The sub-question belongs to question {parent}, but its condition is about {question}.',
    },
    cure: {
      sv: 'Ändra villkoret till frågan {parent}, eller gör frågan till en egen fråga.',
      en: 'Make the condition about question {parent}, or make it a question of its own.',
    },
  },
  conditionNotAsText: {
    weight: 'fault',
    what: {
      sv: 'Frågans text talar om svaret på fråga {said}, men villkoret gör det inte.',
      en: 'The text of the question speaks of the answer to question {said}, but the condition does not.',
    },
    cure: {
      sv: 'Rätta texten eller villkoret så att de säger samma sak.',
      en: 'Correct the text or the condition so that they agree.',
    },
  },
  referenceUnknown: {
    weight: 'fault',
    what: {
      sv: 'Texten hänvisar till fråga {said}, som inte finns.',
      en: 'The text refers to question {said}, which does not exist.',
    },
    cure: { sv: 'Skriv numret på den fråga som menas.', en: 'Write the number of the question that is meant.' },
  },
  referenceToItself: {
    weight: 'fault',
    what: { sv: 'Texten hänvisar till frågan själv.', en: 'The text refers to the question itself.' },
    cure: {
      sv: 'Skriv numret på den fråga som menas, eller ta bort hänvisningen.',
      en: 'Write the number of the question that is meant, or remove the reference.',
    },
  },
} as const satisfies Record<string, FaultRow>;
