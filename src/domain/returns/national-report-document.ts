import type { Block, DocumentTree, Inline, Note } from '../../documents/tree/index.ts';
import { link, text } from '../../documents/tree/index.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { answeredFormBlocks, askedQuestions, proseOf } from '../forms/index.ts';
import type { AnswerProof, AnswerProofs } from './answer-proof.ts';
import type { AnsweredReport } from './national-report.ts';

/** What a return's document is made of. `evidence` is what each answer rests on, by the code of the question. */
export type ReportToPrint = Pick<
  AnsweredReport,
  'title' | 'year' | 'body' | 'receiver' | 'response' | 'attachments'
> & {
  readonly authority: string;
  /** The day of the decision; null while it is not approved. */
  readonly approvedOn: CivilDate | null;
  readonly evidence?: AnswerProofs;
};

/**
 * A return as a document: who answers what to whom, then each question that is asked with its answer (`answeredFormBlocks`), and last what the
 * answers rest on as numbered notes. The sentence of the subtitle is how a reader of papers knows it for a return whatever its title says.
 */
export function nationalReportDocument(report: ReportToPrint): DocumentTree {
  const { structure, year } = report.response.formVersion;
  const { notes, numbers } = notesOf(askedCodes(report), report.evidence ?? {});
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

/** The questions that are asked, in their order: what a hidden answer rests on does not leave the house either. */
function askedCodes({ response }: ReportToPrint): readonly string[] {
  return askedQuestions(response.formVersion.structure, response.answers).map(({ code }) => code);
}

/** One note a source, numbered in the order of the questions; a source that proves several answers has one number. */
function notesOf(codes: readonly string[], evidence: AnswerProofs) {
  const known = new Map<string, { readonly number: number; readonly proof: AnswerProof }>();
  const numbers: Record<string, readonly number[]> = {};
  for (const code of codes) {
    const own = evidence[code] ?? [];
    if (own.length === 0) continue;
    const used = own.map((proof) => {
      const key = proof.address ?? proof.text;
      const note = known.get(key) ?? { number: known.size + 1, proof };
      known.set(key, note);
      return note.number;
    });
    numbers[code] = [...new Set(used)];
  }
  const notes = [...known.values()].map(
    ({ number, proof: { text: words, address } }): Note => ({
      number,
      content: [address === null ? text(words) : link(address, words)] satisfies readonly Inline[],
    }),
  );
  return { notes, numbers };
}
