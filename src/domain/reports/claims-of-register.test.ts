import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { buildAssignment } from '../../../test/support/build-assignments.ts';
import { buildAssessment, buildPeriod, buildReport } from '../../../test/support/build-followup.ts';
import { buildIndicatorValue } from '../../../test/support/build-indicators.ts';
import { buildDocument, buildMatter } from '../../../test/support/build-matters.ts';
import { buildAgendaItem, buildMeeting } from '../../../test/support/build-meetings.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { Id } from '../../kernel/id.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { createTenant } from '../../storage/tenant.ts';
import { type Actor, authorize, operatorOf } from '../access/index.ts';
import { writeAssessment } from '../assessments/index.ts';
import { changeMatter, getMatter, rememberSource } from '../matters/index.ts';
import {
  attachEvidence,
  chooseQuotation,
  claimsToSettle,
  confirmSureSuggestions,
  editEntry,
  getReport,
  linksBelow,
  quotationHistory,
  type ReportEntry,
  refreshDraft,
  reportAsData,
  reportDocument,
  type SourceNoun,
  settleClaim,
  suggestedEvidence,
  unsettleClaim,
  unsettledClaims,
} from './index.ts';

let t: TestDatabase;
let board: Id<'body'>;
before(async () => {
  t = await openTestDatabase();
  board = await buildBody(t, { name: 'Vårdnämnden', shortName: 'VN' });
});
after(() => t.close());

const write = <T>(run: (w: Writer<'report.edit'>) => Promise<T>): Promise<T> =>
  t.db.transact(authorize(operatorOf(t.tenantId), 'report.edit'), { verb: 'prov' }, run);
const read = <T>(run: (r: Reader) => Promise<T>) => t.db.read(authorize(operatorOf(t.tenantId), 'record.read'), run);
const reportOf = (id: Id<'report'>) => read((r) => getReport(r, id));

let number = 0;
/** A report of 2023 with one answer, of a beredning of its own. */
async function scene(answer: string) {
  number += 1;
  const body = await buildBody(t, { kind: 'draftingCommittee', parentId: board, name: `Beredning för vård ${number}` });
  const assignmentId = await buildAssignment(t, {
    year: 2023,
    number,
    text: `Att följa arbetet ${number}.`,
    givenByBodyId: board,
    parties: [{ bodyId: body, role: 'monitor' }],
  });
  const reportId = await buildReport(t, { bodyId: body });
  const entry = async (): Promise<ReportEntry> =>
    (await reportOf(reportId)).entries.find((one) => one.assignment.id === assignmentId)!;
  const say = async (text: string): Promise<void> => {
    const { id, version } = await entry();
    await write((w) => editEntry(w, { entryId: id, expectedVersion: version, answer: text }));
  };
  await say(answer);
  return { body, assignmentId, reportId, entry, say };
}
const ownRemarks = async (reportId: Id<'report'>, entryId: string): Promise<readonly string[]> =>
  claimsToSettle(await reportOf(reportId))
    .filter((one) => one.entryId === entryId)
    .map((one) => `${one.kind}${one.settled ? ' settled' : ''}`);

test('a day of which the register has no meeting is missing until there is one', async () => {
  const { body, reportId, entry } = await scene('Beredningen informerades den 14 mars.');
  const { id } = await entry();
  assert.deepEqual(await ownRemarks(reportId, id), ['missingMeeting']);
  await buildMeeting(t, { bodyId: body, heldOn: '2023-03-14' });
  assert.deepEqual(await ownRemarks(reportId, id), ['futureMeeting'], 'it only stands as planned');
  await buildMeeting(t, { bodyId: body, heldOn: '2023-03-14', kind: 'workshop', alreadyHeld: true });
  assert.deepEqual(await ownRemarks(reportId, id), ['unsupported'], 'it was held, but nothing is tied to the sentence');
});

test('a remark that a person settles stays settled until the sentence changes, or another remark comes', async () => {
  const { reportId, entry, say } = await scene('Vårdnämnden fick en rapport den 4 november.');
  const { id, claims } = await entry();
  const claimHash = claims[0]!.hash;
  const settle = (reason: string) => write((w) => settleClaim(w, { entryId: id, claimHash, reason }));
  await assert.rejects(settle('  '), { code: 'record.invalid' });
  await settle('Nämndens protokoll är inte inläst.');
  assert.deepEqual(await ownRemarks(reportId, id), ['missingMeeting settled']);
  const [remark] = claimsToSettle(await reportOf(reportId)).filter((one) => one.entryId === id);
  assert.equal(remark?.settled?.reason, 'Nämndens protokoll är inte inläst.');
  assert.ok(unsettledClaims(await reportOf(reportId)).every((one) => one.entryId !== id));
  await say('Vårdnämnden fick en muntlig rapport den 4 november.');
  assert.deepEqual(await ownRemarks(reportId, id), ['missingMeeting'], 'another sentence is unsettled');
  await say('Vårdnämnden fick en rapport den 4 november.');
  assert.deepEqual(await ownRemarks(reportId, id), ['missingMeeting settled'], 'the same sentence is the same claim');
  await buildMeeting(t, { bodyId: board, heldOn: '2023-11-04' });
  assert.deepEqual(await ownRemarks(reportId, id), ['futureMeeting'], 'another remark was not settled');
  await write((w) => unsettleClaim(w, { entryId: id, claimHash }));
  await assert.rejects(
    write((w) => unsettleClaim(w, { entryId: id, claimHash })),
    { code: 'record.notFound' },
  );
});

test('suggestions come from the register with their reason; the sure ones are confirmed together', async () => {
  const { body, reportId, entry } = await scene(
    'Beredningen informerades den 30 maj. Antalet digitala besök var 47 254. Patienterna är nöjda.',
  );
  const meetingId = await buildMeeting(t, { bodyId: body, alreadyHeld: true });
  const itemId = await buildAgendaItem(t, { meetingId, title: 'Mobila team' });
  const { valueId } = await buildIndicatorValue(t, { name: 'digitala besök', value: 47_254, asOf: '2023' });
  const now = await entry();
  const found = await read(async (r) => suggestedEvidence(r, await getReport(r, reportId), [now]));
  const told = now.claims.map(({ hash }) =>
    found.get(`${now.id} ${hash}`)!.map((one) => [one.source.id, one.reason, one.strength]),
  );
  assert.deepEqual(told, [[[itemId, 'sameDayAndBody', 'sure']], [[valueId, 'inSeries', 'sure']], []]);
  assert.equal(await write((w) => confirmSureSuggestions(w, { reportId, entryId: now.id })), 2);
  assert.deepEqual(
    (await entry()).claims.map((one) => one.state),
    ['supported', 'supported', 'unsupported'],
  );
  const tree = reportDocument(await reportOf(reportId), { linkTo: linksBelow('https://kansli.example') });
  assert.match(JSON.stringify(tree.notes), /indikatorer\/[^"]+#varde-/, 'the value is a note with its address');
  assert.equal(await write((w) => confirmSureSuggestions(w, { reportId, entryId: now.id })), 0);
});

test('a figure that differs from its series is said with the difference', async () => {
  await buildIndicatorValue(t, { name: 'hembesök', value: 812, asOf: '2023' });
  const { reportId, entry } = await scene('Antalet hembesök var 821.');
  const { id } = await entry();
  const remark = claimsToSettle(await reportOf(reportId)).find(
    (one) => one.entryId === id && one.kind === 'figureDiffers',
  );
  assert.deepEqual([remark?.figure?.stated, remark?.figure?.inSeries, remark?.figure?.difference], [821, 812, 9]);
});

test('a source that dies is seen: a meeting cancelled, a passage replaced', async () => {
  const { body, reportId, entry } = await scene('Läget är gott enligt handlingen.');
  const { id, claims } = await entry();
  const meetingId = await buildMeeting(t, { bodyId: body, heldOn: '2023-06-01', alreadyHeld: true });
  const itemId = await buildAgendaItem(t, { meetingId });
  await write((w) =>
    attachEvidence(w, { entryId: id, claimHash: claims[0]!.hash, noun: 'agendaItem', sourceId: itemId }),
  );
  assert.deepEqual(await ownRemarks(reportId, id), []);
  await write(async (w) => {
    await w.db
      .updateTable('meeting')
      .set({ state: 'cancelled' })
      .where('id', '=', meetingId)
      .where('tenant_id', '=', w.tenantId)
      .execute();
    await w.log({ noun: 'meeting', recordId: meetingId });
  });
  assert.deepEqual(await ownRemarks(reportId, id), ['sourceGone']);
});

test('a quotation goes its whole way: quoted, changed, kept with a reason, refreshed; who, when and why stand in its history', async () => {
  const { assignmentId, reportId } = await scene('Frågan följs.');
  const periodId = await buildPeriod(t);
  const first = 'Arbetet pågår enligt plan.';
  await buildAssessment(t, { assignmentId, periodId, text: first });
  await write((w) => refreshDraft(w, reportId));
  const one = async () => (await reportOf(reportId)).entries.find((entry) => entry.assignment.id === assignmentId)!;
  assert.equal((await one()).quotation?.text, first);
  const second = 'Arbetet pågår men är försenat.';
  await t.db.transact(authorize(operatorOf(t.tenantId), 'assessment.write'), { verb: 'prov' }, (w) =>
    writeAssessment(w, { assignmentId, periodId, text: second, expectedVersion: 1 }),
  );
  const outdated = await one();
  assert.deepEqual([outdated.quotation?.text, outdated.quotation?.outdated?.text], [first, second]);
  assert.ok((await ownRemarks(reportId, outdated.id)).includes('quotationChanged'));
  const choose = async (choice: 'keep' | 'refresh', reason?: string) => {
    const { id, version } = await one();
    await write((w) =>
      chooseQuotation(w, { entryId: id, expectedVersion: version, choice, ...(reason && { reason }) }),
    );
  };
  await choose('keep', 'Delårsrapporten är redan beslutad.');
  assert.equal((await ownRemarks(reportId, outdated.id)).includes('quotationChanged'), false);
  assert.equal((await one()).quotation?.text, first);
  await choose('refresh');
  assert.equal((await one()).quotation?.text, second);
  const history = await read((r) => quotationHistory(r, outdated.id));
  assert.deepEqual(
    history
      .map(({ choice, fromVersion, toVersion, reason }) => ({ choice, fromVersion, toVersion, reason }))
      .toSorted((a, b) => a.choice.localeCompare(b.choice)),
    [
      { choice: 'keep', fromVersion: 1, toVersion: 2, reason: 'Delårsrapporten är redan beslutad.' },
      { choice: 'refresh', fromVersion: 1, toVersion: 2, reason: null },
    ],
  );
  assert.ok(history.every(({ by, at }) => by !== '' && at instanceof Date));
});

/** People who read reports: none of them has the proof that opens a secret matter in the report itself. */
const readers = (bodyId: Id<'body'>): readonly Actor[] => [
  operatorOf(t.tenantId),
  ...(['member', 'controller', 'caseOfficer', 'archivist', 'chair'] as const).map(
    (role): Actor => ({
      ...operatorOf(t.tenantId),
      grants: [{ role, bodyId, validFrom: '2020-01-01', validTo: null }],
    }),
  ),
];

test('property: evidence never shows a secret source’s words nor points into another authority, whoever reads', async () => {
  const { body, reportId, entry } = await scene('Detta är sagt. Detta är också sagt. Och detta.');
  const { id, claims } = await entry();
  const matters: Id<'matter'>[] = [];
  const sources: { noun: SourceNoun; sourceId: string; word: string; matter: number }[] = [];
  const meetingId = await buildMeeting(t, { bodyId: body, heldOn: '2023-02-02', alreadyHeld: true });
  for (const matter of [0, 1, 2]) {
    const matterId = await buildMatter(t, { publicTitle: `Ärende ${matter}` });
    matters.push(matterId);
    const itemId = await buildAgendaItem(t, { meetingId, title: `punktord${matter}x`, matterId });
    sources.push({ noun: 'agendaItem', sourceId: itemId, word: `punktord${matter}x`, matter });
    const sourceText = `Ett stycke om textord${matter}x.\n`;
    const documentId = await buildDocument(t, { title: `titelord${matter}x`, sourceText, matterId });
    const passageId = await t.db.transact(
      authorize(operatorOf(t.tenantId), 'matter.edit'),
      { verb: 'prov' },
      async (w) => {
        await rememberSource(w, {
          noun: 'agendaItem',
          recordId: itemId,
          documentId,
          start: 0,
          end: sourceText.length - 1,
          line: 1,
          rule: 'prov',
          confidence: 1,
        });
        await w.log({ noun: 'document', recordId: documentId });
        return (
          await w.db
            .selectFrom('source_passage')
            .select('id')
            .where('document_id', '=', documentId)
            .executeTakeFirstOrThrow()
        ).id;
      },
    );
    sources.push({ noun: 'sourcePassage', sourceId: passageId, word: `textord${matter}x`, matter });
    sources.push({ noun: 'sourcePassage', sourceId: passageId, word: `titelord${matter}x`, matter });
  }
  const mark = async (matterId: Id<'matter'>, secret: boolean): Promise<void> =>
    t.db.transact(authorize(operatorOf(t.tenantId), 'matter.edit'), { verb: 'prov' }, async (w) => {
      const { version, publicTitle } = await getMatter(w, matterId);
      await changeMatter(w, {
        matterId,
        expectedVersion: version,
        publicTitle,
        secrecyLevel: secret ? 'secret' : 'open',
        ...(secret ? { legalGround: 'OSL 25 kap. 1 §' } : {}),
      });
    });
  const attach = (index: number, { noun, sourceId }: { noun: SourceNoun; sourceId: string }) =>
    write((w) => attachEvidence(w, { entryId: id, claimHash: claims[index % claims.length]!.hash, noun, sourceId }));
  for (const [index, source] of sources.entries()) await attach(index, source);

  /** All that a reader gets of the report, in every form. */
  const seenBy = async (actor: Actor): Promise<string> => {
    const report = await t.db.read(authorize(actor, 'record.read'), (r) => getReport(r, reportId));
    const suggested = await t.db.read(authorize(actor, 'record.read'), (r) =>
      suggestedEvidence(r, report, report.entries),
    );
    const tree = reportDocument(report, { linkTo: linksBelow('https://kansli.example') });
    return JSON.stringify([report, reportAsData(report), tree, [...suggested]]);
  };
  let hidden = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), fc.nat(5), async (secret, who) => {
      for (const [index, matterId] of matters.entries()) await mark(matterId, secret[index]!);
      const seen = await seenBy(readers(body)[who % readers(body).length]!);
      for (const { word, matter } of sources) {
        assert.equal(
          seen.includes(word),
          !secret[matter],
          `${word} of a ${secret[matter] ? 'secret' : 'public'} matter`,
        );
        if (secret[matter]) hidden += 1;
      }
      if (secret.some(Boolean)) assert.ok(seen.includes('belägg finns, sekretess'));
    }),
    { numRuns: 12 },
  );
  assert.ok(hidden > 0, 'control: something was secret, and without the mark the same words are seen');

  await mark(matters[0]!, true);
  await assert.rejects(attach(0, sources[1]!), { code: 'record.notFound' });

  const elsewhere = { ...t, tenantId: await createTenant(t.db, { name: 'Region Annanstans', slug: 'annanstans' }) };
  const otherBody = await buildBody(elsewhere, { name: 'Nämnden där borta' });
  const otherMeeting = await buildMeeting(elsewhere, { bodyId: otherBody });
  const otherItem = await buildAgendaItem(elsewhere, { meetingId: otherMeeting });
  await assert.rejects(attach(0, { noun: 'agendaItem', sourceId: otherItem }), { code: 'record.notFound' });
  await assert.rejects(attach(0, { noun: 'meeting', sourceId: otherMeeting }), { code: 'record.notFound' });
});
