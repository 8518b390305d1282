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
} as const satisfies Readonly<Record<string, ErrorEntry>>;
