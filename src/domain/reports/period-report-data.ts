import type { CivilDate } from '../../kernel/civil-date.ts';
import type { AssessmentStatus } from '../assessments/index.ts';
import { groupedSums, totalOf } from '../measures/index.ts';
import { chapterSentences, lastTold, type PeriodChapter, type PeriodReport } from './period-report.ts';

/** An interim or annual report as data, for who wants to count or compare rather than read. Fields are added, never renamed; money is kronor. */
export type PeriodReportData = {
  readonly kind: PeriodReport['kind'];
  readonly body: string;
  readonly to: string | null;
  readonly year: number;
  readonly period: { readonly name: string; readonly from: CivilDate; readonly to: CivilDate };
  readonly title: string;
  readonly state: PeriodReport['state'];
  readonly approvedOn: CivilDate | null;
  readonly deliveredOn: CivilDate | null;
  readonly hash: string | null;
  readonly chapters: readonly {
    readonly chapter: PeriodChapter;
    readonly edited: boolean;
    readonly sentences: readonly {
      readonly text: string;
      readonly sources: readonly { readonly kind: string; readonly id: string }[];
    }[];
  }[];
  readonly assignments: readonly {
    readonly ref: string;
    readonly title: string;
    readonly performer: string | null;
    readonly status: AssessmentStatus | null;
    readonly quote: string | null;
    readonly quotedVersion: number | null;
    readonly dueOn: CivilDate | null;
    readonly forecastOn: CivilDate | null;
    readonly daysLate: number | null;
  }[];
  readonly economy: {
    readonly groups: readonly object[];
    readonly total: object;
    readonly measures: readonly object[];
  };
  readonly figures: readonly (Omit<PeriodReport['figures'][number], 'figure'> & {
    readonly form: string;
    readonly place: string;
    readonly asOf: string | null;
    readonly numbers: readonly object[];
  })[];
};

/** An interim or annual report as data. */
export function periodReportAsData(report: PeriodReport): PeriodReportData {
  const { period, measures } = report;
  const groups = groupedSums(measures, period.endsOn.slice(0, 7));
  return {
    kind: report.kind,
    body: report.body.name,
    to: report.to?.name ?? null,
    year: report.year,
    period: { name: period.name, from: period.startsOn, to: period.endsOn },
    title: report.title,
    state: report.state,
    approvedOn: report.approval?.on ?? null,
    deliveredOn: report.deliveredOn,
    hash: report.frozen?.hash ?? null,
    chapters: report.chapters.map((chapter) => ({
      chapter: chapter.chapter,
      edited: chapter.edited,
      sentences: chapterSentences(chapter).map(({ text, sources }) => ({
        text,
        sources: sources.map(({ noun, id }) => ({ kind: noun, id })),
      })),
    })),
    assignments: report.assignments.map((one) => ({
      ref: one.ref,
      title: one.title,
      performer: one.performer?.name ?? null,
      status: one.quotation?.status ?? null,
      quote: one.quotation?.text ?? null,
      quotedVersion: one.quotation?.version ?? null,
      dueOn: one.dueOn,
      forecastOn: one.quotation?.forecastOn ?? null,
      daysLate: one.daysLate,
    })),
    economy: {
      groups: groups.map(({ body, ...sums }) => ({ body: body.name, ...sums })),
      total: totalOf(groups),
      measures: measures.map((one) => {
        const told = lastTold(one, period);
        return {
          title: one.title,
          kind: one.kind,
          responsible: one.responsible.name,
          state: one.state,
          planned: one.planned,
          plannedFullYear: one.plannedFullYear,
          effect: told?.effect ?? null,
          forecast: told?.forecast ?? null,
          financial: told?.financial ?? null,
          operational: told?.operational ?? null,
        };
      }),
    },
    figures: report.figures.map(({ id, name, unit, target, values, figure }) => ({
      ...{ id, name, unit, target, values },
      form: figure.form,
      place: figure.place,
      asOf: figure.facts.asOf,
      numbers: figure.facts.numbers,
    })),
  };
}
