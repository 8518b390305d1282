import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildAssignment } from '../../../test/support/build-assignments.ts';
import { buildIntakeFile } from '../../../test/support/build-intake.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { Reader } from '../../storage/database.ts';
import { listProposals } from './intake-reader.ts';
import { insertProposals, lockProposal, updateProposal } from './intake-writer.ts';
import { suggestedLinksOf } from './suggested-links-reader.ts';

let where: TestDatabase;
let fileId: string;
before(async () => {
  where = await openTestDatabase();
  ({ fileId } = await buildIntakeFile(where, 'Ett papper'));
});
after(() => where.close());

const read = <T>(run: (r: Reader) => Promise<T>) => where.db.read(where.auth('record.read'), run);

/** Lays a proposal in the file and answers its id. */
async function propose(type: string, fields: Record<string, unknown>): Promise<string> {
  const proposal = { type, readerId: type, fields, confidence: 0.7, rule: 'prov', alsoAt: [] };
  await where.db.transact(where.auth('intake.confirm'), { verb: 'test' }, async (w) => {
    await insertProposals(w, fileId, [{ ...proposal, source: { start: 0, end: 3, line: 1 } }]);
    await w.log({ noun: 'intakeFile', recordId: fileId });
  });
  return (await read((r) => listProposals(r, fileId))).at(-1)!.id;
}

/** A person has confirmed the proposal, and it has become this assignment. */
async function confirmAs(proposalId: string, assignmentId: string): Promise<void> {
  await where.db.transact(where.auth('intake.confirm'), { verb: 'test' }, async (w) => {
    const record = { noun: 'assignment', id: assignmentId };
    await updateProposal(w, await lockProposal(w, proposalId), { state: 'confirmed', record });
    await w.log({ noun: 'proposal', recordId: proposalId });
  });
}

const suggest = (fromEnd: object, toEnd: object, typed: object = {}) =>
  propose('assignmentLink', {
    from: 'Äldre',
    to: 'Nyare',
    reason: 'prov',
    fromEnd: { label: 'Äldre', ...fromEnd },
    toEnd: { label: 'Nyare', ...toEnd },
    ...typed,
  });

const pairsOf = async (id: string) =>
  (await read((r) => suggestedLinksOf(r, [id]))).map(({ earlier, later }) => [earlier.id, later.id]);

test('a suggestion is found from both its ends, and from no other assignment', async () => {
  const [older, newer, other] = [
    await buildAssignment(where),
    await buildAssignment(where),
    await buildAssignment(where),
  ];
  const link = await suggest({ assignmentId: older }, { assignmentId: newer });
  assert.deepEqual(await pairsOf(older), [[older, newer]]);
  assert.deepEqual(await pairsOf(newer), [[older, newer]]);
  assert.deepEqual(await pairsOf(other), []);
  await where.db.transact(where.auth('intake.confirm'), { verb: 'test' }, async (w) => {
    await updateProposal(w, await lockProposal(w, link), { state: 'rejected' });
    await w.log({ noun: 'proposal', recordId: link });
  });
  assert.deepEqual(await pairsOf(older), [], 'what a person rejected is no suggestion');
});

test('an end that is still a proposal is no assignment before it is confirmed', async () => {
  const [older, newer] = [await buildAssignment(where), await buildAssignment(where)];
  const proposalId = await propose('assignment', { year: 2023, text: 'Att pröva.' });
  await suggest({ proposalId }, { assignmentId: newer });
  assert.deepEqual(await pairsOf(newer), []);
  await confirmAs(proposalId, older);
  assert.deepEqual(await pairsOf(newer), [[older, newer]]);
  assert.deepEqual(await pairsOf(older), [[older, newer]]);
});

test('a reference that a person typed counts instead of the end that was proposed', async () => {
  const [older, newer] = [await buildAssignment(where), await buildAssignment(where)];
  const typed = await buildAssignment(where, { year: 2019, number: 7 });
  await suggest({ assignmentId: older }, { assignmentId: newer }, { from: '2019:7 Att pröva sak' });
  assert.deepEqual(await pairsOf(typed), [[typed, newer]]);
  assert.deepEqual(await pairsOf(newer), [[typed, newer]]);
});

test('an end whose proposal has gone, or that is no id, leads nowhere and breaks nothing', async () => {
  const newer = await buildAssignment(where);
  await suggest({ proposalId: where.runtime.newId() }, { assignmentId: newer });
  await suggest({ assignmentId: 'inget' }, { assignmentId: newer });
  assert.deepEqual(await pairsOf(newer), []);
});
