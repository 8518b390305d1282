import type { Page } from 'playwright-core';
import { createAccount, grantRole } from '../../src/domain/access/index.ts';
import { type PlanMeeting, planMeeting } from '../../src/domain/meetings/index.ts';
import { addParticipant, createBody, findBodyByName } from '../../src/domain/organisation/index.ts';
import { launchBrowser, openPage } from './browser.ts';
import { type DemoSite, demoPassword, openDemoSite, signInByForm } from './demo-site.ts';

/** The product of an authority in which officials meet, with a browser before it. */
export type OfficialsSite = {
  readonly site: DemoSite;
  readonly origin: string;
  /** Goes to another moment; who works there signs in anew, as after any night. */
  readonly at: (instant: string) => Promise<Page>;
  readonly close: () => Promise<void>;
};

/** A secretary in an authority that knows its municipalities, and nothing of their meetings yet. */
export async function openOfficialsSite(principals: readonly string[], secretary: string): Promise<OfficialsSite> {
  const site = await openDemoSite({ region: false });
  site.travelTo('2022-11-14T08:00:00Z');
  await site.write('account.administer', async (w) => {
    const accountId = await createAccount(w, { login: 'sekreterare', name: secretary, password: demoPassword });
    await grantRole(w, { accountId, role: 'committeeSecretary', validFrom: '2020-01-01' });
  });
  await site.write('organisation.edit', async (w) => {
    for (const [index, name] of principals.entries())
      await createBody(w, { kind: index === 0 ? 'region' : 'municipality', name });
  });
  const server = await site.listen();
  const browser = await launchBrowser();
  return {
    site,
    origin: server.origin,
    at: async (instant) => {
      for (const context of browser.contexts()) await context.close();
      site.travelTo(instant);
      // Without script: every step of the year is a plain form.
      const page = await openPage(browser, { javaScriptEnabled: false });
      page.setDefaultTimeout(8_000);
      await signInByForm(page, server.origin, 'sekreterare');
      return page;
    },
    close: async () => {
      await browser.close();
      await server.close();
      await site.close();
    },
  };
}

/** The rest of what was begun on the pages, by the same verbs: more principals of the group. */
export async function addPrincipals(
  { site }: OfficialsSite,
  body: string,
  principals: readonly string[],
): Promise<void> {
  await site.write('organisation.edit', async (w) => {
    const { id: bodyId } = (await findBodyByName(w, body))!;
    for (const name of principals)
      await addParticipant(w, { bodyId, participantId: (await findBodyByName(w, name))!.id, validFrom: '2022-01-01' });
  });
}

/** More days of the group, by the verb that the form calls. */
export async function planDays(
  { site }: OfficialsSite,
  body: string,
  days: readonly Omit<PlanMeeting, 'bodyId' | 'kind'>[],
): Promise<void> {
  await site.write('meeting.edit', async (w) => {
    const { id: bodyId } = (await findBodyByName(w, body))!;
    for (const day of days) await planMeeting(w, { ...day, bodyId, kind: 'meeting' });
  });
}
