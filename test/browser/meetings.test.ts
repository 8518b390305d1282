import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { getMeeting, listMeetings } from '../../src/domain/meetings/index.ts';
import { assertAccessibleNarrowAndWide, languagesLookedAt, noBrowser } from '../support/browser.ts';
import { type DemoBrowser, openDemoBrowser } from '../support/demo-browser.ts';

suite('meetings in Chromium', { skip: noBrowser }, () => {
  let desk: DemoBrowser;
  before(async () => {
    desk = await openDemoBrowser();
  });
  after(() => desk?.close());

  test('without script: a secretary plans a meeting, links an item to 2026:4 and makes a decision; the assignment shows it', async () => {
    const tab = await desk.secretary({ javaScriptEnabled: false });
    const main = tab.getByRole('main');
    await tab.getByRole('link', { name: 'Sammanträden', exact: true }).first().click();
    await main.getByRole('link', { name: 'Planera sammanträde' }).click();
    await tab.getByLabel('Organ', { exact: true }).selectOption({ label: 'Beredning för lokal vård' });
    await tab.getByLabel('Dag', { exact: true }).fill('2026-11-20');
    await tab.getByLabel('Börjar').fill('09:00');
    await tab.getByLabel('Slutar').fill('12:00');
    await tab.getByLabel('Plats').fill('Sal Granen');
    await main.getByRole('button', { name: 'Planera' }).click();
    assert.equal(await tab.textContent('h1'), 'Sammanträde 20 november 2026');

    await main.getByRole('link', { name: 'Lägg till punkt' }).click();
    await tab.getByLabel('Rubrik').fill('Fast vårdkontakt: alla har infört den');
    await tab.getByLabel('Slag av punkt').selectOption({ label: 'information' });
    await tab.getByLabel('Föredragande').fill('Sten Ljungåsen');
    await main.getByRole('button', { name: 'Lägg till' }).click();
    await main.getByRole('link', { name: 'Koppla uppdrag' }).click();
    await tab.getByLabel('Uppdrag', { exact: true }).fill('2026:4');
    await main.getByRole('button', { name: 'Filtrera' }).click();
    await main.getByRole('button', { name: 'Koppla uppdrag 2026:4' }).click();
    assert.match((await tab.getByRole('status').textContent()) ?? '', /kopplad till uppdrag 2026:4/);

    await main.getByRole('link', { name: 'Anteckna beslut' }).click();
    assert.match((await main.textContent()) ?? '', /ingen beslutanderätt i sak/);
    await tab.getByLabel('Beslutssatser').fill('att godkänna informationen och lägga den till handlingarna');
    await main.getByRole('button', { name: 'Anteckna' }).click();
    await main.getByRole('link', { name: 'Fatta beslutet' }).click();
    await main.getByRole('button', { name: 'Fatta beslutet' }).click();
    assert.match((await main.textContent()) ?? '', /Beredning för lokal vård beslutar\s*att godkänna informationen/);

    await main.getByRole('link', { name: /^2026:4/ }).click();
    assert.match((await main.textContent()) ?? '', /Fast vårdkontakt: alla har infört den/);
    assert.match((await main.textContent()) ?? '', /20 november 2026/);
    await tab.context().close();
  });

  test('with the keyboard alone: a meeting is summoned and its members stand on the list', async () => {
    const tab = await desk.secretary();
    await tab.goto(`${desk.origin}/sammantraden`);
    await focusOn(tab, 'Sammanträde 10 december 2026');
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/\/sammantraden\/[0-9a-f-]+$/);
    await focusOn(tab, 'Kalla');
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/\/svar$/);
    await focusOn(tab, 'Kalla');
    await tab.keyboard.press('Enter');
    await tab.getByRole('status').waitFor();
    assert.match((await tab.getByRole('status').textContent()) ?? '', /Sammanträdet är kallat/);
    await tab.getByRole('table', { name: 'Ledamöter kallas' }).waitFor();
    await tab.context().close();
  });

  for (const language of languagesLookedAt)
    test(`axe finds nothing on the pages of meetings at 360 and 1280 px; ${language}`, async () => {
      const tab = await desk.secretary();
      const see = async (path: string) => {
        await tab.goto(`${desk.origin}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
        await assertAccessibleNarrowAndWide(tab);
      };
      await see('/sammantraden');
      const { id, items } = await desk.site.read(async (r) => {
        const { meetings } = await listMeetings(r, { from: '2026-12-03', to: '2026-12-03' });
        return await getMeeting(r, meetings[0]!.id);
      });
      const at = `/sammantraden/${id}`;
      const item = `${at}/punkter/${items[0]!.id}`;
      for (const path of [
        at,
        '/sammantraden/planera',
        `${at}/andra`,
        `${at}/tidplan`,
        `${at}/lage/stall-in`,
        `${at}/punkter/ny`,
      ])
        await see(path);
      for (const end of ['', '/uppdrag', '/uppdrag?sok=vård', '/beslut', '/ta-bort']) await see(`${item}${end}`);
      await tab.context().close();
    });
});

/** Goes forward with Tab until the control with this name has focus; fails when the page is at its end. */
async function focusOn(tab: Page, name: string): Promise<void> {
  await tab.locator('main').focus();
  for (let step = 0; step < 80; step += 1) {
    await tab.keyboard.press('Tab');
    const focused = await tab.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    if (focused === name) return;
  }
  throw new Error(`Tab never came to "${name}".`);
}
