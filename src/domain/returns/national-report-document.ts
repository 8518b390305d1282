import type { Block, DocumentTree, Inline, Note } from '../../documents/tree/index.ts';
import { text } from '../../documents/tree/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { answeredFormBlocks, proseOf } from '../forms/index.ts';
import type { AnsweredReport } from './national-report.ts';

/** What a return's document is made of. `evidence` is what each answer rests on, in words, by the code of the question. */
export type ReportToPrint = Pick<
  AnsweredReport,
  'title' | 'year' | 'body' | 'receiver' | 'response' | 'attachments'
> & {
  readonly authority: string;
  /** The day of the decision; null while it is not approved. */
  readonly approvedOn: CivilDate | null;
  readonly evidence?: Readonly<Record<string, readonly string[]>>;
};

/**
 * A return as a document: who answers what to whom, then each question that is asked with its answer (`answeredFormBlocks`), and last what the
 * answers rest on as numbered notes. The sentence of the subtitle is how a reader of papers knows it for a return whatever its title says.
 */
export function nationalReportDocument(report: ReportToPrint): DocumentTree {
  const { structure, year } = report.response.formVersion;
  const { notes, numbers } = notesOf(structureOrder(report), report.evidence ?? {});
  const attachments = Object.fromEntries(
    [...Map.groupBy(report.attachments, ({ question }) => question)].map(([question, files]) => [
      question,
      files.map(({ fileName }) => fileName).sort(),
    ]),
  );
  const introduction: readonly Block[] = proseOf(structure.introduction ?? '');
  return {
    title: report.title.includes(String(report.year)) ? report.title : `${report.title} ${report.year}`,
    subtitle: `Svar på formuläret ”${structure.title}”`,
    author: report.authority,
    language: 'sv',
    ...(report.approvedOn ? { date: report.approvedOn } : {}),
    facts: [
      { label: 'Lämnas till', value: report.receiver },
      ...(year === null ? [] : [{ label: 'Avser', value: `${year}, där frågan inte säger annat` }]),
      { label: 'Beslutas av', value: report.body.name },
      { label: 'Status', value: report.approvedOn ? 'Godkänd' : 'Utkast, inte godkänd' },
    ],
    contents: true,
    blocks: [
      ...(introduction.length > 0
        ? [{ kind: 'heading' as const, level: 1 as const, content: [text('Om redovisningen')] }, ...introduction]
        : []),
      ...answeredFormBlocks(structure, report.response.answers, { attachments, notes: numbers, year }),
    ],
    ...(notes.length > 0 ? { notes, notesTitle: 'Underlag' } : {}),
  };
}

function structureOrder({ response }: ReportToPrint): readonly string[] {
  return response.formVersion.structure.parts.flatMap((part) =>
    part.sections.flatMap((section) => section.questions.map(({ code }) => code)),
  );
}

/** One note a source, numbered in the order of the questions; a source that proves several answers has one number. */
function notesOf(codes: readonly string[], evidence: Readonly<Record<string, readonly string[]>>) {
  const known = new Map<string, number>();
  const numbers: Record<string, readonly number[]> = {};
  for (const code of codes) {
    const own = [...new Set(evidence[code] ?? [])];
    if (own.length === 0) continue;
    numbers[code] = own.map((words) => {
      const number = known.get(words) ?? known.size + 1;
      known.set(words, number);
      return number;
    });
  }
  const notes = [...known].map(([words, number]): Note => ({ number, content: [text(words)] as readonly Inline[] }));
  return { notes, numbers };
}
