import type { DemoYear } from './demo-data.ts';
import { bodyNames } from './region.ts';

const { board, local, hospital, mental, administration } = bodyNames;

/** The first year: everything is reported, approved and delivered. */
export const year2024: DemoYear = {
  year: 2024,
  planTitle: 'Verksamhetsplan med budget 2024',
  adoptedOn: '2023-12-07',
  groups: [
    {
      heading: 'Nämndens beredningar får i uppdrag:',
      performer: local,
      consulted: [hospital, mental],
      assignments: [
        {
          number: 1,
          text: 'Att pröva den egna planeringen mot målbild 2035 inför nästa års verksamhetsplan.',
          goal: 'Vi är ett system, inte tretton',
          due: '2024-12-31',
        },
        { number: 2, text: 'Att följa hur överenskommelserna med staten påverkar länets vård.', due: '2024-12-31' },
      ],
    },
    {
      heading: 'Beredning för lokal vård får i uppdrag:',
      performer: local,
      assignments: [
        {
          number: 3,
          text: 'Att utreda förutsättningarna för ett mobilt närvårdsteam i länets norra del.',
          goal: 'Jag får hjälp i tid där jag bor',
          predecessor: '2023:3',
          due: '2024-12-31',
        },
        {
          number: 4,
          text: 'Att följa införandet av fast vårdkontakt för personer med flera sjukdomar.',
          goal: 'Jag bestämmer tillsammans med vården',
          predecessor: '2023:4',
          due: '2024-12-31',
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
          text: 'Att korta väntetiderna till första besök på vårdcentralerna.',
          goal: 'Jag får hjälp i tid där jag bor',
          predecessor: '2023:5',
          due: '2024-12-31',
        },
        {
          number: 6,
          text: 'Att ta fram en gemensam väg in för barn och unga som mår psykiskt dåligt.',
          goal: 'Barn och unga mår bra',
          due: '2024-12-31',
        },
        {
          number: 7,
          text: 'Att minska inköpen av engångsmaterial med hög klimatpåverkan jämfört med 2023.',
          goal: 'Vi använder pengarna där de gör mest nytta',
          due: '2024-12-31',
        },
        { number: 8, text: 'Att se över bemanningen på intensivvården.', due: '2024-12-31' },
      ],
    },
    {
      heading: 'Beredning för sjukhusvård får i uppdrag:',
      performer: hospital,
      assignments: [
        { number: 9, text: 'Att följa uppbyggnaden av det gemensamma traumacentrumet.', due: '2024-12-31' },
      ],
    },
  ],
  meetings: [
    {
      body: local,
      date: '2024-02-15',
      time: ['09:00', '15:00'],
      place: 'Sal Rönnen, Regionhuset',
      mode: 'inPerson',
      held: true,
      items: [
        { title: 'Val av justerare', category: 'formal' },
        {
          title: 'Statens överenskommelser 2024: vad de innebär för länet',
          category: 'information',
          presenters: ['Jorun Eklöv'],
          assignments: [2],
        },
        {
          title: 'Mobila team i andra län: vad vet vi?',
          category: 'inDepth',
          presenters: ['Asta Wermelin'],
          assignments: [3],
        },
      ],
    },
    {
      body: local,
      date: '2024-05-16',
      time: ['09:00', '15:30'],
      place: 'Digitalt möte',
      mode: 'digital',
      held: true,
      items: [
        {
          title: 'Fast vårdkontakt: nuläge på länets vårdcentraler',
          category: 'information',
          presenters: ['Sten Ljungåsen'],
          assignments: [4],
        },
        {
          title: 'Väntetider till första besök, första tertialet',
          category: 'information',
          presenters: ['Vidar Holmsten'],
          assignments: [5],
        },
      ],
    },
    {
      body: local,
      date: '2024-09-19',
      kind: 'studyVisit',
      place: 'Hedviks vårdcentral',
      held: true,
      items: [
        {
          title: 'Studiebesök hos närvårdsteamet i Hedvik',
          category: 'inDepth',
          presenters: ['Asta Wermelin'],
          assignments: [3, 4],
        },
      ],
    },
    {
      body: local,
      date: '2024-10-10',
      time: ['09:00', '12:00'],
      place: 'Digitalt möte',
      mode: 'digital',
      held: true,
      items: [
        {
          title: 'Utredning av mobilt närvårdsteam: slutsatser',
          category: 'information',
          presenters: ['Asta Wermelin'],
          assignments: [3],
        },
      ],
    },
    {
      body: board,
      date: '2024-10-24',
      time: ['13:00', '16:30'],
      place: 'Sessionssalen, Regionhuset',
      mode: 'inPerson',
      held: true,
      items: [
        {
          title: 'Mobilt närvårdsteam: start av pilot',
          category: 'decision',
          presenters: ['Asta Wermelin'],
          assignments: [3],
          matter: '24RF00902',
          summary: 'Utredningen visar att ett team kan ersätta två av tre akuta transporter i norr.',
        },
      ],
    },
    {
      body: local,
      date: '2024-11-21',
      time: ['09:00', '14:30'],
      place: 'Sal Rönnen, Regionhuset',
      mode: 'inPerson',
      held: true,
      items: [
        {
          title: 'En väg in för barn och unga',
          category: 'information',
          presenters: ['Ragna Östhed'],
          assignments: [6],
        },
        {
          title: 'Återrapportering av uppdrag 2024',
          category: 'decision',
          presenters: ['Stina Fjellander'],
          matter: '24RF00871',
          summary: 'Beredningen redovisar för nämnden vad som har gjorts med årets uppdrag.',
        },
      ],
    },
    {
      body: board,
      date: '2024-12-12',
      time: ['13:00', '16:30'],
      place: 'Sessionssalen, Regionhuset',
      mode: 'inPerson',
      held: true,
      items: [{ title: 'Beredningarnas återrapportering 2024', category: 'information', matter: '24RF00871' }],
    },
  ],
  decisions: [
    {
      body: local,
      date: '2024-11-21',
      title: 'Återrapportering av uppdrag 2024',
      clauses: ['att godkänna rapporten och överlämna den till hälso- och sjukvårdsnämnden.'],
      assignments: [],
      item: 'Återrapportering av uppdrag 2024',
    },
    {
      body: board,
      date: '2024-10-24',
      title: 'Mobilt närvårdsteam: start av pilot',
      clauses: [
        'att ett mobilt närvårdsteam prövas i länets norra del under 2025',
        'att 3,4 mkr avsätts ur nämndens ram',
        'att förvaltningen redovisar piloten i delårsrapporten.',
      ],
      assignments: [3],
      item: 'Mobilt närvårdsteam: start av pilot',
    },
  ],
  assessments: [
    {
      number: 1,
      period: 'interim',
      status: 'duringYear',
      text: 'Avstämning mot målbilden sker under året i samband med planeringsdagarna.',
    },
    {
      number: 2,
      period: 'interim',
      status: 'startedOnTrack',
      text: 'Tre överenskommelser har analyserats och redovisats för beredningarna. Uppdraget har startat och bedöms vara klart vid årets slut.',
    },
    {
      number: 3,
      period: 'interim',
      status: 'startedOnTrack',
      text: 'Intervjuer med personal i fyra kommuner är gjorda och kostnaderna är beräknade. Uppdraget har startat och bedöms vara klart vid årets slut.',
    },
    {
      number: 4,
      period: 'interim',
      status: 'startedDelayed',
      text: 'Hälften av vårdcentralerna har infört arbetssättet. Bristen på distriktsläkare gör att resten väntar. Uppdraget har startat men bedöms inte vara klart vid årets slut.',
    },
    {
      number: 5,
      period: 'interim',
      status: 'multiYear',
      text: 'Väntetiden har kortats från nio till sju dagar. Arbetet är en pågående process och förväntas inte vara avslutat inom det närmaste året.',
    },
    {
      number: 6,
      period: 'interim',
      status: 'startedOnTrack',
      text: 'En gemensam telefonlinje öppnade i april. Uppdraget har startat och bedöms vara klart vid årets slut.',
    },
    {
      number: 7,
      period: 'interim',
      status: 'started',
      text: 'Arbetet har påbörjats med en kartläggning av de tio artiklar som används mest.',
    },
    { number: 8, period: 'interim', status: 'paused', text: 'Översynen är pausad i väntan på den nya lokalplanen.' },
    { number: 9, period: 'interim', status: 'continuing', text: 'Utvecklingen fortsätter enligt plan.' },
    {
      number: 3,
      period: 'annual',
      status: 'startedOnTrack',
      text: 'Utredningen är klar och nämnden har beslutat om en pilot.',
    },
  ],
  positions: [
    {
      number: 1,
      body: local,
      answerType: 'absorbed',
      text: 'Uppdraget har införlivats i beredningens planeringsdagar och ingår i arbetet med verksamhetsplan 2025.',
    },
    { number: 8, body: local, answerType: 'notConcerned', text: 'Beredningen berörs ej av uppdraget.' },
  ],
  reports: [
    {
      body: local,
      foreword:
        'Beredning för lokal vård är ett av nämndens tre beredningsorgan. Här redovisas vad som har gjorts med de uppdrag som nämnden lämnade i verksamhetsplanen för 2024. Efter varje svar följer texten ur regionens delårsrapport.',
      closing: 'Beredningen ser fram emot att följa piloten med ett mobilt närvårdsteam under 2025.',
      state: 'delivered',
      approvedAt: { date: '2024-11-21', item: 'Återrapportering av uppdrag 2024' },
      deliveredOn: '2024-11-28',
    },
  ],
  budgetInput: {
    body: local,
    forYear: 2025,
    datedOn: '2024-10-17',
    title: 'Inspel till verksamhetsplan med budget 2025',
    points: [
      { text: 'Det mobila närvårdsteamet bör prövas redan 2025 och följas upp mot målbilden.', takenUpBy: '2025:3' },
      { text: 'Fast vårdkontakt behöver en tidplan för varje vårdcentral.', takenUpBy: '2025:4' },
      { text: 'Väntetider bör redovisas per kommun, inte bara som länssnitt.' },
    ],
  },
};
