/** The English words of the problems of marks of secrecy and masked copies. */
export const secrecyProblems = {
  'secrecy.level': 'Choose how the field is to be protected. What is public needs no mark.',
  'secrecy.provision': 'Name the provision, such as OSL 25 kap. 1 §. A mark of secrecy may only be made by one.',
  'secrecy.noProvision':
    'Working material and internal are no secrecy and have no provision. Empty the field, or choose secret.',
  'secrecy.reviewOn': 'Write a day to come, such as 2027-01-31. The mark is tried again then.',
  'masking.nothing': 'Tick at least one paragraph, or write at least one word to be masked.',
  'masking.provision': 'Name the provision for what is masked, such as OSL 25 kap. 1 §.',
  'masking.page': 'Write the number of the page and the box in per cent, such as 1: 10 20 60 5.',
} as const satisfies Record<string, string>;
