import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it, test } from 'node:test';
import fc from 'fast-check';
import pg from 'pg';
import { buildDocument, buildMatter } from '../../../test/support/build-matters.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { checkPackageFully } from '../../documents/in/archive/check-package.ts';
import { closePdfPool, composePackage } from '../../documents/out/index.ts';
import type { Id } from '../../kernel/id.ts';
import { blobReferences, isBlobReferred, rememberedHashes } from '../../storage/blob-references.ts';
import { type Blobs, openBlobs } from '../../storage/blobs.ts';
import { type Actor, authorize, operatorOf } from '../access/index.ts';
import { classifyMatter, closeMatter, getDocument, getMatter, listDocuments } from '../matters/index.ts';
import { markField } from '../secrecy/index.ts';
import {
  approveDisposal,
  carryOutDisposal,
  deliverPackage,
  destroyDisposedFiles,
  discardPackage,
  disposableFrom,
  disposalVerdict,
  drawUpPackage,
  getArchivePackage,
  getDisposal,
  listArchivable,
  listDisposable,
  makeArchivePackage,
  type PackageTools,
  proposeDisposal,
  type RetentionFacts,
  type RetentionRule,
  retentionRuleOn,
  secretLeftOut,
  setRetention,
} from './index.ts';

let t: TestDatabase;
let blobs: Blobs;
const folder = mkdtempSync(join(tmpdir(), 'kansli-archiving-'));
before(async () => {
  t = await openTestDatabase();
  blobs = openBlobs(folder, { maxBytes: 10_000_000, restingMs: 0 });
});
after(async () => {
  await t.close();
  await closePdfPool();
  rmSync(folder, { recursive: true, force: true });
});

const auth = <A extends 'archive.make' | 'archive.dispose' | 'matter.edit' | 'record.read' | 'matter.readProtected'>(
  a: A,
) => authorize(operatorOf(t.tenantId), a);
/** Somebody with an account, who acts in the whole authority. */
const person = (name: string, role: Actor['grants'][number]['role']): Actor => ({
  tenantId: t.tenantId,
  accountId: null,
  name,
  language: 'sv',
  grants: [{ role, bodyId: null, validFrom: '2020-01-01', validTo: null }],
});
const tools = (): PackageTools => ({
  db: t.db,
  blobs,
  software: { name: 'Kansli', code: 'prov' },
  compose: (content, load) => composePackage(content, { load }),
  check: (bytes: Uint8Array) => checkPackageFully(bytes),
});

async function document(text: string, more: Parameters<typeof buildDocument>[1] = {}): Promise<Id<'document'>> {
  const bytes = new TextEncoder().encode(text);
  return await buildDocument(t, { ...more, sourceText: text, sha256: await blobs.put(bytes), size: bytes.byteLength });
}
async function closedMatter(input: Parameters<typeof buildMatter>[1] = {}, classification?: string): Promise<string> {
  const matterId = await buildMatter(t, { openedOn: '2020-03-01', ...input });
  await t.db.transact(auth('matter.edit'), { verb: 'test' }, async (w) => {
    await closeMatter(w, { matterId, expectedVersion: (await getMatter(w, matterId)).version });
    if (classification)
      await classifyMatter(w, { matterId, classification, expectedVersion: (await getMatter(w, matterId)).version });
  });
  return matterId;
}
const versionOf = async (id: string) => (await t.db.read(auth('record.read'), (r) => getDisposal(r, id))).version;

const rule = (fate: RetentionRule['fate'], years: number | null = null, validFrom = '2020-01-01'): RetentionRule => ({
  ...{ id: 'r', version: 1, series: 'other', fate, years, basis: 'Plan 2020', note: null, validFrom, setBy: 'Prov' },
});
const facts: RetentionFacts = {
  ...{ kind: 'other', datedOn: '2015-05-05', inMatter: false, matterClosed: false, closedOn: null, disposed: false },
  ...{ isEvidence: false, isPartOfRecord: false, beingRead: false, asked: false, maskedCopy: false, proposed: false },
};

describe('how long documents are kept', () => {
  it('is counted from the end of the year in which the matter was closed, or the document dated', () => {
    const from = { closedOn: '2020-03-01', datedOn: '2018-01-01' };
    assert.equal(disposableFrom(rule('afterYears', 5), { ...from, inMatter: true }), '2026-01-01');
    assert.equal(disposableFrom(rule('afterYears', 5), { ...from, inMatter: false }), '2024-01-01');
    assert.equal(disposableFrom(rule('whenObsolete'), { ...from, inMatter: true }), '2020-03-01');
    assert.equal(disposableFrom(rule('preserve'), { ...from, inMatter: true }), null);
    assert.equal(
      disposableFrom(rule('afterYears', 5), { closedOn: null, datedOn: '2018-01-01', inMatter: true }),
      null,
    );
  });

  it('is decided by the row of the plan that holds on the day', () => {
    const rules = [rule('preserve'), rule('afterYears', 2, '2024-01-01'), rule('afterYears', 9, '2030-01-01')];
    assert.equal(retentionRuleOn(rules, 'other', '2019-12-31'), undefined);
    assert.equal(retentionRuleOn(rules, 'other', '2023-12-31')?.fate, 'preserve');
    assert.equal(retentionRuleOn(rules, 'other', '2026-01-01')?.years, 2);
  });

  it('gives way to whatever stands in its way, each with its reason', () => {
    const verdict = (change: Partial<RetentionFacts>, rules = [rule('afterYears', 2)]) =>
      disposalVerdict({ ...facts, ...change }, rules, '2026-03-02').hindrance;
    assert.equal(verdict({}), null);
    assert.equal(verdict({ kind: 'minutes' }, [{ ...rule('afterYears', 2), series: 'minutes' }]), 'keptByLaw');
    assert.equal(verdict({}, []), 'noRule');
    assert.equal(verdict({}, [rule('preserve')]), 'preserved');
    assert.equal(verdict({ inMatter: true }), 'matterOpen');
    assert.equal(verdict({ inMatter: true, matterClosed: true }), 'noDay');
    assert.equal(verdict({ datedOn: '2025-05-05' }), 'notDue');
    for (const reason of [
      'disposed',
      'isEvidence',
      'isPartOfRecord',
      'beingRead',
      'asked',
      'maskedCopy',
      'proposed',
    ] as const)
      assert.equal(verdict({ [reason]: true }), reason);
  });
});

/**
 * 10 000 random courses of a register: files are handed in under several records, records go, plans change, disposals are carried out and files
 * destroyed. The store and its question "does anybody refer to this?" are modelled as they are; no file that a record refers to may be gone.
 */
describe('files that records refer to', () => {
  type Step = {
    readonly kind: 'link' | 'unlink' | 'dispose' | 'sweep';
    readonly file: number;
    readonly record: number;
  };
  const steps = fc.array(
    fc.record<Step>({
      kind: fc.constantFrom('link', 'unlink', 'dispose', 'sweep'),
      file: fc.nat({ max: 4 }),
      record: fc.nat({ max: 7 }),
    }),
    { minLength: 5, maxLength: 30 },
  );
  /** How many referred files were lost in a course. `asks` is what the sweep does before it destroys. */
  const lostIn = (course: readonly Step[], asks: (referred: boolean) => boolean): number => {
    const owner = new Map<number, { file: number; rule: 'preserve' | 'afterYears' }>();
    const kept = new Set<number>();
    const waiting = new Set<number>();
    let lost = 0;
    for (const { kind, file, record } of course) {
      if (kind === 'link') {
        owner.set(record, { file, rule: record % 3 === 0 ? 'preserve' : 'afterYears' });
        kept.add(file);
      } else if (kind === 'unlink') owner.delete(record);
      else if (kind === 'dispose') {
        const one = owner.get(record);
        const verdict =
          one && disposalVerdict(facts, [rule(one.rule, one.rule === 'preserve' ? null : 1)], '2026-03-02');
        if (one && verdict?.hindrance === null) {
          owner.delete(record);
          waiting.add(one.file);
        }
      } else
        for (const one of waiting) {
          if (!asks([...owner.values()].some((other) => other.file === one))) kept.delete(one);
          waiting.delete(one);
        }
      lost += [...owner.values()].filter((one) => !kept.has(one.file)).length;
    }
    return lost;
  };

  it('are never destroyed, in 10 000 courses', () => {
    fc.assert(
      fc.property(steps, (course) => lostIn(course, (referred) => referred) === 0),
      { numRuns: 10_000 },
    );
  });

  it('would be, if nobody asked (control)', () => {
    const found = fc.check(
      fc.property(steps, (course) => lostIn(course, () => false) === 0),
      { numRuns: 2_000 },
    );
    assert.equal(found.failed, true);
  });

  it('are asked for in every place that the catalogue knows', async () => {
    const client = new pg.Client(t.connection);
    await client.connect();
    const { rows } = await client.query<{ place: string }>(
      `select case table_schema when 'public' then '' else table_schema || '.' end || table_name || '.' || column_name as place
       from information_schema.columns where column_name ~ '(^|_)sha256$' and table_schema in ('public', 'pub') order by 1`,
    );
    await client.end();
    const asked = blobReferences.flatMap((one) => ('column' in one ? [`${one.table}.${one.column}`] : []));
    assert.deepEqual(
      rows.map(({ place }) => place).filter((place) => !rememberedHashes.includes(place)),
      [...asked].toSorted(),
      'a new column with a hash belongs in src/storage/blob-references.ts',
    );
    for (const one of blobReferences) assert.equal(await isBlobReferred(t.db, 'f'.repeat(64)), false, one.table);
  });
});

test('a disposal needs a plan, a decision and two persons, takes what the document said, and keeps its row', async () => {
  const matterId = await closedMatter();
  const text = 'Arbetsmaterial som ingen längre behöver.';
  const documentId = await document(text, { kind: 'budgetProposal', matterId, datedOn: '2020-03-01' });
  const kept = await document('Ett protokoll.', { kind: 'minutes', matterId });
  const today = () => t.runtime.today();
  const disposable = () => t.db.read(auth('record.read'), (r) => listDisposable(r, today()));
  assert.deepEqual(await disposable(), [], 'without a plan nothing may go');
  const plan = (fields: Partial<Parameters<typeof setRetention>[1]>) =>
    t.db.transact(auth('archive.make'), { verb: 'setRetention' }, (w) =>
      setRetention(w, {
        series: 'budgetProposal',
        fate: 'whenObsolete',
        basis: 'Plan § 4',
        validFrom: '2020-01-01',
        ...fields,
      }),
    );
  await plan({});
  for (const wrong of [{ series: 'minutes' }, { fate: 'afterYears', validFrom: '2021-01-01' }, {}] as const)
    await assert.rejects(plan(wrong), { code: 'record.invalid' });
  assert.deepEqual(
    (await disposable()).map((one) => one.documentId),
    [documentId],
  );
  const archivist = person('Arkivarie Prov', 'archivist');
  const registrar = person('Registrator Prov', 'registrar');
  const propose = (ids: readonly string[]) =>
    t.db.transact(authorize(archivist, 'archive.dispose'), { verb: 'proposeDisposal' }, (w) =>
      proposeDisposal(w, {
        documentIds: ids,
        decisionNumber: '26PR77',
        decisionOn: '2026-02-01',
        decisionBody: 'Provstyrelsen',
      }),
    );
  await assert.rejects(propose([documentId, kept]), { code: 'archiving.hindered' });
  const disposalId = await propose([documentId]);
  await assert.rejects(propose([documentId]), { code: 'archiving.hindered' }, 'it stands in a proposal');
  const step = async (actor: Actor, run: typeof approveDisposal) =>
    t.db.transact(authorize(actor, 'archive.dispose'), { verb: 'test' }, async (w) =>
      run(w, { disposalId, expectedVersion: (await getDisposal(w, disposalId)).version }),
    );
  await assert.rejects(step(registrar, carryOutDisposal), { code: 'record.wrongState' });
  await assert.rejects(step(archivist, approveDisposal), { code: 'archiving.sameApprover' });
  await step(registrar, approveDisposal);
  await destroyDisposedFiles({ db: t.db, blobs }, t.tenantId, disposalId);
  const { sha256 } = await t.db.read(auth('record.read'), (r) => getDocument(r, documentId));
  assert.equal(blobs.has(sha256), true, 'nothing goes before it is carried out');
  await step(archivist, carryOutDisposal);
  const gone = await t.db.read(auth('record.read'), (r) => getDocument(r, documentId));
  assert.deepEqual([gone.sourceText, gone.disposedOn], [null, today()]);
  await destroyDisposedFiles({ db: t.db, blobs }, t.tenantId, disposalId);
  await destroyDisposedFiles({ db: t.db, blobs }, t.tenantId, disposalId);
  await assert.rejects(blobs.get(sha256), { code: 'storage.fileDisposed' });
  const told = await t.db.read(auth('record.read'), (r) => getDisposal(r, disposalId));
  assert.deepEqual(
    [told.state, told.items[0]?.outcome, told.approvedBy],
    ['carriedOut', 'removed', 'Registrator Prov'],
  );
  const rows = await t.db.read(auth('record.read'), (r) => listDocuments(r, { matterId }));
  assert.equal(rows.length, 2, 'the row remains');
  const again = await document(text, { kind: 'other' });
  assert.notEqual(again, documentId, 'the same bytes can be handed in anew');
  assert.equal(blobs.has(sha256), true);
});

test('a file that another record uses stays when one of them is disposed of', async () => {
  const text = 'Samma bilaga i två register.';
  const documentId = await document(text, { kind: 'budgetProposal', datedOn: '2020-01-01' });
  const { sha256 } = await t.db.read(auth('record.read'), (r) => getDocument(r, documentId));
  const client = new pg.Client(t.connection);
  await client.connect();
  const other = t.runtime.newId();
  await client.query(`insert into tenant (id, slug, name, created_at) values ($1, 'annan', 'Annan', now())`, [other]);
  await client.query(
    `insert into document (tenant_id, id, kind, title, file_name, media_type, size, sha256) values ($1, $2, 'other', 'x', 'x', 'text/plain', 1, $3)`,
    [other, t.runtime.newId(), sha256],
  );
  await client.end();
  const disposalId = await t.db.transact(auth('archive.dispose'), { verb: 'test' }, (w) =>
    proposeDisposal(w, {
      documentIds: [documentId],
      decisionNumber: '26PR78',
      decisionOn: '2026-02-01',
      decisionBody: 'Provstyrelsen',
    }),
  );
  await t.db.transact(authorize(person('Annan Person', 'registrar'), 'archive.dispose'), { verb: 'test' }, async (w) =>
    approveDisposal(w, { disposalId, expectedVersion: 1 }),
  );
  const expectedVersion = await versionOf(disposalId);
  await t.db.transact(auth('archive.dispose'), { verb: 'test' }, (w) =>
    carryOutDisposal(w, { disposalId, expectedVersion }),
  );
  await destroyDisposedFiles({ db: t.db, blobs }, t.tenantId, disposalId);
  const { items } = await t.db.read(auth('record.read'), (r) => getDisposal(r, disposalId));
  assert.equal(items[0]?.outcome, 'kept');
  assert.equal(blobs.has(sha256), true);
});

test('a package is drawn up of what is ready, made, checked, and delivered with a receipt', async () => {
  const unclassified = await closedMatter({ publicTitle: 'Utan klass' });
  const open = await closedMatter({ publicTitle: 'Öppet ärende' }, '2.7.1');
  const secret = await closedMatter(
    {
      publicTitle: 'Ett ärende',
      protectedTitle: 'HEMLIGHETEN',
      secrecyLevel: 'secret',
      legalGround: 'OSL 21 kap. 7 §',
    },
    '2.7.2',
  );
  await document('En skrivelse i ett öppet ärende.', { matterId: open, datedOn: '2020-04-01' });
  await document('HEMLIGHETEN i en skrivelse.', { matterId: secret, title: 'HEMLIGHETEN' });
  const { rows } = await t.db.read(auth('record.read'), (r) => listArchivable(r, { noun: 'matter' }));
  assert.equal(rows.find(({ id }) => id === unclassified)?.hindrance, 'unclassified');
  const draw = (ids: readonly string[], reading?: ReturnType<typeof auth<'matter.readProtected'>>) =>
    t.db.transact(auth('archive.make'), { verb: 'drawUpPackage' }, (w) =>
      drawUpPackage(w, {
        ...{ title: 'Avslutade ärenden', scheme: 'VerkSAM', refs: ids.map((id) => ({ noun: 'matter', id })) as never },
        reading,
      }),
    );
  await assert.rejects(draw([unclassified]), { code: 'archiving.notReady' });
  await assert.rejects(draw([]), { code: 'record.invalid' });

  const packageId = await draw([open, secret]);
  const report = await makeArchivePackage(tools(), auth('archive.make'), packageId);
  assert.deepEqual(report.faults, []);
  const made = await t.db.read(auth('record.read'), (r) => getArchivePackage(r, packageId));
  assert.deepEqual([made.state, made.includesSecret], ['checked', false]);
  assert.deepEqual(made.items.map(({ leftOut }) => leftOut).toSorted(), [secretLeftOut, null].toSorted());
  const bytes = await blobs.get(made.sha256!);
  const { strFromU8, unzipSync } = await import('fflate');
  const files = Object.values(unzipSync(bytes)).map((one) => strFromU8(one));
  assert.ok(
    files.every((text) => !text.includes('HEMLIGHETEN')),
    'nothing secret comes along',
  );
  assert.ok(
    files.some((text) => text.includes(secretLeftOut)),
    'and that it was left out is told',
  );
  const hash = made.sha256;
  await makeArchivePackage(tools(), auth('archive.make'), packageId);
  const again = await t.db.read(auth('record.read'), (r) => getArchivePackage(r, packageId));
  assert.equal(again.sha256, hash, 'the same register gives the same bytes');
  const waiting = async () =>
    (await t.db.read(auth('record.read'), (r) => listArchivable(r, { noun: 'matter' }))).rows.map(({ id }) => id);
  assert.ok(!(await waiting()).includes(open) && (await waiting()).includes(secret));
  const deliver = (receipt: string, expectedVersion: number) =>
    t.db.transact(auth('archive.make'), { verb: 'deliverPackage' }, (w) =>
      deliverPackage(w, { packageId, expectedVersion, deliveredOn: '2026-03-02', receipt }),
    );
  await assert.rejects(deliver('', again.version), { code: 'record.invalid' });
  await deliver('Kvitto 17', again.version);
  await assert.rejects(
    t.db.transact(auth('archive.make'), { verb: 'test' }, (w) =>
      discardPackage(w, { packageId, expectedVersion: again.version + 1 }),
    ),
    { code: 'record.wrongState' },
  );

  const withSecret = await draw([secret], auth('matter.readProtected'));
  await assert.rejects(makeArchivePackage(tools(), auth('archive.make'), withSecret), { code: 'access.denied' });
  await makeArchivePackage(tools(), auth('archive.make'), withSecret, auth('matter.readProtected'));
  const whole = await t.db.read(auth('record.read'), (r) => getArchivePackage(r, withSecret));
  const erms = Object.entries(unzipSync(await blobs.get(whole.sha256!))).find(([name]) => name.endsWith('erms.xml'))!;
  assert.match(strFromU8(erms[1]), /<title>HEMLIGHETEN[\s\S]*publicTitle[\s\S]*<regulation>OSL 21 kap\. 7 §/);
});

test('a mark on a title is told in the package, and the title itself comes along only for who may read it', async () => {
  const matterId = await buildMatter(t, { publicTitle: 'Märkt' });
  const documentId = await document('öppet', { matterId, title: 'HEMLIG RUBRIK', datedOn: '2024-03-01' });
  await t.db.transact(authorize(operatorOf(t.tenantId), 'secrecy.mark'), { verb: 'markField' }, (w) =>
    markField(w, {
      ...{ noun: 'document', recordId: documentId, field: 'title', level: 'secret', provision: 'OSL 21 kap. 1 §' },
      publicText: 'Skrivelse',
    }),
  );
  await t.db.transact(auth('matter.edit'), { verb: 'close' }, async (w) => {
    const version = async () => (await getMatter(w, matterId)).version;
    await classifyMatter(w, { matterId, classification: '1.1', expectedVersion: await version() });
    await closeMatter(w, { matterId, expectedVersion: await version() });
  });
  const { strFromU8, unzipSync } = await import('fflate');
  const make = async (reading?: ReturnType<typeof auth<'matter.readProtected'>>) => {
    const refs = [{ noun: 'matter', id: matterId }] as const;
    const packageId = await t.db.transact(auth('archive.make'), { verb: 'drawUpPackage' }, (w) =>
      drawUpPackage(w, { title: 'Märkta', scheme: 'VerkSAM', refs, reading }),
    );
    const { faults } = await makeArchivePackage(tools(), auth('archive.make'), packageId, reading);
    assert.deepEqual(faults, []);
    const made = await t.db.read(auth('record.read'), (r) => getArchivePackage(r, packageId));
    const files = Object.entries(unzipSync(await blobs.get(made.sha256!)));
    return {
      includesSecret: made.includesSecret,
      text: files.map(([, bytes]) => strFromU8(bytes)).join('\n'),
      erms: strFromU8(files.find(([name]) => name.endsWith('erms.xml'))![1]),
    };
  };
  const open = await make();
  assert.equal(open.includesSecret, false);
  assert.ok(!open.text.includes('HEMLIG RUBRIK'));
  assert.match(open.erms, /<title>Skrivelse<[\s\S]*<regulation>OSL 21 kap\. 1 §[\s\S]*confidentiality_assessed/);
  assert.match(open.erms, /sekretess: titeln/);
  const whole = await make(auth('matter.readProtected'));
  assert.equal(whole.includesSecret, true);
  assert.match(whole.erms, /<title>HEMLIG RUBRIK<\/title>\s*<otherTitle titleType="publicTitle">Skrivelse</);
});
