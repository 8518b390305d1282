import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { buildAssignment } from '../../../test/support/build-assignments.ts';
import { buildIntakeFile } from '../../../test/support/build-intake.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { AppError } from '../../kernel/errors.ts';
import { authorize, operatorOf } from '../access/index.ts';
import { findAssignmentByRef } from '../assignments/index.ts';
import { sourcesOf } from '../matters/index.ts';
import { canKeepRecorded, confirmAsRecorded, fieldOfDifference } from './confirm-as-recorded.ts';
import { confirmProposal } from './confirm-proposal.ts';
import { countIntakeFiles, getIntakeFile, getProposal } from './intake-reader.ts';
import { readAgain } from './read-again.ts';
import { recordPlaces } from './record-places.ts';

const plan = (text: string) =>
  `# Återrapportering till skogsnämnden\n\nBeredning för skogsvård 2021\n\n**Skogsnämndens beredning för skogsvård får i uppdrag:**\n\n**Nr 1. ${text}**\n\n**Svar:** Beredningen berörs ej av uppdraget.\n`;

test('a field of the register is found under the name of the proposal', () => {
  assert.equal(fieldOfDifference('meeting', 'startsAt'), 'start');
  assert.equal(fieldOfDifference('assignment', 'text'), 'text');
  assert.equal(fieldOfDifference('reportEntry', 'position'), undefined);
});

test('only a difference, in fields that both have, can be settled in the register’s words', () => {
  const differs = (field: string) =>
    ({ code: 'differs', values: {}, differences: [{ field, recorded: 'a', proposed: 'b' }] }) as const;
  assert.equal(canKeepRecorded('assignment', [differs('text')]), true);
  assert.equal(canKeepRecorded('reportEntry', [differs('position')]), false);
  assert.equal(canKeepRecorded('assignment', [differs('text'), { code: 'unknownBody', values: {} }]), false);
  assert.equal(canKeepRecorded('assignment', []), false);
});

describe('settling a difference on a real database', () => {
  let t: TestDatabase;
  before(async () => {
    t = await openTestDatabase();
  });
  after(() => t.close());
  const confirming = () => authorize(operatorOf(t.tenantId), 'intake.confirm');

  test('the record stays as it is and gains a source; what was read is kept', async () => {
    await buildAssignment(t, { year: 2021, number: 1, text: 'Att räkna tallarna.' });
    const { proposals } = await buildIntakeFile(t, plan('Att räkna granarna.'));
    const one = proposals.find(({ type }) => type === 'assignment')!;
    const input = { proposalId: one.id, expectedVersion: one.version };
    await assert.rejects(
      t.db.transact(confirming(), { verb: 'test' }, (w) => confirmProposal(w, input)),
      (error: AppError) => error.code === 'intake.openQuestions',
    );
    const record = await t.db.transact(confirming(), { verb: 'test' }, (w) => confirmAsRecorded(w, input));
    await t.db.read(confirming(), async (r) => {
      const assignment = await findAssignmentByRef(r, { year: 2021, number: 1 });
      assert.deepEqual([record.id, assignment?.text], [assignment?.id, 'Att räkna tallarna.']);
      assert.equal((await sourcesOf(r, 'assignment', record.id)).length > 0, true);
      const after = await getProposal(r, one.id);
      assert.deepEqual([after.state, after.originalFields.text], ['confirmed', 'Att räkna granarna.']);
      const places = await recordPlaces(r, [record, { noun: 'person', id: record.id.replace(/^./, '0') }]);
      assert.deepEqual([...places], [[record.id, `/uppdrag/${record.id}`]]);
    });
  });

  test('a proposal with nothing to settle is refused', async () => {
    const { proposals } = await buildIntakeFile(t, plan('Att räkna björkarna.').replace('2021', '2020'));
    const one = proposals.find(({ type }) => type === 'assignment')!;
    await assert.rejects(
      t.db.transact(confirming(), { verb: 'test' }, (w) =>
        confirmAsRecorded(w, { proposalId: one.id, expectedVersion: one.version }),
      ),
      (error: AppError) => error.code === 'intake.openQuestions',
    );
  });

  test('a file is read again only after it has failed', async () => {
    const { fileId } = await buildIntakeFile(t, 'En rad utan poster.');
    const again = () => t.db.transact(t.auth('intake.handIn'), { verb: 'test' }, (w) => readAgain(w, fileId));
    await assert.rejects(again(), (error: AppError) => error.code === 'record.wrongState');
    const failed = await buildIntakeFile(t, new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0, 1]), 'bild.pdf');
    await t.db.transact(t.auth('intake.handIn'), { verb: 'test' }, (w) => readAgain(w, failed.fileId));
    const file = await t.db.read(t.auth('intake.handIn'), (r) => getIntakeFile(r, failed.fileId));
    assert.deepEqual([file.state, file.errorCode, file.progress], ['queued', null, 0]);
    assert.equal(await t.db.read(t.auth('intake.handIn'), countIntakeFiles), 4);
  });
});
