import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { listConsultations, makeConsultationLink } from '../../src/domain/consultations/index.ts';
import { assertAccessibleNarrowAndWide, launchBrowser, noBrowser, openPage } from '../support/browser.ts';
import { type DemoBrowser, openDemoBrowser } from '../support/demo-browser.ts';

suite('answering a consultation in Chromium', { skip: noBrowser }, () => {
  let desk: DemoBrowser;
  before(async () => {
    desk = await openDemoBrowser();
  });
  after(() => desk?.close());

  test('a municipality without an account and without script saves a draft, adds a file and sends its answer', async () => {
    const all = await desk.site.read((r) => listConsultations(r));
    const asked = all.flatMap(({ responses }) => responses).find(({ respondent }) => respondent === 'Björknäs kommun')!;
    const token = await desk.site.write('matter.edit', async (w) => {
      const { id } = await w.db
        .selectFrom('consultation_letter')
        .select('id')
        .where('tenant_id', '=', w.tenantId)
        .where('consultation_response_id', '=', asked.id)
        .limit(1)
        .executeTakeFirstOrThrow();
      return await makeConsultationLink(w, id);
    });
    const browser = await launchBrowser();
    const tab = await openPage(browser, { javaScriptEnabled: false });
    const main = tab.locator('main');
    await tab.goto(`${desk.origin}/remissvar/${token}`);
    await tab.getByLabel('avstyrker').check();
    await tab.getByLabel('Synpunkter och medskick').fill('Vi har inte råd.');
    await tab.getByLabel('Bifoga filer').setInputFiles({
      name: 'yttrande.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Yttrande från Björknäs'),
    });
    // The first button is the one that the Enter key presses: it keeps a draft and sends nothing.
    await tab.getByLabel('Organ som svarar').press('Enter');
    assert.match((await main.textContent()) ?? '', /Ett utkast är sparat[\s\S]*yttrande\.txt/);
    assert.equal(await tab.getByLabel('Synpunkter och medskick').inputValue(), 'Vi har inte råd.');
    await main.getByRole('button', { name: 'Skicka svaret' }).click();
    assert.match((await main.textContent()) ?? '', /Fyll i/, 'the body that answers is missing');
    await tab.getByLabel('Organ som svarar').fill('Socialnämnden');
    await main.getByRole('button', { name: 'Skicka svaret' }).click();
    assert.match((await main.textContent()) ?? '', /Svaret är mottaget/);
    await tab.context().close();
    const seeing = await openPage(browser);
    await seeing.goto(`${desk.origin}/remissvar/${token}`);
    await assertAccessibleNarrowAndWide(seeing, 320);
    await browser.close();
  });
});
