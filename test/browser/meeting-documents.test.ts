import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { closePdfPool } from '../../src/documents/out/index.ts';
import { assertAccessible, noBrowser, screenshot } from '../support/browser.ts';
import { type DemoBrowser, openDemoBrowser } from '../support/demo-browser.ts';
import { assertConformingPdf } from '../support/pdf.ts';

suite('the documents of a meeting in Chromium', { skip: noBrowser }, () => {
  let desk: DemoBrowser;
  before(async () => {
    desk = await openDemoBrowser();
  });
  after(async () => {
    await closePdfPool();
    await desk?.close();
  });

  for (const script of [true, false])
    test(`${script ? 'with' : 'without'} script: a secretary fetches all papers of a meeting as one file`, async () => {
      const tab = await desk.secretary({ javaScriptEnabled: script });
      await openMeeting(tab);
      const main = tab.getByRole('main');
      const notice = await fetched(tab, () => main.getByRole('link', { name: 'PDF av Kallelse', exact: true }).click());
      assert.match(notice, /^kallelse-2026-12-10-.*\.pdf$/);
      // Made in a moment the file comes at once; otherwise a page shows how far it has come, and offers it.
      const papers = await fetched(tab, async (coming) => {
        await main.getByRole('link', { name: 'Alla handlingar (PDF)' }).click();
        const offered = main.getByRole('link', { name: 'Hämta handlingarna (PDF)' });
        await Promise.race([coming, offered.waitFor()]);
        if (await offered.isVisible()) await offered.click();
      });
      assert.match(papers, /^handlingar-2026-12-10-.*\.pdf$/);
      await tab.context().close();
    });

  test('the card and the page with the documents are accessible on a telephone and a desk, in both languages', async () => {
    for (const width of [360, 1280]) {
      const tab = await desk.secretary({ viewport: { width, height: 900 } });
      await openMeeting(tab);
      await assertAccessible(tab);
      await screenshot(tab, `meeting-documents-${width}`);
      await tab.goto(`${tab.url()}/handlingar`);
      await tab.getByRole('link', { name: 'Hämta handlingarna (PDF)' }).waitFor();
      await assertAccessible(tab);
      await tab.getByRole('link', { name: 'English' }).click();
      await tab.getByRole('link', { name: 'Fetch the papers (PDF)' }).waitFor();
      await assertAccessible(tab);
      await screenshot(tab, `meeting-papers-${width}`);
      await tab.goto(tab.url().replace(/\/handlingar$/, ''));
      await assertAccessible(tab);
      await tab.context().close();
    }
  });
});

/** Does what leads to a file, and answers the name of the file that came; it must conform. */
async function fetched(tab: Page, lead: (coming: Promise<unknown>) => Promise<void>): Promise<string> {
  const coming = tab.waitForEvent('download', { timeout: 30_000 });
  const [download] = await Promise.all([coming, lead(coming)]);
  await assertConformingPdf(readFileSync(await download.path()));
  return download.suggestedFilename();
}

async function openMeeting(tab: Page): Promise<void> {
  await tab.getByRole('link', { name: 'Sammanträden', exact: true }).first().click();
  await tab.getByRole('main').getByRole('link', { name: 'Sammanträde 10 december 2026' }).first().click();
}
