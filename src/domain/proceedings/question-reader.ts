import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { questionOf } from './proceedings-rows.ts';
import type { NotifiedQuestion } from './question.ts';

/** The questions that were announced to a meeting, in the order in which they came; those it took over from the meeting before among them. */
export async function listQuestions(r: Reader, meetingId: Id<'meeting'>): Promise<readonly NotifiedQuestion[]> {
  const rows = await r.db
    .selectFrom('notified_question')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('meeting_id', '=', meetingId)
    .orderBy('position')
    .execute();
  return rows.map(questionOf);
}
