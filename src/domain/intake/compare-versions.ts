import type { Proposal } from './proposal.ts';

/** What tells two versions of one paper apart, proposal by proposal. */
export type VersionComparison = {
  /** Says the same in both. */
  readonly unchanged: readonly VersionPair[];
  /** Is about the same thing, and says something else. */
  readonly changed: readonly VersionPair[];
  /** Only in the later version. */
  readonly added: readonly Proposal[];
  /** Only in the earlier version. */
  readonly gone: readonly Proposal[];
};
export type VersionPair = { readonly earlier: Proposal; readonly later: Proposal };

/**
 * The fields by which one knows that two proposals are about the same thing. Types that are not here have no name of their own: a row that says
 * something else is another row. Links and names of bodies rest on the register and not on the paper, so that they are not compared.
 */
const identity: Readonly<Record<string, readonly string[]>> = {
  assignment: ['year', 'number'],
  reportEntry: ['year', 'number'],
  goal: ['perspective', 'heading'],
  meeting: ['body', 'date'],
  meetingDate: ['body', 'date'],
  seat: ['body', 'kind', 'person'],
  attendance: ['person'],
  agendaItem: ['number', 'numberSuffix'],
  timeslot: ['start'],
  planActivity: ['body', 'date', 'category'],
  decision: ['item'],
  decisionStep: ['body', 'date'],
  budgetInputPoint: ['number'],
  agreement: ['name'],
  consultationResponse: ['respondent'],
  populationRow: ['municipality', 'group'],
  indicator: ['name', 'asOf'],
  question: ['number'],
};

/** Types that are proposed on the strength of the register, and not read in the paper. */
const notRead = ['bodyAlias', 'assignmentLink', 'recordLink'];

/**
 * Compares what was read in two versions of a paper. What a person corrected in the earlier one is compared as it was read: where the paper says
 * the same again, the correction still holds.
 */
export function compareVersions(earlier: readonly Proposal[], later: readonly Proposal[]): VersionComparison {
  const before = earlier.filter(({ type }) => !notRead.includes(type));
  const after = later.filter(({ type }) => !notRead.includes(type));
  const unchanged = pairs(before, after, ({ type, originalFields }) => `${type} ${stable(originalFields)}`);
  const rest = (all: readonly Proposal[], taken: readonly Proposal[]) => all.filter((one) => !taken.includes(one));
  const leftBefore = rest(
    before,
    unchanged.map((pair) => pair.earlier),
  );
  const leftAfter = rest(
    after,
    unchanged.map((pair) => pair.later),
  );
  const changed = pairs(leftBefore, leftAfter, ({ type, originalFields }) => {
    const names = identity[type];
    if (!names || names.every((name) => (originalFields[name] ?? null) === null)) return undefined;
    return `${type} ${stable(names.map((name) => originalFields[name] ?? null))}`;
  });
  return {
    unchanged,
    changed,
    added: rest(
      leftAfter,
      changed.map((pair) => pair.later),
    ),
    gone: rest(
      leftBefore,
      changed.map((pair) => pair.earlier),
    ),
  };
}

/** Whether two readings are versions of one paper: most of what the later one says stands, or is changed, in the earlier one. */
export function isLaterVersion({ unchanged, changed, added }: VersionComparison): boolean {
  const all = unchanged.length + changed.length + added.length;
  return unchanged.length > 0 && unchanged.length >= all * 0.3 && unchanged.length + changed.length >= all * 0.5;
}

/** Pairs those with the same key; where several have it, in the order in which they stand. */
function pairs(
  before: readonly Proposal[],
  after: readonly Proposal[],
  keyOf: (one: Proposal) => string | undefined,
): readonly VersionPair[] {
  const waiting = Map.groupBy(before, keyOf);
  return after.flatMap((later) => {
    const key = keyOf(later);
    const earlier = key === undefined ? undefined : waiting.get(key)?.shift();
    return earlier ? [{ earlier, later }] : [];
  });
}

/** A value as text, with the names of its fields in order: the database keeps them in another one than the reader wrote. */
function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, one]) => one !== undefined && one !== null);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => `${name}:${stable(one)}`)
    .join(',')}}`;
}
