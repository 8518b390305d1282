import type { ErrorEntry } from './errors.ts';

/** The ways in which what authorities let each other have says no. */
export const releaseErrors = {
  'release.notTied': {
    status: 409,
    text: {
      sv: '{name} är inte kopplad till den myndighet som svarar. Låt administratören koppla huvudmannen på sidan Huvudmän.',
      en: '{name} is not tied to the authority that answers. Let the administrator tie the principal on the page Principals.',
    },
  },
  'release.notFinal': {
    status: 409,
    text: {
      sv: 'Handlingen är inte färdig och lämnas inte ut. Godkänn eller justera den först.',
      en: 'The document is not final and is not released. Approve or adjust it first.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>;
