import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { assertAccessibleNarrowAndWide, languagesLookedAt, noBrowser } from '../support/browser.ts';
import { type DemoBrowser, openDemoBrowser } from '../support/demo-browser.ts';

suite('an agenda in Chromium', { skip: noBrowser }, () => {
  let desk: DemoBrowser;
  before(async () => {
    desk = await openDemoBrowser();
  });
  after(() => desk?.close());

  test('without script: standing items, a matter with its memo and papers, notice and supplement', async () => {
    const tab = await desk.secretary({ javaScriptEnabled: false });
    const main = tab.getByRole('main');
    await plan(tab, main, '2026-12-17');
    await main.getByRole('link', { name: 'Arbeta med dagordningen' }).click();
    await main.getByRole('button', { name: 'Lägg in stående punkter' }).click();
    assert.match((await main.textContent()) ?? '', /Sammanträdets öppnande och upprop/);

    await main.getByRole('link', { name: 'Lägg till punkt' }).click();
    await tab.getByLabel('Rubrik').fill('Rapportering till nämnden');
    await tab.getByLabel('Slag av punkt').selectOption({ label: 'beslut' });
    await tab.getByLabel('Diarienummer').fill('26RS9911');
    await tab.getByLabel('Öppna ett ärende').check();
    await main.getByRole('button', { name: 'Lägg till' }).click();
    await main.getByRole('link', { name: 'Ändra punkten : Rapportering till nämnden' }).click();
    await main.getByRole('link', { name: 'Förslag till beslut' }).click();
    await tab.getByLabel('Beslutssatser').fill('att godkänna rapporten\natt paragrafen förklaras omedelbart justerad');
    await main.getByRole('button', { name: 'Anteckna' }).click();
    assert.match(
      (await main.textContent()) ?? '',
      /att godkänna rapporten, samt\s*att paragrafen förklaras omedelbart justerad\./,
    );

    await main.getByRole('link', { name: 'Arbeta med dagordningen' }).click();
    assert.match((await main.textContent()) ?? '', /4\s*Rapportering till nämnden/, 'it is numbered by its place');
    await main.getByRole('link', { name: /^inget underlag\s*: Rapportering/ }).click();
    await tab
      .getByLabel('Fil')
      .setInputFiles({ name: 'rapport.txt', mimeType: 'text/plain', buffer: Buffer.from('Rapporten') });
    await tab.getByLabel('Rubrik').fill('Rapport för 2026');
    await main.getByRole('button', { name: 'Lämna in' }).click();
    await main.getByRole('link', { name: 'Till dagordningen' }).click();
    await main.getByRole('link', { name: /^PM\s*: Rapportering/ }).click();
    await tab.getByLabel('Handläggare').fill('Sten Ljungåsen');
    await tab.getByLabel('Sammanfattning').fill('Beredningen lämnar en rapport.');
    for (const box of await tab.getByLabel('Beslutet får inga konsekvenser').all()) await box.check();
    assert.equal(await tab.getByLabel('Beslutsunderlag').inputValue(), 'Rapport för 2026');
    await main.getByRole('button', { name: 'Spara' }).click();
    await main.getByRole('button', { name: 'PM:et är klart' }).click();
    assert.match((await main.textContent()) ?? '', /PM:et är klart och kan skickas med kallelsen/);

    await main.page().getByRole('link', { name: 'Sammanträde 17 december 2026' }).click();
    await main.getByRole('link', { name: 'Arbeta med dagordningen' }).click();
    await main.getByRole('button', { name: 'Flytta ned : Rapportering till nämnden' }).click();
    await main.getByRole('button', { name: 'Flytta upp : Rapportering till nämnden' }).click();
    await main.getByRole('button', { name: 'Frys dagordningen som kallelse' }).click();
    await main.getByRole('link', { name: 'Lägg till punkt' }).click();
    await tab.getByLabel('Rubrik').fill('Sent ärende');
    await main.getByRole('button', { name: 'Lägg till' }).click();
    await main.getByRole('link', { name: 'Arbeta med dagordningen' }).click();
    await main.getByRole('button', { name: 'Frys som tilläggskallelse 1' }).click();
    await main.getByRole('link', { name: 'Kallelse', exact: true }).click();
    assert.doesNotMatch((await main.textContent()) ?? '', /Sent ärende/);
    await tab.context().close();
  });

  test('with the keyboard: minutes move the times at once, a line moves with Alt and an arrow, the end is warned of', async () => {
    const tab = await desk.secretary();
    const main = tab.getByRole('main');
    await plan(tab, main, '2026-12-18');
    await main.getByRole('link', { name: 'Skriv tidplan' }).click();
    for (const title of ['Öppnande', 'Rapport', 'Paus']) {
      await main.getByRole('button', { name: 'Lägg till rad' }).press('Enter');
      await tab.getByLabel('Rubrik').last().fill(title);
    }
    const minutes = tab.getByLabel('Minuter');
    await minutes.nth(1).fill('180');
    const line = (number: number) => main.getByRole('group', { name: `Rad ${number}` });
    await line(3).getByText('12:15–12:30').waitFor();
    await main.getByText('30 minuter efter sammanträdets slut 12:00').waitFor();
    await tab.getByLabel('Rubrik').nth(2).press('Alt+ArrowUp');
    assert.equal(await tab.getByLabel('Rubrik').nth(1).inputValue(), 'Paus');
    await line(2).getByText('09:15–09:30').waitFor();
    assert.equal(
      await tab.evaluate(() => (document.activeElement as HTMLInputElement).value),
      'Paus',
      'the focus follows the line',
    );
    await minutes.nth(2).fill('90');
    await tab.getByLabel('Börjar kl.').nth(2).fill('10.00');
    await line(3).getByText('10:00–11:30').waitFor();
    await main.getByRole('button', { name: 'Spara tidplanen' }).press('Enter');
    await tab.waitForURL(/#tidplan$/);
    assert.match(
      (await main.getByRole('list', { name: 'Preliminär tidplan' }).textContent()) ?? '',
      /10:00–11:30\s*Rapport/,
    );
    await tab.context().close();
  });

  for (const language of languagesLookedAt)
    test(`its pages are accessible at 360 and 1280 px (${language})`, async () => {
      const tab = await desk.secretary();
      const main = tab.getByRole('main');
      const at = await plan(tab, main, language === 'sv' ? '2026-12-21' : '2026-12-22');
      await tab.goto(`${at}/dagordning`);
      await main.getByRole('button', { name: 'Lägg in stående punkter' }).click();
      await main.getByRole('button', { name: 'Frys dagordningen som kallelse' }).click();
      const item = await main.getByRole('link', { name: 'Anmälan av frågor', exact: true }).getAttribute('href');
      const standing = await main.getByRole('link', { name: 'Organets stående punkter' }).getAttribute('href');
      if (language === 'en') await tab.getByRole('link', { name: 'English' }).click();
      const pages = [
        `${at}/dagordning`,
        `${at}/dagordning/versioner/1`,
        `${at}/tidplan`,
        `${at}/punkter/ny`,
        ...['', '/pm', '/handlingar', '/vackt'].map((path) => `${desk.origin}${item}${path}`),
        `${desk.origin}${standing}`,
      ];
      for (const address of pages) {
        await tab.goto(address);
        await assertAccessibleNarrowAndWide(tab);
      }
      await tab.context().close();
    });
});

/** Plans a meeting through its form and answers its address. */
async function plan(tab: Page, main: Locator, day: string): Promise<string> {
  await tab.getByRole('link', { name: 'Sammanträden', exact: true }).first().click();
  await main.getByRole('link', { name: 'Planera sammanträde' }).click();
  await tab.getByLabel('Organ', { exact: true }).selectOption({ label: 'Beredning för lokal vård' });
  await tab.getByLabel('Dag', { exact: true }).fill(day);
  await tab.getByLabel('Börjar').fill('09:00');
  await tab.getByLabel('Slutar').fill('12:00');
  await main.getByRole('button', { name: 'Planera' }).click();
  await main.getByRole('heading', { name: /^Sammanträde / }).waitFor();
  return tab.url().split('#')[0]!;
}
