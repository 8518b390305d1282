import type { FaultRow } from './fault-row.ts';

/** Faults of what stands where: empty texts, codes that are missing or used twice, sub-questions without their question. */
export const placeFaults = {
  formEmpty: {
    weight: 'fault',
    what: { sv: 'Formuläret har inga frågor.', en: 'The form has no questions.' },
    cure: {
      sv: 'Lägg till en del, ett avsnitt och en fråga.',
      en: 'Add a part, a section and a question.',
    },
  },
  textMissing: {
    weight: 'fault',
    what: { sv: 'Text saknas: {what}.', en: 'A text is missing: {what}.' },
    cure: { sv: 'Skriv texten, eller ta bort det som är tomt.', en: 'Write the text, or remove what is empty.' },
  },
  sectionEmpty: {
    weight: 'remark',
    what: { sv: '”{name}” har inga frågor.', en: '“{name}” has no questions.' },
    cure: { sv: 'Lägg till en fråga, eller ta bort rubriken.', en: 'Add a question, or remove the heading.' },
  },
  codeRepeated: {
    weight: 'fault',
    what: {
      sv: 'Fler än en del, ett avsnitt eller en fråga har beteckningen {code}.',
      en: 'More than one part, section or question is called {code}.',
    },
    cure: {
      sv: 'Ge var och en sin egen beteckning, så att svaren inte förväxlas.',
      en: 'Give each its own, so that answers cannot be mixed up.',
    },
  },
  codeStrange: {
    weight: 'fault',
    what: {
      sv: 'Beteckningen ”{code}” går inte att använda.',
      en: 'The code “{code}” cannot be used.',
    },
    cure: {
      sv: 'Skriv bokstäver, siffror, bindestreck eller understreck, utan mellanslag, till exempel 10a.',
      en: 'Write letters, digits, hyphens or underscores without spaces, like 10a.',
    },
  },
  parentUnknown: {
    weight: 'fault',
    what: {
      sv: 'Frågan är en delfråga till {parent}, som inte finns.',
      en: 'The question is a sub-question of {parent}, which does not exist.',
    },
    cure: { sv: 'Välj en fråga som finns.', en: 'Choose a question that exists.' },
  },
  parentLater: {
    weight: 'fault',
    what: {
      sv: 'Frågan är en delfråga till {parent}, som inte står före den.',
      en: 'The question is a sub-question of {parent}, which does not come before it.',
    },
    cure: {
      sv: 'Flytta delfrågan så att den står efter sin fråga.',
      en: 'Move it so that it comes after its question.',
    },
  },
  parentNotSaid: {
    weight: 'remark',
    what: {
      sv: 'Frågan heter {code} men är inte en delfråga till {parent}.',
      en: 'The question is called {code} but is no sub-question of {parent}.',
    },
    cure: {
      sv: 'Gör den till delfråga till {parent}, eller ge den en annan beteckning.',
      en: 'Make it a sub-question of {parent}, or give it another code.',
    },
  },
  askedWithoutParent: {
    weight: 'fault',
    what: {
      sv: 'Delfrågan ställs alltid, men frågan {parent} bara ibland.',
      en: 'The sub-question is always asked, but question {parent} only at times.',
    },
    cure: {
      sv: 'Ge delfrågan ett villkor, till exempel samma som frågan {parent}.',
      en: 'Give the sub-question a condition, for example that of question {parent}.',
    },
  },
} as const satisfies Record<string, FaultRow>;
