import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { noBrowser, screenshot } from '../support/browser.ts';
import { type OfficialsDay, type OfficialsPaper, readOfficialsPaper } from '../support/officials-seed.ts';
import { addPrincipals, type OfficialsSite, openOfficialsSite, planDays } from '../support/officials-site.ts';
import {
  addItem,
  callTheRoll,
  enterGroup,
  expect,
  follow,
  noteBacking,
  openMeeting,
  planMeeting,
  press,
  propose,
  says,
  treat,
  writeReports,
  writeStandingItems,
} from '../support/officials-steps.ts';
import { noSeeds } from '../support/seeds.ts';

/** Issue 4, "Done when" 1: the joint group meeting of seed 003, from its plan to minutes that the next meeting approved. */
let paper: OfficialsPaper;
let office: OfficialsSite;

before(async () => {
  if (noBrowser || noSeeds) return;
  paper = readOfficialsPaper();
  office = await openOfficialsSite(paper.principals, paper.secretary);
});
after(() => office?.close());

/** What the paper says in brackets after a day: how it is held, or with whom and why. */
function dayNote({ mode, note }: OfficialsDay): string | null {
  return mode === 'residential' ? `internat – ${note}` : note;
}

test('the joint group of officials meets as seed 003 tells', { skip: noSeeds || noBrowser }, async (t) => {
  await t.test('the group has its principals, and its page says that it decides through each of them', async () => {
    const page = await office.at('2022-11-14T08:00:00Z');
    await looked(page, 'group', async () => {
      await enterGroup(page, paper);
      await says(page, 'Det gruppen enas om gäller genom varje huvudmans eget mandat.');
      await addPrincipals(office, paper.body, paper.principals.slice(2));
    });
  });
  await t.test('the year ahead is planned and the agenda written', async () => {
    const page = await office.at('2022-11-15T08:00:00Z');
    await looked(page, 'agenda', async () => {
      const [first, second, ...more] = paper.days;
      for (const day of [first, second])
        await planMeeting(page, {
          body: paper.body,
          heldOn: day!.date,
          lastDay: day!.endDate,
          mode: day!.mode === 'digital' ? 'digitalt' : null,
          note: dayNote(day!),
        });
      await planDays(
        office,
        paper.body,
        more.map((day) => ({
          heldOn: day.date,
          lastDay: day.endDate,
          mode: day.mode === 'residential' ? null : day.mode,
          note: dayNote(day),
        })),
      );
      await planMeeting(page, { body: paper.body, heldOn: paper.heldOn, place: paper.place });
      await follow(page, 'Arbeta med dagordningen');
      const [opening, closing] = [paper.items.slice(0, 5), paper.items.slice(-3)];
      await writeStandingItems(
        page,
        opening.map((one) => one.title),
        closing.map((one) => one.title),
      );
      await openMeeting(page, '9 december 2022');
      await follow(page, 'Arbeta med dagordningen');
      await press(page, 'Lägg in stående punkter');
      await openMeeting(page, '9 december 2022');
      const added = paper.items.slice(5, -3);
      for (const item of added) {
        const under = item.number.includes('.')
          ? added.find(({ number }) => item.number.startsWith(`${number}.`))
          : undefined;
        await addItem(page, item, under ? { under: under.title } : { before: closing[0]!.title });
      }
      await follow(page, 'Arbeta med dagordningen');
      await press(page, 'Numrera om');
      await propose(page, paper.items.find(({ clause }) => clause)!);
      await openMeeting(page, '9 december 2022');
      await follow(page, /^Kalla$/);
      await press(page, /^Kalla$/);
    });
  });
  await t.test('the meeting is held: nobody votes, no § is given and no quorum is counted', async () => {
    const page = await office.at('2022-12-09T08:00:00Z');
    await looked(page, 'held', async () => {
      await openMeeting(page, '9 december 2022');
      await follow(page, /^Genomför$/);
      await follow(page, 'Lägg till deltagare');
      await expect(page, paper);
      await follow(page, 'Till uppropet');
      await callTheRoll(page, paper, '09:00');
      for (const item of paper.items) await treat(page, item);
      const screen = (await page.getByRole('main').textContent()) ?? '';
      for (const word of ['§', 'Beslutsför', 'Yrkande', 'Omedelbar justering', 'förslag till nämnden'])
        assert.ok(!screen.includes(word), `The screen of officials who meet says “${word}”.`);
      await page.locator('summary', { hasText: 'Omröstning' }).click();
      await says(page, 'Gruppen beslutar i enighet. Här finns ingen omröstning.');
      await follow(page, 'Avsluta sammanträdet');
      await page.getByLabel(/^Avslutas kl\./).fill('16:00');
      await press(page, 'Avsluta sammanträdet');
      await openMeeting(page, '9 december 2022');
      await follow(page, 'Huvudmän och undergrupper');
      await says(page, 'Gruppen har inget eget mandat');
      for (const item of paper.items.filter(({ reports, slidesIn }) => reports.length > 0 || slidesIn))
        await writeReports(page, item);
      for (const item of paper.items.filter(({ endorsedBy, clause }) => endorsedBy ?? clause))
        await noteBacking(page, item, item.clause ? 'står bakom' : undefined);
      await says(page, 'Gäller för 13 av 13 huvudmän');
    });
  });
  await t.test('its minutes say what the paper says, point by point', async () => {
    const page = await office.at('2022-12-12T08:00:00Z');
    await looked(page, 'minutes', async () => {
      await openMeeting(page, '9 december 2022');
      await follow(page, /^Protokoll$/);
      await press(page, 'Påbörja protokollet');
      await says(page, 'Besluten gäller genom varje huvudmans eget mandat.');
    });
  });
});

/** Runs some steps; where one fails, the page is kept as a picture beside the message. */
async function looked(page: Page, name: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    await screenshot(page, `officials-${name}-failed`);
    throw error;
  }
}
