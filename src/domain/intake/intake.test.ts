import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { buildIntakeFile, memoryBlobs, readAsProduct } from '../../../test/support/build-intake.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { AppError, messageOf } from '../../kernel/errors.ts';
import { createTenant } from '../../storage/tenant.ts';
import { authorize, operatorOf } from '../access/index.ts';
import { findAssignmentByRef, giveAssignment, listAssignmentLinks, listAssignments } from '../assignments/index.ts';
import { sourcesOf } from '../matters/index.ts';
import { itemsForAssignment, listMeetings } from '../meetings/index.ts';
import { listBodies } from '../organisation/index.ts';
import { isSuggestion } from './confidence.ts';
import { confirmAll } from './confirm-all.ts';
import { confirmProposal } from './confirm-proposal.ts';
import { handInBytes } from './hand-in.ts';
import { getIntakeFile, getProposal, listIntakeFiles, listProposals } from './intake-reader.ts';
import type { Proposal } from './proposal.ts';
import { readIntakeFile } from './read-file.ts';
import { reopenProposal } from './reopen-proposal.ts';
import { changeProposal, rejectProposal } from './review-proposal.ts';

const report = (
  year: number,
  first = 'Att följa arbetet med skogsmottagningen.',
) => `# Återrapportering till vård- och skogsnämnden

Beredning för skogsvård ${year}

## 2. Återrapportering av uppdrag

**Vård- och skogsnämndens beredning för skogsvård får i uppdrag:**

**Nr 1. ${first}**

**Svar:** Information om skogsmottagningen vid sammanträde den 14 mars.

**Ur delårsrapport:** *Mottagningen är öppen. Uppdraget har startat och bedöms vara klart vid årets slut.*

---

**Nr 2. Att se över stigarna.**

**Svar:** Beredningen berörs ej av uppdraget.

---
`;

describe('intake on a real database', () => {
  let t: TestDatabase;
  before(async () => {
    t = await openTestDatabase();
  });
  after(() => t.close());
  const confirming = () => authorize(operatorOf(t.tenantId), 'intake.confirm');
  const reading = () => authorize(operatorOf(t.tenantId), 'record.read');
  const confirm = (one: Pick<Proposal, 'id' | 'version'>) =>
    t.db.transact(confirming(), { verb: 'confirmProposal' }, (w) =>
      confirmProposal(w, { proposalId: one.id, expectedVersion: one.version }),
    );
  const reopen = (one: Pick<Proposal, 'id' | 'version'>) =>
    t.db.transact(confirming(), { verb: 'reopenProposal' }, (w) =>
      reopenProposal(w, { proposalId: one.id, expectedVersion: one.version }),
    );
  const now = (one: Proposal) => t.db.read(reading(), (r) => getProposal(r, one.id));
  const assignment = (year: number, number: number) =>
    t.db.read(reading(), (r) => findAssignmentByRef(r, { year, number }));

  test('the same bytes are one file, also when two hand them in at once', async () => {
    const auth = authorize(operatorOf(t.tenantId), 'intake.handIn');
    const file = { fileName: 'a.txt', mediaType: 'text/plain', bytes: new TextEncoder().encode('Ett brev.\n') };
    const tools = { db: t.db, blobs: memoryBlobs() };
    const all = await Promise.all([
      handInBytes(tools, auth, file),
      handInBytes(tools, auth, file),
      handInBytes(tools, auth, file),
    ]);
    assert.equal(new Set(all.map((one) => one.fileId)).size, 1);
    assert.equal(all.filter((one) => !one.already).length, 1);
    assert.equal((await handInBytes(tools, auth, { ...file, fileName: 'b.txt' })).already, true);
  });

  test('reading twice at once lays the proposals once', async () => {
    const auth = authorize(operatorOf(t.tenantId), 'intake.handIn');
    const blobs = memoryBlobs();
    const tools = { db: t.db, blobs, read: readAsProduct };
    const bytes = new TextEncoder().encode(report(2011));
    const { fileId } = await handInBytes(tools, auth, { fileName: 'r.txt', mediaType: 'text/plain', bytes });
    await Promise.all([readIntakeFile(tools, auth, fileId), readIntakeFile(tools, auth, fileId)]);
    const proposals = await t.db.read(auth, (r) => listProposals(r, fileId, { type: 'assignment' }));
    assert.equal(proposals.length, 2);
    assert.equal((await t.db.read(auth, (r) => getIntakeFile(r, fileId))).state, 'read');
  });

  test('a file that the reader refuses says why, and can be read again', async () => {
    const auth = authorize(operatorOf(t.tenantId), 'intake.handIn');
    const tools = { db: t.db, blobs: memoryBlobs() };
    const bytes = new TextEncoder().encode('%PDF-1.7 nothing');
    const { fileId } = await handInBytes(tools, auth, { fileName: 'x.pdf', mediaType: 'application/pdf', bytes });
    const refuse = async () => {
      throw new AppError('intake.unreadable');
    };
    await readIntakeFile({ ...tools, read: refuse }, auth, fileId);
    const failed = await t.db.read(auth, (r) => getIntakeFile(r, fileId));
    assert.deepEqual([failed.state, failed.errorCode], ['failed', 'intake.unreadable']);
    const read = async () =>
      await readAsProduct({ fileName: 'x.txt', mediaType: 'text/plain', bytes: new TextEncoder().encode('Text.') });
    await readIntakeFile({ ...tools, read }, auth, fileId);
    assert.equal((await t.db.read(auth, (r) => getIntakeFile(r, fileId))).state, 'read');
  });

  test('an answer is refused until its assignment is confirmed, and says so', async () => {
    const { proposals } = await buildIntakeFile(t, report(2012));
    const entry = proposals.find((one) => one.type === 'reportEntry')!;
    await assert.rejects(confirm(entry), (error: AppError) => {
      assert.equal(error.code, 'intake.openQuestions');
      assert.match(messageOf(error.code, 'sv', error.values), /Uppdraget 2012:1 finns inte/);
      return true;
    });
    await confirm(proposals.find((one) => one.type === 'assignment')!);
    await confirm(entry);
    const found = (await assignment(2012, 1))!;
    const items = await t.db.read(reading(), (r) => itemsForAssignment(r, found.id));
    assert.deepEqual(
      items.map((item) => [item.title, item.heldOn]),
      [['Information om skogsmottagningen', '2012-03-14']],
    );
    const sources = await t.db.read(reading(), (r) => sourcesOf(r, 'agendaItem', items[0]!.itemId));
    assert.match(sources[0]!.text ?? '', /^Information om skogsmottagningen vid sammanträde den 14 mars\.$/);
  });

  test('two people who confirm the same proposal make one record', async () => {
    const { proposals } = await buildIntakeFile(t, report(2013));
    const one = proposals.find((proposal) => proposal.type === 'assignment')!;
    const outcomes = await Promise.allSettled([confirm(one), confirm(one), confirm(one)]);
    assert.equal(outcomes.filter((outcome) => outcome.status === 'fulfilled').length, 1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') assert.equal((outcome.reason as AppError).code, 'record.changedMeanwhile');
    const { rows } = await t.db.read(reading(), (r) => listAssignments(r, { year: 2013 }));
    assert.equal(rows.length, 1);
  });

  test('a change keeps what the reader wrote, and a stale version is answered with both texts', async () => {
    const { proposals } = await buildIntakeFile(t, report(2014));
    const one = proposals.find((proposal) => proposal.type === 'assignment')!;
    const change = (text: string) =>
      t.db.transact(confirming(), { verb: 'changeProposal' }, (w) =>
        changeProposal(w, { proposalId: one.id, expectedVersion: one.version, fields: { text } }),
      );
    await change('Att följa något annat.');
    const changed = await now(one);
    assert.equal(changed.fields.text, 'Att följa något annat.');
    assert.equal(changed.originalFields.text, one.fields.text);
    await assert.rejects(change('Att inte.'), (error: AppError) => {
      assert.equal(error.code, 'record.changedMeanwhile');
      assert.equal((error.details as { current: Proposal }).current.fields.text, 'Att följa något annat.');
      return true;
    });
    const wrong = { proposalId: one.id, expectedVersion: changed.version, fields: { year: 'i fjol', påhitt: 'x' } };
    await assert.rejects(
      t.db.transact(confirming(), { verb: 'changeProposal' }, (w) => changeProposal(w, wrong)),
      (error: AppError) => {
        assert.deepEqual(error.details, [
          { path: 'year', key: 'intake.field.number' },
          { path: 'påhitt', key: 'intake.unknownField' },
        ]);
        return true;
      },
    );
  });

  test('undo takes the record away as long as nothing builds on it, and else says what does', async () => {
    const { proposals } = await buildIntakeFile(t, report(2015));
    const [first, second] = proposals.filter((one) => one.type === 'assignment') as [Proposal, Proposal];
    await confirm(first);
    await confirm(second);
    await reopen(await now(second));
    assert.equal(await assignment(2015, 2), undefined);
    assert.equal((await now(second)).state, 'open');
    await confirm(proposals.find((one) => one.type === 'reportEntry')!);
    await assert.rejects(reopen(await now(first)), (error: AppError) => {
      assert.equal(error.code, 'intake.inUse');
      assert.match(messageOf(error.code, 'sv', error.values), /ärendepunkter.*lägesbilder.*återrapporteringar/);
      return true;
    });
    assert.ok(await assignment(2015, 1));
    await confirm(await now(second));
    assert.ok(await assignment(2015, 2));
  });

  test('a rejected proposal makes nothing, is left out of confirming all, and can be taken up again', async () => {
    const { fileId, proposals } = await buildIntakeFile(t, report(2016));
    const second = proposals.filter((one) => one.type === 'assignment')[1]!;
    const version = { proposalId: second.id, expectedVersion: second.version };
    await t.db.transact(confirming(), { verb: 'rejectProposal' }, (w) => rejectProposal(w, version));
    const { confirmed, open } = await confirmAll(t.db, confirming(), { fileId });
    assert.equal(confirmed.assignment, 1);
    assert.deepEqual(
      open.filter((one) => !isSuggestion(one.proposal.type)).map((one) => [one.proposal.type, one.questions[0]?.code]),
      [['reportEntry', 'unknownAssignment']],
    );
    await reopen(await now(second));
    assert.equal((await confirmAll(t.db, confirming(), { fileId })).confirmed.reportEntry, 1);
  });

  test('an import never overwrites: the same is tied to the record, another text is asked about with both', async () => {
    const { proposals } = await buildIntakeFile(t, report(2017));
    await confirm(proposals.find((one) => one.type === 'assignment')!);
    const same = await buildIntakeFile(t, `${report(2017)}\nTillägg.\n`, 'igen.txt');
    const again = same.proposals.find((one) => one.type === 'assignment')!;
    assert.deepEqual([again.state, again.made], ['confirmed', []], 'what a later version repeats is tied');
    await reopen(again);
    const record = await confirm(await now(again));
    assert.equal(record.id, (await assignment(2017, 1))!.id);
    const sources = await t.db.read(reading(), (r) => sourcesOf(r, 'assignment', record.id));
    assert.equal(new Set(sources.map((one) => one.documentId)).size, 2);
    const other = await buildIntakeFile(t, report(2017, 'Att följa arbetet med sjömottagningen.'), 'annan.txt');
    await assert.rejects(confirm(other.proposals.find((one) => one.type === 'assignment')!), (error: AppError) => {
      const [question] = error.details as { code: string; differences: unknown }[];
      assert.equal(question?.code, 'differs');
      assert.deepEqual(question?.differences, [
        {
          field: 'text',
          recorded: 'Att följa arbetet med skogsmottagningen.',
          proposed: 'Att följa arbetet med sjömottagningen.',
        },
      ]);
      return true;
    });
    assert.match((await assignment(2017, 1))!.text ?? '', /skogsmottagningen/);
  });

  test('undoing a confirmation that was only tied to a record leaves the record', async () => {
    const auth = authorize(operatorOf(t.tenantId), 'assignment.give');
    await t.db.transact(auth, { verb: 'giveAssignment' }, (w) =>
      giveAssignment(w, { year: 2018, number: 1, text: 'Att följa arbetet med skogsmottagningen.' }),
    );
    const { proposals } = await buildIntakeFile(t, report(2018));
    const one = proposals.find((proposal) => proposal.type === 'assignment')!;
    await confirm(one);
    await reopen(await now(one));
    assert.ok(await assignment(2018, 1));
  });

  test('an assignment that continues an older one is suggested as its successor, and linked when a person says so', async () => {
    const early = await buildIntakeFile(
      t,
      report(2004, 'Att utreda pilotverksamhet med flytande bastuvård.'),
      'tidig.txt',
    );
    await confirmAll(t.db, confirming(), { fileId: early.fileId });
    const late = await buildIntakeFile(
      t,
      report(2006, 'Att följa pilotverksamheten med flytande bastuvård.'),
      'sen.txt',
    );
    const { open } = await confirmAll(t.db, confirming(), { fileId: late.fileId });
    const link = open.find(
      (one) => one.proposal.type === 'assignmentLink' && /2004:1/.test(String(one.proposal.fields.from)),
    )!;
    assert.match(String(link.proposal.fields.reason), /bastuvård/);
    const later = (await assignment(2006, 1))!;
    assert.deepEqual(await t.db.read(reading(), (r) => listAssignmentLinks(r, later.id)), []);
    await confirm(link.proposal);
    const [made] = await t.db.read(reading(), (r) => listAssignmentLinks(r, later.id));
    assert.deepEqual([made?.kind, made?.outgoing, made?.other.ref], ['predecessor', true, '2004:1']);
    await reopen(await now(link.proposal));
    assert.deepEqual(await t.db.read(reading(), (r) => listAssignmentLinks(r, later.id)), []);
  });

  test('a name that looks like another body is a question; answered first, the records find the one body', async () => {
    const slip = (year: number) =>
      report(year).replaceAll('beredning för skogsvård får', 'beredning för skogsvården får');
    const alone = await buildIntakeFile(t, slip(2021), 'alias.txt');
    const alias = alone.proposals.find((one) => one.type === 'bodyAlias')!;
    assert.deepEqual([alias.fields.name, alias.fields.body], ['Beredning för skogsvården', 'Beredning för skogsvård']);
    const { open } = await confirmAll(t.db, confirming(), { fileId: alone.fileId, type: 'assignment' });
    assert.deepEqual(open, []);
    const bodies = await t.db.read(reading(), (r) => listBodies(r));
    assert.ok(
      bodies.some((body) => body.name === 'Beredning för skogsvården'),
      'nothing is merged by itself',
    );
    await assert.rejects(confirm(alias), (error: AppError) =>
      /eget organ/.test(messageOf(error.code, 'sv', error.values)),
    );

    const otherId = await createTenant(t.db, { slug: 'alias', name: 'Aliasregionen' });
    const other = authorize(operatorOf(otherId), 'intake.confirm');
    const there = await buildIntakeFile({ ...t, tenantId: otherId }, slip(2021));
    await confirmAll(t.db, other, { fileId: there.fileId, type: 'bodyAlias' });
    await confirmAll(t.db, other, { fileId: there.fileId });
    const names = (await t.db.read(other, (r) => listBodies(r))).map((body) => body.name);
    assert.deepEqual(names.toSorted(), ['Beredning för skogsvård', 'Vård- och skogsnämnden']);
  });

  test('one authority sees neither the files nor the proposals of another', async () => {
    const { fileId, proposals } = await buildIntakeFile(t, report(2019));
    const otherId = await createTenant(t.db, { slug: 'annan', name: 'Annan region' });
    const other = authorize(operatorOf(otherId), 'intake.confirm');
    await t.db.read(other, async (r) => {
      assert.deepEqual(await listIntakeFiles(r), []);
      assert.deepEqual(await listProposals(r, fileId), []);
      await assert.rejects(getProposal(r, proposals[0]!.id), { code: 'record.notFound' });
    });
    const theirs = { proposalId: proposals[0]!.id, expectedVersion: 1 };
    await assert.rejects(
      t.db.transact(other, { verb: 'confirmProposal' }, (w) => confirmProposal(w, theirs)),
      { code: 'record.notFound' },
    );
    const again = await buildIntakeFile({ ...t, tenantId: otherId }, report(2019));
    assert.notEqual(again.fileId, fileId);
    await confirmAll(t.db, other, { fileId: again.fileId });
    assert.equal(await assignment(2019, 1), undefined);
    assert.equal((await t.db.read(other, (r) => listMeetings(r))).meetings.length, 1);
  });

  test('a role that may not confirm is refused before anything is read', () => {
    const member = {
      ...operatorOf(t.tenantId),
      grants: [{ role: 'member' as const, bodyId: null, validFrom: '2000-01-01', validTo: null }],
    };
    assert.throws(() => authorize(member, 'intake.confirm'), { code: 'access.denied' });
    assert.throws(() => authorize(member, 'intake.handIn'), { code: 'access.denied' });
  });
});
