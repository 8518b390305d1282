import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { getNationalReport, listNationalReports } from '../../src/domain/returns/index.ts';
import { assertAccessible, launchBrowser, noBrowser, openPage } from '../support/browser.ts';
import { type DemoSite, openDemoSite, signInByForm } from '../support/demo-site.ts';
import { pressEnterOn, tabTo } from '../support/keyboard.ts';

let site: DemoSite;
let browser: Browser;
let server: Awaited<ReturnType<DemoSite['listen']>>;
before(async () => {
  if (noBrowser) return;
  site = await openDemoSite();
  browser = await launchBrowser();
  server = await site.listen();
});
after(async () => {
  await browser?.close();
  await server?.close();
  await site?.close();
});

const answersNow = async () => {
  const [report] = await site.read((r) => listNationalReports(r));
  return (await site.read((r) => getNationalReport(r, report!.id))).response.answers;
};

/** Waits until an answer has saved itself and the page says so: that it is saving may pass unseen. */
async function untilSaved(
  page: Page,
  isThere: (answers: Awaited<ReturnType<typeof answersNow>>) => boolean,
): Promise<void> {
  for (let tries = 0; !isThere(await answersNow()); tries += 1) {
    assert.ok(tries < 100, 'the answer has not saved itself');
    await page.waitForTimeout(200);
  }
  await page.getByText('Sparat', { exact: true }).waitFor();
}

async function toSection(page: Page, title: string): Promise<void> {
  await signInByForm(page, server.origin, 'samverkan');
  await page.goto(`${server.origin}/redovisningar`);
  await page
    .getByRole('link', { name: /^Redovisning av God/ })
    .first()
    .click();
  await page.getByRole('link', { name: title, exact: true }).first().click();
}

test('answers save themselves, and a follow-up question comes and goes at once with its answer kept', {
  skip: noBrowser,
}, async () => {
  const page = await openPage(browser);
  await toSection(page, 'Kontinuitet och fasta kontakter');
  const question = page.getByRole('article', { name: /^30 / });
  const follow = page.locator('[data-question="30a"]');
  assert.equal(await follow.isVisible(), false);
  await question.getByLabel('Ja', { exact: true }).check();
  await follow.getByRole('textbox').first().fill('Enligt riktlinjen från i våras.');
  await untilSaved(page, (answers) => answers['30a'] !== undefined);
  assert.deepEqual((await answersNow())['30a']!.value, { kind: 'text', text: 'Enligt riktlinjen från i våras.' });
  await question.getByLabel('Nej', { exact: true }).check();
  assert.equal(await follow.isVisible(), false);
  await untilSaved(page, ({ '30': answer }) => answer?.value.kind === 'choice' && answer.value.option === 'no');
  const later = await answersNow();
  assert.deepEqual(later['30']!.value, { kind: 'choice', option: 'no', specify: null });
  assert.deepEqual(later['30a']!.value, { kind: 'text', text: 'Enligt riktlinjen från i våras.' });
  await question.getByLabel('Ja', { exact: true }).check();
  assert.equal(await follow.getByRole('textbox').first().inputValue(), 'Enligt riktlinjen från i våras.');
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  await page.getByText(/Svaren är sparade|Inget var ändrat/).waitFor();
  await page.context().close();
});

test('a section is answered with the keyboard alone', { skip: noBrowser }, async () => {
  const page = await openPage(browser);
  await toSection(page, 'Kontinuitet och fasta kontakter');
  const question = page.getByRole('article', { name: /^30 / });
  const follow = page.locator('[data-question="30a"]');
  await tabTo(page, question.getByLabel('Ja', { exact: true }));
  await page.keyboard.press('ArrowDown');
  assert.ok(await question.getByLabel('Nej', { exact: true }).isChecked());
  assert.equal(await follow.isVisible(), false);
  await page.keyboard.press('ArrowUp');
  await tabTo(page, follow.getByRole('textbox').first());
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Enligt rutinen från i höstas.');
  const save = page.getByRole('button', { name: 'Spara', exact: true });
  await pressEnterOn(page, save, page.getByText(/Svaren är sparade|Inget var ändrat/));
  const answers = await answersNow();
  assert.deepEqual(answers['30']!.value, { kind: 'choice', option: 'yes', specify: null });
  assert.deepEqual(answers['30a']!.value, { kind: 'text', text: 'Enligt rutinen från i höstas.' });
  await page.context().close();
});

test('without script the same is done by saving', { skip: noBrowser }, async () => {
  const page = await openPage(browser, { javaScriptEnabled: false, viewport: { width: 360, height: 800 } });
  await toSection(page, 'Breddinförda insatser');
  await page.getByRole('button', { name: 'Öppna avsnittet igen' }).click();
  const follow = page.locator('[data-question="2a"]');
  assert.equal(await follow.isVisible(), true);
  await page.getByRole('article', { name: /^2 / }).getByLabel('Nej', { exact: true }).check();
  await page.getByRole('button', { name: 'Spara', exact: true }).click();
  assert.equal(await follow.isVisible(), false);
  assert.ok((await answersNow())['2a'], 'what was answered is kept');
  await page.context().close();
});
