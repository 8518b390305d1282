import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, suite, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { listBudgetInputs } from '../../src/domain/inputs/index.ts';
import {
  assertAccessible,
  assertAccessibleNarrowAndWide,
  languagesLookedAt,
  launchBrowser,
  type listen,
  noBrowser,
  openPage,
  screenshot,
} from '../support/browser.ts';
import { decideOnReport, demoReport, entryTo } from '../support/demo-report.ts';
import { type DemoSite, demoPassword, openDemoSite } from '../support/demo-site.ts';
import { assertConformingPdf } from '../support/pdf.ts';

const claim = 'Alla vårdcentraler har nu en plan.';

async function signInAs(tab: Page, origin: string, login: string): Promise<void> {
  await tab.goto(`${origin}/logga-in`);
  await tab.getByLabel('Namn').fill(login);
  await tab.getByLabel('Lösenord').fill(demoPassword);
  await tab.getByRole('button', { name: 'Logga in', exact: true }).click();
}

const press = (tab: Page, name: string): Promise<void> => tab.getByRole('button', { name, exact: true }).click();
const follow = (tab: Page, name: string | RegExp): Promise<void> => tab.getByRole('link', { name }).first().click();

suite('a report-back in Chromium', { skip: noBrowser }, () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser?.close());

  for (const javaScriptEnabled of [true, false]) {
    suite(`from draft to delivered, script ${javaScriptEnabled ? 'on' : 'off'}`, () => {
      let site: DemoSite;
      let server: Awaited<ReturnType<typeof listen>>;
      before(async () => {
        site = await openDemoSite();
        server = await site.listen();
      });
      after(async () => {
        await server?.close();
        await site?.close();
      });

      test('a secretary edits, proves, has it decided, hands it over and fetches the PDF', async () => {
        const tab = await openPage(browser, { javaScriptEnabled, acceptDownloads: true });
        /** The pages that only stand on the way are judged as one passes them. */
        const look = async (name: string): Promise<void> => {
          if (!javaScriptEnabled) return;
          await assertAccessible(tab);
          await screenshot(tab, `followup-${name}`);
        };
        await signInAs(tab, server.origin, 'sekreterare');
        await tab.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Uppföljning' }).click();
        await follow(tab, /^Beredning för lokal vård 2026/);

        await follow(tab, 'Ändra svaret för uppdrag 4');
        const answer = tab.getByRole('textbox', { name: 'Svar' });
        await answer.fill(`${await answer.inputValue()} ${claim}`);
        await press(tab, 'Spara svaret');
        assert.match((await tab.getByRole('status').textContent()) ?? '', /Svaret är sparat/);
        const unproved = await tab.getByText('Utan belägg', { exact: true }).count();
        assert.ok(unproved > 0);

        await follow(tab, `Koppla belägg till ”${claim}”`);
        const sentence = tab.getByLabel('Mening', { exact: true }).locator('option:checked');
        assert.match((await sentence.textContent()) ?? '', /har nu en plan/);
        await tab.getByLabel('Belägg', { exact: true }).selectOption({ index: 1 });
        await press(tab, 'Koppla');
        assert.match((await tab.getByRole('status').textContent()) ?? '', /Belägget är kopplat/);

        await follow(tab, /^Beredning för lokal vård 2026/);
        await follow(tab, 'Klar för beslut');
        assert.equal(await tab.getByText(claim).count(), 0, 'what is proved is no warning');
        await press(tab, 'Klar för beslut');
        assert.match((await tab.getByRole('status').textContent()) ?? '', /klar för beslut/);

        await follow(tab, 'Godkänn');
        await tab.getByText('Det finns inget fattat beslut att välja').waitFor();
        await look('approve-without-decision');
        await decideOnReport(site, 'Återrapporteringen godkänns');
        site.travelTo('2026-12-10T09:00:00Z');
        await signInAs(tab, server.origin, 'sekreterare');
        await tab.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Uppföljning' }).click();
        await follow(tab, /^Beredning för lokal vård 2026/);
        await follow(tab, 'Godkänn');
        await look('approve');
        await tab.getByLabel('Återrapporteringen godkänns').check();
        await tab.getByLabel(/^Vi har sett/).check();
        await press(tab, 'Godkänn och lås');
        await tab.getByText('Rapporten är låst').waitFor();
        assert.equal(await tab.getByRole('link', { name: /Ändra svaret/ }).count(), 0);

        await look('approved');
        await follow(tab, 'Överlämna');
        await tab.getByLabel('Överlämnad den').waitFor();
        await look('deliver');
        await press(tab, 'Överlämna');
        await tab.getByText(/Den överlämnades 10 december 2026/).waitFor();

        const [download] = await Promise.all([tab.waitForEvent('download'), follow(tab, /^PDF/)]);
        assert.equal(download.suggestedFilename(), 'aterrapportering-2026-beredning-for-lokal-vard.pdf');
        await assertConformingPdf(new Uint8Array(await readFile(await download.path())));
        const report = await demoReport(site, 2026);
        assert.equal(report.state, 'delivered');
        assert.match(JSON.stringify(report.frozen?.tree), /har nu en plan/);
        await tab.context().close();
      });
    });
  }

  suite('every page', () => {
    let site: DemoSite;
    let server: Awaited<ReturnType<typeof listen>>;
    before(async () => {
      site = await openDemoSite();
      server = await site.listen();
    });
    after(async () => {
      await server?.close();
      await site?.close();
    });

    test('a draft is written from nothing in at most ten page views', async () => {
      const tab = await openPage(browser);
      await signInAs(tab, server.origin, 'sekreterare');
      let views = 0;
      tab.on('framenavigated', (frame) => {
        if (frame === tab.mainFrame()) views += 1;
      });
      await tab.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Uppföljning' }).click();
      await follow(tab, 'Skriv återrapportering');
      await tab.getByLabel('Organ').selectOption({ label: 'Beredning för psykisk hälsa' });
      await press(tab, 'Skriv utkastet');
      await follow(tab, /^Ändra svaret för uppdrag 13/);
      await tab.getByRole('textbox', { name: 'Svar' }).fill('Frågan har inte behandlats av beredningen.');
      await press(tab, 'Spara svaret');
      await follow(tab, 'Klar för beslut');
      await press(tab, 'Klar för beslut');
      assert.match((await tab.getByRole('status').textContent()) ?? '', /klar för beslut/);
      assert.ok(views <= 10, `${views} page views`);
      await tab.context().close();
    });

    test('an answer is edited with the keyboard alone', async () => {
      const tab = await openPage(browser);
      await signInAs(tab, server.origin, 'sekreterare');
      const report = await demoReport(site, 2026);
      const entry = entryTo(report, 5);
      await tab.goto(`${server.origin}/uppfoljning/${report.id}/svar/${entry.id}`);
      const tabTo = async (name: string): Promise<void> => {
        for (let presses = 0; presses < 60; presses += 1) {
          await tab.keyboard.press('Tab');
          const focused = await tab.evaluate(() => {
            const { activeElement: at } = document;
            const labels = at && 'labels' in at ? [...((at.labels as NodeListOf<HTMLElement> | null) ?? [])] : [];
            return (labels[0]?.textContent ?? (at as HTMLElement | null)?.textContent ?? '').trim();
          });
          if (focused.startsWith(name)) return;
        }
        assert.fail(`”${name}” is not reached with the Tab key.`);
      };
      await tabTo('Hoppa till innehållet');
      await tab.keyboard.press('Enter');
      await tabTo('Svar');
      await tab.keyboard.press('Control+End');
      await tab.keyboard.type(' Köerna är kortare.');
      await tabTo('Slag av svar');
      await tabTo('Spara svaret');
      await tab.keyboard.press('Enter');
      await tab.getByRole('status').waitFor();
      assert.match(entryTo(await demoReport(site, 2026), 5).answer, /Köerna är kortare\.$/);

      await tab.goto(`${server.origin}/uppfoljning/${report.id}/svar/${entry.id}`);
      await tabTo('Mening');
      await tabTo('Belägg');
      await tab.keyboard.press('ArrowDown');
      await tabTo('Koppla');
      await tab.keyboard.press('Enter');
      await tab.getByRole('status').waitFor();
      const claims = entryTo(await demoReport(site, 2026), 5).claims;
      assert.ok(claims.every(({ state }) => state === 'supported'));
      await tab.context().close();
    });

    for (const language of languagesLookedAt)
      test(`axe has nothing against any of them in ${language} at 360 and 1280 px`, async () => {
        const tab = await openPage(browser);
        await signInAs(tab, server.origin, 'sekreterare');
        const draft = await demoReport(site, 2026);
        const delivered = await demoReport(site, 2025);
        const [input] = await site.read((r) => listBudgetInputs(r));
        const answer = `/uppfoljning/${draft.id}/svar/${entryTo(draft, 3).id}`;
        const assignment = entryTo(draft, 3).assignment.id;
        const pages = {
          reports: '/uppfoljning',
          start: '/uppfoljning/ny',
          situations: '/uppfoljning/lagen',
          situation: `/uppfoljning/lagen/${assignment}`,
          inputs: '/uppfoljning/inspel',
          report: `/uppfoljning/${draft.id}`,
          answer,
          proposal: `${answer}/forslag`,
          texts: `/uppfoljning/${draft.id}/texter`,
          ready: `/uppfoljning/${draft.id}/klar`,
          preview: `/uppfoljning/${draft.id}/forhandsgranska`,
          delivered: `/uppfoljning/${delivered.id}`,
          input: `/uppfoljning/inspel/${input?.id}`,
        };
        for (const [name, path] of Object.entries(pages)) {
          const response = await tab.goto(`${server.origin}${path}?lang=${language}`);
          assert.equal(response?.status(), 200, path);
          await assertAccessibleNarrowAndWide(tab);
          await screenshot(tab, `followup-${name}-${language}`);
        }
        await tab.context().close();
      });
  });
});
