import { AppError } from '../../kernel/errors.ts';
import { recordAddresses } from '../../kernel/record-address.ts';
import type { Reader } from '../../storage/database.ts';
import { type SimpleNoun, simpleNouns } from './simple-names-reader.ts';

/** What people call the kind of a record before its name: "avtal:tillnyktring", "fråga:14". */
const prefixes: Readonly<Record<string, SimpleNoun>> = {
  avtal: 'agreement',
  beställning: 'commission',
  leverans: 'deliverable',
  projekt: 'project',
  beslut: 'decision',
  mål: 'goal',
  måldokument: 'goalDocument',
  fokus: 'focusArea',
  punkt: 'planPoint',
  inspel: 'budgetInputPoint',
  redovisning: 'formReturn',
  fråga: 'formAnswer',
};

/**
 * The record that somebody means by "avtal:NAME", or by the address of its page; undefined for what looks like neither (the reference of an assignment).
 * Throws `record.notFound` when no record, or more than one, is called so.
 */
export async function findRecordByName(
  r: Reader,
  text: string,
): Promise<{ readonly noun: string; readonly id: string } | undefined> {
  const address = recordOfAddress(text);
  if (address) return address;
  const [, prefix = '', name = ''] = /^(\p{L}+):(.+)$/u.exec(text.trim()) ?? [];
  const noun = prefixes[prefix.toLocaleLowerCase('sv')];
  if (noun === undefined) return undefined;
  const found = await recordsCalled(r, noun, name.trim());
  if (found.length !== 1) throw new AppError('record.notFound');
  return { noun, id: found[0]! };
}

/** The record of an address as a page or a document writes it, with or without the name of the server. */
function recordOfAddress(text: string): { readonly noun: string; readonly id: string } | undefined {
  const path = text.trim().replace(/^https?:\/\/[^/]+/, '');
  if (!path.startsWith('/')) return undefined;
  for (const [noun, pattern] of Object.entries(recordAddresses)) {
    const id = new RegExp(
      `^${pattern.replace('{within}', '[0-9a-f-]{36}').replace('{id}', '(?<id>[0-9a-f-]{36})')}$`,
    ).exec(path)?.groups?.id;
    if (id) return { noun, id };
  }
  return undefined;
}

/** The records whose name is, or holds, the words: a number is the whole number. */
async function recordsCalled(r: Reader, noun: SimpleNoun, name: string): Promise<readonly string[]> {
  const { table, columns } = simpleNouns[noun];
  const [column] = columns as readonly string[];
  const query = r.db
    .selectFrom(table as 'goal')
    .select('id')
    .where('tenant_id', '=', r.tenantId)
    .limit(2);
  const rows = await (column === 'number'
    ? query.where((eb) => eb(eb.cast<string>(column as 'heading', 'text'), '=', name))
    : query.where((eb) =>
        eb(eb.cast<string>(column as 'heading', 'text'), 'ilike', `%${name.replace(/[\\%_]/g, '\\$&')}%`),
      )
  ).execute();
  return rows.map(({ id }) => id);
}
