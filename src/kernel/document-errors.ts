import type { ErrorEntry } from './errors.ts';

/** The rows of the catalogue about documents: why a file could not be read, or one not be written. Each says what a person can do with the file. */
export const documentErrors = {
  'document.unknownFormat': {
    status: 415,
    text: {
      sv: 'Filen ”{name}” är inget dokument som Kansli kan läsa. Spara den som PDF, DOCX, ODT eller text (UTF-8) och försök igen.',
      en: 'The file “{name}” is no document that Kansli can read. Save it as PDF, DOCX, ODT or text (UTF-8) and try again.',
    },
  },
  'document.formatNotRead': {
    status: 415,
    text: {
      sv: 'Filen ”{name}” är {format}. Sådana filer läser Kansli inte. {remedy}',
      en: 'The file “{name}” is {format}. Kansli does not read such files. {remedy}',
    },
  },
  'document.empty': {
    status: 422,
    text: {
      sv: 'Filen ”{name}” är tom. Välj en fil med innehåll.',
      en: 'The file “{name}” is empty. Choose a file with content.',
    },
  },
  'document.encrypted': {
    status: 422,
    text: {
      sv: 'Filen ”{name}” är skyddad med lösenord. Öppna den med lösenordet, spara en kopia utan skydd och läs in kopian.',
      en: 'The file “{name}” is protected by a password. Open it with the password, save a copy without protection and import the copy.',
    },
  },
  'document.damaged': {
    status: 422,
    text: {
      sv: 'Filen ”{name}” är skadad eller avbruten och kan inte läsas. Hämta den på nytt, eller öppna den där den skrevs och spara om den.',
      en: 'The file “{name}” is damaged or cut off and cannot be read. Fetch it again, or open it where it was written and save it anew.',
    },
  },
  'document.tooLarge': {
    status: 413,
    text: {
      sv: 'Filen ”{name}” är större än {megabytes} megabyte. Dela upp den, eller spara den med mindre bilder.',
      en: 'The file “{name}” is larger than {megabytes} megabytes. Split it, or save it with smaller pictures.',
    },
  },
  'document.unpacksTooLarge': {
    status: 413,
    text: {
      sv: 'Innehållet i filen ”{name}” blir mer än {megabytes} megabyte när det packas upp. Så ser filer ut som är gjorda för att skada. Vet du vem som gjort den: dela upp dokumentet och försök igen.',
      en: 'The content of the file “{name}” unpacks to more than {megabytes} megabytes. Files made to do harm look like this. If you know who made it: split the document and try again.',
    },
  },
  'document.unpacksOtherwise': {
    status: 422,
    text: {
      sv: 'Innehållet i filen ”{name}” är något annat än filen säger om sig själv. Så ser filer ut som är gjorda för att skada. Vet du vem som gjort den: öppna dokumentet där det skrevs och spara om det.',
      en: 'The content of the file “{name}” is something else than the file says of itself. Files made to do harm look like this. If you know who made it: open the document where it was written and save it anew.',
    },
  },
  'document.tooMuch': {
    status: 422,
    text: {
      sv: 'Filen ”{name}” har fler än {limit} {what}. Dela upp dokumentet, eller spara det som PDF och läs in det i stället.',
      en: 'The file “{name}” has more than {limit} {what}. Split the document, or save it as PDF and import that instead.',
    },
  },
  'document.tooManyPages': {
    status: 422,
    text: {
      sv: 'Filen ”{name}” säger sig ha fler än {limit} sidor. Dela upp den i mindre dokument.',
      en: 'The file “{name}” says that it has more than {limit} pages. Split it into smaller documents.',
    },
  },
  'document.forbiddenXml': {
    status: 422,
    text: {
      sv: 'Filen ”{name}” har egna definitioner i sin XML, vilket inget ordbehandlingsprogram skriver. Sådana kan skada den som läser. Öppna dokumentet i Word eller LibreOffice och spara om det.',
      en: 'The file “{name}” brings definitions of its own in its XML, which no word processor writes. They can harm who reads them. Open the document in Word or LibreOffice and save it anew.',
    },
  },
  'document.tooSlow': {
    status: 422,
    text: {
      sv: 'Filen ”{name}” kunde inte läsas inom {seconds} sekunder, och läsningen avbröts. Dela upp den, eller skriv ut den till PDF och läs in den i stället.',
      en: 'The file “{name}” could not be read within {seconds} seconds, and reading was stopped. Split it, or print it to PDF and import that instead.',
    },
  },
  'document.tooMuchMemory': {
    status: 422,
    text: {
      sv: 'Filen ”{name}” krävde mer minne än en läsning får ta, och läsningen avbröts. Dela upp den, eller spara den med mindre bilder.',
      en: 'The file “{name}” needed more memory than a reading may take, and reading was stopped. Split it, or save it with smaller pictures.',
    },
  },
  'document.readerStopped': {
    status: 422,
    text: {
      sv: 'Filen ”{name}” fick läsningen att avbrytas. Inget annat har påverkats. Öppna filen där den skrevs, spara om den och försök igen.',
      en: 'The file “{name}” made reading break off. Nothing else was affected. Open the file where it was written, save it anew and try again.',
    },
  },
  'document.noSuchFile': {
    status: 404,
    text: {
      sv: 'Filen ”{name}” finns inte eller går inte att öppna. Kontrollera namnet och mappen.',
      en: 'The file “{name}” does not exist or cannot be opened. Check the name and the folder.',
    },
  },
  'document.notConforming': {
    status: 422,
    text: {
      sv: 'Dokumentet går inte att skriva så att alla kan läsa det. {reason} Rätta och försök igen.',
      en: 'The document cannot be written so that everyone can read it. {reason} Correct this and try again.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
