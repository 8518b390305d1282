/** What must be corrected when something is to become public. */
export const publicationProblems = {
  'publication.cannotPass':
    'This can be neither published nor masked from here. Change the document, or publish a masked copy.',
  'publication.rulingReason': 'Write why, for example “The committee’s own switchboard” or “A private person”.',
} as const;
