import type { ErrorEntry } from './errors.ts';

/** The rows of the catalogue about forms, their versions and the answers to them. */
export const formErrors = {
  'form.versionAnswered': {
    status: 409,
    text: {
      sv: 'Den här versionen av formuläret har besvarats och ändras inte längre. Gör en ny version och ändra där.',
      en: 'This version of the form has been answered and does not change any more. Make a new version and change that.',
    },
  },
  'form.notPublished': {
    status: 409,
    text: {
      sv: 'Formuläret är ett utkast. Ge ut versionen innan någon svarar på den.',
      en: 'The form is a draft. Publish the version before anybody answers it.',
    },
  },
  'form.published': {
    status: 409,
    text: {
      sv: 'Versionen är utgiven. Ta tillbaka den till utkast för att ändra den, eller gör en ny version.',
      en: 'The version is published. Take it back to a draft to change it, or make a new version.',
    },
  },
  'form.placeUnknown': {
    status: 404,
    text: {
      sv: 'Delen, avsnittet eller frågan finns inte längre i utkastet. Läs in sidan på nytt.',
      en: 'The part, section or question is no longer in the draft. Reload the page.',
    },
  },
  'form.yearTaken': {
    status: 409,
    text: {
      sv: 'Formuläret har redan en version för {year}. Ändra den, eller välj ett annat år.',
      en: 'The form already has a version for {year}. Change that one, or choose another year.',
    },
  },
  'form.faults': {
    status: 422,
    text: {
      sv: 'Formuläret har fel som gör att det inte kan besvaras. Rätta dem som står i listan, och ge ut versionen igen.',
      en: 'The form has faults that make it impossible to answer. Correct those in the list, and publish the version again.',
    },
  },
  'form.titleTaken': {
    status: 409,
    text: {
      sv: 'Det finns redan ett formulär som heter ”{title}”. Byt namn på det, eller välj en annan titel.',
      en: 'There is already a form called “{title}”. Rename it, or choose another title.',
    },
  },
  'form.questionUnknown': {
    status: 404,
    text: {
      sv: 'Frågan finns inte i den här versionen av formuläret. Läs in sidan på nytt.',
      en: 'The question is not in this version of the form. Reload the page.',
    },
  },
  'form.answersFrozen': {
    status: 409,
    text: {
      sv: 'Svaren är godkända och ändras inte längre. Rätta i nästa års redovisning, eller begär att beslutet omprövas.',
      en: 'The answers have been approved and do not change any more. Correct it in the return of next year, or ask for the decision to be reconsidered.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
