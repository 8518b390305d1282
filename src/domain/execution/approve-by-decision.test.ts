import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildAssignment } from '../../../test/support/build-assignments.ts';
import { buildReportLink } from '../../../test/support/build-execution.ts';
import { buildReport } from '../../../test/support/build-followup.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { buildHearing } from '../../../test/support/build-proceedings.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { type Action, authorize, operatorOf } from '../access/index.ts';
import { getDecision } from '../decisions/index.ts';
import { decideItem } from '../proceedings/index.ts';
import { editEntry, editReportTexts, getReport, markReady } from '../reports/index.ts';
import { carryOut, effectsOnMaking } from './index.ts';

let t: TestDatabase;
let board: Id<'body'>;
before(async () => {
  t = await openTestDatabase();
  board = await buildBody(t, { name: 'Regionstyrelsen' });
});
after(() => t.close());

const write = <T, A extends Action>(action: A, run: (w: Writer<A>) => Promise<T>): Promise<T> =>
  t.db.transact(authorize(operatorOf(t.tenantId), action), { verb: 'prov' }, run as (w: Writer) => Promise<T>);
const read = <T>(run: (r: Reader) => Promise<T>) => t.db.read(authorize(operatorOf(t.tenantId), 'record.read'), run);
const linkTo = ({ noun, id }: { noun: string; id: string }) => `https://kansli.example/${noun}/${id}`;

/** An item that runs, whose proposal approves a report-back of the body. */
async function reportInItem(to: Id<'body'> | null) {
  const hearing = await buildHearing(t, { clauses: ['att godkänna återrapporteringen och överlämna den'] });
  const decisionId = hearing.decisionId!;
  const bodyId = (await read((r) => getDecision(r, decisionId))).body.id;
  const parties = [{ bodyId, role: 'performer' as const }];
  await buildAssignment(t, { year: 2026, givenByBodyId: board, parties });
  const reportId = await buildReport(t, { bodyId, year: 2026, toBodyId: to });
  await buildReportLink(t, { decisionId, reportId });
  const ready = async () => {
    const { version } = await read((r) => getReport(r, reportId));
    await write('report.edit', (w) => markReady(w, { reportId, expectedVersion: version }));
  };
  /** What the screen of the meeting does when the secretary presses "Bifall". */
  const decide = () =>
    write('meeting.conduct', async (w) => {
      const { decisionIds } = await decideItem(w, { itemId: hearing.itemId, expectedVersion: 0, outcome: 'decided' });
      return await carryOut(w, { decisionIds, linkTo });
    });
  return { decisionId, reportId, ready, decide };
}

test('making a decision approves, freezes and delivers the report-back in the same act, and says so before', async () => {
  const to = await buildBody(t, { name: 'Regionfullmäktige' });
  const { decisionId, reportId, ready, decide } = await reportInItem(to);
  await ready();
  const [effect] = await read((r) => effectsOnMaking(r, decisionId, '2026-11-22'));
  assert.match(
    effect?.sentence.sv ?? '',
    /^Beslutet godkänner och fryser återrapporteringen ”.+” och lämnar den till Regionfullmäktige\.$/,
  );
  assert.deepEqual(effect?.obstacles, []);
  const { approved, delivered, left } = await decide();
  assert.deepEqual([approved.length, delivered.length, left.length], [1, 1, 0]);
  const report = await read((r) => getReport(r, reportId));
  assert.equal(report.state, 'delivered');
  assert.equal(report.approval?.decisionId, decisionId);
  assert.ok(report.frozen?.hash);
  assert.deepEqual(await read((r) => effectsOnMaking(r, decisionId, '2026-11-22')), [], 'nothing is left to do');
  const again = await write('meeting.conduct', (w) => carryOut(w, { decisionIds: [decisionId], linkTo }));
  assert.deepEqual(again.approved, [], 'doing it twice does it once');
});

test('a draft is not frozen by the decision: the decision stands, and what is left is said', async () => {
  const { decisionId, reportId, ready, decide } = await reportInItem(null);
  const [effect] = await read((r) => effectsOnMaking(r, decisionId, '2026-11-22'));
  assert.deepEqual(
    effect?.obstacles.map(({ key }) => key),
    ['execution.reportDraft', 'report.noReceiver'],
  );
  assert.deepEqual((await decide()).approved, []);
  assert.equal((await read((r) => getDecision(r, decisionId))).state, 'made');
  await ready();
  const late = await write('decision.record', (w) => carryOut(w, { decisionIds: [decisionId], linkTo }));
  assert.deepEqual([late.approved.length, late.delivered.length], [1, 0]);
  assert.equal(
    (await read((r) => getReport(r, reportId))).state,
    'approved',
    'without a receiver it is frozen and not delivered',
  );
});

test('what nobody settled is told before the decision and put on record as seen by it; every receiver is named', async () => {
  const to = await buildBody(t, { name: 'Länets fullmäktige' });
  const auditors = await buildBody(t, { name: 'Revisorerna' });
  const { decisionId, reportId, ready, decide } = await reportInItem(null);
  const { version, entries } = await read((r) => getReport(r, reportId));
  await write('report.edit', (w) =>
    editReportTexts(w, {
      reportId,
      expectedVersion: version,
      receivers: [
        { bodyId: to, purpose: 'treatment' },
        { bodyId: board, purpose: 'treatment' },
        { bodyId: auditors, purpose: 'information' },
      ],
    }),
  );
  const [entry] = entries;
  const answer = 'Mottagningen har öppnat. Patienterna är nöjda.';
  await write('report.edit', (w) => editEntry(w, { entryId: entry!.id, expectedVersion: entry!.version, answer }));
  await ready();
  const [effect] = await read((r) => effectsOnMaking(r, decisionId, '2026-11-22'));
  assert.match(
    effect?.sentence.sv ?? '',
    /och lämnar den till Länets fullmäktige, Regionstyrelsen och Revisorerna \(för kännedom\)\.$/,
  );
  assert.match(effect?.sentence.en ?? '', /Revisorerna \(for information\)\.$/);
  assert.deepEqual(effect?.remarks.map(({ kind }) => kind).sort(), ['unsupported', 'unsupported']);
  assert.equal((await decide()).approved.length, 1, 'remarks do not block: the body answers for its words');
  const seen = await seenRemarks(reportId);
  assert.deepEqual(
    seen.map((one) => one.map(({ claim }) => claim?.text).sort()),
    [effect?.remarks.map(({ claim }) => claim?.text).sort()],
  );
});

test('an approval without remarks puts none on record', async () => {
  const { reportId, ready, decide } = await reportInItem(board);
  await ready();
  await decide();
  assert.deepEqual(await seenRemarks(reportId), []);
});

/** The remarks that were on record as seen, once for each approval. */
const seenRemarks = (reportId: Id<'report'>) =>
  read(async (r) => {
    const rows = await r.db.selectFrom('remarks_seen').select('remarks').where('report_id', '=', reportId).execute();
    return rows.map(({ remarks }) => remarks as readonly { readonly claim: { readonly text: string } | null }[]);
  });
