import {
  type Block,
  bold,
  type DocumentTree,
  heading,
  type Inline,
  link,
  type Note,
  noteRef,
  paragraph,
  text,
} from '../../documents/tree/index.ts';
import type { AddressedNoun } from '../../kernel/record-address.ts';
import { assessmentStatuses, periodKinds } from '../assessments/index.ts';
import {
  chapterSentences,
  type FactSource,
  type PeriodChapter,
  type PeriodReport,
  periodChapters,
  type ReportedAssignment,
} from './period-report.ts';
import { unbroken } from './period-report-amounts.ts';
import { economyBlocks } from './period-report-economy.ts';
import { figureBlocks, slippageTable, statusBlocks } from './period-report-tables.ts';
import { whenPhrase } from './swedish-phrases.ts';

/** Makes the address of a record that a note leads to. */
export type AddressOf = (noun: AddressedNoun, id: string) => string;

type Cite = (sources: readonly FactSource[]) => readonly Inline[];

/**
 * An interim or annual report as a document: what stands in each chapter, its charts each followed by the table of the same figures, and the
 * assignments with what was said of each, as of a version. Every sentence that rests on the register has a note that leads to what it rests on.
 */
export function periodReportDocument(
  report: PeriodReport,
  { addressOf }: { readonly addressOf: AddressOf },
): DocumentTree {
  const notes = new Map<string, Note>();
  // Sentences that rest on the same records share a note: a long list of assignments is printed once.
  const cite: Cite = (sources) => {
    if (sources.length === 0) return [];
    const key = sources.map(({ noun, id }) => `${noun} ${id}`).join(' ');
    const number = notes.get(key)?.number ?? notes.size + 1;
    notes.set(key, { number, content: noteContent(sources, addressOf) });
    return [noteRef(number)];
  };
  const told = (chapter: PeriodChapter) => chapterParagraphs(report, chapter, cite);
  const parts: readonly (readonly [string, string, readonly Block[]])[] = [
    ['sammanfattning', periodChapters.summary.sv, [...told('summary'), ...statusBlocks(report)]],
    ['uppdrag', 'Uppdragen', assignmentBlocks(report)],
    ['forseningar', periodChapters.slippage.sv, [...told('slippage'), ...slippageTable(report)]],
    ['ekonomi', periodChapters.economy.sv, [...told('economy'), ...economyBlocks(report)]],
    ['siffror', periodChapters.figures.sv, [...told('figures'), ...figureBlocks(report)]],
    ['avvikelser', periodChapters.deviations.sv, told('deviations')],
    ['avslutning', periodChapters.closing.sv, told('closing')],
  ];
  const blocks = parts
    .filter(([, , own]) => own.length > 0)
    .flatMap(([anchor, title, own], index) => [heading(1, `${index + 1}. ${title}`, anchor), ...own]);
  return {
    title: report.title,
    subtitle: report.body.name,
    author: report.authority,
    language: 'sv',
    ...(report.approval ? { date: report.approval.on } : {}),
    facts: [
      {
        label: 'Period',
        value:
          `${whenPhrase(report.period.startsOn, 'day')} till ${whenPhrase(report.period.endsOn, 'day')}`.replaceAll(
            'den ',
            '',
          ),
      },
      ...(report.to ? [{ label: 'Lämnas till', value: report.to.name }] : []),
    ],
    contents: true,
    blocks,
    ...(notes.size > 0 ? { notes: [...notes.values()], notesTitle: 'Belägg' } : {}),
  };
}

function noteContent(sources: readonly FactSource[], addressOf: AddressOf): readonly Inline[] {
  return sources.flatMap(({ noun, id, label }, index): Inline[] => [
    ...(index > 0 ? [text(', ')] : []),
    link(addressOf(noun, id), `${sourceWords[noun] ?? ''}${label}`),
  ]);
}

/** What is said before the name of a source, so that a note can be read without following it. */
const sourceWords: Readonly<Partial<Record<AddressedNoun, string>>> = {
  assignment: 'uppdrag ',
  assessment: 'lägesbild ',
  measure: 'åtgärden ',
  indicator: 'mätvärdet ',
};

/** The text of a chapter in its own paragraphs, each sentence followed by the note of what it rests on. */
function chapterParagraphs({ chapters }: PeriodReport, code: PeriodChapter, cite: Cite): readonly Block[] {
  const chapter = chapters.find((one) => one.chapter === code);
  if (!chapter) return [];
  return chapter.text
    .split(/\n+/u)
    .filter((one) => one.trim())
    .map((words) =>
      paragraph(
        ...chapterSentences({ ...chapter, text: words }).flatMap((sentence, place): Inline[] => [
          text(`${place > 0 ? ' ' : ''}${unbroken(sentence.text)}`),
          ...cite(sentence.sources),
        ]),
      ),
    );
}

/** The assignments under perspective and objective, each with who carries it out, its status in words, and the quotation with its version. */
function assignmentBlocks({ assignments, kind }: PeriodReport): readonly Block[] {
  const blocks: Block[] = [];
  let perspective: string | undefined;
  let objective: string | undefined;
  // Where the plan parts nothing by perspective, its headings stand a level higher, and no heading says that something is missing.
  const parted = assignments.some((one) => one.perspective !== null || one.objective === null);
  for (const one of assignments) {
    const over = one.perspective ?? (one.objective ? 'Uppdrag utan perspektiv' : 'Övriga uppdrag');
    if (parted && over !== perspective) blocks.push(heading(2, over));
    if (one.objective && (over !== perspective || one.objective !== objective))
      blocks.push(heading(parted ? 3 : 2, one.objective));
    perspective = over;
    objective = one.objective ?? undefined;
    blocks.push(...assignmentBlock(one, kind, parted));
  }
  return blocks;
}

function assignmentBlock(one: ReportedAssignment, kind: PeriodReport['kind'], parted: boolean): readonly Block[] {
  const { quotation } = one;
  const status =
    quotation && (assessmentStatuses[quotation.status].sentence || assessmentStatuses[quotation.status].label.sv);
  const by = [quotation?.bodyName, quotation && `version ${quotation.version}`].filter(Boolean).join(', ');
  return [
    heading(one.objective && parted ? 4 : 3, `${one.ref} ${one.title}`, `uppdrag-${one.ref.replace(':', '-')}`),
    ...(one.performer ? [paragraph(bold('Genomförare:'), ` ${one.performer.name}`)] : []),
    paragraph(bold('Läge:'), ` ${status ?? 'Ingen lägesbild har lämnats för perioden.'}`),
    ...(quotation?.text
      ? [
          {
            kind: 'quotation' as const,
            label: periodKinds[kind].quotedAs,
            content: quotation.text
              .trim()
              .split('\n')
              .flatMap((line, index): Inline[] => [
                ...(index > 0 ? [{ kind: 'lineBreak' as const }] : []),
                text(line.trim()),
              ]),
            cite: by,
          },
        ]
      : []),
  ];
}
