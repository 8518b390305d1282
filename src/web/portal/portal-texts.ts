import type { Language } from '../../kernel/language.ts';
import { localized } from '../localized.ts';
import { followTexts } from './follow/texts.ts';
import { recordTexts } from './records/texts.ts';
import { searchTexts } from './search/texts.ts';
import { serviceTexts } from './service/texts.ts';

/** What several pages of the open portal say. Its readers know neither the register nor its words, so that each word is one that a citizen would use. */
const shared = localized(
  {
    portal: 'Öppna handlingar',
    search: 'Sök',
    about: 'Om portalen',
    subscribe: 'Prenumerera',
    nouns: {
      body: { one: 'Organ', many: 'Nämnder och råd', path: 'organ' },
      meeting: { one: 'Sammanträde', many: 'Sammanträden', path: 'sammantraden' },
      minutes: { one: 'Protokoll', many: 'Protokoll', path: 'protokoll' },
      decision: { one: 'Beslut', many: 'Beslut', path: 'beslut' },
      matter: { one: 'Ärende', many: 'Ärenden', path: 'arenden' },
      document: { one: 'Handling', many: 'Handlingar', path: 'handlingar' },
      goal: { one: 'Mål', many: 'Mål', path: 'mal' },
      assignment: { one: 'Uppdrag', many: 'Uppdrag', path: 'uppdrag' },
      report: { one: 'Rapport', many: 'Rapporter', path: 'rapporter' },
      indicator: { one: 'Indikator', many: 'Indikatorer', path: 'indikatorer' },
      agreement: { one: 'Överenskommelse', many: 'Överenskommelser', path: 'overenskommelser' },
      consultation: { one: 'Remiss', many: 'Remisser', path: 'remisser' },
    },
    authorities: 'Myndigheter med öppna handlingar',
    authoritiesLead: 'Här läser vem som helst det som har publicerats. Ingen behöver logga in eller säga vem man är.',
    noAuthorities: 'Ingenting är publicerat än',
    noAuthoritiesBody: 'När en myndighet publicerar sin första handling öppnas dess portal här.',
    gone: 'Har tagits bort',
    goneBody: 'Det som låg på den här adressen är inte längre publicerat.',
    goneAsk: 'Allmänna handlingar lämnas ut på begäran, också när de inte är publicerade. Vänd dig till myndigheten.',
    notFound: 'Sidan finns inte',
    notFoundBody: 'Adressen kan vara felskriven. Sök, eller börja om från startsidan.',
    toStart: 'Till startsidan',
    unavailable: 'Portalen svarar inte just nu',
    unavailableBody: 'Försök igen om en stund. Anslagstavlan ligger för sig och går att läsa även nu.',
    newest: 'Senast publicerat',
    startDescription: (authority: string) =>
      `Protokoll, beslut, uppdrag och rapporter som ${authority} har publicerat. Sök, läs och följ.`,
    coming: 'Kommande sammanträden',
    noComing: 'Inga kommande sammanträden är publicerade.',
    ways: 'Hitta handlingar',
    all: (what: string) => `Alla ${what.toLowerCase()}`,
    noneYet: 'Ingenting är publicerat än.',
    searchLabel: 'Sök i protokoll, beslut och handlingar',
    searchHint: 'Ord, diarienummer eller paragraf, till exempel 26RS14 eller § 42',
    start: 'Start',
    listDescription: (what: string, authority: string) => `${what} som ${authority} har publicerat.`,
  },
  {
    portal: 'Open documents',
    search: 'Search',
    about: 'About the portal',
    subscribe: 'Subscribe',
    nouns: {
      body: { one: 'Body', many: 'Boards and councils', path: 'organ' },
      meeting: { one: 'Meeting', many: 'Meetings', path: 'sammantraden' },
      minutes: { one: 'Minutes', many: 'Minutes', path: 'protokoll' },
      decision: { one: 'Decision', many: 'Decisions', path: 'beslut' },
      matter: { one: 'Matter', many: 'Matters', path: 'arenden' },
      document: { one: 'Document', many: 'Documents', path: 'handlingar' },
      goal: { one: 'Goal', many: 'Goals', path: 'mal' },
      assignment: { one: 'Assignment', many: 'Assignments', path: 'uppdrag' },
      report: { one: 'Report', many: 'Reports', path: 'rapporter' },
      indicator: { one: 'Indicator', many: 'Indicators', path: 'indikatorer' },
      agreement: { one: 'Agreement', many: 'Agreements', path: 'overenskommelser' },
      consultation: { one: 'Consultation', many: 'Consultations', path: 'remisser' },
    },
    authorities: 'Authorities with open documents',
    authoritiesLead: 'Anybody may read what has been published here. Nobody has to sign in or say who they are.',
    noAuthorities: 'Nothing is published yet',
    noAuthoritiesBody: 'When an authority publishes its first document, its portal opens here.',
    gone: 'Has been removed',
    goneBody: 'What lay at this address is no longer published.',
    goneAsk: 'Official documents are handed out on request, also when they are not published. Turn to the authority.',
    notFound: 'The page does not exist',
    notFoundBody: 'The address may be misspelt. Search, or start again from the start page.',
    toStart: 'To the start page',
    unavailable: 'The portal does not answer just now',
    unavailableBody: 'Try again in a while. The notice board lies by itself and can be read even now.',
    newest: 'Newest',
    startDescription: (authority: string) =>
      `Minutes, decisions, assignments and reports that ${authority} has published. Search, read and follow.`,
    coming: 'Meetings to come',
    noComing: 'No coming meetings are published.',
    ways: 'Find documents',
    all: (what: string) => `All ${what.toLowerCase()}`,
    noneYet: 'Nothing is published yet.',
    searchLabel: 'Search minutes, decisions and documents',
    searchHint: 'Words, diary number or section, for example 26RS14 or § 42',
    start: 'Start',
    listDescription: (what: string, authority: string) => `${what} published by ${authority}.`,
  },
);

/** All that the portal says, in both languages: what pages share, and what each folder of pages says. */
export const portalTexts = { sv: textsIn('sv'), en: textsIn('en') } satisfies Record<Language, unknown>;

function textsIn(language: Language) {
  return {
    ...shared[language],
    ...recordTexts[language],
    ...searchTexts[language],
    ...followTexts[language],
    ...serviceTexts[language],
  };
}

export type PortalTexts = ReturnType<typeof textsIn>;
