import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { findAssignmentByRef } from '../../src/domain/assignments/index.ts';
import { recordsReadFrom, rememberSource } from '../../src/domain/matters/index.ts';
import { assertAccessible, launchBrowser, noBrowser, openPage, screenshot } from '../support/browser.ts';
import { buildDocument } from '../support/build-matters.ts';
import { type DemoSite, demoPassword, openDemoSite } from '../support/demo-site.ts';

const planText = 'Verksamhetsplan 2026\n\nNr 3. Att följa utvärderingen av det mobila närvårdsteamet.\n';

suite('assignments and their threads in Chromium', { skip: noBrowser }, () => {
  let browser: Browser;
  let site: DemoSite;
  let server: { origin: string; close: () => Promise<void> };
  let passage: string;
  before(async () => {
    browser = await launchBrowser();
    site = await openDemoSite();
    const documentId = await buildDocument(site.database, { title: 'Verksamhetsplan 2026', sourceText: planText });
    const assignment = await site.read((r) => findAssignmentByRef(r, { year: 2026, number: 3 }));
    await site.write('intake.confirm', async (w) => {
      const at = { documentId, start: 22, end: planText.length - 1, line: 3, rule: 'numbered', confidence: 1 };
      await rememberSource(w, { noun: 'assignment', recordId: assignment!.id, ...at });
      await w.log({ noun: 'assignment', recordId: assignment!.id, summary: 'source' });
    });
    passage = (await site.read((r) => recordsReadFrom(r, documentId)))[0]!.id;
    server = await site.listen();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
    await site?.close();
  });

  async function signIn(tab: Page, login: string): Promise<void> {
    await tab.goto(server.origin);
    await tab.getByLabel('Användarnamn').fill(login);
    await tab.getByLabel('Lösenord').fill(demoPassword);
    await tab.getByRole('button', { name: 'Logga in', exact: true }).click();
    await tab.getByRole('heading', { level: 1, name: 'Idag' }).waitFor();
  }
  const heading = async (tab: Page) => (await tab.getByRole('heading', { level: 1 }).textContent())?.trim() ?? '';

  test('a member follows the thread of the mobile team without script: back to 2024, to the decision, the meeting, the source, the report', async () => {
    const tab = await openPage(browser, { javaScriptEnabled: false });
    await signIn(tab, 'ledamot');
    const row = tab.getByRole('row', { name: /Följa utvärderingen av det mobila/ });
    await row.getByRole('link', { name: /^2026:3/ }).click();
    assert.match(await heading(tab), /Följa utvärderingen av det mobila närvårdsteamet/);
    const thread = tab.getByRole('list', { name: 'Den röda tråden' });

    await thread.getByRole('link', { name: /Utreda förutsättningarna för ett mobilt närvårdsteam/ }).click();
    assert.match(await heading(tab), /Utreda förutsättningarna/);
    await tab
      .getByRole('link', { name: /Mobilt närvårdsteam: start av pilot/ })
      .first()
      .click();
    assert.match(await heading(tab), /start av pilot/);
    await tab.getByText('att 3,4 mkr avsätts ur nämndens ram').waitFor();
    await tab.getByRole('link', { name: '24 oktober 2024' }).click();
    assert.match(tab.url(), /\/sammantraden\//);

    await tab.goBack();
    await tab
      .getByRole('row', { name: /2024:3/ })
      .getByRole('link')
      .click();
    await tab
      .getByRole('list', { name: 'Den röda tråden' })
      .getByRole('link', { name: /Följa utvärderingen/ })
      .click();
    await tab.getByRole('link', { name: /Läst i Verksamhetsplan 2026, rad 3/ }).click();
    assert.equal(new URL(tab.url()).pathname, `/kallor/stycke/${passage}`);
    await tab.getByText('Nr 3. Att följa utvärderingen av det mobila närvårdsteamet.').waitFor();
    await tab.getByRole('link', { name: /^2026:3/ }).click();
    await thread
      .getByRole('link', { name: /Återrapportering/ })
      .last()
      .click();
    assert.match(tab.url(), /\/uppfoljning\//);
  });

  test('the list is narrowed, ordered and gone through with the keyboard alone', async () => {
    const tab = await openPage(browser);
    await signIn(tab, 'sekreterare');
    await tab.getByRole('link', { name: 'Uppdrag', exact: true }).focus();
    await tab.keyboard.press('Enter');
    await tab.getByRole('heading', { level: 1, name: 'Uppdrag' }).waitFor();
    await tab.getByLabel('Sök').focus();
    await tab.keyboard.type('mobila');
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/sok=mobila/);
    await tab
      .getByRole('columnheader', { name: /Uppdrag/ })
      .getByRole('link')
      .focus();
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/ordning=rubrik/);
    assert.equal(await tab.getByRole('columnheader', { name: /Uppdrag/ }).getAttribute('aria-sort'), 'ascending');
    await tab
      .getByRole('row', { name: /2026:3/ })
      .getByRole('link')
      .first()
      .focus();
    await tab.keyboard.press('Enter');
    await tab.getByRole('list', { name: 'Den röda tråden' }).waitFor();
  });

  test('a secretary links an agenda item without script, and it stands in the thread', async () => {
    const tab = await openPage(browser, { javaScriptEnabled: false });
    await signIn(tab, 'sekreterare');
    await tab.goto(`${server.origin}/uppdrag/2026:13`);
    await tab.getByRole('link', { name: 'Koppla en ärendepunkt' }).first().click();
    await tab.getByLabel('Sammanträde').selectOption({ label: '2026-09-17 Beredning för lokal vård, sammanträde' });
    await tab.getByRole('button', { name: 'Visa ärendepunkter' }).click();
    await tab.getByRole('radio', { name: /Patientsäkerhetsplanens första halvår/ }).check();
    await tab.getByRole('button', { name: 'Koppla', exact: true }).click();
    await tab.getByText(/Ärendepunkten är kopplad/).waitFor();
    await tab
      .getByRole('list', { name: 'Den röda tråden' })
      .getByRole('link', { name: /Patientsäkerhetsplanens/ })
      .waitFor();
  });

  test('a faulty form says what to correct and keeps what was typed', async () => {
    const tab = await openPage(browser);
    await signIn(tab, 'sekreterare');
    await tab.goto(`${server.origin}/uppdrag/ny`);
    await tab.getByLabel('Nummer i planen').fill('3');
    await tab.getByLabel('Uppdragets text').fill('Att ta ett upptaget nummer.');
    await tab.getByLabel('Ges av').selectOption({ label: 'Regionfullmäktige' });
    await tab.getByRole('button', { name: 'Ge uppdrag' }).click();
    const summary = tab.getByRole('alert');
    await summary.waitFor();
    assert.ok(await summary.evaluate((element) => element === document.activeElement), 'focus stands in the summary');
    await summary.getByRole('link').click();
    assert.equal(await tab.getByLabel('Nummer i planen').inputValue(), '3');
    assert.equal(await tab.getByLabel('Uppdragets text').inputValue(), 'Att ta ett upptaget nummer.');
    await assertAccessible(tab);
  });

  for (const [language, width, colorScheme] of [
    ['sv', 1280, 'light'],
    ['en', 360, 'dark'],
  ] as const)
    test(`the pages are accessible in ${language}, ${width} px, ${colorScheme}`, async () => {
      const tab = await openPage(browser, { viewport: { width, height: 900 }, colorScheme });
      await signIn(tab, 'sekreterare');
      if (language === 'en') await tab.getByRole('link', { name: 'English' }).click();
      const id = (await site.read((r) => findAssignmentByRef(r, { year: 2026, number: 3 })))!.id;
      const forms = ['andra', 'lage', 'mal', 'samband', 'belagg'].map((name) => `/uppdrag/${id}/${name}`);
      const pages = [
        '/',
        '/uppdrag',
        '/uppdrag?ar=2026&status=none',
        '/uppdrag/ny',
        `/uppdrag/${id}`,
        ...forms,
        `/kallor/stycke/${passage}`,
      ];
      for (const path of pages) {
        await tab.goto(`${server.origin}${path}`);
        await assertAccessible(tab);
        await screenshot(tab, `assignments-${language}-${path.replace(id, '2026-3').replace(passage, 'passage')}`);
      }
    });
});
