import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findAccountByLogin, tieAccountToPerson } from '../../src/domain/access/index.ts';
import {
  callUpItem,
  closeMeeting,
  decideDisqualification,
  declareDisqualification,
  endItem,
  invitePerson,
  noteEvent,
  openMeeting,
} from '../../src/domain/attendance/index.ts';
import { getAgendaItem } from '../../src/domain/meetings/index.ts';
import { assertAccessible, launchBrowser, noBrowser, openPage, screenshot } from '../support/browser.ts';
import { buildRoster, type Roster } from '../support/build-attendance.ts';
import { type DemoSite, openDemoSite, signInByForm, type Visitor } from '../support/demo-site.ts';

let site: DemoSite;
let member: Visitor;
let roster: Roster;
before(async () => {
  site = await openDemoSite();
  member = await site.signIn('ledamot');
  roster = await buildRoster(site.database, { members: 5, vacant: 1, deputies: 3 });
  await heldMeeting(roster);
});
after(() => site.close());

/** A meeting in which somebody leaves, a deputy steps in, and somebody is disqualified from the second item. */
async function heldMeeting({ meetingId, members, deputies, seatIds, itemIds }: Roster): Promise<void> {
  const conduct: DemoSite['write'] = (action, run) => site.write(action, run);
  const at = (clock: string) => ({ meetingId, at: clock });
  await conduct('meeting.conduct', async (w) => {
    const present = [...members.slice(0, 4), deputies[0]!, deputies[1]!].map((attendanceId) => ({ attendanceId }));
    await openMeeting(w, { ...at('13:00'), present });
    await invitePerson(w, {
      meetingId,
      name: 'Vera Vik',
      capacity: 'official',
      role: 'controller',
      arrived: { at: '13:00' },
    });
    await callUpItem(w, { itemId: itemIds[0]!, at: '13:05' });
    await endItem(w, at('14:10'));
    await noteEvent(w, { ...at('14:10'), event: { kind: 'left', attendanceId: members[1]!, reason: 'leaves' } });
    await noteEvent(w, {
      ...at('14:10'),
      event: { kind: 'beganServing', attendanceId: deputies[0]!, seatId: seatIds[1]! },
    });
    await callUpItem(w, { itemId: itemIds[1]!, at: '14:12' });
    const about = { itemId: itemIds[1]!, attendanceId: members[2]!, ground: 'own', declaredBySelf: true } as const;
    const id = await declareDisqualification(w, { ...about, at: '14:13' });
    await decideDisqualification(w, { disqualificationId: id, expectedVersion: 1, outcome: 'disqualified' });
    await callUpItem(w, { itemId: itemIds[2]!, at: '14:30' });
    await endItem(w, at('16:50'));
    await closeMeeting(w, at('17:00'));
  });
}

/** The rows of the table under "Närvaro", as words. */
const rowsOf = (page: string) =>
  [...(page.split('<section id="narvaro">')[1] ?? '').split('</section>')[0]!.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)]
    .slice(1)
    .map(([, row]) =>
      (row ?? '')
        .replace(/<svg.*?<\/svg>/gs, '')
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .replace(/ ,/g, ',')
        .trim()
        .replace(/Prov Provsson \d+/g, 'N'),
    );

test('the page of a meeting tells who served at which §§, for whom, and who only was there', async () => {
  const page = await member.read(`/sammantraden/${roster.meetingId}`);
  assert.match(page, /7 närvarande, 2 frånvarande · Öppnat kl\. 13\.00, avslutat kl\. 17\.00\./);
  assert.deepEqual(rowsOf(page), [
    'N (S) tjänstgör hela ordförande',
    'N (M) tjänstgör § 1, kl. 13.00–14.10 vice ordförande',
    'N (S) tjänstgör §§ 1, 3 ledamot',
    'N (M) tjänstgör hela ledamot',
    'N (S) tjänstgörande ersättare §§ 2–3, kl. 14.10–17.00, för N (M) ersättare',
    'N (M) tjänstgör inte hela ersättare',
    'Vera Vik närvarande hela controller',
    'N (S) frånvarande ledamot',
    'N (S) frånvarande ersättare',
  ]);
});

test('R-KL-24: who is disqualified from an item sees its title and nothing else of it, and everything of the others', async () => {
  await site.write('meeting.edit', async (w) => {
    for (const [index, summary] of [
      [0, 'Det som alla får läsa.'],
      [1, 'Det som den jäviga inte får läsa.'],
    ] as const)
      await w.db
        .updateTable('agenda_item')
        .set({ summary })
        .where('tenant_id', '=', w.tenantId)
        .where('id', '=', roster.itemIds[index]!)
        .execute();
    await w.log({ noun: 'meeting', recordId: roster.meetingId });
  });
  const { title } = await site.read((r) => getAgendaItem(r, roster.itemIds[1]!));
  const path = `/sammantraden/${roster.meetingId}`;
  assert.match(await member.read(path), /Det som den jäviga inte får läsa/);
  await site.write('account.administer', async (w) => {
    const account = await findAccountByLogin(w, 'ledamot');
    await tieAccountToPerson(w, { accountId: account!.id, personId: roster.personIds[2]! });
  });
  const page = await member.read(path);
  assert.match(page, /Det som alla får läsa/);
  assert.doesNotMatch(page, /Det som den jäviga inte får läsa/);
  assert.match(page, new RegExp(title));
  assert.match(page, /Du är jävig i det här ärendet/);
  const refused = await member.read(`${path}/punkter/${roster.itemIds[1]}/pm.pdf`, 403);
  assert.match(refused, /Du är jävig i det här ärendet och kan inte se det/);
});

test('the attendance is accessible in both languages, narrow and wide', { skip: noBrowser }, async () => {
  const { origin, close } = await site.listen();
  const browser = await launchBrowser();
  try {
    for (const width of [360, 1280]) {
      const page = await openPage(browser, { viewport: { width, height: 900 } });
      await signInByForm(page, origin, 'sekreterare');
      await page.goto(`${origin}/sammantraden/${roster.meetingId}#narvaro`);
      await assertAccessible(page);
      await screenshot(page, `attendance-${width}`);
    }
  } finally {
    await browser.close();
    await close();
  }
});
