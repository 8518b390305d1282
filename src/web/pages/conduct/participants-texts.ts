import { localized } from '../../localized.ts';

/** The words of the list of those who take part in a meeting without a seat. */
export const participantsTexts = localized(
  {
    title: 'Deltagare utan plats',
    rollCall: 'Upprop',
    toRollCall: 'Till uppropet',
    open: 'Lägg till deltagare',
    add: 'Lägg till deltagare',
    submit: 'Lägg till på listan',
    capacity: 'Som',
    people: 'Deltagare',
    peopleHint: 'En på varje rad, med semikolon emellan: Anna Ek; Region Exempel; områdeschef. Roll kan utelämnas.',
    listed: (count: number) => (count === 1 ? '1 person på listan' : `${count} personer på listan`),
    none: 'Ingen står på listan än',
    noneBody: 'Skriv in dem som väntas till mötet. I uppropet antecknas vilka som kom.',
    name: 'Namn',
    organisation: 'Huvudman eller organisation',
    role: 'Roll',
    added: (count: number) => (count === 1 ? '1 person är tillagd.' : `${count} personer är tillagda.`),
  },
  {
    title: 'Participants without a seat',
    rollCall: 'Roll call',
    toRollCall: 'To the roll call',
    open: 'Add participants',
    add: 'Add participants',
    submit: 'Add to the list',
    capacity: 'As',
    people: 'Participants',
    peopleHint:
      'One on each line, with semicolons between: Anna Ek; Region Exempel; head of area. The role may be left out.',
    listed: (count: number) => (count === 1 ? '1 person on the list' : `${count} people on the list`),
    none: 'Nobody is on the list yet',
    noneBody: 'Write down who is expected. In the roll call it is noted who came.',
    name: 'Name',
    organisation: 'Principal or organisation',
    role: 'Role',
    added: (count: number) => (count === 1 ? '1 person was added.' : `${count} people were added.`),
  },
);
