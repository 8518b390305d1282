import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { noBrowser, screenshot } from '../support/browser.ts';
import { pointsOf, unsaid } from '../support/officials-checklist.ts';
import {
  type OfficialsDay,
  type OfficialsItem,
  type OfficialsPaper,
  readOfficialsPaper,
} from '../support/officials-seed.ts';
import { addPrincipals, type OfficialsSite, openOfficialsSite, planDays } from '../support/officials-site.ts';
import {
  addItem,
  callTheRoll,
  enterCommittee,
  enterGroup,
  expect,
  follow,
  go,
  noteBacking,
  openMeeting,
  planMeeting,
  press,
  propose,
  recordAgreement,
  recordCommission,
  recordDeliverable,
  replaceRepresentative,
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

const committee = 'AU';

/** Who leaves the working committee and who comes instead, in the words of item 4. */
function replaced(): { readonly leaves: string; readonly takes: string } {
  const item = paper.items.find(({ sentence }) => sentence && / som ny representant/u.test(sentence))!;
  const leaves = /i stället för (.+?)\.|istället för (.+?)\./u.exec(item.text.join('\n'));
  const takes = /att utse (.+?) som ny representant/u.exec(item.sentence ?? '');
  return { leaves: leaves?.[1] ?? leaves?.[2] ?? '', takes: takes?.[1] ?? '' };
}

/** A name without what is read aloud about its being struck through. */
function bare(words: string): string {
  return words.replace(/\[överstruket:|slut på överstruket\]/gu, '').trim();
}

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
      await enterCommittee(page, paper.body, committee, replaced().leaves);
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
      const words = (await page.locator('#dokument').textContent()) ?? '';
      const points = pointsOf(paper);
      assert.ok(points.length >= 200, `The checklist has shrunk to ${points.length} points.`);
      assert.deepEqual(unsaid(words, points), []);
      // What is not in the paper's place, or not there at all, is found: the check can fail.
      const decision = paper.items.find(({ sentence, slidesIn }) => sentence && slidesIn)!;
      assert.deepEqual(
        unsaid(words.replaceAll(decision.sentence!, decision.sentence!.toUpperCase()), points).length,
        2,
        'an altered decision is missed in its item and in the summary',
      );
      assert.ok(unsaid(words, points.toReversed()).length > 100, 'the order counts');
      const absent = paper.people.filter(({ present }) => !present).map(({ name }) => name);
      assert.deepEqual((await page.locator('#dokument th s, #dokument th del').allTextContents()).map(bare), absent);
      for (const word of ['§', 'Beslutande', 'Beslutsför', 'Omröstning', 'Reservation', 'Paragraf'])
        assert.ok(!words.includes(word), `The minutes of officials say “${word}”.`);
      await says(page, 'Besluten gäller genom varje huvudmans eget mandat.');
      await says(page, `Samtliga ${paper.principals.length} huvudmän står bakom beslutet.`);
    });
  });
  await t.test('its six decisions become records with money, staff, term and notice', async () => {
    const page = await office.at('2022-12-13T08:00:00Z');
    await looked(page, 'effects', async () => {
      const decisions = paper.items.filter(
        ({ number, sentence, clause }) => Number(number) > 3 && (sentence ?? clause),
      );
      assert.equal(decisions.length, 6);
      const [appointed, staff, service, agreement, budget, deliverable] = decisions as [
        OfficialsItem,
        OfficialsItem,
        OfficialsItem,
        OfficialsItem,
        OfficialsItem,
        OfficialsItem,
      ];
      await replaceRepresentative(page, { item: appointed, committee, ...replaced(), day: paper.heldOn });
      for (const item of [staff, service, budget]) await recordCommission(page, item);
      const filled = await recordAgreement(page, agreement);
      assert.deepEqual(filled, {
        from: agreement.agreement?.from,
        noticeMonths: String(agreement.agreement?.noticeMonths),
        openEnded: 'true',
      });
      await recordDeliverable(page, deliverable);
      await openMeeting(page, '9 december 2022');
      await says(page, 'Vad besluten ledde till');
      await go(page, 'Samverkan');
      const rowOf = async (words: string): Promise<string> =>
        ((await page.getByRole('row').filter({ hasText: words }).textContent()) ?? '').replace(/\s/gu, ' ');
      assert.match(await rowOf(agreement.agreement!.name), new RegExp(`${agreement.agreement!.noticeMonths} månader`));
      await follow(page, 'Beställningar');
      for (const { commission } of [staff, service, budget]) {
        const row = await rowOf(commission!.what);
        const total = commission!.amounts.reduce((sum, { value }) => sum + value, 0);
        if (total > 0) assert.ok(row.includes(`${total.toLocaleString('sv').replace(/\s/gu, ' ')} kr`), row);
        if (commission!.fte) assert.ok(row.includes(String(commission!.fte).replace('.', ',')), row);
      }
    });
  });
  await t.test('the next meeting approves the minutes, which no board announces, and they are archived', async () => {
    const before = await office.at('2023-01-20T08:00:00Z');
    await looked(before, 'approval', async () => {
      await openMeeting(before, '9 december 2022');
      await follow(before, /^Protokoll$/);
      await says(before, 'Godkänns vid nästa sammanträde');
      await says(before, 'så inget anslås och ingen överklagandetid löper');
      assert.equal(await before.getByRole('link', { name: 'Skicka på justering' }).count(), 0);
      assert.equal(await before.getByRole('link', { name: 'Anslå justeringen' }).count(), 0);
      await press(before, /^Lägg på dagordningen.*10 februari 2023/);
      await says(before, 'Punkten ligger på dagordningen.');
    });
    const page = await office.at('2023-02-10T08:00:00Z');
    await looked(page, 'approved', async () => {
      await openMeeting(page, '10 februari 2023');
      await follow(page, /^Genomför$/);
      await press(page, 'Öppna sammanträdet');
      await press(page, /^Nästa punkt/);
      await page.locator('summary', { hasText: 'Annan utgång' }).click();
      await page.getByLabel('Beslutet i en mening').fill('Protokollet från den 9 december 2022 godkändes.');
      await press(page, 'Anteckna beslutet');
      await openMeeting(page, '9 december 2022');
      await follow(page, /^Protokoll$/);
      await page.getByLabel('Beslutet som godkänner protokollet').selectOption({ index: 1 });
      await press(page, 'Godkänn protokollet');
      await says(page, 'Protokollet är godkänt.');
      await press(page, 'Arkivera');
      await says(page, 'Protokollet är arkiverat.');
      await screenshot(page, 'officials-archived');
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
