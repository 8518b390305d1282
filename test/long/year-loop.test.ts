import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { createSeat, findBodyByName, registerPerson } from '../../src/domain/organisation/index.ts';
import { noBrowser } from '../support/browser.ts';
import { closeMeeting, conclude, nextItem } from '../support/journey-desk.ts';
import {
  askForContributions,
  beginInput,
  contribute,
  enterHeldMeeting,
  openInput,
  openWithAll,
  planMeeting,
  putInputOn,
  recordMade,
  settlePoints,
  writePoint,
  writeWholeReport,
} from '../support/journey-loop.ts';
import { beginPlan, giveByDecision, openPlan, proposeAssignment } from '../support/journey-plan.ts';
import { enterBody, follow, mainOf, openAgenda, press, room } from '../support/journey-preparation.ts';
import { type JourneySite, openJourneySite } from '../support/journey-site.ts';

const board = 'Hälso- och sjukvårdsnämnden';
const committee = 'Beredning för nära vård';

/** The five units with what each is to do, how it stands in the autumn, and what it says of it. */
const units = [
  {
    name: 'Närvården',
    title: 'Utveckla mobila team',
    status: /bedöms vara klart vid årets slut/,
    says: 'Sex av åtta team är igång.',
  },
  {
    name: 'Rehabiliteringen',
    title: 'Korta väntetiden till rehabilitering',
    status: /inte .*klart vid årets slut/,
    says: 'Väntetiden är 41 dagar.',
  },
  {
    name: 'Habiliteringen',
    title: 'Samordna stödet till unga vuxna',
    status: /bedöms vara klart vid årets slut/,
    says: 'Rutinen är klar i tre kommuner.',
  },
  {
    name: 'Tandvården',
    title: 'Nå barn som uteblir från tandvården',
    status: /påbörjas|under året/,
    says: 'Arbetet börjar i oktober.',
  },
  {
    name: 'Psykiatrin',
    title: 'Öppna en gemensam ingång för psykisk ohälsa',
    status: /bedöms vara klart vid årets slut/,
    says: 'Ingången öppnade den 1 juni.',
  },
] as const;

const meetings = [
  { on: '2026-02-12', day: '12 februari 2026', items: [0, 1] },
  { on: '2026-05-21', day: '21 maj 2026', items: [0, 2, 4] },
  { on: '2026-08-27', day: '27 augusti 2026', items: [0, 1, 2, 4] },
] as const;

/** The meeting that approves, and the board's that turns to the next year. */
const approval = { on: '2026-11-19', day: '19 november 2026' } as const;
const turn = { on: '2026-12-10', day: '10 december 2026' } as const;

const points = [
  { headline: 'Mobila team bör finnas i hela länet.', reasoning: 'Sex av åtta team är igång.', about: '2026:1' },
  { headline: 'Väntetiden till rehabilitering bör halveras.', reasoning: 'Den är 41 dagar.', about: '2026:2' },
  { headline: 'Stödet till unga vuxna bör nå alla kommuner.', reasoning: 'Rutinen är klar i tre.' },
  { headline: 'Tandvården bör söka upp barn i förskolan.', reasoning: 'Uppdraget är inte påbörjat.' },
  { headline: 'Den gemensamma ingången bör vara öppen dygnet runt.', reasoning: 'Den öppnade i juni.' },
] as const;

suite('a year and the turn to the next: plan, work, report, inspel, plan', { skip: noBrowser }, () => {
  let site: JourneySite;
  let desk: Page;
  before(async () => {
    site = await openJourneySite('2026-01-08T07:00:00.000Z');
    await site.enter({ login: 'sekreterare', name: 'Siv Skrivare', role: 'committeeSecretary' });
    await site.enter({ login: 'styrare', name: 'Kontroll Ersson', role: 'controller' });
    desk = await site.visit('sekreterare');
  });
  after(() => site?.close());

  // A story stands on what came before: when a step fails, those after it are not tried.
  let failed: string | undefined;
  const step = (name: string, run: () => Promise<void>) =>
    test(name, async (t) => {
      if (failed) return t.skip(`after "${failed}"`);
      failed = name;
      try {
        await run();
        failed = undefined;
      } finally {
        if (failed) t.diagnostic(`${desk.url()}\n${await mainOf(desk).ariaSnapshot()}`);
      }
    });

  step('the board, its committee and five units are entered', async () => {
    await enterBody(desk, { name: board, kind: 'nämnd' });
    await enterBody(desk, { name: committee, kind: 'beredning', above: board });
    for (const { name } of units) await enterBody(desk, { name, kind: 'förvaltning', above: board });
    await site.site.write('organisation.edit', async (w) => {
      for (const bodyName of [board, committee]) {
        const bodyId = (await findBodyByName(w, bodyName))!.id;
        for (const [order, name] of ['Olle Ordförande', 'Lena Ledamot', 'Lars Ledamot'].entries())
          await createSeat(w, {
            bodyId,
            kind: 'member',
            party: 'S',
            personId: await registerPerson(w, { name: `${name} ${bodyName.slice(0, 3)}` }),
            ...(order === 0 && { role: 'chair' as const }),
          });
      }
    });
  });

  step(
    'the plan of the year proposes five assignments, and a decision of the board gives them their numbers',
    async () => {
      await beginPlan(desk, board, '2026');
      for (const { name, title } of units)
        await proposeAssignment(desk, {
          text: `Att ${title.toLocaleLowerCase('sv')}.`,
          performers: [name],
          consulted: [committee],
        });
      await enterHeldMeeting(desk, { body: board, on: '2026-01-07', items: [{ title: 'Verksamhetsplan 2026' }] });
      await recordMade(desk, 'Verksamhetsplan 2026', ['att ge uppdragen i verksamhetsplanen']);
      await openPlan(desk, '2026');
      await giveByDecision(desk, /Verksamhetsplan 2026/);
      for (const number of [1, 2, 3, 4, 5])
        await mainOf(desk).getByText(`2026:${number}`, { exact: true }).first().waitFor();
    },
  );

  step('three meetings of the committee deal with the assignments', async () => {
    for (const { on, items } of meetings) {
      await site.travelTo(`${on}T15:00:00.000Z`);
      await enterHeldMeeting(desk, {
        body: committee,
        on,
        items: items.map((unit) => ({
          title: `Information om att ${units[unit].title.toLocaleLowerCase('sv')}`,
          assignment: `2026:${unit + 1}`,
        })),
      });
    }
  });

  step('five units say how it stands at the interim report, each for itself', async () => {
    await site.travelTo('2026-09-02T07:00:00.000Z');
    const controller = await site.visit('styrare');
    await askForContributions(controller, '2026');
    await controller.context().close();
    for (const [index, { name, status, says }] of units.entries()) {
      const login = `enhet${index + 1}`;
      await site.enter({ login, name: `Utförare ${index + 1}`, role: 'caseOfficer', body: name });
      const unit = await site.visit(login);
      await contribute(unit, { status, text: says });
      await unit.context().close();
    }
  });

  step('the report-back is drafted with evidence, written on one page and put on the agenda', async () => {
    await site.travelTo('2026-11-02T07:00:00.000Z');
    await planMeeting(desk, { body: committee, on: approval.on, held: false });
    const [first] = units;
    await writeWholeReport(desk, {
      body: committee,
      year: '2026',
      answers: new Map([
        [
          `1. ${first.title}`,
          `Beredningen har följt arbetet vid sammanträdena den 12 februari, den 21 maj och den 27 augusti.`,
        ],
      ]),
    });
    await follow(mainOf(desk), 'Ta upp på sammanträde');
    await press(mainOf(desk), 'Ta upp på sammanträde');
    await mainOf(desk).getByText('Rapporten står på dagordningen').first().waitFor();
  });

  step('an inspel of five points is written and put on the agenda of the same meeting', async () => {
    await beginInput(desk, { body: committee, year: '2027', to: board });
    for (const point of points) await writePoint(desk, point);
    await desk.getByLabel('Paragrafen ska justeras omedelbart').check();
    await putInputOn(desk, approval.day);
  });

  step(
    'the meeting approves the report and decides the inspel: the one is frozen and delivered, the other sent',
    async () => {
      await site.travelTo(`${approval.on}T08:00:00.000Z`);
      await openWithAll(desk, approval.day, '09:00');
      for (const heading of [/Återrapportering/, /[Ii]nspel/]) {
        await nextItem(desk, heading);
        await conclude(desk, 'Bifall');
      }
      await closeMeeting(desk, '11:00');
    },
  );

  step('the board finds the report among what waits for it and takes it up, and the inspel', async () => {
    await planMeeting(desk, { body: board, on: turn.on, held: false });
    await openAgenda(desk, turn.day);
    await press(mainOf(desk), /^Lägg på dagordningen : /);
    await mainOf(desk).getByText('Rapporten står på dagordningen.').waitFor();
    await openInput(desk, committee);
    await putInputOn(desk, turn.day);
  });

  step('the next plan takes up two of the five points by a decision, and says so of each', async () => {
    await site.travelTo('2026-12-11T15:00:00.000Z');
    await beginPlan(desk, board, '2027');
    for (const point of [1, 2])
      await proposeAssignment(desk, { point, performers: [units[point - 1]!.name], consulted: [committee] });
    await enterHeldMeeting(desk, { body: board, on: '2026-12-11', items: [{ title: 'Verksamhetsplan 2027' }] });
    await recordMade(desk, 'Verksamhetsplan 2027', ['att ge uppdragen i verksamhetsplanen för 2027']);
    await openPlan(desk, '2027');
    await giveByDecision(desk, /Verksamhetsplan 2027/);
    await openInput(desk, committee);
    await settlePoints(desk, {
      takenUp: [1, 2],
      left: [3, 4, 5],
      decision: /Verksamhetsplan 2027/,
      reason: 'Ryms inte i budgeten.',
    });
    await room(desk, 'Uppföljning');
    await follow(mainOf(desk), 'Inspel');
    await mainOf(desk).getByText('2 upptagna, 3 lämnade').waitFor();
  });

  step('the thread of the first assignment tells it all', async () => {
    await room(desk, 'Uppdrag');
    await follow(mainOf(desk), new RegExp(units[0].title));
    await mainOf(desk).getByRole('heading', { level: 1 }).waitFor();
    const told = ((await mainOf(desk).textContent()) ?? '').replace(/\s+/g, ' ');
    for (const words of [
      'Beslut · 7 januari 2026',
      ...meetings.map(({ day }) => `Sammanträde · ${day}`),
      `Delårsrapport 2026, ${units[0].name}`,
      units[0].says,
      `Återrapportering · ${approval.day}`,
      'Beredningen har följt arbetet vid sammanträdena den 12 februari',
      points[0].headline,
      'Upptagen: 2027:1 Mobila team bör finnas i hela länet',
    ])
      assert.ok(told.includes(words), `The thread does not say "${words}":\n${told}`);
    await follow(mainOf(desk), /^1\. Mobila team/);
    await follow(mainOf(desk), /^2027:1/);
    await mainOf(desk).getByText('du är här').waitFor();
    const next = ((await mainOf(desk).textContent()) ?? '').replace(/\s+/g, ' ');
    for (const words of ['Verksamhetsplan 2027', points[0].headline, `utförs av ${units[0].name}`])
      assert.ok(next.includes(words), `The thread of the next year does not say "${words}":\n${next}`);
  });
});
