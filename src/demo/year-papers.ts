/**
 * The papers of the present year in the order in which they came in, and what somebody who read them said belongs together. An end is named by
 * the first words that the review shows for it. Of the other suggestions those under `waiting` are left for a person, and the rest was rejected.
 */
export type DemoPaper = {
  readonly fileName: string;
  readonly together: readonly PaperLink[];
  readonly waiting?: readonly PaperLink[];
};
export type PaperLink = readonly [from: string, to: string];

export const yearPapers: readonly DemoPaper[] = [
  {
    fileName: 'redovisning-nara-vard-2025.txt',
    together: [
      ['Fråga 1 ', '2025:5 '],
      ['Fråga 2a ', '2025:3 '],
      ['Fråga 3 ', '2025:4 '],
      ['Fråga 6 ', '2025:4 '],
      ['Fråga 8 ', '2025:10 '],
      ['Region Fjällmarks redovisning', 'Målbild 2035'],
    ],
  },
  {
    fileName: 'aktivitetsplan-2026.txt',
    together: [
      ['Fokusområde Vård i hemmet', '2026:3 '],
      ['Fokusområde Fast vårdkontakt', '2026:4 '],
      ['Fokusområde Barns och ungas väg in', '2026:6 '],
      ['Fokusområde Samordnad vård', '2026:2 '],
      ['Väntetider till första besök', '2026:5 '],
      ['Regionala planen', '2026:8 '],
      ['Kraven på sjukresor', '2026:9 '],
    ],
  },
  {
    fileName: 'protokoll-chefsgruppen-2026-02-06.txt',
    together: [
      ['§ 5 ', '2026:3 '],
      ['att ge arbetsgruppen', '2026:3 '],
      ['Fortsatt uppdrag', '2026:3 '],
      ['§ 6 ', '2026:10 '],
      ['Förslag till nytt avtal', '2026:10 '],
      ['§ 10 ', '2026:6 '],
    ],
  },
  {
    fileName: 'protokoll-namnden-2026-06-11.txt',
    together: [
      ['§ 47 ', '2026:3 '],
      ['att det mobila närvårdsteamet', '2026:3 '],
      ['§ 48 ', '2026:10 '],
      ['att godkänna att avtalet', '2026:10 '],
    ],
    waiting: [
      ['§ 47 ', 'Inspel 1 '],
      ['2026-06-11 ', '§ 48 '],
      ['Fråga 8 ', '§ 48 '],
    ],
  },
  { fileName: 'remiss-hemsjukvard-2026.txt', together: [] },
];

/** The consultation is about this assignment; its table names no words that a suggestion could rest on. */
export const consultationOf = {
  title: 'Remiss om nytt avtal om hemsjukvård',
  assignment: '2026:10',
  reason: 'remissen är den som uppdraget begär',
} as const;
