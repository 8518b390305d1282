import type { Id } from '../../kernel/id.ts';
import type { Database, Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import { breaksAppeal, type ProofStep } from './posting-proof.ts';

/** What a look at the boards of an authority adds to the proof of one entry; extensions of spans are written beside (`extendProofs`). */
export type ProbeFinding = {
  readonly noticeId: Id<'boardNotice'>;
  readonly steps: readonly Exclude<ProofStep, { readonly kind: 'extend' }>[];
};

/** Moves the ends of spans forward to the instant at which their entries were seen once more. It is no act of anybody, so the log has no line of it. */
export async function extendProofs(
  db: Database,
  tenantId: Id<'tenant'>,
  ids: readonly Id<'postingProof'>[],
  to: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await db.system('keepProof', (system) =>
    system
      .updateTable('posting_proof')
      .set({ to_at: to })
      .where('tenant_id', '=', tenantId)
      .where('id', 'in', ids)
      .where('to_at', '<', to)
      .execute(),
  );
}

/**
 * Keeps what a look at the boards found that was new: the beginning of a span, or a gap. A gap in a running time of appeal stops its clock: the period
 * counts as not run (KL 13:5) until the entry is put up anew, or somebody states by what else it is known to have been up.
 */
export async function recordProbe(w: Writer<'notice.post'>, findings: readonly ProbeFinding[]): Promise<void> {
  for (const { noticeId, steps } of findings) {
    const notice = await lockRow(w, 'board_notice', noticeId);
    let seq = Math.max(await lastSeq(w, 'posting_proof', noticeId), await lastSeq(w, 'posting_gap', noticeId));
    for (const step of steps) {
      seq += 1;
      const common = {
        tenant_id: w.tenantId,
        id: w.runtime.newId(),
        board_notice_id: noticeId,
        seq,
        from_at: step.from,
        to_at: step.to,
      };
      if (step.kind === 'seen')
        await w.db
          .insertInto('posting_proof')
          .values({ ...common, content_hash: step.hash, how: step.how })
          .execute();
      else
        await w.db
          .insertInto('posting_gap')
          .values({ ...common, reason: step.reason })
          .execute();
    }
    const running =
      notice.appeal_kind !== 'notAppealable' &&
      steps.some((step) => step.kind === 'gap' && breaksAppeal(step.from, { last: notice.appeal_last }));
    if (running && !notice.interrupted)
      await w.db
        .updateTable('board_notice')
        .set({ interrupted: true, version: notice.version + 1 })
        .where('tenant_id', '=', w.tenantId)
        .where('id', '=', noticeId)
        .execute();
    const told = steps.map(({ kind, from, to, ...rest }) => ({ kind, from, to, ...rest }));
    await w.log({ noun: 'boardNotice', recordId: noticeId, summary: 'probed', after: { steps: told, running } });
  }
}

async function lastSeq(
  w: Writer,
  table: 'posting_proof' | 'posting_gap',
  noticeId: Id<'boardNotice'>,
): Promise<number> {
  const { last } = await w.db
    .selectFrom(table as 'posting_gap')
    .select((eb) => eb.fn.max('seq').as('last'))
    .where('tenant_id', '=', w.tenantId)
    .where('board_notice_id', '=', noticeId)
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

/** Notes that the files of some boards are read back each minute from now on: from here a silence is a gap. */
export async function beginProbing(w: Writer<'notice.post'>, boardIds: readonly Id<'noticeBoard'>[]): Promise<void> {
  for (const id of boardIds) {
    const probed_since = w.runtime.now();
    await w.db
      .updateTable('notice_board')
      .set({ probed_since })
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', id)
      .where('probed_since', 'is', null)
      .execute();
    await w.log({ noun: 'noticeBoard', recordId: id, summary: 'probing begun', after: { probed_since } });
  }
}
