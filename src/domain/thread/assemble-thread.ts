import type { Localized } from '../../kernel/language.ts';
import { namedNouns } from './record-names-reader.ts';
import { type RecordStep, reasonText } from './record-thread.ts';
import { stepKindNames, type Thread, type ThreadStep } from './thread.ts';
import type {
  AssessmentFact,
  DecisionFact,
  EntryFact,
  GoalFact,
  ItemFact,
  PointFact,
  PositionFact,
  RelativeFact,
  ThreadFacts,
} from './thread-facts.ts';
import { gapsIn, hearsayNote } from './thread-gaps.ts';

/**
 * Assembles the thread of an assignment from what the register knows: every record becomes a step, what is missing becomes a step too, and all
 * stand in the order of time. Nothing is asked of the database here, so that a page, a test and a document get the same thread.
 */
export function assembleThread(facts: ThreadFacts): Thread {
  const { sources: _, ...subject } = facts.subject;
  const known: readonly ThreadStep[] = [
    ...facts.goals.map(goalStep),
    ...facts.relatives.map(relativeStep),
    ...facts.decisions.map(decisionStep),
    assignmentStep(facts.subject),
    ...facts.items.map((item) => itemStep(item, facts.today)),
    ...facts.assessments.map(assessmentStep),
    ...facts.positions.map(positionStep),
    ...facts.entries.map(entryStep),
    ...facts.points.map(pointStep),
    ...facts.connected.map(connectedStep),
  ];
  return { subject, steps: [...known, ...gapsIn(facts, known)].sort(inTime) };
}

/**
 * Time order. A date that is known by its year stands first in that year when it begins something (an assignment of the plan) and last when it
 * ends something (the report of the year), which the maker of the step says by giving 1 January or 31 December.
 */
function inTime(a: ThreadStep, b: ThreadStep): number {
  const days = sortKey(a).localeCompare(sortKey(b));
  return days !== 0 ? days : stepKindNames.indexOf(a.kind) - stepKindNames.indexOf(b.kind);
}

/** Goals stand first whatever their date: the thread begins with what it is for. */
function sortKey(step: ThreadStep): string {
  if (step.kind === 'goal' || step.gap === 'noGoal') return `0 ${step.date ?? ''}`;
  return `1 ${step.date ?? '0000'}`;
}

const same = (text: string): Localized => ({ sv: text, en: text });

function goalStep(goal: GoalFact): ThreadStep {
  return {
    kind: 'goal',
    state: 'done',
    date: goal.adoptedOn,
    precision: 'year',
    title: same(goal.heading),
    text: same(goal.documentTitle),
    sources: goal.sources,
    target: { noun: 'goal', id: goal.id },
  };
}

function relativeStep(relative: RelativeFact): ThreadStep {
  const label = relative.ref;
  const reason = relative.proposedBecause;
  return {
    kind: relative.direction,
    state: reason === undefined ? 'done' : 'proposed',
    date: `${relative.year}-01-01`,
    precision: 'year',
    title: same(relative.title),
    text:
      reason === undefined
        ? { sv: `Uppdrag ${label}`, en: `Assignment ${label}` }
        : { sv: `Uppdrag ${label}. Förslag: ${reason}`, en: `Assignment ${label}. Proposed: ${reason}` },
    sources: relative.sources,
    target: { noun: 'assignment', id: relative.id },
  };
}

function decisionStep(decision: DecisionFact): ThreadStep {
  const clauses = decision.clauses.join('; ');
  const hearsay = hearsayNote(decision.sources[0]?.documentTitle);
  return {
    kind: 'decision',
    state: 'done',
    date: decision.decidedOn,
    precision: decision.precision,
    title: same(`${decision.bodyName}: ${decision.title}`),
    ...(decision.inMeeting
      ? clauses && clauses !== decision.title && { text: same(clauses) }
      : { gap: 'hearsayDecision' as const, text: hearsay }),
    sources: decision.sources,
    target: { noun: 'decision', id: decision.id },
  };
}

function assignmentStep(subject: ThreadFacts['subject']): ThreadStep {
  const who = (sv: boolean) =>
    [
      subject.givenBy && `${sv ? 'ges av' : 'given by'} ${subject.givenBy}`,
      subject.performers.length > 0 && `${sv ? 'utförs av' : 'performed by'} ${subject.performers.join(', ')}`,
      subject.consulted.length > 0 && `${sv ? 'i samråd med' : 'in consultation with'} ${subject.consulted.join(', ')}`,
      subject.monitors.length > 0 && `${sv ? 'följs av' : 'followed by'} ${subject.monitors.join(', ')}`,
    ]
      .filter(Boolean)
      .join(', ');
  return {
    kind: 'assignment',
    state: 'now',
    date: `${subject.year}-01-01`,
    precision: 'year',
    title: same(subject.title),
    text: { sv: capital(who(true)), en: capital(who(false)) },
    sources: subject.sources,
    target: { noun: 'assignment', id: subject.id },
  };
}

function itemStep(item: ItemFact, today: string): ThreadStep {
  const ahead = item.planned && item.heldOn >= today;
  const number = item.number ? { sv: `, punkt ${item.number}`, en: `, item ${item.number}` } : same('');
  const planned = item.planned
    ? {
        sv: ahead ? ' (planerat)' : ' (planerat; inte bekräftat att det hölls)',
        en: ahead ? ' (planned)' : ' (planned; not confirmed held)',
      }
    : same('');
  return {
    kind: item.kind === 'studyVisit' ? 'studyVisit' : 'meeting',
    state: 'done',
    date: item.heldOn,
    precision: 'day',
    title: same(item.title),
    text: { sv: `${item.bodyName}${number.sv}${planned.sv}`, en: `${item.bodyName}${number.en}${planned.en}` },
    sources: item.sources,
    target: { noun: 'agendaItem', id: item.id, within: item.meetingId },
  };
}

function assessmentStep(assessment: AssessmentFact): ThreadStep {
  const from = assessment.bodyName ? `${assessment.periodName}, ${assessment.bodyName}` : assessment.periodName;
  return {
    kind: 'assessment',
    state: 'done',
    date: assessment.endsOn,
    precision: 'day',
    title: assessment.status,
    text: same(from),
    quote: wordsOf(assessment),
    sources: assessment.sources,
    target: { noun: 'assessment', id: assessment.id },
  };
}

/** The standing sentence of the status alone when the text ends in it; beside the text when it was chosen by itself. */
function wordsOf({ text, statusPhrase }: AssessmentFact): string {
  if (statusPhrase === null || text.trim() === '') return statusPhrase ?? text;
  return text.includes(statusPhrase) ? statusPhrase : `${text} ${statusPhrase}`;
}

function positionStep(position: PositionFact): ThreadStep {
  return {
    kind: 'position',
    state: 'done',
    date: `${position.year}-12-31`,
    precision: 'year',
    title: position.label,
    text: same(`${position.bodyName}: ${position.text}`),
    sources: position.sources,
  };
}

function entryStep(entry: EntryFact): ThreadStep {
  return {
    kind: 'report',
    state: 'done',
    date: entry.dated ?? `${entry.year}-12-31`,
    precision: entry.dated ? 'day' : 'year',
    title: same(`${entry.reportTitle}, ${entry.bodyName}`),
    text: entry.answer,
    quote: entry.text,
    sources: entry.sources,
    target: { noun: 'reportEntry', id: entry.id, within: entry.reportId },
  };
}

function pointStep(point: PointFact): ThreadStep {
  const from = `${point.inputTitle}, ${point.bodyName}`;
  const answer = (language: 'sv' | 'en') =>
    point.outcome ? `. ${capital([point.outcome[language], point.became.join(', ')].filter(Boolean).join(': '))}` : '';
  return {
    kind: 'budgetInput',
    state: 'done',
    date: point.datedOn ?? `${point.forYear - 1}-12-31`,
    precision: point.datedOn ? 'day' : 'year',
    title: same(`${point.number}. ${point.text}`),
    text: { sv: `${from}${answer('sv')}`, en: `${from}${answer('en')}` },
    sources: point.sources,
    target: { noun: 'budgetInput', id: point.id },
  };
}

function connectedStep(step: RecordStep): ThreadStep {
  return {
    kind: 'connected',
    label: namedNouns[step.noun],
    state: step.state,
    date: step.date,
    precision: step.precision,
    title: same(step.title),
    text: reasonText(step),
    sources: step.sources,
    target: step.target,
  };
}

function capital(text: string): string {
  return text && `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}
