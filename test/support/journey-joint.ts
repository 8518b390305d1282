import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { municipalities } from '../../src/demo/municipalities.ts';
import { authorize, createAccount, grantRole, operatorOf } from '../../src/domain/access/index.ts';
import { confirmAll } from '../../src/domain/intake/index.ts';
import { createBody, ensureBody } from '../../src/domain/organisation/index.ts';
import { type Authority, foundAuthority, releaseTopic, tiePrincipal } from '../../src/domain/releases/index.ts';
import { releaseCarrier } from '../../src/release-answers.ts';
import { startRelay } from '../../src/storage/outbox.ts';
import { demoPassword } from './demo-site.ts';
import { readPaper } from './intake-site.ts';
import { mainOf } from './journey-preparation.ts';
import type { JourneySite } from './journey-site.ts';
import { seedBytes } from './seeds.ts';

/** The genuine papers of the joint work, in the order in which a region comes to read them. */
export const jointPapers = ['000', '001', '003', '004'] as const;

/** Reads the papers in and confirms all that can be confirmed without a question, as the buttons of the review do. */
export async function confirmPapers({ site }: JourneySite): Promise<void> {
  const visitor = await site.signIn('controller');
  const auth = authorize(site.operator, 'intake.confirm');
  for (const seed of jointPapers) {
    const { id: fileId } = await readPaper(site, visitor, { name: `${seed}.txt`, content: seedBytes(seed).slice() });
    await confirmAll(site.db, auth, { fileId });
    await confirmAll(site.db, auth, { fileId, type: 'assignmentLink' });
    await confirmAll(site.db, auth, { fileId, type: 'recordLink' });
  }
}

/**
 * Enters the region and twelve invented municipalities as principals; the first of the municipalities is an authority of its own with a register of its own,
 * tied to the region both ways, where somebody can sign in. Answers its name.
 */
export async function enterPrincipals({ site }: JourneySite, login: string): Promise<string> {
  const region = 'Provregionen';
  const [first] = municipalities;
  const host: Authority = { id: site.operator.tenantId, name: region };
  const own: Authority = { id: await foundAuthority(site.db, first), name: first.name };
  await site.write('organisation.edit', async (w) => {
    for (const { name } of [host, ...municipalities]) {
      const { id } = await ensureBody(w, name, { kind: name === region ? 'region' : 'municipality' });
      if (name === region) await tiePrincipal(w, { bodyId: id, authority: host });
      if (name === own.name) await tiePrincipal(w, { bodyId: id, authority: own });
    }
  });
  const operator = operatorOf(own.id);
  await site.db.transact(authorize(operator, 'organisation.edit'), { verb: 'enterPrincipals' }, async (w) => {
    await tiePrincipal(w, { bodyId: await createBody(w, { kind: 'municipality', name: own.name }), authority: own });
    await tiePrincipal(w, { bodyId: await createBody(w, { kind: 'region', name: region }), authority: host });
  });
  await site.db.transact(authorize(operator, 'account.administer'), { verb: 'enterAccount' }, async (w) => {
    const accountId = await createAccount(w, { login, name: 'Karin Kommun', password: demoPassword });
    await grantRole(w, { accountId, role: 'cooperationLead', validFrom: '2020-01-01' });
  });
  return own.name;
}

/** Hands over what waits for other authorities, as the server does. */
export async function carryReleases({ site }: JourneySite): Promise<void> {
  const faults: unknown[] = [];
  const relay = startRelay(
    site.db,
    { [releaseTopic]: releaseCarrier(site.db) },
    { pollMs: 3_600_000, onError: (error) => faults.push(error) },
  );
  while ((await relay.drain()) > 0);
  await relay.stop();
  if (faults.length > 0) throw faults[0];
}

/** The words of a part of a page, with single spaces. */
export async function wordsOf(part: Locator): Promise<string> {
  return (await part.allInnerTexts()).join(' ').replace(/\s+/gu, ' ');
}

/** Asserts that a part of a page says each of these, and tells what it says otherwise. */
export async function says(part: Locator, ...patterns: readonly RegExp[]): Promise<void> {
  await part.waitFor();
  const words = await wordsOf(part);
  for (const pattern of patterns) assert.match(words, pattern);
}

/** Follows a link to a passage of a paper, asserts what the paper says there, and comes back. */
export async function provesItself(tab: Page, link: Locator, paper: RegExp): Promise<void> {
  const from = tab.url();
  await link.first().click();
  await tab.waitForURL(/\/kallor\//);
  await says(mainOf(tab), paper);
  await tab.goto(from);
}

/** Chooses in a list by the beginning of the words. */
export async function choose(tab: Page, label: string, words: RegExp): Promise<void> {
  const list = tab.getByLabel(label, { exact: true });
  await list.selectOption(await list.locator('option').filter({ hasText: words }).first().getAttribute('value'));
}
