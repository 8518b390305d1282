import { type PublicEvent, publicEventTopic } from '../../kernel/public-event.ts';
import type { Writer } from '../../storage/database.ts';
import { keepWords } from './keep-words.ts';
import { openPortal } from './open-portal.ts';
import type { PublishedNoun } from './published-nouns.ts';
import { passagesOf } from './published-passages.ts';
import { type PublishedRecord, publishedHash } from './published-record.ts';

type Publishing = Writer<'publication.propose' | 'publication.review'>;

/**
 * Copies a record to the open side, whole, in place of what stood there. Only the gate calls this (`publications`), once it has let the record through.
 * Answers with the number of the edition.
 */
export async function putPublished(w: Publishing, record: PublishedRecord): Promise<number> {
  await openPortal(w);
  await holdChanges(w);
  const now = w.runtime.now();
  const key = { tenant_id: w.tenantId, noun: record.noun, record_id: record.recordId };
  const before = await w.db
    .selectFrom('pub.record')
    .select(['edition', 'first_published_at'])
    .where('tenant_id', '=', key.tenant_id)
    .where('noun', '=', key.noun)
    .where('record_id', '=', key.record_id)
    .forUpdate()
    .executeTakeFirst();
  if (before) await takeAway(w, record.noun, record.recordId);
  const edition = (before?.edition ?? 0) + 1;
  const { told } = await w.db
    .insertInto('pub.record')
    .values({
      ...key,
      title: record.title,
      summary: record.summary,
      body_id: record.bodyId,
      body_name: record.bodyName,
      happened_on: record.happenedOn,
      year: record.year,
      state: record.state,
      registration_numbers: record.registrationNumbers,
      tree: JSON.stringify(record.tree),
      data: JSON.stringify(record.data),
      content_hash: publishedHash(record),
      edition,
      first_published_at: before?.first_published_at ?? now,
      published_at: now,
    })
    .returning('told')
    .executeTakeFirstOrThrow();
  const rows = <T>(values: readonly T[]) => values.map((value, position) => ({ ...key, position, ...value }));
  const links = rows(
    record.links.map(({ relation, noun, recordId }) => ({ relation, to_noun: noun, to_record_id: recordId })),
  );
  if (links.length > 0) await w.db.insertInto('pub.link').values(links).execute();
  const files = rows(
    record.files.map(({ fileName, title, mediaType, size, sha256, accessible }) => ({
      file_name: fileName,
      title,
      media_type: mediaType,
      size,
      sha256,
      accessible,
    })),
  );
  if (files.length > 0) await w.db.insertInto('pub.file').values(files).execute();
  // The first passage is what the record is called, so that it is found by that too.
  const called = [record.title, record.summary, ...record.registrationNumbers].filter(Boolean).join('\n');
  const narrowed = { body_id: record.bodyId, year: record.year, told };
  const passages = rows(
    [{ anchor: null, heading: null, words: called }, ...passagesOf(record.tree)].map((passage) => ({
      ...passage,
      ...narrowed,
    })),
  );
  for (let start = 0; start < passages.length; start += 1_000)
    await w.db
      .insertInto('pub.passage')
      .values(passages.slice(start, start + 1_000))
      .execute();
  await keepWords(w, record.noun, record.recordId, 'in');
  await noteChange(w, before ? 'changed' : 'published', record.noun, record.recordId);
  return edition;
}

/** Takes a record away from the open side, with its files, passages and links; what remains is that it was withdrawn, without a word of it. */
export async function removePublished(
  w: Writer<'publication.withdraw' | 'secrecy.mark' | 'matter.edit'>,
  noun: PublishedNoun,
  recordId: string,
): Promise<boolean> {
  await holdChanges(w);
  const removed = await takeAway(w, noun, recordId);
  if (removed) await noteChange(w, 'withdrawn', noun, recordId);
  return removed;
}

async function takeAway(w: Writer, noun: PublishedNoun, recordId: string): Promise<boolean> {
  await keepWords(w, noun, recordId, 'out');
  const { numDeletedRows } = await w.db
    .deleteFrom('pub.record')
    .where('tenant_id', '=', w.tenantId)
    .where('noun', '=', noun)
    .where('record_id', '=', recordId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Numbers without gaps in the order of the commits: whoever follows the changes must never pass one by. So those who publish take turns. */
async function holdChanges(w: Writer): Promise<void> {
  await w.db.selectFrom('log_head').select('seq').where('tenant_id', '=', w.tenantId).forUpdate().execute();
}

async function noteChange(
  w: Writer,
  kind: 'published' | 'changed' | 'withdrawn',
  noun: PublishedNoun,
  recordId: string,
): Promise<void> {
  const last = await w.db
    .selectFrom('pub.change')
    .select('seq')
    .where('tenant_id', '=', w.tenantId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  await w.db
    .insertInto('pub.change')
    .values({
      tenant_id: w.tenantId,
      seq: String(BigInt(last?.seq ?? 0) + 1n),
      at: w.runtime.now(),
      kind,
      noun,
      record_id: recordId,
    })
    .execute();
  await w.post(publicEventTopic, { kind, noun, recordId } satisfies PublicEvent);
}
