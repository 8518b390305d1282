import { authorize, createAccount, grantRole, tieAccountToPerson } from '../domain/access/index.ts';
import { addGoal, createGoalDocument } from '../domain/goals/index.ts';
import {
  addBodyAlias,
  createBody,
  createSeat,
  listSeatHolders,
  registerPerson,
  setRegulation,
} from '../domain/organisation/index.ts';
import type { Id } from '../kernel/id.ts';
import type { Writer } from '../storage/database.ts';
import { bodyId, type DemoWriter } from './demo-writer.ts';
import { bodies, demoPassword, goalDocument, logins, regulations, seats } from './region.ts';

const termOfOffice = { from: '2023-01-01', to: '2026-12-31' } as const;

/** Bodies, their reglemente and seats, and the goals. */
export async function loadRegion({ as }: DemoWriter): Promise<void> {
  await as('organisation.edit', 'loadDemoBodies', async (w) => {
    for (const body of bodies) {
      const parentId = 'parent' in body ? await bodyId(w, body.parent) : undefined;
      const id = await createBody(w, { kind: body.kind, name: body.name, parentId, validFrom: '2019-01-01' });
      for (const name of 'aliases' in body ? body.aliases : [])
        await addBodyAlias(w, { bodyId: id, name, reason: 'Namnet i nämndens handlingar före 2023.' });
    }
    for (const { body, memberSeats, deputySeats } of regulations) {
      const rule = {
        bodyId: await bodyId(w, body),
        validFrom: termOfOffice.from,
        source: 'Bestämmelser för politiska organ 2023–2026',
      };
      await setRegulation(w, { ...rule, key: 'members', value: String(memberSeats) });
      await setRegulation(w, { ...rule, key: 'deputies', value: String(deputySeats) });
    }
    await loadSeats(w);
  });
  await as('goal.edit', 'loadDemoGoals', loadGoals);
}

async function loadSeats(w: Writer<'organisation.edit'>): Promise<void> {
  const people = new Map<string, Id<'person'>>();
  for (const [body, { members, deputies }] of Object.entries(seats)) {
    const id = await bodyId(w, body);
    for (const [kind, rows] of [['member', members] as const, ['deputy', deputies] as const])
      for (const [name, party, role] of rows) {
        if (name && !people.has(name)) people.set(name, await registerPerson(w, { name }));
        const personId = name ? people.get(name) : null;
        await createSeat(w, {
          bodyId: id,
          kind,
          party,
          role,
          personId,
          validFrom: termOfOffice.from,
          validTo: termOfOffice.to,
        });
      }
  }
}

async function loadGoals(w: Writer<'goal.edit'>): Promise<void> {
  const { title, horizonYear, vision, adoptedOn, perspectives } = goalDocument;
  const adoptedByBodyId = await bodyId(w, goalDocument.adoptedBy);
  const goalDocumentId = await createGoalDocument(w, { title, horizonYear, vision, adoptedByBodyId, adoptedOn });
  for (const { name, goals } of perspectives)
    for (const { heading, text } of goals) await addGoal(w, { goalDocumentId, perspective: name, heading, text });
}

/** The logins of those who have seats. Who has an address is tied to the person in the seat, and so answers notices and signs minutes. */
export async function loadSeatLogins({ as, db, operator }: DemoWriter): Promise<void> {
  const holders = await db.read(authorize(operator, 'record.read'), (r) => listSeatHolders(r, db.runtime.today()));
  await as('account.administer', 'loadDemoAccounts', async (w) => {
    for (const login of logins.filter(isOfSeat)) {
      const accountId = await loadLogin(w, login);
      if ('also' in login) {
        const also = await bodyId(w, login.also);
        await grantRole(w, { accountId, role: login.role, bodyId: also, validFrom: termOfOffice.from });
      }
      const personId = 'email' in login ? holders.find(({ name }) => name === login.name)?.id : undefined;
      if (personId) await tieAccountToPerson(w, { accountId, personId });
    }
  });
}

/** The other logins. They come last of all: where they are, the region was loaded to its end. */
export async function loadLogins({ as }: DemoWriter): Promise<void> {
  await as('account.administer', 'loadDemoAccounts', async (w) => {
    for (const login of logins.filter((one) => !isOfSeat(one))) await loadLogin(w, login);
  });
}

type Login = (typeof logins)[number];

const isOfSeat = ({ body }: Login): boolean => body !== undefined;

async function loadLogin(w: Writer<'account.administer'>, login: Login): Promise<Id<'account'>> {
  const { name, role, body } = login;
  const email = 'email' in login ? login.email : undefined;
  const accountId = await createAccount(w, { login: login.login, name, password: demoPassword, email });
  await grantRole(w, { accountId, role, bodyId: body && (await bodyId(w, body)), validFrom: termOfOffice.from });
  return accountId;
}
