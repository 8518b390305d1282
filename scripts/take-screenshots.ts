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
  /** The words that the picture begins with, where it is not the top of the page. */
  readonly from?: string;
  readonly height: number;
};

const folder = join(import.meta.dirname, '../docs/handbok/bilder');

const pictures: readonly Picture[] = [
  { file: 'idag.png', start: '/', height: 1000 },
  { file: 'trad.png', start: '/uppdrag/2026:3', height: 1250 },
  { file: 'granska.png', start: '/las-in', follow: ['Sammanträde med Beredning för lokal vård'], height: 900 },
  { file: 'aterrapportering.png', start: '/uppfoljning', follow: ['Beredning för lokal vård 2026'], height: 1150 },
  { file: 'sammantrade.png', start: '/sammantraden', follow: ['Sammanträde 17 september 2026'], height: 1000 },
  {
    file: 'narvaro.png',
    start: '/sammantraden',
    follow: ['Sammanträde 6 februari 2026'],
    from: 'Närvaro',
    height: 680,
  },
  { file: 'votering.png', start: '/sammantraden', follow: ['Sammanträde 11 juni 2026'], height: 1420 },
  { file: 'aktivitetsplan.png', start: '/aktivitetsplaner', follow: ['2026'], height: 900 },
  { file: 'overenskommelser.png', start: '/samverkan', height: 400 },
  { file: 'bestallning.png', start: '/samverkan/bestallningar', follow: ['Fortsatt uppdrag'], height: 790 },
  { file: 'remiss.png', start: '/remisser', follow: ['hemsjukvård'], height: 740 },
  { file: 'befolkning.png', start: '/indikatorer/befolkning', height: 1040 },
  {
    file: 'slutsats.png',
    start: '/redovisningar',
    follow: ['God och nära'],
    from: 'Har alla vårdcentraler',
    height: 370,
  },
  {
    file: 'redovisning.png',
    start: '/redovisningar',
    follow: ['God och nära'],
    from: 'Ange hur många personer',
    height: 620,
  },
  { file: 'tradar.png', start: '/trad', height: 700 },
  { file: 'posttrad.png', start: '/samverkan/bestallningar', follow: ['Fortsatt uppdrag', 'tråden'], height: 1100 },
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
for (const { file, start, follow = [], from, height } of pictures) {
  await page.setViewportSize({ width: 1180, height });
  await page.goto(origin + start);
  for (const text of follow) await page.getByRole('main').getByRole('link', { name: text }).first().click();
  if (from !== undefined)
    await page
      .getByRole('main')
      .getByText(from)
      .first()
      .evaluate((element) => element.scrollIntoView());
  await page.screenshot({ path: join(folder, file) });
  console.log(file);
}
await browser.close();
await close();
await site.close();
