import { bodyNames } from './region.ts';

/** The invented municipalities of the region: authorities of their own in the installation, each with its register. */
export const municipalities = [
  { slug: 'granhult', name: 'Granhults kommun' },
  { slug: 'norrback', name: 'Norrbäcks kommun' },
  { slug: 'sorbyn', name: 'Sörbyns kommun' },
  { slug: 'fjallsta', name: 'Fjällsta kommun' },
  { slug: 'tallasen', name: 'Tallåsens kommun' },
  { slug: 'alvdala', name: 'Älvdala kommun' },
  { slug: 'myrskog', name: 'Myrskogs kommun' },
  { slug: 'stensjo', name: 'Stensjö kommun' },
  { slug: 'bjorknas', name: 'Björknäs kommun' },
  { slug: 'hedvik', name: 'Hedviks kommun' },
  { slug: 'lillfors', name: 'Lillfors kommun' },
  { slug: 'oreby', name: 'Öreby kommun' },
] as const;

/** Who can sign in to two of the municipalities, with the same password as in the region. */
export const municipalLogins = [
  { login: 'kommun', name: 'Göta Granlund', role: 'cooperationLead', at: 'Granhults kommun' },
  { login: 'kommun2', name: 'Nore Backman', role: 'committeeSecretary', at: 'Norrbäcks kommun' },
] as const;

/** A guest of the joint group, who reads what is let out to its guests until the end of the term of office. */
export const guestLogin = { login: 'gast', name: 'Gunborg Gästrin', role: 'guest', body: bodyNames.chiefs } as const;
