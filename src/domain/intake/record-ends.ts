import { isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import type { Fields, RecordRef } from './proposal.ts';

/** Records that no proposal of their own becomes: what the first question of a return, or the first goal of a document, lies in; one point of an input. */
export const wholeNouns = ['formReturn', 'goalDocument', 'budgetInputPoint'] as const;
export type WholeNoun = (typeof wholeNouns)[number];

/**
 * One end of a suggested connection: a record of the register, or a proposal that waits to become one. `as` when it is not the record of the proposal
 * that is meant but the one it lies in, or a part of it.
 */
export type RecordEnd = { readonly label: string } & (
  | { readonly noun: string; readonly recordId: string }
  | { readonly proposalId: string; readonly as?: WholeNoun }
);

/** The record that an end is, or has become; undefined while its proposal waits for confirmation or was rejected. */
export async function recordAt(r: Reader, end: RecordEnd | undefined): Promise<RecordRef | undefined> {
  return (await recordsAt(r, [end]))[0];
}

/** The same for many ends, in their order: as many queries for many as for one. */
export async function recordsAt(
  r: Reader,
  ends: readonly (RecordEnd | undefined)[],
): Promise<readonly (RecordRef | undefined)[]> {
  const asked = ends.flatMap((end) => (end && 'proposalId' in end && isId(end.proposalId) ? [end] : []));
  const made = await recordsMadeOf(r, [...new Set(asked.map(({ proposalId }) => proposalId))]);
  const wholes = new Map<string, string>();
  for (const noun of wholeNouns) {
    const parts = asked.flatMap(({ as, proposalId }) => (as === noun ? (made.get(proposalId) ?? []) : []));
    for (const [part, whole] of parts.length > 0 ? await wholesOf[noun](r, parts) : [])
      wholes.set(`${noun} ${part}`, whole);
  }
  return ends.map((end) => {
    if (!end) return undefined;
    if ('recordId' in end) return { noun: end.noun, id: end.recordId };
    const record = made.get(end.proposalId);
    if (!record || end.as === undefined) return record && { noun: record.noun, id: record.id };
    const id = wholes.get(`${end.as} ${record.proposalId}`);
    return id === undefined ? undefined : { noun: end.as, id };
  });
}

type MadeRecord = RecordRef & { readonly proposalId: string; readonly fields: Fields };

async function recordsMadeOf(r: Reader, proposalIds: readonly string[]): Promise<ReadonlyMap<string, MadeRecord>> {
  if (proposalIds.length === 0) return new Map();
  const rows = await r.db
    .selectFrom('proposal')
    .select(['id', 'record_noun', 'record_id', 'fields'])
    .where('tenant_id', '=', r.tenantId)
    .where('id', 'in', proposalIds)
    .execute();
  return new Map(
    rows.flatMap(({ id, record_noun, record_id, fields }): [string, MadeRecord][] =>
      record_noun && record_id ? [[id, { noun: record_noun, id: record_id, proposalId: id, fields }]] : [],
    ),
  );
}

/** The records that lie around, or within, those that some proposals became, by proposal. */
type FindWholes = (r: Reader, parts: readonly MadeRecord[]) => Promise<readonly (readonly [string, string])[]>;

const wholesOf: Readonly<Record<WholeNoun, FindWholes>> = {
  formReturn: async (r, parts) => {
    const rows = await r.db
      .selectFrom('form_answer')
      .select(['id', 'form_return_id as whole'])
      .where('tenant_id', '=', r.tenantId)
      .where('id', 'in', idsOf(parts))
      .execute();
    return parts.flatMap(({ id, proposalId }) => pair(proposalId, rows.find((row) => row.id === id)?.whole));
  },
  goalDocument: async (r, parts) => {
    const rows = await r.db
      .selectFrom('goal')
      .select(['id', 'goal_document_id as whole'])
      .where('tenant_id', '=', r.tenantId)
      .where('id', 'in', idsOf(parts))
      .execute();
    return parts.flatMap(({ id, proposalId }) => pair(proposalId, rows.find((row) => row.id === id)?.whole));
  },
  budgetInputPoint: async (r, parts) => {
    const rows = await r.db
      .selectFrom('budget_input_point')
      .select(['id', 'number', 'budget_input_id as input'])
      .where('tenant_id', '=', r.tenantId)
      .where('budget_input_id', 'in', idsOf(parts))
      .execute();
    return parts.flatMap(({ id, proposalId, fields }) =>
      pair(proposalId, rows.find((row) => row.input === id && row.number === fields.number)?.id),
    );
  },
};

const idsOf = (parts: readonly MadeRecord[]) => [...new Set(parts.map(({ id }) => id))];
const pair = (a: string, b: string | undefined): readonly (readonly [string, string])[] =>
  b === undefined ? [] : [[a, b]];
