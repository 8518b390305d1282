import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { expectVersion } from '../../storage/version.ts';
import { takeBackDecision } from '../decisions/index.ts';
import { lockItemScene, logItem } from './item-scene.ts';
import { writeOutcome } from './proceedings-writer.ts';

/**
 * Takes back how an item ended, because it was noted by a slip: its decisions are proposals again, with the clauses of the notice, and one that no
 * notice proposed is gone. It can be done until the text of the § is sent to be signed. Dissent was about the decision, so it is taken back first.
 */
export async function takeBackOutcome(
  w: Writer<'meeting.conduct'>,
  input: { readonly itemId: Id<'agendaItem'>; readonly expectedVersion: number },
): Promise<void> {
  const { proceedings } = await lockItemScene(w, input.itemId);
  const before = expectVersion(proceedings.outcome, input.expectedVersion);
  if (proceedings.dissents.some((one) => one.kind === 'reservation')) throw new AppError('proceedings.reservedAgainst');
  if (before.carriedTo !== null) throw new AppError('proceedings.carriedAlready');
  for (const decision of proceedings.decisions.filter((one) => one.state === 'made')) {
    const kept = before.proposed.find((one) => one.decisionId === decision.id)?.clauses;
    const ownWords = before.inMeeting.includes(decision.id);
    await takeBackDecision(w, { decisionId: decision.id, proposed: ownWords ? null : (kept ?? decision.clauses) });
  }
  await writeOutcome(w, before, {
    outcome: null,
    motivation: null,
    tabled_to: null,
    by_minority: false,
    immediately_adjusted: false,
    proposed: '[]',
    made_in_meeting: '[]',
  });
  await logItem(w, input.itemId, 'outcome', { before });
}
