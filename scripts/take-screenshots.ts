/**
 * Takes the pictures of the user guide and the README from the product itself, on the demonstration region, so that they show what is and not
 * what once was. Run it after a page has changed its look: `node scripts/take-screenshots.ts` (needs Chromium).
 */
import { join } from 'node:path';
import { launchBrowser, noBrowser, openPage } from '../test/support/browser.ts';
import { openDemoSite, signInByForm } from '../test/support/demo-site.ts';

type Picture = {
  readonly file: string;
  /** Where to begin, and the links to follow from there, by their visible text. */
  readonly start: string;
  readonly follow?: readonly string[];
  readonly height: number;
};

const folder = join(import.meta.dirname, '../docs/handbok/bilder');

const pictures: readonly Picture[] = [
  { file: 'idag.png', start: '/', height: 1000 },
  { file: 'trad.png', start: '/uppdrag/2026:3', height: 1250 },
  { file: 'granska.png', start: '/las-in', follow: ['Sammanträde med Beredning för lokal vård'], height: 900 },
  { file: 'aterrapportering.png', start: '/uppfoljning', follow: ['Beredning för lokal vård 2026'], height: 1150 },
  { file: 'sammantrade.png', start: '/sammantraden', follow: ['Sammanträde 17 september 2026'], height: 1000 },
];

if (noBrowser) {
  console.error(noBrowser);
  process.exit(1);
}
const site = await openDemoSite();
const browser = await launchBrowser();
const { origin, close } = await site.listen();
const page = await openPage(browser, { viewport: { width: 1180, height: 900 }, colorScheme: 'light' });
await signInByForm(page, origin, 'sekreterare');
for (const { file, start, follow = [], height } of pictures) {
  await page.setViewportSize({ width: 1180, height });
  await page.goto(origin + start);
  for (const text of follow) await page.getByRole('main').getByRole('link', { name: text }).first().click();
  await page.screenshot({ path: join(folder, file) });
  console.log(file);
}
await browser.close();
await close();
await site.close();
