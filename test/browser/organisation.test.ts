import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { findBodyByName, listSeats } from '../../src/domain/organisation/index.ts';
import { assertAccessible, launchBrowser, noBrowser, openPage } from '../support/browser.ts';
import { type DemoSite, demoPassword, openDemoSite } from '../support/demo-site.ts';

suite('bodies, handbook and accessibility in Chromium', { skip: noBrowser }, () => {
  let site: DemoSite;
  let server: { origin: string; close: () => Promise<void> };
  let browser: Browser;
  before(async () => {
    [site, browser] = await Promise.all([openDemoSite(), launchBrowser()]);
    server = await site.listen();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
    await site?.close();
  });

  async function signedIn(options: BrowserContextOptions = {}): Promise<Page> {
    const tab = await openPage(browser, options);
    await tab.goto(`${server.origin}/logga-in`);
    await tab.getByLabel('Användarnamn').fill('sekreterare');
    await tab.getByLabel('Lösenord').fill(demoPassword);
    await tab.getByRole('main').getByRole('button', { name: 'Logga in' }).click();
    return tab;
  }

  test('without script: a name that looks alike is confirmed, and a vacant seat is filled', async () => {
    const tab = await signedIn({ javaScriptEnabled: false });
    const main = tab.getByRole('main');
    await tab.getByRole('link', { name: 'Organ', exact: true }).click();
    await tab.getByLabel('Namn i handlingarna').fill('Beredning för lokalvård');
    await main.getByRole('button', { name: 'Slå upp' }).click();
    await main.getByRole('link', { name: 'Bekräfta att det är samma som Beredning för lokal vård' }).click();
    await tab.getByLabel('Varför är det samma organ?').fill('skrivfel i kallelsen');
    await main.getByRole('button', { name: 'Lägg till namnet' }).click();
    assert.equal(await tab.textContent('h1'), 'Beredning för lokal vård');
    assert.match((await main.textContent()) ?? '', /skrivfel i kallelsen/);

    await main.getByRole('link', { name: /^Besätt/ }).click();
    await tab.getByLabel('Namn', { exact: true }).fill('Prov Provsson');
    await main.getByRole('button', { name: 'Besätt' }).click();
    assert.match((await tab.getByRole('status').textContent()) ?? '', /Platsen är besatt/);
    assert.match((await tab.getByRole('table', { name: 'Ledamöter' }).textContent()) ?? '', /Prov Provsson/);
    await tab.context().close();
  });

  for (const language of ['sv', 'en'] as const)
    for (const width of [360, 1280])
      test(`axe finds nothing on these pages; ${language}, ${width} px`, async () => {
        const tab = await signedIn({ viewport: { width, height: 800 } });
        const { id, seatId } = await site.read(async (r) => {
          const body = await findBodyByName(r, 'Hälso- och sjukvårdsnämnden');
          const [seat] = await listSeats(r, body!.id, '2026-11-22');
          return { id: body!.id, seatId: seat!.id };
        });
        const at = `/organ/${id}`;
        const paths = ['/organ', '/organ?namn=Beredning+f%C3%B6r+somatik+och+lokal+v%C3%A5rd', '/organ/nytt', at];
        const forms = ['/andra', '/namn', '/reglemente', '/platser/ny', `/platser/${seatId}/vakant`].map(
          (end) => at + end,
        );
        for (const path of [...paths, ...forms, '/handbok', '/handbok/sammantraden', '/tillganglighet']) {
          await tab.goto(`${server.origin}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
          await assertAccessible(tab);
        }
        await tab.context().close();
      });
});
