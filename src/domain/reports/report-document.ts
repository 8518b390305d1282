import {
  type Block,
  bold,
  type DocumentTree,
  diagramBlocks,
  heading,
  type Inline,
  link,
  type Note,
  noteRef,
  paragraph,
  text,
} from '../../documents/tree/index.ts';
import type { Id } from '../../kernel/id.ts';
import { type AddressedNoun, recordAddress } from '../../kernel/record-address.ts';
import { bodyNouns } from './body-noun.ts';
import { claimsOf } from './claims.ts';
import type { EvidenceSource, Report, ReportEntry } from './report.ts';
import { annexBlocks } from './report-annex-blocks.ts';
import { selectionSentence } from './report-order.ts';
import { swedishList, whenPhrase } from './swedish-phrases.ts';

/** Makes the address of a record: the base address of the installation and the path of the noun's page. The documents know no addresses. */
export type LinkTo = (source: {
  readonly noun: AddressedNoun;
  readonly id: string;
  readonly meetingId: Id<'meeting'> | null;
  readonly within?: string;
}) => string;

/** Links below the address of an installation, by the product's table of stable addresses. */
export function linksBelow(baseUrl: string): LinkTo {
  const base = baseUrl.replace(/\/+$/u, '');
  return ({ noun, id, meetingId, within }) => base + recordAddress(noun, id, meetingId ?? within);
}

/**
 * A report as a document, in the anatomy of seed 000: title and organ, contents, introduction, then under the headings of the plan one entry an
 * assignment with "Svar:", the quotation under its label, and a line for those that are directed to others. Each proof is a numbered note with
 * its address; the same source has one number throughout. A claim whose source is gone gets no note: what is printed proves what it says.
 */
export function reportDocument(report: Report, { linkTo }: { readonly linkTo: LinkTo }): DocumentTree {
  const notes = new Map<string, Note>();
  const cite = (source: EvidenceSource): Inline => {
    const key = `${source.noun} ${source.id}`;
    const number = notes.get(key)?.number ?? notes.size + 1;
    const label = sourceLabel(source);
    notes.set(key, { number, content: [source.secret ? text(label) : link(linkTo(source), label)] });
    return noteRef(number);
  };
  const blocks = [
    ...section('1. Inledning', 'inledning', report.foreword),
    heading(1, '2. Återrapportering av uppdrag', 'uppdrag'),
    ...selection(report),
    ...entryBlocks(report, cite),
    ...section('3. Avslutning', 'avslutning', report.closing),
    ...annexBlocks(report.annexes, linkTo),
  ];
  return {
    title: report.title,
    subtitle: `${report.body.name} ${report.year}`,
    author: report.authority,
    language: 'sv',
    ...(report.approval ? { date: report.approval.on } : {}),
    contents: true,
    blocks,
    ...(notes.size > 0 ? { notes: [...notes.values()], notesTitle: 'Belägg' } : {}),
  };
}

/** What a note says of its source: where and when, then what it was. */
export function sourceLabel(source: EvidenceSource): string {
  const when = source.date ? whenPhrase(source.date, source.precision).replace(/^(?:den|i|under) /u, '') : '';
  const where = [source.bodyName, when, source.itemNumber ? `punkt ${source.itemNumber}` : '']
    .filter((part) => part)
    .join(', ');
  // That something proves the sentence may be told; what it is about may not (OSL 5:5).
  const title = source.secret ? 'belägg finns, sekretess' : source.title;
  return [where, title].filter((part) => part).join(': ');
}

function section(title: string, anchor: string, words: string): readonly Block[] {
  const paragraphs = words.split(/\n\s*\n/u).filter((one) => one.trim());
  if (paragraphs.length === 0) return [];
  return [heading(1, title, anchor), ...paragraphs.map((one) => paragraph(...lines(one)))];
}

/** Why not every number of the plan is there, when the report leaves some out (ASG-36). */
function selection(report: Report): readonly Block[] {
  const chosen = report.entries.filter((entry) => entry.chosen).map(({ assignment }) => assignment);
  const words = selectionSentence(report, chosen);
  return words === null ? [] : [paragraph(text(words))];
}

/** Entries under their headings; consecutive assignments of others share one line, after which the heading is said again, as in seed 000. */
function entryBlocks(report: Report, cite: (source: EvidenceSource) => Inline): readonly Block[] {
  const blocks: Block[] = [];
  let group: string | null = null;
  let elsewhere: ReportEntry[] = [];
  const flush = () => {
    if (elsewhere.length === 0) return;
    blocks.push(paragraph(elsewhereLine(report, elsewhere)));
    elsewhere = [];
    group = null;
  };
  for (const entry of report.entries) {
    if (isDirectedElsewhere(entry)) {
      elsewhere.push(entry);
      continue;
    }
    flush();
    if (entry.groupHeading && entry.groupHeading !== group) blocks.push(heading(2, entry.groupHeading));
    group = entry.groupHeading;
    blocks.push(...entryBlock(entry, cite), ...figuresAt(report, entry));
  }
  flush();
  return blocks;
}

/** The charts that stand at an answer, each with the table of its figures. */
function figuresAt({ figures }: Report, { id }: ReportEntry): readonly Block[] {
  return figures.filter(({ entryId }) => entryId === id).flatMap(({ chart }) => diagramBlocks(chart));
}

function entryBlock(entry: ReportEntry, cite: (source: EvidenceSource) => Inline): readonly Block[] {
  const [first, ...rest] = claimsOf(entry.assignment.fullText ?? entry.assignment.title).map((claim) => claim.text);
  const { number } = entry.assignment;
  const title = `${number === null ? '' : `Nr ${number}. `}${first ?? entry.assignment.title}`;
  const anchor = `uppdrag-${number ?? `u${entry.position}`}`;
  return [
    heading(entry.groupHeading ? 3 : 2, title, anchor),
    ...(rest.length > 0 ? [paragraph(bold(rest.join(' ')))] : []),
    ...answerParagraphs(entry, cite),
    ...(entry.quotation
      ? [
          {
            kind: 'quotation' as const,
            label: entry.quotation.label,
            content: lines(entry.quotation.text),
            cite: entry.quotation.periodName,
          },
        ]
      : []),
  ];
}

/** The answer in its own paragraphs, each sentence followed by the notes of what proves it. */
function answerParagraphs(entry: ReportEntry, cite: (source: EvidenceSource) => Inline): readonly Block[] {
  const paragraphs = entry.answer.split(/\n+/u).filter((one) => one.trim());
  return (paragraphs.length > 0 ? paragraphs : ['']).map((words, index) => {
    const content = claimsOf(words).flatMap((claim, place): Inline[] => {
      const judged = entry.claims.find((one) => one.hash === claim.hash);
      const proofs = (judged?.evidence ?? []).filter((one) => !one.gone && hasNote(one));
      const numbers = [...new Map(proofs.map((one) => [`${one.noun} ${one.id}`, one])).values()];
      return [text(`${place > 0 ? ' ' : ''}${claim.text}`), ...numbers.map(cite)];
    });
    return paragraph(...(index === 0 ? [bold('Svar:'), text(' ')] : []), ...content);
  });
}

/** Whether a proof lies outside the sentence: the body's own position is the sentence itself, and what was not done has no place to point at. */
export function hasNote(source: Pick<EvidenceSource, 'noun'>): boolean {
  return source.noun !== 'assignmentPosition' && source.noun !== 'assignment';
}

/** Whether an entry only says that its assignment is directed to others, and therefore shares a line with its likes. */
export function isDirectedElsewhere(entry: Pick<ReportEntry, 'answerType' | 'edited'>): boolean {
  return entry.answerType === 'elsewhere' && !entry.edited;
}

/** The line that several such entries share: "Uppdrag 13 och 14 riktas till andra beredningar." */
export function elsewhereLine(report: Pick<Report, 'body'>, entries: readonly ReportEntry[]): string {
  const noun = bodyNouns[report.body.kind];
  const names = entries.map((entry) => String(entry.assignment.number ?? `”${entry.assignment.title}”`));
  return `Uppdrag ${swedishList(names)} riktas till ${entries.length > 1 ? noun.others : noun.another}.`;
}

function lines(words: string): Inline[] {
  return words
    .trim()
    .split('\n')
    .flatMap((line, index): Inline[] => [...(index > 0 ? [{ kind: 'lineBreak' as const }] : []), text(line.trim())]);
}
