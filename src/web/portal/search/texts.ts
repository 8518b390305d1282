import { localized } from '../../localized.ts';

/** What the search says. */
export const searchTexts = localized(
  {
    find: {
      title: 'Sök',
      titleFor: (words: string) => `Sök: ${words}`,
      hits: 'Träffar',
      total: (count: string) => `${count} träffar`,
      one: '1 träff',
      capped: '1 000+ träffar',
      cappedNote: 'Frågan är bred, så bara de första ställena har vägts. Lägg till ett ord, eller välj år eller nämnd.',
      kind: 'Slag',
      none: (words: string) => `Ingenting publicerat motsvarar ”${words}”`,
      noneBody: 'Pröva ett annat ord eller ett kortare. Allt är inte publicerat: handlingar lämnas ut på begäran.',
      meant: 'Menade du',
      common: 'Orden är för vanliga',
      commonBody: 'Ord som ”och” och ”på” står överallt. Skriv ett ord som säger vad handlingen handlar om.',
      start: 'Skriv vad du letar efter',
      startBody:
        'Sökningen går igenom titlar, rubriker och text i allt som är publicerat. Ord inom citattecken måste stå intill varandra.',
      follow: 'Följ den här sökningen',
    },
  },
  {
    find: {
      title: 'Search',
      titleFor: (words: string) => `Search: ${words}`,
      hits: 'Hits',
      total: (count: string) => `${count} hits`,
      one: '1 hit',
      capped: '1,000+ hits',
      cappedNote:
        'The question is broad, so only the first places have been weighed. Add a word, or choose a year or a board.',
      kind: 'Kind',
      none: (words: string) => `Nothing published matches “${words}”`,
      noneBody: 'Try another word or a shorter one. Not everything is published: documents are handed out on request.',
      meant: 'Did you mean',
      common: 'The words are too common',
      commonBody: 'Words like “och” and “på” stand everywhere. Write a word that says what the document is about.',
      start: 'Write what you are looking for',
      startBody:
        'The search goes through titles, headings and text of all that is published. Words within quotation marks must stand together.',
      follow: 'Follow this search',
    },
  },
);
