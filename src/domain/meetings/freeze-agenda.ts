import { createHash } from 'node:crypto';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import { canonicalJson } from '../../storage/canonical-json.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { getBody, listRegulations } from '../organisation/index.ts';
import { agendaChanges, nothingChanged } from './agenda-changes.ts';
import type { AgendaContent } from './agenda-version.ts';
import { currentAgendaContent, findLatestAgendaVersion } from './agenda-version-reader.ts';
import { getMeeting } from './meeting-reader.ts';
import { meetingStateAfter } from './meeting-transitions.ts';
import { lockMeeting } from './meeting-writer.ts';
import { missedDeadlines, type NoticeDeadline, noticeDeadlines, supplementDeadlines } from './notice-deadline.ts';

export type FreezeAgenda = {
  readonly meetingId: Id<'meeting'>;
  /** The version that was seen last, 0 before the notice: two who freeze at once make one version. */
  readonly expectedNumber: number;
  /** Why it goes out after the day that the body's own reglemente says. */
  readonly lateReason?: string | null;
};

/**
 * Freezes the agenda as it is: the first time as the notice, later as a numbered supplement. What is frozen never changes. R-KL-01: an assembly's
 * notice later than a week before, or its supplement later than the weekday before, is refused; what a reglemente asks for may be missed with
 * a reason, which the version keeps.
 */
export async function freezeAgenda(w: Writer<'meeting.edit'>, input: FreezeAgenda): Promise<number> {
  const locked = await lockMeeting(w, input.meetingId);
  meetingStateAfter(locked.state, 'freezeAgenda');
  const meeting = await getMeeting(w, input.meetingId);
  if (meeting.items.length === 0) refuseProblems([{ path: 'agenda', key: 'agenda.empty' }]);
  const last = await findLatestAgendaVersion(w, input.meetingId);
  const number = (last?.number ?? 0) + 1;
  if ((last?.number ?? 0) !== input.expectedNumber)
    throw new AppError('agenda.frozenMeanwhile', { number: number - 1 });
  const content = await currentAgendaContent(w, meeting);
  if (last && nothingChanged(agendaChanges(last.content, content))) throw new AppError('agenda.unchanged');
  const deadlines = await sendingDeadlines(w, { bodyId: locked.bodyIds[0]!, heldOn: locked.heldOn }, number - 1);
  const missed = missedDeadlines(deadlines, w.runtime.today());
  const legal = missed.find(({ binding }) => binding === 'law');
  if (legal)
    throw new AppError(number === 1 ? 'agenda.noticeTooLate' : 'agenda.supplementTooLate', { date: legal.date });
  const lateReason = input.lateReason?.trim() || null;
  if (missed.length > 0 && !lateReason)
    refuseProblems([{ path: 'lateReason', key: 'agenda.lateReason', values: { date: missed[0]!.date } }]);
  const row = {
    meeting_id: input.meetingId,
    number,
    kind: number === 1 ? 'notice' : 'supplement',
    frozen_at: w.runtime.now(),
    frozen_by: w.auth.actorName,
    content_hash: hashOfAgenda(content),
    late_reason: missed.length > 0 ? lateReason : null,
  };
  const deadline = missed[0] ?? deadlines.at(-1) ?? null;
  await w.db
    .insertInto('agenda_version')
    .values({
      tenant_id: w.tenantId,
      id: w.runtime.newId(),
      ...row,
      content: JSON.stringify(content),
      deadline: deadline && JSON.stringify(deadline),
    })
    .execute();
  await w.log({
    noun: 'meeting',
    recordId: input.meetingId,
    summary: `agenda ${row.kind}`,
    after: { ...row, deadline },
  });
  return number;
}

/** The fingerprint of what an agenda says: the same content has the same, whatever order a database keeps its keys in. */
export function hashOfAgenda(content: AgendaContent): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** The last days to send a meeting's agenda: of the notice when no version was sent (`sent` 0), else of a supplement. */
export async function sendingDeadlines(
  r: Reader,
  meeting: { readonly bodyId: Id<'body'>; readonly heldOn: CivilDate },
  sent: number,
): Promise<readonly NoticeDeadline[]> {
  const { kind } = await getBody(r, meeting.bodyId);
  return sent === 0
    ? noticeDeadlines(kind, await listRegulations(r, meeting.bodyId), meeting.heldOn)
    : supplementDeadlines(kind, meeting.heldOn);
}
