import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { requireUndecided } from './decided-items.ts';
import { meetingStateAfter } from './meeting-transitions.ts';
import { lockItem } from './meeting-writer.ts';
import { type Memo, type MemoContent, memoGaps, memoProblems } from './memo.ts';
import { findMemo } from './memo-reader.ts';
import { type MemoAction, type MemoState, memoStateAfter } from './memo-transitions.ts';

export type WriteMemo = {
  readonly itemId: Id<'agendaItem'>;
  /** The version that was seen; 0 when there was none. */
  readonly expectedVersion: number;
  readonly content: MemoContent;
};

/** Writes the memo of an item, begun with the first save. Officials write it too, so it asks for a right of its own. */
export async function writeMemo(w: Writer<'memo.write'>, input: WriteMemo): Promise<void> {
  const memo = await lockMemo(w, input.itemId);
  expectVersion(memo ?? { version: 0 }, input.expectedVersion, input.content);
  if (memo) memoStateAfter(memo.state, 'write');
  refuseProblems(memoProblems(input.content));
  const row = rowOf(input.content);
  if (memo) await saveMemo(w, memo, row);
  else
    await w.db
      .insertInto('memo')
      .values({ tenant_id: w.tenantId, id: w.runtime.newId(), agenda_item_id: input.itemId, state: 'draft', ...row })
      .execute();
  await w.log({ noun: 'agendaItem', recordId: input.itemId, summary: 'memo', before: memo, after: input.content });
}

export type MoveMemo = {
  readonly itemId: Id<'agendaItem'>;
  readonly action: Exclude<MemoAction, 'write'>;
  readonly expectedVersion: number;
};

/** Says that a memo is ready for the notice, or takes that back. What is ready has its consequences answered. */
export async function moveMemo(w: Writer<'memo.write'>, input: MoveMemo): Promise<MemoState> {
  const memo = await lockMemo(w, input.itemId);
  const found = expectVersion(memo ?? { version: 0, state: 'draft' as const }, input.expectedVersion);
  const state = memoStateAfter(found.state, input.action);
  if (!memo) refuseProblems([{ path: 'summary', key: 'validation.required' }]);
  else {
    if (input.action === 'finish') refuseProblems(memoGaps(memo));
    await saveMemo(w, memo, { state });
  }
  await w.log({
    noun: 'agendaItem',
    recordId: input.itemId,
    summary: `memo ${input.action}`,
    before: { state: found.state },
    after: { state },
  });
  return state;
}

async function lockMemo(w: Writer, itemId: Id<'agendaItem'>): Promise<Memo | undefined> {
  const { meeting } = await lockItem(w, itemId);
  meetingStateAfter(meeting.state, 'changeAgenda');
  await requireUndecided(w, itemId);
  return await findMemo(w, itemId);
}

async function saveMemo(w: Writer, memo: Memo, row: Partial<ReturnType<typeof rowOf>> & { readonly state?: string }) {
  await w.db
    .updateTable('memo')
    .set({ ...row, version: memo.version + 1 })
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', memo.id)
    .execute();
}

function rowOf({ unit, officer, sections, noConsequences, basis, signatures, recipients }: MemoContent) {
  return {
    unit: unit?.trim() || null,
    officer: officer?.trim() || null,
    sections: JSON.stringify(sections),
    no_consequences: JSON.stringify(noConsequences),
    basis: JSON.stringify(basis),
    signatures: JSON.stringify(signatures),
    recipients: JSON.stringify(recipients),
  };
}
