import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { noBrowser } from '../support/browser.ts';
import { carryReleases, choose, confirmPapers, enterPrincipals, provesItself, says } from '../support/journey-joint.ts';
import { follow, mainOf, press, room } from '../support/journey-preparation.ts';
import { type JourneySite, openJourneySite } from '../support/journey-site.ts';
import { noSeeds } from '../support/seeds.ts';

/** What the joint group decided in December 2022, and what became of four threads, each followed on one page from the papers that tell of it. */
suite('joint work from confirmed papers: seeds 000, 001, 003 and 004', { skip: noBrowser || noSeeds }, () => {
  let journey: JourneySite;
  let desk: Page;
  let municipality: string;
  before(async () => {
    journey = await openJourneySite('2026-11-22T08:00:00.000Z');
    await confirmPapers(journey);
    municipality = await enterPrincipals(journey, 'kommun');
    await journey.enter({ login: 'samverkan', name: 'Sam Verkansson', role: 'cooperationLead' });
    desk = await journey.visit('samverkan');
  });
  after(() => journey?.close());

  const step = (name: string, run: () => Promise<void>) =>
    test(name, async (t) => {
      try {
        await run();
      } catch (error) {
        t.diagnostic(`${desk.url()}\n${await mainOf(desk).ariaSnapshot()}`);
        throw error;
      }
    });
  const main = () => mainOf(desk);
  const section = (heading: string): Locator =>
    main()
      .locator('section, .card')
      .filter({ has: desk.getByRole('heading', { name: heading, exact: true }) })
      .last();
  const sources = (paper: RegExp) => main().getByRole('link', { name: paper });
  const openIn = async (tab: string, name: string) => {
    await room(desk, 'Samverkan');
    if (tab !== 'Överenskommelser') await follow(main(), tab);
    await follow(main(), name);
    await main().getByRole('heading', { level: 1, name }).waitFor();
  };
  const openProject = async (name: string) => {
    await room(desk, 'Samverkan');
    await follow(main(), 'Projekt och utveckling');
    await follow(main(), name);
    await main().getByRole('heading', { level: 1, name }).waitFor();
  };
  const minutes = /Läst i Protokoll/;

  step('F-07: three posts for a year, two of the region and one of the municipalities, out of one fund', async () => {
    await openIn('Beställningar', 'Förlängt uppdrag rehabfrågan');
    await says(
      main(),
      /3 årsarbetare/,
      /1 januari 2023 – 31 december 2023/,
      /Nära vård medel/,
      /7\. Ny överenskommelse[^,]*, 9 december 2022/,
    );
    await says(
      main().getByRole('table', { name: 'Betalas av' }),
      /regionen hela perioden – 2\b/,
      /kommunerna hela perioden – 1\b/,
    );
    await provesItself(desk, sources(minutes).last(), /under 2023/);
  });

  step(
    'F-08: a quarter of a post, 144 000 kr of each, and the sum that no paper says is counted and said to be',
    async () => {
      await openIn('Beställningar', 'Förlängt uppdrag implementering av nutritionsvårdsöverenskommelsen');
      await says(main(), /25 % av en tjänst/, /tjänsteköp/, /Nära vård medel/, /9 december 2022/);
      await says(
        main().getByRole('table', { name: 'Betalas av' }),
        /kommunerna hela perioden 144 000 kr/,
        /regionen hela perioden 144 000 kr/,
        /288 000 kr räknat/,
      );
      await provesItself(desk, sources(minutes).nth(1), /144 000 kr/);
      await provesItself(desk, sources(minutes).nth(2), /25\s?%/);
    },
  );

  step(
    'F-09: the agreement runs from New Year until further notice; with nine months the last day is counted from today',
    async () => {
      await openIn('Överenskommelser', 'Avtal om tillnyktringsenhet');
      await says(
        main(),
        /gäller/,
        /från 1 januari 2023, tills vidare/,
        /9 månader/,
        /22 augusti 2027/,
        /9 december 2022/,
      );
      await provesItself(desk, sources(minutes), /2023-01-01/);
    },
  );

  step(
    'F-04, F-05, F-06: the meeting itself shows what was approved, filed and whom the group appointed, each with its line',
    async () => {
      await openIn('Överenskommelser', 'Avtal om tillnyktringsenhet');
      await follow(main(), /^8\. Beslut förlängning/);
      await main().getByRole('heading', { level: 1, name: 'Sammanträde 9 december 2022' }).waitFor();
      const item = (number: number) =>
        main()
          .locator('article.agenda-item')
          .nth(number - 1);
      await says(item(2), /Agendan godkändes fattat/);
      await says(item(3), /lades med godkännande till handlingarna fattat/);
      await says(item(4), /fattat .* att utse .* som ny representant/);
      for (const [number, line, paper] of [
        [2, /^rad 76/, /godkändes/],
        [3, /^rad 80/, /godkännande/],
      ] as const)
        await provesItself(desk, item(number).getByRole('link', { name: line }), paper);
      await follow(item(4), /^Rapport från au$/);
      await says(main(), /9 december 2022/, /ny representant/);
      await provesItself(desk, main().getByRole('link', { name: /Protokoll Chefsgrupp|rad 92/ }), /ny representant/);
    },
  );

  step('F-10: what the working group was told to come back with has no day, and the page says so', async () => {
    await openIn('Projekt och utveckling', 'Leveranser');
    await follow(main(), /^Förslag till uppdaterad överenskommelse/);
    await says(main(), /datum saknas/, /9 december 2022/);
    await provesItself(desk, sources(minutes), /återkomma/);
  });

  step(
    'K-03: the home-care agreement replaces that of 2004; thirteen decisions are a claim, and one step takes them in',
    async () => {
      await openIn('Överenskommelser', 'Överenskommelse för sjukvård i hemmet i Örebro län');
      await says(main(), /En källa säger att 13 huvudmän har beslutat/, /Inga beslut finns på plats/, /från 2004/);
      await press(main(), 'Lägg till alla huvudmän');
      await main().getByText('13 huvudmän är tillagda.').waitFor();
      await follow(main(), 'Gå igenom uppgiften');
      await says(main(), /Källan talar om 13, och 13 parter väntar på beslut/);
      await press(main(), 'Anteckna besluten enligt uppgiften');
      await main().getByText('Besluten är antecknade enligt uppgiften.').waitFor();
      await says(main(), /Samtliga 13 har beslutat/, /För 13 av dem är underlaget en uppgift i en källa/);
      assert.equal(await main().getByText('enligt uppgift i källa').count(), 13);
      await says(main(), /Under 2025 kommer ett omfattande arbete med implementering/);
      await says(main(), /Krav på en planering från specialiserad vård i sju dagar/);
      await provesItself(desk, sources(/Läst i Region/).nth(1), /samtliga 13/);
      await provesItself(desk, sources(/Läst i Region/).nth(4), /2004/);
      await follow(main(), /^tråden : 12\./);
      await says(main(), /Ärendepunkt · 9 december 2022 7\. Ny överenskommelse om hälso och sjukvård i hemmet/);
    },
  );

  step(
    'K-01: the pilot from the inquiry of 2020 to thirty-eight of a hundred and twenty and another year',
    async () => {
      await openProject('Samordnat medicinskt omhändertagande');
      const story = main().getByRole('table', { name: 'Vad som har hänt' });
      const happened = [
        [/^2020 .*2020:u4/, undefined],
        [/^december 2022 fas pilot .*hälso- och sjukvårdsnämnden i december 2022/, /december 2022/],
        [/^april 2023 roll projektledare: Vårdlots/, /I april anställdes/],
        [/^september 2023 plats Kumla vårdcentral/, /september/],
        [/^december 2024 antal 38 av 120/, /38 st.*120/s],
      ] as const;
      for (const [row, paper] of happened) {
        const found = story.getByRole('row').filter({ hasText: /./ });
        const texts = (await found.allInnerTexts()).map((text) => text.replace(/\s+/gu, ' ').trim());
        const at = texts.findIndex((text) => row.test(text));
        assert.ok(at >= 0, `${row} is not in\n${texts.join('\n')}`);
        if (paper) await provesItself(desk, found.nth(at).getByRole('link').last(), paper);
      }
      await says(story, /Beslut om fortsättning under 2025/, /2023:4/, /svar i redovisning: 14\./);
    },
  );

  step(
    'K-02: the assignment, the proposal of 1 200 000 kr and the answer two years later stand on one page once tied',
    async () => {
      const name = 'Gemensam utveckling av logopedinsatser för barn och unga';
      await openProject(name);
      for (const [to, kind, reason] of [
        [/^Uppdrag 2023:11/, /^rör/i, 'Uppdraget bakom förslaget'],
        [/^Beställning: Gemensam utveckling av logopedinsatser/, /^finansierar/i, 'Medlen i förslaget'],
      ] as const) {
        await follow(main(), 'Knyt till något');
        await choose(desk, 'Vad hör det ihop med?', to);
        await choose(desk, 'Hur?', kind);
        await desk.getByLabel('Varför?').fill(reason);
        await press(main(), 'Knyt till något');
        await main().getByRole('heading', { level: 1, name }).waitFor();
      }
      await says(
        main().getByRole('table', { name: 'Vad som har hänt' }),
        /9 december 2022 fas idé/,
        /2023 hör ihop med uppdrag: 2023:11 .*Uppdraget bakom förslaget/,
        /2024 hör ihop med svar i redovisning: 1c\./,
      );
      await says(section('Pengar'), /1 200 000 kr/);
      await provesItself(desk, sources(minutes), /9\. Gemensam utveckling/);
      await follow(section('Pengar'), name);
      await says(main(), /Fördelning mellan betalare saknas/, /9 december 2022/);
      await provesItself(desk, sources(minutes), /1,2/);
    },
  );

  step(
    'K-09: the assignment leads to the return that has the goal, and the three figures stand together in a goal area',
    async () => {
      await room(desk, 'Uppdrag');
      await desk.goto(new URL('/uppdrag?ar=2023', desk.url()).href);
      await follow(main(), /^2023:5|Följa arbete med vården av patienter med komplexa/);
      await follow(main(), /^31\. Beskriv vilka insatser/);
      for (const [number, answered, paper] of [
        ['30\\s?a', /1\s*på 1100 listade per läkare/, /1100/],
        ['35', /46\b/, /46 %/],
        ['36', /140\s?441/, /140441/],
        ['38', /100/, /100 %/],
      ] as const) {
        const answer = main().getByRole('article', { name: new RegExp(`^${number} `) });
        await says(answer, answered);
        await provesItself(desk, answer.getByRole('link', { name: /^rad \d+/ }).last(), paper);
      }
      await room(desk, 'Samverkan');
      await follow(main(), 'Remisser och lärande');
      await follow(main(), 'Målområden');
      await follow(main(), 'Lägg till målområde');
      await desk.getByLabel('Namn', { exact: true }).fill('Fast läkarkontakt');
      await press(main(), 'Spara');
      await main().getByText('Målområdet är tillagt.').waitFor();
      for (const name of [
        /^Visa här.*Andel av befolkningen i regionen som hade en fast namngiven läkarkontakt/,
        /^Visa här.*Antal personer som hade en fast namngiven läkarkontakt/,
        /^Visa här.*särskilt boende för äldre.*fast läkarkontakt/,
      ]) {
        if ((await main().getByLabel('Sök').count()) === 0) await follow(main(), 'Välj vad som ska visas');
        await desk.getByLabel('Sök').fill('läkarkontakt');
        await press(main(), /^(Sök|Filtrera|Visa)$/);
        await press(main(), name);
        await main().getByText('Visas nu i målområdet.').waitFor();
      }
      await follow(desk, 'Fast läkarkontakt');
      const figures = section('Tal');
      await says(
        figures,
        /46 % \(31 december 2024, uppgift i text\)/,
        /140 441 .*\(31 december 2024, uppgift i text\)/,
        /100 % \(31 december 2024, uppgift i text\)/,
      );
      for (const [name, paper] of [
        [/^46 %/, /46 %/],
        [/^140 441/, /140441/],
        [/100 %$/, /100 %/],
      ] as const) {
        const area = desk.url();
        await figures.getByRole('link', { name }).click();
        await main().getByRole('table', { name: 'Värden' }).waitFor();
        await provesItself(
          desk,
          main()
            .getByRole('link', { name: /^rad \d+/ })
            .last(),
          paper,
        );
        await desk.goto(area);
      }
    },
  );

  step(
    'two principals: the host asks, the municipality decides in its own register, and the host sees its decision',
    async () => {
      const name = 'Överenskommelse för familjecentraler';
      await openIn('Överenskommelser', name);
      await press(main(), 'Lägg till alla huvudmän');
      await main().getByText('13 huvudmän är tillagda.').waitFor();
      await desk.getByLabel('Vad som händer').selectOption({ label: 'Skicka ut för beslut' });
      await press(main(), 'Ändra läge');
      await main().getByText('Läget är nu: ute för beslut.').waitFor();
      const agreement = desk.url();
      await follow(main(), 'Lämna ut till annan huvudman');
      await desk.getByLabel(new RegExp(`^${municipality}`)).check();
      await desk.getByLabel('Besluta om överenskommelsen').check();
      await desk.getByLabel(/^Fråga/).fill('Vad beslutar ni om överenskommelsen?');
      await desk.getByLabel('Svar senast').fill('2026-12-20');
      await press(main(), 'Granska');
      await main().getByRole('heading', { level: 1, name: 'Granska innan den lämnas ut' }).waitFor();
      await press(main(), 'Lämna ut');
      await main().getByText('Handlingen är utlämnad.').waitFor();
      await carryReleases(journey);

      const other = await journey.visit('kommun');
      await room(other, 'Idag');
      await follow(other, 'Mottaget från andra');
      await follow(mainOf(other), new RegExp(name));
      await says(mainOf(other), /Vad beslutar ni om överenskommelsen\?/, /20 december 2026/);
      await choose(other, 'Beslut', /^godkänd$/i);
      await other.getByLabel('Organ som beslutade').fill('Kommunfullmäktige');
      await other.getByLabel('Beslutsdag').fill('2026-11-20');
      await other.getByLabel(/^Paragraf/).fill('§ 112');
      await other.getByLabel(/^Diarienummer/).fill('KS 2026/40');
      await press(mainOf(other), 'Skicka svaret');
      await mainOf(other).getByText('Svaret är skickat.').waitFor();
      await says(mainOf(other), /Ert svar Karin Kommun/, /20 november 2026/);
      await room(other, 'Samverkan');
      await says(mainOf(other), /Det finns inga överenskommelser än/);
      await other.context().close();
      await carryReleases(journey);

      await desk.goto(agreement);
      await says(main(), /1 (av 13|godkänd)/, /12 väntar på beslut/);
      const row = main().getByRole('row').filter({ hasText: municipality });
      await says(row, /godkänd/, /Kommunfullmäktige/, /20 november 2026/, /KS 2026\/40|§ 112/);
    },
  );
});
