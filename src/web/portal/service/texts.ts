import { localized } from '../../localized.ts';

/** What the portal says of itself, and to those who order an accessible copy. */
export const serviceTexts = localized(
  {
    copy: {
      title: 'Beställ en tillgänglig kopia',
      lead: (what: string) => `Här beställer du en kopia av ”${what}” som fungerar för dig. Det kostar ingenting.`,
      rights:
        'Rätten finns i lagen om tillgänglighet till digital offentlig service (2018:1937). Du behöver inte säga vem du är eller varför.',
      wish: 'Hur vill du ha den?',
      wishHint: 'Till exempel: uppläst ljudfil, punktskrift, större text, taggad PDF eller Word.',
      replyTo: 'Hur når vi dig?',
      replyToHint: 'E-post eller telefon. Lämnar du det tomt får du en kod som du kan fråga efter hos myndigheten.',
      submit: 'Beställ',
      done: 'Beställningen har kommit in',
      doneBody: (reference: string) => `Beställningens kod är ${reference}. Spara den om du vill fråga hur det går.`,
      back: 'Tillbaka till handlingen',
    },
    statement: {
      title: 'Tillgänglighetsredogörelse',
      intro: (authority: string) =>
        `Det här redogör ${authority} för hur portalen med öppna handlingar uppfyller lagen om tillgänglighet till digital offentlig service (2018:1937).`,
      how: 'Hur tillgänglig portalen är',
      howBody: [
        'Sidorna är byggda för att följa WCAG 2.2 på nivå AA. De innehåller inget skript, går att använda med bara tangentbord och går att läsa från 320 bildpunkters bredd, i ljust och mörkt läge och på papper.',
        'Det som publiceras visas som text på sidan, med rubriker och tabeller, och inte bara som filer.',
      ],
      limits: 'Kända brister',
      limitsBody: [
        'Filer som har kommit från andra kan sakna rubriker, taggar eller bildtexter. Vid varje sådan fil går det att beställa en tillgänglig kopia.',
        'Handlingarna är på svenska också när sidan visas på engelska.',
        'Ingen oberoende granskning med personer som använder hjälpmedel är ännu redovisad.',
      ],
      report: 'Om något inte fungerar',
      reportBody: (authority: string) =>
        `Beställ en tillgänglig kopia vid handlingen, eller hör av dig till ${authority} och säg vilken sida det gäller.`,
      supervision: 'Tillsyn',
      supervisionBody: (authority: string) =>
        `Myndigheten för digital förvaltning (Digg) har tillsyn över lagen. Är du inte nöjd med hur ${authority} behandlar din synpunkt kan du anmäla det till Digg.`,
      made: 'Hur redogörelsen har gjorts',
      madeBody: (version: string) =>
        `Redogörelsen är utvecklarnas egen bedömning av Kansli ${version} och bygger på automatiska prov i en riktig webbläsare.`,
    },
    aboutPage: {
      title: 'Om portalen',
      what: 'Vad som finns här',
      whatBody: (authority: string) =>
        `Här ligger det som ${authority} har publicerat: sammanträden, protokoll, beslut, uppdrag, rapporter, indikatorer och handlingar. Varje sak är en kopia som någon på myndigheten har låtit bli offentlig.`,
      whatElse:
        'Det som inte finns här kan ändå vara en allmän handling. Den som frågar får den prövad och behöver inte säga vem man är eller varför.',
      how: 'Hur det publiceras',
      howBody: [
        'Innan något publiceras prövas det: personnummer, telefonnummer, adresser, namn på dem som inte har offentliga uppdrag, och sekretess. Det som väcker frågor granskas av en människa.',
        'Tas något bort säger adressen att det har tagits bort, och inget mer.',
        'Adresserna är fasta: en länk hit fungerar även nästa år.',
      ],
      privacy: 'Vad vi vet om dig',
      privacyBody:
        'Ingenting. Portalen läser inga kakor, har inget skript och vet inte vem som frågar. Prenumererar du med e-post sparas adressen, och bara den.',
      counts: 'Publicerat just nu',
      licence: 'Licens',
      licenceBody: 'Uppgifterna får användas fritt (CC0 1.0). Ange gärna källan.',
      data: 'Öppna data',
      contact: 'Kontakt',
      contactBody: (authority: string) => `Frågor om innehållet besvaras av ${authority}.`,
      number: 'Organisationsnummer',
    },
  },
  {
    copy: {
      title: 'Order an accessible copy',
      lead: (what: string) => `Here you order a copy of “${what}” that works for you. It costs nothing.`,
      rights:
        'The right stands in the Swedish act on accessibility of digital public services (2018:1937). You need not say who you are or why.',
      wish: 'How do you want it?',
      wishHint: 'For example: read aloud as sound, braille, larger text, tagged PDF or Word.',
      replyTo: 'How do we reach you?',
      replyToHint: 'E-mail or telephone. If you leave it empty you get a code that you can ask for at the authority.',
      submit: 'Order',
      done: 'The order has arrived',
      doneBody: (reference: string) => `The code of the order is ${reference}. Keep it if you want to ask how it goes.`,
      back: 'Back to the document',
    },
    statement: {
      title: 'Accessibility statement',
      intro: (authority: string) =>
        `This is the account of ${authority} of how the portal of open documents meets the Swedish act on accessibility of digital public services (2018:1937).`,
      how: 'How accessible the portal is',
      howBody: [
        'The pages are built to follow WCAG 2.2 at level AA. They hold no script, can be used with the keyboard alone, and can be read from 320 pixels of width, in light and dark and on paper.',
        'What is published is shown as text in the page, with headings and tables, and not only as files.',
      ],
      limits: 'Known limits',
      limitsBody: [
        'Files that came from others may lack headings, tags or descriptions of pictures. Beside each such file an accessible copy can be ordered.',
        'The documents are in Swedish also when the page is in English.',
        'No independent review with people who use assistive technology has been published yet.',
      ],
      report: 'If something does not work',
      reportBody: (authority: string) =>
        `Order an accessible copy beside the document, or contact ${authority} and say which page it concerns.`,
      supervision: 'Supervision',
      supervisionBody: (authority: string) =>
        `The Agency for Digital Government (Digg) supervises the act. If you are not content with how ${authority} treats your remark, you can report it to Digg.`,
      made: 'How the statement was made',
      madeBody: (version: string) =>
        `The statement is the developers’ own assessment of Kansli ${version} and rests on automatic tests in a real browser.`,
    },
    aboutPage: {
      title: 'About the portal',
      what: 'What is here',
      whatBody: (authority: string) =>
        `Here lies what ${authority} has published: meetings, minutes, decisions, assignments, reports, indicators and documents. Each is a copy that somebody at the authority has let become public.`,
      whatElse:
        'What is not here may be an official document all the same. Whoever asks has it examined, and need not say who they are or why.',
      how: 'How it is published',
      howBody: [
        'Before something is published it is tried: personal identity numbers, telephone numbers, addresses, names of those without a public role, and secrecy. What raises a question is reviewed by a person.',
        'When something is removed, its address says that it has been removed, and nothing more.',
        'The addresses are lasting: a link here works next year too.',
      ],
      privacy: 'What we know of you',
      privacyBody:
        'Nothing. The portal reads no cookies, has no script and does not know who asks. If you subscribe by e-mail the address is kept, and that alone.',
      counts: 'Published just now',
      licence: 'Licence',
      licenceBody: 'The information may be used freely (CC0 1.0). Please name the source.',
      data: 'Open data',
      contact: 'Contact',
      contactBody: (authority: string) => `Questions about the content are answered by ${authority}.`,
      number: 'Organisation number',
    },
  },
);
