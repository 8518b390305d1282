import { changeAccountState, createAccount, findAccountByLogin, giveStandIn } from '../domain/access/index.ts';
import { findBodyByName } from '../domain/organisation/index.ts';
import type { DemoWriter } from './demo-writer.ts';
import { bodyNames } from './region.ts';

/** Who acts for the secretary over the turn of the year, and an account whose holder has left, so that both are seen for what they are. */
export async function loadStandIns({ as }: DemoWriter): Promise<void> {
  const people = await as('account.administer', 'loadDemoAccounts', async (w) => {
    const left = await createAccount(w, { login: 'tidigare.sekreterare', name: 'Berit Ljungskog' });
    await changeAccountState(w, { accountId: left, action: 'leaveOffice', reason: 'Slutade 2025-08-31' });
    const [giver, receiver] = [await findAccountByLogin(w, 'sekreterare'), await findAccountByLogin(w, 'handlaggare')];
    return giver && receiver && { giverId: giver.id, receiverId: receiver.id };
  });
  await as('delegation.give', 'loadDemoStandIns', async (w) => {
    const body = await findBodyByName(w, bodyNames.local);
    if (!people || !body) throw new Error('The logins and bodies of the demonstration come before its stand-ins.');
    const days = { validFrom: '2026-12-21', validTo: '2027-01-06' };
    await giveStandIn(w, { ...people, ...days, role: 'committeeSecretary', bodyId: body.id });
  });
}
