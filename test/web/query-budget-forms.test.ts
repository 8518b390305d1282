/**
 * How often the pages of returns, consultations, dialogues, polls, self-assessments and studies ask the database: measured in the demonstration
 * region and again when each of them holds more, as the pages of `query-budget.test.ts` are.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { listConsultations, recordConsultationResponse } from '../../src/domain/consultations/index.ts';
import { listDialogues, noteDialogue, noteInsight } from '../../src/domain/dialogues/index.ts';
import { getFormVersion } from '../../src/domain/forms/index.ts';
import { listPolls } from '../../src/domain/polls/index.ts';
import { addRemark, listNationalReports } from '../../src/domain/returns/index.ts';
import { listAssessmentRounds } from '../../src/domain/selfassessments/index.ts';
import { addReviewVariable, listReviewStudies } from '../../src/domain/studies/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { buildNationalReport } from '../support/build-national-report.ts';
import { buildBody } from '../support/build-organisation.ts';
import { answerPoll, buildPoll } from '../support/build-polls.ts';
import { buildPair } from '../support/build-selfassessments.ts';
import { buildReviewStudy } from '../support/build-studies.ts';
import { countQueries, keepsBudget, type QueryCounter } from '../support/count-queries.ts';
import { type DemoSite, openDemoSite, type Visitor } from '../support/demo-site.ts';

type Places = Awaited<ReturnType<typeof findPlaces>>;
type Budget = { readonly path: (places: Places) => string; readonly allowed: number; readonly reason: string };

/** The queries that a page may ask, with what they are for. Two of each tell who is asking: the session and its roles. */
const budgets = {
  returns: {
    path: () => '/redovisningar',
    allowed: 12,
    reason: 'returns on paper, returns under work, their sections',
  },
  return: {
    path: ({ report }) => `/redovisningar/arbete/${report.id}`,
    allowed: 24,
    reason: 'the return with its form, answers, sections and remarks, its approval and its papers',
  },
  returnToGiveOut: {
    path: ({ report }) => `/redovisningar/arbete/${report.id}/utdelning`,
    allowed: 24,
    reason: 'the return, the units and the accounts to choose from',
  },
  returnSection: {
    path: ({ report }) => `/redovisningar/arbete/${report.id}/avsnitt/${report.sections[0]!.code}`,
    allowed: 53,
    reason: 'the return and what stands beside its answers: the register they rest on, last year, what was settled',
  },
  returnReview: {
    path: ({ report }) => `/redovisningar/arbete/${report.id}/granska`,
    allowed: 53,
    reason: 'the return and what stands beside its answers',
  },
  returnWarnings: {
    path: ({ report }) => `/redovisningar/arbete/${report.id}/anmarkningar`,
    allowed: 53,
    reason: 'the return and what stands beside its answers',
  },
  consultations: { path: () => '/remisser', allowed: 8, reason: 'the rounds with their answers' },
  consultation: {
    path: ({ consultation }) => `/remisser/${consultation}`,
    allowed: 24,
    reason: 'the round, its answers, points, papers and sources, and the way to its decision',
  },
  dialogues: { path: () => '/dialoger', allowed: 8, reason: 'the dialogues with what was learnt' },
  dialogue: {
    path: ({ dialogue }) => `/dialoger/${dialogue}`,
    allowed: 16,
    reason: 'the dialogue, its insights, what they changed, and what it hangs together with',
  },
  polls: { path: () => '/omrostningar', allowed: 8, reason: 'the polls with how many have answered' },
  poll: {
    path: ({ poll }) => `/omrostningar/${poll.id}`,
    allowed: 16,
    reason: 'the poll, its questions, their counts and comments, and what it hangs together with',
  },
  rounds: { path: () => '/larande-uppfoljning', allowed: 12, reason: 'the rounds, and how far each has come' },
  round: {
    path: ({ round }) => `/larande-uppfoljning/omgang/${round}`,
    allowed: 24,
    reason: 'the round, its form, those who assess together, and the whole',
  },
  studies: { path: () => '/granskningar', allowed: 8, reason: 'the studies with units and rounds' },
  study: {
    path: ({ study }) => `/granskningar/${study}`,
    allowed: 24,
    reason:
      'the study with units, variables, rounds, values and lessons; the assignments, inputs and plans a lesson can go to',
  },
} as const satisfies Record<string, Budget>;

type PageName = keyof typeof budgets;
const pages = Object.entries(budgets) as readonly [PageName, Budget][];

let site: DemoSite;
let visitor: Visitor;
let counter: QueryCounter;
let places: Places;
const small = new Map<PageName, readonly string[]>();
const large = new Map<PageName, readonly string[]>();

before(async () => {
  site = await openDemoSite();
  counter = countQueries(site.db);
  visitor = await site.signIn('samverkan');
  places = await findPlaces();
  await grow(2);
  await measure(small);
  await grow(4);
  await measure(large);
});
after(() => site.close());

for (const [name, { allowed, reason }] of pages)
  test(`the page "${name}" asks at most ${allowed} times: ${reason}`, () =>
    keepsBudget(allowed, small.get(name)!, large.get(name)!));

test('the region has grown where the pages look, and the pages show it', async () => {
  assert.match(await visitor.read(`/remisser/${places.consultation}`), /Instans 6/);
  assert.match(await visitor.read(`/dialoger/${places.dialogue}`), /Insikt 6/);
  assert.match(await visitor.read(`/granskningar/${places.study}`), /Variabel 6/);
  assert.match(await visitor.read(`/redovisningar/arbete/${places.report.id}/granska`), /Anmärkning 6/);
});

function findPlaces() {
  return site.read(async (r) => {
    const report = (await listNationalReports(r, { states: ['answering'] }))[0]!;
    const { structure } = await getFormVersion(r, report.formVersionId);
    const [section] = structure.parts[0]!.sections;
    return {
      report,
      question: section!.questions[0]!.code,
      consultation: (await listConsultations(r)).find(({ state }) => state !== 'draft')!.id,
      dialogue: (await listDialogues(r))[0]!.id,
      poll: (await listPolls(r)).find(({ state, access }) => state === 'open' && access === 'open')!,
      round: (await listAssessmentRounds(r))[0]!.id,
      study: (await listReviewStudies(r)).find(({ state }) => state !== 'published')!.id,
    };
  });
}

async function measure(into: Map<PageName, readonly string[]>): Promise<void> {
  for (const [name, { path }] of pages) {
    counter.start();
    await visitor.read(path(places));
    into.set(name, counter.asked());
  }
}

let grown = 0;

/** So many more of each kind, and so many more in the one whose page is measured. */
async function grow(times: number): Promise<void> {
  const where = site.database;
  for (let count = 0; count < times; count += 1) {
    grown += 1;
    const bodyId: Id<'body'> = await buildBody(where);
    const { report, question, consultation, dialogue, poll, round, study } = places;
    await buildNationalReport(where, { formVersionId: report.formVersionId, bodyId, year: report.year - 10 - grown });
    await site.write('return.edit', (w) =>
      addRemark(w, { reportId: report.id, question, text: `Anmärkning ${grown}` }),
    );
    await site.write('meeting.edit', (w) =>
      recordConsultationResponse(w, { consultationId: consultation, respondent: `Instans ${grown}`, comment: 'Bra.' }),
    );
    await site.write('dialogue.edit', async (w) => {
      await noteDialogue(w, { bodyId, kind: 'citizen', title: `Dialog ${grown}`, fromOn: '2026-10-01' });
      await noteInsight(w, { dialogueId: dialogue, kind: 'conclusion', insight: `Insikt ${grown}` });
    });
    await buildPoll(where, { bodyId });
    await answerPoll(where, poll, { answers: { [poll.questions.find(({ kind }) => kind === 'agree')!.id]: '3' } });
    await buildPair(where, round);
    await buildReviewStudy(where, { bodyId });
    await site.write('study.edit', (w) => addReviewVariable(w, { studyId: study, label: `Variabel ${grown}` }));
  }
}
