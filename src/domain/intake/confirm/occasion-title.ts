import type { ItemCategory, MeetingKind } from '../../meetings/index.ts';

/** What an answer says was done at an occasion, as the title and category of an agenda item. */
export type OccasionTitle = { readonly title: string; readonly category: ItemCategory };

/** The verbs in which a report tells what was done, with the noun that names it and the category of such an item. */
const told: readonly { readonly words: RegExp; readonly noun: string; readonly category: ItemCategory }[] = [
  { words: /\bföredragning(?:ar|en)?\b/iu, noun: 'Föredragning', category: 'inDepth' },
  { words: /\bredogörelse(?:r|n)?\b/iu, noun: 'Redogörelse', category: 'information' },
  { words: /\bworkshop/iu, noun: 'Workshop', category: 'workshop' },
  { words: /\bnulägesrapport/iu, noun: 'Nulägesrapport', category: 'information' },
  { words: /\blägesrapport/iu, noun: 'Lägesrapport', category: 'information' },
  { words: /\binformation\b|\binformera(?:des|ts)\b/iu, noun: 'Information', category: 'information' },
  { words: /\bdiskussion/iu, noun: 'Diskussion', category: 'theme' },
];

/** The subject after the word: "föredragning om X", "information kring X", "informerades beredningen om X", "redogörelse kring X". */
const subject =
  /(?:föredragning(?:ar|en)?|redogörelse(?:r|n)?|(?:nu)?lägesrapport(?:er|en)?|information|informera(?:des|ts)|diskussion|workshop)\s+(?:\p{L}+\s+){0,4}?(?<joint>om|kring|gällande|angående|av)\s+(?<what>.+)$/iu;

/** Where the words about time and place begin, which the meeting itself says. */
const timeAndPlace =
  /\s*,?\s*(?:(?:hölls|gavs|genomfördes)\s+)?(?:(?:vid|på)\s+(?:\p{L}+\s+)?(?:sammanträd|möte)|\bden\s+\d{1,2}\s|\bi\s+samband\s+med\s+studiebesök|,\s*med\s+information\s+om\b).*$/iu;

/**
 * The title of the item that a sentence of an answer speaks of: "Beredningen informerades om mellanvårdsplatser på Tullhuset vid sammanträde den
 * 30 maj 2023." becomes "Information om mellanvårdsplatser på Tullhuset". A sentence that names no subject gives the word alone
 * ("Föredragning"): the assignment is the subject then.
 */
export function occasionTitle(sentence: string, kind: MeetingKind): OccasionTitle {
  const words = sentence
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.\s]+$/u, '');
  if (kind === 'studyVisit') return { title: visitTitle(words), category: 'studyVisit' };
  const row = told.find((one) => one.words.test(words));
  const found = subject.exec(words)?.groups;
  const what = found?.what
    ?.replace(timeAndPlace, '')
    .trim()
    .replace(/[.,;:]+$/u, '');
  // "Information gällande tillgänglighet" and "Information om tillgänglighet" are the same item.
  const joint = found?.joint === 'av' ? 'av' : 'om';
  const noun = row?.noun ?? 'Behandling';
  return { title: what ? `${noun} ${joint} ${what}` : noun, category: row?.category ?? 'other' };
}

/** "i samband med studiebesök på X, Y, där …" becomes "Studiebesök på X, Y". */
function visitTitle(words: string): string {
  const place = /studiebesök(?:et)?\s+(?<place>(?:på|hos|vid|i)\s+.+)$/iu.exec(words)?.groups?.place;
  const clean = place?.replace(/,?\s+(?:där|som|den\s+\d).*$/iu, '').trim();
  return clean ? `Studiebesök ${clean}` : 'Studiebesök';
}
