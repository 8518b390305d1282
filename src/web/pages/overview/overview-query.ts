import * as z from 'zod';
import { type PartyRole, partyRoleNames } from '../../../domain/assignments/index.ts';
import { dueKindNames, type OverviewAxis, quietAfterDays } from '../../../domain/overview/index.ts';
import { optionalChoice, optionalId, optionalWholeNumber } from '../../input.ts';

/** The words by which an address names an axis. */
export const axisWords = {
  body: 'organ',
  goal: 'mal',
  perspective: 'perspektiv',
  year: 'ar',
} as const satisfies Record<OverviewAxis, string>;

/** What of focus areas a list shows. */
export const focusWords = ['behandlade', 'planerade', 'aldrig'] as const;
export type FocusWord = (typeof focusWords)[number];

/** The words of the overview's addresses; like those of lists, what means nothing is left out and never an error. */
export const overviewQuery = z.object({
  ar: optionalWholeNumber({ minimum: 1900, maximum: 2200 }).catch(undefined),
  indelning: optionalChoice(Object.values(axisWords) as [string, ...string[]]).catch(undefined),
  organ: optionalId().catch(undefined),
  roll: optionalChoice(partyRoleNames as [string, ...string[]]).catch(undefined),
  dagar: optionalWholeNumber({ minimum: 1, maximum: 3_650 }).catch(undefined),
  visa: optionalChoice(focusWords).catch(undefined),
  slag: optionalChoice(dueKindNames as [string, ...string[]]).catch(undefined),
});
export type OverviewQuery = z.output<typeof overviewQuery>;

export const axisOf = ({ indelning }: OverviewQuery): OverviewAxis =>
  (Object.keys(axisWords) as OverviewAxis[]).find((axis) => axisWords[axis] === indelning) ?? 'body';

/** The role in which bodies are counted; performers unless told. */
export const roleOf = ({ roll }: OverviewQuery): PartyRole => (roll as PartyRole | undefined) ?? 'performer';

export const daysOf = ({ dagar }: OverviewQuery): number => dagar ?? quietAfterDays;

/** The body that the overview is narrowed to, in the role in which it is counted; nothing when it is about all. */
export function bodyScope(query: OverviewQuery): { readonly bodyId?: string; readonly role?: PartyRole } {
  return query.organ ? { bodyId: query.organ, role: roleOf(query) } : {};
}

/** An address of the overview with what was chosen; what is empty is left out. */
export function overviewHref(path: string, query: Partial<OverviewQuery>): string {
  const entries = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  const search = new URLSearchParams(entries).toString();
  return search ? `${path}?${search}` : path;
}
