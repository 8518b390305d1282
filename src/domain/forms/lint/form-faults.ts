import { fillBoth, type TextValues } from '../../../kernel/fill-text.ts';
import type { Localized } from '../../../kernel/language.ts';

/** How much a finding matters: a fault stops a version from being given out, a remark asks somebody to look. */
export const faultWeights = {
  fault: { sv: 'fel', en: 'fault' },
  remark: { sv: 'anmärkning', en: 'remark' },
} as const satisfies Record<string, Localized>;
export type FaultWeight = keyof typeof faultWeights;

type FaultRow = { readonly weight: FaultWeight; readonly what: Localized; readonly cure: Localized };

/**
 * What can be wrong with a form (domain.md R-FL-3, seed-inventory E-29…E-34). A row means: every form that holds this is found, and it says where
 * and what to do. It does not mean that the form is good: whether a question is understood, only people can tell.
 */
export const formFaults = {
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
  optionsTooFew: {
    weight: 'fault',
    what: {
      sv: 'Frågan har färre än två svar att välja mellan.',
      en: 'The question has fewer than two answers to choose from.',
    },
    cure: {
      sv: 'Lägg till svar, eller välj ett annat sätt att svara.',
      en: 'Add answers, or choose another kind of answer.',
    },
  },
  rowsMissing: {
    weight: 'fault',
    what: { sv: 'Frågan ska besvaras rad för rad men har inga rader.', en: 'The question has no rows to answer.' },
    cure: { sv: 'Lägg till rader.', en: 'Add rows.' },
  },
  optionCodeRepeated: {
    weight: 'fault',
    what: {
      sv: 'Två svar eller rader har samma kod: {code}.',
      en: 'Two answers or rows have the same code: {code}.',
    },
    cure: { sv: 'Ge varje svar och rad sin egen kod.', en: 'Give each answer and row its own code.' },
  },
  optionTextRepeated: {
    weight: 'fault',
    what: {
      sv: 'Två svar eller rader har samma text: ”{text}”.',
      en: 'Two answers or rows have the same text: “{text}”.',
    },
    cure: {
      sv: 'Skriv om ett av dem, eller ta bort det.',
      en: 'Reword one of them, or remove it.',
    },
  },
  exclusiveInSingle: {
    weight: 'remark',
    what: {
      sv: '”{text}” är märkt som ensamt svar, men här går det ändå bara att välja ett.',
      en: '“{text}” is marked as standing alone, but only one can be chosen here anyway.',
    },
    cure: {
      sv: 'Ta bort märket, eller låt frågan ha flera svar.',
      en: 'Remove the mark, or let the question have several answers.',
    },
  },
  exclusiveAll: {
    weight: 'remark',
    what: {
      sv: 'Alla svar är ensamma svar, så det går bara att välja ett.',
      en: 'Every answer stands alone, so only one can be chosen.',
    },
    cure: { sv: 'Låt frågan vara ”ett av flera svar”.', en: 'Let the question be “one of several answers”.' },
  },
  textUnclosed: {
    weight: 'remark',
    what: {
      sv: 'En parentes eller ett citattecken saknar sin andra hälft: ”{text}”.',
      en: 'A bracket or quotation mark lacks its other half: “{text}”.',
    },
    cure: {
      sv: 'Se efter om ord har fallit bort, och sätt ut tecknet.',
      en: 'See whether words were lost, and close it.',
    },
  },
  scaleBackwards: {
    weight: 'fault',
    what: {
      sv: 'Skalan går från {from} till {to}.',
      en: 'The scale goes from {from} to {to}.',
    },
    cure: {
      sv: 'Skriv hela tal, det lägsta först, till exempel 1 till 5.',
      en: 'Write whole numbers, the lowest first, like 1 to 5.',
    },
  },
  limitNotPositive: {
    weight: 'fault',
    what: { sv: 'Gränsen för svaret är {limit}.', en: 'The limit of the answer is {limit}.' },
    cure: { sv: 'Skriv ett helt tal från 1, eller ta bort gränsen.', en: 'Write a whole number from 1, or remove it.' },
  },
  limitNotSet: {
    weight: 'remark',
    what: {
      sv: 'Texten säger högst {said}, men frågan har inte den gränsen.',
      en: 'The text says at most {said}, but the question does not have that limit.',
    },
    cure: { sv: 'Sätt gränsen, eller ändra texten.', en: 'Set the limit, or change the text.' },
  },
  limitNotSaid: {
    weight: 'remark',
    what: {
      sv: 'Frågan har gränsen {limit}, men den som svarar får inte läsa det.',
      en: 'The question has the limit {limit}, but who answers is not told.',
    },
    cure: {
      sv: 'Skriv gränsen i frågan eller vägledningen, till exempel ”högst tre insatser”.',
      en: 'Write the limit in the question or the guidance, like “högst tre insatser”.',
    },
  },
  dayUnknown: {
    weight: 'fault',
    what: { sv: 'Dagen {date} finns inte.', en: 'There is no such day as {date}.' },
    cure: { sv: 'Skriv dagen som 2026-12-31.', en: 'Write the day like 2026-12-31.' },
  },
  periodOutsideYear: {
    weight: 'remark',
    what: {
      sv: 'Frågan gäller {period}, men formuläret gäller {year}.',
      en: 'The question is about {period}, but the form is about {year}.',
    },
    cure: { sv: 'Rätta tiden, om den är fel.', en: 'Correct the time, if it is wrong.' },
  },
  periodNotAsText: {
    weight: 'remark',
    what: {
      sv: 'Texten säger {said}, men frågan gäller {period}.',
      en: 'The text says {said}, but the question is about {period}.',
    },
    cure: {
      sv: 'Rätta texten eller tiden så att de säger samma sak.',
      en: 'Correct the text or the time so that they agree.',
    },
  },
  bindingEmpty: {
    weight: 'remark',
    what: {
      sv: 'Frågan hämtar underlag ur registret men säger inte efter vilka ord.',
      en: 'The question draws on the register but does not say by which words.',
    },
    cure: { sv: 'Skriv minst ett ord, eller ta bort kopplingen.', en: 'Write at least one word, or remove the link.' },
  },
} as const satisfies Record<string, FaultRow>;
export type FormFaultKind = keyof typeof formFaults;

/** Where in a form a finding is: the form itself, a part, a section or a question, by its code. */
export type FormPlace =
  | { readonly kind: 'form' }
  | { readonly kind: 'part' | 'section' | 'question'; readonly code: string };

/** One finding: what is wrong, where, and with the words that its sentence needs. */
export type FormFault = {
  readonly kind: FormFaultKind;
  readonly place: FormPlace;
  /** The question that is wrong; null when it is the form, a part or a section. */
  readonly question: string | null;
  readonly values: TextValues;
};

/** What is wrong and what to do, as sentences. */
export function faultSentences({ kind, values }: FormFault): { readonly what: Localized; readonly cure: Localized } {
  const { what, cure } = formFaults[kind];
  return { what: fillBoth(what, values), cure: fillBoth(cure, values) };
}

/** Whether the finding stops the version from being given out. */
export function stopsPublishing({ kind }: FormFault): boolean {
  return formFaults[kind].weight === 'fault';
}

/** A finding at a question. */
export function atQuestion(code: string, kind: FormFaultKind, values: TextValues = {}): FormFault {
  return { kind, place: { kind: 'question', code }, question: code, values };
}

/** A finding at the form, a part or a section. */
export function atPlace(place: FormPlace, kind: FormFaultKind, values: TextValues = {}): FormFault {
  return { kind, place, question: null, values };
}
