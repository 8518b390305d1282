import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { noBrowser } from '../support/browser.ts';
import { type NoticePaper, noticePaper } from '../support/journey-notice-paper.ts';
import { missingPoints, noticePoints } from '../support/journey-notice-points.ts';
import {
  addItem,
  addSeat,
  enterBody,
  fetchText,
  follow,
  handIn,
  mainOf,
  openAgenda,
  openMeeting,
  press,
  propose,
  regulate,
} from '../support/journey-preparation.ts';
import { type JourneySite, openJourneySite } from '../support/journey-site.ts';
import { noSeeds } from '../support/seeds.ts';

/** The meeting of seed 001, as it is written on the page. */
const day = '24 november 2020';

suite('the meeting of 24 November 2020, from activity plan to archive', { skip: noSeeds || noBrowser }, () => {
  let site: JourneySite;
  let paper: NoticePaper;
  let desk: Page;
  before(async () => {
    paper = noticePaper();
    site = await openJourneySite('2020-09-21T07:00:00.000Z');
    await site.enter({ login: 'sekreterare', role: 'committeeSecretary', ...paper.secretary });
    desk = await site.visit('sekreterare');
  });
  after(() => site?.close());

  test('the bodies are entered with their seats, the vacant one too, and what their own rules say', async () => {
    const kinds = { member: 'ledamot', deputy: 'ersättare' } as const;
    const roles = {
      chair: 'ordförande',
      viceChair: 'vice ordförande',
      secondViceChair: '2:e vice ordförande',
    } as const;
    await enterBody(desk, { name: 'Hälso- och sjukvårdsnämnden', kind: 'nämnd' });
    await enterBody(desk, { name: paper.body, kind: 'beredning', above: 'Hälso- och sjukvårdsnämnden' });
    for (const { kind, person, party, role } of paper.seats)
      await addSeat(desk, { kind: kinds[kind], person, party, ...(role && { role: roles[role] }) });
    await mainOf(desk).getByText('1 vakant plats').waitFor();
    await regulate(desk, {
      group: 'Protokoll och anslag',
      rule: 'justering, dagar efter',
      value: '14',
      from: '2020-01-01',
    });
  });

  test('the meeting is planned, and the last day to adjust follows from the rules of the body', async () => {
    const { date, start, end, place } = paper.meeting;
    await follow(mainOf(desk), 'Planera sammanträde');
    await desk.getByLabel('Dag', { exact: true }).fill(date);
    await desk.getByLabel('Börjar').fill(start ?? '');
    await desk.getByLabel('Slutar').fill(end ?? '');
    await desk.getByLabel('Plats').fill(place ?? '');
    await desk.getByLabel('Form').first().selectOption({ label: 'digitalt med bas' });
    await press(mainOf(desk), 'Planera');
    await mainOf(desk).getByText('senast 8 december 2020').waitFor();
  });

  test('the standing items of the body begin the agenda; its matters, proposals and points follow', async () => {
    const { items, clauses } = paper;
    await openAgenda(desk, day);
    await follow(mainOf(desk), 'Organets stående punkter');
    await mainOf(desk).getByRole('group', { name: 'Punkt 1', exact: true }).getByLabel('Rubrik').fill(items[0]!.title);
    await press(mainOf(desk), 'Spara');
    await openAgenda(desk, day);
    await press(mainOf(desk), 'Lägg in stående punkter');
    await openMeeting(desk, day);
    await follow(mainOf(desk), `Ändra förslaget : ${items[1]!.title}`);
    await desk.getByLabel('Beslutssatser').fill(clauses.get(2)!.join('\n'));
    await press(mainOf(desk), 'Spara');
    for (const number of [4, 5]) {
      const { title, presenters, diaryNumber } = items[number - 1]!;
      await openAgenda(desk, day);
      const before = `${number} ${items[5]!.title}`;
      await addItem(desk, {
        title,
        category: 'beslut',
        presenters,
        matter: diaryNumber,
        summary: summaryOf(paper, number),
        before,
      });
      await propose(desk, title, clauses.get(number)!);
    }
    await writePoints(desk, paper);
  });

  test('documents and memos hang on their items', async () => {
    const { items } = paper;
    await openAgenda(desk, day);
    for (const number of [4, 5]) await handIn(desk, items[number - 1]!.title, items[number - 1]!.documents.slice(1));
    await handIn(desk, items[5]!.title, items[5]!.documents);
    for (const number of [4, 5]) {
      await openAgenda(desk, day);
      await writeMemo(desk, paper, number);
    }
  });

  test('a timetable of fourteen rows is written in minutes, and its clock times are those of the paper', async () => {
    await openMeeting(desk, day);
    await follow(mainOf(desk), 'Skriv tidplan');
    for (const [index, slot] of paper.slots.entries()) {
      await press(mainOf(desk), 'Lägg till rad');
      const row = mainOf(desk).getByRole('group', { name: `Rad ${index + 1}`, exact: true });
      await row.getByLabel('Rubrik').fill(slot.title);
      await row.getByLabel('Minuter').fill(String(minutes(slot.end) - minutes(slot.start)));
      if (slot.presenters.length > 0) await row.getByLabel('Föredragande').fill(slot.presenters.join(', '));
      if (['Paus', 'Lunch'].includes(slot.title)) await row.getByLabel('Paus').check();
    }
    const row = (number: number) => mainOf(desk).getByRole('group', { name: `Rad ${number}`, exact: true });
    await row(1).getByLabel('Minuter').fill('45');
    await row(14).getByText('15:45–16:00').waitFor();
    await mainOf(desk).getByText('30 minuter efter sammanträdets slut 15:30').waitFor();
    await row(1).getByLabel('Minuter').fill('15');
    for (const [index, { start, end }] of paper.slots.entries())
      await row(index + 1)
        .getByText(`${start}–${end}`)
        .waitFor();
    await press(mainOf(desk), 'Spara tidplanen');
    await mainOf(desk).getByRole('list', { name: 'Preliminär tidplan' }).waitFor();
  });

  test('the notice is frozen and sent, and says what the paper says, point by point', async () => {
    await site.travelTo('2020-11-17T08:00:00.000Z');
    await openMeeting(desk, day);
    await follow(mainOf(desk), /^Kallelse och svar/);
    await press(mainOf(desk), 'Kalla');
    await mainOf(desk).getByText('Sammanträdet är kallat').waitFor();
    await openMeeting(desk, day);
    assert.ok(noticePoints.length >= 90);
    for (const format of ['PDF', 'DOCX']) {
      const { text } = await fetchText(desk, `${format} av Kallelse`);
      assert.deepEqual(missingPoints(paper, text), [], `the notice as ${format}`);
      // The checklist can fail: a clause that is altered is missed, and so is a row of the timetable that has moved.
      const altered = text.replace('utse', 'välja');
      assert.deepEqual(
        missingPoints(paper, altered).map((lack) => lack.slice(0, 8)),
        ['line 82 '],
      );
      assert.equal(missingPoints(paper, text.replace('10:45', '10:40')).length, 2);
    }
  });
});

function minutes(time: string): number {
  const [hour, minute] = time.split(':').map(Number);
  return hour! * 60 + minute!;
}

/** The summary of an item as it is typed: paragraphs apart, and the five points of the input as a list. */
function summaryOf({ items, line }: NoticePaper, number: number): string {
  const summary = (items[number - 1]!.summary ?? '').split('\n').join('\n\n');
  if (number !== 5) return summary;
  const points = [`${line(132)} ${line(136).replace('- ', '')}`, ...[137, 138, 139, 140].map(line)];
  return [summary, ...points].join('\n');
}

/** The seven points of the information: two stand there from before, five are added between them. */
async function writePoints(desk: Page, { items }: NoticePaper): Promise<void> {
  const { title: head, points } = items[5]!;
  const [first, ...rest] = points;
  const last = rest.pop();
  for (const { title, presenters } of [first!, last!]) {
    await openAgenda(desk, day);
    await follow(mainOf(desk), title);
    await desk.getByLabel('Föredragande').fill(presenters.join('\n'));
    await press(mainOf(desk), 'Spara');
  }
  const categories = ['fördjupning', 'tema', 'information', 'information', 'förberedelse'];
  for (const [index, { title, presenters }] of rest.entries()) {
    await openAgenda(desk, day);
    await addItem(desk, { title, category: categories[index]!, presenters, under: `6 ${head}` });
  }
  await openAgenda(desk, day);
  for (const _ of rest) await press(mainOf(desk), `Flytta ned : ${last!.title}`);
  await press(mainOf(desk), 'Numrera om');
  await mainOf(desk).getByText('Punkterna är numrerade i sin ordning.').waitFor();
}

/** The memo of a matter; its proposal comes from the item. */
async function writeMemo(desk: Page, { items, line }: NoticePaper, number: number): Promise<void> {
  const { title, presenters, documents, summary } = items[number - 1]!;
  await follow(mainOf(desk), `PM : ${title}`);
  await desk.getByLabel('Tjänsteställe').fill('Staben Hälso- och sjukvård');
  await desk.getByLabel('Handläggare').fill(presenters[1]!);
  await desk.getByLabel('Sammanfattning').fill((summary ?? '').split('\n').join('\n\n'));
  for (const box of await desk.getByLabel('Beslutet får inga konsekvenser').all()) await box.check();
  await desk.getByLabel('Beslutsunderlag').fill(documents.join('\n'));
  await desk.getByLabel('Underskrift').fill([presenters[0], line(219), line(220)].join('\n'));
  await desk.getByLabel('Skickas till').fill([line(224), line(225)].join('\n'));
  await press(mainOf(desk), 'Spara');
  await press(mainOf(desk), 'PM:et är klart');
  await mainOf(desk).getByText('PM:et är klart och kan skickas').waitFor();
}
