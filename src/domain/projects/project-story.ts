import type { Localized } from '../../kernel/language.ts';
import { currentDue } from './deliverable.ts';
import { firstDayOf, type PartialDay } from './partial-day.ts';
import { type Project, projectRoles } from './project.ts';
import { projectStates } from './project-transitions.ts';

/** What can happen in the story of a project. */
export const projectEventKinds = {
  phase: { sv: 'fas', en: 'phase' },
  site: { sv: 'plats', en: 'site' },
  role: { sv: 'roll', en: 'role' },
  count: { sv: 'antal', en: 'number' },
  moved: { sv: 'leverans flyttad', en: 'deliverable moved' },
  due: { sv: 'leverans', en: 'deliverable' },
  done: { sv: 'leverans lämnad', en: 'delivered' },
  evaluation: { sv: 'utvärdering', en: 'evaluation' },
  ends: { sv: 'planerat slut', en: 'planned end' },
  connected: { sv: 'hör ihop med', en: 'belongs with' },
} as const satisfies Record<string, Localized>;
export type ProjectEventKind = keyof typeof projectEventKinds;

/** One event of a project's story, with the record that tells of it. */
export type ProjectEvent = {
  readonly on: PartialDay | null;
  readonly kind: ProjectEventKind;
  /** What happened: a label in both languages, or the register's own words. */
  readonly what: Localized;
  /** Cause, effect and decision, in the register's own words. */
  readonly because: string;
  readonly effects: string;
  readonly decision: string;
  /** The record that it stands in, by noun and id; null for what the project itself says. */
  readonly record: { readonly noun: string; readonly id: string; readonly within?: string } | null;
  /** The part of the project that says it, for where it was read. */
  readonly partId?: string;
};

const nothing = { because: '', effects: '', decision: '', record: null };
const own = (text: string): Localized => ({ sv: text, en: text });

/**
 * The whole story of a project in time, the earliest first: phases, sites, figures, deliverables with their moves, evaluation, and the records that it belongs with (K-01,
 * K-02). What has no day stands last, because nobody knows where it belongs.
 */
export function projectStory(project: Project, connected: readonly ProjectEvent[] = []): readonly ProjectEvent[] {
  const { evaluation } = project;
  const events: ProjectEvent[] = [
    ...project.phases.map(
      (one): ProjectEvent => ({
        on: one.on,
        kind: 'phase',
        what: projectStates[one.phase],
        because: one.reason,
        effects: one.effects,
        decision: one.decision,
        partId: one.id,
        record: one.item && { noun: 'agendaItem', id: one.item.id, within: one.item.meetingId },
      }),
    ),
    ...project.sites.flatMap((one): ProjectEvent[] =>
      one.startsOn
        ? [{ ...nothing, on: one.startsOn, kind: 'site', what: own(one.name), because: one.reason, partId: one.id }]
        : [],
    ),
    ...project.roles.flatMap((one): ProjectEvent[] =>
      one.startsOn ? [{ ...nothing, on: one.startsOn, kind: 'role', what: roleWords(one), partId: one.id }] : [],
    ),
    ...project.counts.map(
      (one): ProjectEvent => ({
        ...nothing,
        on: one.asOf,
        kind: 'count',
        what: countWords(one, project.counted),
        because: one.note,
        partId: one.id,
      }),
    ),
    ...project.deliverables.flatMap((one): ProjectEvent[] => {
      const record = { noun: 'deliverable', id: one.id };
      const due = currentDue(one);
      return [
        ...one.moves.map(
          (move): ProjectEvent => ({
            ...nothing,
            on: move.toldOn ?? move.before,
            kind: 'moved',
            what: own(`${one.what}: ${move.before ?? '–'} → ${move.after}`),
            because: move.reason,
            decision: move.source,
            record,
          }),
        ),
        one.doneOn
          ? { ...nothing, on: one.doneOn, kind: 'done', what: own(one.what), record }
          : { ...nothing, on: due, kind: 'due', what: own(one.what), record },
      ];
    }),
    ...(evaluation.due
      ? [
          {
            ...nothing,
            on: evaluation.due,
            kind: 'evaluation' as const,
            what: own(evaluation.by),
            because: evaluation.result,
          },
        ]
      : []),
    ...(project.endsOn ? [{ ...nothing, on: project.endsOn, kind: 'ends' as const, what: own('') }] : []),
    ...connected,
  ];
  return events
    .map((event, position) => ({ event, position }))
    .sort((a, b) => orderOf(a.event.on).localeCompare(orderOf(b.event.on)) || a.position - b.position)
    .map(({ event }) => event);
}

/** "projektledare: Vårdlots". */
const roleWords = ({ role, person }: Project['roles'][number]): Localized => ({
  sv: `${projectRoles[role].sv}: ${person}`,
  en: `${projectRoles[role].en}: ${person}`,
});

/** "38 av 120 patienter". */
export function countWords(
  { value, maximum }: { readonly value: number; readonly maximum: number | null },
  counted: string,
): Localized {
  const tail = counted ? ` ${counted}` : '';
  return {
    sv: maximum === null ? `${value}${tail}` : `${value} av ${maximum}${tail}`,
    en: maximum === null ? `${value}${tail}` : `${value} of ${maximum}${tail}`,
  };
}

const orderOf = (day: PartialDay | null) => (day ? firstDayOf(day) : '9999');
