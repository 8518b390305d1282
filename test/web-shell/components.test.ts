import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, suite, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { componentNames } from '../../src/web/assets.ts';
import { languageRoutes } from '../../src/web/language-route.ts';
import { developmentRoutes, loadExamples } from '../../src/web/pages/development/component-gallery-page.ts';
import {
  accessibilityFindings,
  assertAccessible,
  launchBrowser,
  listen,
  noBrowser,
  openPage,
  screenshot,
} from '../support/browser.ts';
import { shellApp } from '../support/web.ts';

const components = `${import.meta.dirname}/../../src/web/components`;
// The gallery shows a component's navigation beside the page's own on purpose.
const galleryOnly = { without: ['landmark-unique'] };

suite('the folder of each component', () => {
  for (const name of componentNames()) {
    test(`${name} has its function, its look and named examples`, async () => {
      const files = readdirSync(`${components}/${name}`);
      assert.ok(files.includes(`${name}.ts`), `components/${name}/${name}.ts is missing`);
      assert.ok(files.includes(`${name}.css`), `components/${name}/${name}.css is missing`);
      const { about, examples } = await loadExamples(name);
      assert.match(about, /\.$/, 'about is a sentence');
      assert.ok(examples.length > 0);
      assert.equal(
        new Set(examples.map((example) => example.name)).size,
        examples.length,
        'examples have names of their own',
      );
    });
  }

  test('unescaped HTML is made in one file only', () => {
    const files = readdirSync(`${import.meta.dirname}/../../src/web`, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
    );
    const rawUsers = files.filter((file) =>
      /\braw\s*[(`]|\braw\b.*from 'hono\/html'/.test(
        readFileSync(`${import.meta.dirname}/../../src/web/${file}`, 'utf8'),
      ),
    );
    assert.deepEqual(rawUsers, ['html.ts'], 'use the html template and attributes() of src/web/html.ts instead of raw');
  });

  test('no component writes style or script into the page', () => {
    for (const name of componentNames()) {
      const source = readFileSync(`${components}/${name}/${name}.ts`, 'utf8');
      assert.doesNotMatch(
        source,
        /<style|<script|\sstyle="|\son[a-z]+="/,
        `components/${name}: the policy of the page forbids inline style and script`,
      );
    }
  });
});

suite('the gallery in Chromium', { skip: noBrowser }, () => {
  let browser: Browser;
  let server: { origin: string; close: () => Promise<void> };
  const address = (query: string): string => `${server.origin}/utveckling/komponenter?${query}`;

  before(async () => {
    browser = await launchBrowser();
    server = await listen(shellApp({ routes: [...languageRoutes, ...developmentRoutes] }));
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  for (const language of ['sv', 'en'])
    for (const scheme of ['light', 'dark'])
      for (const width of [320, 1280]) {
        test(`axe finds nothing: ${language}, ${scheme}, ${width} px, and nothing is scrolled to the side`, async () => {
          const page = await openPage(browser, { viewport: { width, height: 800 } });
          const faults = listenForFaults(page);
          await page.goto(address(`lang=${language}&farg=${scheme}`));
          assert.equal(await page.getAttribute('html', 'lang'), language);
          await assertAccessible(page, galleryOnly);
          assert.deepEqual(faults, [], 'the browser reports no error and no breach of the policy');
          if (language === 'sv') await screenshot(page, `gallery-${scheme}-${width}`);
          await page.context().close();
        });
      }

  test('control: a page with a fault is reported', async () => {
    const page = await openPage(browser, { bypassCSP: true });
    await page.goto(address('lang=sv'));
    await page.evaluate(() =>
      document
        .querySelector('main')
        ?.insertAdjacentHTML(
          'beforeend',
          '<img src="data:,"><p class="faint">ljust på ljust</p><div class="far"></div>',
        ),
    );
    await page.addStyleTag({ content: '.faint { color: #ccc; background: #fff } .far { width: 3000px; height: 1px }' });
    const rules = (await accessibilityFindings(page, galleryOnly)).map(({ rule }) => rule);
    assert.deepEqual(rules.filter((rule) => rule === 'image-alt' || rule === 'color-contrast').sort(), [
      'color-contrast',
      'image-alt',
    ]);
    await assert.rejects(assertAccessible(page, galleryOnly), /px wide in a window of 1280 px/);
    await page.context().close();
  });

  test('the machine that prefers dark gets dark, and the language switch comes back to the same page', async () => {
    const page = await openPage(browser, { colorScheme: 'dark' });
    await page.goto(address('lang=sv'));
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(19, 24, 30)');
    await page.click('.header .language-switch');
    assert.equal(await page.getAttribute('html', 'lang'), 'en');
    assert.equal(new URL(page.url()).pathname, '/utveckling/komponenter');
    await page.context().close();
  });

  test('every stop of the Tab key is seen', async () => {
    const page = await openPage(browser, { javaScriptEnabled: true });
    await page.goto(`${server.origin}/utveckling/komponenter/table`);
    const unseen: string[] = [];
    for (let stop = 0; stop < 16; stop += 1) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return undefined;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const { width, height } = element.getBoundingClientRect();
        return {
          text: element.textContent?.trim().slice(0, 40) ?? '',
          seen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && width > 0 && height > 0,
        };
      });
      if (focus && !focus.seen) unseen.push(focus.text);
    }
    assert.deepEqual(unseen, []);
    await page.context().close();
  });

  test('without script everything is there: branches open, forms are sent, sorting is a link', async () => {
    const page = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${server.origin}/utveckling/komponenter/tree`);
    const closed = page.locator('.tree details:not([open]) > summary');
    await closed.click();
    assert.equal(await page.getByText('Vi lär av varandra').isVisible(), true);
    await page.goto(`${server.origin}/utveckling/komponenter/table`);
    await page.click('thead th[aria-sort] a');
    assert.match(page.url(), /ordning=descending/);
    await page.context().close();
  });

  test('a key clicks the button that carries it, but not while one writes', async () => {
    const page = await openPage(browser);
    await page.goto(`${server.origin}/utveckling/komponenter/button`);
    await page.evaluate(() => {
      document.addEventListener('click', (event) => {
        event.preventDefault();
        document.documentElement.dataset.clicked = (event.target as Element).textContent ?? '';
      });
      document.querySelector('main')?.insertAdjacentHTML('beforeend', '<input id="writing" aria-label="x">');
    });
    await page.focus('#writing');
    await page.keyboard.press('b');
    assert.equal(await page.evaluate(() => document.documentElement.dataset.clicked), undefined);
    await page.locator('#writing').blur();
    await page.keyboard.press('b');
    assert.match((await page.evaluate(() => document.documentElement.dataset.clicked)) ?? '', /Bekräfta/);
    await page.context().close();
  });
});

function listenForFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/.test(message.text())) faults.push(message.text());
  });
  return faults;
}
