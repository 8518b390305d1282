import type { Page } from 'playwright-core';
import { letterCarrier } from '../../src/background-work.ts';
import { createAccount, type GrantedRole, grantRole } from '../../src/domain/access/index.ts';
import { findBodyByName } from '../../src/domain/organisation/index.ts';
import { letterTopic } from '../../src/kernel/posted-letter.ts';
import type { Letter } from '../../src/mail/letter.ts';
import { startRelay } from '../../src/storage/outbox.ts';
import { launchBrowser, openPage } from './browser.ts';
import { type DemoSite, demoPassword, openDemoSite } from './demo-site.ts';

/** Someone with an account: how a whole journey names its users. */
export type JourneyPerson = {
  readonly login: string;
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  readonly role: GrantedRole;
  /** The body that the role is held on; the whole authority without it. */
  readonly body?: string;
};

/** A new authority, its people and their browsers, at whatever time the story has come to. */
export type JourneySite = {
  readonly site: DemoSite;
  readonly enter: (person: JourneyPerson) => Promise<void>;
  /** A browser of somebody's own, on the first page: signed in, or a visitor's. */
  readonly visit: (login?: string) => Promise<Page>;
  /** Moves time forward for the server and in every open browser; after a night people sign in again by the form they meet. */
  readonly travelTo: (instant: string) => Promise<void>;
  /** Lets some time of a day pass under the eyes of who sits there: nothing is loaded again. */
  readonly passTo: (instant: string) => Promise<void>;
  /** The letters that have been carried away so far, the newest last. */
  readonly letters: () => Promise<readonly Letter[]>;
  readonly close: () => Promise<void>;
};

/** How long a page may take to answer in a journey before it is a failure. */
const patience = 20_000;

/** Opens the product without records and without people, at the moment where a story begins. */
export async function openJourneySite(begins: string): Promise<JourneySite> {
  const [site, browser] = await Promise.all([openDemoSite({ region: false }), launchBrowser()]);
  const { origin, close } = await site.listen();
  const tabs: { readonly tab: Page; readonly login: string | undefined }[] = [];
  const carried: Letter[] = [];
  const from = { name: 'Kansliet', address: 'kansli@example.se' };
  const relay = startRelay(
    site.db,
    {
      [letterTopic]: letterCarrier(
        site.db,
        { mail: { kind: 'folder', folder: '', from }, publicUrl: origin },
        { carry: async (letter) => void carried.push(letter) },
      ),
    },
    { pollMs: 3_600_000 },
  );
  let now = begins;
  site.travelTo(begins);
  return {
    site,
    enter: ({ role, body, ...person }) =>
      site.write('account.administer', async (w) => {
        const accountId = await createAccount(w, { ...person, password: demoPassword });
        const bodyId = body === undefined ? undefined : (await findBodyByName(w, body))?.id;
        await grantRole(w, { accountId, role, validFrom: '2020-01-01', ...(bodyId && { bodyId }) });
      }),
    visit: async (login) => {
      const tab = await openPage(browser, { acceptDownloads: true });
      tab.setDefaultTimeout(patience);
      await tab.context().clock.setFixedTime(now);
      await tab.goto(origin);
      if (login !== undefined) await signIn(tab, login);
      tabs.push({ tab, login });
      return tab;
    },
    travelTo: async (instant) => {
      now = instant;
      site.travelTo(instant);
      for (const { tab, login } of tabs) {
        if (tab.isClosed()) continue;
        await tab.context().clock.setFixedTime(instant);
        await tab.reload();
        if (login !== undefined && (await tab.getByLabel('Lösenord').count()) > 0) await signIn(tab, login);
      }
    },
    passTo: async (instant) => {
      now = instant;
      site.travelTo(instant);
      for (const { tab } of tabs) if (!tab.isClosed()) await tab.context().clock.setFixedTime(instant);
    },
    letters: async () => {
      await relay.drain();
      return carried;
    },
    close: async () => {
      await relay.stop();
      await browser.close();
      await close();
      await site.close();
    },
  };
}

async function signIn(tab: Page, login: string): Promise<void> {
  await tab.getByLabel('Användarnamn').fill(login);
  await tab.getByLabel('Lösenord').fill(demoPassword);
  await tab.getByRole('main').getByRole('button', { name: 'Logga in', exact: true }).first().click();
  await tab.waitForURL((url) => !url.pathname.startsWith('/logga-in'));
}
