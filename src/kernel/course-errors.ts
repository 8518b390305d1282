import type { ErrorEntry } from './errors.ts';

/**
 * The rows of the catalogue about the course of a meeting: why something cannot have happened at that moment. `{name}` is the person, `{what}` the
 * entry of the course that cannot stand, `{at}` its time: it may be a later entry than the one being noted.
 */
export const courseErrors = {
  'course.wrongPhase': {
    status: 409,
    text: {
      sv: 'Det går inte att anteckna ”{what}” kl. {at}: sammanträdet är inte i det läget då. Kontrollera tiden, och om sammanträdet är öppnat, ajournerat eller avslutat.',
      en: '“{what}” cannot be noted at {at}: the meeting is not in that state then. Check the time, and whether the meeting is opened, adjourned or closed.',
    },
  },
  'course.notOnList': {
    status: 404,
    text: {
      sv: 'Personen står inte på närvarolistan. Lägg till personen först.',
      en: 'The person is not on the attendance list. Add the person first.',
    },
  },
  'course.alreadyHere': {
    status: 409,
    text: {
      sv: '{name} är redan närvarande kl. {at}. Anteckna först när {name} gick.',
      en: '{name} is already present at {at}. Enter first when {name} left.',
    },
  },
  'course.notHere': {
    status: 409,
    text: {
      sv: '{name} är inte närvarande kl. {at}. Skriv först när {name} kom.',
      en: '{name} is not present at {at}. Enter first when {name} came.',
    },
  },
  'course.itemOpen': {
    status: 409,
    text: {
      sv: 'Ett ärende pågår kl. {at}. Gå tillbaka och avsluta det först.',
      en: 'An item is under way at {at}. Go back and end it first.',
    },
  },
  'course.noSuchItem': {
    status: 409,
    text: {
      sv: 'Ärendet pågår inte kl. {at}. Kontrollera tiden och ärendet.',
      en: 'The item is not under way at {at}. Check the time and the item.',
    },
  },
  'course.noItem': {
    status: 409,
    text: {
      sv: 'Inget ärende pågår. Ta upp ett ärende först; gå till dagordningen.',
      en: 'No item is under way. Go to the agenda and call one up first.',
    },
  },
  'course.noQuorum': {
    status: 409,
    text: {
      sv: 'Organet är inte beslutsfört: {serving} tjänstgör och minst {needed} behövs (kommunallagen 6 kap. 27 §). Anteckna att fler har kommit eller att en ersättare går in, och försök igen.',
      en: 'The body has no quorum: {serving} serve and at least {needed} are needed (Local Government Act 6:27). Enter that more have come or that a deputy steps in, and try again.',
    },
  },
  'course.notDeputy': {
    status: 409,
    text: {
      sv: '{name} är inte ersättare i organet och kan inte kallas in i någon annans ställe. Välj en ersättare.',
      en: '{name} is not a deputy of the body and cannot be called in for somebody else. Choose a deputy.',
    },
  },
  'course.servesAlready': {
    status: 409,
    text: {
      sv: '{name} tjänstgör redan kl. {at} och kan inte ha två platser. Välj en annan ersättare.',
      en: '{name} already serves at {at} and cannot hold two seats. Choose another deputy.',
    },
  },
  'course.notServing': {
    status: 409,
    text: {
      sv: '{name} tjänstgör inte kl. {at}. Kontrollera tiden.',
      en: '{name} does not serve at {at}. Check the time.',
    },
  },
  'course.noSuchSeat': {
    status: 409,
    text: {
      sv: 'Platsen finns inte bland organets ledamotsplatser den dagen. Välj en annan plats för {name}.',
      en: 'The seat is not among the members’ seats of the body on that day. Choose another seat for {name}.',
    },
  },
  'course.seatTaken': {
    status: 409,
    text: {
      sv: 'Någon tjänstgör redan på platsen kl. {at}, så {name} kan inte gå in där. Välj en annan plats, eller anteckna först att den som sitter där slutar.',
      en: 'Somebody already serves on the seat at {at}, so {name} cannot take it. Choose another seat, or enter first that who sits there stops.',
    },
  },
  'course.isOutside': {
    status: 409,
    text: {
      sv: '{name} är utanför rummet kl. {at} på grund av ärendet. Vänta tills det är avslutat.',
      en: '{name} is outside the room at {at} because of the item. Wait until it has ended.',
    },
  },
  'course.notOutside': {
    status: 409,
    text: {
      sv: '{name} är inte utanför rummet på grund av ärendet kl. {at}. Kontrollera tiden.',
      en: '{name} is not outside the room because of the item at {at}. Check the time.',
    },
  },
  'course.brokeOff': {
    status: 409,
    text: {
      sv: '{name} har avbrutit sin tjänstgöring av annat skäl än jäv och får inte tjänstgöra igen samma dag (kommunallagen 5 kap. 17–20 §§). Välj en annan ersättare.',
      en: '{name} broke off serving for another reason than disqualification and may not serve again the same day (Local Government Act 5:17–20). Choose another deputy.',
    },
  },
  'course.remoteNotAllowed': {
    status: 409,
    text: {
      sv: '{name} kan inte delta på distans, för fullmäktige har inte beslutat att det får ske i organet (kommunallagen 6 kap. 24 §). Skriv in beslutet på organets sida om det finns.',
      en: '{name} cannot take part at a distance, because the assembly has not decided that the body may (Local Government Act 6:24). Enter the decision on the page of the body if there is one.',
    },
  },
  'course.remoteNotConfirmed': {
    status: 409,
    text: {
      sv: 'Kontrollera att {name} och alla andra ser och hör varandra på lika villkor, och bekräfta det (kommunallagen 5 kap. 16 §).',
      en: 'Check that {name} and all others see and hear each other on equal terms, and confirm it (Local Government Act 5:16).',
    },
  },
  'course.notStaff': {
    status: 409,
    text: {
      sv: '{name} är inte personalföreträdare. Ta upp frågan om jäv i stället, om {name} inte ska vara med.',
      en: '{name} does not represent the staff. Open a question of disqualification instead, if {name} is not to attend.',
    },
  },
  'course.tooManyStaff': {
    status: 409,
    text: {
      sv: 'Högst tre personalföreträdare får närvara samtidigt (kommunallagen 7 kap.). Anteckna först att en av dem går.',
      en: 'At most three representatives of the staff may be present at a time (Local Government Act chapter 7). Enter first that one of them leaves.',
    },
  },
  'course.noStaffRepresentatives': {
    status: 409,
    text: {
      sv: 'Personalföreträdare kallas inte till det här organet (kommunallagen 7 kap.). Välj en annan egenskap.',
      en: 'Representatives of the staff are not called to this body (Local Government Act chapter 7). Choose another capacity.',
    },
  },
  'course.noInformants': {
    status: 409,
    text: {
      sv: 'Organet får inte kalla andra för upplysningar. Välj en annan egenskap.',
      en: 'The body may not call others to inform. Choose another capacity.',
    },
  },
  'course.noDisqualification': {
    status: 409,
    text: {
      sv: 'Kommunallagens regler om jäv gäller inte det här organet. Anteckna i stället att personen går och kommer tillbaka; skriv skälet i texten.',
      en: 'The rules of the Local Government Act about disqualification do not bind this body. Enter instead that the person leaves and comes back; write the reason in the text.',
    },
  },
  'course.notWithdrawn': {
    status: 409,
    text: {
      sv: 'Att sammanträdet öppnades, ajournerades, återupptogs eller avslutades går inte att ta tillbaka. Gå vidare därifrån i stället.',
      en: 'That the meeting was opened, adjourned, resumed or closed cannot be taken back. Go on from there instead.',
    },
  },
  'course.sectionGiven': {
    status: 409,
    text: {
      sv: 'Ärendet kan inte tas tillbaka, för ett senare ärende har fått nästa paragraf. Ta tillbaka det senare först, eller skriv i paragrafen att ärendet utgår.',
      en: 'The item cannot be taken back, because a later one has got the next section number. Take that back first (go to the later item), or write in the section that the item is dropped.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
