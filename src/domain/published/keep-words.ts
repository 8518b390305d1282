import type { Writer } from '../../storage/database.ts';
import { sql } from '../../storage/raw-query.ts';
import type { PublishedNoun } from './published-nouns.ts';

/**
 * Counts the words of a record's title and headings into the vocabulary of the portal, or out of it: with the last record that says a word, the word is
 * forgotten, so that nothing that was withdrawn is ever suggested.
 */
export async function keepWords(w: Writer, noun: PublishedNoun, recordId: string, way: 'in' | 'out'): Promise<void> {
  const said = sql`select distinct word from (
      select regexp_split_to_table(lower(r.title), '[^[:alpha:]-]+') as word from pub.record r
        where r.tenant_id = ${w.tenantId}::uuid and r.noun = ${noun} and r.record_id = ${recordId}::uuid
      union all
      select regexp_split_to_table(lower(p.heading), '[^[:alpha:]-]+') from pub.passage p
        where p.tenant_id = ${w.tenantId}::uuid and p.noun = ${noun} and p.record_id = ${recordId}::uuid) words
    where length(word) between 4 and 40`;
  if (way === 'in') {
    await sql`insert into pub.word (tenant_id, word, plain, records)
      select ${w.tenantId}::uuid, word, pub.plain_word(word), 1 from (${said}) said
      on conflict (tenant_id, word) do update set records = pub.word.records + 1`.execute(w.db);
    return;
  }
  await sql`update pub.word set records = records - 1 where tenant_id = ${w.tenantId}::uuid and word in (${said})`.execute(
    w.db,
  );
  await sql`delete from pub.word where tenant_id = ${w.tenantId}::uuid and records <= 0`.execute(w.db);
}
