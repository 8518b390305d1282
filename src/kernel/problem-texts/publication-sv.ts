/** What must be corrected when something is to become public. */
export const publicationProblems = {
  'publication.cannotPass':
    'Det här kan inte publiceras eller maskeras härifrån. Ändra i handlingen eller publicera en maskad kopia.',
  'publication.rulingReason': 'Skriv varför, till exempel ”Nämndens egen växel” eller ”Privatperson”.',
} as const;
