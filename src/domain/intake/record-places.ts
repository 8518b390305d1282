import { type AddressedNoun, recordAddress, recordAddresses } from '../../kernel/record-address.ts';
import type { Reader } from '../../storage/database.ts';
import type { RecordRef } from './proposal.ts';

/**
 * The addresses of the records that proposals have become, by the id of the record. An agenda item lies in its meeting and an answer in its report; a
 * seat has no page of its own and is shown with its body.
 */
export async function recordPlaces(r: Reader, refs: readonly RecordRef[]): Promise<ReadonlyMap<string, string>> {
  const within = new Map<string, string>();
  for (const [noun, [table, column]] of Object.entries(parentColumns)) {
    const ids = refs.filter((one) => one.noun === noun).map((one) => one.id);
    for (const [id, parent] of await parents(r, table, column, ids)) within.set(id, parent);
  }
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

/** In which record a record lies that has no page of its own. */
const parentColumns = {
  agendaItem: ['agenda_item', 'meeting_id'],
  attendance: ['meeting_attendance', 'meeting_id'],
  reportEntry: ['report_entry', 'report_id'],
  budgetInputPoint: ['budget_input_point', 'budget_input_id'],
  seat: ['seat', 'body_id'],
  plannedActivity: ['planned_activity', 'activity_plan_id'],
  focusArea: ['focus_area', 'activity_plan_id'],
  planPoint: ['plan_point', 'activity_plan_id'],
  consultationResponse: ['consultation_response', 'consultation_id'],
  indicatorValue: ['indicator_value', 'indicator_id'],
  formAnswer: ['form_answer', 'form_return_id'],
} as const;

async function parents(
  r: Reader,
  table: (typeof parentColumns)[keyof typeof parentColumns][0],
  column: (typeof parentColumns)[keyof typeof parentColumns][1],
  ids: readonly string[],
): Promise<readonly (readonly [string, string])[]> {
  if (ids.length === 0) return [];
  const rows = await r.db
    .selectFrom(table as 'agenda_item')
    .select(['id', `${column} as parent` as never])
    .where('tenant_id', '=', r.tenantId)
    .where('id', 'in', ids)
    .execute();
  return (rows as unknown as readonly { readonly id: string; readonly parent: string }[]).map(
    ({ id, parent }) => [id, parent] as const,
  );
}
