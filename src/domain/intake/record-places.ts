import { type AddressedNoun, recordAddress, recordAddresses } from '../../kernel/record-address.ts';
import type { Reader } from '../../storage/database.ts';
import type { RecordRef } from './proposal.ts';

/**
 * The addresses of the records that proposals have become, by the id of the record. An agenda item lies in its meeting and an answer in its report; a
 * seat has no page of its own and is shown with its body.
 */
export async function recordPlaces(r: Reader, refs: readonly RecordRef[]): Promise<ReadonlyMap<string, string>> {
  const idsOf = (noun: string) => refs.filter((one) => one.noun === noun).map((one) => one.id);
  const within = new Map<string, string>([
    ...(await parents(r, 'agenda_item', 'meeting_id', idsOf('agendaItem'))),
    ...(await parents(r, 'report_entry', 'report_id', idsOf('reportEntry'))),
    ...(await parents(r, 'seat', 'body_id', idsOf('seat'))),
  ]);
  return new Map(
    refs.flatMap(({ noun, id }): [string, string][] => {
      const parent = within.get(id);
      if (noun === 'seat') return parent ? [[id, recordAddress('body', parent)]] : [];
      return isAddressed(noun) && (parent || !needsParent(noun)) ? [[id, recordAddress(noun, id, parent)]] : [];
    }),
  );
}

const isAddressed = (noun: string): noun is AddressedNoun => Object.hasOwn(recordAddresses, noun);
const needsParent = (noun: AddressedNoun) => recordAddresses[noun].includes('{within}');

async function parents(
  r: Reader,
  table: 'agenda_item' | 'report_entry' | 'seat',
  column: 'meeting_id' | 'report_id' | 'body_id',
  ids: readonly string[],
): Promise<readonly (readonly [string, string])[]> {
  if (ids.length === 0) return [];
  const rows = await r.db
    .selectFrom(table)
    .select(['id', `${column} as parent` as never])
    .where('tenant_id', '=', r.tenantId)
    .where('id', 'in', ids)
    .execute();
  return (rows as unknown as readonly { readonly id: string; readonly parent: string }[]).map(
    ({ id, parent }) => [id, parent] as const,
  );
}
