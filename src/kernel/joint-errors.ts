import type { ErrorEntry } from './errors.ts';

/** The ways in which joint meetings, visits and groups of officials say no. */
export const jointErrors = {
  'joint.noVisit': {
    status: 409,
    text: {
      sv: 'Syfte och lärdomar skrivs för studiebesök och workshoppar, och det här är ett {kind}. Skriv i punkterna i stället, eller ändra vad det är för slag.',
      en: 'Purpose and lessons are written for study visits and workshops, and this is a {kind}. Write in the items instead, or change what kind it is.',
    },
  },
  'decision.noPrincipals': {
    status: 409,
    text: {
      sv: '{body} beslutar själv: inga huvudmän står bakom besluten var för sig. Anteckna beslutet som det är.',
      en: '{body} decides by itself: no principals stand behind its decisions one by one. Record the decision as it is.',
    },
  },
  'decision.notPrincipal': {
    status: 409,
    text: {
      sv: 'Den var inte huvudman för gruppen den dagen. Lägg till huvudmannen på organets sida först.',
      en: 'It was no principal of the group on that day. Add the principal on the page of the body first.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>;
