import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { personalNumberProblems } from '../../kernel/personal-number.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { requireBody } from '../access/index.ts';
import { breaksAppeal, type GapReason } from './posting-proof.ts';

/** The gaps in which nobody looked: another witness can say what was on the board. An entry that was seen to be gone was gone, whatever anybody states. */
export const statableReasons: readonly GapReason[] = ['notProbed', 'unreachable', 'clock'];

/**
 * States by what else it is known that an entry was to be seen while nobody here looked: the log of the web server that shows the files, a picture of the
 * board on the premises. The statement is kept beside the gap with who made it. When no other gap is left, the time of appeal counts as run.
 */
export async function stateGap(
  w: Writer<'notice.post'>,
  input: { readonly noticeId: Id<'boardNotice'>; readonly statement: string },
): Promise<void> {
  const notice = await lockRow(w, 'board_notice', input.noticeId);
  requireBody(w.auth, notice.body_id);
  const statement = input.statement.trim();
  refuseProblems([
    ...(statement ? [] : [{ path: 'statement', key: 'notice.statement' }]),
    ...personalNumberProblems({ statement }),
  ]);
  const open = await openGaps(w, notice.id);
  const answered = open.filter(({ reason }) => statableReasons.includes(reason as GapReason));
  if (answered.length === 0) throw new AppError('notice.noGap');
  await w.db
    .insertInto('posting_gap_statement')
    .values(
      answered.map(({ id }) => ({
        tenant_id: w.tenantId,
        id: w.runtime.newId(),
        posting_gap_id: id,
        statement,
        stated_by: w.auth.actorName,
        stated_at: w.runtime.now(),
      })),
    )
    .execute();
  const posted = await lastEvent(w, notice.id, 'posted');
  const hidden = await lastEvent(w, notice.id, 'hidden');
  const left = open.filter(
    (gap) =>
      !answered.includes(gap) &&
      (posted === null || gap.to_at > posted) &&
      breaksAppeal(gap.from_at, { last: notice.appeal_last }),
  );
  const whole = left.length === 0 && (hidden === null || (posted !== null && hidden <= posted));
  if (notice.interrupted && whole)
    await w.db
      .updateTable('board_notice')
      .set({ interrupted: false, version: notice.version + 1 })
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', notice.id)
      .execute();
  const after = { statement, gaps: answered.map(({ id }) => id), left: left.length };
  await w.log({ noun: 'boardNotice', recordId: notice.id, summary: 'gap stated', after });
}

async function openGaps(w: Writer, noticeId: Id<'boardNotice'>) {
  return await w.db
    .selectFrom('posting_gap')
    .leftJoin('posting_gap_statement as told', (join) =>
      join.onRef('told.tenant_id', '=', 'posting_gap.tenant_id').onRef('told.posting_gap_id', '=', 'posting_gap.id'),
    )
    .select(['posting_gap.id', 'posting_gap.reason', 'posting_gap.from_at', 'posting_gap.to_at'])
    .where('posting_gap.tenant_id', '=', w.tenantId)
    .where('posting_gap.board_notice_id', '=', noticeId)
    .where('told.id', 'is', null)
    .execute();
}

async function lastEvent(w: Writer, noticeId: Id<'boardNotice'>, kind: 'posted' | 'hidden'): Promise<Date | null> {
  const { at } = await w.db
    .selectFrom('board_notice_event')
    .select((eb) => eb.fn.max('happened_at').as('at'))
    .where('tenant_id', '=', w.tenantId)
    .where('board_notice_id', '=', noticeId)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow();
  return at;
}
