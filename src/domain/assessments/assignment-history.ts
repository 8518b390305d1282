import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Assignment, AssignmentLinkKind, DueChange } from '../assignments/index.ts';
import type { Assessment } from './assessment.ts';
import { coordinatorOf, mainAssessmentOf } from './main-assessment-of.ts';

/**
 * What can have happened to an assignment on its way through the years (ASG-14, ASG-22, ASG-31, I-05), in words. `{other}` is another assignment,
 * `{body}` and `{from}` bodies, `{old}` and `{new}` days.
 */
export const historyEventKinds = {
  followsOn: { sv: 'fortsätter {other}', en: 'continues {other}' },
  partOf: { sv: 'kom ur {other} när det delades', en: 'came out of {other} when it was split' },
  mergedFrom: { sv: 'tog in {other}', en: 'took in {other}' },
  takenOver: { sv: '{body} tog över från {from}', en: '{body} took over from {from}' },
  directedElsewhere: { sv: 'riktades till {body}', en: 'was directed to {body}' },
  dueMoved: {
    sv: 'skulle vara klart {old}, flyttades till {new}: {reason}',
    en: 'was due {old}, moved to {new}: {reason}',
  },
  silent: { sv: 'ingen lägesbild skrevs', en: 'no situation was written' },
  paused: { sv: 'pausades', en: 'was paused' },
  completed: { sv: 'slutfördes', en: 'was completed' },
  discontinued: { sv: 'avslutades utan att slutföras', en: 'ended without being completed' },
  transferred: { sv: 'överlämnades till annan', en: 'was handed over' },
  splitInto: { sv: 'delades i {other}', en: 'was split into {other}' },
  mergedInto: { sv: 'gick upp i {other}', en: 'was merged into {other}' },
  continuedAs: { sv: 'fortsatte som {other}', en: 'was continued as {other}' },
} as const satisfies Record<string, Localized>;
export type HistoryEventKind = keyof typeof historyEventKinds;

/** One thing that happened, with what its words are filled from. */
export type HistoryEvent = {
  readonly kind: HistoryEventKind;
  readonly other?: Pick<Assignment, 'id' | 'ref' | 'title'>;
  readonly values: Readonly<Record<string, string>>;
};

/** An assignment of the line: what was said for the whole at each period, oldest first, and what happened to it. */
export type HistoryStep = {
  readonly assignment: Assignment;
  readonly said: readonly Assessment[];
  readonly events: readonly HistoryEvent[];
};

/** A link between two assignments of the line, from the later to the earlier for `predecessor`, from the whole to the part for the others. */
export type HistoryLink = {
  readonly fromId: Assignment['id'];
  readonly toId: Assignment['id'];
  readonly kind: AssignmentLinkKind;
};

/** How an assignment came through the years, the oldest first: those it follows on, was split or merged from, and what became of it. */
export function historyOf(
  line: readonly Assignment[],
  links: readonly HistoryLink[],
  assessments: readonly Assessment[],
  dueChanges: readonly DueChange[],
  today: CivilDate,
): readonly HistoryStep[] {
  const byId = new Map(line.map((one) => [one.id, one]));
  return line
    .toSorted((a, b) => a.year - b.year || (a.number ?? 1e6) - (b.number ?? 1e6) || a.position - b.position)
    .map((assignment) => {
      const own = assessments.filter(({ assignmentId }) => assignmentId === assignment.id);
      const said = [...Map.groupBy(own, ({ period }) => period.id).values()]
        .flatMap((ofPeriod) => mainAssessmentOf(assignment, ofPeriod) ?? [])
        .toSorted((a, b) => (a.period.endsOn < b.period.endsOn ? -1 : 1));
      const events = [
        ...linked(assignment, links, byId, 'before'),
        ...takenOver(assignment, links, byId),
        ...directed(assignment),
        ...dueChanges.filter(({ assignmentId }) => assignmentId === assignment.id).map(moved),
        ...(said.length === 0 && `${assignment.year}-12-31` < today ? [event('silent')] : []),
        ...ending(assignment),
        ...linked(assignment, links, byId, 'after'),
      ];
      return { assignment, said, events };
    });
}

/** Which link of another assignment is told before what was said, and which after. */
const linkEvents = {
  before: { predecessor: 'followsOn', splitInto: 'partOf', mergedInto: 'mergedFrom' },
  after: { predecessor: 'continuedAs', splitInto: 'splitInto', mergedInto: 'mergedInto' },
} as const;

function linked(
  { id }: Assignment,
  links: readonly HistoryLink[],
  byId: ReadonlyMap<string, Assignment>,
  when: 'before' | 'after',
): readonly HistoryEvent[] {
  return links.flatMap(({ fromId, toId, kind }) => {
    if (kind !== 'predecessor' && kind !== 'splitInto' && kind !== 'mergedInto') return [];
    const here = (kind === 'predecessor') === (when === 'before') ? fromId : toId;
    const other = byId.get(here === fromId ? toId : fromId);
    return here === id && other ? [event(linkEvents[when][kind], {}, other)] : [];
  });
}

/** Another performer than that of the assignment it follows on. */
function takenOver(
  assignment: Assignment,
  links: readonly HistoryLink[],
  byId: ReadonlyMap<string, Assignment>,
): readonly HistoryEvent[] {
  const now = coordinatorOf(assignment);
  return links.flatMap(({ fromId, toId, kind }) => {
    const before = kind === 'predecessor' && fromId === assignment.id ? byId.get(toId) : undefined;
    const then = before && coordinatorOf(before);
    return now && then && now.bodyId !== then.bodyId
      ? [event('takenOver', { body: now.bodyName, from: then.bodyName })]
      : [];
  });
}

function directed({ parties }: Assignment): readonly HistoryEvent[] {
  const to = parties.filter(({ role }) => role === 'directedTo').map(({ bodyName }) => bodyName);
  return to.map((body) => event('directedElsewhere', { body }));
}

function moved({ oldDueOn, newDueOn, reason }: DueChange): HistoryEvent {
  return event('dueMoved', { old: oldDueOn ?? '–', new: newDueOn ?? '–', reason });
}

function ending({ state }: Assignment): readonly HistoryEvent[] {
  return state === 'paused' || state === 'completed' || state === 'discontinued' || state === 'transferred'
    ? [event(state)]
    : [];
}

function event(kind: HistoryEventKind, values: HistoryEvent['values'] = {}, other?: Assignment): HistoryEvent {
  return other ? { kind, values: { ...values, other: `${other.ref} ${other.title}` }, other } : { kind, values };
}
