import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { findBody } from '../../src/domain/organisation/index.ts';
import { assertAccessible, launchBrowser, noBrowser, openPage, screenshot } from '../support/browser.ts';
import { buildHeldMeeting, buildSigner, type HeldMeeting, signerPassword } from '../support/build-minutes.ts';
import { type DemoSite, openDemoSite, secretaryOf, signInByForm } from '../support/demo-site.ts';

let site: DemoSite;
let browser: Browser;
let origin: string;
let stop: () => Promise<void>;
let held: HeldMeeting;
let bodyName: string;
let chair: Awaited<ReturnType<typeof buildSigner>>;
let adjuster: Awaited<ReturnType<typeof buildSigner>>;

before(async () => {
  if (noBrowser) return;
  site = await openDemoSite();
  held = await buildHeldMeeting(site.database, {
    heldOn: '2026-11-19',
    members: 5,
    vacant: 1,
    deputies: 2,
    items: 3,
    atOnce: [1],
  });
  bodyName = (await site.read((r) => findBody(r, held.bodyId)))!.name;
  await secretaryOf(site, bodyName);
  chair = await buildSigner(site.database, held.bodyId, 'chair');
  adjuster = await buildSigner(site.database, held.bodyId);
  browser = await launchBrowser();
  ({ origin, close: stop } = await site.listen());
});
after(async () => {
  if (noBrowser) return;
  await browser.close();
  await stop();
  await site.close();
});

/** Looks at a page as it is, narrow and wide, and in English: nothing may stick out, and axe has nothing to say. */
async function look(page: Page, name: string): Promise<void> {
  await assertAccessible(page);
  await screenshot(page, `${name}-1280`);
  await page.setViewportSize({ width: 360, height: 800 });
  await assertAccessible(page);
  await screenshot(page, `${name}-360`);
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function signInWith(page: Page, login: string, password: string): Promise<void> {
  await page.goto(`${origin}/logga-in`);
  await page.getByLabel('Användarnamn').fill(login);
  await page.getByLabel('Lösenord').fill(password);
  await page.getByRole('main').getByRole('button').first().click();
}

test('a secretary takes minutes from draft to the board, and the signers sign, by the labels they see', {
  skip: noBrowser,
}, async () => {
  const desk = await openPage(browser);
  await signInByForm(desk, origin, 'annan');
  await desk.goto(`${origin}/sammantraden/${held.meetingId}`);
  await desk.getByRole('link', { name: 'Protokoll', exact: true }).first().click();
  await look(desk, 'minutes-begin');
  await desk.getByRole('button', { name: 'Påbörja protokollet' }).click();
  await desk.getByLabel('Justeringens plats').fill('Regionens hus');
  await desk.getByRole('button', { name: 'Spara' }).click();
  await look(desk, 'minutes-draft');
  await desk.getByRole('button', { name: 'Skicka på synpunkter' }).click();

  const seat = await openPage(browser);
  await signInWith(seat, loginOf(chair.name), signerPassword);
  await seat.goto(desk.url());
  await seat.getByLabel('Din synpunkt').fill('Jag saknar ett ord om budgeten.');
  await seat.getByRole('button', { name: 'Lämna synpunkten' }).click();
  await desk.reload();
  await desk.getByLabel('Vad gjordes åt den?').fill('Tillagt.');
  await desk.getByRole('button', { name: /^Besvara/ }).click();
  await look(desk, 'minutes-comments');

  await desk.getByRole('link', { name: 'Skicka på justering' }).click();
  await desk.getByLabel('Ordförande', { exact: true }).fill(chair.name);
  await desk.getByLabel('Konto för ordförande').selectOption({ label: chair.name });
  await desk.getByLabel('Justerare 1', { exact: true }).fill(adjuster.name);
  await desk.getByLabel('Konto för justerare 1').selectOption({ label: adjuster.name });
  await look(desk, 'minutes-send');
  await desk.getByRole('button', { name: 'Skicka på justering' }).click();
  await look(desk, 'minutes-signing');

  await seat.reload();
  await seat.getByRole('link', { name: 'Läs och skriv under' }).click();
  await look(seat, 'minutes-sign');
  await seat.getByLabel('Ditt lösenord').fill(signerPassword);
  await seat.getByRole('button', { name: 'Skriv under' }).click();
  await seat.getByText('Du har skrivit under.').waitFor();

  // The other signs without script.
  const plain = await openPage(browser, { javaScriptEnabled: false });
  await signInWith(plain, loginOf(adjuster.name), signerPassword);
  await plain.goto(desk.url());
  await plain.getByRole('link', { name: 'Läs och skriv under' }).click();
  await plain.getByLabel('Ditt lösenord').fill(signerPassword);
  await plain.getByRole('button', { name: 'Skriv under' }).click();
  await plain.getByText('Du skrev under sist').waitFor();

  await desk.reload();
  await look(desk, 'minutes-adjusted');
  await desk.getByRole('link', { name: 'Anslå justeringen' }).click();
  await desk.getByLabel('Var protokollet förvaras').fill('Regionens kansli, Storgatan 1');
  await look(desk, 'minutes-announce');
  await desk.getByRole('button', { name: 'Anslå justeringen' }).click();
  await look(desk, 'minutes-announced');

  const anybody = await openPage(browser);
  await anybody.goto(`${origin}/anslagstavla`);
  await look(anybody, 'board');
  await anybody.getByRole('link', { name: `${bodyName}: Justerat protokoll` }).click();
  await look(anybody, 'notice');
  await anybody.getByRole('link', { name: 'English' }).click();
  await anybody.getByRole('heading', { name: 'How to appeal' }).waitFor();
  await assertAccessible(anybody);
  await desk.getByRole('link', { name: 'English' }).click();
  await desk.getByRole('heading', { name: 'Notice board' }).waitFor();
  await look(desk, 'minutes-english');
  assert.match((await desk.getByRole('main').textContent()) ?? '', /Announced|announced/);
});

/** The login that `buildSigner` gave with the name. */
function loginOf(name: string): string {
  return `justa${name.split(' ').at(-1)}`;
}
