import { localized } from '../../localized.ts';

/** The words of the open page of papers to assemblies. */
export const texts = localized(
  {
    title: 'Handlingar till fullmäktige',
    lead: 'Budgetförslag, årsredovisning och revisionsberättelser, att läsa av alla från den dag då kallelsen gått ut (8 kap. 14–16 a §§ kommunallagen).',
    none: 'Inga handlingar är tillgängliga nu',
    noneBody: 'De läggs ut här när nästa kallelse till fullmäktige har gått ut.',
    document: 'Handling',
    kind: 'Slag',
    item: 'Ärende',
    meeting: 'Sammanträde',
    size: (kilobytes: string) => `${kilobytes} kB`,
    others: 'Visas inte för allmänheten',
    othersBody:
      'De här handlingarna gick också ut med kallelsen. Är någon av dem ett budgetförslag, en årsredovisning eller en revisionsberättelse ska den ligga ovan.',
    choose: 'Säg vad det är',
    saved: 'Handlingen är nu tillgänglig för alla.',
  },
  {
    title: 'Documents to the assembly',
    lead: 'Budget proposals, annual reports and audit reports, for everybody to read from the day on which the notice went out (chapter 8, sections 14–16 a of the Local Government Act).',
    none: 'No documents are available now',
    noneBody: 'They are put here when the next notice of an assembly has gone out.',
    document: 'Document',
    kind: 'Kind',
    item: 'Item',
    meeting: 'Meeting',
    size: (kilobytes: string) => `${kilobytes} kB`,
    others: 'Not shown to the public',
    othersBody:
      'These documents went out with the notice too. If one of them is a budget proposal, an annual report or an audit report, it belongs above.',
    choose: 'Say what it is',
    saved: 'The document is now available to everybody.',
  },
);
