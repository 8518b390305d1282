import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Localized } from '../../kernel/language.ts';
import { canonicalJson } from '../../storage/canonical-json.ts';
import type { ActivityPlan, PlannedDayKind, PlanPointKind } from './activity-plan.ts';
import { printedCategory } from './activity-plan.ts';

/** How a plan stands to the versions that were kept of it. */
export const activityPlanStates = {
  draft: { sv: 'utkast', en: 'draft' },
  current: { sv: 'gällande version', en: 'current version' },
  changed: { sv: 'ändrad sedan versionen', en: 'changed since the version' },
} as const satisfies Record<string, Localized>;
export type ActivityPlanState = keyof typeof activityPlanStates;

/** All that a plan says, in the words of the day it was kept. `format` lets later readers know old contents. */
export type PlanContent = {
  readonly format: 1;
  readonly title: string;
  readonly body: string;
  readonly year: number;
  readonly days: readonly {
    readonly id: string;
    readonly date: CivilDate;
    readonly lastDay: CivilDate | null;
    readonly kind: PlannedDayKind;
    readonly place: string | null;
    readonly note: string | null;
    readonly bodies: readonly string[];
    readonly slots: readonly { readonly category: string; readonly items: readonly PlanContentLine[] }[];
  }[];
  readonly focusAreas: readonly PlanContentLine[];
  readonly points: readonly (PlanContentLine & {
    readonly kind: PlanPointKind;
    readonly details: readonly string[];
    readonly giver: string | null;
  })[];
};

/** A line with the year it was copied from, if nobody has confirmed it: a version says that, too. */
export type PlanContentLine = { readonly id: string; readonly text: string; readonly copiedFromYear: number | null };

/** A plan as it stood on a day: version n. It never changes. */
export type ActivityPlanVersion = {
  readonly number: number;
  readonly datedOn: CivilDate;
  readonly note: string | null;
  readonly frozenAt: Date;
  readonly frozenBy: string;
  readonly contentHash: string;
  readonly content: PlanContent;
};

/** What of a plan a version keeps. Proposals that are settled are no longer part of what the plan says. */
export function planContentOf(plan: ActivityPlan): PlanContent {
  const line = ({ id, text, copiedFromYear }: PlanContentLine) => ({ id, text, copiedFromYear });
  return {
    format: 1,
    title: plan.title,
    body: plan.body.name,
    year: plan.year,
    days: plan.days.map(({ id, date, lastDay, kind, place, note, bodies }) => ({
      id,
      date,
      lastDay,
      kind,
      place,
      note,
      bodies: bodies.map(({ name }) => name),
      slots: plan.activities
        .filter(({ dayId }) => dayId === id)
        .map(({ category, items }) => ({ category, items: items.map(line) })),
    })),
    focusAreas: plan.focusAreas.map(line),
    points: plan.points
      .filter(({ kind, state }) => kind !== 'proposal' || state === 'waiting')
      .map((point) => ({ ...line(point), kind: point.kind, details: point.details, giver: point.giver })),
  };
}

/** How a plan stands, told by what it says now and what its last version said. */
export function standingOf(now: PlanContent, latest: PlanContent | null): ActivityPlanState {
  if (latest === null) return 'draft';
  return canonicalJson(now) === canonicalJson(latest) ? 'current' : 'changed';
}

/** What differs between two contents, line by line. A line is the same when it has the same id, whatever it says. */
export type PlanChanges = {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly { readonly before: string; readonly after: string }[];
};

export function planChanges(before: PlanContent, after: PlanContent): PlanChanges {
  const old = planLines(before);
  const now = planLines(after);
  const both = [...now].flatMap(([id, text]) => {
    const known = old.get(id);
    return known === undefined || known === text ? [] : [{ before: known, after: text }];
  });
  return {
    added: [...now].flatMap(([id, text]) => (old.has(id) ? [] : [text])),
    removed: [...old].flatMap(([id, text]) => (now.has(id) ? [] : [text])),
    changed: [...(before.title === after.title ? [] : [{ before: before.title, after: after.title }]), ...both],
  };
}

/** Every line of a plan in words, by its id: an item with its day and category, so that one that was moved reads so. */
function planLines(content: PlanContent): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  for (const day of content.days) {
    const facts = [day.lastDay, day.place, day.note, ...day.bodies].filter(Boolean).join(', ');
    lines.set(day.id, `${day.date}${facts ? `: ${facts}` : ''}`);
    for (const { category, items } of day.slots)
      for (const item of items) lines.set(item.id, `${day.date} ${printedCategory(category)}: ${item.text}`);
  }
  for (const { id, text } of content.focusAreas) lines.set(id, text);
  for (const { id, text, details, giver } of content.points)
    lines.set(id, [giver ? `${giver}: ${text}` : text, ...details].join(' – '));
  return lines;
}
