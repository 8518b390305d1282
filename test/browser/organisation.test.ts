import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { demoPassword } from '../../src/demo/region.ts';
import { findBodyByName, listSeats } from '../../src/domain/organisation/index.ts';
import { assertAccessibleNarrowAndWide, languagesLookedAt, noBrowser } from '../support/browser.ts';
import { type DemoBrowser, openDemoBrowser } from '../support/demo-browser.ts';

suite('bodies, handbook and accessibility in Chromium', { skip: noBrowser }, () => {
  let desk: DemoBrowser;
  before(async () => {
    desk = await openDemoBrowser();
  });
  after(() => desk?.close());

  test('without script: a name that looks alike is confirmed, and a vacant seat is filled', async () => {
    const tab = await desk.secretary({ javaScriptEnabled: false });
    const main = tab.getByRole('main');
    await tab.getByRole('link', { name: 'Organ', exact: true }).click();
    await tab.getByLabel('Namn i handlingarna').fill('Beredning för lokalvård');
    await main.getByRole('button', { name: 'Slå upp' }).click();
    await main.getByRole('link', { name: 'Bekräfta att det är samma som Beredning för lokal vård' }).click();
    await tab.getByLabel('Varför är det samma organ?').fill('skrivfel i kallelsen');
    await main.getByRole('button', { name: 'Lägg till namnet' }).click();
    assert.equal(await tab.textContent('h1'), 'Beredning för lokal vård');
    assert.match((await main.textContent()) ?? '', /skrivfel i kallelsen/);

    await main.getByRole('link', { name: /^Besätt/ }).click();
    await tab.getByLabel('Namn', { exact: true }).fill('Prov Provsson');
    await main.getByRole('button', { name: 'Besätt' }).click();
    assert.match((await tab.getByRole('status').textContent()) ?? '', /Platsen är besatt/);
    assert.match((await tab.getByRole('table', { name: 'Ledamöter' }).textContent()) ?? '', /Prov Provsson/);
    await tab.context().close();
  });

  test('without script: what the reglemente says is recorded on the page of the body, with an error beside its field', async () => {
    const tab = await desk.secretary({ javaScriptEnabled: false });
    const main = tab.getByRole('main');
    await tab.getByRole('link', { name: 'Organ', exact: true }).click();
    await main.getByRole('link', { name: 'Öppna Hälso- och sjukvårdsnämnden' }).click();
    await main.getByText('Protokoll och anslag', { exact: true }).first().click();
    await main.getByRole('link', { name: 'Ändra justering, dagar efter' }).click();
    await tab.getByLabel('justering, dagar efter').fill('20');
    await tab.getByLabel('Från och med').fill('2026-01-01');
    await main.getByRole('button', { name: 'Spara' }).click();
    assert.match((await main.textContent()) ?? '', /Lagen ger högst 14 dagar/);
    await tab.getByLabel('justering, dagar efter').fill('10');
    await main.getByRole('button', { name: 'Spara' }).click();
    assert.match((await tab.getByRole('status').textContent()) ?? '', /Värdet är antecknat/);
    const minutes = tab.getByRole('table', { name: 'Protokoll och anslag' });
    assert.match((await minutes.textContent()) ?? '', /10 dagarReglemente, från/);

    await main.getByRole('link', { name: 'Anteckna inkallelseordningen' }).click();
    await tab.getByLabel('Ordningen').fill('S: V, MP\nM: KD, L');
    await tab.getByLabel('Från och med').fill('2026-01-01');
    await main.getByRole('button', { name: 'Spara' }).click();
    assert.match((await main.textContent()) ?? '', /KD, L, den som står närmast på listan/);
    await tab.context().close();
  });

  test('a passkey is made, opens the account without a password, and shows again that one is there', async () => {
    const tab = await desk.secretary();
    const { port } = new URL(tab.url());
    // A passkey belongs to a name and never to an address in numbers.
    const at = (path: string) => `http://localhost:${port}${path}`;
    const debug = await tab.context().newCDPSession(tab);
    await debug.send('WebAuthn.enable');
    await debug.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    const main = tab.getByRole('main');
    await tab.goto(at('/logga-in'));
    await main.getByLabel('Användarnamn').fill('sekreterare');
    await main.getByLabel('Lösenord').fill(demoPassword);
    await main.getByRole('button', { name: 'Logga in', exact: true }).click();
    await tab.goto(at('/mitt-konto/skydd'));
    await main.getByLabel('Vad du kallar den').fill('Provets nyckel');
    await main.getByRole('button', { name: 'Lägg till nyckeln' }).click();
    await tab.getByText('Nyckeln är tillagd.').waitFor();
    assert.match((await main.textContent()) ?? '', /Provets nyckel/);

    await tab.context().clearCookies();
    await tab.goto(at('/logga-in?till=/mitt-konto'));
    await main.getByRole('button', { name: 'Logga in med nyckel i enheten' }).click();
    await tab.waitForURL(at('/mitt-konto'));
    await tab.goto(at('/bekrafta?till=/mitt-konto/inloggningar'));
    await main.getByRole('button', { name: 'Bekräfta med nyckel i enheten' }).click();
    await tab.waitForURL(at('/mitt-konto/inloggningar'));
    assert.match((await main.textContent()) ?? '', /Nyckel i enheten/);
    await tab.context().close();
  });

  for (const language of languagesLookedAt)
    test(`axe finds nothing on these pages at 360 and 1280 px; ${language}`, async () => {
      const tab = await desk.secretary();
      const { id, seatId } = await desk.site.read(async (r) => {
        const body = await findBodyByName(r, 'Hälso- och sjukvårdsnämnden');
        const [seat] = await listSeats(r, body!.id, '2026-11-22');
        return { id: body!.id, seatId: seat!.id };
      });
      const at = `/organ/${id}`;
      const paths = ['/organ', '/organ?namn=Beredning+f%C3%B6r+somatik+och+lokal+v%C3%A5rd', '/organ/nytt', at];
      const forms = [
        '/andra',
        '/namn',
        '/reglemente',
        '/reglemente?regel=adjusters',
        '/reglemente?regel=noticeDays',
        '/inkallelseordning',
        '/platser/ny',
        `/platser/${seatId}/vakant`,
      ].map((end) => at + end);
      for (const path of [...paths, ...forms, '/handbok', '/handbok/sammantraden', '/tillganglighet']) {
        await tab.goto(`${desk.origin}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
        await assertAccessibleNarrowAndWide(tab);
      }
      await tab.context().close();
    });
});
