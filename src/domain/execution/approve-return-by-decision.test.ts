import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { buildDecision } from '../../../test/support/build-decisions.ts';
import { buildMeeting } from '../../../test/support/build-meetings.ts';
import { buildHearing } from '../../../test/support/build-proceedings.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { buildAnsweredReturn, smallAnswers } from '../../../test/support/return-scenes.ts';
import { problemKeys, runVerbs } from '../../../test/support/run-verbs.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import type { Action } from '../access/index.ts';
import { getDecision } from '../decisions/index.ts';
import { decideItem } from '../proceedings/index.ts';
import {
  addRemark,
  answerInReport,
  approveNationalReport,
  getNationalReport,
  getReturnToSend,
  keepSources,
  markReportReady,
  markSectionReady,
  noteReceipt,
  reopenSection,
  returnHash,
  sendInReport,
  sendToReview,
  takeBackToAnswering,
} from '../returns/index.ts';
import { carryOutLoop, linkReturnToDecision, loopOnMaking, putReturnOnAgenda, returnItemOf } from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write, as } = runVerbs(t, 'meeting.conduct');
const current = (id: Id<'nationalReport'>) => read((r) => getNationalReport(r, id));

let serial = 0;
/** An item that runs, whose proposal approves a return of the body. */
async function returnInItem(upTo: 'answering' | 'review' | 'ready' = 'ready') {
  serial += 1;
  const hearing = await buildHearing(t, { clauses: ['att godkänna redovisningen och lämna in den'] });
  const decisionId = hearing.decisionId!;
  const bodyId = (await read((r) => getDecision(r, decisionId))).body.id;
  const reportId = await buildAnsweredReturn(t, { bodyId, title: `Läsande län ${serial}`, upTo });
  await write((w) => linkReturnToDecision(w, { decisionId, reportId }));
  /** What the screen of the meeting does when the secretary presses "Bifall". */
  const decide = () =>
    write(async (w) => {
      const { decisionIds } = await decideItem(w, { itemId: hearing.itemId, expectedVersion: 0, outcome: 'decided' });
      return await carryOutLoop(w, { decisionIds, publicUrl: 'https://kansli.example' });
    });
  return { ...hearing, decisionId, bodyId, reportId, decide };
}

test('making a decision approves and freezes the return in the same act, and says so before', async () => {
  const { decisionId, reportId, decide } = await returnInItem();
  const [effect] = await read(async (r) => loopOnMaking(r, [await getDecision(r, decisionId)]));
  assert.match(effect?.sentence.sv ?? '', /^Beslutet godkänner och fryser redovisningen ”Läsande län \d+”\./u);
  assert.deepEqual(effect?.obstacles, []);
  assert.deepEqual(await decide(), { given: [], decided: [], approved: [reportId], left: [] });
  const { report, approval, frozen, data, tree } = await read((r) => getReturnToSend(r, reportId));
  assert.equal(report.state, 'approved');
  assert.equal(approval?.decisionId, decisionId);
  assert.ok(report.response.frozenAt);
  assert.equal(frozen?.hash, returnHash(tree, data));
  assert.deepEqual(
    data.questions.map(({ code, answered }) => [code, answered]),
    [
      ['1', true],
      ['2', true],
    ],
  );
  assert.ok(!JSON.stringify([data, tree]).includes('Åtta filialer'), 'a hidden answer reached the export');
  assert.deepEqual(await read((r) => loopOnMaking(r, [{ id: decisionId, assignments: [] }])), []);
});

test('what the answers rest on is frozen with them: numbered notes with addresses, the same in the data', async () => {
  const { reportId, decisionId, bodyId, decide } = await returnInItem('answering');
  const proof = await buildDecision(t, { bodyId, title: 'Biblioteksplanen', decidedOn: '2026-01-20', state: 'made' });
  await write(async (w) => {
    const sources = [{ kind: 'decision', ref: proof }] as const;
    // The answer to 1 a is hidden: what it rests on stays in the house with it.
    for (const question of ['1', '1a', '2']) await keepSources(w, { reportId, question, sources, state: 'kept' });
    for (const { id: sectionId, version } of (await getNationalReport(w, reportId)).sections)
      await markSectionReady(w, { reportId, sectionId, expectedVersion: version });
    const version = async () => (await getNationalReport(w, reportId)).version;
    await sendToReview(w, { reportId, expectedVersion: await version() });
    await markReportReady(w, { reportId, expectedVersion: await version() });
  }, 'return.edit');
  await decide();
  const { frozen, approval } = await read((r) => getReturnToSend(r, reportId));
  assert.equal(approval?.decisionId, decisionId);
  assert.deepEqual(
    frozen!.data.questions.map(({ code, evidence }) => [code, evidence.map(({ address }) => address)]),
    [
      ['1', [`https://kansli.example/beslut/${proof}`]],
      ['2', [`https://kansli.example/beslut/${proof}`]],
    ],
  );
  const [note, ...others] = frozen!.tree.notes ?? [];
  assert.deepEqual(others, [], 'one source has one number');
  const label = frozen!.data.questions[0]!.evidence[0]!.text;
  assert.deepEqual(note, {
    number: 1,
    content: [{ kind: 'link', href: `https://kansli.example/beslut/${proof}`, text: label }],
  });
});

test('a return that is not ready is left and said; the decision stands, and carries it out later', async () => {
  const { decisionId, reportId, decide } = await returnInItem('review');
  const { left, approved } = await decide();
  assert.deepEqual([approved, left.map(({ key }) => key)], [[], ['execution.returnNotReady']]);
  assert.equal((await current(reportId)).state, 'review');
  await write(
    async (w) => markReportReady(w, { reportId, expectedVersion: (await getNationalReport(w, reportId)).version }),
    'return.edit',
  );
  const later = () => write((w) => carryOutLoop(w, { decisionIds: [decisionId] }), 'decision.record');
  assert.deepEqual((await later()).approved, [reportId]);
  assert.deepEqual(
    await read((r) => loopOnMaking(r, [{ id: decisionId, assignments: [] }])),
    [],
    'nothing is left to do',
  );
});

test('a return is approved only by a made decision of its own body, and by who may', async () => {
  const { decisionId, reportId, bodyId, decide } = await returnInItem('ready');
  const { version } = await current(reportId);
  const approve = { reportId, expectedVersion: version, decisionId };
  await assert.rejects(
    write((w) => approveNationalReport(w, approve)),
    { code: 'return.noDecision' },
  );
  const other = await returnInItem('ready');
  await other.decide();
  await assert.rejects(
    write((w) => approveNationalReport(w, { ...approve, decisionId: other.decisionId })),
    { code: 'return.noDecision' },
  );
  await assert.rejects(
    write((w) => linkReturnToDecision(w, { decisionId, reportId: other.reportId })),
    problemKeys('execution.returnOfOther', 'execution.returnFrozen'),
  );
  await assert.rejects(
    as('committeeSecretary', other.bodyId, 'meeting.edit', (w) => linkReturnToDecision(w, { decisionId, reportId })),
    { code: 'access.denied' },
  );
  await decide();
  assert.equal((await current(reportId)).body.id, bodyId);
});

test('a ready return is put on an agenda once, with the proposal that approves it; back from review it waits', async () => {
  const { bodyId } = await returnInItem('answering');
  const reportId = await buildAnsweredReturn(t, { bodyId, title: 'Till dagordningen' });
  const meetingId = await buildMeeting(t, { bodyId, heldOn: '2027-01-20' });
  const put = () => write((w) => putReturnOnAgenda(w, { reportId, meetingId }), 'meeting.edit');
  const itemId = await put();
  assert.deepEqual(await read((r) => returnItemOf(r, reportId)), { itemId, meetingId, heldOn: '2027-01-20' });
  await assert.rejects(put(), problemKeys('report.onAgendaAlready'));
  await write(
    async (w) => takeBackToAnswering(w, { reportId, expectedVersion: (await getNationalReport(w, reportId)).version }),
    'return.edit',
  );
  await assert.rejects(put(), { code: 'return.notReady' });
});

test('an approved return is sent in once, and its receipt noted once', async () => {
  const { reportId, decide } = await returnInItem();
  const sendIn = (input: { on?: string; to?: string } = {}) =>
    write(
      async (w) =>
        sendInReport(w, {
          reportId,
          expectedVersion: (await getNationalReport(w, reportId)).version,
          on: t.runtime.today(),
          to: 'Biblioteksmyndighetens brevlåda',
          receiptNumber: null,
          ...input,
        }),
      'return.edit',
    );
  await assert.rejects(sendIn(), { code: 'record.wrongState' });
  await decide();
  await assert.rejects(
    sendIn({ on: '2020-01-01', to: ' ' }),
    problemKeys('validation.required', 'returns.sentOutside'),
  );
  await sendIn();
  await assert.rejects(sendIn(), { code: 'record.wrongState' });
  const receipt = (receiptNumber: string) =>
    write(
      async (w) =>
        noteReceipt(w, { reportId, expectedVersion: (await getNationalReport(w, reportId)).version, receiptNumber }),
      'return.edit',
    );
  await receipt(' 2026-117 ');
  await assert.rejects(receipt('2026-118'), problemKeys('returns.receiptThere'));
  const { sent, report } = await read((r) => getReturnToSend(r, reportId));
  assert.deepEqual(
    [report.state, sent?.on, sent?.to, sent?.receiptNumber],
    ['sentIn', t.runtime.today(), 'Biblioteksmyndighetens brevlåda', '2026-117'],
  );
});

/** All that a return is in the database. */
async function rowsOf(reportId: string) {
  return await read(async (r) => {
    const report = await r.db
      .selectFrom('national_report')
      .selectAll()
      .where('id', '=', reportId)
      .executeTakeFirstOrThrow();
    const { version, state, sent_on, sent_by, sent_to, receipt_number, ...kept } = report;
    const responseId = report.form_response_id;
    return {
      kept,
      response: await r.db.selectFrom('form_response').selectAll().where('id', '=', responseId).execute(),
      answers: await r.db
        .selectFrom('form_response_answer')
        .selectAll()
        .where('form_response_id', '=', responseId)
        .orderBy('question_code')
        .execute(),
      attachments: await r.db
        .selectFrom('national_report_attachment')
        .selectAll()
        .where('report_id', '=', reportId)
        .execute(),
    };
  });
}

test('no verb, in whatever order, changes what was approved', async () => {
  const { reportId, decisionId, decide } = await returnInItem();
  const verbs: Readonly<Record<string, () => Promise<unknown>>> = {};
  const verb = <A extends Action>(
    name: string,
    action: A,
    run: (w: Writer<A>, version: number) => Promise<unknown>,
  ) => {
    Object.assign(verbs, {
      [name]: () => write(async (w) => run(w, (await getNationalReport(w, reportId)).version), action),
    });
  };
  const answer = smallAnswers['2']!;
  const key = { reportId, question: '2' };
  verb('answer', 'return.edit', async (w) => {
    const { response } = await getNationalReport(w, reportId);
    const expectedVersion = response.answers['2']?.version ?? 0;
    await answerInReport(w, { ...key, answer, origin: 'written', expectedVersion });
  });
  verb('approve', 'meeting.conduct', (w, expectedVersion) =>
    approveNationalReport(w, { reportId, expectedVersion, decisionId }),
  );
  verb('takeBack', 'return.edit', (w, expectedVersion) => takeBackToAnswering(w, { reportId, expectedVersion }));
  verb('sendToReview', 'return.edit', (w, expectedVersion) => sendToReview(w, { reportId, expectedVersion }));
  verb('markReady', 'return.edit', (w, expectedVersion) => markReportReady(w, { reportId, expectedVersion }));
  verb('reopenSection', 'return.edit', async (w) => {
    const section = (await getNationalReport(w, reportId)).sections[0]!;
    await reopenSection(w, { reportId, sectionId: section.id, expectedVersion: section.version });
  });
  verb('remark', 'return.edit', (w) => addRemark(w, { ...key, text: 'Stämmer det?' }));
  verb('sendIn', 'return.edit', (w, expectedVersion) =>
    sendInReport(w, { reportId, expectedVersion, on: t.runtime.today(), to: 'Myndigheten', receiptNumber: null }),
  );
  verb('receipt', 'return.edit', (w, expectedVersion) =>
    noteReceipt(w, { reportId, expectedVersion, receiptNumber: '7' }),
  );
  verb('carryOut', 'decision.record', async (w) => {
    await w.log({ noun: 'decision', recordId: decisionId, summary: 'tried again' });
    await carryOutLoop(w, { decisionIds: [decisionId] });
  });
  await decide();
  const before = await rowsOf(reportId);
  const names = fc.array(fc.constantFrom(...Object.keys(verbs)), { minLength: 4, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(names, async (course) => {
      for (const name of course)
        await verbs[name]!().catch((error: { code?: string }) => assert.ok(error.code, String(error)));
      assert.deepEqual(await rowsOf(reportId), before);
    }),
    { numRuns: 12 },
  );
  const { data, frozen } = await read((r) => getReturnToSend(r, reportId));
  assert.equal(returnHash(frozen!.tree, data), frozen!.hash);
});

test('the control: before it is approved, the same answer does change the rows', async () => {
  const { reportId } = await returnInItem('answering');
  const before = await rowsOf(reportId);
  const answer = { value: { kind: 'number', number: 3, cannotState: false }, comment: null } as const;
  await write(
    (w) => answerInReport(w, { reportId, question: '2', answer, origin: 'written', expectedVersion: 1 }),
    'return.edit',
  );
  assert.notDeepEqual(await rowsOf(reportId), before);
});

test('what the verbs keep, the database keeps too', async () => {
  const { reportId, decide } = await returnInItem();
  await decide();
  const { responseId } = await current(reportId);
  const sneaks: readonly ((w: Writer) => Promise<unknown>)[] = [
    (w) => w.db.updateTable('national_report').set({ frozen_data: '{}' }).where('id', '=', reportId).execute(),
    (w) => w.db.updateTable('national_report').set({ title: 'Annan' }).where('id', '=', reportId).execute(),
    (w) => w.db.updateTable('national_report').set({ frozen_hash: null }).where('id', '=', reportId).execute(),
    (w) => w.db.deleteFrom('national_report').where('id', '=', reportId).execute(),
    (w) => w.db.updateTable('form_response').set({ frozen_at: null }).where('id', '=', responseId).execute(),
    (w) =>
      w.db
        .updateTable('form_response_answer')
        .set({ comment: 'x' })
        .where('form_response_id', '=', responseId)
        .execute(),
    (w) => w.db.deleteFrom('form_response_answer').where('form_response_id', '=', responseId).execute(),
  ];
  for (const sneak of sneaks) await assert.rejects(write(sneak as (w: Writer<'meeting.conduct'>) => Promise<unknown>));
});
