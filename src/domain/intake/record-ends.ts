import { isId } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { listBudgetInputs } from '../followup/index.ts';
import type { RecordRef } from './proposal.ts';

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
  if (!end) return undefined;
  if ('recordId' in end) return { noun: end.noun, id: end.recordId };
  if (!isId(end.proposalId)) return undefined;
  const row = await r.db
    .selectFrom('proposal')
    .select(['record_noun', 'record_id', 'fields'])
    .where('tenant_id', '=', r.tenantId)
    .where('id', '=', end.proposalId)
    .executeTakeFirst();
  if (!row?.record_noun || !row.record_id) return undefined;
  if (end.as === undefined) return { noun: row.record_noun, id: row.record_id };
  const id = await wholes[end.as](r, row.record_id, row.fields);
  return id === undefined ? undefined : { noun: end.as, id };
}

type FindWhole = (
  r: Reader,
  recordId: string,
  fields: Readonly<Record<string, unknown>>,
) => Promise<string | undefined>;

const wholes: Readonly<Record<WholeNoun, FindWhole>> = {
  formReturn: async (r, id) =>
    (
      await r.db
        .selectFrom('form_answer')
        .select('form_return_id as id')
        .where('tenant_id', '=', r.tenantId)
        .where('id', '=', id)
        .executeTakeFirst()
    )?.id,
  goalDocument: async (r, id) =>
    (
      await r.db
        .selectFrom('goal')
        .select('goal_document_id as id')
        .where('tenant_id', '=', r.tenantId)
        .where('id', '=', id)
        .executeTakeFirst()
    )?.id,
  budgetInputPoint: async (r, id, { number }) =>
    (await listBudgetInputs(r, { id }))[0]?.points.find((point) => point.number === number)?.id,
};
