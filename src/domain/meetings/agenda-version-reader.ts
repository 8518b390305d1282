import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import {
  type AgendaContent,
  type AgendaVersion,
  type AgendaVersionHead,
  type AgendaVersionKind,
  agendaContentOf,
} from './agenda-version.ts';
import type { MeetingDetail } from './meeting.ts';
import { memoContentOf, memosOfItems } from './memo-reader.ts';
import type { NoticeDeadline } from './notice-deadline.ts';
import { proposalsOfItems } from './proposal-reader.ts';

const headColumns = ['number', 'kind', 'frozen_at', 'frozen_by', 'content_hash', 'deadline', 'late_reason'] as const;

/** The frozen versions of a meeting's agenda, the notice first, without what they say. */
export async function listAgendaVersions(r: Reader, meetingId: Id<'meeting'>): Promise<readonly AgendaVersionHead[]> {
  const rows = await versionsOf(r, meetingId).select(headColumns).orderBy('number').execute();
  return rows.map(headOf);
}

/** One frozen version, or undefined. */
export async function findAgendaVersion(
  r: Reader,
  meetingId: Id<'meeting'>,
  number: number,
): Promise<AgendaVersion | undefined> {
  const row = await versionsOf(r, meetingId)
    .select([...headColumns, 'content'])
    .where('number', '=', number)
    .executeTakeFirst();
  return row && { ...headOf(row), content: row.content as AgendaContent };
}

/** One frozen version. Throws `record.notFound`. */
export async function getAgendaVersion(r: Reader, meetingId: Id<'meeting'>, number: number): Promise<AgendaVersion> {
  const version = await findAgendaVersion(r, meetingId, number);
  if (!version) throw new AppError('record.notFound');
  return version;
}

/** The version that was sent last, or undefined before the notice. */
export async function findLatestAgendaVersion(r: Reader, meetingId: Id<'meeting'>): Promise<AgendaVersion | undefined> {
  const row = await versionsOf(r, meetingId)
    .select([...headColumns, 'content'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { ...headOf(row), content: row.content as AgendaContent };
}

/** What a version would say if the agenda were frozen now. */
export async function currentAgendaContent(r: Reader, meeting: MeetingDetail): Promise<AgendaContent> {
  const itemIds = meeting.items.map(({ id }) => id);
  const memos = await memosOfItems(r, itemIds);
  const contents = new Map([...memos].map(([itemId, memo]) => [itemId, memoContentOf(memo)]));
  return agendaContentOf(meeting, await proposalsOfItems(r, itemIds), contents);
}

function versionsOf(r: Reader, meetingId: Id<'meeting'>) {
  return r.db.selectFrom('agenda_version').where('tenant_id', '=', r.tenantId).where('meeting_id', '=', meetingId);
}

function headOf(row: {
  readonly number: number;
  readonly kind: string;
  readonly frozen_at: Date;
  readonly frozen_by: string;
  readonly content_hash: string;
  readonly deadline: unknown;
  readonly late_reason: string | null;
}): AgendaVersionHead {
  return {
    number: row.number,
    kind: row.kind as AgendaVersionKind,
    frozenAt: row.frozen_at,
    frozenBy: row.frozen_by,
    contentHash: row.content_hash,
    deadline: row.deadline as NoticeDeadline | null,
    lateReason: row.late_reason,
  };
}
