/** What is wrong with a release, an ask that goes with it, or the tie between two principals. */
export const releaseProblems = {
  'release.personalNumber':
    'The document holds a personal identity number and is not released. Remove the number in the document and try again.',
  'release.contentChanged': 'The document has changed since you saw it. Read it again before you release it.',
  'release.noReceiver': 'No receiver is chosen. Choose at least one principal or group.',
  'release.toOneself': 'This authority itself cannot be a receiver. Take it off the list.',
  'release.guestsAsked': 'Guests cannot answer an ask. Remove the ask, or choose principals only.',
  'release.secretNeedsGround': 'The document is secret. Choose the provision that lifts the secrecy.',
  'release.provision': 'Write which provision of secrecy is lifted, for example OSL 25 kap. 1 §.',
  'release.assessment': 'Write the assessment: why it may be released, or what the reservation says.',
  'release.barred':
    'The general clause does not apply to the secrecy of health care and social services. Choose another ground, or do not release.',
  'release.reservation':
    'A reservation is made towards individuals only, never towards an authority. Choose another ground for the principals.',
  'release.notGuests':
    'The ground applies between authorities, not towards guests. Choose another ground, or take the guests away.',
  'release.duePassed': 'The day for answers has passed. Write a later day.',
  'release.alreadyRecalled': 'The release has already been recalled from all receivers. Nothing more needs to be done.',
  'release.figure': 'Write a number, for example 1 234,5, or leave the field empty.',
  'release.authorityTied': 'The authority is already tied to {name}. Remove that tie first, or choose another.',
} as const;
