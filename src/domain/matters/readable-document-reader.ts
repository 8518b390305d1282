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
