import { civilDateIn } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader } from '../../storage/database.ts';
import { accountsWhoMay } from '../access/index.ts';
import type { AgendaContent } from './agenda-version.ts';
import { currentAgendaContent, findAgendaVersion, findLatestAgendaVersion } from './agenda-version-reader.ts';
import { getMeeting } from './meeting-reader.ts';
import type { NoticeFacts } from './notice-head.ts';

/** What a notice or a supplement is printed from; `before` is there for a supplement, and `number` 1 is the notice. */
export type NoticeVersion = NoticeFacts & { readonly number: number | null; readonly before: AgendaContent | null };

/**
 * Reads what the notice of a meeting says: the frozen version that is asked for, else the notice as it was sent, else the agenda as it is now,
 * which is a draft. `latest` asks for what was sent last, supplements included; `current` for the agenda as it is now.
 */
export async function getNoticeFacts(
  r: Reader,
  meetingId: Id<'meeting'>,
  version: number | 'notice' | 'latest' | 'current' = 'notice',
): Promise<NoticeVersion> {
  const meeting = await getMeeting(r, meetingId);
  const found = await versionOf(r, meetingId, version);
  if (!found && typeof version === 'number') throw new AppError('record.notFound');
  const before = found && found.number > 1 ? await findAgendaVersion(r, meetingId, found.number - 1) : undefined;
  const secretaries = await accountsWhoMay(r, 'meeting.edit', meeting.body.id, meeting.heldOn);
  const sender = found && secretaries.find(({ name }) => name === found.frozenBy);
  const { name: authority } = await r.db
    .selectFrom('tenant')
    .select('name')
    .where('id', '=', r.tenantId)
    .executeTakeFirstOrThrow();
  return {
    authority,
    content: found?.content ?? (await currentAgendaContent(r, meeting)),
    dated: found ? civilDateIn(found.frozenAt) : null,
    number: found?.number ?? null,
    before: before?.content ?? null,
    // A notice keeps the name of who sent it, whoever has the duty now.
    contact: found
      ? { name: found.frozenBy, email: sender?.email ?? null, phone: sender?.phone ?? null }
      : (secretaries[0] ?? null),
  };
}

async function versionOf(r: Reader, meetingId: Id<'meeting'>, version: number | 'notice' | 'latest' | 'current') {
  if (version === 'current') return undefined;
  if (version === 'latest') return await findLatestAgendaVersion(r, meetingId);
  return await findAgendaVersion(r, meetingId, version === 'notice' ? 1 : version);
}
