import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import type { BudgetInput } from './budget-input.ts';
import { getBudgetInput } from './budget-input-reader.ts';

/** Reads an input for change: locked, so that two who change it come one after the other. */
export async function lockInput(w: Writer, id: Id<'budgetInput'>): Promise<BudgetInput> {
  await lockRow(w, 'budget_input', id);
  return await getBudgetInput(w, id);
}

/**
 * The same for a step of one side: the right on the body that gives or receives it first, then the version that was seen, so that nobody is told
 * the words of a record that is not theirs to change.
 */
export async function takeInput(
  w: Writer,
  input: { readonly inputId: Id<'budgetInput'>; readonly expectedVersion: number },
  side: 'giver' | 'receiver',
  written?: unknown,
): Promise<BudgetInput> {
  const found = await lockInput(w, input.inputId);
  const body = side === 'giver' ? found.body : found.to;
  if (!body) throw new AppError('record.invalid', {}, [{ path: 'toBodyId', key: 'input.noReceiver' }]);
  requireBody(w.auth, body.id);
  return expectVersion(found, input.expectedVersion, written);
}

type InputRow = {
  readonly title?: string;
  readonly opening?: string;
  readonly dated_on?: string | null;
  readonly to_body_id?: string | null;
  readonly matter_id?: string | null;
  readonly state?: string;
  readonly discussed_item_id?: string | null;
  readonly discussed_on?: string | null;
  readonly decided_by_decision_id?: string | null;
  readonly decided_on?: string | null;
  readonly sent_on?: string | null;
  readonly received_item_id?: string | null;
  readonly answered_on?: string | null;
  readonly frozen_tree?: string | null;
  readonly frozen_hash?: string | null;
};

/** Writes what changed of an input and counts its version, also when only its points changed. */
export async function saveInput(
  w: Writer,
  before: Pick<BudgetInput, 'id' | 'version'>,
  after: InputRow,
  summary: string,
  told: object = {},
): Promise<void> {
  await w.db
    .updateTable('budget_input')
    .set({ ...after, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  const { frozen_tree: _, ...said } = after;
  await w.log({ noun: 'budgetInput', recordId: before.id, summary, after: { ...said, ...told } });
}

/** Keeps the letter as it stands now, because something is done with it: what was discussed can be read when something else was decided. */
export async function keepInputVersion(w: Writer, id: Id<'budgetInput'>, reason: string): Promise<void> {
  const { title, opening, points } = await getBudgetInput(w, id);
  const { last } = await w.db
    .selectFrom('budget_input_version')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('tenant_id', '=', w.tenantId)
    .where('budget_input_id', '=', id)
    .executeTakeFirstOrThrow();
  const content = { title, opening, points: points.map(({ number, text }) => ({ number, text })) };
  await w.db
    .insertInto('budget_input_version')
    .values({
      tenant_id: w.tenantId,
      budget_input_id: id,
      number: (last ?? 0) + 1,
      reason,
      content: JSON.stringify(content),
      kept_on: w.runtime.today(),
      kept_by: w.auth.actorName,
    })
    .execute();
}
