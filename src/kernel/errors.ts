import { accessErrors } from './access-errors.ts';
import { agendaErrors } from './agenda-errors.ts';
import { agreementErrors } from './agreement-errors.ts';
import { answeringErrors } from './answering-errors.ts';
import { archivingErrors } from './archiving-errors.ts';
import { commissionErrors } from './commission-errors.ts';
import { consultationErrors } from './consultation-errors.ts';
import { contributionErrors } from './contribution-errors.ts';
import { courseErrors } from './course-errors.ts';
import { deviationErrors } from './deviation-errors.ts';
import { documentErrors } from './document-errors.ts';
import { fillText, type TextValues } from './fill-text.ts';
import { formErrors } from './form-errors.ts';
import { indicatorErrors } from './indicator-errors.ts';
import { jointErrors } from './joint-errors.ts';
import type { Language, Localized } from './language.ts';
import { learningErrors } from './learning-errors.ts';
import { logErrors } from './log-errors.ts';
import { measureErrors } from './measure-errors.ts';
import { minutesErrors } from './minutes-errors.ts';
import { noticeErrors } from './notice-errors.ts';
import { pollErrors } from './poll-errors.ts';
import { proceedingsErrors } from './proceedings-errors.ts';
import { programErrors } from './program-errors.ts';
import { publicationErrors } from './publication-errors.ts';
import { releaseErrors } from './release-errors.ts';
import { reportErrors } from './report-errors.ts';
import { returnAidErrors } from './return-aid-errors.ts';
import { returnErrors } from './return-errors.ts';
import { secrecyErrors } from './secrecy-errors.ts';
import { storageErrors } from './storage-errors.ts';
import { summonsErrors } from './summons-errors.ts';
import { workErrors } from './work-errors.ts';

/** One row of the catalogue: the HTTP status, and in both languages what happened and what to do. `{name}` is filled from `values`. */
export type ErrorEntry = {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503;
  readonly text: Localized;
};

/**
 * Every way in which a rule of the product can say no. Codes are stable: scripts and the documentation in `docs/reference/errors.md` rely on
 * them. A bug is not in here: it is an ordinary Error and reaches the user as a calm page with a reference.
 */
export const errorCatalogue = {
  'access.denied': {
    status: 403,
    text: {
      sv: 'Du har inte behörighet att göra detta. Be den som är nämndsekreterare eller administratör om hjälp.',
      en: 'You are not allowed to do this. Ask the committee secretary or an administrator for help.',
    },
  },
  'access.disqualified': {
    status: 403,
    text: {
      sv: 'Du är jävig i det här ärendet och kan inte se det. Be nämndsekreteraren om hjälp om det inte stämmer.',
      en: 'You are disqualified from this item and cannot see it. Ask the committee secretary for help if that is not right.',
    },
  },
  'access.signInNeeded': {
    status: 401,
    text: { sv: 'Logga in för att fortsätta.', en: 'Sign in to continue.' },
  },
  'access.wrongLogin': {
    status: 422,
    text: {
      sv: 'Namnet eller lösenordet stämmer inte. Kontrollera stavningen och försök igen.',
      en: 'The name or the password is not right. Check the spelling and try again.',
    },
  },
  'record.notFound': {
    status: 404,
    text: {
      sv: 'Posten finns inte, eller så får du inte se den. Gå tillbaka och sök på nytt.',
      en: 'The record does not exist, or you may not see it. Go back and search again.',
    },
  },
  'record.changedMeanwhile': {
    status: 409,
    text: {
      sv: 'Någon annan ändrade posten medan du skrev. Din text finns kvar nedan, bredvid den som nu är sparad. Jämför och spara igen.',
      en: 'Someone else changed the record while you were writing. Your text is kept below, beside what is now saved. Compare and save again.',
    },
  },
  'record.taken': {
    status: 409,
    text: {
      sv: 'Det finns redan en post med samma namn eller nummer; någon annan kan ha sparat den nyss. Sök upp den, eller skriv något annat.',
      en: 'There is already a record with the same name or number; someone else may have just saved it. Find it, or write something else.',
    },
  },
  'record.invalid': {
    status: 422,
    text: {
      sv: 'Något behöver rättas innan det kan sparas.',
      en: 'Something needs correcting before it can be saved.',
    },
  },
  'record.wrongState': {
    status: 409,
    text: {
      sv: 'Åtgärden kan inte göras i läget ”{state}”. Ladda om sidan för att se vad som går att göra nu.',
      en: 'This cannot be done in the state “{state}”. Reload the page to see what can be done now.',
    },
  },
  'meeting.itemHasDecision': {
    status: 409,
    text: {
      sv: 'Punkten kan inte tas bort, för beslutet ”{title}” hör till den. Flytta eller ta bort beslutet först.',
      en: 'The item cannot be removed, because the decision “{title}” belongs to it. Move or remove the decision first.',
    },
  },
  'assignment.notFound': {
    status: 404,
    text: {
      sv: 'Uppdraget ”{ref}” finns inte. Skriv år och nummer, till exempel 2023:4, eller 2020:u4 för det fjärde onumrerade.',
      en: 'There is no assignment “{ref}”. Write year and number, like 2023:4, or 2020:u4 for the fourth without a number.',
    },
  },
  'organisation.unknownBody': {
    status: 404,
    text: {
      sv: 'Inget organ heter ”{name}”. {hint}',
      en: 'No body is called “{name}”. {hint}',
    },
  },
  'intake.emptyFile': {
    status: 422,
    text: {
      sv: 'Filen ”{name}” är tom. Välj en fil med innehåll.',
      en: 'The file “{name}” is empty. Choose a file with content.',
    },
  },
  'intake.unreadable': {
    status: 422,
    text: {
      sv: 'Filen kunde inte läsas. Öppna den och spara om den, eller läs in en annan version.',
      en: 'The file could not be read. Open it and save it again, or import another version.',
    },
  },
  'intake.openQuestions': {
    status: 422,
    text: {
      sv: 'Förslaget kan inte bekräftas än. {questions}',
      en: 'The proposal cannot be confirmed yet. {questions}',
    },
  },
  'intake.manyUnderWay': {
    status: 409,
    text: {
      sv: 'Många förslag i filen bekräftas eller avvisas redan. Vänta tills det är klart, och försök igen.',
      en: 'Many proposals of the file are already being confirmed or rejected. Wait until that is done, and try again.',
    },
  },
  'intake.inUse': {
    status: 409,
    text: {
      sv: 'Bekräftelsen kan inte ångras, för annat bygger på posten: {dependents}. Ta bort det först, eller rätta posten där den finns.',
      en: 'The confirmation cannot be undone, because other records build on this one: {dependents}. Remove them first, or correct the record where it is.',
    },
  },
  ...contributionErrors,
  ...formErrors,
  ...answeringErrors,
  ...learningErrors,
  ...indicatorErrors,
  ...logErrors,
  ...measureErrors,
  ...courseErrors,
  ...deviationErrors,
  ...documentErrors,
  ...accessErrors,
  ...agendaErrors,
  ...agreementErrors,
  ...minutesErrors,
  ...noticeErrors,
  ...pollErrors,
  ...proceedingsErrors,
  ...publicationErrors,
  ...programErrors,
  ...releaseErrors,
  ...archivingErrors,
  ...reportErrors,
  ...returnAidErrors,
  ...returnErrors,
  ...secrecyErrors,
  ...storageErrors,
  ...summonsErrors,
  ...commissionErrors,
  ...consultationErrors,
  ...workErrors,
  ...jointErrors,
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorCatalogue;

/** A rule said no. `details` carries what the page needs to help (both versions of a text, the problems of a form). */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly values: TextValues;
  readonly details: unknown;

  constructor(code: ErrorCode, values: TextValues = {}, details?: unknown) {
    super(messageOf(code, 'en', values));
    this.name = 'AppError';
    this.code = code;
    this.values = values;
    this.details = details;
  }

  get status(): ErrorEntry['status'] {
    return errorCatalogue[this.code].status;
  }
}

/** What the catalogue says for a code in a language, with the values filled in. */
export function messageOf(code: ErrorCode, language: Language, values: TextValues = {}): string {
  return fillText(errorCatalogue[code].text[language], language, values);
}
