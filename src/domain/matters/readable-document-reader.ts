import { sql } from '../../storage/raw-query.ts';
import { readableLevels } from '../secrecy/index.ts';

/**
 * The condition under which everybody in the authority may read a document: neither it nor its matter is withheld. Every query that touches the table
 * `document` by that name and answers to a proof of ordinary reading has it in its `where`.
 */
export function documentIsReadable() {
  const readable = sql.join(readableLevels.map((level) => sql.lit(level)));
  return sql<boolean>`(document.secrecy_level in (${readable}) and (document.matter_id is null or exists (
    select from matter as around where around.tenant_id = document.tenant_id and around.id = document.matter_id
      and around.secrecy_level in (${readable}))))`;
}

/**
 * The condition under which the file of a document that everybody may read may be handed out too, by its name and its bytes: what a mark has taken out of
 * the title or the text still stands in the file, in its name, and in all that was read from it.
 */
export function documentFileIsOpen() {
  const readable = sql.join(readableLevels.map((level) => sql.lit(level)));
  return sql<boolean>`(not exists (
    select from secrecy_mark as standing where standing.tenant_id = document.tenant_id and standing.noun = 'document'
      and standing.record_id = document.id and standing.level not in (${readable}) and not exists (
        select from secrecy_lift as lift where lift.tenant_id = standing.tenant_id and lift.mark_id = standing.id)))`;
}
