import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ensurePeriod, writeAssessment } from '../../src/domain/assessments/index.ts';
import { giveAssignment } from '../../src/domain/assignments/index.ts';
import { addAgendaItem, linkItemToAssignment, planMeeting } from '../../src/domain/meetings/index.ts';
import { createBody } from '../../src/domain/organisation/index.ts';
import { findReportFor, type Report } from '../../src/domain/reports/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { noBrowser } from '../support/browser.ts';
import { follow, mainOf, press, room } from '../support/journey-preparation.ts';
import { type JourneySite, openJourneySite } from '../support/journey-site.ts';
import { noSeeds, readSeed } from '../support/seeds.ts';

const board = 'Hälso- och sjukvårdsnämnden';
const committee = 'Beredning för nära vård';
const year = 2023;
/** So many pages a person may have to open to write the report of a year, from the list of reports until it is ready for decision. */
const mostPages = 10;

type Answered = {
  readonly number: number;
  readonly answer: string;
  readonly answerType: string;
  readonly quote?: string;
  readonly meetings: readonly string[];
};

/** The answers of seed 000, without the lines that only say that an assignment is directed to others. */
function answersOfSeed(): readonly Answered[] {
  const { records } = readSeed('000').result;
  const entries = records.filter(({ type }) => type === 'reportEntry') as unknown as readonly Answered[];
  return entries.filter(({ answerType }) => answerType !== 'elsewhere');
}

suite('writing the report of 2023', { skip: noSeeds || noBrowser }, () => {
  let site: JourneySite;
  let tab: Page;
  let bodyId: Id<'body'>;
  let opened = 0;
  before(async () => {
    site = await openJourneySite('2023-11-20T07:00:00.000Z');
    await site.enter({ login: 'sekreterare', name: 'Siv Skrivare', role: 'committeeSecretary' });
    bodyId = await layIn(site);
    tab = await site.visit('sekreterare');
    // A document that is loaded is a page somebody looks at; what a script fetches behind it is none.
    tab.on('domcontentloaded', () => {
      opened += 1;
    });
  });
  after(() => site?.close());

  test(`takes at most ${mostPages} page views, and every answer stands as the paper has it`, async (t) => {
    const answers = answersOfSeed();
    assert.equal(answers.length, 18);
    await room(tab, 'Uppföljning');
    await follow(mainOf(tab), 'Skriv återrapportering');
    await tab.getByLabel('Organ', { exact: true }).selectOption({ label: committee });
    await tab.getByLabel('År', { exact: true }).fill(String(year));
    await press(mainOf(tab), 'Skriv utkastet');
    await follow(mainOf(tab), 'Skriv hela rapporten');
    for (const { number, answer } of answers)
      await mainOf(tab)
        .getByRole('group', { name: new RegExp(`^${number}\\. `) })
        .getByRole('textbox', { name: 'Svar', exact: true })
        .fill(answer);
    await press(mainOf(tab), 'Spara och gör klar');
    await mainOf(tab).getByRole('heading', { name: 'Klar för beslut?' }).waitFor();
    await press(mainOf(tab), 'Klar för beslut');
    await mainOf(tab).getByText('Rapporten är klar för beslut.').waitFor();

    const report = (await site.site.read((r) => findReportFor(r, bodyId, year)))!;
    assert.equal(report.state, 'ready');
    const words = (text: string) => text.replace(/\s+/g, ' ').trim();
    const written = new Map(report.entries.map((entry) => [entry.assignment.number, entry]));
    for (const { number, answer } of answers)
      assert.equal(words(written.get(number)!.answer), words(answer), `nr ${number}`);
    assert.equal(report.entries.filter(({ answerType }) => answerType === 'elsewhere').length, 5);
    for (const { number, meetings } of answers)
      if (number !== 7)
        assert.deepEqual(provenDays(report, number), [...meetings].sort(), `the meetings of nr ${number}`);
    assert.ok(opened > 3, 'the count counts');
    assert.ok(opened <= mostPages, `${opened} pages were opened`);
    t.diagnostic(`${opened} pages were opened`);
  });
});

/** The days of the body's meetings that an answer is proved by. */
function provenDays(report: Report, number: number): readonly string[] {
  const { claims } = report.entries.find(({ assignment }) => assignment.number === number)!;
  const days = claims
    .flatMap(({ evidence }) => evidence)
    .flatMap(({ noun, date }) => (noun === 'agendaItem' && date ? [date] : []));
  return [...new Set(days)].sort();
}

/** What is in the register before anybody writes: the assignments of the year, the interim report, and the meetings that dealt with them. */
async function layIn({ site }: JourneySite): Promise<Id<'body'>> {
  const { records } = readSeed('000').result;
  const assignments = records.filter(({ type }) => type === 'assignment') as unknown as readonly {
    readonly number: number;
    readonly text: string;
    readonly heading?: string;
  }[];
  const answers = answersOfSeed();
  const [boardId, committeeId] = await site.write('organisation.edit', async (w) => {
    const above = await createBody(w, { kind: 'committee', name: board });
    return [above, await createBody(w, { kind: 'draftingCommittee', name: committee, parentId: above })] as const;
  });
  const given = await site.write('assignment.give', async (w) => {
    const ids = new Map<number, Id<'assignment'>>();
    for (const { number, text, heading } of assignments)
      ids.set(
        number,
        await giveAssignment(w, {
          year,
          number,
          text: text || null,
          title: text || `Uppdrag ${number}`,
          heading: heading ?? null,
          givenByBodyId: boardId,
          parties: answers.some((one) => one.number === number) ? [{ bodyId: committeeId, role: 'consulted' }] : [],
        }),
      );
    return ids;
  });
  await site.write('assessment.write', async (w) => {
    const periodId = await ensurePeriod(w, { year, kind: 'interim' });
    for (const { number, quote } of answers)
      if (quote) await writeAssessment(w, { assignmentId: given.get(number)!, periodId, text: quote });
  });
  const days = Map.groupBy(
    answers.flatMap(({ number, meetings }) => meetings.map((day) => ({ number, day }))),
    ({ day }) => day,
  );
  for (const [heldOn, dealt] of days) {
    const items = await site.write('meeting.edit', async (w) => {
      const alreadyHeld = heldOn < '2023-11-20';
      const meetingId = await planMeeting(w, { bodyId: committeeId, kind: 'meeting', heldOn, alreadyHeld });
      const ids: { readonly number: number; readonly itemId: Id<'agendaItem'> }[] = [];
      for (const { number } of dealt)
        ids.push({
          number,
          itemId: await addAgendaItem(w, { meetingId, title: `Uppdrag ${number}`, category: 'information' }),
        });
      return ids;
    });
    await site.write('meeting.linkAssignment', async (w) => {
      for (const { number, itemId } of items)
        await linkItemToAssignment(w, { itemId, assignmentId: given.get(number)! });
    });
  }
  return committeeId;
}
