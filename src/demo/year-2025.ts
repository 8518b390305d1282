import type { DemoYear } from './demo-data.ts';
import { bodyNames } from './region.ts';

const { board, local, hospital, mental, administration, chiefs } = bodyNames;

/** The second year: the threads of the first go on, one question is taken over by the joint group of region and municipalities. */
export const year2025: DemoYear = {
  year: 2025,
  planTitle: 'Verksamhetsplan med budget 2025',
  adoptedOn: '2024-12-12',
  groups: [
    {
      heading: 'Nämndens beredningar får i uppdrag:',
      performer: local,
      consulted: [hospital, mental],
      assignments: [
        {
          number: 1,
          text: 'Att stämma av verksamhetsplanen mot målbild 2035 innan nästa plan skrivs.',
          goal: 'Vi är ett system, inte tretton',
          predecessor: '2024:1',
          due: '2025-12-31',
        },
        { number: 2, text: 'Att följa beredskapen för utredningen om samordnad vård vid beroende.', due: '2025-12-31' },
      ],
    },
    {
      heading: 'Beredning för lokal vård får i uppdrag:',
      performer: local,
      assignments: [
        {
          number: 3,
          text: 'Att följa piloten med ett mobilt närvårdsteam i länets norra del.',
          goal: 'Jag får hjälp i tid där jag bor',
          predecessor: '2024:3',
          due: '2025-12-31',
        },
        {
          number: 4,
          text: 'Att följa införandet av fast vårdkontakt, med en tidplan för varje vårdcentral.',
          goal: 'Jag bestämmer tillsammans med vården',
          predecessor: '2024:4',
          refersTo: ['2025:3'],
          due: '2025-12-31',
        },
      ],
    },
    {
      heading: 'Hälso- och sjukvårdsförvaltningen får i uppdrag, i samråd med berörda beredningar:',
      performer: administration,
      consulted: [local, hospital, mental],
      assignments: [
        {
          number: 5,
          text: 'Att fortsätta korta väntetiderna till första besök på vårdcentralerna.',
          goal: 'Jag får hjälp i tid där jag bor',
          predecessor: '2024:5',
          due: '2025-12-31',
        },
        {
          number: 6,
          text: 'Att utveckla den gemensamma vägen in för barn och unga tillsammans med elevhälsan.',
          goal: 'Barn och unga mår bra',
          predecessor: '2024:6',
          due: '2025-12-31',
        },
        {
          number: 7,
          text: 'Att minska inköpen av engångsmaterial med hög klimatpåverkan jämfört med 2024.',
          goal: 'Vi använder pengarna där de gör mest nytta',
          predecessor: '2024:7',
          due: '2025-12-31',
        },
        { number: 8, text: 'Att ta fram en regional plan för patientsäkerhet.', due: '2025-06-30' },
        { number: 9, text: 'Att se över kraven på sjukresor.', due: '2025-12-31' },
        {
          number: 10,
          text: 'Att förbereda ett nytt avtal om hemsjukvård tillsammans med kommunerna.',
          goal: 'Vi är ett system, inte tretton',
          due: '2025-12-31',
        },
      ],
    },
    {
      heading: 'Beredning för sjukhusvård får i uppdrag:',
      performer: hospital,
      assignments: [
        { number: 11, text: 'Att följa traumacentrumets första år.', predecessor: '2024:9', due: '2025-12-31' },
        {
          number: 12,
          text: 'Att följa översynen av intensivvårdens lokaler.',
          predecessor: '2024:8',
          due: '2025-12-31',
        },
      ],
    },
  ],
  meetings: [
    {
      body: local,
      date: '2025-02-13',
      time: ['09:00', '15:00'],
      place: 'Sal Rönnen, Regionhuset',
      mode: 'hybrid',
      held: true,
      items: [
        {
          title: 'Piloten med mobilt närvårdsteam: plan och bemanning',
          category: 'information',
          presenters: ['Asta Wermelin'],
          assignments: [3],
        },
        {
          title: 'Tidplaner för fast vårdkontakt',
          category: 'information',
          presenters: ['Sten Ljungåsen'],
          assignments: [4],
        },
      ],
    },
    {
      body: local,
      date: '2025-05-15',
      time: ['09:00', '15:30'],
      place: 'Sal Rönnen, Regionhuset',
      mode: 'inPerson',
      held: true,
      items: [
        {
          title: 'Mobilt närvårdsteam: de första hundra besöken',
          category: 'inDepth',
          presenters: ['Asta Wermelin', 'Sten Ljungåsen'],
          assignments: [3],
        },
        {
          title: 'Väntetider till första besök, första tertialet',
          category: 'information',
          presenters: ['Vidar Holmsten'],
          assignments: [5],
        },
        { title: 'Elevhälsan och vägen in', category: 'theme', presenters: ['Ragna Östhed'], assignments: [6] },
      ],
    },
    {
      body: chiefs,
      date: '2025-06-05',
      time: ['09:00', '12:00'],
      place: 'Granhults kommunhus',
      mode: 'inPerson',
      held: true,
      items: [
        {
          title: 'Nytt avtal om hemsjukvård: modell för finansiering',
          category: 'information',
          presenters: ['Agda Rönnmark'],
          assignments: [10],
        },
      ],
    },
    {
      body: board,
      date: '2025-06-12',
      time: ['13:00', '16:30'],
      place: 'Sessionssalen, Regionhuset',
      mode: 'inPerson',
      held: true,
      items: [
        {
          title: 'Regional plan för patientsäkerhet',
          category: 'decision',
          presenters: ['Sten Ljungåsen'],
          assignments: [8],
          matter: '25RF00413',
          summary: 'Planen samlar nio åtgärder och säger vem som ansvarar för var och en.',
        },
      ],
    },
    {
      body: local,
      date: '2025-10-09',
      kind: 'studyVisit',
      place: 'Norra närvården, Hedvik',
      held: true,
      items: [
        {
          title: 'Studiebesök: en dag med det mobila teamet',
          category: 'inDepth',
          presenters: ['Asta Wermelin'],
          assignments: [3],
        },
      ],
    },
    {
      body: local,
      date: '2025-11-20',
      time: ['09:00', '14:30'],
      place: 'Sal Rönnen, Regionhuset',
      mode: 'inPerson',
      held: true,
      items: [
        {
          title: 'Fast vårdkontakt: läget vid årets slut',
          category: 'information',
          presenters: ['Sten Ljungåsen'],
          assignments: [4],
        },
        {
          title: 'Återrapportering av uppdrag 2025',
          category: 'decision',
          presenters: ['Stina Fjellander'],
          matter: '25RF00944',
          summary: 'Beredningen redovisar för nämnden vad som har gjorts med årets uppdrag.',
        },
      ],
    },
  ],
  decisions: [
    {
      body: board,
      date: '2025-06-12',
      title: 'Regional plan för patientsäkerhet',
      clauses: ['att fastställa den regionala planen för patientsäkerhet 2025–2028.'],
      assignments: [8],
      item: 'Regional plan för patientsäkerhet',
    },
    {
      body: local,
      date: '2025-11-20',
      title: 'Återrapportering av uppdrag 2025',
      clauses: [
        'att godkänna rapporten och överlämna den till hälso- och sjukvårdsnämnden',
        'att paragrafen förklaras omedelbart justerad.',
      ],
      assignments: [],
      item: 'Återrapportering av uppdrag 2025',
    },
  ],
  assessments: [
    { number: 1, period: 'interim', status: 'unspecified', text: 'Målbilden finns med som grund i planeringen.' },
    {
      number: 2,
      period: 'interim',
      status: 'startedDelayed',
      text: 'Länets arbetsgrupp är tillsatt. Uppdraget har startat men bedöms inte vara klart vid årets slut.',
    },
    {
      number: 3,
      period: 'interim',
      status: 'startedOnTrack',
      text: 'Teamet är bemannat och gjorde sina första besök i mars. Uppdraget har startat och bedöms vara klart vid årets slut.',
    },
    {
      number: 4,
      period: 'interim',
      status: 'startedPartly',
      text: 'Elva av sexton vårdcentraler har en tidplan. Uppdraget har startat men bedöms inte vara helt klart vid årets slut.',
    },
    {
      number: 5,
      period: 'interim',
      status: 'multiYear',
      text: 'Väntetiden är sex dagar. Arbetet är en pågående process och förväntas inte vara avslutat inom det närmaste året.',
    },
    {
      number: 6,
      period: 'interim',
      status: 'startedOnTrack',
      text: 'Samverkan med elevhälsan prövas i tre kommuner. Uppdraget har startat och bedöms vara klart vid årets slut.',
    },
    {
      number: 7,
      period: 'interim',
      status: 'startedOnTrack',
      text: 'Inköpen har minskat med elva procent. Uppdraget har startat och bedöms vara klart vid årets slut.',
    },
    {
      number: 8,
      period: 'interim',
      status: 'startedOnTrack',
      text: 'Planen är beslutad. Uppdraget har startat och bedöms vara klart vid årets slut.',
    },
    {
      number: 9,
      period: 'interim',
      status: 'startedOnTrack',
      text: 'Uppdraget har startat och bedöms vara klart vid årets slut.',
    },
    {
      number: 10,
      period: 'interim',
      status: 'started',
      text: 'Arbetet har påbörjats med en gemensam beräkning av kostnaderna.',
    },
    {
      number: 3,
      period: 'annual',
      status: 'continuing',
      text: 'Piloten har gjort 640 besök. Utvecklingen fortsätter under 2026.',
    },
  ],
  positions: [
    {
      number: 1,
      body: local,
      answerType: 'absorbed',
      text: 'Uppdraget är en del av det pågående arbetet med färdplanen.',
    },
    {
      number: 2,
      body: local,
      answerType: 'notNow',
      text: 'Uppdraget ligger inte inom beredningens område i det här skedet.',
    },
  ],
  reports: [
    {
      body: local,
      foreword:
        'Beredning för lokal vård redovisar här vad som har gjorts med de uppdrag som nämnden lämnade i verksamhetsplanen för 2025. Efter varje svar följer texten ur regionens delårsrapport.',
      closing: 'Beredningen tackar de verksamheter som har tagit emot besök under året.',
      state: 'delivered',
      approvedAt: { date: '2025-11-20', item: 'Återrapportering av uppdrag 2025' },
      deliveredOn: '2025-11-27',
    },
  ],
  budgetInput: {
    body: local,
    forYear: 2026,
    datedOn: '2025-10-16',
    title: 'Inspel till verksamhetsplan med budget 2026',
    points: [
      { text: 'Det mobila teamet bör bli en fast del av närvården om utvärderingen är god.', takenUpBy: '2026:3' },
      { text: 'Vägen in för barn och unga bör ha samma namn i hela länet.', takenUpBy: '2026:6' },
      { text: 'Avtalet om hemsjukvård bör skickas på remiss före sommaren.', takenUpBy: '2026:10' },
      { text: 'Målbildens medarbetarmål saknar uppdrag.' },
    ],
  },
};
