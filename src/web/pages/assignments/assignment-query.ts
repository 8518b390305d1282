import * as z from 'zod';
import { latestStatuses, type StatusOrNone } from '../../../domain/assessments/index.ts';
import {
  type AssignmentFilter,
  type AssignmentQuery,
  type AssignmentSort,
  assignmentStateNames,
  partyRoleNames,
} from '../../../domain/assignments/index.ts';
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
  sok: optionalText({ maximum: 200 }).catch(undefined),
  ordning: optionalChoice(sorts).catch(undefined),
  sida: optionalWholeNumber({ minimum: 1, maximum: 100_000 }).catch(undefined),
});
export type AssignmentSelection = z.output<typeof assignmentSelection>;

/** What of a selection narrows the list; order and page do not. */
export const narrowing = ['sok', 'ar', 'organ', 'roll', 'status', 'lage', 'mal'] as const;

/** The address of the list, or of its CSV, with a selection; what is empty is left out, so that the same list has one address. */
export function selectionHref(selection: Partial<AssignmentSelection>, path = '/uppdrag'): string {
  const entries = Object.entries(selection).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)] as const],
  );
  const query = new URLSearchParams(entries.map((entry) => [...entry])).toString();
  return query ? `${path}?${query}` : path;
}

/** The query that answers a selection. A status is followup's knowledge: its reader names the assignments, the list takes them. */
export async function assignmentQueryOf(r: Reader, selection: AssignmentSelection): Promise<AssignmentQuery> {
  const { ar, organ, roll, lage, mal, sok, ordning, sida, status } = selection;
  return {
    ...(ar !== undefined && { year: ar }),
    ...(organ && { bodyId: organ }),
    ...(roll && { role: roll as NonNullable<AssignmentFilter['role']> }),
    ...(lage && { state: lage as NonNullable<AssignmentFilter['state']> }),
    ...(mal && { goalId: mal }),
    ...(sok && { text: sok }),
    ...(status && (await withStatus(r, status as StatusOrNone, ar))),
    ...(ordning && { sort: sortOf[ordning] }),
    ...(sida && { page: sida }),
  };
}

async function withStatus(r: Reader, status: StatusOrNone, year: number | undefined): Promise<AssignmentFilter> {
  const statuses = await latestStatuses(r, year === undefined ? {} : { years: [year] });
  if (status === 'none') return { except: [...statuses.keys()] };
  return { among: [...statuses].filter(([, one]) => one.status === status).map(([id]) => id) };
}
