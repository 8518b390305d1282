import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildDocument, buildMatter } from '../../../test/support/build-matters.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { runVerbs, someoneWith } from '../../../test/support/run-verbs.ts';
import type { Reader } from '../../storage/database.ts';
import { createTenant } from '../../storage/tenant.ts';
import { type Action, authorize, type Role } from '../access/index.ts';
import {
  changeMatter,
  closeMatter,
  ensureDocument,
  findDocumentBySha256,
  findMatterByNumber,
  getDocument,
  getMatter,
  getPassage,
  getProtectedDocument,
  getProtectedMatter,
  listDocuments,
  listMatters,
  listProtectedDocuments,
  matterProblems,
  openMatter,
  recordsReadFrom,
  rememberSource,
  reopenMatter,
  replaceDocumentText,
  sourcePlacesOf,
  sourcesOf,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write } = runVerbs(t, 'matter.edit');
const proofOf = <A extends Action>(role: Role, bodyId: string, action: A) =>
  authorize(someoneWith(t, role, bodyId), action);

/** What the types refuse already, for the tests that the reader refuses it too. */
const disguised = (r: Reader) => r as Reader<'matter.readProtected'>;

const secretTitle = 'Hemligt namn på den det gäller';
const secret = {
  publicTitle: 'Klagomål',
  protectedTitle: secretTitle,
  secrecyLevel: 'secret',
  legalGround: 'OSL 25 kap. 1 §',
} as const;

test('a registration number names one matter, however it is spaced', async () => {
  const id = await buildMatter(t, { registrationNumber: 'KS  2018/124' });
  assert.equal((await read((r) => findMatterByNumber(r, 'KS 2018/124 ')))?.id, id);
  await assert.rejects(buildMatter(t, { registrationNumber: 'KS 2018/124' }), { code: 'record.invalid' });
});

test('secrecy names its provision, and an open matter has nothing to protect', () => {
  const keys = (input: object) =>
    matterProblems({ registrationNumber: '20RS10323', publicTitle: 'Ärende', ...input }).map((one) => one.key);
  assert.deepEqual(keys({}), []);
  assert.deepEqual(keys({ secrecyLevel: 'secret' }), ['matter.legalGround']);
  assert.deepEqual(keys({ protectedTitle: 'x' }), ['matter.protectedButOpen']);
  assert.deepEqual(keys({ ...secret, publicTitle: secretTitle }), ['matter.titlesSame']);
  assert.deepEqual(keys({ registrationNumber: 'inget' }), ['matter.number']);
});

test('the protected title reaches only a proof that may read it on the matter’s body', async () => {
  const [ours, theirs] = [await buildBody(t), await buildBody(t)];
  const id = await buildMatter(t, { ...secret, bodyId: ours });
  const as = (role: Role, bodyId: string) =>
    t.db.read(proofOf(role, bodyId, 'matter.readProtected'), (r) => getProtectedMatter(r, id));
  assert.equal((await as('committeeSecretary', ours)).protectedTitle, secretTitle);
  await assert.rejects(as('committeeSecretary', theirs), { code: 'access.denied' });
  assert.throws(() => proofOf('member', ours, 'matter.readProtected'), { code: 'access.denied' });
  // Negative control: any other proof, even the operator's, is refused by the same reader.
  for (const action of ['record.read', 'matter.edit', 'intake.confirm'] as const)
    await assert.rejects(
      read((r) => getProtectedMatter(disguised(r), id), action),
      { code: 'access.denied' },
    );
});

test('no ordinary answer, no conflict and no log entry holds the protected title', async () => {
  const id = await buildMatter(t, secret);
  const change = { ...secret, matterId: id, expectedVersion: 1, publicTitle: 'Ett klagomål' };
  await write((w) => changeMatter(w, change));
  const answers = await read(async (r) => [await getMatter(r, id), await listMatters(r, { limit: 200 })]);
  assert.equal(JSON.stringify(answers).includes(secretTitle), false);
  const log = await read((r) => r.db.selectFrom('log_told').select('data').where('record_id', '=', id).execute());
  assert.equal(log.length, 2);
  assert.equal(JSON.stringify(log).includes(secretTitle), false);
  await assert.rejects(
    write((w) => changeMatter(w, { ...change, protectedTitle: undefined })),
    (error: { code?: string; details?: unknown }) =>
      error.code === 'record.changedMeanwhile' && !JSON.stringify(error.details).includes(secretTitle),
  );
  // Negative control: the title is there for who may read it.
  assert.equal((await read((r) => getProtectedMatter(r, id), 'matter.readProtected')).protectedTitle, secretTitle);
});

test('a matter that becomes open loses its protected title; a closed one is changed after reopening only', async () => {
  const id = await buildMatter(t, secret);
  await write((w) =>
    changeMatter(w, {
      matterId: id,
      expectedVersion: 1,
      publicTitle: 'Öppet',
      secrecyLevel: 'open',
      legalGround: null,
    }),
  );
  assert.equal((await read((r) => getProtectedMatter(r, id), 'matter.readProtected')).protectedTitle, null);
  await write((w) => closeMatter(w, { matterId: id, expectedVersion: 2 }));
  await assert.rejects(
    write((w) => changeMatter(w, { matterId: id, expectedVersion: 3, publicTitle: 'Sent' })),
    {
      code: 'record.wrongState',
    },
  );
  await write((w) => reopenMatter(w, { matterId: id, expectedVersion: 3 }));
  assert.equal((await read((r) => getMatter(r, id))).state, 'open');
});

test('documents are as secret as their matter', async () => {
  const ours = await buildBody(t);
  const matterId = await buildMatter(t, { ...secret, bodyId: ours });
  const sourceText = 'Det som ingen annan ska läsa.';
  const id = await buildDocument(t, { matterId, sourceText, title: 'Hemlig handling' });
  const proof = proofOf('chair', ours, 'matter.readProtected');
  assert.equal((await t.db.read(proof, (r) => getProtectedDocument(r, id))).sourceText, sourceText);
  assert.equal((await t.db.read(proof, (r) => listProtectedDocuments(r, matterId))).length, 1);
  await assert.rejects(
    read((r) => getDocument(r, id)),
    { code: 'record.notFound' },
  );
  assert.deepEqual(await read((r) => listDocuments(r, { matterId })), []);
  await assert.rejects(
    read((r) => getProtectedDocument(disguised(r), id)),
    { code: 'access.denied' },
  );
  const log = await read((r) => r.db.selectFrom('log_told').select('data').where('record_id', '=', id).execute());
  assert.equal(JSON.stringify(log).includes('Hemlig handling'), false);
  await assert.rejects(buildDocument(t, { sourceText }), {
    code: 'record.invalid',
    details: [{ path: 'file', key: 'document.registeredElsewhere' }],
  });
  // Negative control: opened, the same document is there for all.
  await write((w) => changeMatter(w, { matterId, expectedVersion: 1, publicTitle: 'Öppet', secrecyLevel: 'open' }));
  assert.equal((await read((r) => getDocument(r, id))).title, 'Hemlig handling');
});

test('the same bytes are one document', async () => {
  const id = await buildDocument(t, { sourceText: 'Samma text' });
  const document = await read((r) => getDocument(r, id));
  const { sourceText, ...input } = document;
  await assert.rejects(buildDocument(t, { sourceText: 'Samma text' }), { code: 'record.invalid' });
  const again = await write(async (w) => {
    await w.log({ noun: 'document', recordId: id, summary: 'read again' });
    return await ensureDocument(w, {
      ...input,
      matterId: undefined,
      bodyId: undefined,
      datedOn: undefined,
      sourceText,
    });
  });
  assert.deepEqual(again, { id, created: false });
  assert.equal((await read((r) => findDocumentBySha256(r, document.sha256)))?.id, id);
});

test('a record knows the passage it was read from, and when the passage says something else', async () => {
  const text = 'Rubrik\n\nNr 4. Att följa piloten.\n\nNr 5. Att följa vården.\n';
  const documentId = await buildDocument(t, { sourceText: text, datedOn: '2023-12-01' });
  const recordId = t.runtime.newId();
  const start = text.indexOf('Nr 4');
  const end = text.indexOf('\n', start);
  const source = {
    noun: 'assignment',
    recordId,
    documentId,
    start,
    end,
    line: 3,
    rule: 'numberedAssignment',
    confidence: 0.98,
  };
  await write(async (w) => {
    await rememberSource(w, source);
    await rememberSource(w, { ...source, fields: ['text'] });
    await w.log({ noun: 'assignment', recordId, summary: 'read' });
  });
  const find = async () => await read((r) => sourcesOf(r, 'assignment', recordId));
  const [found, more] = await find();
  assert.equal(more, undefined);
  assert.deepEqual(
    [found!.text, found!.changed, found!.confidence, found!.fields, found!.documentDate],
    ['Nr 4. Att följa piloten.', false, 0.98, ['text'], '2023-12-01'],
  );
  const [passage, ...others] = await read((r) => recordsReadFrom(r, documentId));
  assert.deepEqual(
    { noun: passage?.noun, recordId: passage?.recordId, start: passage?.start, end: passage?.end, others },
    { noun: 'assignment', recordId, start, end, others: [] },
  );
  assert.deepEqual(await read((r) => getPassage(r, passage!.id)), passage);
  assert.deepEqual(
    (await read((r) => sourcePlacesOf(r, [recordId, documentId]))).map((place) => place.passageId),
    [passage?.id],
  );
  await assert.rejects(
    read((r) => getPassage(r, t.runtime.newId())),
    { code: 'record.notFound' },
  );
  await write((w) =>
    replaceDocumentText(w, { documentId, expectedVersion: 1, sourceText: text.replace('piloten', 'försöket') }),
  );
  assert.equal((await find())[0]!.changed, true);
  await write((w) => replaceDocumentText(w, { documentId, expectedVersion: 2, sourceText: text }));
  assert.equal((await find())[0]!.changed, false);
  await assert.rejects(
    write((w) => rememberSource(w, { ...source, end: 10_000 })),
    /is not in document/,
  );
});

test('another body’s secretary is denied, and another authority sees nothing', async () => {
  const [ours, theirs] = [await buildBody(t), await buildBody(t)];
  const auth = proofOf('committeeSecretary', ours, 'matter.edit');
  const open = (bodyId: string, registrationNumber: string) =>
    t.db.transact(auth, { verb: 'openMatter' }, (w) =>
      openMatter(w, { registrationNumber, publicTitle: 'Ärende', bodyId }),
    );
  const id = await open(ours, '26RS1');
  await assert.rejects(open(theirs, '26RS2'), { code: 'access.denied' });
  const their = await buildMatter(t, { bodyId: theirs });
  await assert.rejects(
    t.db.transact(auth, { verb: 'closeMatter' }, (w) => closeMatter(w, { matterId: their, expectedVersion: 1 })),
    { code: 'access.denied' },
  );
  const other = await createTenant(t.db, { slug: 'annan', name: 'Annan region' });
  const there = <T>(run: (r: Reader) => Promise<T>) => t.db.read(t.authIn(other, 'record.read'), run);
  assert.deepEqual(await there((r) => listMatters(r)), []);
  assert.deepEqual(await there((r) => listDocuments(r)), []);
  await assert.rejects(
    there((r) => getMatter(r, id)),
    { code: 'record.notFound' },
  );
});
