import {
  type Block,
  bold,
  type DocumentTree,
  heading,
  type Inline,
  paragraph,
  text,
} from '../../documents/tree/index.ts';
import { type Consultation, consultationKinds } from './consultation.ts';
import { lastCell, matrixColumns, matrixCounts, matrixOf } from './consultation-matrix.ts';
import { byTheme, type ConsultationPoint, pointAnswers } from './consultation-point.ts';
import type { DecisionStation } from './decision-path.ts';

/** The compiled answers of a round as seed 001 prints them (CON-09). Nothing in it is of the day it is printed: the same answers, the same bytes. */
export function matrixDocument(
  consultation: Consultation,
  path: readonly DecisionStation[],
  authority: string,
): DocumentTree {
  const counts = matrixCounts(consultation);
  return {
    title: `Sammanställning av ${consultation.kind === 'internal' ? 'samråd' : 'remissvar'}: ${consultation.title}`,
    author: authority,
    language: 'sv',
    facts: [
      ...factsOf(consultation),
      { label: 'Har svarat', value: `${counts.answered} av ${counts.asked}` },
      { label: 'Tillstyrker', value: String(counts.supports) },
      { label: 'Avstyrker', value: String(counts.opposes) },
      { label: 'Annat svar', value: String(counts.others) },
    ],
    blocks: [
      {
        kind: 'table',
        caption: `Svar i remissen ${consultation.title}`,
        header: ['Remissinstans', ...matrixColumns].map(cell),
        rows: matrixOf(consultation).map((row) =>
          [
            row.respondent,
            row.received ?? '',
            row.from ?? '',
            row.supports ? 'X' : '',
            row.opposes ? 'X' : '',
            lastCell(row),
          ].map(cell),
        ),
        rowHeader: true,
      },
      ...pathBlocks(path),
    ],
  };
}

/** The account of what was done with the answers (redogörelse för remissvar, CON-10): each point by theme, its answer, and the words that were changed. */
export function accountDocument(
  consultation: Consultation,
  points: readonly ConsultationPoint[],
  authority: string,
): DocumentTree {
  const respondents = new Map<string, string>(consultation.responses.map(({ id, respondent }) => [id, respondent]));
  const counts = matrixCounts(consultation);
  const took = (outcome: ConsultationPoint['outcome']) => points.filter((one) => one.outcome === outcome).length;
  return {
    title: `Redogörelse för remissvar: ${consultation.title}`,
    author: authority,
    language: 'sv',
    facts: [
      ...factsOf(consultation),
      { label: 'Har svarat', value: `${counts.answered} av ${counts.asked}` },
      { label: 'Synpunkter', value: String(points.length) },
    ],
    blocks: [
      paragraph(
        points.length === 0
          ? 'Inga synpunkter har tagits ut ur svaren.'
          : `Av ${points.length} synpunkter togs ${took('takenUp')} med, ${took('partly')} delvis och ${took('notTaken')} inte. ${took(null)} är inte besvarade än.`,
      ),
      ...byTheme(points).flatMap(({ theme, points: own }): readonly Block[] => [
        heading(1, theme ?? 'Övriga synpunkter'),
        ...own.flatMap((point) => pointBlocks(point, respondents.get(point.responseId) ?? '')),
      ]),
    ],
  };
}

function pointBlocks(point: ConsultationPoint, respondent: string): readonly Block[] {
  const { words, outcome, reason, changedIn, fromText, toText } = point;
  const change: readonly (Inline | string)[][] = [
    ...(changedIn ? [[bold('Ändrat i: '), changedIn]] : []),
    ...(fromText ? [[bold('Före: '), fromText]] : []),
    ...(toText ? [[bold('Efter: '), toText]] : []),
  ];
  return [
    paragraph(bold(`${respondent}: `), words),
    paragraph(bold(outcome ? `Svar: ${pointAnswers[outcome].sv}. ` : 'Inte besvarad än.'), reason ?? ''),
    ...change.map((parts) => paragraph(...parts)),
  ];
}

function pathBlocks(path: readonly DecisionStation[]): readonly Block[] {
  if (path.length === 0) return [];
  return [
    heading(1, 'Beslutsväg'),
    {
      kind: 'table',
      caption: 'Vägen till beslut',
      header: ['Dag', 'Instans', 'Läge'].map(cell),
      rows: path.map(({ plannedOn, name, passed }) => [plannedOn, name, passed ? 'passerad' : 'återstår'].map(cell)),
    },
  ];
}

function factsOf({ body, sentOn, dueOn, kind }: Consultation): DocumentTree['facts'] & {} {
  return [
    { label: 'Slag', value: consultationKinds[kind].sv },
    ...(body ? [{ label: 'Organ', value: body.name }] : []),
    ...(sentOn ? [{ label: 'Skickades', value: sentOn }] : []),
    ...(dueOn ? [{ label: 'Sista svarsdag', value: dueOn }] : []),
  ];
}

const cell = (words: string): readonly Inline[] => [text(words)];
