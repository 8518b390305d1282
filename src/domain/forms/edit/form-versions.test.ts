import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openTestDatabase } from '../../../../test/support/database.ts';
import { runVerbs } from '../../../../test/support/run-verbs.ts';
import { AppError, type ErrorCode } from '../../../kernel/errors.ts';
import {
  changeFormDraft,
  changeFormYear,
  changesBetween,
  editFormDraft,
  type FormStructure,
  formFileText,
  getFormVersion,
  importForm,
  listFormVersions,
  makeForm,
  makeNextVersion,
  publishFormVersion,
  renameForm,
  shippedForms,
  startFormResponse,
  takeBackFormVersion,
} from '../index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write } = runVerbs(t, 'form.edit');
const answer = runVerbs(t, 'selfassessment.edit').write;

const is = (code: ErrorCode) => (error: unknown) => error instanceof AppError && error.code === code;
const { structure } = shippedForms[0]!;
const make = (title: string, own: FormStructure = structure, year: number | null = 2024) =>
  write((w) => makeForm(w, { title, purpose: 'nationalReport', shippedAs: null, year, structure: own }));

test('a version with a fault is not given out, and the refusal says which', async () => {
  const { formVersionId } = await make('Med fel');
  const before = await read((r) => getFormVersion(r, formVersionId));
  await write((w) =>
    editFormDraft(w, {
      formVersionId,
      expectedVersion: before.version,
      edit: { step: 'remove', level: 'question', code: '10' },
    }),
  );
  const expectedVersion = before.version + 1;
  await assert.rejects(
    write((w) => publishFormVersion(w, { formVersionId, expectedVersion })),
    (error) => {
      assert.ok(is('form.faults')(error));
      const faults = (error as AppError).details as readonly { kind: string; question: string }[];
      assert.deepEqual(
        faults
          .filter(({ question }) => question === '10a')
          .map(({ kind }) => kind)
          .sort(),
        ['conditionNotAsText', 'conditionQuestionUnknown', 'parentUnknown']
          .filter((kind) => faults.some((one) => one.kind === kind))
          .sort(),
      );
      assert.ok(faults.some(({ kind }) => kind === 'parentUnknown'));
      return true;
    },
  );
  assert.equal((await read((r) => getFormVersion(r, formVersionId))).state, 'draft');
});

test('a published version is taken back until somebody answers it; then its questions stay, whoever writes', async () => {
  const { formVersionId } = await make('Med svar');
  const seen = async () => ({
    formVersionId,
    expectedVersion: (await read((r) => getFormVersion(r, formVersionId))).version,
  });
  await assert.rejects(
    answer((w) => startFormResponse(w, formVersionId)),
    is('form.notPublished'),
  );
  const draft = await seen();
  await write((w) => publishFormVersion(w, draft));
  const published = await seen();
  await assert.rejects(
    write((w) => changeFormDraft(w, { ...published, structure })),
    is('form.published'),
  );
  await write((w) => takeBackFormVersion(w, published));
  const again = await seen();
  await assert.rejects(
    write((w) => publishFormVersion(w, draft)),
    is('record.changedMeanwhile'),
  );
  await write((w) => publishFormVersion(w, again));
  const now = await seen();
  await answer((w) => startFormResponse(w, formVersionId));
  await assert.rejects(
    write((w) => takeBackFormVersion(w, now)),
    is('form.versionAnswered'),
  );
  assert.equal((await read((r) => getFormVersion(r, formVersionId))).isAnswered, true);
  const changed = JSON.stringify({ ...structure, title: 'Annan' });
  const around = (id: string) =>
    write((w) =>
      w.db
        .updateTable('form_version')
        .set({ structure: changed })
        .where('tenant_id', '=', w.tenantId)
        .where('id', '=', id as never)
        .execute(),
    );
  await assert.rejects(around(formVersionId), /its questions cannot change/);
  // The control: the same statement goes through for a version that nobody has answered.
  const { formVersionId: free } = await make('Utan svar');
  await write(async (w) => {
    await w.db
      .updateTable('form_version')
      .set({ structure: changed })
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', free)
      .execute();
    await w.log({ noun: 'formVersion', recordId: free });
  });
  assert.equal((await read((r) => getFormVersion(r, free))).structure.title, 'Annan');
});

test('two who edit at once: the second is shown both', async () => {
  const { formVersionId } = await make('Två samtidigt');
  const { version: expectedVersion } = await read((r) => getFormVersion(r, formVersionId));
  const edit = { step: 'changeForm', title: 'Första', introduction: null } as const;
  await write((w) => editFormDraft(w, { formVersionId, expectedVersion, edit }));
  await assert.rejects(
    write((w) => editFormDraft(w, { formVersionId, expectedVersion, edit: { ...edit, title: 'Andra' } })),
    is('record.changedMeanwhile'),
  );
  assert.equal((await read((r) => getFormVersion(r, formVersionId))).structure.title, 'Första');
});

test('next year’s version moves the times, keeps the codes and says what changed; a year has one version', async () => {
  const { formId, formVersionId } = await make('Årlig');
  const nextId = await write((w) => makeNextVersion(w, { fromId: formVersionId, year: 2025 }));
  const next = await read((r) => getFormVersion(r, nextId));
  assert.deepEqual([next.number, next.year, next.state, next.madeFromId], [2, 2025, 'draft', formVersionId]);
  const kinds = new Set(changesBetween(structure, next.structure).map(({ kind }) => kind));
  assert.ok(kinds.has('periodChanged'), 'the times did not move');
  // Words that name the year move with it; nothing else may be asked otherwise.
  for (const kind of kinds) assert.ok(['periodChanged', 'reworded', 'detailsChanged'].includes(kind), kind);
  await assert.rejects(
    write((w) => makeNextVersion(w, { fromId: formVersionId, year: 2025 })),
    is('form.yearTaken'),
  );
  await assert.rejects(
    write((w) => makeNextVersion(w, { fromId: formVersionId, year: 2020 })),
    is('record.invalid'),
  );
  await write((w) => changeFormYear(w, { formVersionId: nextId, expectedVersion: next.version, year: 2027 }));
  assert.deepEqual(
    (await read((r) => listFormVersions(r, { formId }))).map(({ year }) => year),
    [2027, 2024],
  );
});

test('a file becomes a form or a next version; a bad one writes nothing', async () => {
  const file = (title: string) =>
    formFileText({
      form: { id: '' as never, version: 1, title, purpose: 'nationalReport', shippedAs: null },
      year: 2024,
      structure: { ...structure, title },
    });
  const made = await write((w) => importForm(w, { text: file('Inläst'), formId: null }));
  const version = await read((r) => getFormVersion(r, made));
  assert.deepEqual([version.form.title, version.state, version.year], ['Inläst', 'draft', 2024]);
  await assert.rejects(
    write((w) => importForm(w, { text: file('Inläst'), formId: null })),
    is('form.titleTaken'),
  );
  await assert.rejects(
    write((w) => importForm(w, { text: file('Inläst'), formId: version.form.id })),
    is('form.yearTaken'),
  );
  const before = (await read((r) => listFormVersions(r))).length;
  await assert.rejects(
    write((w) => importForm(w, { text: '{"kansliForm": 1}', formId: null })),
    is('record.invalid'),
  );
  assert.equal((await read((r) => listFormVersions(r))).length, before);
  const { id, version: expectedVersion } = version.form;
  await write((w) => renameForm(w, { formId: id, expectedVersion, title: 'Omdöpt' }));
  await assert.rejects(
    write((w) => renameForm(w, { formId: id, expectedVersion: expectedVersion + 1, title: 'Årlig' })),
    is('form.titleTaken'),
  );
});
