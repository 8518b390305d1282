import { localized } from '../../localized.ts';

/** The words of the form of a timetable. */
export const texts = localized(
  {
    title: 'Tidplan',
    lead: 'Skriv hur många minuter varje rad tar. Tiderna följer av raderna före. Med en fast tid väntar raden på sitt klockslag.',
    keys: 'Alt och pil upp eller ned flyttar raden man skriver i.',
    save: 'Spara tidplanen',
    add: 'Lägg till rad',
    count: 'Räkna om',
    ends: (time: string) => `Dagen slutar ${time}.`,
    endsUnknown: 'Dagen slutar efter midnatt.',
    overrun: (minutes: string, end: string) =>
      `Det är ${minutes} minuter efter sammanträdets slut ${end}. Korta en rad, eller ändra sluttiden.`,
    paste: 'Klistra in rader i stället',
    pasteLabel: 'Rader ur en kallelse',
    pasteHint:
      'En rad för varje tid: början, slut, rubrik. Föredragande efter ett streck, flera med komma mellan. Punktens nummer inom hakparentes: [4]. Så här: 09:15–09:45 [2] Aktuellt från verksamheten – Namn Namn, Namn Namn',
    pasteButton: 'Gör rader av texten',
    fromAgenda: 'Gör en rad av varje punkt',
    lines: 'Rader',
  },
  {
    title: 'Timetable',
    lead: 'Write how many minutes each line takes. The times follow from the lines before. With a fixed time the line waits for its hour.',
    keys: 'Alt and the up or down arrow move the line one writes in.',
    save: 'Save the timetable',
    add: 'Add a line',
    count: 'Count again',
    ends: (time: string) => `The day ends at ${time}.`,
    endsUnknown: 'The day ends after midnight.',
    overrun: (minutes: string, end: string) =>
      `That is ${minutes} minutes after the end of the meeting at ${end}. Shorten a line, or change the end.`,
    paste: 'Paste lines instead',
    pasteLabel: 'Lines of a notice',
    pasteHint:
      'One line for each time: start, end, heading. Presenters after a dash, several with commas between. The number of the item in square brackets: [4]. Like this: 09:15–09:45 [2] News from the units – Name Name, Name Name',
    pasteButton: 'Make lines of the text',
    fromAgenda: 'Make a line of each item',
    lines: 'Lines',
  },
);
