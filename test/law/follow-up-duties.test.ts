import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ensurePeriod, writeAssessment } from '../../src/domain/assessments/index.ts';
import { getAssignment } from '../../src/domain/assignments/index.ts';
import { rulesOf } from '../../src/domain/organisation/index.ts';
import { getReport } from '../../src/domain/reports/index.ts';
import { readThread } from '../../src/domain/thread/index.ts';
import { buildAssignment } from '../support/build-assignments.ts';
import { buildReport } from '../support/build-followup.ts';
import { buildBody } from '../support/build-organisation.ts';
import { openTestDatabase } from '../support/database.ts';
import { runVerbs } from '../support/run-verbs.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write } = runVerbs(t, 'assessment.write');

test('R-KL-70: an assignment names who gave it and who is reported to, and the report-back goes there', async () => {
  const givenByBodyId = await buildBody(t, { kind: 'assembly' });
  const reportToBodyId = await buildBody(t, { kind: 'executiveBoard' });
  const bodyId = await buildBody(t);
  const id = await buildAssignment(t, {
    givenByBodyId,
    reportToBodyId,
    parties: [{ bodyId, role: 'performer' }],
  });
  const assignment = await read((r) => getAssignment(r, id));
  assert.deepEqual([assignment.givenByBodyId, assignment.reportToBodyId], [givenByBodyId, reportToBodyId]);
  const reportId = await buildReport(t, { bodyId });
  assert.equal((await read((r) => getReport(r, reportId))).to?.id, reportToBodyId);
});

test('R-KL-70: without another receiver it is reported to whoever gave it', async () => {
  const givenByBodyId = await buildBody(t, { kind: 'assembly' });
  const id = await buildAssignment(t, { givenByBodyId });
  assert.equal((await read((r) => getAssignment(r, id))).reportToBodyId, givenByBodyId);
});

test('R-KL-70 does not bind a beredning or an officials’ group to report to the assembly', () => {
  const binds = (kind: Parameters<typeof rulesOf>[0]) => rulesOf(kind, [], '2026-03-02').reportsToAssembly;
  assert.deepEqual([binds('committee'), binds('executiveBoard')], [true, true]);
  assert.deepEqual([binds('draftingCommittee'), binds('officialsGroup'), binds('assembly')], [false, false, false]);
});

test('R-KL-71: an assignment without goal, meeting or report shows each of them as missing', async () => {
  const id = await buildAssignment(t);
  const thread = await read((r) => readThread(r, id, '2026-03-02'));
  const gaps = thread.steps.flatMap((step) => (step.kind === 'gap' ? [step.gap] : []));
  assert.deepEqual(gaps.sort(), ['noGoal', 'noMeeting', 'noReport']);
});

test('R-KL-73: an interim period has its deadline, and what was once said of an assignment is never lost', async () => {
  const periodId = await write((w) => ensurePeriod(w, { year: 2025, kind: 'interim', endsOn: '2025-08-31' }));
  const assignmentId = await buildAssignment(t, { year: 2025 });
  const say = (text: string, expectedVersion?: number) =>
    write((w) =>
      writeAssessment(w, { assignmentId, periodId, text, ...(expectedVersion !== undefined && { expectedVersion }) }),
    );
  const id = await say('Uppdraget har startat.');
  await say('Uppdraget är klart.', 1);
  const [period, versions] = await t.db.read(t.auth('record.read'), async (r) => [
    await r.db.selectFrom('period').select('deadline').where('id', '=', periodId).executeTakeFirstOrThrow(),
    await r.db
      .selectFrom('assessment_version')
      .select('assessment_text')
      .where('assessment_id', '=', id)
      .orderBy('version')
      .execute(),
  ]);
  assert.equal(period.deadline, '2025-10-31');
  assert.deepEqual(
    versions.map((one) => one.assessment_text),
    ['Uppdraget har startat.', 'Uppdraget är klart.'],
  );
});
