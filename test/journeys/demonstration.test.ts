import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bodyNames } from '../../src/demo/region.ts';
import { listAgreements } from '../../src/domain/agreements/index.ts';
import { assessmentStatuses } from '../../src/domain/assessments/index.ts';
import { listCommissions } from '../../src/domain/commissions/index.ts';
import { listConsultations } from '../../src/domain/consultations/index.ts';
import { listDecisionTasks } from '../../src/domain/execution/index.ts';
import { listIndicators, listPopulationChanges } from '../../src/domain/indicators/index.ts';
import { countOpenProposals } from '../../src/domain/intake/index.ts';
import { getMeeting, listMeetings } from '../../src/domain/meetings/index.ts';
import { minutesOfMeeting } from '../../src/domain/minutes/index.ts';
import { listNotices } from '../../src/domain/notices/index.ts';
import { findBodyByName } from '../../src/domain/organisation/index.ts';
import { listActivityPlans, listActivityPlanVersions } from '../../src/domain/plans/index.ts';
import { proceedingsOf } from '../../src/domain/proceedings/index.ts';
import { listDeliverables } from '../../src/domain/projects/index.ts';
import { answerTypes, getReport, listReports } from '../../src/domain/reports/index.ts';
import { listFormReturns } from '../../src/domain/returns/index.ts';
import { readThread } from '../../src/domain/thread/index.ts';
import { verifyLog } from '../../src/storage/verify-log.ts';
import { type DemoSite, openDemoSite } from '../support/demo-site.ts';

let site: DemoSite;
before(async () => {
  site = await openDemoSite();
});
after(() => site.close());

test('the demonstration shows every kind of answer and every status that a report can have', async () => {
  const reports = await site.read(async (r) => {
    const found = await listReports(r, {});
    return await Promise.all(found.map(({ id }) => getReport(r, id)));
  });
  const entries = reports.flatMap((report) => report.entries);
  const shown = new Set(entries.map(({ answerType }) => answerType as string));
  assert.deepEqual(
    Object.keys(answerTypes).filter((type) => type !== 'other' && !shown.has(type)),
    [],
  );
  const statuses = new Set(entries.flatMap(({ quotation }) => (quotation ? [quotation.status as string] : [])));
  assert.deepEqual(
    Object.keys(assessmentStatuses).filter((status) => !statuses.has(status)),
    [],
  );
  assert.deepEqual(reports.map(({ kind, year, state }) => `${kind} ${year} ${state}`).sort(), [
    'interim 2026 draft',
    'reportBack 2023 delivered',
    'reportBack 2024 delivered',
    'reportBack 2025 delivered',
    'reportBack 2026 draft',
  ]);
});

test('its main thread runs from the goal to the draft of this year, over four plans', async () => {
  const thread = await site.read((r) => readThread(r, '2026:3', '2026-11-22'));
  const kinds = new Set(thread.steps.map(({ kind }) => kind));
  for (const kind of ['goal', 'predecessor', 'decision', 'assignment', 'assessment', 'budgetInput', 'report'] as const)
    assert.ok(kinds.has(kind), `the thread has a step of kind ${kind}`);
  const years = thread.steps.filter(({ kind }) => kind === 'predecessor').map(({ date }) => date?.slice(0, 4));
  assert.deepEqual(years, ['2023', '2024', '2025']);
});

test('the papers of the year give records of every kind that the pages show', async () => {
  const found = await site.read(async (r) => ({
    agreements: await listAgreements(r),
    commissions: await listCommissions(r),
    deliverables: await listDeliverables(r),
    consultations: await listConsultations(r),
    indicators: await listIndicators(r),
    population: await listPopulationChanges(r),
    returns: await listFormReturns(r),
  }));
  assert.ok(
    found.agreements.some((one) => one.openEnded && one.noticeMonths),
    'an agreement until further notice',
  );
  assert.ok(
    found.agreements.some((one) => one.to),
    'an agreement that ends',
  );
  assert.ok(
    found.commissions.filter(({ item }) => item).every((one) => one.amounts.length > 0),
    'the commissions of the papers name who pays',
  );
  assert.ok(
    found.deliverables.some((one) => one.movedTo),
    'a delivery has slipped',
  );
  const stances = found.consultations.flatMap(({ responses }) => responses.map(({ stance }) => stance));
  assert.deepEqual(new Set(stances), new Set(['supports', 'opposes', 'noObjection', 'comments', null]));
  assert.ok(found.indicators.length > 1 && found.population.length > 5);
  const answers = found.returns.flatMap((one) => one.answers);
  assert.ok(
    answers.some(({ inferredFrom }) => inferredFrom),
    'an answer is a conclusion',
  );
  assert.ok(
    answers.some(({ answer }) => answer === null),
    'an answer could not be read',
  );
});

test('its main thread has a step from each paper that deals with it', async () => {
  const thread = await site.read((r) => readThread(r, '2026:3', '2026-11-22'));
  const papers = new Set(thread.steps.flatMap(({ sources }) => sources.map(({ documentTitle }) => documentTitle)));
  assert.ok(papers.size >= 5, [...papers].join(', '));
});

test('some suggestions of the papers wait for a person, and a notice', async () => {
  const waiting = await site.read((r) => countOpenProposals(r));
  assert.ok(waiting > 15 && waiting < 30, String(waiting));
});

test('what was read from paper shows where', async () => {
  const thread = await site.read((r) => readThread(r, '2023:3', '2026-11-22'));
  const read = thread.steps.filter(({ sources }) => sources.length > 0);
  assert.ok(read.length >= 5, 'assignment, meetings, assessment and answer name their lines');
});

test('everything was done through the verbs: the log is whole', async () => {
  const result = await site.read((r) => verifyLog(r));
  assert.equal(result.fault, undefined);
  assert.ok(result.entries > 100);
});

test('its meeting year has minutes in every state up to the end of the time of appeal, and a meeting under way', async () => {
  const found = await site.read(async (r) => {
    const body = (await findBodyByName(r, bodyNames.transit))!;
    const { meetings } = await listMeetings(r, { bodyId: body.id, limit: 100 });
    const minutes = await Promise.all(meetings.map(({ id }) => minutesOfMeeting(r, id)));
    const details = await Promise.all(meetings.map(({ id }) => getMeeting(r, id)));
    const proceedings = await Promise.all(details.flatMap(({ items }) => items.map(({ id }) => proceedingsOf(r, id))));
    return { bodyId: body.id, meetings, minutes: minutes.flat(), proceedings };
  });
  assert.deepEqual(found.minutes.map(({ state }) => state).sort(), ['announced', 'commenting', 'final', 'signing']);
  const states = found.meetings.map(({ kind, state }) => `${kind} ${state}`);
  for (const state of ['meeting opened', 'meeting summoned', 'jointMeeting closed', 'studyVisit closed'])
    assert.ok(states.includes(state), `${state} is not among ${states.join(', ')}`);
  const votes = found.proceedings.flatMap(({ propositions }) =>
    propositions.flatMap(({ vote }) => (vote ? [vote] : [])),
  );
  assert.deepEqual(
    votes.map(({ count, state }) => [count?.yes, count?.no, state]),
    [[4, 3, 'settled']],
  );
  assert.ok(found.proceedings.some(({ outcome }) => outcome.outcome === 'tabled'));
  assert.ok(found.proceedings.some(({ dissents }) => dissents.some(({ kind }) => kind === 'reservation')));
  const notices = await site.read((r) => listNotices(r));
  const running = notices.filter(({ appealLast }) => appealLast !== null && appealLast >= '2026-11-22');
  assert.equal(running.length, 1, 'one time of appeal runs');
});

test('the year begins with a plan in two versions, and a task of a decision is late', async () => {
  const found = await site.read(async (r) => {
    const bodyId = (await findBodyByName(r, bodyNames.transit))!.id;
    const [plan] = await listActivityPlans(r, { bodyId, year: 2026 });
    return {
      versions: await listActivityPlanVersions(r, plan!.id),
      tasks: (await listDecisionTasks(r, { bodyId })).tasks,
    };
  });
  assert.deepEqual(
    found.versions.map(({ number }) => number),
    [2, 1],
  );
  assert.deepEqual(found.tasks.map(({ status }) => status).sort(), ['done', 'notStarted', 'ongoing']);
  assert.ok(found.tasks.some(({ status, dueOn }) => status === 'notStarted' && dueOn !== null && dueOn < '2026-11-22'));
});

test('who sits in the nämnd can answer the notice and sign the minutes', async () => {
  const adjuster = await site.signIn('justerare');
  const today = await adjuster.read('/');
  assert.match(today, /Justera protokoll/);
  const chair = await site.signIn('ordforande');
  const [coming] = await site.read(async (r) => {
    const bodyId = (await findBodyByName(r, bodyNames.transit))!.id;
    return (await listMeetings(r, { bodyId, from: '2026-11-23' })).meetings;
  });
  assert.match(await chair.read(`/sammantraden/${coming!.id}/mitt-svar`), /kommer/i);
});
