import type { Updateable } from 'kysely';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import type { AgreementRow } from '../../storage/schema/agreements.ts';
import { requireBody } from '../access/index.ts';
import { type AgreementAction, type AgreementState, agreementStateAfter } from './agreement-transitions.ts';

/**
 * Reads an agreement for change: checks that the actor may act for the body that keeps it, and that the action is possible in its state. Every verb
 * on an agreement comes through here. What no body keeps is kept by those who may in the whole authority.
 */
export async function lockAgreement(w: Writer, id: Id<'agreement'>, action: AgreementAction) {
  const row = await lockRow(w, 'agreement', id);
  requireKeeper(w, row.body_id);
  return { ...row, nextState: agreementStateAfter(row.state as AgreementState, action) };
}

/** Who comes by these has been let in by the paper, the decision or the release that the change follows from. */
const letInElsewhere: readonly string[] = ['intake.confirm', 'decision.record', 'meeting.edit', 'release.receive'];

/** Throws `access.denied` unless the actor may act for the body, or in the whole authority where there is none. */
export function requireKeeper(w: Writer, bodyId: Id<'body'> | null): void {
  if (letInElsewhere.includes(w.auth.action)) return;
  if (bodyId !== null) requireBody(w.auth, bodyId);
  else if (w.auth.bodies !== 'all') throw new AppError('access.denied');
}

/** Writes changed columns of a locked agreement and logs them. */
export async function writeAgreement(
  w: Writer,
  before: { readonly id: string; readonly version: number },
  row: Updateable<AgreementRow>,
  summary?: string,
): Promise<void> {
  await w.db
    .updateTable('agreement')
    .set({ ...row, version: before.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', before.id)
    .execute();
  await w.log({ noun: 'agreement', recordId: before.id, before, after: row, ...(summary && { summary }) });
}
