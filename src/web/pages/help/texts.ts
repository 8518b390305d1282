import { localized } from '../../localized.ts';

/** The words around the handbook, and the statement of accessibility. */
export const texts = localized(
  {
    handbook: 'Handbok',
    contents: 'Sidor i handboken',
    swedishOnly: 'Handboken är på svenska.',
    noHandbook: 'Handboken finns inte i den här installationen',
    noHandbookBody: 'Mappen docs/handbok saknas. Be den som driftar Kansli att lägga tillbaka den.',
    title: 'Tillgänglighet',
    intro: (authority: string) =>
      `Det här redogör ${authority} för hur Kansli uppfyller lagen om tillgänglighet till digital offentlig service (2018:1937).`,
    how: 'Hur tillgänglig tjänsten är',
    howBody: [
      'Sidorna är byggda för att följa WCAG 2.2 på nivå AA. Varje sida provas automatiskt med axe i en riktig webbläsare, på svenska och engelska, i samband med varje ändring.',
      'Allt går att göra utan skript och med bara tangentbord. Lägen sägs med ord och form, inte bara med färg. Sidorna går att läsa från 320 bildpunkters bredd och i ljust eller mörkt läge.',
      'Dokument som Kansli skriver som PDF är taggade enligt PDF/UA-1.',
    ],
    limits: 'Kända brister',
    limitsBody: [
      'Automatiska prov hittar inte allt. Ingen oberoende granskning med personer som använder hjälpmedel är ännu redovisad för den här versionen.',
      'Handlingar som har lästs in från andra visas som de togs emot. De kan sakna rubriker, taggar eller bildtexter.',
      'Handboken finns bara på svenska.',
    ],
    report: 'Om något inte fungerar',
    reportBody: (authority: string) =>
      `Hör av dig till ${authority} genom myndighetens vanliga kontaktvägar och säg vilken sida det gäller. Du har rätt att få uppgifterna på ett annat sätt.`,
    supervision: 'Tillsyn',
    supervisionBody: (authority: string) =>
      `Myndigheten för digital förvaltning (Digg) har tillsyn över lagen. Är du inte nöjd med hur ${authority} behandlar din synpunkt kan du anmäla det till Digg.`,
    made: 'Hur redogörelsen har gjorts',
    madeBody: (version: string) =>
      `Redogörelsen är utvecklarnas egen bedömning av Kansli ${version} och bygger på de automatiska prov som följer med programmet.`,
  },
  {
    handbook: 'Handbook',
    contents: 'Pages of the handbook',
    swedishOnly: 'The handbook is in Swedish.',
    noHandbook: 'The handbook is not part of this installation',
    noHandbookBody: 'The folder docs/handbok is missing. Ask whoever runs Kansli to put it back.',
    title: 'Accessibility',
    intro: (authority: string) =>
      `This is the account of ${authority} of how Kansli meets the Swedish act on accessibility of digital public services (2018:1937).`,
    how: 'How accessible the service is',
    howBody: [
      'The pages are built to follow WCAG 2.2 at level AA. Each page is tested automatically with axe in a real browser, in Swedish and English, with every change.',
      'Everything can be done without script and with the keyboard alone. States are told by word and shape, not by colour only. The pages can be read from 320 pixels of width and in light or dark.',
      'Documents that Kansli writes as PDF are tagged according to PDF/UA-1.',
    ],
    limits: 'Known limits',
    limitsBody: [
      'Automatic tests do not find everything. No independent review with people who use assistive technology has been published for this version yet.',
      'Documents that were read in from others are shown as they were received. They may lack headings, tags or descriptions of pictures.',
      'The handbook is in Swedish only.',
    ],
    report: 'If something does not work',
    reportBody: (authority: string) =>
      `Contact ${authority} in the usual ways of the authority and say which page it concerns. You have the right to get the information in another form.`,
    supervision: 'Supervision',
    supervisionBody: (authority: string) =>
      `The Agency for Digital Government (Digg) supervises the act. If you are not satisfied with how ${authority} deals with your comment you can report it to Digg.`,
    made: 'How this account was made',
    madeBody: (version: string) =>
      `The account is the developers’ own judgement of Kansli ${version} and rests on the automatic tests that come with the program.`,
  },
);
