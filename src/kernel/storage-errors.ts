import type { ErrorEntry } from './errors.ts';

/** The ways in which the database, the files and the server itself say no. */
export const storageErrors = {
  'storage.unavailable': {
    status: 503,
    text: {
      sv: 'Databasen svarar inte just nu. Inget har gått förlorat. Försök igen om en stund.',
      en: 'The database does not answer right now. Nothing is lost. Try again in a moment.',
    },
  },
  'storage.folderInUse': {
    status: 503,
    text: {
      sv: 'Datamappen används redan av process {pid}. Stoppa den, eller välj en annan mapp med KANSLI_DATA.',
      en: 'The data folder is already used by process {pid}. Stop it, or choose another folder with KANSLI_DATA.',
    },
  },
  'storage.folderClosed': {
    status: 503,
    text: {
      sv: 'Användaren som startar Kansli får inte skriva i datamappen {folder}. Starta som mappens ägare, eller välj en annan mapp med KANSLI_DATA.',
      en: 'The data folder {folder} cannot be written by this user. Start Kansli as its owner, or choose another folder with KANSLI_DATA.',
    },
  },
  'storage.otherSchema': {
    status: 503,
    text: {
      sv: 'Databasen är gjord av en nyare version av Kansli än den här. Inget har ändrats. Starta den nyare versionen, eller välj en annan mapp med KANSLI_DATA.',
      en: 'The database was made by a newer version of Kansli than this one. Nothing was changed. Start the newer version, or choose another folder with KANSLI_DATA.',
    },
  },
  'storage.fileDamaged': {
    status: 503,
    text: {
      sv: 'Filen saknas på servern eller är inte längre den som lades dit, så den lämnas inte ut. Be den som sköter driften hämta den ur säkerhetskopian: {hash}.',
      en: 'The file is missing on the server or has been changed on disk since it was put there, so it is not given out. Ask who runs the server to restore it from the backup: {hash}.',
    },
  },
  'storage.fileDisposed': {
    status: 404,
    text: {
      sv: 'Filen är gallrad: bara uppgifterna om den finns kvar. Öppna handlingen för att se med vilket beslut.',
      en: 'The file has been disposed of: only the facts about it remain. Open the document to see by which decision.',
    },
  },
  'storage.fileInUse': {
    status: 409,
    text: {
      sv: 'Filen lämnades in nyss och kan höra till en annan handling, så den tas inte bort nu. Det görs om av sig självt inom en timme.',
      en: 'The file was handed in just now and may belong to another document, so it is not removed now. It is tried again by itself within an hour.',
    },
  },
  'serve.portTaken': {
    status: 503,
    text: {
      sv: 'Det går inte att lyssna på {host}, port {port} ({reason}). Stoppa det program som använder porten, eller välj en annan med PORT.',
      en: 'It is not possible to listen on {host}, port {port} ({reason}). Stop the program that uses the port, or choose another with PORT.',
    },
  },
  'storage.keyReused': {
    status: 409,
    text: {
      sv: 'Förfrågan har samma nyckel som en annan åtgärd. Ladda om sidan och försök igen.',
      en: 'The request carries the same key as another action. Reload the page and try again.',
    },
  },
  'storage.fileTooLarge': {
    status: 413,
    text: {
      sv: 'Filen är större än {megabytes} megabyte. Dela upp den, eller spara den i ett mindre format.',
      en: 'The file is larger than {megabytes} megabytes. Split it, or save it in a smaller format.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
