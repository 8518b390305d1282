import {
  type Block,
  bold,
  bullets,
  type DocumentTree,
  heading,
  type Inline,
  italic,
  link,
  noteRef,
  paragraph,
  text,
} from '../../src/documents/tree/index.ts';

/**
 * An invented report-back that holds everything a tree may hold: every kind of block and inline, long Swedish words, signs that once broke
 * (§, –, ”, no-break space), markup that must stay text, a table over several pages and sixty notes. The golden facts of the writers rest on it.
 */
export const sampleNoteCount = 60;
export const sampleTableRows = 40;

const cell = (value: string): readonly Inline[] => [text(value)];
const municipalities = ['Norrbäck', 'Ålunda', 'Ängsvik', 'Östanfors', 'Söderlövsta'];

const monitored: Block = {
  kind: 'table',
  caption: 'Uppdrag som beredningen följer, med läge och belägg',
  rowHeader: true,
  header: ['Nr', 'Uppdrag', 'Läge', 'Utfall, tkr', 'Andel'].map(cell),
  rows: Array.from({ length: sampleTableRows }, (_, index) => [
    cell(`${index + 1}`),
    cell(
      index % 3 === 0
        ? `Läkemedelsgenomgångar och vårdkedjeöverenskommelser tillsammans med ${municipalities[index % 5]} kommun`
        : `Samordnad individuell plan i ${municipalities[index % 5]}`,
    ),
    index % 7 === 3
      ? [{ kind: 'text', text: 'Pausat', struck: true }]
      : cell(index % 2 === 0 ? 'Startat, enligt plan' : 'Under året'),
    cell(index % 5 === 0 ? '–' : `${(index * 137) % 900} ${100 + index}`),
    cell(`${(index * 13) % 100} %`),
  ]),
};

const answer = (number: number, title: string): readonly Block[] => [
  heading(2, `${number}. ${title}`, `uppdrag-${number}`),
  paragraph(
    text(`Föredragning vid sammanträdet den ${(number % 27) + 1} maj`),
    noteRef(number * 2 - 1),
    text(` och den ${(number % 27) + 2} september`),
    noteRef(number * 2),
    text(
      '. Beredningen bedömer att arbetet löper som det ska och att nästa avstämning kan ske när delårsrapporten föreligger.',
    ),
  ),
  {
    kind: 'quotation',
    label: 'Ur delårsrapport 2:',
    content: [
      text(
        'Uppdraget har startat och bedöms vara klart vid årets slut. ”Samverkansöverenskommelsen” är undertecknad av samtliga parter.',
      ),
    ],
    ...(number % 2 === 0 ? { cite: `Delårsrapport 2026, sidan ${number + 10}` } : {}),
  },
];

const titles = [
  'Målbild 2035 – god och nära vård',
  'Hälso- och sjukvårdsöverenskommelser med kommunerna',
  'Översyn av avgifter',
  'Samordnat omhändertagande',
  'Barn och unga med komplexa behov',
];

export const sampleTree: DocumentTree = {
  title: 'Återrapportering 2026 – Beredningen för nära vård',
  subtitle: 'Svar på uppdragen i regionplanen',
  author: 'Region Mellanbygd',
  language: 'sv',
  date: '2026-11-22',
  facts: [
    { label: 'Organ', value: 'Beredningen för nära vård' },
    { label: 'Diarienummer', value: 'RS 2026-00417' },
    { label: 'Lämnas till', value: 'Hälso- och sjukvårdsnämnden' },
    { label: 'Godkänd', value: '7 december 2026, § 84' },
  ],
  contents: true,
  blocks: [
    heading(1, 'Sammanfattning'),
    paragraph(
      'Beredningen har fått ',
      bold('23 uppdrag'),
      ' i regionplanen och svarar här på dem i tur och ordning. Sjutton är startade, fyra löper över flera år och två riktas till andra beredningar. Varje påstående bär en siffra som leder till det som bevisar det.',
    ),
    paragraph(
      'Underlaget finns i ',
      link('https://mellanbygd.example/diarium/RS-2026-00417', 'diariet'),
      ' och frågorna nedan leder till ',
      link('#uppdrag-4', 'uppdrag 4'),
      '. Arbetet har ',
      italic('inte'),
      ' omfattat ',
      { kind: 'text', text: 'ambulanssjukvården', struck: true },
      ' sjuktransporterna.',
    ),
    {
      kind: 'callout',
      tone: 'warning',
      content: [text('Ett påstående om uppdrag 19 saknar belägg och står därför inte med.')],
    },
    bullets(
      'Avgiftsöversynen är klar och beslutad.',
      'Överenskommelsen om hemsjukvård är sagd upp till omförhandling.',
      'Två piloter fortsätter 2027.',
    ),
    heading(1, 'Svar på uppdragen'),
    ...titles.flatMap((title, index) => answer(index + 1, title)),
    heading(2, 'Beslut i beredningen'),
    heading(3, 'Sammanträdet den 7 december'),
    {
      kind: 'decision',
      intro: [text('Beredningen för nära vård beslutar')],
      clauses: [
        cell('att godkänna återrapporteringen för år 2026 och lämna den till hälso- och sjukvårdsnämnden,'),
        [text('att hos regionstyrelsen begära att uppdrag 7 får löpa vidare under 2027'), noteRef(11), text(', samt')],
        cell('att förklara paragrafen omedelbart justerad.'),
      ],
    },
    heading(4, 'Så gick omröstningen till'),
    {
      kind: 'list',
      ordered: true,
      start: 3,
      items: [
        { content: cell('Ordföranden ställer proposition på förslaget.') },
        { content: [text('Votering begärs.'), { kind: 'lineBreak' }, text('Nio röstar ja, två nej.')] },
      ],
    },
    { kind: 'divider' },
    {
      kind: 'chart',
      title: 'Åtgärdernas effekt i tkr',
      alt: 'Vårdnämnden har nått 2 300 av planerade 4 000 tkr; kulturnämnden har kostat 200 tkr mer än planerat.',
      bars: [
        { label: 'Vårdnämnden, planerat', value: 4000, text: '4 000', look: 'outline' },
        { label: 'Vårdnämnden, hittills', value: 2300, text: '2 300' },
        { label: 'Kulturnämnden, hittills', value: -200, text: '−200', look: 'light' },
      ],
    },
    { kind: 'callout', tone: 'info', content: [text('Tabellen nedan är hämtad ur registret den 22 november 2026.')] },
    heading(1, 'Läget i siffror'),
    {
      kind: 'facts',
      facts: [
        { label: 'Period', value: 'januari–november 2026' },
        { label: 'Källa', value: 'Ekonomisystemet, uttag vecka 47' },
      ],
    },
    monitored,
    {
      kind: 'table',
      header: ['Ord', 'Betydelse'].map(cell),
      rows: [
        [
          cell('Närsjukvårdsberedningsledamotsersättare'),
          cell('Den som träder in när en ledamot i närsjukvårdsberedningen har förhinder'),
        ],
        [cell('Tillgänglighetsredogörelse'), cell('Vad som ännu inte kan läsas av alla, och när det rättas')],
      ],
    },
    { kind: 'pageBreak' },
    heading(1, 'Text som inte är märkspråk'),
    paragraph(
      '<script>alert("x")</script> & #read("/etc/passwd") *stjärna* _streck_ $x^2$ @ref `kod` \\ [länk](javascript:alert(1))',
    ),
    paragraph(
      link('javascript:alert(1)', 'en länk som inte får leda någonstans'),
      ' och ',
      link('/sammantraden/1', 'en väg på webbplatsen'),
      '.',
    ),
    paragraph(
      ...Array.from({ length: sampleNoteCount - 11 }, (_, index) => [
        text(index === 0 ? 'Återstående belägg ' : ' '),
        noteRef(index + 12),
      ]).flat(),
      ' ',
      noteRef(1),
    ),
  ],
  notesTitle: 'Belägg',
  notes: Array.from({ length: sampleNoteCount }, (_, index) => ({
    number: index + 1,
    content: [
      text(`Sammanträde ${(index % 27) + 1} maj 2026, punkt ${(index % 9) + 1}. `),
      link(`https://mellanbygd.example/protokoll/${index + 1}`, `Protokoll § ${index + 10}`),
    ],
  })),
};
