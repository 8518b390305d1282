import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { createAccount, grantRole } from '../../src/domain/access/index.ts';
import { readCourse } from '../../src/domain/attendance/index.ts';
import { getMeeting } from '../../src/domain/meetings/index.ts';
import { proceedingsOf } from '../../src/domain/proceedings/index.ts';
import { assertAccessible, languagesLookedAt, noBrowser, screenshot } from '../support/browser.ts';
import { buildConductedMeeting, type ConductedMeeting, people } from '../support/build-conduct.ts';
import { type DemoBrowser, openDemoBrowser } from '../support/demo-browser.ts';
import { demoPassword, signInByForm } from '../support/demo-site.ts';

suite('a meeting in Chromium', { skip: noBrowser }, () => {
  let browser: DemoBrowser;
  before(async () => {
    browser = await openDemoBrowser();
    await browser.site.write('account.administer', async (w) => {
      const accountId = await createAccount(w, { login: 'bisittare', name: 'Bim Bisittare', password: demoPassword });
      await grantRole(w, { accountId, role: 'committeeSecretary', validFrom: '2023-01-01' });
    });
  });
  after(() => browser?.close());

  const deskOf = ({ meetingId }: ConductedMeeting) => `${browser.origin}/sammantraden/${meetingId}/genomfor`;
  const happened = (meeting: ConductedMeeting, item: number) =>
    browser.site.read((r) => proceedingsOf(r, meeting.itemIds[item]!));

  /** Opens the meeting with the keyboard alone: everybody answers, Cia is absent and Finn serves for her. */
  async function rollCall(tab: Page, meeting: ConductedMeeting): Promise<void> {
    await tab.goto(deskOf(meeting));
    await tab.keyboard.press('n');
    await tab
      .getByRole('heading', { name: /Upprop/ })
      .first()
      .waitFor();
    const first = tab
      .getByRole('group', { name: /Ada Provlind/ })
      .getByRole('radio')
      .first();
    await first.waitFor();
    await first.focus();
    for (const [index, [name]] of people.entries()) {
      if (index === 5)
        await tab
          .getByRole('group', { name: /Finn Provhed/ })
          .getByRole('radio')
          .first()
          .focus();
      await tab.keyboard.press(name === 'Cia Provlund' ? 'f' : 'n');
    }
    await tab.getByText('I tur: Finn Provhed').waitFor();
    const select = tab.getByLabel(/Tjänstgör för Cia Provlund/);
    await select.selectOption({ label: 'Finn Provhed (S)' });
    await tab.getByText('Beslutsför: 5 av 5, minst 3').first().waitFor();
    await tab.getByRole('button', { name: 'Öppna sammanträdet' }).press('Enter');
    await tab.waitForSelector('[data-desk]');
  }

  /** Waits until the screen has said something. */
  const says = (tab: Page, text: string | RegExp) =>
    tab.locator('[data-desk-news]').filter({ hasText: text }).waitFor();

  test('with the keyboard alone: roll call, motion, vote, reservation, disqualification, a deputy who steps in', async () => {
    const meeting = await buildConductedMeeting(browser.site);
    const tab = await browser.secretary();
    await rollCall(tab, meeting);
    await tab.keyboard.press('n');
    await says(tab, 'Punkten är upptagen');
    await tab.keyboard.press('b');
    await says(tab, 'utgång är antecknad');
    await tab.keyboard.press('n');
    await tab.getByRole('heading', { name: '2 Mobila team i fjällen' }).waitFor();
    await tab.keyboard.press('y');
    await tab.keyboard.type('avslag');
    await tab.getByRole('group', { name: 'Vem yrkar' }).getByLabel('Bo Provberg (M)').press(' ');
    await tab.getByRole('button', { name: 'Anteckna yrkandet' }).press('Enter');
    await says(tab, 'Yrkandet är antecknat');
    await tab.keyboard.press('p');
    await says(tab, 'Propositionen är ställd');
    await tab.keyboard.press('o');
    await says(tab, 'Omröstningen pågår');
    await screenshot(tab, 'conduct-vote-1280');
    for (const key of ['j', 'n', 'j', 'n', 'j']) await tab.keyboard.press(key);
    await tab.keyboard.press('Enter');
    await says(tab, 'Rösterna är antecknade');
    await tab.getByText('3 ja, 2 nej, 0 avstår').waitFor();
    await tab.keyboard.press('b');
    await says(tab, 'utgång är antecknad');
    await tab.keyboard.press('r');
    await tab.locator('#reservation').getByLabel('Bo Provberg (M)').press(' ');
    await tab.getByRole('button', { name: 'Anteckna reservationen' }).press('Enter');
    await says(tab, 'Reservationen är antecknad');
    await screenshot(tab, 'conduct-decided-1280');
    await tab.keyboard.press('n');
    await tab.getByRole('heading', { name: '3 Bidrag till föreningen Snö' }).waitFor();
    await tab.keyboard.press('j');
    await tab.keyboard.type('Dan');
    await tab.locator('#jav').getByLabel('Grund', { exact: true }).selectOption({ index: 1 });
    await tab.getByRole('button', { name: 'Anteckna jävet' }).press('Enter');
    await says(tab, 'Jävet är antecknat');
    await tab.getByText('ute under punkten').waitFor();
    await tab.keyboard.press('g');
    await tab.keyboard.press('5');
    await says(tab, 'personen gick');
    await tab.getByText('I tur: Gun Provdal').waitFor();
    await tab.keyboard.press('i');
    await tab.keyboard.press('5');
    await says(tab, 'vem som tjänstgör');
    await tab.getByText('Gun Provdal tjänstgör').waitFor();
    await screenshot(tab, 'conduct-disqualified-1280');
    const item = await happened(meeting, 1);
    assert.equal(item.outcome.outcome, 'decided');
    assert.equal(item.dissents[0]?.kind, 'reservation');
    assert.deepEqual(item.propositions[0]?.vote?.count, { yes: 3, no: 2, abstain: 0 });
    const course = await browser.site.read((r) => readCourse(r, meeting.meetingId));
    assert.deepEqual(
      course.events.filter(({ kind }) => kind === 'left' || kind === 'disqualified').map(({ kind }) => kind),
      ['disqualified', 'left'],
    );
    await tab.context().close();
  });

  test('keys do nothing while one writes, and can be turned off', async () => {
    const meeting = await buildConductedMeeting(browser.site);
    const tab = await browser.secretary();
    await rollCall(tab, meeting);
    await tab.keyboard.press('n');
    await says(tab, 'Punkten är upptagen');
    await tab.keyboard.press('t');
    await tab.keyboard.type('nämnden bjöd');
    assert.equal(await tab.getByLabel('Ärendets gång').inputValue(), 'nämnden bjöd');
    await tab.keyboard.press('Escape');
    await tab.keyboard.press('?');
    await tab.getByLabel('Stäng av tangenterna på den här datorn').check();
    await tab.keyboard.press('b');
    await tab.waitForTimeout(300);
    assert.equal((await happened(meeting, 0)).outcome.outcome, null);
    await tab.context().close();
  });

  test('two write at the same time: two fields never meet, and in one field both texts are kept', async () => {
    const meeting = await buildConductedMeeting(browser.site);
    const one = await browser.secretary();
    await rollCall(one, meeting);
    await one.keyboard.press('n');
    await says(one, 'Punkten är upptagen');
    const two = await browser.secretary();
    await two.context().clearCookies();
    await signInByForm(two, browser.origin, 'bisittare');
    await two.goto(deskOf(meeting));
    await one.getByLabel('Ärendets gång').fill('Ordföranden hälsar välkommen.');
    await two.getByLabel('Övrigt').fill('Paus kl. 10.15.');
    await one.waitForFunction(
      () =>
        (document.querySelector('[data-draft$="otherNotes"] textarea') as HTMLTextAreaElement).value ===
        'Paus kl. 10.15.',
      null,
      { timeout: 10_000 },
    );
    await two.waitForFunction(
      () =>
        (document.querySelector('[data-draft$="deliberation"] textarea') as HTMLTextAreaElement).value.startsWith(
          'Ordföranden',
        ),
      null,
      { timeout: 10_000 },
    );
    await one.context().setOffline(true);
    await one.getByLabel('Ärendets gång').fill('Ordföranden hälsar alla välkomna.');
    await two.getByLabel('Ärendets gång').fill('Ordföranden öppnar.');
    await two.locator('[data-desk-saved]').filter({ hasText: 'Sparat' }).waitFor();
    await two.waitForFunction(
      () => document.querySelector('[data-draft$="deliberation"]')?.getAttribute('data-version') === '2',
    );
    await one.context().setOffline(false);
    await one.getByText('Bim Bisittare har ändrat texten').waitFor({ timeout: 10_000 });
    const other = one.locator('[data-draft$="deliberation"] [data-draft-other]');
    assert.match((await other.textContent()) ?? '', /Ordföranden öppnar\..*Ordföranden hälsar alla välkomna\./s);
    await screenshot(one, 'conduct-conflict-1280');
    await one.getByRole('button', { name: 'Sätt samman båda' }).click();
    await one.waitForFunction(
      () => document.querySelector('[data-draft$="deliberation"]')?.getAttribute('data-version') === '3',
    );
    const { texts } = await happened(meeting, 0);
    assert.equal(
      texts.find(({ field }) => field === 'deliberation')?.body,
      'Ordföranden öppnar.\n\nOrdföranden hälsar alla välkomna.',
    );
    await one.context().close();
    await two.context().close();
  });

  test('a lost network loses nothing: texts and what was pressed are kept over a closed window and sent once', async () => {
    const meeting = await buildConductedMeeting(browser.site);
    const tab = await browser.secretary();
    await rollCall(tab, meeting);
    await tab.keyboard.press('n');
    await says(tab, 'Punkten är upptagen');
    const context = tab.context();
    await context.setOffline(true);
    await tab.getByLabel('Ärendets gång').fill('Detta skrevs utan nät.');
    await tab.getByText('Ingen kontakt').first().waitFor({ timeout: 10_000 });
    await tab.getByRole('heading', { name: '1 Upprop och val av justerare' }).click();
    await tab.keyboard.press('b');
    await tab.getByRole('region', { name: 'Väntar på att skickas' }).getByText('Till handlingarna').waitFor();
    await screenshot(tab, 'conduct-offline-1280');
    await tab.close();
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(deskOf(meeting));
    await again.waitForFunction(
      () => document.querySelector('[data-draft$="deliberation"]')?.getAttribute('data-version') === '1',
      null,
      { timeout: 10_000 },
    );
    await again.getByText('till handlingarna').first().waitFor({ timeout: 10_000 });
    const item = await happened(meeting, 0);
    assert.equal(item.texts[0]?.body, 'Detta skrevs utan nät.');
    assert.equal(item.outcome.outcome, 'noted');
    assert.equal(item.outcome.version, 1, 'written once');
    await again.reload();
    assert.equal(await again.getByRole('region', { name: 'Väntar på att skickas' }).count(), 0);
    await context.close();
  });

  for (const language of languagesLookedAt)
    for (const width of [360, 1280])
      test(`axe finds nothing on the screen of a meeting; ${language}, ${width} px`, async () => {
        const meeting = await buildConductedMeeting(browser.site, { prepared: true });
        const tab = await browser.secretary({ viewport: { width, height: 900 } });
        await tab.goto(`${deskOf(meeting)}?lang=${language}`);
        await assertAccessible(tab);
        await screenshot(tab, `conduct-roll-call-${language}-${width}`);
        const ids = await browser.site.read((r) => readCourse(r, meeting.meetingId));
        for (const { id } of ids.scene.people) await tab.locator(`[name="answer.${id}"][value="present"]`).check();
        await tab.getByRole('button', { name: /^(Öppna sammanträdet|Open the meeting)$/ }).click();
        await tab.waitForSelector('[data-desk]');
        await tab.getByRole('button', { name: /^(Nästa punkt|Next item)/ }).click();
        await tab.waitForSelector('.agenda-track li[data-now] a:has-text("Upprop")');
        await tab.getByRole('button', { name: /^(Nästa punkt|Next item)/ }).click();
        await tab.waitForSelector('.agenda-track li[data-now] a:has-text("Mobila")');
        for (const details of await tab.locator('details.desk-act, details.help').all())
          await details.evaluate((one) => one.setAttribute('open', ''));
        await assertAccessible(tab);
        await screenshot(tab, `conduct-open-${language}-${width}`);
        await tab.reload();
        await assertAccessible(tab);
        await screenshot(tab, `conduct-${language}-${width}`);
        await tab.goto(`${deskOf(meeting)}/avsluta`);
        await assertAccessible(tab);
        await tab.emulateMedia({ colorScheme: 'dark' });
        await tab.goto(deskOf(meeting));
        await assertAccessible(tab);
        await screenshot(tab, `conduct-dark-${language}-${width}`);
        await tab.context().close();
      });

  test('without script the same screen is plain forms, and a meeting is closed with what it lacks said', async () => {
    const meeting = await buildConductedMeeting(browser.site);
    const tab = await browser.secretary({ javaScriptEnabled: false });
    await tab.goto(deskOf(meeting));
    await tab.getByRole('button', { name: 'Börja uppropet' }).click();
    for (const [name] of people.slice(0, 5))
      await tab
        .getByRole('group', { name: new RegExp(name) })
        .getByLabel('Närvarande')
        .check();
    await tab.getByRole('button', { name: 'Räkna och föreslå ersättare' }).click();
    await tab.getByText('Beslutsför: 5 av 5, minst 3').first().waitFor();
    await tab.getByRole('button', { name: 'Öppna sammanträdet' }).click();
    await tab.getByRole('button', { name: /^Nästa punkt/ }).click();
    await tab.getByLabel('Ärendets gång').fill('Uppropet förrättas.');
    await tab.getByRole('button', { name: 'Spara Ärendets gång' }).click();
    assert.equal(await tab.getByLabel('Ärendets gång').inputValue(), 'Uppropet förrättas.');
    await tab.getByRole('button', { name: 'Till handlingarna' }).click();
    await tab.getByRole('button', { name: /^Nästa punkt/ }).click();
    await tab.getByRole('button', { name: 'Bifall' }).click();
    await tab.getByText('att inrätta två mobila team').first().waitFor();
    await tab.getByRole('link', { name: 'Avsluta sammanträdet' }).click();
    await tab.getByText('Har inte tagits upp').first().waitFor();
    await tab.getByLabel(/^För det som bordlagts/).uncheck();
    await tab.getByRole('button', { name: 'Avsluta sammanträdet' }).click();
    await tab.getByRole('link', { name: 'Till protokollet' }).waitFor();
    assert.equal((await browser.site.read((r) => getMeeting(r, meeting.meetingId))).state, 'closed');
    await tab.context().close();
  });
});
