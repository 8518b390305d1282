import type { Localized } from '../../kernel/language.ts';
import type { Reader } from '../../storage/database.ts';

/** A record's name; `within` is the record it lies in, where it has no page of its own. */
export type NameRow = { readonly id: string; readonly title: string; readonly within?: string };

type NameColumns = {
  readonly label: Localized;
  readonly table: string;
  /** The columns that make up the name, in order, with ". " after a number and ", " otherwise. */
  readonly columns: readonly string[];
  /** The column that names the record it lies in. */
  readonly within?: string;
};

/** The nouns whose name is made of columns of their own table. */
export const simpleNouns = {
  goalDocument: row('Måldokument', 'Goal document', 'goal_document', ['title']),
  goal: row('Mål', 'Goal', 'goal', ['heading']),
  decision: row('Beslut', 'Decision', 'decision', ['title']),
  matter: row('Ärende', 'Matter', 'matter', ['public_title']),
  report: row('Återrapportering', 'Report-back', 'report', ['title']),
  budgetInput: row('Inspel', 'Input to the plan', 'budget_input', ['title']),
  budgetInputPoint: row('Inspelspunkt', 'Point of input', 'budget_input_point', ['number', 'point'], 'budget_input_id'),
  body: row('Organ', 'Body', 'body', ['name']),
  agreement: row('Överenskommelse', 'Agreement', 'agreement', ['name']),
  commission: row('Beställning', 'Commission', 'commission', ['task']),
  fund: row('Fond', 'Fund', 'fund', ['name']),
  deliverable: row('Leverans', 'Deliverable', 'deliverable', ['what']),
  project: row('Projekt', 'Project', 'project', ['name']),
  activityPlan: row('Aktivitetsplan', 'Activity plan', 'activity_plan', ['title']),
  plannedActivity: row('Planerad dag', 'Planned day', 'planned_activity', ['held_on', 'category'], 'activity_plan_id'),
  focusArea: row('Fokusområde', 'Focus area', 'focus_area', ['area'], 'activity_plan_id'),
  planPoint: row('Punkt i aktivitetsplanen', 'Point of the activity plan', 'plan_point', ['point'], 'activity_plan_id'),
  attendance: row('Närvaro', 'Attendance', 'meeting_attendance', ['name'], 'meeting_id'),
  consultation: row('Remiss', 'Consultation', 'consultation', ['title']),
  consultationResponse: row(
    'Remissvar',
    'Consultation response',
    'consultation_response',
    ['respondent'],
    'consultation_id',
  ),
  indicator: row('Indikator', 'Indicator', 'indicator', ['name']),
  indicatorValue: row('Mätvärde', 'Value', 'indicator_value', ['amount', 'as_of'], 'indicator_id'),
  populationChange: row('Befolkning', 'Population', 'population_change', ['municipality', 'age_group']),
  nationalReport: row('Nationell redovisning', 'National return', 'national_report', ['title']),
  formReturn: row('Redovisning', 'Return', 'form_return', ['title']),
  formAnswer: row('Svar i redovisning', 'Answer in a return', 'form_answer', ['number', 'question'], 'form_return_id'),
} as const satisfies Record<string, NameColumns>;
export type SimpleNoun = keyof typeof simpleNouns;

function row(sv: string, en: string, table: string, columns: readonly string[], within?: string): NameColumns {
  return { label: { sv, en }, table, columns, ...(within && { within }) };
}

/** The names of records of one simple noun, in one query. A record that is gone is not there. */
export async function simpleNames(r: Reader, noun: SimpleNoun, ids: readonly string[]): Promise<readonly NameRow[]> {
  const { table, columns, within }: NameColumns = simpleNouns[noun];
  const wanted = ['id', ...columns, ...(within ? [within] : [])];
  const rows = await r.db
    .selectFrom(table as 'goal')
    .select(wanted as 'id'[])
    .where('tenant_id', '=', r.tenantId)
    .where('id', 'in', ids)
    .$castTo<Record<string, string | number | null>>()
    .execute();
  return rows.map((found) => {
    const parts = columns.map((column) => found[column]).filter((part) => part !== null);
    const separator = columns[0] === 'number' ? '. ' : ', ';
    return {
      id: String(found.id),
      title: parts.join(separator),
      ...(within && { within: String(found[within]) }),
    };
  });
}
