import type { Localized } from '../../kernel/language.ts';
import { type Connected, type ConnectionKind, connectionKinds } from '../connections/index.ts';

/** How one record stands to another in a thread: what somebody said of the two, or where the one lies in the other. Read as "from – kind – to". */
export const recordLinkKinds = {
  ...connectionKinds,
  within: { sv: 'hör till', en: 'belongs to' },
  serves: { sv: 'bidrar till', en: 'serves' },
} as const satisfies Record<string, Localized>;
export type RecordLinkKind = ConnectionKind | 'within' | 'serves';

/** Two records of the register that stand together, whatever table says so. */
export type RecordLink = {
  readonly from: Connected;
  readonly to: Connected;
  readonly kind: RecordLinkKind;
  /** Why somebody says so; null where the register's own structure does. */
  readonly reason: string | null;
  /** Awaits a person's confirmation. */
  readonly proposed: boolean;
};

/** What is about so much that everything behind it is another thread: it is shown as a station, and the thread does not go on through it. */
const crossroads: ReadonlySet<string> = new Set([
  'goalDocument',
  'goal',
  'formReturn',
  'nationalReport',
  'focusArea',
  'planPoint',
  'meeting',
  'budgetInput',
]);

/** The records at which a walk along the links goes on: those that the last round reached first, without the crossroads. */
export function goOnFrom(links: readonly RecordLink[], reached: ReadonlySet<string>): readonly Connected[] {
  const ends = links.flatMap(({ from, to }) => [from, to]);
  const onward = ends.filter(({ noun, id }) => !reached.has(id) && !crossroads.has(noun));
  return [...new Map(onward.map((one) => [one.id, one])).values()];
}

/** A record that a walk reached: in how many steps, and by which links it hangs on records nearer the beginning or as near. */
export type ReachedRecord = Connected & {
  readonly steps: number;
  readonly links: readonly RecordLink[];
  /** Whether no way of confirmed links leads to it. */
  readonly proposed: boolean;
};

/**
 * Walks from some records along links and tells what is reached, each record once, whatever the order of the links and whether they go in a ring.
 * Confirmed links are walked first, so that a record is proposed only when nothing but a proposal leads to it.
 */
export function reach(
  start: readonly string[],
  links: readonly RecordLink[],
  furthest: number,
): readonly ReachedRecord[] {
  const sorted = [...links].sort((a, b) => keyOf(a).localeCompare(keyOf(b)));
  const confirmed = stepsFrom(
    start,
    sorted.filter(({ proposed }) => !proposed),
    furthest,
  );
  const all = stepsFrom(start, sorted, furthest);
  const nouns = new Map(sorted.flatMap(({ from, to }) => [from, to]).map(({ id, noun }) => [id, noun]));
  return [...all]
    .filter(([, steps]) => steps > 0)
    .map(([id, steps]) => ({
      noun: nouns.get(id)!,
      id,
      steps: confirmed.get(id) ?? steps,
      links: sorted.filter(({ from, to }) => leadsTo(id, from.id, to.id, all) || leadsTo(id, to.id, from.id, all)),
      proposed: !confirmed.has(id),
    }));
}

function leadsTo(id: string, end: string, other: string, steps: ReadonlyMap<string, number>): boolean {
  return end === id && (steps.get(other) ?? Number.POSITIVE_INFINITY) < steps.get(id)!;
}

/** How many steps each record lies from the beginning, in rounds. */
function stepsFrom(
  start: readonly string[],
  links: readonly RecordLink[],
  furthest: number,
): ReadonlyMap<string, number> {
  const steps = new Map(start.map((id) => [id, 0]));
  const closed = new Set(
    links
      .flatMap(({ from, to }) => [from, to])
      .filter(({ noun }) => crossroads.has(noun))
      .map(({ id }) => id),
  );
  for (let round = 1; round <= furthest; round += 1) {
    const from = (id: string) => steps.get(id) === round - 1 && (round === 1 || !closed.has(id));
    for (const { from: a, to: b } of links) {
      if (from(a.id) && !steps.has(b.id)) steps.set(b.id, round);
      if (from(b.id) && !steps.has(a.id)) steps.set(a.id, round);
    }
  }
  return steps;
}

/** The groups of records that hang together, largest first: each link lies in one group and each record in one. */
export function connectedGroups(links: readonly RecordLink[]): readonly (readonly Connected[])[] {
  const groupOf = new Map<string, Connected[]>();
  for (const { from, to } of links) {
    const [a, b] = [groupOf.get(from.id) ?? [from], groupOf.get(to.id) ?? [to]];
    if (a === b) continue;
    const [large, small] = a.length >= b.length ? [a, b] : [b, a];
    large.push(...small);
    for (const one of [...small, from, to]) groupOf.set(one.id, large);
  }
  return [...new Set(groupOf.values())]
    .map((group) => group.toSorted((a, b) => a.id.localeCompare(b.id)))
    .sort((a, b) => b.length - a.length || a[0]!.id.localeCompare(b[0]!.id));
}

function keyOf({ from, to, kind, reason, proposed }: RecordLink): string {
  return `${from.id} ${to.id} ${kind} ${proposed} ${reason ?? ''}`;
}
