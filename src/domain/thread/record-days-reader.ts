import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Reader } from '../../storage/database.ts';
import type { DatePrecision } from '../decisions/index.ts';

/** When a record stands in a thread, and how exactly that is known. */
export type RecordDay = { readonly date: CivilDate; readonly precision: DatePrecision };

/** Where a noun's time is told: in a column of its own table, or in that of the record it lies in. A year alone counts from its first or its last day. */
type Dated = {
  readonly noun: string;
  readonly table: string;
  readonly column: string;
  readonly within?: readonly [column: string, table: string];
  readonly ofYear?: 'first' | 'last';
};

const dated: readonly Dated[] = [
  { noun: 'assignment', table: 'assignment', column: 'year', ofYear: 'first' },
  { noun: 'meeting', table: 'meeting', column: 'held_on' },
  { noun: 'agendaItem', table: 'agenda_item', column: 'held_on', within: ['meeting_id', 'meeting'] },
  { noun: 'decision', table: 'decision', column: 'decided_on' },
  { noun: 'goalDocument', table: 'goal_document', column: 'adopted_on' },
  { noun: 'goal', table: 'goal', column: 'adopted_on', within: ['goal_document_id', 'goal_document'] },
  { noun: 'reportEntry', table: 'report_entry', column: 'year', within: ['report_id', 'report'], ofYear: 'last' },
  { noun: 'budgetInput', table: 'budget_input', column: 'dated_on' },
  {
    noun: 'budgetInputPoint',
    table: 'budget_input_point',
    column: 'dated_on',
    within: ['budget_input_id', 'budget_input'],
  },
  {
    noun: 'focusArea',
    table: 'focus_area',
    column: 'year',
    within: ['activity_plan_id', 'activity_plan'],
    ofYear: 'first',
  },
  {
    noun: 'planPoint',
    table: 'plan_point',
    column: 'year',
    within: ['activity_plan_id', 'activity_plan'],
    ofYear: 'first',
  },
  { noun: 'agreement', table: 'agreement', column: 'starts_on' },
  { noun: 'commission', table: 'commission', column: 'starts_on' },
  { noun: 'deliverable', table: 'deliverable', column: 'due_on' },
  { noun: 'project', table: 'project', column: 'starts_on' },
  { noun: 'nationalReport', table: 'national_report', column: 'year', ofYear: 'last' },
  { noun: 'formReturn', table: 'form_return', column: 'year', ofYear: 'last' },
  {
    noun: 'formAnswer',
    table: 'form_answer',
    column: 'year',
    within: ['form_return_id', 'form_return'],
    ofYear: 'last',
  },
];

/** The days of some records, in one query over the tables of their nouns; a record without a day is not there. */
export async function readRecordDays(
  r: Reader,
  records: readonly { readonly noun: string; readonly recordId: string }[],
): Promise<ReadonlyMap<string, RecordDay>> {
  const idsOf = Map.groupBy(records, ({ noun }) => noun);
  const [first, ...others] = dated.flatMap((one) => {
    const own = idsOf.get(one.noun)?.map(({ recordId }) => recordId) ?? [];
    return own.length === 0 ? [] : [daysOf(r, one, own)];
  });
  if (first === undefined) return new Map();
  const rows = await others.reduce((query, other) => query.unionAll(other), first).execute();
  const ends = new Map(dated.map(({ noun, ofYear }) => [noun, ofYear]));
  return new Map(
    rows.flatMap(({ noun, id, told }): [string, RecordDay][] => {
      const day = told === null ? undefined : dayOf(told, ends.get(noun));
      return day ? [[id, day]] : [];
    }),
  );
}

function daysOf(r: Reader, { noun, table, column, within }: Dated, ids: readonly string[]) {
  // The columns are those of the table above, which the schema's types cannot follow; the thread's tests read each of them.
  const query = r.db
    .selectFrom(`${table} as own` as 'meeting as own')
    .innerJoin(`${within?.[1] ?? table} as whole` as 'meeting as whole', (join) =>
      join
        .onRef('whole.tenant_id', '=', 'own.tenant_id')
        .onRef('whole.id', '=', `own.${within?.[0] ?? 'id'}` as 'own.id'),
    );
  return query
    .select((eb) => [
      eb.cast<string>(eb.val(noun), 'text').as('noun'),
      eb.ref('own.id').as('id'),
      eb.cast<string | null>(eb.ref(`whole.${column}` as 'whole.held_on'), 'text').as('told'),
    ])
    .where('own.tenant_id', '=', r.tenantId)
    .where((eb) => eb('own.id', '=', eb.fn.any(eb.val([...ids]))));
}

function dayOf(told: string, ofYear: 'first' | 'last' | undefined): RecordDay {
  if (told.length === 4) return { date: `${told}-${ofYear === 'last' ? '12-31' : '01-01'}`, precision: 'year' };
  return told.length === 7 ? { date: `${told}-01`, precision: 'month' } : { date: told, precision: 'day' };
}
