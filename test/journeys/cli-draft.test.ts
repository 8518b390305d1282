import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { authorize, operatorOf } from '../../src/domain/access/index.ts';
import { confirmAll } from '../../src/domain/intake/index.ts';
import { findBodyByName } from '../../src/domain/organisation/index.ts';
import { draftAnswer, findReportFor, gatherFacts, reportedAssignments } from '../../src/domain/reports/index.ts';
import { buildIntakeFile } from '../support/build-intake.ts';
import { openTestDatabase } from '../support/database.ts';
import { noSeeds, seedBytes } from '../support/seeds.ts';

describe('the report-back written again from the register', { skip: noSeeds }, () => {
  test('drafting from the facts alone gives the answer types and the days of the imported report', async () => {
    const database = await openTestDatabase();
    after(database.close);
    const operator = operatorOf(database.tenantId);
    const { fileId } = await buildIntakeFile(database, seedBytes('000'), 'rapport.txt');
    const { open } = await confirmAll(database.db, authorize(operator, 'intake.confirm'), { fileId });
    assert.deepEqual(
      // Names that look alike, and records of one subject, are for a person to decide on.
      open.filter((one) => !['bodyAlias', 'recordLink'].includes(one.proposal.type)),
      [],
    );
    await database.db.read(authorize(operator, 'record.read'), async (r) => {
      const body = (await findBodyByName(r, 'Beredning för nära vård'))!;
      const report = (await findReportFor(r, body.id, 2023))!;
      const assignments = await reportedAssignments(r, body.id, 2023);
      const gathered = await gatherFacts(r, body, 2023, '2023-12-31', assignments);
      const drafted = assignments.map(({ id, number }) => {
        const { facts } = gathered.get(id)!;
        const draft = draftAnswer(facts);
        const items = new Set(draft.sentences.flatMap((sentence) => sentence.evidence.map((one) => one.id)));
        const days = facts.occasions.filter((one) => items.has(one.itemId)).map((one) => one.date);
        return [number, draft.answerType, [...new Set(days)].sort()];
      });
      const imported = report.entries.map((entry) => [entry.assignment.number, entry.answerType, entry.meetings]);
      assert.deepEqual(drafted, imported);
      assert.equal(drafted.length, 23);
    });
  });
});
