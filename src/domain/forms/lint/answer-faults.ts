import type { FaultRow } from './fault-row.ts';

/** Faults of how a question is answered: answers, rows, scales, limits, times and unclosed texts (E-34). */
export const answerFaults = {
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
