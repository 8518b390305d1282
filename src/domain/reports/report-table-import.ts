import { type Draft, type Recogniser, spanOfLines } from '../../documents/tree/recognise.ts';
import { readAssessmentStatus } from '../assessments/index.ts';
import { assignmentTableRows } from '../assignments/index.ts';
import { readAnswerType } from './answer-types.ts';
import type { ProposedReportEntry } from './report-entry-import.ts';

/** An answer in the comment column of an interim report, for the period that its first line states. */
export type ProposedTableReportEntry = ProposedReportEntry & { readonly period?: string };

/** The comments of the tables of assignments. The icons of the status are pictures, so a status is only what the words say. */
export const reportTableImport: Recogniser<ProposedTableReportEntry> = {
  name: 'reportTable',
  appliesTo: ['interimReport'],
  recognise(reading) {
    const records = assignmentTableRows(reading).map((row): Draft<ProposedTableReportEntry> => {
      const answer = row.comment.join('\n');
      return {
        type: 'reportEntry',
        source: spanOfLines(row.lines),
        confidence: answer ? 0.88 : 0.5,
        rule: 'entry-in-table',
        year: Number(/\d{4}$/.exec(row.period)![0]),
        period: row.period,
        assignmentText: row.text,
        answer,
        answerType: readAnswerType(answer),
        ...readAssessmentStatus(answer),
        meetings: [],
        evidence: [],
      };
    });
    return { records, problems: [] };
  },
};
