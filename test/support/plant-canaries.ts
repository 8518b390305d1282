import { createHash } from 'node:crypto';
import { recordDecision } from '../../src/domain/decisions/index.ts';
import { writeMemo } from '../../src/domain/meetings/index.ts';
import { proposePublication, withdrawMarked, withdrawPublication } from '../../src/domain/publications/index.ts';
import { type MarkableNoun, markField } from '../../src/domain/secrecy/index.ts';
import type { Id } from '../../src/kernel/id.ts';
import { recordAddress } from '../../src/kernel/record-address.ts';
import { buildAssignment } from './build-assignments.ts';
import { buildDeviation } from './build-deviations.ts';
import { buildDocument, buildMatter } from './build-matters.ts';
import { buildAgendaItem, buildMeeting } from './build-meetings.ts';
import { type Flock, openFlock } from './canaries.ts';
import type { DemoSite } from './demo-site.ts';

export type Planted = {
  /** What is marked or withheld: read by those who may read what is protected, by nobody else. */
  readonly secret: Flock;
  /** What is not published, and what was and is no more: read in the house, by nobody outside. */
  readonly unpublished: Flock;
  /** The pages of the records in which they were planted. */
  readonly pages: readonly string[];
  readonly documentIds: readonly string[];
  readonly withdrawn: number;
};

/** Plants canaries in every field that can be marked, in what is withheld as a whole, in what nobody has published and in what was withdrawn. */
export async function plantCanaries(site: DemoSite, bodyId: Id<'body'>, rounds: number): Promise<Planted> {
  const secret = openFlock('zqxvjk');
  const unpublished = openFlock('jxqwzv');
  const world = site.database;
  const pages: string[] = [];
  const documentIds: string[] = [];
  let withdrawn = 0;
  const meetingId = await buildMeeting(world, { bodyId, heldOn: '2026-12-29' });
  pages.push(recordAddress('meeting', meetingId));
  const hide = (noun: MarkableNoun, recordId: string, field: string) =>
    site.write('secrecy.mark', async (w) => {
      const marked = { noun, recordId, field, level: withdrawn % 2 ? 'protectedPerson' : 'secret' } as const;
      await markField(w, { ...marked, provision: 'osl-26-1', publicText: null });
      withdrawn += await withdrawMarked(w, marked);
    });
  const document = async (flock: Flock, name: string, matterId?: string) => {
    const [title, file, text] = ['title', 'file name', 'text'].map((part) => flock.plant(`${part} of ${name}`));
    const sourceText = `Hemlig skrivelse\n\nDet gäller ${text} och inget annat.\n`;
    const sha256 = createHash('sha256').update(sourceText).digest('hex');
    const fields = { title: `Hemlig skrivelse ${title}`, fileName: `${file}.txt`, sourceText, sha256 };
    const id = await buildDocument(world, { ...fields, ...(matterId && { matterId }) });
    documentIds.push(id);
    pages.push(recordAddress('document', id));
    return id;
  };
  for (let round = 0; round < rounds; round += 1) {
    const marked = await document(secret, 'a document with marked title and text');
    if (round % 5 === 0)
      await site.write('publication.propose', (w) => proposePublication(w, { noun: 'document', recordId: marked }));
    for (const field of ['title', 'sourceText']) await hide('document', marked, field);
    await hide('document', await document(secret, 'a document marked as a whole'), 'file');
    const matterId = await buildMatter(world, {
      bodyId,
      publicTitle: 'Ett ärende',
      protectedTitle: `Hemligt ärende ${secret.plant('protected title of a matter')}`,
      secrecyLevel: 'secret',
      legalGround: 'OSL 25 kap. 1 §',
    });
    await document(secret, 'a document of a secret matter', matterId);
    pages.push(recordAddress('matter', matterId));
    const item = await buildAgendaItem(world, {
      meetingId,
      title: `Hemlig punkt ${secret.plant('marked title of an item')}`,
      summary: `Hemlig beskrivning ${secret.plant('marked summary of an item')}`,
    });
    const decision = await site.write('decision.record', (w) =>
      recordDecision(w, {
        bodyId,
        state: 'made',
        decidedOn: '2026-11-20',
        title: `Hemligt beslut ${secret.plant('marked title of a decision')}`,
        note: `Hemlig anmärkning ${secret.plant('marked note of a decision')}`,
        clauses: [`att ${secret.plant('marked clause')} bifalls`],
      } as Parameters<typeof recordDecision>[1]),
    );
    const assignmentId = await buildAssignment(world, {
      year: 2026,
      number: 5_000 + round,
      title: `Hemligt uppdrag ${secret.plant('marked title of an assignment')}`,
      text: `Att pröva ${secret.plant('marked text of an assignment')}.`,
    });
    pages.push(recordAddress('decision', decision.id), recordAddress('assignment', assignmentId));
    const clause = await site.read((r) =>
      r.db
        .selectFrom('decision_clause')
        .select('id')
        .where('tenant_id', '=', r.tenantId)
        .where('decision_id', '=', decision.id)
        .executeTakeFirstOrThrow(),
    );
    for (const [noun, id, field] of [
      ['agendaItem', item, 'title'],
      ['agendaItem', item, 'summary'],
      ['decision', decision.id, 'title'],
      ['decision', decision.id, 'note'],
      ['decisionClause', clause.id, 'clause'],
      ['assignment', assignmentId, 'title'],
      ['assignment', assignmentId, 'fullText'],
    ] as const)
      await hide(noun, id, field);
    await document(unpublished, 'a document that nobody published');
    const takenBack = await buildMatter(world, {
      publicTitle: `Kantareller ${unpublished.plant('a title that was withdrawn')}`,
    });
    await site.write('publication.propose', (w) => proposePublication(w, { noun: 'matter', recordId: takenBack }));
    await site.write('publication.withdraw', (w) =>
      withdrawPublication(w, {
        noun: 'matter',
        recordId: takenBack,
        reason: `Fel handling ${unpublished.plant('the reason of a withdrawal')}`,
      }),
    );
    const draft = await buildAgendaItem(world, {
      meetingId,
      title: `Utkast ${unpublished.plant('a draft of an item')}`,
    });
    const content = { unit: null, officer: null, noConsequences: [], basis: [], signatures: [], recipients: [] };
    await site.write('memo.write', (w) =>
      writeMemo(w, {
        itemId: draft,
        expectedVersion: 0,
        content: { ...content, sections: { summary: `Utkast ${unpublished.plant('a memo')}` } },
      } as Parameters<typeof writeMemo>[1]),
    );
    if (round < 5)
      await buildDeviation(world, { description: `Avvikelse ${unpublished.plant('the text of a deviation')}` });
  }
  return { secret, unpublished, pages, documentIds, withdrawn };
}
