import type { DemoYear } from './demo-data.ts';
import { bodyNames } from './region.ts';

const { board, local, hospital, mental, administration } = bodyNames;

/** The present year: meetings are still to come, the interim report is in, and the report-back is a draft with open ends. */
export const year2026: DemoYear = {
  year: 2026,
  planTitle: 'Verksamhetsplan med budget 2026',
  adoptedOn: '2025-12-11',
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
          predecessor: '2025:1',
          due: '2026-12-31',
        },
        {
          number: 2,
          text: 'Att följa införandet av samordnad vård vid beroende.',
          predecessor: '2025:2',
          due: '2026-12-31',
        },
      ],
    },
    {
      heading: 'Beredning för lokal vård får i uppdrag:',
      performer: local,
      assignments: [
        {
          number: 3,
          text: 'Att följa utvärderingen av det mobila närvårdsteamet och föreslå hur arbetet ska fortsätta.',
          goal: 'Jag får hjälp i tid där jag bor',
          predecessor: '2025:3',
          due: '2026-12-31',
        },
        {
          number: 4,
          text: 'Att följa att alla vårdcentraler har infört fast vårdkontakt.',
          goal: 'Jag bestämmer tillsammans med vården',
          predecessor: '2025:4',
          due: '2026-12-31',
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
          text: 'Att fortsätta korta väntetiderna till första besök och redovisa dem per kommun.',
          goal: 'Jag får hjälp i tid där jag bor',
          predecessor: '2025:5',
          due: '2026-12-31',
        },
        {
          number: 6,
          text: 'Att ge den gemensamma vägen in för barn och unga ett namn och ett nummer i hela länet.',
          goal: 'Barn och unga mår bra',
          predecessor: '2025:6',
          due: '2026-12-31',
        },
        {
          number: 7,
          text: 'Att minska inköpen av engångsmaterial med hög klimatpåverkan jämfört med 2025.',
          goal: 'Vi använder pengarna där de gör mest nytta',
          predecessor: '2025:7',
          due: '2026-12-31',
        },
        {
          number: 8,
          text: 'Att genomföra den regionala planen för patientsäkerhet.',
          predecessor: '2025:8',
          due: '2026-12-31',
        },
        {
          number: 9,
          text: 'Att införa nya krav på sjukresor i kommande upphandling.',
          predecessor: '2025:9',
          due: '2026-09-30',
        },
        {
          number: 10,
          text: 'Att skicka ett nytt avtal om hemsjukvård på remiss till länets kommuner.',
          goal: 'Vi är ett system, inte tretton',
          predecessor: '2025:10',
          due: '2026-06-30',
        },
        {
          number: 11,
          text: 'Att beskriva hur artificiell intelligens får användas i patientmötet.',
          due: '2026-12-31',
        },
      ],
    },
    {
      heading: 'Beredning för sjukhusvård får i uppdrag:',
      performer: hospital,
      assignments: [
        { number: 12, text: 'Att följa traumacentrumets andra år.', predecessor: '2025:11', due: '2026-12-31' },
      ],
    },
    {
      heading: 'Beredning för psykisk hälsa får i uppdrag:',
      performer: mental,
      assignments: [
        {
          number: 13,
          text: 'Att följa väntetiderna till neuropsykiatrisk utredning.',
          goal: 'Barn och unga mår bra',
          due: '2026-12-31',
        },
      ],
    },
  ],
  meetings: [
    {
      body: local,
      date: '2026-02-12',
      time: ['09:00', '15:00'],
      place: 'Sal Rönnen, Regionhuset',
      mode: 'inPerson',
      held: true,
      items: [
        {
          title: 'Det mobila teamet: ett år av erfarenheter',
          category: 'information',
          presenters: ['Asta Wermelin'],
          assignments: [3],
        },
        {
          title: 'Samordnad vård vid beroende: vad händer när?',
          category: 'information',
          presenters: ['Ragna Östhed'],
          assignments: [2],
        },
      ],
    },
    {
      body: local,
      date: '2026-05-21',
      time: ['09:00', '15:30'],
      place: 'Digitalt möte',
      mode: 'digital',
      held: true,
      items: [
        { title: 'Väntetider per kommun', category: 'information', presenters: ['Vidar Holmsten'], assignments: [5] },
        {
          title: 'Ett namn och ett nummer: förslag',
          category: 'inDepth',
          presenters: ['Ragna Östhed'],
          assignments: [6],
        },
        {
          title: 'Remissen om hemsjukvårdsavtalet',
          category: 'information',
          presenters: ['Agda Rönnmark'],
          assignments: [10],
        },
      ],
    },
    {
      body: local,
      date: '2026-09-17',
      time: ['09:00', '15:00'],
      place: 'Sal Rönnen, Regionhuset',
      mode: 'inPerson',
      held: true,
      items: [
        {
          title: 'Utvärdering av det mobila närvårdsteamet: delresultat',
          category: 'information',
          presenters: ['Asta Wermelin'],
          assignments: [3],
        },
        {
          title: 'Fast vårdkontakt: tre vårdcentraler återstår',
          category: 'information',
          presenters: ['Sten Ljungåsen'],
          assignments: [4],
        },
        {
          title: 'Patientsäkerhetsplanens första halvår',
          category: 'information',
          presenters: ['Sten Ljungåsen'],
          assignments: [8],
        },
      ],
    },
    {
      body: local,
      date: '2026-12-03',
      time: ['09:00', '14:30'],
      place: 'Sal Rönnen, Regionhuset',
      mode: 'inPerson',
      held: false,
      items: [
        {
          title: 'Slutrapport om det mobila närvårdsteamet',
          category: 'information',
          presenters: ['Asta Wermelin'],
          assignments: [3],
        },
        { title: 'Nya krav på sjukresor', category: 'information', presenters: ['Jorun Eklöv'], assignments: [9] },
        {
          title: 'Återrapportering av uppdrag 2026',
          category: 'decision',
          presenters: ['Stina Fjellander'],
          matter: '26RF01017',
          summary: 'Beredningen redovisar för nämnden vad som har gjorts med årets uppdrag.',
        },
      ],
    },
    {
      body: board,
      date: '2026-12-10',
      time: ['13:00', '16:30'],
      place: 'Sessionssalen, Regionhuset',
      mode: 'inPerson',
      held: false,
      items: [{ title: 'Beredningarnas återrapportering 2026', category: 'information', matter: '26RF01017' }],
    },
  ],
  decisions: [],
  assessments: [
    { number: 1, period: 'interim', status: 'duringYear', text: 'Avstämningen sker under året.' },
    {
      number: 2,
      period: 'interim',
      status: 'startedOnTrack',
      text: 'Två arbetsgrupper är igång. Uppdraget har startat och bedöms vara klart vid årets slut.',
    },
    {
      number: 3,
      period: 'interim',
      status: 'startedOnTrack',
      text: 'Utvärderingen görs av universitetet och blir klar i november. Uppdraget har startat och bedöms vara klart vid årets slut.',
    },
    {
      number: 4,
      period: 'interim',
      status: 'startedPartly',
      text: 'Tre vårdcentraler återstår. Uppdraget har startat men bedöms inte vara helt klart vid årets slut.',
      forecastOn: '2027-02-28',
    },
    {
      number: 5,
      period: 'interim',
      status: 'multiYear',
      text: 'Väntetiden är fem dagar och redovisas nu per kommun. Arbetet är en pågående process och förväntas inte vara avslutat inom det närmaste året.',
    },
    {
      number: 6,
      period: 'interim',
      status: 'startedOnTrack',
      text: 'Namnet är valt i en omröstning bland unga. Uppdraget har startat och bedöms vara klart vid årets slut.',
    },
    {
      number: 8,
      period: 'interim',
      status: 'continuing',
      text: 'Utvecklingen fortsätter: fem av nio åtgärder är klara.',
    },
    {
      number: 9,
      period: 'interim',
      status: 'startedDelayed',
      text: 'Upphandlingen är överklagad. Uppdraget har startat men bedöms inte vara klart vid årets slut.',
      forecastOn: '2026-12-15',
    },
    {
      number: 10,
      period: 'interim',
      status: 'startedOnTrack',
      text: 'Avtalet skickades på remiss den 18 maj. Uppdraget har startat och bedöms vara klart vid årets slut.',
    },
    { number: 11, period: 'interim', status: 'paused', text: 'Arbetet är pausat i väntan på nationell vägledning.' },
  ],
  positions: [
    {
      number: 1,
      body: local,
      answerType: 'absorbed',
      text: 'Uppdraget är en del av det pågående arbetet med färdplanen.',
    },
  ],
  reports: [
    {
      body: local,
      foreword:
        'Beredning för lokal vård redovisar här vad som har gjorts med de uppdrag som nämnden lämnade i verksamhetsplanen för 2026.',
      closing: '',
      state: 'draft',
      added: [{ number: 3, sentence: 'Patienterna i norr är mycket nöjda med teamet.' }],
    },
  ],
};
