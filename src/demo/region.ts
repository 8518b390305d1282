/** The invented region: its authority, bodies, seats, goals and logins. */
export const region = {
  slug: 'fjallmark',
  name: 'Region Fjällmark',
  organisationNumber: '232100-9999',
} as const;

export const bodyNames = {
  assembly: 'Regionfullmäktige',
  board: 'Hälso- och sjukvårdsnämnden',
  local: 'Beredning för lokal vård',
  hospital: 'Beredning för sjukhusvård',
  mental: 'Beredning för psykisk hälsa',
  administration: 'Hälso- och sjukvårdsförvaltningen',
  chiefs: 'Chefsgrupp för samverkan',
  transit: 'Kollektivtrafiknämnden',
} as const;

export const bodies = [
  { name: bodyNames.assembly, kind: 'assembly' },
  { name: bodyNames.board, kind: 'committee', parent: bodyNames.assembly },
  {
    name: bodyNames.local,
    kind: 'draftingCommittee',
    parent: bodyNames.board,
    aliases: ['Beredning för vård nära hemmet'],
  },
  { name: bodyNames.hospital, kind: 'draftingCommittee', parent: bodyNames.board },
  { name: bodyNames.mental, kind: 'draftingCommittee', parent: bodyNames.board },
  { name: bodyNames.administration, kind: 'administration', parent: bodyNames.board },
  { name: bodyNames.chiefs, kind: 'officialsGroup' },
] as const;

/** Seats as [name or null for a vacancy, party, role]. Nine members and five deputies, as the reglemente of the drafting committees says. */
export const seats = {
  [bodyNames.local]: {
    members: [
      ['Majken Sandelin', 'C', 'chair'],
      ['Torvald Ekesjö', 'S', 'viceChair'],
      ['Ingalill Brantmark', 'M', 'secondViceChair'],
      [null, 'S', null],
      ['Selma Hagström', 'S', null],
      ['Birger Fallholm', 'KD', null],
      ['Ottilia Ringvall', 'M', null],
      ['Hjalmar Tingsby', 'L', null],
      ['Vendela Kroksjö', 'SD', null],
    ],
    deputies: [
      ['Edvin Myrsten', 'S', null],
      ['Rakel Solhed', 'C', null],
      ['Gunvor Ålund', 'KD', null],
      ['Sixten Barrmo', 'M', null],
      ['Tyra Lövkvist', 'MP', null],
    ],
  },
  [bodyNames.board]: {
    members: [
      ['Alvar Stenhammar', 'S', 'chair'],
      ['Kerstin Norrgård', 'C', 'viceChair'],
      ['Folke Dalsäter', 'M', 'secondViceChair'],
      ['Signe Uddhage', 'S', null],
      ['Majken Sandelin', 'C', null],
      ['Rune Bäckmyr', 'V', null],
      ['Elsa Grönvik', 'L', null],
    ],
    deputies: [
      ['Nils Tornquist', 'S', null],
      ['Ebba Svartå', 'M', null],
      ['Ture Hällgren', 'KD', null],
    ],
  },
} as const;

export const regulations = [
  { body: bodyNames.local, memberSeats: 9, deputySeats: 5 },
  { body: bodyNames.hospital, memberSeats: 9, deputySeats: 5 },
  { body: bodyNames.mental, memberSeats: 9, deputySeats: 5 },
  { body: bodyNames.board, memberSeats: 7, deputySeats: 3 },
] as const;

export const goalDocument = {
  title: 'Målbild 2035 för hälsa och vård i Fjällmark',
  horizonYear: 2035,
  vision: 'Ett friskare liv, närmare dig',
  adoptedBy: bodyNames.assembly,
  adoptedOn: '2023-06-14',
  perspectives: [
    {
      name: 'Invånare',
      goals: [
        {
          heading: 'Jag får hjälp i tid där jag bor',
          text: 'Jag når vården samma dag när det behövs. Det jag behöver ofta finns nära mig. Det jag behöver sällan är värt en resa. Ingen ska behöva berätta samma sak två gånger.',
        },
        {
          heading: 'Jag bestämmer tillsammans med vården',
          text: 'Min kunskap om mitt eget liv räknas. Jag har en plan som jag förstår och en person att ringa. Mina närstående får vara med när jag vill det.',
        },
        {
          heading: 'Barn och unga mår bra',
          text: 'Barn får stöd innan problemen har vuxit. Skola, socialtjänst och vård drar åt samma håll. Ingen familj skickas runt.',
        },
      ],
    },
    {
      name: 'Medarbetare',
      goals: [
        {
          heading: 'Jag stannar för att jobbet är värt det',
          text: 'Jag har tid för patienten. Mitt schema håller. Jag lär mig nytt varje år och får använda det jag kan.',
        },
      ],
    },
    {
      name: 'Organisation',
      goals: [
        {
          heading: 'Vi använder pengarna där de gör mest nytta',
          text: 'Vi vet vad vården kostar och vad den ger. Det som inte hjälper slutar vi med. Vi köper, bygger och reser så att klimatpåverkan minskar.',
        },
        {
          heading: 'Vi är ett system, inte tretton',
          text: 'Region och kommuner planerar tillsammans. Vi mäter samma saker på samma sätt. Avtal mellan oss går att läsa och följa.',
        },
      ],
    },
  ],
} as const;

/** The logins of the demonstration. They are printed at start and on the sign-in page, and exist only in a database with this region. */
export const demoPassword = 'fjällmark i höstsol';
export const logins = [
  { login: 'sekreterare', name: 'Stina Fjellander', role: 'committeeSecretary', body: undefined },
  { login: 'handlaggare', name: 'Jorun Eklöv', role: 'caseOfficer', body: undefined },
  {
    login: 'ordforande',
    name: 'Majken Sandelin',
    role: 'chair',
    body: bodyNames.local,
    email: 'majken.sandelin@fjallmark.example',
    also: bodyNames.transit,
  },
  { login: 'ledamot', name: 'Selma Hagström', role: 'member', body: bodyNames.local },
  {
    login: 'justerare',
    name: 'Siv Rönnäng',
    role: 'member',
    body: bodyNames.transit,
    email: 'siv.ronnang@fjallmark.example',
  },
  { login: 'controller', name: 'Vidar Holmsten', role: 'controller', body: undefined },
  { login: 'samverkan', name: 'Agda Rönnmark', role: 'cooperationLead', body: undefined },
  { login: 'arkivarie', name: 'Tekla Dybeck', role: 'archivist', body: undefined },
  { login: 'admin', name: 'Isidor Vallgren', role: 'administrator', body: undefined },
] as const;
