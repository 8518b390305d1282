import {
  authorize,
  createAccount,
  findSession,
  grantRole,
  operatorOf,
  signIn,
  signOut,
} from '../../src/domain/access/index.ts';
import { listAttendance } from '../../src/domain/attendance/index.ts';
import { recordDecision } from '../../src/domain/decisions/index.ts';
import { addAgendaItem, planMeeting } from '../../src/domain/meetings/index.ts';
import { getMinutes, localSignatures, type Minutes, minutesOfMeeting } from '../../src/domain/minutes/index.ts';
import { createBody, createSeat, registerPerson } from '../../src/domain/organisation/index.ts';
import { type ItemProceedings, proceedingsOf } from '../../src/domain/proceedings/index.ts';
import { addDays } from '../../src/kernel/civil-date.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { Database } from '../../src/storage/database.ts';
import { fillHistory } from './bench-history.ts';
import { benchApp } from './bench-site.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';
import { type Visitor, visitor } from './demo-site.ts';

export type BenchMeeting = {
  readonly meetingId: Id<'meeting'>;
  readonly bodyId: Id<'body'>;
  readonly itemIds: readonly Id<'agendaItem'>[];
};

/** An authority with a history of meetings, and those who conduct, sign and announce a new one in it. */
export type MeetingsBench = {
  readonly db: Database;
  readonly secretary: Visitor;
  readonly chair: Visitor & { readonly accountId: string; readonly name: string };
  readonly adjuster: Visitor & { readonly accountId: string; readonly name: string };
  /** Plans the next meeting: another body or another day each time. Its first items propose a decision. */
  readonly plan: (count: number) => Promise<BenchMeeting>;
  /** The members' rows of the attendance list. */
  readonly members: (meeting: BenchMeeting) => Promise<readonly string[]>;
  readonly proceedings: (itemId: string) => Promise<ItemProceedings>;
  readonly minutes: (meeting: BenchMeeting) => Promise<Minutes>;
  readonly close: () => Promise<void>;
};

/** How many items of a new meeting propose a decision. */
export const debated = 3;
const bodies = 10;
const members = 9;
const deputies = 5;
const parties = ['S', 'M', 'C', 'V', 'KD'] as const;
const titles = ['Mobila team', 'Bidrag till föreningen Snö', 'Plan för året', 'Information från förvaltningen'];
const password = 'tre ord på rad här';

/** Opens an authority with so many meetings behind it and ten before it. */
export async function openMeetingsBench(history: number): Promise<MeetingsBench> {
  const t = await openTestDatabase();
  const { db, tenantId, runtime } = t;
  const bodyIds = await buildBodies(t);
  const people = await buildAccounts(t);
  await db.system('bench', (q) => fillHistory(q, history, { tenantId, bodyIds, ...people }));
  for (const [index, bodyId] of bodyIds.entries()) await planOn(t, bodyId, addDays(runtime.today(), 30 + index));
  // As the server's own cleaning leaves the tables some minutes later.
  await db.pool.query('vacuum analyze');

  // What a password costs is made to cost much; it would hide what the register costs.
  const signatures = localSignatures(async () => true);
  const app = benchApp(
    t,
    { find: (token) => findSession(db, token), end: (token) => signOut(db, token) },
    { signatures },
  );
  const enter = async (login: string) =>
    visitor(async (request) => app.fetch(request), await signIn(db, login, password));
  const looking = authorize(operatorOf(tenantId), 'record.read');
  return {
    db,
    secretary: await enter('sekreterare'),
    chair: { ...(await enter('ordforande')), ...people.chair },
    adjuster: { ...(await enter('justerare')), ...people.adjuster },
    plan: (count) => planOn(t, bodyIds[count % bodies]!, addDays(runtime.today(), -Math.floor(count / bodies))),
    members: async ({ meetingId }) =>
      (await db.read(looking, (r) => listAttendance(r, meetingId)))
        .filter(({ capacity }) => capacity === 'member')
        .map(({ id }) => id),
    proceedings: (itemId) => db.read(looking, (r) => proceedingsOf(r, itemId)),
    minutes: ({ meetingId }) =>
      db.read(looking, async (r) => getMinutes(r, (await minutesOfMeeting(r, meetingId))[0]!.id)),
    close: t.close,
  };
}

async function buildBodies({ db, tenantId }: TestDatabase): Promise<readonly Id<'body'>[]> {
  const auth = authorize(operatorOf(tenantId), 'organisation.edit');
  const ids: Id<'body'>[] = [];
  for (let count = 1; count <= bodies; count += 1)
    await db.transact(auth, { verb: 'bench' }, async (w) => {
      const bodyId = await createBody(w, { kind: 'committee', name: `Mätnämnden ${count}` });
      for (let seat = 0; seat < members + deputies; seat += 1) {
        const personId = await registerPerson(w, { name: `Prov Provsson ${count}.${seat + 1}` });
        const kind = seat < members ? 'member' : 'deputy';
        const role = seat === 0 ? { role: 'chair' as const } : {};
        await createSeat(w, { bodyId, kind, personId, party: parties[seat % parties.length]!, ...role });
      }
      ids.push(bodyId);
    });
  return ids;
}

async function buildAccounts({ db, tenantId }: TestDatabase) {
  const auth = authorize(operatorOf(tenantId), 'account.administer');
  const account = (login: string, name: string, role: 'committeeSecretary' | 'chair' | 'member') =>
    db.transact(auth, { verb: 'bench' }, async (w) => {
      const accountId = await createAccount(w, { login, name, password, email: `${login}@prov.example` });
      await grantRole(w, { accountId, role, validFrom: '2020-01-01' });
      return { accountId, name };
    });
  await account('sekreterare', 'Siv Skrivare', 'committeeSecretary');
  return {
    chair: await account('ordforande', 'Olle Ordförande', 'chair'),
    adjuster: await account('justerare', 'Justa Justersson', 'member'),
  };
}

async function planOn({ db, tenantId }: TestDatabase, bodyId: Id<'body'>, heldOn: string): Promise<BenchMeeting> {
  const operator = operatorOf(tenantId);
  const planned = await db.transact(authorize(operator, 'meeting.edit'), { verb: 'planMeeting' }, async (w) => {
    const meetingId = await planMeeting(w, { kind: 'meeting', bodyId, heldOn, startsAt: '09:00', endsAt: '12:00' });
    const itemIds: Id<'agendaItem'>[] = [];
    for (const title of titles) itemIds.push(await addAgendaItem(w, { meetingId, title, category: 'decision' }));
    return { meetingId, bodyId, itemIds };
  });
  await db.transact(authorize(operator, 'decision.record'), { verb: 'recordDecision' }, async (w) => {
    for (const [index, agendaItemId] of planned.itemIds.slice(0, debated).entries())
      await recordDecision(w, {
        agendaItemId,
        title: titles[index]!,
        clauses: [`att godkänna förslaget om ${titles[index]}`, 'att ge förvaltningen i uppdrag att återkomma'],
        state: 'proposed',
      });
  });
  return planned;
}
