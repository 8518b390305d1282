import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildDocument, buildMatter } from '../../../test/support/build-matters.ts';
import { buildAgendaItem, buildMeeting } from '../../../test/support/build-meetings.ts';
import { buildBody } from '../../../test/support/build-organisation.ts';
import { openTestDatabase } from '../../../test/support/database.ts';
import { runVerbs } from '../../../test/support/run-verbs.ts';
import { addDays } from '../../kernel/civil-date.ts';
import { changeDocumentKind, type DocumentKind } from '../matters/index.ts';
import type { BodyKind } from '../organisation/index.ts';
import {
  announcedDocumentKinds,
  attachDocument,
  freezeAgenda,
  listAnnouncedPapers,
  listNoticePapers,
} from './index.ts';

const t = await openTestDatabase();
after(t.close);
const { read, write } = runVerbs(t, 'meeting.edit');
const today = t.runtime.today();
let count = 0;

test('R-KL-74: budget proposal, annual report and audit reports are open from the notice of an assembly on, and not before', async () => {
  const { meetingId, papers } = await meetingWith('assembly', announcedDocumentKinds);
  assert.deepEqual(await announcedAt(meetingId), []);
  await freeze(meetingId);
  assert.deepEqual(await announcedAt(meetingId), papers);
});

test('R-KL-74: what comes with a supplement is open with it, and what the first had stands once', async () => {
  const { meetingId, itemId, papers } = await meetingWith('assembly', ['budgetProposal']);
  await freeze(meetingId);
  const late = await buildDocument(t, { kind: 'auditReport' });
  await write((w) => attachDocument(w, { itemId, documentId: late }));
  assert.deepEqual(await announcedAt(meetingId), papers);
  await write((w) => freezeAgenda(w, { meetingId, expectedNumber: 1 }));
  assert.deepEqual(await announcedAt(meetingId), [...papers, late]);
});

test('R-KL-74 does not bind a nämnd, a beredning or a chefsgrupp: their notices are not announced by law', async () => {
  for (const kind of ['committee', 'draftingCommittee', 'officialsGroup'] as const) {
    const { meetingId } = await meetingWith(kind, announcedDocumentKinds);
    await freeze(meetingId);
    assert.deepEqual(await announcedAt(meetingId), [], kind);
  }
});

test('R-KL-74: only open documents of these kinds; a matter that becomes secret takes its document away', async () => {
  const matterId = await buildMatter(t, { secrecyLevel: 'secret', legalGround: 'OSL 25 kap. 1 §' });
  const { meetingId, itemId } = await meetingWith('assembly', ['other', 'budgetProposal']);
  const [, budget] = await documentsOf(itemId);
  await freeze(meetingId);
  assert.deepEqual(await announcedAt(meetingId), [budget]);
  await write(async (w) => {
    await w.db
      .updateTable('document')
      .set({ matter_id: matterId })
      .where('tenant_id', '=', w.tenantId)
      .where('id', '=', budget!)
      .execute();
    await w.log({ noun: 'document', recordId: budget!, summary: 'moved' });
  });
  assert.deepEqual(await announcedAt(meetingId), []);
});

test('R-KL-74: a document that was registered as something else is open when its kind has been said', async () => {
  const { meetingId, papers } = await meetingWith('assembly', ['other']);
  await freeze(meetingId);
  const [documentId] = papers;
  const told = { documentId: documentId!, kind: 'annualReport', expectedVersion: 1 } as const;
  await write((w) => changeDocumentKind(w, told), 'matter.edit');
  assert.deepEqual(await announcedAt(meetingId), papers);
  await assert.rejects(
    write((w) => changeDocumentKind(w, told), 'matter.edit'),
    { code: 'record.changedMeanwhile' },
  );
  assert.ok((await read((r) => listNoticePapers(r, today))).length > 0);
  assert.deepEqual(await read((r) => listAnnouncedPapers(r, addDays(today, 600))), [], 'not for ever');
});

async function meetingWith(kind: BodyKind, kinds: readonly DocumentKind[]) {
  count += 1;
  const bodyId = await buildBody(t, { kind, name: `Prov ${count}` });
  const meetingId = await buildMeeting(t, { bodyId, heldOn: addDays(today, 20) });
  const itemId = await buildAgendaItem(t, { meetingId, title: 'Ekonomi', number: '1' });
  const papers: string[] = [];
  for (const one of kinds) {
    const documentId = await buildDocument(t, { kind: one });
    await write((w) => attachDocument(w, { itemId, documentId }));
    papers.push(documentId);
  }
  return { meetingId, itemId, papers };
}

const freeze = (meetingId: string) => write((w) => freezeAgenda(w, { meetingId, expectedNumber: 0 }));

async function announcedAt(meetingId: string): Promise<readonly string[]> {
  const papers = await read((r) => listAnnouncedPapers(r, today));
  return papers.filter((one) => one.meetingId === meetingId).map(({ document }) => document.id);
}

async function documentsOf(itemId: string): Promise<readonly string[]> {
  const rows = await read((r) =>
    r.db
      .selectFrom('agenda_item_document')
      .select('document_id')
      .where('tenant_id', '=', r.tenantId)
      .where('agenda_item_id', '=', itemId)
      .orderBy('position')
      .execute(),
  );
  return rows.map((row) => row.document_id);
}
