import {
  type Block,
  bold,
  type DocumentTree,
  heading,
  type Inline,
  paragraph,
  text,
} from '../../documents/tree/index.ts';
import { type Answers, answeredFormBlocks, type FormStructure, questionsOf } from '../forms/index.ts';
import { type CommonPoint, commonPointStates } from './common-point.ts';
import { assessmentSides, assessmentTitle, type SelfAssessment } from './self-assessment.ts';

export type AssessmentPaper = {
  readonly assessment: SelfAssessment;
  readonly structure: FormStructure;
  readonly answers: Answers;
  /** The points of the plan before this one, with what became of them. */
  readonly lastYear: readonly CommonPoint[];
  readonly authority: string;
};

/**
 * A joint self-assessment as a paper that both units keep: who sat down, what they answered together, where they differ, what they will do, and what
 * became of last year's plan (FOL-01…03).
 */
export function selfAssessmentDocument(paper: AssessmentPaper): DocumentTree {
  const { assessment, structure, answers, lastYear, authority } = paper;
  const { round, parties, points, agreedOn } = assessment;
  return {
    title: round.title,
    subtitle: assessmentTitle(assessment),
    author: authority,
    language: 'sv',
    ...(agreedOn && { date: agreedOn }),
    facts: [
      { label: 'År', value: String(round.year) },
      { label: 'Enheter', value: assessmentTitle(assessment) },
      { label: 'Leds av', value: round.body.name },
      { label: 'Läge', value: agreedOn ? `Enheterna är överens sedan ${agreedOn}` : 'Fylls i' },
    ],
    blocks: [
      heading(1, 'Vilka som var med'),
      {
        kind: 'table',
        rowHeader: true,
        header: cells('Enhet', 'Huvudman', 'Funktioner', 'Överens'),
        rows: parties.map(({ body, side, participants, agreed }) =>
          cells(
            body.name,
            assessmentSides[side].sv,
            participants || 'Inte angivet',
            agreed ? `Ja, ${agreed.on}` : 'Nej',
          ),
        ),
      },
      ...answeredFormBlocks(structure, answers),
      ...views(paper),
      heading(1, 'Gemensam handlingsplan'),
      points.length === 0 ? paragraph('Planen har inga punkter än.') : pointTable(points, structure),
      ...(lastYear.length > 0 ? [heading(1, 'Hur det gick med förra årets plan'), ...toldOf(lastYear)] : []),
    ],
  };
}

function views({ assessment, structure }: AssessmentPaper): readonly Block[] {
  const rows = assessment.parties.flatMap(({ body, views: own }) =>
    own.map(({ question, step, note }) =>
      cells(areaName(structure, question), body.name, step === null ? '' : String(step), note),
    ),
  );
  if (rows.length === 0) return [];
  return [
    heading(1, 'Där enheterna ser olika'),
    { kind: 'table', rowHeader: true, header: cells('Område', 'Enhet', 'Eget steg', 'Varför'), rows },
  ];
}

function pointTable(points: readonly CommonPoint[], structure: FormStructure): Block {
  return {
    kind: 'table',
    rowHeader: true,
    header: cells('Nr', 'Vad', 'Område', 'Vem', 'Klart', 'Läge'),
    rows: points.map(({ number, what, question, responsible, dueOn, state }) =>
      cells(
        String(number),
        what,
        question === null ? 'Hela samverkan' : areaName(structure, question),
        `${responsible.name}, ${responsible.function}`,
        dueOn,
        commonPointStates[state].sv,
      ),
    ),
  };
}

function toldOf(points: readonly CommonPoint[]): readonly Block[] {
  return points.flatMap(({ number, what, state, told }) => [
    paragraph(bold(`${number}. ${what}`), ` (${commonPointStates[state].sv})`),
    ...told.map((one) => paragraph(`${one.on}: ${one.told}`)),
  ]);
}

function areaName(structure: FormStructure, code: string): string {
  return questionsOf(structure).find((question) => question.code === code)?.text ?? code;
}

const cells = (...values: readonly string[]): readonly (readonly Inline[])[] => values.map((value) => [text(value)]);
