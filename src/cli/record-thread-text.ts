import { namedNouns, type RecordStep, type RecordThread, reasonText } from '../domain/thread/index.ts';
import type { Language } from '../kernel/language.ts';

const marks = { now: '◆', done: '●', proposed: '◌' } as const;

/** The thread of a record of any noun as text: a line for each record in the order of time, under it the reason and the place where it was read. */
export function recordThreadText({ subject, steps }: RecordThread, language: Language): string {
  return [
    `${namedNouns[subject.noun][language]}: ${subject.title}`,
    '',
    ...steps.flatMap((step) => stepLines(step, language)),
  ].join('\n');
}

function stepLines(step: RecordStep, language: Language): readonly string[] {
  const when = step.date?.slice(0, { day: 10, month: 7, year: 4 }[step.precision]) ?? '–';
  const proposed = step.state === 'proposed' ? (language === 'sv' ? ' (förslag)' : ' (proposed)') : '';
  const reason = reasonText(step)[language];
  const read = language === 'sv' ? 'källa' : 'source';
  const line = language === 'sv' ? 'rad' : 'line';
  return [
    `${marks[step.state]} ${when} ${namedNouns[step.noun][language]}${proposed}: ${step.title}`,
    ...(reason ? [`    ${reason}`] : []),
    ...step.sources.map((source) => `    ${read}: ${source.documentTitle}, ${line} ${source.line}`),
  ];
}
