import {
  type Actor,
  authorize,
  createAccount,
  type GrantedRole,
  grantRole,
  operatorOf,
} from '../../src/domain/access/index.ts';
import { registerDisclosure } from '../../src/domain/disclosures/index.ts';
import { addDays } from '../../src/kernel/civil-date.ts';
import type { Id } from '../../src/kernel/id.ts';
import { buildDecision } from './build-decisions.ts';
import { buildDecisionTask } from './build-execution.ts';
import { buildAgendaItem, buildMeeting } from './build-meetings.ts';
import type { TestDatabase } from './database.ts';

type Where = Pick<TestDatabase, 'db' | 'tenantId'>;
type Granted = GrantedRole;
let count = 0;

/** An account with an address and one role, with the actor it acts as. */
export async function buildColleague(
  { db, tenantId }: Where,
  role: Granted,
  bodyId?: Id<'body'>,
  language: Actor['language'] = 'sv',
): Promise<Actor & { readonly accountId: Id<'account'>; readonly email: string }> {
  count += 1;
  const name = `Kollega ${count}`;
  const email = `kollega${count}@prov.example`;
  const auth = authorize(operatorOf(tenantId), 'account.administer');
  const accountId = await db.transact(auth, { verb: 'createAccount' }, async (w) => {
    const id = await createAccount(w, { login: `kollega${count}`, name, email, language });
    await grantRole(w, { accountId: id, role, validFrom: '2020-01-01', ...(bodyId && { bodyId }) });
    return id;
  });
  const grants = [{ role, bodyId: bodyId ?? null, validFrom: '2020-01-01', validTo: null }];
  return { tenantId, accountId, name, language, grants, email };
}

/** A task after a decision of a body, with a day. */
export async function buildTaskOf(
  t: TestDatabase,
  bodyId: Id<'body'>,
  task: string,
  dueOn: string | null = '2026-03-02',
) {
  count += 1;
  const meetingId = await buildMeeting(t, { bodyId, heldOn: addDays('2025-01-01', count) });
  const agendaItemId = await buildAgendaItem(t, { meetingId, category: 'decision', title: 'Samordnad vård' });
  const decisionId = await buildDecision(t, { agendaItemId, title: 'Samordnad vård', state: 'made' });
  return await buildDecisionTask(t, { decisionId, task, dueOn });
}

/** A request to see documents that waits with a body. */
export function buildDisclosure({ db, tenantId }: Where, bodyId: Id<'body'>, askedFor: string, receivedOn: string) {
  const auth = authorize(operatorOf(tenantId), 'disclosure.handle');
  return db.transact(auth, { verb: 'registerDisclosure' }, (w) =>
    registerDisclosure(w, { bodyId, askedFor, receivedOn }),
  );
}
