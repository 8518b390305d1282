import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { getRow, lockRow } from '../../storage/get-row.ts';
import { type GivenAnswer, writeAnswer } from './answer-writer.ts';
import type { Summons } from './summons.ts';
import { findOwnSummons, getSummons } from './summons-reader.ts';

/** The answer of somebody who is signed in, to the summons of the person whose account it is: nobody answers for another. */
export async function answerSummons(
  w: Writer<'summons.answer'>,
  input: GivenAnswer & { readonly meetingId: Id<'meeting'>; readonly expectedVersion: number },
): Promise<void> {
  await getRow(w, 'meeting', input.meetingId);
  const own = await findOwnSummons(w, input.meetingId);
  if (!own) throw new AppError('summons.notYours');
  await writeAnswer(w, await lockedSummons(w, own.id, input.expectedVersion), input, 'account');
}

/** What somebody told the secretary, by telephone or in the corridor. */
export async function noteSummonsAnswer(
  w: Writer<'meeting.edit'>,
  input: GivenAnswer & { readonly summonsId: Id<'summons'>; readonly expectedVersion: number },
): Promise<void> {
  await writeAnswer(w, await lockedSummons(w, input.summonsId, input.expectedVersion), input, 'secretary');
}

/** `expected` is the version of the answer that was seen, 0 when there was none: an answer that came meanwhile is shown beside one's own. */
async function lockedSummons(w: Writer, id: Id<'summons'>, expected: number) {
  await lockRow(w, 'summons', id);
  const summons = await getSummons(w, id);
  if ((summons.answer?.version ?? 0) !== expected)
    throw new AppError('record.changedMeanwhile', {}, { current: currentOf(summons) });
  return summons;
}

function currentOf({ answer }: Summons) {
  return answer && { answer: answer.code, note: answer.note, version: answer.version };
}
