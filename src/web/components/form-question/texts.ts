import { localized } from '../../localized.ts';

/** The words around a question of a form; its own words are the form's. */
export const formQuestionTexts = localized(
  {
    guidance: 'Vägledning',
    noAnswer: 'Inget svar',
    notAnswered: 'Inte besvarad',
    cannotState: 'Kan inte anges',
    comment: 'Kommentar',
    mostItems: (count: number) => `Högst ${count}. Skriv en på varje rad.`,
    mostCharacters: (count: string) => `Högst ${count} tecken.`,
    during: (year: number) => `Gäller ${year}`,
    since: (year: number) => `Gäller tiden sedan ${year}`,
    asOf: (date: string) => `Gäller den ${date}`,
    askedWhen: (terms: string) => `Ställs när ${terms}.`,
    term: (question: string, option: string, row: string | null) =>
      row === null
        ? `svaret på fråga ${question} är ${option}`
        : `svaret på fråga ${question}, raden ${row}, är ${option}`,
    and: ' och ',
    or: ' eller ',
    row: 'Rad',
    answer: 'Svar',
    text: 'Kommentar till raden',
  },
  {
    guidance: 'Guidance',
    noAnswer: 'No answer',
    notAnswered: 'Not answered',
    cannotState: 'Cannot be stated',
    comment: 'Comment',
    mostItems: (count: number) => `At most ${count}. Write one on each line.`,
    mostCharacters: (count: string) => `At most ${count} characters.`,
    during: (year: number) => `About ${year}`,
    since: (year: number) => `About the time since ${year}`,
    asOf: (date: string) => `As of ${date}`,
    askedWhen: (terms: string) => `Asked when ${terms}.`,
    term: (question: string, option: string, row: string | null) =>
      row === null
        ? `the answer to question ${question} is ${option}`
        : `the answer to question ${question}, row ${row}, is ${option}`,
    and: ' and ',
    or: ' or ',
    row: 'Row',
    answer: 'Answer',
    text: 'Comment on the row',
  },
);
