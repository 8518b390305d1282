import pg from 'pg';
import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import { listSummonses, makeAnswerLink, type Summons, summonMeeting } from '../../src/domain/meetings/index.ts';
import { createSeat, registerPerson } from '../../src/domain/organisation/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { letterTopic, type PostedLetter } from '../../src/kernel/posted-letter.ts';
import type { Writer } from '../../src/storage/database.ts';
import { buildAgendaItem, buildMeeting } from './build-meetings.ts';
import { buildBody } from './build-organisation.ts';
import type { TestDatabase } from './database.ts';

type Where = TestDatabase;
type Person = { readonly name: string; readonly party: string; readonly email?: string | null };

/** A nämnd of three members and two deputies, who have addresses unless told. */
export const cast = {
  members: [
    { name: 'Ada Ledamot', party: 'S' },
    { name: 'Bo Ledamot', party: 'M' },
    { name: 'Cia Ledamot', party: 'C' },
  ],
  deputies: [
    { name: 'Dag Ersättare', party: 'M' },
    { name: 'Eva Ersättare', party: 'S' },
  ],
} as const satisfies Record<string, readonly Person[]>;

/** Runs something with the power of the secretary. */
export function asSecretary<T>(
  { db, tenantId }: Pick<Where, 'db' | 'tenantId'>,
  run: (w: Writer<'meeting.edit'>) => Promise<T>,
): Promise<T> {
  return db.transact(authorize(operatorOf(tenantId, 'Siv Sekreterare'), 'meeting.edit'), { verb: 'test' }, run);
}

/** A body with the cast in its seats, and a meeting with one item that nobody has been called to yet. */
export async function buildSeatedMeeting(
  where: Where,
  input: { readonly heldOn?: string; readonly startsAt?: string; readonly kind?: Parameters<typeof buildBody>[1] } = {},
) {
  const bodyId = await buildBody(where, input.kind);
  const auth = authorize(operatorOf(where.tenantId), 'organisation.edit');
  await where.db.transact(auth, { verb: 'test' }, async (w) => {
    for (const [kind, people] of [['member', cast.members] as const, ['deputy', cast.deputies] as const])
      for (const { name, party } of people)
        await createSeat(w, { bodyId, kind, party, personId: await registerPerson(w, { name }) });
  });
  const { heldOn = '2026-04-15', startsAt = '09:00' } = input;
  const meetingId = await buildMeeting(where, { bodyId, heldOn, startsAt, endsAt: '15:00', place: 'Sal 3' });
  const itemId = await buildAgendaItem(where, { meetingId, title: 'Budget 2027', number: '1' });
  return { bodyId, meetingId, itemId };
}

/** The same, summoned: everybody has an address but those named. */
export async function buildSummonedMeeting(
  where: Where,
  input: Parameters<typeof buildSeatedMeeting>[1] & { readonly without?: readonly string[] } = {},
) {
  const meeting = await buildSeatedMeeting(where, input);
  await giveAddresses(where, input.without);
  await asSecretary(where, (w) => summonMeeting(w, { meetingId: meeting.meetingId, expectedVersion: 1 }));
  return { ...meeting, summonses: await summonsesOf(where, meeting.meetingId) };
}

/** Gives every person of the register without an address one made of the first name. */
export async function giveAddresses({ connection }: Where, without: readonly string[] = []): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query(
    `update person set email = lower(split_part(name, ' ', 1)) || '@example.se' where email is null and name <> all($1)`,
    [without],
  );
  await client.end();
}

/** The summonses of a meeting by the first name of whom they are for. */
export async function summonsesOf(
  { db, tenantId }: Pick<Where, 'db' | 'tenantId'>,
  meetingId: Id<'meeting'>,
): Promise<Readonly<Record<string, Summons>>> {
  const list = await db.read(authorize(operatorOf(tenantId), 'record.read'), (r) => listSummonses(r, meetingId));
  return Object.fromEntries(list.map((one) => [one.name.split(' ')[0]!, one]));
}

/** The letters that lie in the outbox about a meeting, oldest first. */
export async function postedLetters({ db }: Pick<Where, 'db'>): Promise<readonly PostedLetter[]> {
  const rows = await db.system('relay', (system) =>
    system.selectFrom('outbox').select('payload').where('topic', '=', letterTopic).orderBy('posted_at').execute(),
  );
  return rows.map(({ payload }) => payload as unknown as PostedLetter);
}

/** Makes the link of somebody's newest letter, as the one who carries letters does. */
export function linkOf(where: Where, summons: Summons): Promise<string> {
  return asSecretary(where, (w) => makeAnswerLink(w, summons.letters[0]!.id));
}
