import { createHash } from 'node:crypto';
import { addDays } from '../../kernel/civil-date.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Database, Reader, Writer } from '../../storage/database.ts';
import { lockRow } from '../../storage/get-row.ts';
import type { Actor } from '../access/index.ts';
import type { Meeting } from './meeting.ts';
import { listMeetings } from './meeting-reader.ts';

/** Makes the secret address of the calendar of one's own account, in place of an earlier one, and answers with its token: it is shown this once. */
export async function openCalendarFeed(w: Writer<'calendar.subscribe'>): Promise<string> {
  const accountId = ownAccount(w);
  // Two who press at once wait for each other: the last address is the one that opens.
  await lockRow(w, 'account', accountId);
  const token = w.runtime.newToken(32);
  await removeFeed(w, accountId);
  await w.db
    .insertInto('calendar_feed')
    .values({ tenant_id: w.tenantId, token_hash: hashOf(token), account_id: accountId, made_at: w.runtime.now() })
    .execute();
  await w.log({ noun: 'account', recordId: accountId, summary: 'calendarFeed opened' });
  return token;
}

/** Ends the subscription: whoever has the address gets nothing more. */
export async function closeCalendarFeed(w: Writer<'calendar.subscribe'>): Promise<void> {
  const accountId = ownAccount(w);
  await removeFeed(w, accountId);
  await w.log({ noun: 'account', recordId: accountId, summary: 'calendarFeed closed' });
}

/** Since when one's own account has a calendar by link, or undefined. */
export async function findCalendarFeed(r: Reader): Promise<{ readonly madeAt: Date } | undefined> {
  if (!r.auth.accountId) return undefined;
  const row = await r.db
    .selectFrom('calendar_feed')
    .select('made_at')
    .where('tenant_id', '=', r.tenantId)
    .where('account_id', '=', r.auth.accountId)
    .executeTakeFirst();
  return row && { madeAt: row.made_at };
}

/** Whose calendar an address shows, or undefined when there is none like it. */
export async function findFeedOwner(
  db: Database,
  token: string,
): Promise<{ readonly tenantId: Id<'tenant'>; readonly accountId: Id<'account'> } | undefined> {
  if (!/^[\w-]{43}$/.test(token)) return undefined;
  const row = await db.system('findLink', (system) =>
    system
      .selectFrom('calendar_feed')
      .select(['tenant_id', 'account_id'])
      .where('token_hash', '=', hashOf(token))
      .executeTakeFirst(),
  );
  return row && { tenantId: row.tenant_id, accountId: row.account_id };
}

/** How far back a calendar reaches: last year's meetings are looked up in the register. */
const daysBack = 365;
const mostMeetings = 500;

/**
 * The meetings of somebody's calendar: those of the bodies on which they hold a role, and of the bodies in which they have a seat; who works for the
 * whole authority and sits nowhere sees them all.
 */
export async function listOwnMeetings(r: Reader, actor: Actor, today: string): Promise<readonly Meeting[]> {
  const filter = { from: addDays(today, -daysBack), order: 'oldest', limit: mostMeetings } as const;
  const bodyIds = await ownBodies(r, actor);
  if (bodyIds.length === 0) return (await listMeetings(r, filter)).meetings;
  const found = new Map<string, Meeting>();
  for (const bodyId of bodyIds)
    for (const meeting of (await listMeetings(r, { ...filter, bodyId })).meetings) found.set(meeting.id, meeting);
  return [...found.values()].sort((a, b) => (a.heldOn < b.heldOn ? -1 : a.heldOn > b.heldOn ? 1 : 0));
}

async function ownBodies(r: Reader, { accountId, grants }: Actor): Promise<readonly Id<'body'>[]> {
  const granted = grants.flatMap(({ bodyId }) => (bodyId === null ? [] : [bodyId]));
  if (!accountId) return granted;
  const seats = await r.db
    .selectFrom('account')
    .innerJoin('seat', (join) =>
      join.onRef('seat.tenant_id', '=', 'account.tenant_id').onRef('seat.person_id', '=', 'account.person_id'),
    )
    .select('seat.body_id')
    .distinct()
    .where('account.tenant_id', '=', r.tenantId)
    .where('account.id', '=', accountId)
    .execute();
  return [...new Set([...granted, ...seats.map(({ body_id }) => body_id)])];
}

function ownAccount(w: Writer): Id<'account'> {
  if (!w.auth.accountId) throw new AppError('access.denied');
  return w.auth.accountId;
}

async function removeFeed(w: Writer, accountId: string): Promise<void> {
  await w.db
    .deleteFrom('calendar_feed')
    .where('tenant_id', '=', w.tenantId)
    .where('account_id', '=', accountId)
    .execute();
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
