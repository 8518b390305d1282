import { spanOf } from '../../documents/tree/passage.ts';
import {
  capitalised,
  type Draft,
  dateReference,
  flowOf,
  linesOf,
  type PlacedLine,
  type Proposed,
  type Reading,
  type Recogniser,
  spanOfLines,
} from '../../documents/tree/recognise.ts';
import { findRegistrationNumbers } from '../../kernel/registration-number.ts';
import { findDates } from '../../kernel/swedish-dates.ts';
import { adjustmentIn, agendaSections } from '../meetings/index.ts';

/** A decision that a document proposes, records, or refers to as made earlier. */
export type ProposedDecision = Proposed<
  'decision',
  {
    /** The number of the agenda item; null when the document only refers to the decision. */
    readonly item: number | null;
    readonly status: 'proposed' | 'made';
    /** The clauses as printed, each from "att", without the "samt" that joins them. */
    readonly clauses: readonly string[];
    /** What was proposed, as printed, where the decision only says that it follows the proposal. */
    readonly proposal?: string;
    readonly body?: string;
    readonly date?: string;
    readonly precision?: 'day' | 'month' | 'year';
    readonly diaryNumber?: string;
    /** The last day for adjusting the minutes, where the proposal states it. */
    readonly adjustBy?: string;
    readonly immediatelyAdjusted?: boolean;
    /** The assignment whose report mentions the decision. */
    readonly assignment?: number;
  }
>;

const bodyDecides = /^(?<body>\p{Lu}.*?)\s+(?:föreslås )?beslutar?(?: föreslå \p{L}+)?\s*:?$/u;
const clauseStart = /^att(?!\p{L})/iu;

/** Reads "[organ] beslutar / att …, samt / att …" under "Förslag till beslut", in notices item by item and in memos for their matter. */
export const proposedDecisionImport: Recogniser<ProposedDecision> = {
  name: 'proposedDecision',
  appliesTo: ['notice', 'memo'],
  recognise(reading) {
    const sections = reading.kind === 'notice' ? agendaSections(reading) : [];
    const stretches = sections.length > 0 ? sections : [{ number: null, lines: linesOf(reading.blocks) }];
    return {
      records: stretches.flatMap((stretch) => decisionIn(stretch.lines, stretch.number, reading) ?? []),
      problems: [],
    };
  },
};

function decisionIn(
  lines: readonly PlacedLine[],
  item: number | null,
  reading: Reading,
): Draft<ProposedDecision> | undefined {
  const head = lines.findIndex((line) => /^förslag till beslut\s*:?$/iu.test(line.words.text));
  if (head < 0) return undefined;
  const intro = lines.findIndex((line, index) => index > head && bodyDecides.test(line.words.text));
  const first = lines.findIndex((line, index) => index > head && clauseStart.test(line.words.text));
  if (first < 0) return undefined;
  const body: PlacedLine[] = [];
  const clauses: string[] = [];
  for (const line of lines.slice(first)) {
    const words = line.words.text;
    // A clause may go on over its line, but not over a blank line, and not after its own full stop.
    const goesOn = !line.firstOfBlock && !/[.!?]$/u.test(clauses.at(-1) ?? '.');
    if (clauseStart.test(words)) clauses.push(words);
    else if (goesOn) clauses.push(`${clauses.pop()} ${words}`);
    else break;
    body.push(line);
  }
  const adjustment =
    item === null ? undefined : adjustmentIn({ ...reading, blocks: [...new Set(lines.map((line) => line.block))] });
  const diaryNumber = diaryNumberOf(lines) ?? reading.diaryNumber;
  const clean = clauses.map((clause) => clause.replace(/\s*,?\s*(?:samt|och)?\s*$/u, '').replace(/,$/, ''));
  return {
    type: 'decision',
    source: spanOfLines([lines[head]!, ...(intro >= 0 ? [lines[intro]!] : []), ...body]),
    ...(adjustment && { alsoAt: [adjustment.span], adjustBy: adjustment.date }),
    confidence: intro >= 0 ? 0.96 : 0.85,
    rule: 'decision-proposed-clauses',
    item,
    status: 'proposed',
    clauses: clean,
    ...(intro >= 0 && { body: bodyDecides.exec(lines[intro]!.words.text)!.groups!.body! }),
    ...(reading.date && { date: reading.date }),
    ...(diaryNumber && { diaryNumber }),
    ...(clean.some((clause) => /omedelbart justera/iu.test(clause)) && { immediatelyAdjusted: true }),
  };
}

function diaryNumberOf(lines: readonly PlacedLine[]): string | undefined {
  const line = lines.find((one) => /^(?:diarienummer|dnr)\s*:/iu.test(one.words.text));
  return line && findRegistrationNumbers(line.words.text)[0]?.text;
}

/** "X beslutades av Y den D", "Beslut om X fattades av Y i december 2022": a decision made elsewhere that a report refers to. */
const reference =
  /(?:beslutades|antogs|fastställdes|har fastställts|(?<=beslut om [^.]{1,300})fattades)\s+av\s+(?<body>\p{L}[\p{L}\s-]{0,80}?(?:nämnden|styrelsen|fullmäktige))\s+(?<when>(?:den|i)\s[^.]{3,30})/giu;

export const referencedDecisionImport: Recogniser<ProposedDecision> = {
  name: 'referencedDecision',
  appliesTo: ['reportBack', 'goalDocument', 'meetingNotes'],
  recognise(reading) {
    const records: Draft<ProposedDecision>[] = [];
    let assignment: number | undefined;
    for (const block of reading.blocks) {
      for (const line of block.lines) assignment = numberIn(line.words.text) ?? assignment;
      const words = flowOf(block);
      for (const match of words.text.matchAll(reference)) {
        const { body, when } = match.groups!;
        const found = findDates(when!, dateReference(reading))[0];
        if (!found || reading.form === 'slides') continue;
        const start = sentenceStart(words.text, match.index);
        const dated = match.index + match[0].length - when!.length + found.end;
        const end = words.text[dated] === '.' ? dated + 1 : dated;
        const span = spanOf(words, start, end);
        if (!span) continue;
        records.push({
          type: 'decision',
          source: span,
          confidence: found.precision === 'day' ? 0.85 : 0.75,
          rule: 'decision-referred-to',
          item: null,
          status: 'made',
          clauses: [words.text.slice(start, end).trim()],
          body: capitalised(body!),
          date: found.date,
          precision: found.precision,
          ...(assignment !== undefined && reading.kind === 'reportBack' && { assignment }),
        });
      }
    }
    return { records, problems: [] };
  },
};

const numberIn = (text: string) => {
  const match = /^Nr\s*(\d{1,3})\s*[.:]/iu.exec(text);
  return match ? Number(match[1]) : undefined;
};

/** Where the sentence of an offset begins: after a full stop, or after a label such as "Svar:". */
function sentenceStart(text: string, offset: number): number {
  const before = Math.max(text.lastIndexOf('. ', offset), text.lastIndexOf(': ', offset));
  return before < 0 ? 0 : before + 2;
}

/** Whether `referencedDecisionImport` reads the sentence. */
export function refersToDecision(sentence: string): boolean {
  return new RegExp(reference.source, 'iu').test(sentence);
}
