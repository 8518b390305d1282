/**
 * Takes the pictures of the user guide and the README from the product itself, on the demonstration region, so that they show what is and not
 * what once was. Run it after a page has changed its look: `node scripts/take-screenshots.ts` (needs Chromium).
 */
import { join } from 'node:path';
import { bodyNames } from '../src/demo/region.ts';
import { listMeetings } from '../src/domain/meetings/index.ts';
import { findBodyByName } from '../src/domain/organisation/index.ts';
import { listActivityPlans } from '../src/domain/plans/index.ts';
import { launchBrowser, noBrowser, openPage } from '../test/support/browser.ts';
import { openDemoSite, signInByForm } from '../test/support/demo-site.ts';

type Picture = {
  readonly file: string;
  /** Where to begin, and the links to follow from there, by their visible text. */
  readonly start: string;
  /** The record of the nämnd with the meeting year that is under `start`: the meeting of a day, or the activity plan. */
  readonly of?: string;
  readonly follow?: readonly string[];
  /** The words that the picture begins with, where it is not the top of the page. */
  readonly from?: string;
  /** Whose eyes it is seen with; the secretary's unless told. */
  readonly as?: string;
  readonly height: number;
};

const folder = join(import.meta.dirname, '../docs/handbok/bilder');

const pictures: readonly Picture[] = [
  { file: 'idag.png', start: '/', height: 1000 },
  { file: 'mitt-arbete.png', start: '/mitt-arbete', height: 1100 },
  { file: 'trad.png', start: '/uppdrag/2026:3', height: 1250 },
  { file: 'granska.png', start: '/las-in', follow: ['Sammanträde med Beredning för lokal vård'], height: 900 },
  { file: 'aterrapportering.png', start: '/uppfoljning', follow: ['Beredning för lokal vård 2026'], height: 1150 },
  {
    file: 'skriv-rapporten.png',
    start: '/uppfoljning',
    follow: ['Beredning för lokal vård 2026', 'Skriv hela rapporten'],
    height: 1000,
  },
  { file: 'svar-per-organ.png', start: '/uppfoljning/svar-per-organ?ar=2026', height: 1000 },
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
  { file: 'arshjul.png', start: '/aktivitetsplaner', of: 'plan', height: 1000 },
  { file: 'genomfor.png', start: '/sammantraden', of: '2026-11-22', follow: ['Genomför'], height: 1000 },
  { file: 'svar.png', start: '/sammantraden', of: '2026-12-08', follow: ['Kallelse och svar'], height: 1000 },
  { file: 'protokoll.png', start: '/sammantraden', of: '2026-11-10', follow: ['Protokoll'], height: 1000 },
  { file: 'anslagstavla.png', start: '/anslagstavla', height: 640 },
  { file: 'beslutsuppfoljning.png', start: '/beslutsuppfoljning', height: 640 },
  {
    file: 'inspel.png',
    start: '/uppfoljning/inspel',
    follow: ['Inspel från Beredning för lokal vård till Hälso- och sjukvårdsnämnden'],
    height: 1000,
  },
  { file: 'plan.png', start: '/planer', follow: ['Verksamhetsplan med budget 2027'], height: 1000 },
  { file: 'formular.png', start: '/formular', follow: ['Version 3, 2026'], height: 1100 },
  { file: 'omrostning.png', start: '/omrostningar', follow: ['Vård nära hemmet: vad tycker du?'], height: 1000 },
  { file: 'dialog.png', start: '/dialoger', follow: ['Medborgardialoger om vård nära hemmet'], height: 900 },
  { file: 'overblick.png', start: '/oversikt', height: 900 },
  { file: 'overenskommelser.png', start: '/samverkan', height: 900 },
  {
    file: 'overenskommelse.png',
    start: '/samverkan',
    follow: ['Överenskommelse om vård i hemmet'],
    height: 1300,
  },
  { file: 'gemensamma-grupper.png', start: '/samverkan/grupper', height: 900 },
  { file: 'huvudman.png', start: '/samverkan/huvudman', height: 900 },
  { file: 'projekten.png', start: '/samverkan/projekt', height: 1100 },
  { file: 'projekt.png', start: '/samverkan/projekt', follow: ['Mobilt närsjukvårdsteam'], height: 1400 },
  { file: 'avvikelser.png', start: '/samverkan/avvikelser', height: 1100 },
  { file: 'avvikelser-monster.png', start: '/samverkan/avvikelser/monster', height: 1100 },
  { file: 'malomraden.png', start: '/samverkan/malomraden', height: 1100 },
  { file: 'malomrade.png', start: '/samverkan/malomraden', follow: ['Kontinuitet'], height: 1300 },
  { file: 'larande-uppfoljning.png', start: '/larande-uppfoljning', height: 1000 },
  {
    file: 'gemensam-skattning.png',
    start: '/larande-uppfoljning',
    follow: ['Vårdcentralen Alen'],
    as: 'controller',
    height: 1000,
  },
  { file: 'granskning.png', start: '/granskningar', follow: ['Punktprevalensmätning'], height: 1000 },
  { file: 'bestallningar.png', start: '/samverkan/bestallningar', height: 1200 },
  { file: 'medel.png', start: '/samverkan/medel', height: 1300 },
  { file: 'fond.png', start: '/samverkan/medel', follow: ['Statsbidrag psykisk hälsa'], height: 1200 },
  { file: 'bestallning.png', start: '/samverkan/bestallningar', follow: ['Fortsatt uppdrag'], height: 790 },
  { file: 'lamna-ut.png', start: '/utlamnat', height: 1000 },
  { file: 'mottaget.png', start: '/mottaget', as: 'kommun', height: 900 },
  { file: 'remiss.png', start: '/remisser', follow: ['Målbild 2040'], height: 1200 },
  {
    file: 'remissvar.png',
    start: '/remisser',
    follow: ['gemensam vårdplan för äldre', 'Svara för enheten'],
    height: 1100,
  },
  { file: 'indikator.png', start: '/indikatorer', follow: ['Andel med fast läkare på'], height: 1100 },
  { file: 'befolkning.png', start: '/indikatorer/befolkning', height: 1040 },
  {
    file: 'redovisning-arbete.png',
    start: '/redovisningar',
    follow: ['Redovisning av God och nära vård'],
    height: 1100,
  },
  {
    file: 'besvara-avsnitt.png',
    start: '/redovisningar',
    follow: ['Redovisning av God och nära vård', 'Uppföljning och utvärdering'],
    height: 1100,
  },
  {
    file: 'underlag-till-svar.png',
    start: '/redovisningar',
    follow: ['Redovisning av God och nära vård', 'Tillgänglighet', 'Underlag och förslag till fråga 14'],
    height: 1100,
  },
  {
    file: 'svar-ur-papper.png',
    start: '/redovisningar',
    follow: ['Region Fjällmarks redovisning av God och nära vård 2024', 'Redovisning av God och nära vård 2024'],
    height: 1100,
  },
  {
    file: 'slutsats.png',
    start: '/redovisningar',
    follow: ['Region Fjällmarks redovisning av God och nära'],
    from: 'Har alla vårdcentraler',
    height: 370,
  },
  {
    file: 'redovisning.png',
    start: '/redovisningar',
    follow: ['Region Fjällmarks redovisning av God och nära'],
    from: 'Ange hur många personer',
    height: 620,
  },
  { file: 'atgarder.png', start: '/atgarder', height: 1150 },
  {
    file: 'delarsrapport.png',
    start: '/uppfoljning',
    follow: ['Hälso- och sjukvårdsnämnden 2026'],
    height: 1250,
  },
  { file: 'lagesbilder.png', start: '/lagesbilder', height: 1000 },
  {
    file: 'samlad-lagesbild.png',
    start: '/lagesbilder',
    follow: ['Hälso- och sjukvårdsförvaltningen 2026:5'],
    height: 1250,
  },
  { file: 'tradar.png', start: '/trad', height: 700 },
  { file: 'posttrad.png', start: '/samverkan/bestallningar', follow: ['Fortsatt uppdrag', 'tråden'], height: 1100 },
];

/** Names of files on the command line leave the other pictures as they are. */
const named = process.argv.slice(2);
const wanted = ({ file }: Picture): boolean => named.length === 0 || named.includes(file);

if (noBrowser) {
  console.error(noBrowser);
  process.exit(1);
}
const site = await openDemoSite();
const addresses = await site.read(async (r) => {
  const bodyId = (await findBodyByName(r, bodyNames.transit))!.id;
  const { meetings } = await listMeetings(r, { bodyId, limit: 100 });
  const [plan] = await listActivityPlans(r, { bodyId });
  return new Map<string, string>([
    ...meetings.map(({ heldOn, id }) => [heldOn, id] as const),
    ['plan', plan!.id] as const,
  ]);
});
const browser = await launchBrowser();
const { origin, close } = await site.listen();
const signedIn = new Map<string, ReturnType<typeof openPage>>();
async function signInAs(login: string): ReturnType<typeof openPage> {
  const page = await openPage(browser, { viewport: { width: 1180, height: 900 }, colorScheme: 'light' });
  await signInByForm(page, origin, login);
  return page;
}
for (const { file, start, of, follow = [], from, height, as = 'sekreterare' } of pictures.filter(wanted)) {
  if (!signedIn.has(as)) signedIn.set(as, signInAs(as));
  const page = await signedIn.get(as)!;
  await page.setViewportSize({ width: 1180, height });
  await page.goto(origin + (of === undefined ? start : `${start}/${addresses.get(of)}`));
  for (const text of follow) {
    // A link may stand in something that is folded.
    await page.evaluate(() => {
      for (const folded of document.querySelectorAll<HTMLDetailsElement>('main details')) folded.open = true;
    });
    await page.getByRole('main').getByRole('link', { name: text }).first().click();
  }
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
