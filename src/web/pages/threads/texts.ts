import { localized } from '../../localized.ts';

/** The words of the threads of records of any kind. */
export const texts = localized(
  {
    threads: 'Trådar',
    threadOf: (title: string) => `Tråden: ${title}`,
    lead: 'Det som hänger ihop i registret, genom kopplingar som är bekräftade. De längsta trådarna står först.',
    stepsLead: (count: number) =>
      count === 1
        ? '1 post hör ihop med den här, direkt eller genom en annan.'
        : `${count} poster hör ihop med den här, direkt eller genom en annan.`,
    thread: 'Tråd',
    records: 'Poster',
    documents: 'Lästa i',
    noDocuments: 'Inget inläst dokument',
    none: 'Ingenting hänger ihop än',
    noneBody:
      'Läs in dokument och bekräfta de samband som föreslås, eller koppla uppdrag och ärendepunkter till varandra.',
    alone: 'Ingenting är kopplat till den här posten',
    aloneBody: 'Samband föreslås när dokument läses in. De bekräftas i granskningen.',
    readIn: 'Läs in dokument',
    toRecord: 'Till posten',
    onward: 'Tråden härifrån',
    undated: 'Utan datum',
    apart: 'Ett led bort',
    line: (line: number) => `rad ${line}`,
    kind: 'Slag',
  },
  {
    threads: 'Threads',
    threadOf: (title: string) => `The thread: ${title}`,
    lead: 'What hangs together in the register, by links that have been confirmed. The longest threads stand first.',
    stepsLead: (count: number) =>
      count === 1
        ? '1 record belongs together with this one, directly or through another.'
        : `${count} records belong together with this one, directly or through another.`,
    thread: 'Thread',
    records: 'Records',
    documents: 'Read in',
    noDocuments: 'No imported document',
    none: 'Nothing hangs together yet',
    noneBody:
      'Read documents in and confirm the connections that are proposed, or link assignments and agenda items to each other.',
    alone: 'Nothing is linked to this record',
    aloneBody: 'Connections are proposed when documents are read in. They are confirmed in the review.',
    readIn: 'Read documents in',
    toRecord: 'To the record',
    onward: 'The thread from here',
    undated: 'Without a date',
    apart: 'One link away',
    line: (line: number) => `line ${line}`,
    kind: 'Kind',
  },
);
