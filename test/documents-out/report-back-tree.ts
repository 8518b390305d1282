import {
  type Block,
  type DocumentTree,
  heading,
  type Note,
  noteRef,
  paragraph,
  text,
} from '../../src/documents/tree/index.ts';

const subjects = [
  'Nära vård',
  'Samordnad individuell plan',
  'Avgiftsöversyn',
  'Psykisk hälsa',
  'Rehabilitering',
  'Läkemedel',
  'Hemsjukvård',
];
const phrases = [
  'Uppdraget har startat och bedöms vara klart vid årets slut.',
  'Uppdraget har startat men är försenat; en reviderad tidplan lämnas i nästa delårsrapport.',
  'Uppdraget kommer att genomföras under året.',
  'Uppdraget är flerårigt och fortsätter nästa år.',
];

/** A report-back of the shape that the boards get: a table of all answers, an answer with quotation and evidence for each, a decision, notes. */
export function reportBackTree(assignments: number, year = 2026): DocumentTree {
  const numbers = Array.from({ length: assignments }, (_, index) => index + 1);
  const title = (number: number) =>
    `Uppdrag ${number}: ${subjects[number % subjects.length]} i samverkan mellan region och kommun`;
  const notes: readonly Note[] = numbers.flatMap((number) =>
    ['maj', 'september'].map((month, index) => ({
      number: (number - 1) * 2 + index + 1,
      content: [
        text(`Sammanträde den ${(number % 27) + 1} ${month} ${year}, punkt ${(number % 9) + 1}. `),
        {
          kind: 'link' as const,
          href: `https://mellanbygd.example/sammantraden/${year}-${number}`,
          text: `Protokoll § ${number + 20}`,
        },
      ],
    })),
  );
  return {
    title: `Återrapportering ${year}`,
    subtitle: 'Beredningen för nära vård',
    author: 'Region Mellanbygd',
    language: 'sv',
    date: `${year}-11-22`,
    facts: [
      { label: 'Diarienummer', value: `RS ${year}-00417` },
      { label: 'Lämnas till', value: 'Hälso- och sjukvårdsnämnden' },
    ],
    contents: true,
    blocks: [
      heading(1, 'Sammanfattning'),
      paragraph(
        `Beredningen svarar här på de ${assignments} uppdrag som den har fått. Varje svar bär en siffra som leder till sitt belägg.`,
      ),
      {
        kind: 'table',
        caption: `Uppdrag och läge ${year}`,
        rowHeader: true,
        header: ['Uppdrag', 'Svar', 'Läge'].map((cell) => [text(cell)]),
        rows: numbers.map((number) =>
          [`${title(number)}`, 'Föredragning', phrases[number % 4]!].map((cell) => [text(cell)]),
        ),
      },
      heading(1, 'Svar på uppdragen'),
      ...numbers.flatMap((number) => answer(number, title(number))),
      heading(1, 'Beslut'),
      {
        kind: 'decision',
        intro: [text('Beredningen för nära vård beslutar')],
        clauses: [
          [text('att godkänna återrapporteringen, samt')],
          [text('att lämna den till hälso- och sjukvårdsnämnden.')],
        ],
      },
    ],
    notesTitle: 'Belägg',
    notes,
  };
}

function answer(number: number, title: string): readonly Block[] {
  return [
    heading(2, title),
    paragraph(
      'Beredningen ska följa hur samverkan mellan regionen och kommunerna utvecklas och lämna en samlad bedömning till nämnden.',
    ),
    heading(3, 'Återrapportering'),
    paragraph(
      text(`Föredragning vid sammanträdet den ${(number % 27) + 1} maj`),
      noteRef(number * 2 - 1),
      text(` och den ${(number % 27) + 1} september`),
      noteRef(number * 2),
      text('. Beredningen har tagit del av läget och ställt frågor om hur resultatet når invånarna i hela länet.'),
    ),
    { kind: 'quotation', label: 'Ur delårsrapport:', content: [text(phrases[number % 4]!)] },
  ];
}
