import type { ErrorEntry } from './errors.ts';

/** The rows of the catalogue about the log, its heads and its witnesses, and about copies of all data. */
export const logErrors = {
  'log.storedDiffers': {
    status: 409,
    text: {
      sv: 'Loggen stämmer inte med det som skrevs: fel vid post {seq} ({reason}). Inget huvud signeras. Kör ”kansli doctor” och jämför med ett huvud som har sparats utanför systemet.',
      en: 'The log is not what was written: wrong at entry {seq} ({reason}). No head is signed. Run “kansli doctor” and compare with a head that was kept outside the system.',
    },
  },
  'log.erasureNeedsReason': {
    status: 422,
    text: {
      sv: 'Raderingen saknar skäl. Skriv beslutet eller bestämmelsen som den grundas på.',
      en: 'The erasure has no reason. Write the decision or the provision that it rests on.',
    },
  },
  'log.firstFormat': {
    status: 409,
    text: {
      sv: 'Post {seq} är skriven i loggens första format och kan inte raderas utan att kedjan bryts. Begränsa i stället vem som får läsa loggen.',
      en: 'Entry {seq} was written in the first format of the log and cannot be erased without breaking the chain. Limit who may read the log instead.',
    },
  },
  'copy.folderTaken': {
    status: 409,
    text: {
      sv: 'Mappen {folder} är inte tom. Ange en mapp som inte finns eller är tom.',
      en: 'The folder {folder} is not empty. Name a folder that does not exist or is empty.',
    },
  },
  'copy.damaged': {
    status: 422,
    text: {
      sv: 'Kopian är skadad eller ändrad: {what}. Använd en annan kopia.',
      en: 'The copy is damaged or changed: {what}. Use another copy.',
    },
  },
  'copy.otherSchema': {
    status: 409,
    text: {
      sv: 'Kopian gjordes av en annan version av Kansli ({version}). Återställ den med den versionen och uppgradera sedan.',
      en: 'The copy was made by another version of Kansli ({version}). Restore it with that version and upgrade afterwards.',
    },
  },
  'copy.registerInUse': {
    status: 409,
    text: {
      sv: 'Datamappen {folder} innehåller redan ett register. Återställ till en tom mapp, till exempel KANSLI_DATA=./återställd.',
      en: 'The data folder {folder} already holds a register. Restore into an empty folder, for example KANSLI_DATA=./restored.',
    },
  },
  'egress.refused': {
    status: 422,
    text: {
      sv: 'Adressen anropas inte: {reason}. Ange en adress som börjar med https:// och pekar ut från det egna nätet.',
      en: 'The address is not called: {reason}. Name an address that begins with https:// and leads out of the own network.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>;
