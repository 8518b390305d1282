import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildMatter } from '../../../test/support/build-matters.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { runVerbs } from '../../../test/support/run-verbs.ts';
import { changeMatter, getMatter, matterProblems, procedureOf } from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write } = runVerbs(t, 'matter.edit');

test('R-FL-1: a matter in which authority is exercised is handled by förvaltningslagen: parties heard, reasons given, appeal on the substance', async () => {
  const id = await buildMatter(t, { proceduralLaw: 'forvaltningslagen' });
  const matter = await read((r) => getMatter(r, id));
  assert.deepEqual(procedureOf(matter), {
    disqualification: 'FL 16',
    partiesHeard: true,
    reasonsGiven: true,
    appealKind: 'administrativeAppeal',
  });
});

test('R-TF-4: a matter has a note of secrecy only with the provision that it cites', () => {
  const keys = (more: object) =>
    matterProblems({ registrationNumber: '26RS1', publicTitle: 'Ärende', ...more }).map((one) => one.key);
  assert.deepEqual(keys({ secrecyLevel: 'secret' }), ['matter.legalGround']);
  assert.deepEqual(keys({ secrecyLevel: 'protectedPerson', legalGround: ' ' }), ['matter.legalGround']);
  assert.deepEqual(keys({ secrecyLevel: 'secret', legalGround: 'OSL 25 kap. 1 §' }), []);
});

test('R-FL-1 does not bind a matter of policy to förvaltningslagen, and what a matter is can be corrected', async () => {
  const id = await buildMatter(t);
  const matter = await read((r) => getMatter(r, id));
  assert.deepEqual(
    [matter.proceduralLaw, procedureOf(matter).appealKind, procedureOf(matter).partiesHeard],
    ['kommunallagen', 'legalityReview', false],
  );
  const { publicTitle, version } = matter;
  await write((w) =>
    changeMatter(w, { matterId: id, expectedVersion: version, publicTitle, proceduralLaw: 'forvaltningslagen' }),
  );
  assert.equal((await read((r) => getMatter(r, id))).proceduralLaw, 'forvaltningslagen');
  await write((w) => changeMatter(w, { matterId: id, expectedVersion: version + 1, publicTitle }));
  assert.equal((await read((r) => getMatter(r, id))).proceduralLaw, 'forvaltningslagen', 'what is not told stays');
});
