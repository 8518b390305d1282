import { type BudgetInput, inputsWaitingFor } from '../../../domain/inputs/index.ts';
import {
  type AgendaChanges,
  type AgendaVersion,
  type AgendaVersionHead,
  agendaChanges,
  currentAgendaContent,
  findLatestAgendaVersion,
  getMeeting,
  listAgendaVersions,
  type MeetingDetail,
  type Memo,
  memosOfItems,
  type NoticeDeadline,
  type RaisedItem,
  raisedItemsOf,
  sendingDeadlines,
} from '../../../domain/meetings/index.ts';
import { type BodyRules, bodyRulesOn } from '../../../domain/organisation/index.ts';
import { reportsWaitingFor, type WaitingReport } from '../../../domain/reports/index.ts';
import type { Reader } from '../../contracts.ts';

/** All that the page where an agenda is put together shows. */
export type AgendaFacts = {
  readonly meeting: MeetingDetail;
  readonly rules: BodyRules;
  readonly versions: readonly AgendaVersionHead[];
  readonly latest: AgendaVersion | undefined;
  /** What a supplement would say; undefined before the notice. */
  readonly changes: AgendaChanges | undefined;
  readonly deadlines: readonly NoticeDeadline[];
  readonly memos: ReadonlyMap<string, Memo>;
  readonly raised: ReadonlyMap<string, RaisedItem>;
  /** The reports that were handed over to its bodies and have not been taken up. */
  readonly waiting: readonly WaitingReport[];
  /** The inputs that were sent to its bodies and that no item has taken up. */
  readonly waitingInputs: readonly BudgetInput[];
};

/** Reads an agenda with what was sent of it and what has changed since. */
export async function readAgenda(r: Reader, meetingId: string): Promise<AgendaFacts> {
  const meeting = await getMeeting(r, meetingId);
  const bodyIds = [meeting.body, ...meeting.jointBodies].map(({ id }) => id);
  const itemIds = meeting.items.map(({ id }) => id);
  const versions = await listAgendaVersions(r, meetingId);
  const latest = await findLatestAgendaVersion(r, meetingId);
  return {
    meeting,
    rules: await bodyRulesOn(r, meeting.body.id, meeting.heldOn),
    versions,
    latest,
    changes: latest && agendaChanges(latest.content, await currentAgendaContent(r, meeting)),
    deadlines: await sendingDeadlines(r, { bodyId: meeting.body.id, heldOn: meeting.heldOn }, versions.length),
    memos: await memosOfItems(r, itemIds),
    raised: await raisedItemsOf(r, itemIds),
    waiting: await reportsWaitingFor(r, bodyIds),
    waitingInputs: await inputsWaitingFor(r, bodyIds),
  };
}
