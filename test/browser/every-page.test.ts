import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { recordDecision } from '../../src/domain/decisions/index.ts';
import { listIndicators } from '../../src/domain/indicators/index.ts';
import { addAgendaItem, getMeeting, listMeetings, planMeeting } from '../../src/domain/meetings/index.ts';
import { findBodyByName } from '../../src/domain/organisation/index.ts';
import { keepActivityPlanVersion } from '../../src/domain/plans/index.ts';
import {
  addReportFigure,
  approveReport,
  editEntry,
  findReportFor,
  getReport,
  linksBelow,
  markReady,
  startReport,
} from '../../src/domain/reports/index.ts';
import type { Reader } from '../../src/storage/database.ts';
import type { Route } from '../../src/web/route.ts';
import { allRoutes } from '../../src/web/routes.ts';
import { readRepositoryFile } from '../promises/repository.ts';
import {
  accessibilityFindings,
  languagesLookedAt,
  launchBrowser,
  noBrowser,
  openPage,
  rulesOfContent,
  rulesOfLanguage,
} from '../support/browser.ts';
import { buildActivityPlan } from '../support/build-activity-plans.ts';
import { buildAgreement, buildCommission, buildDeliverable } from '../support/build-collaboration.ts';
import { buildConsultation } from '../support/build-consultations.ts';
import { buildIndicatorValue, buildPopulationRow } from '../support/build-indicators.ts';
import { buildFormReturn } from '../support/build-returns.ts';
import { type DemoSite, openDemoSite, signInByForm, type Visitor } from '../support/demo-site.ts';
import { type FoundLinks, followLinks } from '../support/follow-links.ts';
import { decideWaiting, readPaper, report } from '../support/intake-site.ts';
import { isLongRun } from '../support/long-run.ts';
import { openShapes } from '../support/page-shape.ts';

/**
 * Every page of the product, found by walking its links as the committee secretary: nothing is linked that does not answer, no page is
 * without a way to it, and axe finds nothing on any of them in either language. A new page is in here because it is in the registry.
 */
const routes = allRoutes({ development: true, demoLogins: [] });
const pages = routes.filter(
  ({ method, path }) =>
    method === 'GET' &&
    !/^\/(utveckling|handbok\/bilder|las-in\/:id\/sida)\//.test(path) &&
    // What scripts ask for, and what is only known from a letter, is no page that one walks to.
    !/(\/nytt|^\/svar\/:token|^\/remissvar\/:token(\/handling\/:documentId)?|^\/kalender\/:fil|^\/bekrafta|^\/logga-in\/nycklar\.json)$/.test(
      path,
    ),
);

/** Pages that need a state which the demonstration does not hold, each with the test that goes there. What is met after all leaves the list. */
const metElsewhere: Readonly<Record<string, string>> = {
  '/sammantraden/:id/punkter/:punkt/vackt': 'test/web/agenda.test.ts',
  '/sammantraden/:id/punkter/:punkt/pm.pdf': 'test/web/meeting-documents.test.ts',
  '/sammantraden/:id/punkter/:punkt/pm.docx': 'test/web/meeting-documents.test.ts',
  '/sammantraden/:id/handlingar': 'test/web/meeting-documents.test.ts',
  '/protokoll/:id/paragraf/:itemId/justera': 'test/browser/minutes.test.ts',
  '/protokoll/:id/anslag': 'test/browser/minutes.test.ts',
  '/handlingar-till-fullmaktige/:id': 'test/web/announced-papers.test.ts',
  '/remisser/:id/andra': 'test/web/consultations.test.ts',
  '/remisser/:id/skicka': 'test/web/consultations.test.ts',
  '/remisser/:id/handlingar': 'test/web/consultation-answers.test.ts',
  '/remisser/:id/bilaga/:attachmentId': 'test/web/consultation-answers.test.ts',
  '/redovisningar/arbete/:id/ta-upp': 'test/web/return-approval.test.ts',
  '/redovisningar/arbete/:id/skicka-in': 'test/web/return-approval.test.ts',
  '/redovisningar/arbete/:id/kvitto': 'test/web/return-approval.test.ts',
  '/o/:kod/:nyckel': 'test/web/polls.test.ts',
  '/utlamnande/:id/beslut.pdf': 'test/web/disclosures.test.ts',
  '/utlamnande/:id/beslut.docx': 'test/web/disclosures.test.ts',
  '/indikatorer/las-in/:id': 'test/web/indicators.test.ts',
  '/kallor/:id/matvarde': 'test/web/sources.test.ts',
  '/logga-in/kod': 'test/web/access.test.ts',
  '/logga-in/extern/:tjanst': 'test/web/access.test.ts',
  '/logga-in/svar/:tjanst': 'test/web/access.test.ts',
  '/logga-ut/extern/:tjanst': 'test/web/access.test.ts',
  '/mitt-konto/skydd/kod': 'test/web/access.test.ts',
  '/bekrafta/extern': 'test/web/access.test.ts',
  '/anslagstavla/statisk/:slug/:file': 'test/web/notices.test.ts',
  '/arkiv/paket/:id/fil': 'test/web/archiving.test.ts',
  '/arkiv/gallring/:id/bevis': 'test/web/archiving.test.ts',
};

/** Those who walk, in this order: what the secretary does not meet, somebody of another role, authority or of none does. */
const walkers = [
  'sekreterare',
  'ordforande',
  'justerare',
  'admin',
  'handlaggare',
  'controller',
  'samverkan',
  'kommun',
  'arkivarie',
  'gast',
] as const;
type Walker = (typeof walkers)[number];

let site: DemoSite;
/** Records that are many and differ by their state: who works with them looks at these many of them, and at few of everything else. */
const differing: Partial<Record<Walker, Readonly<Record<string, number>>>> = {
  sekreterare: {
    '/sammantraden/:id': 60,
    '/organ/:id': 40,
    '/beslut/:id': 20,
    '/protokoll/:id': 20,
    '/sammantraden/:id/genomfor': 12,
    '/omrostningar/:id': 8,
    '/redovisningar/:id': 8,
    '/redovisningar/arbete/:id': 8,
    '/uppfoljning/:id': 8,
    '/uppfoljning/:id/svar/:entryId': 20,
    '/sammantraden/:id/huvudman': 8,
    '/sammantraden/:id/kallelse': 20,
    '/sammantraden/:id/svar': 20,
  },
  ordforande: { '/sammantraden/:id': 20 },
  justerare: { '/sammantraden/:id': 20 },
  controller: { '/formular/:id': 8 },
  samverkan: { '/samverkan/avtal/:id': 20, '/samverkan/projekt/:id': 12 },
};
/** A list is seen in some of its filters, so that what stands further down is met too. */
const few = (login: Walker, path: string) => (login !== 'sekreterare' ? 1 : path.includes(':') ? 2 : 4);
const enoughOf = (login: Walker) => (path: string) => differing[login]?.[path] ?? (isLongRun ? 4 : few(login, path));

/** Whether some page that the demonstration holds was met by nobody yet: as long as that is so, a short run goes on. */
function missing(met: ReadonlyMap<Route, readonly string[]>): boolean {
  const known = [met, ...[...walks.values()].map((walk) => walk.met)];
  return pages.some((route) => !(route.path in metElsewhere) && !known.some((one) => one.has(route)));
}

const walks = new Map<Walker, FoundLinks>();
before(async () => {
  site = await openDemoSite();
  await prepare(site);
  const secretary = await site.signIn('sekreterare');
  await readTwoVersions(secretary);
  for (const login of walkers)
    walks.set(
      login,
      await followLinks(await site.signIn(login), routes, {
        from: ['/', '/logga-in'],
        enough: enoughOf(login),
        until: isLongRun ? undefined : (met) => !missing(met),
      }),
    );
});
after(() => site.close());

/** A paper that comes again in other words has a page of what differs. */
async function readTwoVersions(secretary: Visitor): Promise<void> {
  const first = String(report.content);
  const earlier = await readPaper(site, secretary, { name: 'rapport-v1.txt', content: first });
  await secretary.post(`/las-in/${earlier.id}/bekrafta`, { minst: '0' });
  await decideWaiting(site, secretary);
  const content = first.replace('egenmonitorering', 'egen mätning hemma');
  await readPaper(site, secretary, { name: 'rapport-v2.txt', content });
}

async function bodyOf(r: Reader, name: string): Promise<string> {
  const body = await findBodyByName(r, name);
  assert.ok(body, `the demonstration has ${name}`);
  return body.id;
}

/** Brings records into the states in which the rarer pages are linked: an edited answer, a ready and an approved report, a proposed decision. */
async function prepare({ write, read, database }: DemoSite): Promise<void> {
  await buildAgreement(database);
  await buildCommission(database);
  await buildDeliverable(database);
  await buildConsultation(database, 'Målbild 2035', [{ respondent: 'Granby', stance: 'supports' }]);
  await buildIndicatorValue(database, { changePercent: 25, changedFrom: '2024' });
  await buildPopulationRow(database, 'Granby', [100, 120], { printedChange: 21 });
  const question = { number: '1', question: 'Finns en plan?', kind: 'yesNo', options: ['Ja', 'Nej'] };
  await buildFormReturn(database, 'Redovisning av nära vård', [question]);
  const local = await read((r) => bodyOf(r, 'Beredning för lokal vård'));
  const planId = await buildActivityPlan(database, local, {
    days: [{ date: '2026-03-05', category: 'theme', items: ['Screening'] }],
    focusAreas: ['Ekonomi'],
    points: [{ kind: 'proposal', text: 'Etik' }],
  });
  await write('plan.edit', (w) =>
    keepActivityPlanVersion(w, { activityPlanId: planId, expectedNumber: 0, datedOn: '2026-01-15' }),
  );
  const hospital = await read((r) => bodyOf(r, 'Beredning för sjukhusvård'));
  const mental = await read((r) => bodyOf(r, 'Beredning för psykisk hälsa'));
  await write('report.edit', async (w) => {
    const entry = (await findReportFor(w, local, 2026))!.entries.find(({ answerType }) => answerType === 'briefing')!;
    const answer = `${entry.answer} Beredningen tackar för redogörelsen.`;
    await editEntry(w, { entryId: entry.id, expectedVersion: entry.version, answer });
    for (const bodyId of [hospital, mental]) {
      const reportId = await startReport(w, { bodyId, year: 2026 });
      await markReady(w, { reportId, expectedVersion: (await getReport(w, reportId)).version });
    }
  });
  const [indicator] = await read((r) => listIndicators(r));
  await write('report.edit', async (w) => {
    const report = (await findReportFor(w, local, 2026))!;
    await addReportFigure(w, { reportId: report.id, entryId: report.entries[0]!.id, indicatorId: indicator!.id });
  });
  const title = 'Återrapportering av uppdrag 2026';
  const agendaItemId = await write('meeting.edit', async (w) => {
    const meetingId = await planMeeting(w, {
      bodyId: hospital,
      kind: 'meeting',
      heldOn: '2026-11-12',
      alreadyHeld: true,
    });
    return await addAgendaItem(w, { meetingId, title, category: 'decision' });
  });
  const clauses = ['att godkänna rapporten och överlämna den till hälso- och sjukvårdsnämnden.'];
  const decisionId = await write('decision.record', async (w) => {
    const { meetings } = await listMeetings(w, { bodyId: local });
    const planned = await getMeeting(w, meetings.find(({ heldOn }) => heldOn === '2026-12-03')!.id);
    const item = planned.items.find((one) => one.title === title)!;
    await recordDecision(w, { agendaItemId: item.id, title, clauses, state: 'proposed' });
    return (await recordDecision(w, { agendaItemId, title, clauses, state: 'made' })).id;
  });
  await write('report.approve', async (w) => {
    const report = (await findReportFor(w, hospital, 2026))!;
    const linkTo = linksBelow('https://kansli.example.se');
    await approveReport(w, { reportId: report.id, expectedVersion: report.version, decisionId, linkTo });
  });
}

test('nothing is linked that does not answer', () => {
  assert.deepEqual(walks.get('sekreterare')?.broken, []);
  // The guide is the same for everybody and leads to pages that not everybody may see.
  const others = [...walks].flatMap(([login, { broken }]) => (login === 'sekreterare' ? [] : broken));
  assert.deepEqual(
    others.filter((one) => !/answered 403/.test(one)),
    [],
  );
});

/** The pages that nobody met. */
function unreached(asked: readonly Route[]): readonly string[] {
  const met = [...walks.values()].map((walk) => walk.met);
  // The package of papers answers with the file or with the page of its progress, whichever is ready.
  const paths = asked.filter((route) => !met.some((one) => one.has(route))).map(({ path }) => path);
  return paths.filter((path) => path !== '/sammantraden/:id/handlingar').sort();
}

test('every page can be reached by following links', () => {
  const known = Object.keys(metElsewhere).filter((path) => path !== '/sammantraden/:id/handlingar');
  assert.deepEqual(unreached(pages), known.sort());
});

test('what the walk does not meet is met by a test that is there', () => {
  for (const file of Object.values(metElsewhere)) assert.ok(readRepositoryFile(file).includes('test('), file);
});

test('control: a route that no page links to is found', () => {
  const hidden = { ...pages[0]!, path: '/dold-sida' } as Route;
  assert.ok(unreached([...pages, hidden]).includes('/dold-sida'));
});

describe('in Chromium', { skip: noBrowser }, () => {
  let browser: Browser;
  let origin: string;
  let close: () => Promise<void>;
  const isNew = openShapes();
  before(async () => {
    browser = await launchBrowser();
    ({ origin, close } = await site.listen());
  });
  after(async () => {
    await browser.close();
    await close();
  });

  for (const language of languagesLookedAt)
    test(`axe finds nothing on any page, every page has one heading, and none is wider than 320 px: ${language}`, async () => {
      const faults: string[] = [];
      for (const [login, paths] of shownPages()) {
        const desk = await openPage(browser);
        await signInByForm(desk, origin, login);
        for (const path of paths) faults.push(...(await faultsOf(desk, path, language)));
        await desk.context().close();
      }
      assert.deepEqual(faults, []);
    });

  test('control: a page like one before it is known, but not its link without words; what stands in a new place is new', async () => {
    const desk = await openPage(browser);
    const isNewHere = openShapes();
    const show = (body: string) =>
      desk.setContent(`<html lang="sv"><title>Prov</title><main><h1>Prov</h1>${body}</main>`);
    await show('<p><a href="/1">Ett</a></p>');
    assert.equal(await isNewHere(desk), true);
    await show('<p><a href="/2"></a></p>');
    assert.equal(await isNewHere(desk), false);
    const found = await accessibilityFindings(desk, { only: rulesOfContent });
    assert.deepEqual(
      found.map(({ rule }) => rule),
      ['link-name'],
    );
    await show('<p class="lead"><a href="/2">Två</a></p>');
    assert.equal(await isNewHere(desk), true);
    await desk.context().close();
  });

  async function faultsOf(desk: Page, path: string, language: 'sv' | 'en'): Promise<readonly string[]> {
    const faults: string[] = [];
    await desk.setViewportSize({ width: 1280, height: 900 });
    await desk.goto(`${origin}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
    for (const { rule, help, where } of await accessibilityFindings(desk, await rulesAskedOf(desk, language)))
      faults.push(`${path}: ${rule}, ${help} ${where}`);
    const headings = await desk.locator('h1').count();
    if (headings !== 1) faults.push(`${path} has ${headings} headings of the first level`);
    await desk.setViewportSize({ width: 320, height: 700 });
    const wide = await desk.evaluate(() => document.documentElement.scrollWidth);
    if (wide > 320) faults.push(`${path} is ${wide} px wide in a window of 320 px (WCAG 1.4.10)`);
    return faults;
  }

  /** A page built of what was looked at on those before it is asked, in a short run, for what its own words decide; every page in a long one. */
  async function rulesAskedOf(desk: Page, language: 'sv' | 'en'): Promise<Parameters<typeof accessibilityFindings>[1]> {
    if (language === 'en') return { only: rulesOfLanguage };
    return (await isNew(desk)) || isLongRun ? {} : { only: rulesOfContent };
  }

  /** One address of each route that answers with a page, under the first of those who walk that met it. */
  function shownPages(): ReadonlyMap<Walker, readonly string[]> {
    const seen = new Set<Route>();
    return new Map(
      [...walks].map(([login, { shown }]) => {
        // What a script asks for is a part of a page.
        const fresh = [...shown].filter(([route]) => !route.path.endsWith('/nytt') && !seen.has(route));
        for (const [route] of fresh) seen.add(route);
        return [login, fresh.map(([, addresses]) => addresses.at(-1)!)];
      }),
    );
  }
});
