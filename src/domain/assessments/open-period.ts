import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import { isAllowedIn } from '../../kernel/transition-table.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { type ContributionState, contributionMay } from './contribution-transitions.ts';
import { type PeriodAction, type PeriodState, periodTransitions } from './period-transitions.ts';

/** Reads a period in which something is asked or written, and holds it until the commit, so that nobody closes it meanwhile. */
export async function takeOpenPeriod(w: Writer, periodId: Id<'period'>, action: PeriodAction) {
  const period = isId(periodId)
    ? await w.db
        .selectFrom('period')
        .selectAll()
        .where('tenant_id', '=', w.tenantId)
        .where('id', '=', periodId)
        .forShare()
        .executeTakeFirst()
    : undefined;
  if (!period) throw new AppError('record.notFound');
  if (!isAllowedIn(periodTransitions, period.state as PeriodState, action))
    throw new AppError('period.closed', { period: period.name });
  return period;
}

/** What contribution is meant: that of a body to an assignment at a period. */
export type ContributionKey = {
  readonly assignmentId: Id<'assignment'>;
  readonly periodId: Id<'period'>;
  readonly bodyId: Id<'body'>;
};

/** The contribution that a text would be, locked, when it was asked for. Throws `contribution.ready` when it may not be written on. */
export async function takeWritableContribution(w: Writer, key: ContributionKey) {
  const found = await w.db
    .selectFrom('contribution')
    .selectAll()
    .where('tenant_id', '=', w.tenantId)
    .where('assignment_id', '=', key.assignmentId)
    .where('period_id', '=', key.periodId)
    .where('body_id', '=', key.bodyId)
    .forUpdate()
    .executeTakeFirst();
  if (found && found.state !== 'withdrawn' && !contributionMay(found.state as ContributionState, 'write'))
    throw new AppError('contribution.ready');
  return found;
}

/** Reads a contribution for change: its period held open, itself locked. */
export async function takeContribution(w: Writer, contributionId: Id<'contribution'>) {
  const { period_id } = await getRow(w, 'contribution', contributionId);
  await takeOpenPeriod(w, period_id, 'write');
  return await lockRow(w, 'contribution', contributionId);
}
