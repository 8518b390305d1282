import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildConsultation } from '../../../test/support/build-consultations.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { problemKeys, runVerbs } from '../../../test/support/run-verbs.ts';
import type { Reader } from '../../storage/database.ts';
import { createTenant } from '../../storage/tenant.ts';
import { ensureConsultation, getConsultation, listConsultations, recordConsultationResponse } from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write } = runVerbs(t, 'meeting.edit');

test('a consultation has its responses in the order of their table, those without an answer among them', async () => {
  const { id } = await buildConsultation(t, 'Målbild 2035', [
    { respondent: 'Sjöberga', receivedOn: '2026-01-15', sender: 'KS', stance: 'supports', comment: 'Bra' },
    { respondent: 'Granby' },
  ]);
  const { responses } = await read((r) => getConsultation(r, id));
  assert.deepEqual(
    responses.map(({ respondent, stance, comment, receivedOn }) => [respondent, stance, comment, receivedOn]),
    [
      ['Sjöberga', 'supports', 'Bra', '2026-01-15'],
      ['Granby', null, null, null],
    ],
  );
});

test('the same title is the same consultation', async () => {
  const [first, again] = await write(async (w) => [
    await ensureConsultation(w, 'Ny överenskommelse'),
    await ensureConsultation(w, ' Ny överenskommelse '),
  ]);
  assert.deepEqual(again, { id: first!.id, created: false });
  await assert.rejects(
    write((w) => ensureConsultation(w, ' ')),
    problemKeys('validation.required'),
  );
});

test('a response without a respondent, or on a day that is none, is refused', async () => {
  const { id } = await buildConsultation(t, 'Tillgänglighet');
  await assert.rejects(
    write((w) => recordConsultationResponse(w, { consultationId: id, respondent: '', receivedOn: '2026-02-31' })),
    problemKeys('validation.required', 'validation.date'),
  );
});

test('another authority sees none of it', async () => {
  const { id } = await buildConsultation(t, 'Bara här', [{ respondent: 'Granby' }]);
  const other = await createTenant(t.db, { slug: 'annan', name: 'Annan region' });
  const there = <T>(run: (r: Reader) => Promise<T>) => t.db.read(t.authIn(other, 'record.read'), run);
  assert.deepEqual(await there((r) => listConsultations(r)), []);
  await assert.rejects(
    there((r) => getConsultation(r, id)),
    { code: 'record.notFound' },
  );
});
