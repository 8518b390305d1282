import { spanOf } from '../../documents/tree/passage.ts';
import {
  capitalised,
  type Draft,
  goesOn,
  joinBroken,
  linesOf,
  type PlacedLine,
  type Proposed,
  type Reading,
  type Recogniser,
  spanOfLines,
} from '../../documents/tree/recognise.ts';
import type { Span } from '../../documents/tree/tree.ts';
import { numberedSections, redirectedSections } from './numbered-section-import.ts';
import { type Addressees, addresseesIn } from './recipient-import.ts';

/** An assignment (uppdrag) as a plan gives it or a report repeats it. */
export type ProposedAssignment = Proposed<
  'assignment',
  {
    readonly year: number;
    /** Absent in plans that do not number. */
    readonly number?: number;
    /** The text from "Att"; empty when the document names only the number. */
    readonly text: string;
    readonly givenBy?: string;
    readonly recipients: readonly string[];
    readonly consulted: readonly string[];
    /** The recipient formula of a report, or the numbered objective of a plan ("3.1.1 Att …"). */
    readonly heading?: string;
    readonly perspective?: string;
    /** The body it is directed to instead, as printed, when the reporting committee leaves it to others. */
    readonly directedTo?: string;
  }
>;

/** The numbered assignments of a report-back, and those it only refers to others. */
export const reportedAssignmentImport: Recogniser<ProposedAssignment> = {
  name: 'reportedAssignment',
  appliesTo: ['reportBack'],
  recognise(reading) {
    const { year } = reading;
    if (year === undefined) return { records: [], problems: [] };
    const receiver = /rapportering till (?<body>\p{L}[\p{L}\s-]*?(?:nämnden|styrelsen|fullmäktige))(?!\p{L})/iu.exec(
      reading.title,
    )?.groups?.body;
    const giver = receiver && capitalised(receiver);
    const reported = numberedSections(reading).map((section): Draft<ProposedAssignment> => {
      const { formula } = section;
      const addressees = formula ? addresseesIn(formula.words.text) : { recipients: [], consulted: [] };
      return {
        type: 'assignment',
        source: spanOfLines(section.title.lines),
        ...(formula && { alsoAt: [formula.span] }),
        confidence: formula ? 0.97 : 0.85,
        rule: 'assignment-numbered',
        year,
        number: section.number,
        text: joinBroken(section.title.lines, section.title.value),
        ...(giver && { givenBy: giver }),
        ...addressees,
        ...(formula && { heading: formula.words.text }),
      };
    });
    const elsewhere = redirectedSections(reading).flatMap(({ numbers, to, line }) =>
      numbers.map(
        (number): Draft<ProposedAssignment> => ({
          type: 'assignment',
          source: line.span,
          confidence: 0.95,
          rule: 'assignment-directed-elsewhere',
          year,
          number,
          text: '',
          ...(giver && { givenBy: giver }),
          recipients: [],
          consulted: [],
          directedTo: to,
        }),
      ),
    );
    return { records: [...reported, ...elsewhere], problems: [] };
  },
};

const headingForm = /^(?<path>\d+(?:\.\d+)*)\.?\s+(?<title>\p{Lu}.*)$/u;
const bulletForm = /^(?:(?<who>\p{Lu}[^.:]*?)(?<!\s)\s+får i uppdrag\s+)?(?<text>att[\s,].*)$/isu;

/** The unnumbered assignments of an activity plan: bullets under the numbered objectives of the chapter "Uppdrag från …". */
export const plannedAssignmentImport: Recogniser<ProposedAssignment> = {
  name: 'plannedAssignment',
  appliesTo: ['activityPlan'],
  recognise(reading) {
    const { year } = reading;
    if (year === undefined) return { records: [], problems: [] };
    const chapter = chapterOf(reading);
    const general = introOf(chapter.lines);
    const giver = /^uppdrag från\s+(?<body>.+?)\s*(?:\d{4})?$/iu.exec(chapter.title)?.groups?.body;
    const records = itemsOf(chapter.lines).flatMap(
      ({ lines, objective, perspective }): readonly Draft<ProposedAssignment>[] => {
        const { who, text } = bulletForm.exec(joinItem(lines))?.groups ?? {};
        if (!text) return [];
        const toGeneral = !who || general.recipients.some((name) => sameName(name, who));
        return [
          {
            type: 'assignment',
            source: spanOfLines(lines),
            alsoAt: [
              ...(toGeneral && general.span ? [general.span] : []),
              ...(perspective ? [perspective.span] : []),
              objective.span,
            ],
            confidence: who ? 0.95 : 0.88,
            rule: 'assignment-under-objective',
            year,
            text: capitalised(text.trim()),
            ...(giver && { givenBy: capitalised(giver) }),
            recipients: who ? [who] : general.recipients,
            consulted: toGeneral ? general.consulted : [],
            heading: objective.words,
            ...(perspective && { perspective: perspective.words }),
          },
        ];
      },
    );
    return { records, problems: [] };
  },
};

/** "Hälsa- och sjukvårdsförvaltningen" in a list is the "Hälso- och sjukvårdsförvaltningen" of its introduction: one letter of a long word. */
const sameName = (a: string, b: string) =>
  a.split(/\s+/).at(-1)?.toLowerCase() === b.split(/\s+/).at(-1)?.toLowerCase();

type Chapter = { readonly title: string; readonly lines: readonly PlacedLine[] };

/** The lines of the chapter whose heading begins with "Uppdrag från": from that numbered heading to the next one of the same depth. */
function chapterOf(reading: Reading): Chapter {
  const lines = linesOf(reading.blocks);
  const titleOf = (line: PlacedLine) =>
    line.firstOfBlock && line.marker?.kind === 'number' && line.block.lines.length === 1 ? line.words.text : undefined;
  const from = lines.findIndex((line) => /^uppdrag från /iu.test(titleOf(line) ?? ''));
  if (from < 0) return { title: '', lines: [] };
  const length = lines.slice(from + 1).findIndex((line) => titleOf(line) !== undefined);
  return { title: titleOf(lines[from]!)!, lines: lines.slice(from + 1, length < 0 ? undefined : from + 1 + length) };
}

/** What the introduction of the chapter says of all its assignments: who gets them and who is consulted. */
function introOf(lines: readonly PlacedLine[]): Addressees & { readonly span?: Span } {
  for (const line of lines) {
    const match = /tilldelas\s+(?<who>\p{Lu}[^.]*?)\s+ett antal uppdrag/u.exec(line.words.text);
    if (!match) continue;
    const consulted = /gör(?:s|as) i samråd med\s+(?<bodies>[^.]+)\./u.exec(line.words.text);
    const start = line.words.text.lastIndexOf('. ', match.index) + 1;
    const last = consulted ?? match;
    const stop = line.words.text.indexOf('.', last.index + last[0].length - 1);
    const end = stop < 0 ? line.words.text.length : stop + 1;
    return {
      recipients: [match.groups!.who!],
      consulted: consulted ? [consulted.groups!.bodies!] : [],
      span: spanOf(line.words, start, end),
    };
  }
  return { recipients: [], consulted: [] };
}

type Item = {
  readonly lines: readonly PlacedLine[];
  readonly objective: { readonly words: string; readonly span: Span };
  readonly perspective?: { readonly words: string; readonly span: Span };
};

/** The bullets under each objective; a paragraph that goes on in small letters after a page break belongs to the bullet before it. */
function itemsOf(lines: readonly PlacedLine[]): readonly Item[] {
  const items: (Item & { lines: PlacedLine[] })[] = [];
  let objective: Item['objective'] | undefined;
  let perspective: Item['perspective'];
  let open = false;
  for (const line of lines) {
    const heading = line.marker ? undefined : headingForm.exec(line.words.text)?.groups;
    if (heading) {
      const depth = heading.path!.split('.').length;
      if (depth <= 2) perspective = { words: heading.title!, span: line.span };
      else objective = { words: `${heading.path} ${heading.title}`, span: line.span };
      open = false;
    } else if (objective && line.marker?.kind === 'bullet') {
      items.push({ lines: [line], objective, ...(perspective && { perspective }) });
      open = true;
    } else if (open && (!line.firstOfBlock || goesOn(items.at(-1)!.lines.at(-1)!.words.text, line.words.text)))
      items.at(-1)!.lines.push(line);
    else open = false;
  }
  return items;
}

const joinItem = (lines: readonly PlacedLine[]) => lines.map((line) => line.words.text).join(' ');
