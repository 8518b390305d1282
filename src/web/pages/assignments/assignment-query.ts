import * as z from 'zod';
import { latestStatuses } from '../../../domain/assessments/index.ts';
import {
  type AssignmentFilter,
  type AssignmentQuery,
  type AssignmentSort,
  assignmentStateNames,
  partyRoleNames,
} from '../../../domain/assignments/index.ts';
import { quietAssignments } from '../../../domain/overview/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Reader } from '../../contracts.ts';
import { optionalChoice, optionalId, optionalText, optionalWholeNumber } from '../../input.ts';
import { statusOrder } from './status-look.ts';

const sorts = ['nyast', 'aldst', 'rubrik', 'rubrik-omvant', 'forfaller'] as const;
const sortOf: Readonly<Record<(typeof sorts)[number], AssignmentSort>> = {
  nyast: 'newest',
  aldst: 'oldest',
  rubrik: 'title',
  'rubrik-omvant': 'titleReverse',
  forfaller: 'due',
};

/** The words of the list's address. An address is typed, shortened and sent around: a word that means nothing is left out, never an error. */
export const assignmentSelection = z.object({
  ar: optionalWholeNumber({ minimum: 1900, maximum: 2200 }).catch(undefined),
  organ: optionalId().catch(undefined),
  roll: optionalChoice(partyRoleNames as [string, ...string[]]).catch(undefined),
  lage: optionalChoice(assignmentStateNames as [string, ...string[]]).catch(undefined),
  status: optionalChoice(statusOrder as [string, ...string[]]).catch(undefined),
  mal: optionalId().catch(undefined),
  // What the figures of the overview count, beside what the list can be asked by hand.
  perspektiv: optionalText({ maximum: 200 }).catch(undefined),
  saknar: optionalChoice(['goal', 'perspective', ...partyRoleNames] as [string, ...string[]]).catch(undefined),
  period: optionalId().catch(undefined),
  tyst: optionalWholeNumber({ minimum: 1, maximum: 3_650 }).catch(undefined),
  mott: optionalChoice(['aldrig']).catch(undefined),
  sok: optionalText({ maximum: 200 }).catch(undefined),
  ordning: optionalChoice(sorts).catch(undefined),
  sida: optionalWholeNumber({ minimum: 1, maximum: 100_000 }).catch(undefined),
});
export type AssignmentSelection = z.output<typeof assignmentSelection>;

/** What of a selection narrows the list; order and page do not. */
export const narrowing = [
  'sok',
  'ar',
  'organ',
  'roll',
  'status',
  'lage',
  'mal',
  'perspektiv',
  'saknar',
  'period',
  'tyst',
  'mott',
] as const;

/** What narrows the list without a field of its own: it comes from a figure of the overview and is told in words above the list. */
export const narrowingInWords = ['perspektiv', 'saknar', 'period', 'tyst', 'mott'] as const;

/** The address of the list, or of its CSV, with a selection; what is empty is left out, so that the same list has one address. */
export function selectionHref(selection: Partial<AssignmentSelection>, path = '/uppdrag'): string {
  const entries = Object.entries(selection).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)] as const],
  );
  const query = new URLSearchParams(entries.map((entry) => [...entry])).toString();
  return query ? `${path}?${query}` : path;
}

/**
 * The query that answers a selection. A status is followup's knowledge, and quiet is what the overview counts: their readers name the assignments,
 * the list takes them.
 */
export async function assignmentQueryOf(
  r: Reader,
  selection: AssignmentSelection,
  today: CivilDate,
): Promise<AssignmentQuery> {
  const { ar, organ, roll, lage, mal, perspektiv, saknar, sok, ordning, sida } = selection;
  const filter: AssignmentFilter = {
    ...(ar !== undefined && { year: ar }),
    ...(organ && { bodyId: organ }),
    ...(roll && { role: roll as NonNullable<AssignmentFilter['role']> }),
    ...(lage && { state: lage as NonNullable<AssignmentFilter['state']> }),
    ...(mal && { goalId: mal }),
    ...(perspektiv && { perspective: perspektiv }),
    ...(saknar && { lacking: saknar as NonNullable<AssignmentFilter['lacking']> }),
    ...(sok && { text: sok }),
  };
  const { except, among } = await withStatus(r, selection);
  const named = [
    ...(among ? [among] : []),
    ...(selection.tyst === undefined
      ? []
      : [await quietAssignments(r, filter, { kind: 'unheard', days: selection.tyst }, today)]),
    ...(selection.mott ? [await quietAssignments(r, filter, { kind: 'neverMet' }, today)] : []),
  ];
  return {
    ...filter,
    ...(except && { except }),
    ...(named.length > 0 && { among: namedByAll(named) }),
    ...(ordning && { sort: sortOf[ordning] }),
    ...(sida && { page: sida }),
  };
}

/** What every list has. */
function namedByAll([first = [], ...others]: readonly (readonly string[])[]): readonly string[] {
  const sets = others.map((ids) => new Set(ids));
  return first.filter((id) => sets.every((ids) => ids.has(id)));
}

/** The assignments of a status, as of now or of one period; a period without a status names those of which something was said at it. */
async function withStatus(
  r: Reader,
  { status, ar, period }: AssignmentSelection,
): Promise<Pick<AssignmentFilter, 'among' | 'except'>> {
  if (!status && !period) return {};
  const statuses = await latestStatuses(r, {
    ...(ar !== undefined && { years: [ar] }),
    ...(period && { periodId: period }),
  });
  if (!status) return { among: [...statuses.keys()] };
  if (status === 'none') return { except: [...statuses.keys()] };
  return { among: [...statuses].filter(([, one]) => one.status === status).map(([id]) => id) };
}
