import { authorize, createAccount, grantRole, operatorOf } from '../domain/access/index.ts';
import { listDocuments } from '../domain/matters/index.ts';
import { createBody, ensureBody } from '../domain/organisation/index.ts';
import {
  type Ask,
  type Authority,
  answerRelease,
  carryRelease,
  foundAuthority,
  listReceived,
  type ReleasedContent,
  releasedDocument,
  releaseRecord,
  tiePrincipal,
} from '../domain/releases/index.ts';
import { addDays } from '../kernel/civil-date.ts';
import type { Id } from '../kernel/id.ts';
import { bodyId, type DemoWriter, onDay } from './demo-writer.ts';
import { guestLogin, municipalities, municipalLogins } from './municipalities.ts';
import { bodyNames, demoPassword, region } from './region.ts';

/** The municipalities as authorities of their own, tied to the region both ways; what was let out to two of them and to guests, and an answer. */
export async function loadPrincipals(demo: DemoWriter): Promise<void> {
  const host: Authority = { id: demo.operator.tenantId, name: region.name };
  const made: Authority[] = [];
  for (const one of municipalities) made.push({ id: await foundAuthority(demo.db, one), name: one.name });
  await demo.as('organisation.edit', 'tieDemoPrincipals', async (w) => {
    for (const authority of [host, ...made]) {
      const kind = authority === host ? 'region' : 'municipality';
      const { id } = await ensureBody(w, authority.name, { kind });
      await tiePrincipal(w, { bodyId: id, authority });
    }
  });
  for (const authority of made) await loadMunicipality(demo, authority, host);
  await loadAccounts(demo, made);
  await loadReleases(demo, made);
}

/** The register of a municipality as it begins: itself, its board, and the region that it works with. */
async function loadMunicipality({ db }: DemoWriter, own: Authority, host: Authority): Promise<void> {
  const auth = authorize(operatorOf(own.id), 'organisation.edit');
  await db.transact(auth, { verb: 'loadDemoMunicipality' }, async (w) => {
    const self = await createBody(w, { kind: 'municipality', name: own.name });
    await createBody(w, { kind: 'executiveBoard', name: 'Kommunstyrelsen', parentId: self });
    await tiePrincipal(w, { bodyId: self, authority: own });
    await tiePrincipal(w, { bodyId: await createBody(w, { kind: 'region', name: host.name }), authority: host });
  });
}

async function loadAccounts(demo: DemoWriter, made: readonly Authority[]): Promise<void> {
  const validFrom = '2023-01-01';
  for (const { login, name, role, at } of municipalLogins) {
    const auth = authorize(operatorOf(idOf(made, at)), 'account.administer');
    await demo.db.transact(auth, { verb: 'loadDemoAccounts' }, async (w) => {
      const accountId = await createAccount(w, { login, name, password: demoPassword });
      await grantRole(w, { accountId, role, validFrom });
    });
  }
  await demo.as('account.administer', 'loadDemoGuest', async (w) => {
    const { login, name, role, body } = guestLogin;
    const accountId = await createAccount(w, { login, name, password: demoPassword });
    await grantRole(w, { accountId, role, bodyId: await bodyId(w, body), validFrom, validTo: '2026-12-31' });
  });
}

const asked = ['Granhults kommun', 'Norrbäcks kommun'] as const;

async function loadReleases(demo: DemoWriter, made: readonly Authority[]): Promise<void> {
  const today = demo.db.runtime.today();
  const content = await anOpenDocument(demo);
  if (!content) return;
  const ask: Ask = {
    kind: 'endorse',
    question: 'Säg om ni ställer er bakom inriktningen innan chefsgruppen tar upp den igen.',
    dueOn: addDays(today, 10),
  };
  const released = await onDay(demo, addDays(today, -6)).as('release.make', 'loadDemoReleases', async (w) => {
    const principals = await Promise.all(asked.map((name) => bodyId(w, name)));
    const ground = 'noSecrecy';
    const first = await releaseRecord(w, {
      content,
      receivers: principals,
      ground,
      ask,
      note: 'Som vi talade om på chefsgruppen.',
    });
    await releaseRecord(w, { content, receivers: [await bodyId(w, bodyNames.chiefs)], ground });
    return principals.map((receiver) => ({ releaseId: first, bodyId: receiver }));
  });
  for (const one of released) await carryRelease(demo.db, {}, demo.operator.tenantId, { errand: 'deliver', ...one });
  await answerAs(demo, idOf(made, 'Norrbäcks kommun'), addDays(today, -2));
}

/** What a register of papers has and anybody may see: the latest document in the open. */
async function anOpenDocument({ db, operator }: DemoWriter): Promise<ReleasedContent | undefined> {
  return await db.read(authorize(operator, 'release.make'), async (r) => {
    const [latest] = await listDocuments(r, { limit: 1 });
    return latest && (await releasedDocument(r, latest.id));
  });
}

/** One of the municipalities has endorsed; the other has not answered yet. */
async function answerAs(demo: DemoWriter, at: Id<'tenant'>, decidedOn: string): Promise<void> {
  const auth = authorize(operatorOf(at, 'Nore Backman'), 'release.answer');
  const answerId = await demo.db.transact(auth, { verb: 'answerRelease' }, async (w) => {
    const [received] = await listReceived(w);
    if (!received) throw new Error('The demonstration released nothing to the municipality that answers.');
    return await answerRelease(w, {
      receivedId: received.id,
      expectedVersion: received.version,
      typed: {
        outcome: 'endorsedWithRemark',
        body: 'Kommunstyrelsen',
        decidedOn,
        section: '§ 45',
        registrationNumber: 'KS 2026/118',
        remark: 'Vi vill följa kostnaden per kommun.',
      },
    });
  });
  await carryRelease(demo.db, {}, at, { errand: 'answer', answerId });
}

function idOf(made: readonly Authority[], name: string): Id<'tenant'> {
  const found = made.find((one) => one.name === name);
  if (!found) throw new Error(`${name} is no municipality of the demonstration. Add it in src/demo/municipalities.ts.`);
  return found.id;
}
