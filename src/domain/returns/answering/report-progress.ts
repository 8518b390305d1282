import { type AnswerOrigin, askedQuestions, isAnswered, type Question } from '../../forms/index.ts';
import type { AnsweredReport, ReportSection } from '../national-report.ts';

/** How far a section has come: of the questions that are asked now, those with an answer and those without. */
export type SectionProgress = {
  readonly section: ReportSection;
  readonly title: string;
  /** The part of the form that it stands in. */
  readonly part: { readonly code: string; readonly title: string };
  readonly questions: readonly Question[];
  readonly asked: readonly Question[];
  readonly answered: number;
  /** Asked and must be answered, and is not. */
  readonly missing: readonly Question[];
  /** Answers that nobody has stood for yet: drafted, read from a paper or carried over. */
  readonly unconfirmed: readonly Question[];
  readonly openRemarks: number;
};

/** How far each section has come, in the order of the form. */
export function reportProgress(report: AnsweredReport): readonly SectionProgress[] {
  const { formVersion, answers } = report.response;
  const asked = new Set(askedQuestions(formVersion.structure, answers).map(({ code }) => code));
  const bySection = new Map(report.sections.map((section) => [section.code, section]));
  return formVersion.structure.parts.flatMap((part) =>
    part.sections.flatMap(({ code, title, questions }) => {
      const section = bySection.get(code);
      if (!section) return [];
      const now = questions.filter((question) => asked.has(question.code));
      const without = now.filter((question) => !isAnswered(question.answer, answers[question.code]?.value));
      const codes = new Set(questions.map((question) => question.code));
      return [
        {
          section,
          title,
          part: { code: part.code, title: part.title },
          questions,
          asked: now,
          answered: now.length - without.length,
          missing: without.filter(({ required }) => required),
          unconfirmed: now.filter((question) => {
            const origin: AnswerOrigin | undefined = answers[question.code]?.origin;
            return origin !== undefined && origin !== 'written' && !without.includes(question);
          }),
          openRemarks: report.remarks.filter(({ question, settled }) => codes.has(question) && settled === null).length,
        },
      ];
    }),
  );
}
