import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser, noBrowser, openPage } from '../support/browser.ts';
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

test('a form is begun, gets two questions, one of them moved, and is tried, with the keyboard alone', {
  skip: noBrowser,
}, async () => {
  const page = await openPage(browser);
  const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
  await signInByForm(page, server.origin, 'samverkan');
  await page.goto(`${server.origin}/formular`);
  await pressEnterOn(page, page.getByRole('link', { name: 'Nytt formulär' }), heading('Nytt formulär'));
  await tabTo(page, page.getByLabel('Namn i listan'));
  await page.keyboard.type('Läget i vårt samarbete');
  await tabTo(page, page.getByRole('radio').first());
  await page.keyboard.press('Space');
  const save = page.getByRole('button', { name: 'Spara', exact: true });
  const addQuestion = page.getByRole('link', { name: /^Lägg till fråga/ });
  await pressEnterOn(page, save, addQuestion);
  for (const question of ['Har ni en gemensam plan?', 'Vet ni vem ni ringer?']) {
    await pressEnterOn(page, addQuestion, heading('Lägg till fråga'));
    await tabTo(page, page.getByLabel('Fråga', { exact: true }));
    await page.keyboard.type(question);
    await pressEnterOn(page, save, page.getByText('Sparat i utkastet.'));
  }
  await pressEnterOn(page, page.getByRole('button', { name: 'Flytta upp 2' }), page.getByText('Flyttat.'));
  const preview = page.getByRole('link', { name: 'Prova formuläret' });
  await pressEnterOn(page, preview, page.getByRole('heading', { level: 1, name: /^Prova: / }));
  const asked = await page.getByRole('article').allInnerTexts();
  assert.match(asked[0]!, /Vet ni vem ni ringer\?/);
  assert.match(asked[1]!, /Har ni en gemensam plan\?/);
  await tabTo(page, page.getByRole('radio').first());
  await page.keyboard.press('Space');
  assert.ok(await page.getByRole('radio').first().isChecked());
  await page.context().close();
});
