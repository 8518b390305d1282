/**
 * How often a page asks the database. A page that asks once for each record is fast in a demonstration and slow in a region, so each page
 * people open most has a number of queries that it keeps to, measured in the demonstration region and again when that has grown.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { askPerformers, contributionsOf, listPeriods } from '../../src/domain/assessments/index.ts';
import {
  findAssignmentByRef,
  getAssignment,
  linkAssignments,
  linkAssignmentToGoal,
  listAssignments,
} from '../../src/domain/assignments/index.ts';
import { listFormVersions } from '../../src/domain/forms/index.ts';
import {
  addBudgetInputPoint,
  getBudgetInput,
  listBudgetInputs,
  recordBudgetInput,
  takeUpPoint,
} from '../../src/domain/inputs/index.ts';
import { insertProposals } from '../../src/domain/intake/intake-writer.ts';
import { linkItemToAssignment } from '../../src/domain/meetings/index.ts';
import { findBodyByName } from '../../src/domain/organisation/index.ts';
import { listPlans } from '../../src/domain/plans/index.ts';
import { findReportFor, listReports } from '../../src/domain/reports/index.ts';
import { readThread } from '../../src/domain/thread/index.ts';
import type { Reader } from '../../src/storage/database.ts';
import { buildAssignment } from '../support/build-assignments.ts';
import { buildAssessment, buildPeriod, buildReport } from '../support/build-followup.ts';
import { buildGoal } from '../support/build-goals.ts';
import { buildIntakeFile } from '../support/build-intake.ts';
import { buildAgendaItem, buildMeeting } from '../support/build-meetings.ts';
import { buildBody } from '../support/build-organisation.ts';
import { countQueries, keepsBudget, keepsItsNumber, type QueryCounter } from '../support/count-queries.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';
import { type GrowingMeeting, openGrowingMeeting } from '../support/grow-meeting.ts';

/** The queries that a page may ask, with what they are for. Two of each tell who is asking: the session and its roles. */
const budgets = {
  start: {
    path: () => '/',
    allowed: 57,
    reason:
      'years, threads of three years, statuses, meetings to come, goals, and all that one’s work is gathered from',
  },
  work: {
    path: () => '/mitt-arbete',
    allowed: 45,
    reason:
      'a query or two for each noun that gives people work, publications and marks of secrecy among them, the rules of the bodies, what rests and who has what',
  },
  assignments: {
    path: () => '/uppdrag',
    allowed: 13,
    reason: 'a page of the list with parties, statuses and meetings, its count, and the choices of four filters',
  },
  assignment: {
    path: ({ assignment }: Places) => `/uppdrag/${assignment}`,
    allowed: 64,
    reason:
      'the line, then a query or two for each kind of step, their passages, suggested links, what stands beside, and two links of what it hangs together with: their links, names a kind, days and passages',
  },
  reports: {
    path: () => '/uppfoljning',
    allowed: 43,
    reason:
      'the list, everything that the reports under work are judged by with decisions and clauses and the days and figures that their sentences name, their receivers, annexes and charts, bodies not begun',
  },
  report: {
    path: ({ report }: Places) => `/uppfoljning/${report}`,
    allowed: 37,
    reason:
      'the report, its entries, meetings, decisions and clauses of their assignments, stored evidence and quotations; the bodies, meetings and decisions of the days that its sentences name, their sources, and what was settled; receivers, annexes and charts; the agenda on which it stands',
  },
  measures: {
    path: () => '/atgarder?ar=2026',
    allowed: 5,
    reason: 'the plans, the measures of the year with what they are tied to, and what was told of them',
  },
  writeReport: {
    path: ({ report }: Places) => `/uppfoljning/${report}/skriv`,
    allowed: 62,
    reason: 'the report as it is judged, what is proposed for each answer and what was answered before',
  },
  answersByBody: {
    path: () => '/uppfoljning/svar-per-organ?ar=2026',
    allowed: 9,
    reason: 'the assignments of the year, the reports of it and their answers, the positions',
  },
  contributions: {
    path: ({ period }: Places) => `/lagesbilder?period=${period}`,
    allowed: 4,
    reason: 'the periods, and all that was asked for at one',
  },
  contribution: {
    path: ({ contribution }: Places) => `/lagesbilder/bidrag/${contribution}`,
    allowed: 11,
    reason:
      'the contribution, what was said of its assignment, the text before, its units, what comes next, the bodies',
  },
  forms: { path: () => '/formular', allowed: 4, reason: 'the versions of all forms, and how many answer each' },
  formVersion: {
    path: ({ formVersion }: Places) => `/formular/${formVersion}`,
    allowed: 5,
    reason: 'the version, the others of its form, and how many answer each',
  },
  periods: { path: () => '/perioder', allowed: 3, reason: 'the periods with how far each has come' },
  period: {
    path: ({ period }: Places) => `/perioder/${period}`,
    allowed: 4,
    reason: 'the period, and all that was asked for at it',
  },
  slippage: {
    path: () => '/uppfoljning/forskjutningar',
    allowed: 8,
    reason: 'the years, the assignments that slip with parties, what was said of them, moved days',
  },
  history: {
    path: ({ assignment }: Places) => `/uppdrag/${assignment}/historik`,
    allowed: 8,
    reason: 'the line, what was said of all in it with versions, moved days',
  },
  inputs: { path: () => '/uppfoljning/inspel', allowed: 6, reason: 'the inputs with their points and how they fared' },
  input: {
    path: ({ input }: Places) => `/uppfoljning/inspel/${input}`,
    allowed: 20,
    reason: 'the input, its points with assignments, outcomes and findings, its versions and the meetings to come',
  },
  plan: {
    path: ({ plan }: Places) => `/planer/${plan}`,
    allowed: 36,
    reason: 'the plan with objectives, its assignments, the points of inputs for its year, the check against the goals',
  },
  interimReport: {
    path: ({ interim }: Places) => `/uppfoljning/period/${interim}`,
    allowed: 21,
    reason:
      'the report, its chapters and quotations, the assignments and assessments of its period and of the one before, measures, figures as series with their definitions, targets and sources',
  },
  meetings: {
    path: () => '/sammantraden',
    allowed: 11,
    reason: 'meetings to come and held with their joint bodies, the bodies and years to choose from',
  },
  conduct: {
    path: ({ meeting }: Places) => `/sammantraden/${meeting.meetingId}/genomfor`,
    allowed: 48,
    reason:
      'the meeting, its course with people and seats, the rules, a query for each kind of thing that happens in an item, and the reports that wait for what is decided there',
  },
  minutes: {
    path: ({ meeting }: Places) => `/protokoll/${meeting.minutesId}`,
    allowed: 60,
    reason: 'what the minutes are composed from, as many as for the screen of the meeting, and what stands beside them',
  },
  goals: { path: () => '/mal', allowed: 7, reason: 'documents, perspectives, goals, statements, assignments a goal' },
  intake: { path: () => '/las-in', allowed: 5, reason: 'a page of files, how their proposals stand, how many files' },
  overview: {
    path: () => '/oversikt?indelning=mal',
    allowed: 9,
    reason: 'the years and bodies to choose from, the figures of all and of each row, the goals that have none',
  },
  overviewOfPeriods: {
    path: () => '/oversikt/over-tid',
    allowed: 7,
    reason: 'what to choose from, what was said at each period, the periods with what was given in their years',
  },
  overviewOfQuiet: {
    path: () => '/oversikt/tysta',
    allowed: 11,
    reason: 'what to choose from, and for each of three questions a number of all and one for each body',
  },
  overviewOfFocusAreas: {
    path: () => '/oversikt/fokusomraden',
    allowed: 14,
    reason: 'what to choose from, areas, their items and links, the agendas of the year and what was refused',
  },
  overviewOfNextMeetings: {
    path: () => '/oversikt/nasta-sammantrade',
    allowed: 16,
    reason: 'what to choose from, the meetings ahead, and a query for each kind of thing that can wait',
  },
  overviewOfReports: {
    path: () => '/oversikt/rapporter',
    allowed: 43,
    reason:
      'what to choose from, everything that the reports under work are judged by, their charts, the measures of the year',
  },
} as const satisfies Record<string, Budget>;

type Places = {
  readonly period: string;
  readonly formVersion: string;
  readonly contribution: string;
  readonly input: string;
  readonly plan: string;
  readonly interim: string;
  readonly assignment: string;
  readonly report: string;
  readonly meeting: GrowingMeeting;
};
type Budget = { readonly path: (places: Places) => string; readonly allowed: number; readonly reason: string };
type PageName = keyof typeof budgets;

let site: DemoSite;
let visitor: Visitor;
let counter: QueryCounter;
let places: Places;
const small = new Map<PageName, readonly string[]>();
const large = new Map<PageName, readonly string[]>();

before(async () => {
  site = await openDemoSite();
  counter = countQueries(site.db);
  visitor = await site.signIn('sekreterare');
  const meeting = await openGrowingMeeting(site);
  places = await site.read(async (r) => ({
    meeting,
    ...(await placesOfFollowUp(r)),
    interim: (await listReports(r, { kinds: ['interim'] }))[0]!.id,
    assignment: (await findAssignmentByRef(r, { year: 2026, number: 3 }))!.id,
    report: (await findReportFor(r, (await findBodyByName(r, 'Beredning för lokal vård'))!.id, 2026))!.id,
  }));
  // Of each kind first: a page rightly asks less when there is nothing at all of a kind. The second report speaks of an assignment of others by its number.
  await grow(2);
  await measure(small);
  await grow(5);
  await measure(large);
});
after(() => site.close());

async function placesOfFollowUp(
  r: Reader,
): Promise<Pick<Places, 'period' | 'formVersion' | 'contribution' | 'input' | 'plan'>> {
  const period = (await listPeriods(r, { year: 2026 })).find((one) => one.state === 'open' && one.contributionsDueOn)!;
  const [contribution] = await contributionsOf(r, { periodId: period.id });
  const [input] = await listBudgetInputs(r);
  const [plan] = await listPlans(r, { year: 2026 });
  const [formVersion] = await listFormVersions(r, { shippedAs: 'national-return' });
  return {
    period: period.id,
    formVersion: formVersion!.id,
    contribution: contribution!.id,
    input: input!.id,
    plan: plan!.id,
  };
}

async function measure(into: Map<PageName, readonly string[]>): Promise<void> {
  for (const [name, { path }] of Object.entries(budgets) as [PageName, Budget][]) {
    counter.start();
    await visitor.read(path(places));
    into.set(name, counter.asked());
  }
}

for (const [name, { allowed, reason }] of Object.entries(budgets) as [PageName, Budget][])
  test(`the page "${name}" asks at most ${allowed} times: ${reason}`, () =>
    keepsBudget(allowed, small.get(name)!, large.get(name)!));

test('a reader that asks once for each assignment is found out', async () => {
  const asked = async (count: number) => {
    counter.start();
    await site.read(async (r) => {
      const { rows } = await listAssignments(r, { pageSize: count });
      for (const { id } of rows) await getAssignment(r, id);
    });
    return counter.asked();
  };
  const [few, many] = [await asked(2), await asked(9)];
  assert.throws(() => keepsItsNumber(few, many), /grew with the records/);
});

test('the region has grown where the pages look, and the pages show it', async () => {
  const page = await visitor.read(`/uppdrag/${places.assignment}`);
  assert.equal(
    [...page.matchAll(/gemensamma ord: prov \d+/g)].length >= 7,
    true,
    'suggested links of the line are shown',
  );
  assert.doesNotMatch(page, /gemensamma ord: andras/, 'those of others are not');
  assert.ok((await site.read((r) => listReports(r, { states: ['draft'] }))).length >= 7);
  const thread = await site.read((r) => readThread(r, places.assignment, '2026-11-22'));
  const minutes = await visitor.read(`/protokoll/${places.meeting.minutesId}`);
  for (const number of [1, 2, 3, 4]) assert.match(minutes, new RegExp(`§ ${number}\\b`));
  for (const kind of ['predecessor', 'goal', 'meeting', 'budgetInput'] as const)
    assert.ok(thread.steps.filter((step) => step.kind === kind).length >= 7, kind);
});

let grown = 0;

/** So many more of each kind: earlier years of the line with goal, input, meeting and suggestion; reports of others; files; items of a meeting. */
async function grow(times: number): Promise<void> {
  const where = site.database;
  for (let count = 0; count < times; count += 1) {
    grown += 1;
    await places.meeting.grow();
    const [year, number] = [2022 - grown, 1];
    const bodyId = await buildBody(where);
    const parties = [{ bodyId, role: 'monitor' as const }];
    const older = await buildAssignment(where, { year, number, givenByBodyId: bodyId, parties });
    const others = await buildAssignment(where, { year, number: 2, givenByBodyId: bodyId });
    const another = await buildAssignment(where, {
      year: 2026,
      number: 500 + grown,
      planId: places.plan,
      dueOn: '2026-11-30',
      parties: [...parties, { bodyId, role: 'performer' }],
    });
    await site.write('period.edit', (w) => askPerformers(w, { periodId: places.period }));
    await buildAssessment(where, { assignmentId: another, periodId: places.period, bodyId, forecastOn: '2026-12-20' });
    await buildAssessment(where, { assignmentId: older, periodId: await buildPeriod(where, year, 'annual') });
    await site.write('report.edit', (w) =>
      addBudgetInputPoint(w, { inputId: places.input, number: 100 + grown, text: 'Pröva även detta' }),
    );
    const goalId = await buildGoal(where);
    await site.write('assignment.edit', async (w) => {
      await linkAssignments(w, { fromId: places.assignment, toId: older, kind: 'predecessor' });
      await linkAssignmentToGoal(w, { assignmentId: older, goalId, kind: 'direct' });
    });
    const meetingId = await buildMeeting(where, { bodyId, heldOn: `${year}-05-30` });
    const itemId = await buildAgendaItem(where, { meetingId });
    await site.write('meeting.edit', (w) => linkItemToAssignment(w, { itemId, assignmentId: older }));
    await site.write('report.edit', async (w) => {
      const input = await recordBudgetInput(w, {
        bodyId,
        forYear: year,
        title: 'Inspel',
        points: [{ number: 1, text: 'Pröva' }],
      });
      const [point] = (await getBudgetInput(w, input)).points;
      await takeUpPoint(w, { pointId: point!.id, assignmentId: older });
    });
    await buildReport(where, { bodyId, year: 2026 });
    const { fileId } = await buildIntakeFile(where, `Papper ${grown}`, `papper-${grown}.txt`);
    const suggested = ([from, reason]: readonly [string, string], index: number) => ({
      type: 'assignmentLink',
      readerId: `assignmentLink-${index}`,
      fields: {
        from: 'Äldre',
        to: 'Nyare',
        reason: `gemensamma ord: ${reason}`,
        fromEnd: { label: 'Äldre', assignmentId: from },
        toEnd: { label: 'Nyare', assignmentId: another },
      },
      confidence: 0.7,
      rule: 'link-by-rare-words',
      source: { start: 0, end: 6, line: 1 },
      alsoAt: [],
    });
    await site.write('intake.confirm', async (w) => {
      await insertProposals(
        w,
        fileId,
        (
          [
            [older, `prov ${grown}`],
            [others, 'andras'],
          ] as const
        ).map(suggested),
      );
      await w.log({ noun: 'intakeFile', recordId: fileId });
    });
  }
}
