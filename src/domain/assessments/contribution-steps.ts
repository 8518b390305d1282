import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireBody } from '../access/index.ts';
import { type ContributionAction, type ContributionState, contributionStateAfter } from './contribution-transitions.ts';
import { takeContribution } from './open-period.ts';

export type MoveContribution = { readonly contributionId: Id<'contribution'>; readonly expectedVersion: number };

/** Says that a contribution is ready. A text that was carried over must have been changed or confirmed first. */
export async function markReadyContribution(w: Writer<'assessment.write'>, input: MoveContribution): Promise<void> {
  const found = await take(w, input, 'markReady');
  const written = await w.db
    .selectFrom('assessment')
    .leftJoin('assessment as earlier', (join) =>
      join
        .onRef('earlier.tenant_id', '=', 'assessment.tenant_id')
        .onRef('earlier.id', '=', 'assessment.carried_from_id'),
    )
    .leftJoin('period', (join) =>
      join.onRef('period.tenant_id', '=', 'earlier.tenant_id').onRef('period.id', '=', 'earlier.period_id'),
    )
    .select(['assessment.carried_from_id', 'assessment.carried_confirmed_by', 'period.name'])
    .where('assessment.tenant_id', '=', w.tenantId)
    .where('assessment.assignment_id', '=', found.assignment_id)
    .where('assessment.period_id', '=', found.period_id)
    .where('assessment.body_id', '=', found.body_id)
    .forUpdate('assessment')
    .executeTakeFirst();
  if (!written) throw new AppError('contribution.notWritten');
  if (written.carried_from_id !== null && written.carried_confirmed_by === null)
    throw new AppError('contribution.notConfirmed', { period: written.name ?? '' });
  await save(w, found, 'markReady', { ready_at: w.runtime.now(), ready_by: w.auth.actorName });
}

/** Opens a ready contribution again, as long as its period is open. */
export async function reopenContribution(w: Writer<'assessment.write'>, input: MoveContribution): Promise<void> {
  await save(w, await take(w, input, 'reopen'), 'reopen', { ready_at: null, ready_by: null });
}

/** Says that a contribution is not needed after all: nobody is waited for or reminded. */
export async function withdrawContribution(w: Writer<'assessment.write'>, input: MoveContribution): Promise<void> {
  await save(w, await take(w, input, 'withdraw'), 'withdraw', {});
}

/** Asks again for a contribution that was said not to be needed. */
export async function askContributionAgain(w: Writer<'assessment.write'>, input: MoveContribution): Promise<void> {
  await save(w, await take(w, input, 'askAgain'), 'askAgain', {});
}

type Found = Awaited<ReturnType<typeof takeContribution>>;

/** The body itself may move its contribution, and so may the performer that asked it. */
async function take(w: Writer, input: MoveContribution, action: ContributionAction): Promise<Found> {
  const found = await takeContribution(w, input.contributionId);
  const asker = action === 'withdraw' || action === 'askAgain' ? found.part_of_body_id : null;
  const mayAsAsker = asker !== null && (w.auth.bodies === 'all' || w.auth.bodies.includes(asker));
  if (!mayAsAsker) requireBody(w.auth, found.body_id);
  contributionStateAfter(found.state as ContributionState, action);
  return expectVersion(found, input.expectedVersion, input);
}

async function save(
  w: Writer,
  found: Found,
  action: ContributionAction,
  row: { readonly ready_at?: Date | null; readonly ready_by?: string | null },
): Promise<void> {
  const state = contributionStateAfter(found.state as ContributionState, action);
  await w.db
    .updateTable('contribution')
    .set({ ...row, state, version: found.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', found.id)
    .execute();
  await w.log({
    noun: 'contribution',
    recordId: found.id,
    summary: action,
    before: { state: found.state },
    after: { state, ...row },
  });
}
