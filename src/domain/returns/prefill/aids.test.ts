import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { boundForm } from '../../../../test/support/bound-form.ts';
import { buildAssignment } from '../../../../test/support/build-assignments.ts';
import { buildAgreement } from '../../../../test/support/build-collaboration.ts';
import { buildDecision } from '../../../../test/support/build-decisions.ts';
import { buildAssessment, buildPeriod } from '../../../../test/support/build-followup.ts';
import { buildIndicatorValue } from '../../../../test/support/build-indicators.ts';
import { buildMatter } from '../../../../test/support/build-matters.ts';
import { buildAgendaItem, buildMeeting } from '../../../../test/support/build-meetings.ts';
import {
  buildNationalReport,
  buildPublishedForm,
  counted,
  told,
} from '../../../../test/support/build-national-report.ts';
import { buildBody } from '../../../../test/support/build-organisation.ts';
import { buildProject } from '../../../../test/support/build-projects.ts';
import { countQueries } from '../../../../test/support/count-queries.ts';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { problemKeys, runVerbs } from '../../../../test/support/run-verbs.ts';
import type { Id } from '../../../kernel/id.ts';
import { createTenant } from '../../../storage/tenant.ts';
import { writeAssessment } from '../../assessments/index.ts';
import { linkAssignments } from '../../assignments/index.ts';
import { questionsOf } from '../../forms/index.ts';
import { changeMatter, getMatter } from '../../matters/index.ts';
import {
  aidsFor,
  choosePassage,
  getNationalReport,
  getReturnToSend,
  keepSources,
  type SourceKey,
  sayMethod,
  settleWarning,
  takeDraft,
  unsettledWarnings,
  unsettleWarning,
} from '../index.ts';

let t: TestDatabase;
let board: Id<'body'>;
let formVersionId: Id<'formVersion'>;
before(async () => {
  t = await openTestDatabase();
  board = await buildBody(t, { name: 'Vårdnämnden' });
  ({ formVersionId } = await buildPublishedForm(t, boundForm));
});
after(() => t.close());
const { read, write } = (() => {
  const of = () => runVerbs(t, 'return.edit');
  return {
    read: ((run) => of().read(run)) as ReturnType<typeof of>['read'],
    write: ((run, action) => of().write(run, action)) as ReturnType<typeof of>['write'],
  };
})();

let year = 1998;
/** A return of a year of its own, so that tests do not meet. */
async function scene(answers = {}) {
  year += 3;
  const reportId = await buildNationalReport(t, { formVersionId, bodyId: board, year, answers });
  const report = () => read((r) => getNationalReport(r, reportId));
  const aid = async (code: string) =>
    (await read(async (r) => aidsFor(r, await getNationalReport(r, reportId)))).get(code)!;
  const keep = (code: string, ...sources: readonly SourceKey[]) =>
    write((w) => keepSources(w, { reportId, question: code, sources, state: 'kept' }));
  const take = async (code: string, value: boolean, ...passages: readonly SourceKey[]) => {
    const expectedVersion = (await report()).response.answers[code]?.version ?? 0;
    return write((w) => takeDraft(w, { reportId, question: code, expectedVersion, value, passages }));
  };
  return { year, reportId, report, aid, keep, take };
}

/** An assignment of a year with what was said of it at the interim report. */
async function toldAssignment(ofYear: number, text = 'Uppdraget har startat och bedöms vara klart vid årets slut.') {
  const id = await buildAssignment(t, {
    year: ofYear,
    number: 1,
    text: 'Att utveckla digitala besök.',
    givenByBodyId: board,
  });
  const periodId = await buildPeriod(t, ofYear);
  await buildAssessment(t, { assignmentId: id, periodId, text });
  return { id, periodId, source: { kind: 'assignment', ref: id } as const };
}

test('records of the year are proposed by the words of the form, kept, drafted with their evidence and taken over', async () => {
  const { year: own, aid, keep, take, report } = await scene();
  const { id, source } = await toldAssignment(own);
  await buildAssignment(t, { year: own - 1, number: 1, text: 'Att utveckla digitala möten.', givenByBodyId: board });
  const proposed = (await aid('1')).proposed;
  assert.deepEqual(
    proposed.map((one) => [one.kind, one.ref, one.because]),
    [['assignment', id, { kind: 'word', word: 'digitala' }]],
    'another year is not proposed',
  );
  assert.equal((await aid('1')).draft, null, 'nothing is drafted from what nobody has kept');
  await keep('1', source);
  const { draft, bound } = await aid('1');
  assert.equal(bound.length, 1);
  assert.match(
    draft!.passages[0]!.text,
    /^Om uppdrag 1, ”.*digitala besök.*”, sägs i delårsrapport \d+: ”Uppdraget har startat/u,
  );
  assert.deepEqual(
    draft!.passages[0]!.evidence.map(({ noun }) => noun),
    ['assignment', 'assessment'],
  );
  assert.equal((await report()).response.answers['1'], undefined, 'a draft is no answer');
  await take('1', false, source);
  const answer = (await report()).response.answers['1']!;
  assert.deepEqual([answer.value, answer.origin], [{ kind: 'text', text: draft!.passages[0]!.text }, 'drafted']);
  assert.equal((await aid('1')).passages[0]!.state, 'current');
  await assert.rejects(take('1', false), { code: 'returns.nothingToTake' });
});

test('a yes is suggested with the decision it rests on, and nobody is made to say yes', async () => {
  const { year: own, aid, keep, take, report } = await scene();
  const id = await buildDecision(t, {
    bodyId: board,
    title: 'Färdplan för nära vård',
    decidedOn: `${own}-06-12`,
    state: 'made',
  });
  const agreement = await buildAgreement(t, {
    name: 'Färdplan med kommunerna',
    from: `${own}-01-01`,
    openEnded: true,
    decided: true,
  });
  const source = { kind: 'decision', ref: id } as const;
  const seen = (await aid('2')).proposed.map(({ ref }) => ref);
  assert.deepEqual(new Set(seen), new Set([id, agreement]));
  await keep('2', source);
  const { draft } = await aid('2');
  assert.deepEqual(draft!.suggested!.value, { kind: 'choice', option: 'yes', specify: null });
  assert.match(draft!.suggested!.because, /^Färdplan för nära vård beslutades av vårdnämnden den 12 juni/u);
  await take('2', false, source);
  const first = (await report()).response.answers['2']!;
  assert.deepEqual(first.value, { kind: 'choice', option: null, specify: null }, 'the passage alone answers nothing');
  assert.match(first.comment!, /^Färdplan/u);
  await take('2', true, source);
  const second = (await report()).response.answers['2']!;
  assert.equal((second.value as { option: string }).option, 'yes');
  assert.equal(second.comment, first.comment, 'what stands there is not written twice');
});

test('a number comes from its series; another one, and a source that changes, are remarked on until settled', async () => {
  const { year: own, aid, keep, take, report, reportId } = await scene();
  const name = 'digitala besök';
  const { indicatorId } = await buildIndicatorValue(t, { name, value: 47_254, asOf: String(own) });
  const source = { kind: 'indicator', ref: indicatorId } as const;
  await keep('3', source);
  await take('3', true);
  assert.deepEqual((await report()).response.answers['3']!.value, {
    kind: 'number',
    number: 47_254,
    cannotState: false,
  });
  assert.deepEqual((await aid('3')).warnings, []);
  const { id, periodId, source: assignment } = await toldAssignment(own);
  await keep('1', assignment);
  await take('1', false, assignment);
  await write(
    (w) => writeAssessment(w, { assignmentId: id, periodId, text: 'Uppdraget är pausat.', expectedVersion: 1 }),
    'assessment.write',
  );
  const [remark] = (await aid('1')).warnings;
  assert.equal(remark?.kind, 'sourceChanged');
  const key = remark!.key;
  await assert.rejects(
    write((w) => settleWarning(w, { reportId, question: '1', key, reason: ' ' })),
    problemKeys('validation.required'),
  );
  await write((w) => settleWarning(w, { reportId, question: '1', key, reason: 'Delårsrapporten är redan beslutad.' }));
  assert.equal((await aid('1')).warnings[0]!.settled?.reason, 'Delårsrapporten är redan beslutad.');
  const unsettled = async () =>
    unsettledWarnings(await read(async (r) => aidsFor(r, await getNationalReport(r, reportId))));
  assert.deepEqual(await unsettled(), []);
  await write((w) => unsettleWarning(w, { reportId, question: '1', key }));
  assert.equal((await unsettled()).length, 1);
  const expectedVersion = (await report()).response.answers['1']!.version;
  const choose = (choice: 'keep' | 'refresh', reason = '') =>
    write((w) => choosePassage(w, { reportId, question: '1', source: assignment, choice, reason, expectedVersion }));
  await assert.rejects(choose('keep'), problemKeys('validation.required'));
  await choose('keep', 'Så var det vid delåret.');
  assert.deepEqual([(await aid('1')).passages[0]!.state, await unsettled()], ['kept', []]);
  await choose('refresh');
  assert.match(((await report()).response.answers['1']!.value as { text: string }).text, /”Uppdraget är pausat\.”$/u);
  assert.equal((await aid('1')).passages[0]!.state, 'current');
});

test('last year stands beside: its answer, the difference, and the successors of what it rested on', async () => {
  const first = await scene({ '1': told('Vi har utvecklat digitala besök.'), '3': counted(19_855) });
  const before = await toldAssignment(first.year);
  await first.keep('1', before.source);
  const reportId = await buildNationalReport(t, {
    formVersionId,
    bodyId: board,
    year: first.year + 1,
    answers: { '1': told('Vi har byggt ut digitala besök.'), '3': counted(47_254) },
  });
  const aids = () => read(async (r) => aidsFor(r, await getNationalReport(r, reportId)));
  const successor = await buildAssignment(t, {
    year: first.year + 1,
    number: 9,
    text: 'Att gå vidare.',
    givenByBodyId: board,
  });
  await write(
    (w) => linkAssignments(w, { fromId: successor, toId: before.id, kind: 'predecessor' }),
    'assignment.edit',
  );
  const now = await aids();
  const { lastYear, proposed } = now.get('1')!;
  assert.equal(lastYear!.year, first.year);
  assert.deepEqual(
    lastYear!.changes!.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => [kind, text]),
    [
      ['removed', 'utvecklat'],
      ['added', 'byggt ut'],
    ],
  );
  assert.deepEqual(
    proposed.filter(({ ref }) => ref === successor).map(({ because }) => because),
    [{ kind: 'successor', year: first.year }],
  );
  assert.deepEqual(now.get('3')!.lastYear!.number, { before: 19_855, now: 47_254, difference: 27_399, percent: 138 });
  assert.deepEqual(now.get('3')!.method, { year: first.year, said: null });
  assert.ok(now.get('3')!.warnings.some(({ kind, severity }) => kind === 'methodUnsaid' && severity === 'note'));
  const say = (note: string, unchanged: boolean) =>
    write((w) =>
      sayMethod(w, { reportId, question: '3', since: first.year, unchanged, note, tell: true, expectedVersion: 1 }),
    );
  await assert.rejects(say('', false), problemKeys('validation.required'));
  await say('', true);
  const after = await read((r) => getNationalReport(r, reportId));
  assert.equal(after.response.answers['3']!.comment, `Uppgiften är framtagen på samma sätt som ${first.year}.`);
  assert.equal(
    (await aids()).get('3')!.warnings.some(({ kind }) => kind === 'methodUnsaid'),
    false,
  );
});

test('a fact is told once and quoted: the quotation lives, shows where it stands, and never quotes itself', async () => {
  const { aid, keep, take, report, reportId } = await scene({ '1': told('Två mobila team har startat.') });
  const source = { kind: 'question', ref: '1' } as const;
  assert.deepEqual(
    (await aid('4')).proposed.map(({ kind, ref }) => `${kind} ${ref}`),
    ['question 1'],
  );
  await keep('4', source);
  await take('4', false, source);
  const quoted = 'Svaret på fråga 1: ”Två mobila team har startat.”';
  assert.deepEqual((await report()).response.answers['4']!.value, { kind: 'text', text: quoted });
  assert.deepEqual((await aid('1')).quotedIn, ['4']);
  await assert.rejects(
    write((w) => keepSources(w, { reportId, question: '1', sources: [{ kind: 'question', ref: '4' }], state: 'kept' })),
    problemKeys('returns.quotesItself'),
  );
});

test('a project is proposed by what it is called and the phase it is in, and drafts how it stands', async () => {
  const { aid, keep } = await scene();
  const ref = await buildProject(t, { name: 'Mobilt provteam', phase: 'pilot' });
  const source = { kind: 'project', ref } as const;
  assert.deepEqual(
    (await aid('2')).proposed.filter(({ kind }) => kind === 'project').map((one) => one.ref),
    [ref],
  );
  await keep('2', source);
  const { draft } = await aid('2');
  assert.deepEqual(
    draft?.passages.map(({ kind, text }) => [kind, text]),
    [['project', 'Projektet ”Mobilt provteam” bedrivs som pilot.']],
  );
});

test('what somebody has seen and left is not proposed again', async () => {
  const { year: own, aid, reportId } = await scene();
  const { source } = await toldAssignment(own);
  assert.equal((await aid('1')).proposed.length, 1);
  await write((w) => keepSources(w, { reportId, question: '1', sources: [source], state: 'removed' }));
  assert.deepEqual([(await aid('1')).proposed, (await aid('1')).bound], [[], []]);
});

test('the aids of a form are read in as many queries for many questions and records as for few', async () => {
  const counter = countQueries(t.db);
  const asked = async (reportId: Id<'nationalReport'>): Promise<number> =>
    read(async (r) => {
      const report = await getNationalReport(r, reportId);
      counter.start();
      await aidsFor(r, report);
      return counter.asked().length;
    });
  const small = await scene();
  const one = await toldAssignment(small.year);
  await small.keep('1', one.source);
  const few = await asked(small.reportId);
  for (let number = 2; number < 8; number += 1) {
    const id = await buildAssignment(t, {
      year: small.year,
      number,
      text: `Att öka digitala besök ${number}.`,
      givenByBodyId: board,
    });
    await small.keep('1', { kind: 'assignment', ref: id });
  }
  assert.equal(await asked(small.reportId), few);
  assert.ok(questionsOf(boundForm).length > 3);
});

test('property: nothing of a matter that is not open, nor of another authority, stands in any aid', async () => {
  const { year: own, reportId, keep, take, aid } = await scene();
  const meetingId = await buildMeeting(t, { bodyId: board, heldOn: `${own}-02-02`, alreadyHeld: true });
  const matters: Id<'matter'>[] = [];
  const sources: SourceKey[] = [];
  for (const index of [0, 1, 2]) {
    const matterId = await buildMatter(t, { publicTitle: `Ärende ${index}` });
    const itemId = await buildAgendaItem(t, { meetingId, title: `Punkt ${index}`, matterId });
    const id = await buildDecision(t, { agendaItemId: itemId, title: `Färdplan ord${index}x`, state: 'made' });
    matters.push(matterId);
    sources.push({ kind: 'decision', ref: id });
  }
  await keep('2', sources[0]!, sources[1]!);
  const mark = (matterId: Id<'matter'>, secret: boolean) =>
    write(async (w) => {
      const { version, publicTitle } = await getMatter(w, matterId);
      const level = secret
        ? ({ secrecyLevel: 'secret', legalGround: 'OSL 25 kap. 1 §' } as const)
        : ({ secrecyLevel: 'open' } as const);
      await changeMatter(w, { matterId, expectedVersion: version, publicTitle, ...level });
    }, 'matter.edit');
  let hidden = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), async (secret) => {
      for (const [index, matterId] of matters.entries()) await mark(matterId, secret[index]!);
      const seen = JSON.stringify(await aid('2'));
      const used = new Set((await aid('2')).bound.map(({ ref }) => ref));
      const left = JSON.stringify((await read((r) => getReturnToSend(r, reportId))).data);
      for (const [index, isSecret] of secret.entries()) {
        assert.equal(seen.includes(`ord${index}x`), !isSecret, `the decision of matter ${index}`);
        const leaves = !isSecret && used.has(sources[index]!.ref);
        assert.equal(left.includes(sources[index]!.ref), leaves, `what leaves the house of matter ${index}`);
        if (isSecret) hidden += 1;
      }
    }),
    { numRuns: 8, examples: [[[true, false, true]], [[false, false, false]]] },
  );
  assert.ok(hidden > 0, 'control: something was secret');
  await mark(matters[0]!, false);
  await take('2', false, sources[0]!);
  await mark(matters[0]!, true);
  assert.ok(
    (await aid('2')).warnings.some(({ kind }) => kind === 'sourceSecret'),
    'what was taken earlier is told of',
  );
  await assert.rejects(keep('2', sources[0]!), problemKeys('returns.sourceUnknown'));

  const elsewhere = { ...t, tenantId: await createTenant(t.db, { name: 'Region Annanstans', slug: 'annanstans' }) };
  const theirs = await buildBody(elsewhere, { name: 'Nämnden där borta' });
  const other = await buildDecision(elsewhere, {
    bodyId: theirs,
    title: 'Färdplan där borta',
    decidedOn: `${own}-05-05`,
    state: 'made',
  });
  assert.equal(JSON.stringify(await aid('2')).includes('där borta'), false);
  await assert.rejects(
    write((w) =>
      keepSources(w, { reportId, question: '2', sources: [{ kind: 'decision', ref: other }], state: 'kept' }),
    ),
    problemKeys('returns.sourceUnknown'),
  );
});
