import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildConsultation } from '../../../test/support/build-consultations.ts';
import { buildMeeting } from '../../../test/support/build-meetings.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { problemKeys, runVerbs } from '../../../test/support/run-verbs.ts';
import { noSeeds, readSeed, recordsOf } from '../../../test/support/seeds.ts';
import { outlineOf } from '../../documents/tree/index.ts';
import {
  accountDocument,
  addPoint,
  addStation,
  answerPoint,
  decisionPath,
  getConsultation,
  lastCell,
  listPoints,
  matrixColumns,
  matrixCounts,
  matrixDocument,
  matrixOf,
  nextStation,
  passStation,
  removePoint,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write } = runVerbs(t, 'matter.edit');

test('the round of seed 001 is shown as its table: 12 asked, 7 answered and all for, five empty rows, in its order', {
  skip: noSeeds,
}, async () => {
  const records = recordsOf(readSeed('001').result, 'consultationResponse');
  const { id } = await buildConsultation(
    t,
    'Seed 001',
    records.map(({ respondent, received, from, stance, comment }) => ({
      respondent,
      ...(received && { receivedOn: received }),
      ...(from && { sender: from }),
      ...(stance && { stance }),
      ...(comment && { comment }),
    })),
  );
  const consultation = await read((r) => getConsultation(r, id));
  assert.deepEqual(matrixCounts(consultation), { asked: 12, answered: 7, supports: 7, opposes: 0, others: 0 });
  const rows = matrixOf(consultation);
  assert.deepEqual(
    rows.map(({ respondent }) => respondent),
    records.map(({ respondent }) => respondent),
  );
  assert.deepEqual(
    rows.flatMap(({ received }) => received ?? []).toSorted(),
    ['04', '11', '15', '16', '16', '17', '24'].map((day) => `2019-04-${day}`),
  );
  const silent = rows.filter((row) => row.received === null);
  assert.deepEqual(
    silent.map(({ respondent }) => respondent),
    ['Degerfors', 'Hallsberg', 'Karlskoga', 'Lindesberg', 'Örebro'],
  );
  assert.ok(silent.every((row) => row.from === null && !row.supports && !row.opposes && lastCell(row) === ''));
  assert.deepEqual([...matrixColumns], ['Inkom', 'Från', 'Tillst.', 'Avst.', 'Synpunkter/medskick']);
  const [table] = matrixDocument(consultation, [], 'Prov').blocks;
  assert.ok(table?.kind === 'table' && table.rows.length === 12 && table.header.length === 6);
});

test('a stance without a column of its own stands in words before the comment, with the decision of the body beside its name', async () => {
  const { id } = await buildConsultation(t, 'Ställningar', [
    { respondent: 'Granby', receivedOn: '2026-01-15', sender: 'KS', stance: 'noObjection' },
    { respondent: 'Sjöberga', receivedOn: '2026-01-15', sender: 'KS', stance: 'comments', comment: 'Förtydliga' },
  ]);
  const found = await read((r) => getConsultation(r, id));
  assert.deepEqual(matrixOf(found).map(lastCell), [
    'Har inget att erinra.',
    'Lämnar synpunkter utan ställning. Förtydliga',
  ]);
  const decided = found.responses.map((one) => ({ ...one, decidedOn: '2026-01-12', decisionSection: '14' }));
  assert.equal(matrixOf({ responses: decided })[0]?.from, 'KS, 2026-01-12 § 14');
});

test('CON-10: a point is answered with a reason, and one that was taken up says what was changed; the account tells both', async () => {
  const { id, responseIds } = await buildConsultation(t, 'Synpunkter', [
    { respondent: 'Granby', stance: 'comments', comment: 'Tydligare mål. Fler platser.' },
  ]);
  const point = (words: string, theme: string | null) =>
    write((w) => addPoint(w, { responseId: responseIds[0]!, words, theme }));
  const [clearer, places] = [await point('Tydligare mål', 'Mål'), await point('Fler platser', null)];
  const none = { changed: null, changedIn: null, fromText: null, toText: null };
  const answer = { pointId: clearer, expectedVersion: 1, theme: 'Mål', ...none };
  await assert.rejects(
    write((w) => answerPoint(w, { ...answer, outcome: 'takenUp', reason: null })),
    problemKeys('validation.required', 'consultation.changeMissing'),
  );
  const change = { changedIn: 'Förslag 2', fromText: 'God vård', toText: 'Vård inom tre dagar' };
  await write((w) => answerPoint(w, { ...answer, ...change, outcome: 'takenUp', reason: 'Går att följa upp' }));
  await assert.rejects(
    write((w) => removePoint(w, { pointId: clearer })),
    { code: 'consultation.pointAnswered' },
  );
  const [consultation, points] = await read(async (r) => [await getConsultation(r, id), await listPoints(r, id)]);
  const tree = accountDocument(consultation, points, 'Prov');
  assert.deepEqual(
    outlineOf(tree).map(({ title }) => title),
    ['Mål', 'Övriga synpunkter'],
  );
  const words = JSON.stringify(tree);
  for (const part of ['Av 2 synpunkter togs 1 med', 'God vård', 'Vård inom tre dagar', 'Inte besvarad än'])
    assert.match(words, new RegExp(part));
  await write((w) => removePoint(w, { pointId: places }));
  assert.equal((await read((r) => listPoints(r, id))).length, 1);
});

test('DEC-14: the way to the decision goes by its days; a station with a meeting takes its day, others are passed by hand', async () => {
  const { id } = await buildConsultation(t, 'Beslutsväg');
  const bodyId = await buildBody(t);
  const meetingId = await buildMeeting(t, { bodyId, heldOn: '2026-06-10' });
  const add = (name: string, plannedOn: string, meeting: string | null = null) =>
    write((w) => addStation(w, { consultationId: id, name, plannedOn, meetingId: meeting }));
  const board = await add('Nämnden', '2026-05-29');
  await add('Fullmäktige', '2026-06-18');
  await add('Styrelsen', '2026-06-01', meetingId);
  const path = () => read((r) => decisionPath(r, { id, title: 'Beslutsväg' }));
  assert.deepEqual(
    (await path()).map(({ name, plannedOn }) => [name, plannedOn]),
    [
      ['Nämnden', '2026-05-29'],
      ['Styrelsen', '2026-06-10'],
      ['Fullmäktige', '2026-06-18'],
    ],
  );
  assert.equal(nextStation(await path())?.name, 'Nämnden');
  await write((w) => passStation(w, { stepId: board, expectedVersion: 1, passed: true }));
  assert.equal(nextStation(await path())?.name, 'Styrelsen');
});
