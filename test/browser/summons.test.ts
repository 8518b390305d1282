import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { letterCarrier } from '../../src/background-work.ts';
import type { Letter } from '../../src/mail/letter.ts';
import { startRelay } from '../../src/storage/outbox.ts';
import {
  assertAccessibleNarrowAndWide,
  languagesLookedAt,
  launchBrowser,
  noBrowser,
  openPage,
  screenshot,
} from '../support/browser.ts';
import { type DemoBrowser, openDemoBrowser } from '../support/demo-browser.ts';

suite('calling people and answering in Chromium', { skip: noBrowser }, () => {
  let desk: DemoBrowser;
  let meeting = '';
  let links: readonly string[] = [];
  before(async () => {
    desk = await openDemoBrowser();
  });
  after(() => desk?.close());

  /** Carries the letters away as the product does, and answers with them. */
  async function deliver(): Promise<readonly Letter[]> {
    const letters: Letter[] = [];
    const from = { name: 'Kansli', address: 'kansli@example.se' };
    const mail = { kind: 'folder', folder: '', from } as const;
    const carry = async (letter: Letter) => void letters.push(letter);
    const relay = startRelay(desk.site.db, {
      letter: letterCarrier(desk.site.db, { mail, publicUrl: desk.origin }, { carry }),
    });
    await relay.drain();
    await relay.stop();
    return letters;
  }

  test('a secretary summons, gives addresses, and notes that a member cannot come', async () => {
    const tab = await desk.secretary();
    const main = tab.locator('main');
    await tab.goto(`${desk.origin}/sammantraden`);
    await main.getByRole('link', { name: 'Sammanträde 10 december 2026' }).first().click();
    await main.getByRole('link', { name: 'Kallelse och svar' }).click();
    meeting = tab.url().replace(/\/svar$/, '');
    await shots(tab, 'planned');
    await main.getByRole('button', { name: 'Kalla' }).click();
    assert.match((await tab.getByRole('status').textContent()) ?? '', /Sammanträdet är kallat/);
    for (let index = 0; index < 14; index += 1) {
      const link = main.getByRole('link', { name: /^(Ange svar|Svar och brev) / }).nth(index);
      if ((await link.count()) === 0) break;
      await link.click();
      await tab.getByLabel('E-postadress').fill(`person${index}@example.se`);
      await main.getByRole('button', { name: 'Spara adressen' }).click();
    }
    await main.getByRole('button', { name: 'Skicka breven' }).click();
    assert.match((await tab.getByRole('status').textContent()) ?? '', /brev är på väg/);
    await main
      .getByRole('link', { name: /^Ange svar / })
      .first()
      .click();
    await tab.getByLabel('Kan inte komma').check();
    await shots(tab, 'person');
    await main.getByRole('button', { name: 'Spara svaret' }).click();
    await main
      .getByRole('button', { name: /^Fråga .* om tjänstgöring/ })
      .first()
      .click();
    assert.match((await main.textContent()) ?? '', /tillfrågad/);
    links = (await deliver()).flatMap(({ text }) => /http\S*\/svar\/[\w-]{43}/.exec(text) ?? []);
    assert.ok(links.length > 2);
    await tab.reload();
    await shots(tab, 'overview');
    await tab.context().close();
  });

  test('somebody without an account and without script answers by the link, and gets a receipt', async () => {
    const browser = await launchBrowser();
    const tab = await openPage(browser, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    await tab.goto(links.at(-1)!);
    await tab.getByLabel('Kommer', { exact: true }).check();
    await screenshot(tab, `summons-link-360`);
    await tab.getByRole('button', { name: 'Skicka svaret' }).click();
    await tab.getByRole('heading', { name: 'Tack, ditt svar är mottaget' }).waitFor();
    assert.equal(await tab.getByRole('button', { name: 'Skicka svaret' }).count(), 0);
    await screenshot(tab, `summons-receipt-360`);
    await browser.close();
  });

  for (const language of languagesLookedAt)
    test(`axe finds nothing on the pages of the summons at 360 and 1280 px; ${language}`, async () => {
      const tab = await desk.secretary();
      const see = async (address: string) => {
        await tab.goto(`${address}?lang=${language}`);
        await assertAccessibleNarrowAndWide(tab);
      };
      await see(meeting);
      await see(`${meeting}/svar`);
      await tab
        .locator('main')
        .getByRole('link', { name: /^(Ange svar|Svar och brev|Enter answer|Answer and letters) / })
        .first()
        .click();
      await assertAccessibleNarrowAndWide(tab);
      await see(links[0]!);
      await see(`${desk.origin}/kalender`);
      await tab
        .getByRole('button', { name: /adress|address/ })
        .first()
        .click();
      await assertAccessibleNarrowAndWide(tab);
      if (language === 'sv') await screenshot(tab, 'summons-kalender');
      await tab.context().close();
    });

  async function shots(tab: Awaited<ReturnType<DemoBrowser['secretary']>>, name: string): Promise<void> {
    for (const width of [360, 1280]) {
      await tab.setViewportSize({ width, height: 800 });
      await screenshot(tab, `summons-${name}-${width}`);
    }
  }
});
