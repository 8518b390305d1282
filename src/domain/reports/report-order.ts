import type { Localized } from '../../kernel/language.ts';
import type { BodyKind } from '../organisation/index.ts';
import { bodyNouns } from './body-noun.ts';
import { swedishList } from './swedish-phrases.ts';

/** By what the answers of a report stand under headings: as the plan has them, or otherwise. */
export const reportGroupings = {
  heading: { sv: 'planens rubriker', en: 'the headings of the plan' },
  recipients: { sv: 'vem uppdragen riktas till', en: 'whom the assignments are directed to' },
  objective: { sv: 'planens mål', en: 'the objectives of the plan' },
  perspective: { sv: 'planens perspektiv', en: 'the perspectives of the plan' },
  number: { sv: 'nummer, utan rubriker', en: 'number, without headings' },
} as const satisfies Record<string, Localized>;
export type ReportGrouping = keyof typeof reportGroupings;
export const reportGroupingCodes = Object.keys(reportGroupings) as readonly ReportGrouping[];

/** Which assignments a report answers (ASG-36): all of the plans in which the body has a part, or its own and those it chose. */
export const reportSelections = {
  all: { sv: 'alla uppdrag i planen', en: 'all assignments of the plan' },
  own: { sv: 'organets egna uppdrag och de som valts till', en: 'the body’s own assignments and those chosen besides' },
} as const satisfies Record<string, Localized>;
export type ReportSelection = keyof typeof reportSelections;
export const reportSelectionCodes = Object.keys(reportSelections) as readonly ReportSelection[];

/** What of an assignment its place and its heading in a report are worked out from. */
export type PlacedByPlan = {
  readonly number: number | null;
  readonly heading: string | null;
  /** "3.1.3 Att förbättra …" */
  readonly objective: string | null;
  readonly perspective: string | null;
  /** The names of those who perform it, in the order of the plan. */
  readonly recipients: readonly string[];
};

/**
 * The assignments in the order of the report, each with its heading. What comes in the order of the plan keeps it within a group, and the groups
 * come as their first assignment does; what has no group of the kind asked for comes last under "Övriga uppdrag".
 */
export function inReportOrder<T extends PlacedByPlan>(
  assignments: readonly T[],
  grouping: ReportGrouping,
): readonly (T & { readonly groupHeading: string | null })[] {
  if (grouping === 'heading') return assignments.map((one) => ({ ...one, groupHeading: one.heading }));
  if (grouping === 'number') {
    const place = ({ number }: T) => number ?? Number.MAX_SAFE_INTEGER;
    return assignments.toSorted((a, b) => place(a) - place(b)).map((one) => ({ ...one, groupHeading: null }));
  }
  const groups = [...Map.groupBy(assignments, (one) => groupOf(one, grouping))];
  const named = groups.filter(([heading]) => heading !== null);
  const others = groups.filter(([heading]) => heading === null);
  return [...named, ...others].flatMap(([heading, group]) =>
    group.map((one) => ({ ...one, groupHeading: heading ?? (named.length > 0 ? 'Övriga uppdrag' : null) })),
  );
}

function groupOf(one: PlacedByPlan, grouping: 'recipients' | 'objective' | 'perspective'): string | null {
  if (grouping !== 'recipients') return one[grouping];
  return one.recipients.length > 0 ? `Uppdrag till ${swedishList(one.recipients)}` : null;
}

/** The sentence by which the document explains why it does not take up every number of the plan; null when it does. */
export function selectionSentence(
  report: { readonly selection: ReportSelection; readonly body: { readonly kind: BodyKind } },
  chosen: readonly { readonly number: number | null; readonly title: string }[],
): string | null {
  if (report.selection === 'all') return null;
  const noun = bodyNouns[report.body.kind];
  const own = `Här redovisas de uppdrag som riktas till ${noun.definite}`;
  if (chosen.length === 0) return `${own}. Planens övriga uppdrag redovisas av dem som de riktas till.`;
  const names = chosen.map((one) => String(one.number ?? `”${one.title}”`));
  return `${own} och därutöver uppdrag ${swedishList(names)}, som ${noun.definite} har valt att ta upp. Planens övriga uppdrag redovisas av dem som de riktas till.`;
}
