import { isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import {
  type Assignment,
  type AssignmentRef,
  formatAssignmentRef,
  listAssignmentsById,
  listAssignmentsByRef,
  parseAssignmentRef,
  shortTitle,
} from '../assignments/index.ts';

/** One end of a suggested link: an assignment of the register, or one that is still a proposal of some file. */
export type LinkEnd = { readonly label: string; readonly assignmentId?: string; readonly proposalId?: string };

/** How an end is shown: "2023:4 Följa processen …", or the year alone where the plan does not number. */
export function assignmentLabelOf(of: {
  readonly year: number;
  readonly number: number | null;
  readonly text: string;
}): string {
  return `${of.number === null ? of.year : `${of.year}:${of.number}`} ${shortTitle(of.text)}`;
}

/** An end as a proposal has it: what stands in its field now, typed or untouched, and the end that the intake meant. */
export type NamedEnd = { readonly typed: unknown; readonly end: LinkEnd | undefined };

/**
 * The assignment that an end means now: a reference that a person typed in its place, the one of the register, or the one that the proposal has
 * become. Undefined while that proposal waits for confirmation.
 */
export async function assignmentAt(
  r: Reader,
  typed: unknown,
  end: LinkEnd | undefined,
): Promise<Assignment | undefined> {
  return (await assignmentsAt(r, [{ typed, end }]))[0];
}

/** The same for many ends, in their order: as many queries for many as for one. */
export async function assignmentsAt(
  r: Reader,
  ends: readonly NamedEnd[],
): Promise<readonly (Assignment | undefined)[]> {
  const refs = ends.map(typedRef);
  const byRef = await listAssignmentsByRef(
    r,
    refs.flatMap((ref) => ref ?? []),
  );
  const meant = ends.flatMap(({ end }, index) => (refs[index] || !end ? [] : end));
  const made = await assignmentsMadeOf(
    r,
    meant.flatMap(({ assignmentId, proposalId }) => (assignmentId ? [] : (proposalId ?? []))),
  );
  const idOf = (end: LinkEnd | undefined) => end?.assignmentId ?? made.get(end?.proposalId ?? '');
  const byId = await listAssignmentsById(r, meant.map(idOf).filter((id) => id !== undefined && isId(id)) as string[]);
  return ends.map(({ end }, index) => {
    const ref = refs[index];
    return ref ? byRef.find((one) => one.ref === formatAssignmentRef(ref)) : byId.find((one) => one.id === idOf(end));
  });
}

function typedRef({ typed, end }: NamedEnd): AssignmentRef | undefined {
  return typeof typed === 'string' && typed !== end?.label ? parseAssignmentRef(typed.split(/\s/)[0]!) : undefined;
}

/** The assignments that confirmed proposals have become, by proposal. */
async function assignmentsMadeOf(r: Reader, proposalIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = proposalIds.filter(isId);
  if (ids.length === 0) return new Map();
  const rows = await r.db
    .selectFrom('proposal')
    .select(['id', 'record_id'])
    .where('tenant_id', '=', r.tenantId)
    .where('id', 'in', ids)
    .where('record_noun', '=', 'assignment')
    .execute();
  return new Map(rows.flatMap(({ id, record_id }): [string, string][] => (record_id ? [[id, record_id]] : [])));
}
