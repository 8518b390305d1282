import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, suite, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import {
  assertAccessible,
  assertAccessibleNarrowAndWide,
  languagesLookedAt,
  launchBrowser,
  noBrowser,
  openPage,
  screenshot,
} from '../support/browser.ts';
import { type DemoSite, demoPassword, openDemoSite } from '../support/demo-site.ts';
import { decideWaiting, readPaper, readWaiting, report, reportPath } from '../support/intake-site.ts';
import { printedReport } from '../support/printed-report.ts';
import { noSeeds, seedPath } from '../support/seeds.ts';

suite('reading papers in, in Chromium', { skip: noBrowser }, () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser?.close());

  /** A fresh region with a tab in which somebody has signed in by the form. */
  async function visit(
    run: (tab: Page, site: DemoSite, origin: string) => Promise<void>,
    options: Parameters<typeof openPage>[1] & { readonly login?: string } = {},
  ): Promise<void> {
    const { login = 'sekreterare', ...looks } = options;
    const site = await openDemoSite();
    const { origin, close } = await site.listen();
    const tab = await openPage(browser, looks);
    tab.setDefaultTimeout(10_000);
    try {
      await tab.goto(`${origin}/logga-in?till=/las-in`);
      await tab.getByLabel('Användarnamn').fill(login);
      await tab.getByLabel('Lösenord').fill(demoPassword);
      await tab.getByRole('main').getByRole('button', { name: 'Logga in', exact: true }).click();
      await run(tab, site, origin);
    } finally {
      await tab.context().close();
      await close();
      await site.close();
    }
  }

  const heading = async (tab: Page) => (await tab.getByRole('heading', { level: 1 }).textContent()) ?? '';
  const current = (tab: Page) =>
    tab.getByRole('listitem').filter({ has: tab.getByRole('button', { name: /^Avvisa/ }) });
  const chosen = async (tab: Page) => (await current(tab).getByRole('heading', { level: 3 }).textContent()) ?? '';

  for (const javaScriptEnabled of [true, false])
    test(`from the file to the thread: one confirmed, one changed, one rejected, one undone, the rest at once; script ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
      await visit(
        async (tab, site) => {
          assert.equal(await heading(tab), 'Läs in');
          await tab.getByLabel('Filer').setInputFiles(reportPath);
          await tab.getByRole('button', { name: 'Läs in' }).click();
          await tab.getByRole('heading', { name: 'Filen läses in' }).waitFor();
          await tab.getByRole('button', { name: 'Sluta uppdatera sidan av sig själv' }).click();
          await readWaiting(site);
          await tab.getByRole('button', { name: 'Visa läget nu' }).click();
          assert.equal(await heading(tab), 'Återrapportering till hälso- och sjukvårdsnämnden');
          assert.match(await chosen(tab), /^2022:1 Att följa arbetet med fast vårdkontakt/);

          await tab.getByRole('button', { name: 'Bekräfta 2022:1' }).click();
          await tab.getByText('Bekräftat: 2022:1').waitFor();
          assert.match(await chosen(tab), /^Svar på 2022:1/);

          await tab.getByRole('link', { name: /^Svar på 2022:2/ }).click();
          await tab.getByRole('link', { name: 'Ändra Svar på 2022:2' }).click();
          await tab.getByLabel('Svarstyp').selectOption({ label: 'Föredragning eller information' });
          await tab.getByLabel('Sammanträden').fill('2022-05-17\nmaj');
          await tab.getByRole('button', { name: 'Spara ändringen' }).click();
          await tab.getByRole('link', { name: /^Sammanträden: Skriv ett datum på varje rad/ }).click();
          await tab.getByLabel('Sammanträden').fill('2022-05-17');
          await tab.getByRole('button', { name: 'Spara ändringen' }).click();
          await tab.getByRole('status').filter({ hasText: 'Ändrat: Svar på 2022:2' }).waitFor();
          await current(tab).getByText('Föredragning eller information (ändrat)').waitFor();

          await tab.getByRole('link', { name: '2022:5 Att sprida kunskap om egenmonitorering.' }).click();
          await tab.getByRole('button', { name: /^Avvisa 2022:5/ }).click();
          await tab.getByText('Avvisat: 2022:5').waitFor();
          await tab.getByRole('button', { name: /^Ångra 2022:5/ }).click();
          await tab.getByText('Ångrat: 2022:5').waitFor();
          await tab.getByRole('button', { name: /^Avvisa 2022:5/ }).click();

          await tab.getByRole('link', { name: /^Bekräfta \d+ säkra$/ }).click();
          await tab.getByLabel('Hur säker läsningen ska ha varit').selectOption({ label: 'Alla utan öppna frågor' });
          await tab.getByRole('button', { name: 'Filtrera' }).click();
          await tab.getByText('3 uppdrag skrivs i registret.').waitFor();
          await tab.getByRole('button', { name: /^Bekräfta \d+ förslag$/ }).click();
          await tab.getByText('Många förslag bekräftas').waitFor();
          await decideWaiting(site, await site.signIn('sekreterare'));
          await tab.getByText(/^Bekräftat: 3 uppdrag/).waitFor();
          await tab.getByText('Uppdraget 2022:5 finns inte i registret. Bekräfta uppdraget först.').waitFor();
          await tab.getByRole('link', { name: '2022:2 Att följa utvecklingen av mobila team.', exact: true }).click();
          assert.match(await heading(tab), /mobila team/);
          await tab
            .getByText(/studiebesök hos det mobila teamet/i)
            .first()
            .waitFor();
        },
        { javaScriptEnabled },
      );
    });

  test('one can review with the keyboard alone, in place, and turn the keys off', async () => {
    await visit(async (tab, site, origin) => {
      const { id } = await readPaper(site, await site.signIn('sekreterare'));
      await tab.goto(`${origin}/las-in/${id}`);
      await tab.evaluate(() => {
        (globalThis as { stayed?: boolean }).stayed = true;
      });
      const first = await chosen(tab);
      await tab.keyboard.press('j');
      assert.equal(await chosen(tab), first, 'keys do nothing before the focus is in the list');
      await tab.getByText('Tangenter', { exact: true }).focus();
      await tab.keyboard.press('j');
      await tab.waitForURL(/post=/);
      assert.notEqual(await chosen(tab), first);
      await tab.keyboard.press('k');
      await tab.getByRole('button', { name: 'Bekräfta 2022:1' }).waitFor();
      await tab.keyboard.press('c');
      await tab.getByText('Bekräftat: 2022:1').first().waitFor();
      assert.match(await chosen(tab), /^Svar på 2022:1/);
      assert.ok(
        await current(tab).evaluate((card) => card === document.activeElement),
        'the next proposal has the focus',
      );
      await tab.keyboard.press('u');
      await tab.getByText('Ångrat: 2022:1').first().waitFor();
      await tab.keyboard.press('Enter');
      await tab.getByText('Bekräftat: 2022:1').first().waitFor();

      // The card turns into its form where it stands, and keeps what was typed when it is refused.
      await tab.keyboard.press('e');
      await tab.getByRole('heading', { level: 1, name: /^Ändra: Svar på 2022:1/ }).waitFor();
      await tab.getByLabel('Sammanträden').fill('xj');
      await tab.getByLabel('Sammanträden').press('j');
      assert.equal(await tab.getByLabel('Sammanträden').inputValue(), 'xjj', 'letters typed in a field are letters');
      await tab.getByRole('button', { name: 'Spara ändringen' }).press('Enter');
      await tab.getByRole('link', { name: /^Sammanträden: Skriv ett datum/ }).waitFor();
      assert.equal(await tab.getByLabel('Sammanträden').inputValue(), 'xjj');
      await tab.getByLabel('Sammanträden').fill('2022-03-08');
      await tab.getByRole('button', { name: 'Spara ändringen' }).press('Enter');
      await tab.getByRole('button', { name: /^Avvisa Svar på 2022:1/ }).waitFor();
      await tab.keyboard.press('x');
      await tab.getByText('Avvisat: Svar på 2022:1').first().waitFor();

      // Ticking, the list of keys, and the search.
      await tab.keyboard.press('m');
      assert.equal(await current(tab).getByRole('checkbox').isChecked(), true);
      await current(tab).focus();
      await tab.keyboard.press('?');
      await tab.getByText('ändra på plats').waitFor();
      await tab.keyboard.press('/');
      await tab.keyboard.type('mobila');
      await tab.keyboard.press('Enter');
      await tab.waitForURL(/sok=mobila/);
      assert.match(await chosen(tab), /mobila team/);
      assert.equal(
        await tab.evaluate(() => (globalThis as { stayed?: boolean }).stayed),
        true,
        'all of it without the page being loaded again',
      );
      await assertAccessible(tab);

      await tab.getByText('Tangenter', { exact: true }).click();
      await tab.getByRole('link', { name: 'Stäng av tangenterna' }).press('Enter');
      await tab.waitForURL(/tangenter=av/);
      const before = await chosen(tab);
      await current(tab).focus();
      await tab.keyboard.press('b');
      assert.equal(await chosen(tab), before, 'a single letter does nothing when the keys are off (WCAG 2.1.4)');

      // Without the keys: everything is reached with Tab and pressed with Enter.
      const button = tab.getByRole('button', { name: /^Bekräfta (?!markerade)/ });
      for (
        let presses = 0;
        presses < 60 && !(await button.evaluate((node) => node === document.activeElement));
        presses += 1
      )
        await tab.keyboard.press('Tab');
      await tab.keyboard.press('Enter');
      await tab
        .getByText(/^Bekräftat: /)
        .first()
        .waitFor();
    });
  });

  test('every page is accessible in both languages at 1280 and 320 px, also when something is wrong', async () => {
    await visit(async (tab, site, origin) => {
      const secretary = await site.signIn('sekreterare');
      await tab.goto(`${origin}/las-in`);
      await assertAccessibleNarrowAndWide(tab, 320);
      const { id, proposals } = await readPaper(site, secretary);
      const failed = await readPaper(site, secretary, { name: 'beslut.pdf', content: '%PDF-1.7 x' });
      const empty = await readPaper(site, secretary, { name: 'rad.txt', content: 'En rad utan poster.' });
      const other = await readPaper(site, secretary, {
        name: 'annat.txt',
        content: String(report.content).replaceAll('2022', '2024'),
      });
      const differing = (await other.proposals()).find(({ type }) => type === 'assignment')!;
      const weak = (await proposals()).find(({ type, confidence }) => type === 'reportEntry' && confidence < 0.9)!;
      const printed = await readPaper(site, secretary, { name: 'tryckt.pdf', content: await printedReport() });
      const later = await readPaper(site, secretary, {
        name: 'senare.txt',
        content: String(report.content).replaceAll('2022', '2024').replace('glesbygd', 'skärgården'),
      });
      const changed = (await later.proposals()).find(
        ({ type, fields }) => type === 'assignment' && fields.number === 1,
      )!;
      const address = `/las-in/${id}`;
      const paths = [
        ['list', '/las-in'],
        ['review', address],
        ['weak', `${address}?post=${weak.id}`],
        ['differing', `/las-in/${other.id}?post=${differing.id}`],
        ['edit', `${address}/post/${weak.id}/andra`],
        ['confirm', `${address}/bekrafta?minst=0`],
        ['unplaced', `${address}/utan-plats`],
        ['remarks', `${address}/anmarkningar`],
        ['result', `${address}/resultat`],
        ['failed', `/las-in/${failed.id}`],
        ['nothing-found', `/las-in/${empty.id}`],
        ['no-match', `${address}?lage=rejected`],
        ['pictures', `/las-in/${printed.id}?post=${(await printed.proposals())[4]!.id}`],
        ['versions', `/las-in/${later.id}/skillnader`],
        ['changed', `/las-in/${later.id}?post=${changed.id}`],
      ] as const;
      for (const [name, path] of paths)
        for (const lang of languagesLookedAt) {
          await tab.goto(`${origin}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
          if (lang === 'sv') await screenshot(tab, `intake-${name}`);
          await assertAccessibleNarrowAndWide(tab, 320);
        }

      await tab.goto(`${origin}/las-in?lang=sv`);
      await tab.getByRole('button', { name: 'Läs in' }).click();
      await tab.getByRole('link', { name: /Välj/ }).waitFor();
      await assertAccessibleNarrowAndWide(tab, 320);
      await tab.goto(`${origin}${address}?post=${weak.id}`);
      await tab.getByRole('button', { name: /^Bekräfta Svar på 2022:2/ }).click();
      await tab
        .getByRole('alert')
        .getByText(/Uppdraget 2022:2 finns inte/)
        .waitFor();
      await assertAccessibleNarrowAndWide(tab, 320);
      await tab.goto(`${origin}${address}/post/${weak.id}/andra`);
      await tab.getByLabel('År', { exact: true }).fill('förra året');
      await tab.getByRole('button', { name: 'Spara ändringen' }).click();
      await tab.getByRole('link', { name: /^År: / }).waitFor();
      await assertAccessibleNarrowAndWide(tab, 320);

      // Somebody else saves in between: both texts are there, and saving again takes mine.
      const elsewhere = await tab.context().newPage();
      for (const [page, answer] of [
        [elsewhere, 'Den andras svar.'],
        [tab, 'Mitt svar.'],
      ] as const) {
        // The own form is opened first, so that it is the one that is out of date.
        if (page === elsewhere) await tab.goto(`${origin}${address}/post/${weak.id}/andra`);
        if (page === elsewhere) await page.goto(`${origin}${address}/post/${weak.id}/andra`);
        await page.getByLabel('Svar', { exact: true }).fill(answer);
        await page.getByRole('button', { name: 'Spara ändringen' }).click();
      }
      await tab.getByText('Den andras svar.').waitFor();
      assert.equal(await tab.getByLabel('Svar', { exact: true }).inputValue(), 'Mitt svar.');
      await assertAccessibleNarrowAndWide(tab, 320);
      await screenshot(tab, 'intake-conflict');
      await tab.getByRole('button', { name: 'Spara ändringen' }).click();
      await tab.getByRole('status').filter({ hasText: 'Ändrat' }).waitFor();

      await tab.goto(`${origin}/las-in`);
      await tab
        .getByLabel('Filer')
        .setInputFiles({ name: 'sen.txt', mimeType: 'text/plain', buffer: Buffer.from('Sen.') });
      await tab.getByRole('button', { name: 'Läs in' }).click();
      await tab.getByRole('button', { name: 'Sluta uppdatera' }).click();
      await assertAccessibleNarrowAndWide(tab, 320);
    });
  });

  test('the genuine report-back is read, confirmed and becomes threads', {
    skip: noSeeds,
    timeout: 240_000,
  }, async () => {
    await visit(async (tab, site) => {
      // The demonstration has other assignments of 2023: the paper is moved to a year that has none.
      const paper = readFileSync(seedPath('000'), 'utf8').replaceAll('2023', '2019');
      await tab
        .getByLabel('Filer')
        .setInputFiles({ name: 'rapport.txt', mimeType: 'text/plain', buffer: Buffer.from(paper) });
      await tab.getByRole('button', { name: 'Läs in' }).click();
      await tab.getByRole('button', { name: 'Sluta uppdatera sidan av sig själv' }).click();
      await readWaiting(site);
      await tab.getByRole('button', { name: 'Visa läget nu' }).click();
      await tab.getByRole('link', { name: /^Text utan plats/ }).click();
      await tab.getByText('Inget har gått förlorat').waitFor();
      await tab.getByRole('link', { name: /^Bekräfta \d+ säkra$/ }).click();
      await tab.getByLabel('Hur säker läsningen ska ha varit').selectOption({ label: 'Alla utan öppna frågor' });
      await tab.getByRole('button', { name: 'Filtrera' }).click();
      await tab.getByText('23 uppdrag skrivs i registret.').waitFor();
      await tab.getByRole('button', { name: /^Bekräfta \d+ förslag$/ }).click({ timeout: 60_000 });
      await tab.getByText('Många förslag bekräftas').waitFor();
      await decideWaiting(site, await site.signIn('sekreterare'));
      await tab.getByRole('heading', { name: 'Uppdrag (23)' }).waitFor({ timeout: 60_000 });
      await screenshot(tab, 'intake-genuine-result');
      await tab.getByRole('link', { name: /^2019:7 / }).click();
      assert.match(await heading(tab), /akut/);
    });
  });
});
