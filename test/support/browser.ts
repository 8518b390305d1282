import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { isLongRun } from './long-run.ts';

/** Where Chromium is looked for; `KANSLI_CHROMIUM` names another place. */
const places = [
  process.env.KANSLI_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const executablePath = places.find((place) => place !== undefined && existsSync(place));

/** For `test(name, { skip: noBrowser }, …)`: false with a browser, otherwise the sentence that is printed beside the skipped test. */
export const noBrowser: false | string = executablePath
  ? false
  : 'Chromium is not installed here; install it or set KANSLI_CHROMIUM.';

const quiet = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--no-first-run',
];
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Starts one browser; a test file launches it once in `before` and closes it in `after`. */
export function launchBrowser(): Promise<Browser> {
  if (!executablePath) throw new Error('There is no Chromium. Skip the test by name with { skip: noBrowser }.');
  return chromium.launch({ executablePath, args: quiet });
}

/** A page of its own size, colours and language; `javaScriptEnabled: false` to prove that it works without script. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    ...options,
  });
  return context.newPage();
}

/** Serves an app on a free port of this machine. */
export async function listen(app: {
  fetch: Parameters<typeof serve>[0]['fetch'];
}): Promise<{ origin: string; close: () => Promise<void> }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      const close = (): Promise<void> => new Promise((closed) => server.close(() => closed()));
      resolve({ origin: `http://127.0.0.1:${port}`, close });
    });
  });
}

export type Finding = {
  readonly rule: string;
  readonly impact: string;
  readonly help: string;
  readonly where: readonly string[];
};

/** Which rules axe applies: all that the law asks for, those without some, or only some. */
type AxeOptions = { readonly without?: readonly string[]; readonly only?: readonly string[] };

/**
 * The rules whose answer can differ between two languages of the same page: names, titles, and what language a part is in. How a page is built, its
 * colours and its order are the same in both, and are looked at once.
 */
export const rulesOfLanguage = [
  'aria-command-name',
  'aria-dialog-name',
  'aria-input-field-name',
  'aria-meter-name',
  'aria-progressbar-name',
  'aria-toggle-field-name',
  'button-name',
  'document-title',
  'empty-heading',
  'empty-table-header',
  'html-has-lang',
  'html-lang-valid',
  'image-alt',
  'input-button-name',
  'label',
  'label-title-only',
  'landmark-unique',
  'link-name',
  'page-has-heading-one',
  'select-name',
  'summary-name',
  'svg-img-alt',
  'table-duplicate-name',
  'valid-lang',
] as const;

/** What the words of a page and their order decide, on a page that is built of nothing but what was looked at before. */
export const rulesOfContent = [
  ...rulesOfLanguage,
  'aria-valid-attr-value',
  'duplicate-id-aria',
  'heading-order',
  'nested-interactive',
  'skip-link',
] as const;

/**
 * The languages in which the pages of an area are looked at: in English only the words differ, which the long tests ask of every page.
 */
export const languagesLookedAt = isLongRun ? (['sv', 'en'] as const) : (['sv'] as const);

/** What axe has against the page (WCAG 2.0–2.2 A and AA, and best practice), as data. */
export async function accessibilityFindings(page: Page, options: AxeOptions = {}): Promise<readonly Finding[]> {
  try {
    return await askAxe(page, options);
  } catch (error) {
    // A page that shows progress loads itself again, also under the eyes of axe; then it is looked at once more.
    if (!/documentElement|context was destroyed|navigat/i.test(String(error))) throw error;
    await page.waitForLoadState();
    return await askAxe(page, options);
  }
}

/**
 * The rules that look at how each element is painted: two thirds of what axe takes. Colours and sizes are the components' and the same on every page, so
 * a short run asks them of one page of each room and colour scheme, beside the gallery of components; the long one asks all pages.
 */
const rulesOfPaint = ['color-contrast', 'target-size'] as const;
const roomsPainted = new Set<string>();

async function paintIsKnown(page: Page): Promise<boolean> {
  const { protocol, pathname } = new URL(page.url());
  if (isLongRun || !protocol.startsWith('http')) return false;
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const room = `${pathname.split('/')[1]} ${isDark}`;
  const known = roomsPainted.has(room) && room !== `utveckling ${isDark}`;
  roomsPainted.add(room);
  return known;
}

async function askAxe(page: Page, options: AxeOptions): Promise<readonly Finding[]> {
  // Evaluated through the debugger and not as a script element, because the page's own policy rightly forbids foreign scripts.
  await page.evaluate(axeSource);
  const without = [...(options.without ?? []), ...((await paintIsKnown(page)) ? rulesOfPaint : [])];
  const only = options.only?.filter((rule) => !without.includes(rule));
  const rules = only ? {} : Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
  const runOnly = only
    ? { type: 'rule', values: only }
    : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
  return page.evaluate(
    async ([only, switched]) => {
      type Axe = {
        run: (
          root: Document,
          options: unknown,
        ) => Promise<{
          violations: {
            id: string;
            impact: string;
            help: string;
            nodes: { target: string[]; failureSummary?: string }[];
          }[];
        }>;
      };
      const { axe } = globalThis as unknown as { axe: Axe };
      const { violations } = await axe.run(document, {
        runOnly: only,
        rules: switched,
        resultTypes: ['violations'],
      });
      return violations.map(({ id, impact, help, nodes }) => ({
        rule: id,
        impact,
        help,
        where: nodes.map(
          ({ target, failureSummary }) => `${target.join(' ')} — ${failureSummary?.split('\n')[1]?.trim() ?? ''}`,
        ),
      }));
    },
    [runOnly, rules] as const,
  );
}

/**
 * Fails with every finding of axe and every overflow to the side, named with its place in the page. A page in English and in light
 * colours is asked what its language can change; the rest is asked of the same page in Swedish.
 */
export async function assertAccessible(
  page: Page,
  options: { readonly without?: readonly string[] } = {},
): Promise<void> {
  await page.waitForLoadState();
  const onlyWords = await page.evaluate(
    () => document.documentElement?.lang === 'en' && !matchMedia('(prefers-color-scheme: dark)').matches,
  );
  const without = new Set(options.without);
  const findings = await accessibilityFindings(
    page,
    onlyWords ? { only: rulesOfLanguage.filter((rule) => !without.has(rule)) } : options,
  );
  const width = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  const lines = findings.map(({ rule, help, where }) => `${rule}: ${help}\n    ${where.slice(0, 6).join('\n    ')}`);
  if (width.content > width.window)
    lines.push(`The page is ${width.content} px wide in a window of ${width.window} px. ${await widest(page)}`);
  if (lines.length > 0) throw new Error(`${page.url()} is not accessible:\n  ${lines.join('\n  ')}`);
}

/** The same on a desk and on a telephone, without loading the page again. What a colour is against its ground is asked once. */
export async function assertAccessibleNarrowAndWide(page: Page, narrow: 320 | 360 = 360): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 });
  await assertAccessible(page);
  await page.setViewportSize({ width: narrow, height: 900 });
  await assertAccessible(page, { without: ['color-contrast'] });
}

/** Writes a picture of the whole page to the folder of `KANSLI_SHOTS`, for who wants to look at what the tests see; without it nothing is written. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = process.env.KANSLI_SHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name.replace(/[^\w.-]+/g, '-')}.png`), fullPage: true });
}

function widest(page: Page): Promise<string> {
  return page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > limit + 1,
    );
    return wide
      .slice(0, 4)
      .map((element) => `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}">`)
      .join(', ');
  });
}
