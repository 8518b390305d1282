import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assembleThread } from './assemble-thread.ts';
import type { ThreadFacts } from './thread-facts.ts';

const source = { documentId: 'd', documentTitle: 'Delårsrapport 2023', passageId: 'p', line: 12 };
const bare: ThreadFacts = {
  today: '2026-02-01',
  subject: {
    id: 'a',
    ref: '2023:4',
    year: 2023,
    number: 4,
    title: 'Följa piloten',
    fullText: null,
    state: 'given',
    givenBy: 'Nämnden',
    performers: ['Förvaltningen'],
    consulted: [],
    monitors: ['Beredningen'],
    sources: [],
  },
  goals: [],
  relatives: [],
  decisions: [],
  items: [],
  assessments: [],
  positions: [],
  entries: [],
  points: [],
  connected: [],
};
const whole: ThreadFacts = {
  ...bare,
  goals: [{ id: 'g', heading: 'God vård', documentTitle: 'Målbild', adoptedOn: '2019-06-18', sources: [source] }],
  relatives: [
    {
      id: 'r',
      direction: 'predecessor',
      ref: '2020:u4',
      year: 2020,
      title: 'Utreda en pilot',
      sources: [source],
    },
  ],
  decisions: [
    {
      id: 'b',
      title: 'Genomföra piloten',
      bodyName: 'Nämnden',
      decidedOn: '2022-12-01',
      precision: 'month',
      clauses: [],
      inMeeting: false,
      sources: [source],
    },
  ],
  items: [
    {
      id: 'i2',
      assignmentId: bare.subject.id,
      meetingId: 'm2',
      kind: 'studyVisit',
      planned: false,
      heldOn: '2023-11-15',
      bodyName: 'Beredningen',
      title: 'Studiebesök',
      number: null,
      sources: [],
    },
    {
      id: 'i1',
      assignmentId: bare.subject.id,
      meetingId: 'm1',
      kind: 'ordinary',
      planned: false,
      heldOn: '2023-05-30',
      bodyName: 'Beredningen',
      title: 'Föredragning',
      number: '6',
      sources: [source],
    },
  ],
  assessments: [
    {
      id: 's',
      year: 2023,
      periodName: 'Delår 2023',
      endsOn: '2023-08-31',
      bodyName: 'Förvaltningen',
      status: { sv: 'Startat', en: 'Started' },
      statusPhrase: 'Uppdraget har startat.',
      text: 'Mycket. Uppdraget har startat.',
      sources: [source],
    },
  ],
  entries: [
    {
      id: 'e',
      assignmentId: bare.subject.id,
      reportId: 'rep',
      reportTitle: 'Återrapportering 2023',
      bodyName: 'Beredningen',
      year: 2023,
      dated: null,
      answer: { sv: 'Föredragning', en: 'Briefing' },
      text: 'Föredragning den 30 maj.',
      sources: [source],
    },
  ],
};
const outline = (facts: ThreadFacts) =>
  assembleThread(facts).steps.map((step) => (step.gap && step.kind === 'gap' ? `gap ${step.gap}` : step.kind));

test('the steps stand in time, from the goal to the report, with the silent year shown', () => {
  assert.deepEqual(outline(whole), [
    'goal',
    'predecessor',
    'gap noAssessment',
    'decision',
    'assignment',
    'meeting',
    'assessment',
    'studyVisit',
    'report',
  ]);
});

test('a year of which something is known is no gap; neighbouring silent years are one', () => {
  const silent = assembleThread({ ...whole, decisions: [] }).steps.filter((step) => step.gap === 'noAssessment');
  assert.deepEqual(
    silent.map((step) => step.title.sv),
    ['Ingen lägesbild finns för 2021–2022'],
  );
});

test('an assignment of which nothing is known shows all that is missing', () => {
  assert.deepEqual(outline(bare), ['gap noGoal', 'assignment', 'gap noMeeting', 'gap noReport']);
});

test('a report is not missing before its year has come', () => {
  assert.deepEqual(outline({ ...bare, today: '2022-11-01' }), ['gap noGoal', 'assignment', 'gap noMeeting']);
});

test('a body that said it is not concerned needs no meeting', () => {
  const positions = [
    { id: 'x', year: 2023, bodyName: 'B', label: { sv: 'Berörs ej', en: 'No' }, text: 'Berörs ej.', sources: [] },
  ];
  assert.ok(!outline({ ...bare, positions }).includes('gap noMeeting'));
});

test('a decision without a meeting in the register is marked as hearsay and names the text that mentions it', () => {
  const step = assembleThread(whole).steps.find((one) => one.kind === 'decision');
  assert.equal(step?.gap, 'hearsayDecision');
  assert.match(step?.text?.sv ?? '', /Nämns i Delårsrapport 2023; protokollet är inte inläst/);
  const held = { ...whole, decisions: [{ ...whole.decisions[0]!, inMeeting: true }] };
  assert.equal(assembleThread(held).steps.find((one) => one.kind === 'decision')?.gap, undefined);
});

test('a link that nobody has confirmed is shown as proposed, with its reason, and makes no gap of the years between', () => {
  const relatives = [{ ...whole.relatives[0]!, proposedBecause: 'pilot' }];
  const steps = assembleThread({ ...whole, relatives, decisions: [] }).steps;
  assert.equal(steps.find((step) => step.kind === 'predecessor')?.state, 'proposed');
  assert.ok(!steps.some((step) => step.gap === 'noAssessment'));
});

test('a planned meeting that has passed is said not to be confirmed held', () => {
  const items = [{ ...whole.items[1]!, planned: true }];
  assert.match(
    assembleThread({ ...whole, items }).steps.find((one) => one.kind === 'meeting')?.text?.sv ?? '',
    /inte bekräftat/,
  );
});

test('whatever the order of the facts, the thread is the same and loses nothing', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...whole.items], { minLength: 2 }), (items) => {
      const thread = assembleThread({ ...whole, items });
      assert.deepEqual(thread, assembleThread(whole));
      for (const [index, step] of thread.steps.entries()) {
        const before = thread.steps[index - 1];
        if (before?.date && step.date && before.kind !== 'goal') assert.ok(before.date <= step.date);
      }
    }),
  );
});
