import { around } from '../../documents/tree/passage.ts';
import {
  type Draft,
  dateReference,
  joinBroken,
  linesOf,
  type PlacedLine,
  type Proposed,
  type Reading,
  type Recogniser,
  spanOfLines,
} from '../../documents/tree/recognise.ts';
import { sentenceTexts } from '../../kernel/sentences.ts';
import { findDates } from '../../kernel/swedish-dates.ts';
import { type AssessmentStatus, readAssessmentStatus } from '../assessments/index.ts';
import { addresseesIn, type NumberedSection, numberedSections, redirectedSections } from '../assignments/index.ts';
import { isOwnMeeting } from '../meetings/index.ts';
import { type AnswerType, readAnswerType } from './answer-types.ts';

/** What an answer points at as its proof. */
export type ProposedEvidence = {
  readonly kind: 'meeting' | 'studyVisit' | 'plannedMeeting' | 'decision' | 'standingItem' | 'report';
  readonly date?: string;
  readonly precision?: 'day' | 'month';
  /** The sentence that claims it. */
  readonly text: string;
};

/** One entry of a report-back: what the committee answers, and how the assignment stands by the interim report. */
export type ProposedReportEntry = Proposed<
  'reportEntry',
  {
    readonly year: number;
    /** Absent in reports on plans that do not number. */
    readonly number?: number;
    /** The text of the assignment where it has no number, to be matched with the plan. */
    readonly assignmentText?: string;
    readonly recipients?: readonly string[];
    readonly answer: string;
    readonly answerType: AnswerType;
    readonly quote?: string;
    readonly quoteLabel?: string;
    readonly status: AssessmentStatus;
    readonly statusPhrase?: string;
    /** What the text says of parts or activities; it never makes the status (see `assessment-status.ts`). */
    readonly partStatuses: readonly { readonly status: AssessmentStatus; readonly phrase: string }[];
    readonly meetings: readonly string[];
    readonly evidence: readonly ProposedEvidence[];
  }
>;

/** Entries in the form "Nr N. … / Svar: … / Ur delårsrapport: …", and the lines that leave numbers to others. */
export const labelledReportEntryImport: Recogniser<ProposedReportEntry> = {
  name: 'labelledReportEntry',
  appliesTo: ['reportBack'],
  recognise(reading) {
    const { year } = reading;
    if (year === undefined) return { records: [], problems: [] };
    const entries = numberedSections(reading).map((section) => entryOf(section, year, reading));
    const elsewhere = redirectedSections(reading).flatMap(({ numbers, line }) =>
      numbers.map(
        (number): Draft<ProposedReportEntry> => ({
          type: 'reportEntry',
          source: line.span,
          confidence: 0.95,
          rule: 'entry-directed-elsewhere',
          year,
          number,
          answer: line.words.text,
          answerType: 'elsewhere',
          status: 'unspecified',
          partStatuses: [],
          meetings: [],
          evidence: [],
        }),
      ),
    );
    return { records: [...entries, ...elsewhere], problems: [] };
  },
};

function entryOf(section: NumberedSection, year: number, reading: Reading): Draft<ProposedReportEntry> {
  const answer = section.answer ? joinBroken(section.answer.lines, section.answer.value) : '';
  const quote = section.quotation ? joinBroken(section.quotation.lines, section.quotation.value) : '';
  const answerType = readAnswerType(answer);
  return {
    type: 'reportEntry',
    source: spanOfLines(section.lines),
    confidence: !section.answer ? 0.5 : answerType === 'other' ? 0.7 : 0.95,
    rule: 'entry-answer-and-quotation',
    year,
    number: section.number,
    ...(section.formula && { recipients: addresseesIn(section.formula.words.text).recipients }),
    answer,
    answerType,
    ...(quote && { quote, quoteLabel: section.quotation!.label }),
    ...readAssessmentStatus(quote),
    ...meetingsAndEvidence(answer, quote, reading, isOwnMeeting),
  };
}

const statementForm = /^(?<who>\p{Lu}[^.:]*?)(?<!\s)\s+får i uppdrag\s+(?<text>att\s.*?)\.?$/u;
const isHeading = (line: PlacedLine) =>
  line.block.lines.length === 1 && line.words.text.length < 60 && !/[.!?:,]$/u.test(line.words.text);

/** Entries in the form of the report of 2020: the assignment as a paragraph of its own ("X får i uppdrag att …"), then free text about it. */
export const statedReportEntryImport: Recogniser<ProposedReportEntry> = {
  name: 'statedReportEntry',
  appliesTo: ['reportBack'],
  recognise(reading) {
    const { year } = reading;
    if (year === undefined || numberedSections(reading).length > 0) return { records: [], problems: [] };
    const stretches: { who: string; text: string; lines: PlacedLine[] }[] = [];
    let open = false;
    for (const line of linesOf(reading.blocks)) {
      const statement = line.firstOfBlock ? statementForm.exec(line.words.text)?.groups : undefined;
      if (statement) stretches.push({ who: statement.who!, text: statement.text!, lines: [line] });
      if (statement) open = true;
      else if (isHeading(line)) open = false;
      else if (open) stretches.at(-1)!.lines.push(line);
    }
    const records = stretches.map(({ who, text, lines }): Draft<ProposedReportEntry> => {
      const body = lines.slice(1);
      const answer = joinBroken(body);
      return {
        type: 'reportEntry',
        source: around([lines[0]!.span, spanOfLines(lines)]),
        confidence: body.length > 0 ? 0.9 : 0.5,
        rule: 'entry-under-stated-assignment',
        year,
        assignmentText: `A${text.slice(1)}`,
        recipients: [who],
        answer,
        answerType: readAnswerType(answer),
        ...readAssessmentStatus(answer),
        ...meetingsAndEvidence(answer, '', reading, saysCommitteeWasThere),
      };
    });
    return { records, problems: [] };
  },
};

/** In free text a date is a meeting of the committee only where the sentence says that the committee got, held or did something. */
const saysCommitteeWasThere = (clause: string) =>
  /\bberedning(?:en)? (?:fick|har|informerades)|genomfördes en workshop|\bsammanträde/iu.test(clause);

/** The dates of an answer, sorted into meetings of the committee and other evidence; each piece of evidence keeps the sentence that claims it. */
function meetingsAndEvidence(answer: string, quote: string, reading: Reading, isMeeting: (clause: string) => boolean) {
  const meetings = new Set<string>();
  const evidence: ProposedEvidence[] = [];
  for (const sentence of sentenceTexts(answer)) {
    if (/\bvid varje (?:sammanträde|möte)/iu.test(sentence)) evidence.push({ kind: 'standingItem', text: sentence });
    for (const clause of clausesOf(sentence))
      for (const { date, precision } of findDates(clause, dateReference(reading))) {
        const mine = precision === 'day' && isMeeting(clause);
        if (mine) meetings.add(date);
        else if (!/rapport/iu.test(clause) && !speaksOfDecision(clause)) continue;
        evidence.push({
          kind: evidenceKind(clause, mine),
          date,
          ...(precision === 'month' && { precision }),
          text: sentence,
        });
      }
  }
  for (const sentence of sentenceTexts(quote).filter(speaksOfDecision))
    for (const { date, precision } of findDates(sentence, dateReference(reading)))
      evidence.push({ kind: 'decision', date, ...(precision === 'month' && { precision }), text: sentence });
  return { meetings: [...meetings].sort(), evidence };
}

/** "Beredningen fick … 10 september 2019 och nämnden fick … 4 november 2020" has two subjects, so it is two clauses. */
function clausesOf(sentence: string): readonly string[] {
  return sentence.split(/(?<!\s)\s+och\s+(?=\p{L}[\p{L}\s-]{0,60}?\sfick\s)/u);
}

const speaksOfDecision = (text: string) =>
  /(?:beslutades|antogs|fastställdes|fattades)\s+av(?!\p{L})|\btog\b.{0,20}\bbeslut\b/iu.test(text);

function evidenceKind(clause: string, mine: boolean): ProposedEvidence['kind'] {
  if (!mine) return speaksOfDecision(clause) ? 'decision' : 'report';
  if (/\bstudiebesök/iu.test(clause)) return 'studyVisit';
  return /\bplaneras(?!\p{L})/iu.test(clause) ? 'plannedMeeting' : 'meeting';
}
