import { capitalised } from '../../documents/tree/recognise.ts';
import { monthName } from '../../kernel/swedish-dates.ts';
import { type AssessmentStatus, assessmentStatusCodes, assessmentStatuses } from '../assessments/index.ts';
import { type Measure, sumsOf } from '../measures/index.ts';
import {
  type FactSentence,
  type FactSource,
  lastTold,
  type PeriodChapter,
  type PeriodFacts,
  type PeriodFigure,
  type ReportedAssignment,
} from './period-report.ts';
import { printedAmount, printedNumber, printedUnit } from './period-report-amounts.ts';
import { dayPhrase, swedishList } from './swedish-phrases.ts';

/**
 * Drafts the chapters of an interim or annual report. Every sentence is a fact of the register with the records it rests on, and says nothing of why
 * or what for: that is for a person to write. The same facts always give the same sentences, so that what has changed can be shown.
 */
export function draftChapter(chapter: PeriodChapter, facts: PeriodFacts): readonly FactSentence[] {
  return drafts[chapter](facts);
}

/** The text of a drafted chapter, a sentence a line. */
export function draftText(sentences: readonly FactSentence[]): string {
  return sentences.map((one) => one.text).join('\n');
}

const drafts: Readonly<Record<PeriodChapter, (facts: PeriodFacts) => readonly FactSentence[]>> = {
  summary: summarySentences,
  slippage: slippageSentences,
  economy: economySentences,
  figures: ({ figures }) => figures.flatMap(figureSentences),
  deviations: deviationSentences,
  closing: closingSentences,
};

function summarySentences({ assignments, before, period }: PeriodFacts): readonly FactSentence[] {
  if (assignments.length === 0) return [];
  const assessed = assignments.filter((one) => one.quotation);
  const missing = assignments.filter((one) => !one.quotation);
  const compared = before && before.statuses.size > 0 ? before : null;
  return [
    {
      text: `Av årets ${assignments.length} uppdrag har ${assessed.length} en lägesbild i ${period.name}.`,
      sources: assignments.map(ofAssignment),
    },
    ...(compared ? [heardBefore(compared)] : []),
    ...assessmentStatusCodes.flatMap((status) => statusSentence(status, assessed, compared)),
    ...(missing.length > 0
      ? [
          {
            text: `${uppdrag(missing.length)} saknar lägesbild: ${swedishList(missing.map((one) => one.ref))}.`,
            sources: missing.map(ofAssignment),
          },
        ]
      : []),
  ];
}

/** How many assignments were told of in the period before: without it the comparison could not be judged. */
function heardBefore({ name, statuses }: Before): FactSentence {
  const sources = [...statuses.values()].flat();
  return { text: `I ${name} hade ${uppdrag(sources.length).toLowerCase()} en lägesbild.`, sources };
}

/** How many assignments have a status, and how many had it in the period before when the number has changed. */
function statusSentence(
  status: AssessmentStatus,
  assessed: readonly ReportedAssignment[],
  before: Before | null,
): readonly FactSentence[] {
  const some = assessed.filter((one) => one.quotation?.status === status);
  const earlier = before?.statuses.get(status) ?? [];
  if (some.length === 0 && earlier.length === 0) return [];
  const now = `${some.length === 0 ? 'Inget uppdrag' : uppdrag(some.length)} har läget ”${labelOf(status)}”`;
  const changed = before !== null && earlier.length !== some.length;
  return [
    {
      text: changed ? `${now}, mot ${earlier.length === 0 ? 'inget' : earlier.length} i ${before.name}.` : `${now}.`,
      sources: [...(changed ? earlier : []), ...some.map(ofAssessment)],
    },
  ];
}

type Before = NonNullable<PeriodFacts['before']>;

function slippageSentences({ assignments }: PeriodFacts): readonly FactSentence[] {
  const late = assignments
    .filter((one) => one.daysLate !== null)
    .toSorted((a, b) => (b.daysLate ?? 0) - (a.daysLate ?? 0));
  if (late.length > 0)
    return late.map((one) => ({
      text: `Uppdrag ${one.ref} beräknas vara klart ${dayPhrase(one.quotation!.forecastOn!, true)}, ${dagar(one.daysLate!)} efter ${dayPhrase(one.dueOn!, true)}.`,
      sources: [ofAssessment(one)],
    }));
  const forecast = assignments.filter((one) => one.quotation?.forecastOn && one.dueOn);
  return forecast.length === 0
    ? []
    : [
        {
          text: `Inget av de ${forecast.length} uppdrag som har både slutdag och prognos beräknas bli klart efter sin slutdag.`,
          sources: forecast.map(ofAssessment),
        },
      ];
}

function economySentences({ measures, period }: PeriodFacts): readonly FactSentence[] {
  if (measures.length === 0) return [];
  const { planned, effect, forecast, untold } = sumsOf(measures, period.endsOn.slice(0, 7));
  const told = measures.filter((one) => lastTold(one, period));
  const missing = measures.filter((one) => !lastTold(one, period));
  const sources = measures.map(ofMeasure);
  const month = monthName(Number(period.endsOn.slice(5, 7)));
  const difference = forecast - planned;
  return [
    {
      text: `De ekonomiska handlingsplanerna för ${period.year} har ${measures.length === 1 ? 'en åtgärd, som är planerad' : `${measures.length} åtgärder, som är planerade`} att ge ${printedAmount(planned)} under året.`,
      sources,
    },
    ...(told.length === 0
      ? []
      : [
          { text: `Till och med ${month} har de gett ${printedAmount(effect)}.`, sources: told.map(ofMeasure) },
          {
            text:
              difference === 0
                ? `Prognosen för året är ${printedAmount(forecast)}, lika mycket som planerat.`
                : `Prognosen för året är ${printedAmount(forecast)}, ${printedAmount(Math.abs(difference))} ${difference < 0 ? 'mindre' : 'mer'} än planerat.`,
            sources,
          },
        ]),
    ...(untold > 0
      ? [
          {
            text: `${untold === 1 ? 'En åtgärd är inte uppföljd' : `${untold} åtgärder är inte uppföljda`} och räknas som noll: ${swedishList(missing.map((one) => `”${one.title}”`))}.`,
            sources: missing.map(ofMeasure),
          },
        ]
      : []),
  ];
}

function figureSentences(figure: PeriodFigure): readonly FactSentence[] {
  const last = figure.values.at(-1);
  if (!last) return [];
  const first = figure.values.at(-2);
  const change = first && first.value !== 0 ? (last.value - first.value) / Math.abs(first.value) : undefined;
  const since =
    change === undefined || first === undefined
      ? ''
      : `, ${change === 0 ? 'oförändrat' : `${printedNumber(Math.abs(Math.round(change * 1000) / 10))} procent ${change < 0 ? 'mindre' : 'mer'}`} sedan ${first.asOf}`;
  const target = figure.target === null ? '' : `; målet är ${printedNumber(figure.target)}`;
  return [
    {
      text: `${capitalised(figure.name)}: ${last.qualifier ? `${last.qualifier} ` : ''}${printedNumber(last.value)}${printedUnit(figure.unit)} (${last.asOf})${since}${target}.`,
      sources: [{ noun: 'indicator', id: figure.id, label: figure.name }],
    },
  ];
}

/** What does not go as planned: paused and delayed assignments, stopped measures, and measures that are thought to give less than planned. */
function deviationSentences({ assignments, measures, period }: PeriodFacts): readonly FactSentence[] {
  const of = (status: AssessmentStatus) => assignments.filter((one) => one.quotation?.status === status);
  return [
    ...(['startedDelayed', 'startedPartly', 'paused'] as const).flatMap((status) =>
      of(status).map((one) => ({
        text: `Uppdrag ${one.ref} har läget ”${labelOf(status)}”.`,
        sources: [ofAssessment(one)],
      })),
    ),
    ...measures.flatMap((one): FactSentence[] => {
      if (one.state === 'stopped')
        return [
          {
            text: `Åtgärden ”${one.title}” är avbruten${one.stateReason ? `: ${one.stateReason.replace(/\.$/u, '')}` : ''}.`,
            sources: [ofMeasure(one)],
          },
        ];
      const told = lastTold(one, period);
      return told && told.forecast < one.planned
        ? [
            {
              text: `Åtgärden ”${one.title}” beräknas ge ${printedAmount(told.forecast)} av planerade ${printedAmount(one.planned)}.`,
              sources: [ofMeasure(one)],
            },
          ]
        : [];
    }),
  ];
}

function closingSentences({ assignments, measures, figures }: PeriodFacts): readonly FactSentence[] {
  const assessed = assignments.filter((one) => one.quotation);
  const sources = [...assessed.map(ofAssessment), ...measures.map(ofMeasure)];
  if (sources.length === 0) return [];
  const parts = [
    `${assessed.length} lägesbilder`,
    ...(measures.length > 0 ? [`${measures.length} ekonomiska åtgärder`] : []),
    ...(figures.length > 0 ? [`${figures.length} mätvärden`] : []),
  ];
  return [{ text: `Rapporten bygger på ${swedishList(parts)}.`, sources }];
}

function ofAssignment({ id, ref }: ReportedAssignment): FactSource {
  return { noun: 'assignment', id, label: ref };
}

/** An assessed assignment proves by its assessment, which is what was counted; one that nobody assessed by itself. */
function ofAssessment(one: ReportedAssignment): FactSource {
  return one.quotation ? { noun: 'assessment', id: one.quotation.assessmentId, label: one.ref } : ofAssignment(one);
}

function ofMeasure({ id, title }: Measure): FactSource {
  return { noun: 'measure', id, label: title };
}

function labelOf(status: AssessmentStatus): string {
  return assessmentStatuses[status].label.sv;
}

const uppdrag = (count: number) => (count === 1 ? 'Ett uppdrag' : `${count} uppdrag`);
const dagar = (count: number) => (count === 1 ? 'en dag' : `${printedNumber(count)} dagar`);
