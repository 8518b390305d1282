import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inventedMinutes } from '../../../test/reading/invented-minutes.ts';
import { buildIntakeFile } from '../../../test/support/build-intake.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { authorize, operatorOf } from '../access/index.ts';
import { listDecisions } from '../decisions/index.ts';
import { confirmAll } from './confirm-all.ts';
import { listProposals } from './intake-reader.ts';

let t: TestDatabase;
before(async () => {
  t = await openTestDatabase();
});
after(() => t.close());

test('the minutes of a joint group stand on record when all that was read is confirmed', async () => {
  const minutes = inventedMinutes.replace(
    'beslutade enligt förslaget.',
    'beslutade enligt förslaget. Styrgruppen beslutade att tacka Bo.',
  );
  const { fileId } = await buildIntakeFile(t, minutes);
  const { open } = await confirmAll(t.db, authorize(operatorOf(t.tenantId), 'intake.confirm'), { fileId });
  const reading = authorize(operatorOf(t.tenantId), 'record.read');
  assert.deepEqual(
    open.filter(({ proposal }) => proposal.type === 'decision').map(({ questions }) => questions),
    [],
  );
  const { left, decisions } = await t.db.read(reading, async (r) => ({
    left: (await listProposals(r, fileId)).filter((one) => one.state === 'open' && one.type !== 'bodyAlias'),
    decisions: (await listDecisions(r, {})).decisions,
  }));
  assert.deepEqual(
    left.map((one) => [one.type, one.fields]),
    [],
  );
  assert.deepEqual(
    decisions.map(({ title, clauses, state }) => [title, clauses.length, state]).sort(),
    [
      ['Bokbussen', 1, 'made'],
      ['Bokbussen', 1, 'made'],
      ['Dagordningen godkändes', 0, 'made'],
      ['Fortsatt uppdrag läslust', 1, 'made'],
      ['Minnesanteckningarna från förra mötet lades till handlingarna', 0, 'made'],
    ],
    'two decisions in one item are two, and a sentence without clauses is its own title',
  );
});

test('a § with a letter has its own decision, and somebody in two capacities stands twice', async () => {
  const minutes = `Sammanträdesprotokoll
Trafiknämnden          2025-05-14

Plats och tid        Stadshuset den 14 maj 2025 kl 13.00-15.30
Beslutande           Anna Ek (S), ordförande
                     Bo Alm (ÖrP), tjänstgörande ersättare §§ 12-12 a
Ersättare            Bo Alm (ÖrP) § 13
Utses att justera    Bo Alm
Justeringens plats och tid  Stadshuset 19 maj 2025

§ 12 Dnr TN 2025/31
Val av justerare
Beslut
Bo Alm utses att justera dagens protokoll.

§ 12 a Dnr TN 2025/44
Ny busslinje
Beslut
Linjen godkänns.

§ 13 Dnr TN 2025/45
Cykelväg
Beslut
Cykelvägen byggs.
`;
  const { fileId } = await buildIntakeFile(t, minutes);
  const { open } = await confirmAll(t.db, authorize(operatorOf(t.tenantId), 'intake.confirm'), { fileId });
  assert.deepEqual(
    open.map(({ proposal, questions }) => [proposal.type, questions]),
    [],
  );
  const { decided, attended } = await t.db.read(authorize(operatorOf(t.tenantId), 'record.read'), async (r) => {
    const listed = (await listProposals(r, fileId)).filter(({ state }) => state !== 'open');
    const items = new Set(
      listed.flatMap(({ type, fields, record }) =>
        type === 'decision' && record ? [`${fields.item}${fields.itemSuffix ?? ''} ${record.id}`] : [],
      ),
    );
    const rows = new Set(listed.flatMap(({ type, record }) => (type === 'attendance' && record ? [record.id] : [])));
    return { decided: items, attended: rows };
  });
  assert.deepEqual([...decided].map((one) => one.split(' ')[0]).sort(), ['12', '12a', '13']);
  assert.equal(new Set([...decided].map((one) => one.split(' ')[1])).size, 3);
  assert.equal(attended.size, 3);
});
