import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { Hono } from 'hono';
import type { Browser } from 'playwright-core';
import { loadAssets } from '../../src/web/assets.ts';
import { button } from '../../src/web/components/button/button.ts';
import { html } from '../../src/web/html.ts';
import { page } from '../../src/web/reply.ts';
import { route } from '../../src/web/route.ts';
import { assertAccessible, launchBrowser, listen, noBrowser, openPage, screenshot } from '../support/browser.ts';
import { shellApp } from '../support/web.ts';
import { routes, seen } from './note-app.ts';

const signInForm = route({
  method: 'GET',
  path: '/in',
  policy: 'public',
  about: 'x',
  sample: {},
  handler: (ctx) =>
    page({
      title: 'In',
      body: html`<form method="post" action="/in">${ctx.csrfField()}${button({ text: 'Gå in' })}</form>`,
    }),
});

test('what every page loads is small: the theme below 15 kB packed, the script below 3 kB', () => {
  const { links, find } = loadAssets();
  assert.ok((find(links.theme)?.br?.length ?? Infinity) < 15_000, `${find(links.theme)?.br?.length} bytes of theme`);
  assert.ok(
    (find(links.script)?.bytes.length ?? Infinity) < 3_000,
    `${find(links.script)?.bytes.length} bytes of script`,
  );
});

suite('the shell in Chromium', { skip: noBrowser }, () => {
  let browser: Browser;
  let server: { origin: string; close: () => Promise<void> };
  before(async () => {
    browser = await launchBrowser();
    server = await listen(shellApp({ routes: [...routes, signInForm] }));
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  for (const javaScriptEnabled of [true, false]) {
    test(`one signs in, is corrected, saves and is told so; script ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
      const tab = await openPage(browser, { javaScriptEnabled });
      await tab.goto(`${server.origin}/in`);
      await tab.getByRole('button', { name: 'Gå in' }).click();
      assert.match((await tab.textContent('h1')) ?? '', /Inne/);
      const [cookie] = (await tab.context().cookies()).filter(({ name }) => name === '__Host-kansli');
      assert.deepEqual(
        [cookie?.secure, cookie?.httpOnly, cookie?.sameSite],
        [true, true, 'Lax'],
        'a secure cookie at http://127.0.0.1',
      );

      await tab.goto(`${server.origin}/anteckning`);
      await tab.getByLabel('Rubrik').fill('En alldeles för lång rubrik');
      await tab.getByRole('button', { name: 'Spara' }).click();
      assert.equal(await tab.getByLabel('Rubrik').inputValue(), 'En alldeles för lång rubrik');
      assert.match(await tab.title(), /^Fel: /);
      if (javaScriptEnabled) {
        await assertAccessible(tab);
        assert.equal(await tab.evaluate(() => document.activeElement?.className), 'error-summary');
        await screenshot(tab, 'form-with-problems');
      }
      await tab.getByRole('link', { name: 'Skriv högst 20 tecken.' }).click();
      await tab.getByLabel('Rubrik').fill('Kort rubrik');
      await tab.getByLabel('Klart').fill('2026-12-01');
      await tab.getByRole('button', { name: 'Spara' }).click();
      assert.match((await tab.getByRole('status').textContent()) ?? '', /Sparat <så>/);
      await tab.reload();
      assert.equal(await tab.getByRole('status').count(), 0, 'the message is shown once');
      await tab.context().close();
    });
  }

  test('a page of another site cannot post for someone who is signed in here', async () => {
    const foreign = new Hono().get('/', (c) =>
      c.html(
        `<form method="post" action="${server.origin}/anteckning"><input name="heading" value="främmande"><input name="due" value="2026-12-01"><button>Vinn</button></form>`,
      ),
    );
    const trap = await listen(foreign);
    const tab = await openPage(browser);
    await tab.goto(`${server.origin}/in`);
    await tab.getByRole('button', { name: 'Gå in' }).click();
    seen.length = 0;
    await tab.goto(trap.origin.replace('127.0.0.1', 'localhost'));
    await tab.getByRole('button').click();
    assert.match((await tab.textContent('h1')) ?? '', /annan webbplats/);
    assert.deepEqual(seen, []);
    await tab.context().close();
    await trap.close();
  });

  test('the pages for what went wrong are accessible', async () => {
    const tab = await openPage(browser, { viewport: { width: 320, height: 700 } });
    for (const path of ['/finns-inte', '/finns-inte?lang=en']) {
      await tab.goto(`${server.origin}${path}`);
      await assertAccessible(tab);
    }
    await tab.context().close();
  });

  test('unsaved text is asked for before it is left behind, and not after it was sent', async () => {
    const tab = await openPage(browser);
    await tab.goto(`${server.origin}/in`);
    await tab.getByRole('button', { name: 'Gå in' }).click();
    await tab.goto(`${server.origin}/anteckning`);
    const asked: string[] = [];
    tab.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await tab.getByLabel('Rubrik').pressSequentially('Hej');
    await tab.goto(`${server.origin}/inne`);
    assert.deepEqual(asked, ['beforeunload']);
    await tab.goto(`${server.origin}/anteckning`);
    await tab.getByLabel('Rubrik').pressSequentially('Hej');
    await tab.getByLabel('Klart').fill('2026-12-01');
    await tab.getByRole('button', { name: 'Spara' }).click();
    assert.deepEqual(asked, ['beforeunload']);
    await tab.context().close();
  });
});
