import type { Reader } from '../../../storage/database.ts';
import { paragraphsOf, shortened } from './compared-proposals.ts';
import type { ComparedKind, ComparedRecord } from './compared-record.ts';

/** The noun under which a compared kind stands in the register. */
export const nounOfKind = {
  assignment: 'assignment',
  agendaItem: 'agendaItem',
  meeting: 'meeting',
  decision: 'decision',
  question: 'formAnswer',
  budgetInputPoint: 'budgetInputPoint',
  focusArea: 'focusArea',
  planPoint: 'planPoint',
  agreement: 'agreement',
  commission: 'commission',
  deliverable: 'deliverable',
  project: 'project',
  goal: 'goal',
  goalDocument: 'goalDocument',
  formReturn: 'formReturn',
} as const satisfies Record<ComparedKind, string>;

/** So many records of each kind are compared, the newest: older ones are found by looking for them. */
const mostOfAKind = 2_000;

type Row = Readonly<Record<string, unknown>>;
type Registered = {
  readonly kind: ComparedKind;
  readonly table: string;
  readonly columns: readonly string[];
  /** The column of the record that it lies in. */
  readonly group?: string;
  /** A table that does not say when its rows came: they come and go with the record they lie in. */
  readonly undated?: true;
  readonly label: (row: Row) => string;
  readonly own: (row: Row) => readonly unknown[];
  readonly told?: (row: Row) => readonly unknown[];
};

const registers: readonly Registered[] = [
  {
    kind: 'assignment',
    table: 'assignment',
    columns: ['year', 'number', 'title', 'full_text', 'heading'],
    group: 'year',
    label: ({ year, number, title }) => `${number === null ? year : `${year}:${number}`} ${title}`,
    own: ({ full_text, title }) => [full_text ?? title],
  },
  {
    kind: 'agendaItem',
    table: 'agenda_item',
    columns: ['number', 'title', 'summary', 'meeting_id'],
    group: 'meeting_id',
    label: ({ number, title }) => `§ ${number ?? '–'} ${title}`,
    own: ({ title }) => [title],
    told: ({ summary }) => [summary],
  },
  {
    kind: 'meeting',
    table: 'meeting',
    columns: ['held_on', 'note'],
    label: ({ held_on, note }) => `${held_on} ${note}`,
    own: ({ note }) => [note],
  },
  {
    kind: 'decision',
    table: 'decision',
    columns: ['title', 'body_id'],
    group: 'body_id',
    label: ({ title }) => String(title),
    own: ({ title }) => [title],
  },
  {
    kind: 'question',
    table: 'form_answer',
    columns: ['number', 'question', 'answer', 'matrix', 'details', 'form_return_id'],
    group: 'form_return_id',
    label: ({ number, question }) => `Fråga ${number} ${question}`,
    own: ({ question }) => [question],
    told: ({ answer, matrix, details }) => [answer, ...commentsIn(matrix), (details as Row | null)?.comment],
  },
  {
    kind: 'budgetInputPoint',
    table: 'budget_input_point',
    undated: true,
    columns: ['number', 'point', 'budget_input_id'],
    group: 'budget_input_id',
    label: ({ number, point }) => `Inspel ${number} ${point}`,
    own: ({ point }) => [point],
  },
  {
    kind: 'focusArea',
    table: 'focus_area',
    undated: true,
    columns: ['area', 'activity_plan_id'],
    group: 'activity_plan_id',
    label: ({ area }) => `Fokusområde ${area}`,
    own: ({ area }) => [area],
  },
  {
    kind: 'planPoint',
    table: 'plan_point',
    undated: true,
    columns: ['point', 'details', 'activity_plan_id'],
    group: 'activity_plan_id',
    label: ({ point }) => String(point),
    own: ({ point }) => [point],
    told: ({ details }) => [details],
  },
  {
    kind: 'agreement',
    table: 'agreement',
    columns: ['name', 'changes'],
    label: ({ name }) => String(name),
    own: ({ name }) => [name],
    told: ({ changes }) => [changes],
  },
  {
    kind: 'commission',
    table: 'commission',
    columns: ['task'],
    label: ({ task }) => String(task),
    own: ({ task }) => [task],
  },
  {
    kind: 'deliverable',
    table: 'deliverable',
    columns: ['what', 'project'],
    label: ({ what }) => String(what),
    own: ({ what, project }) => [what, project],
  },
  {
    kind: 'project',
    table: 'project',
    columns: ['name', 'aliases'],
    label: ({ name }) => String(name),
    own: ({ name, aliases }) => [name, aliases],
  },
  {
    kind: 'goal',
    table: 'goal',
    columns: ['heading', 'body_text', 'goal_document_id'],
    group: 'goal_document_id',
    label: ({ heading }) => String(heading),
    own: ({ heading }) => [heading],
    told: ({ body_text }) => [body_text],
  },
  {
    kind: 'goalDocument',
    table: 'goal_document',
    columns: ['title'],
    label: ({ title }) => String(title),
    own: ({ title }) => [title],
  },
  {
    kind: 'formReturn',
    table: 'form_return',
    columns: ['title'],
    label: ({ title }) => String(title),
    own: ({ title }) => [title],
  },
];

/** The records of the register that a new document is compared with, one query a kind and two for what has been reported of assignments. */
export async function registeredRecords(r: Reader): Promise<readonly ComparedRecord[]> {
  const told = await reportedTexts(r);
  const records: ComparedRecord[] = [];
  // A goal document is about what its goals say.
  const goals = new Map<string, string[]>();
  for (const register of registers)
    for (const row of await rowsOf(r, register)) {
      const id = String(row.id);
      if (register.kind === 'goal') {
        const document = String(row.goal_document_id);
        goals.set(document, [...(goals.get(document) ?? []), `${row.heading}`, `${row.body_text}`]);
      }
      const paragraphs = [
        ...paragraphsOf([...register.own(row), ...(goals.get(id) ?? [])], true),
        ...paragraphsOf([...(register.told?.(row) ?? []), ...(told.get(id) ?? [])], false),
      ];
      const group = `${register.kind} ${register.group ? row[register.group] : id}`;
      const under = typeof row.heading === 'string' && register.kind === 'assignment' ? { under: row.heading } : {};
      if (paragraphs.length > 0)
        records.push({ id, kind: register.kind, group, label: shortened(register.label(row)), paragraphs, ...under });
    }
  return records;
}

async function rowsOf(r: Reader, { table, columns, undated }: Registered): Promise<readonly Row[]> {
  const query = r.db
    .selectFrom(table as 'goal')
    .select(['id', ...columns] as 'id'[])
    .where('tenant_id', '=', r.tenantId);
  return await (undated ? query : query.orderBy('created_at', 'desc'))
    .orderBy('id')
    .limit(mostOfAKind)
    .$castTo<Row>()
    .execute();
}

/** What reports answered and interim reports told about each assignment. */
export async function reportedTexts(r: Reader): Promise<ReadonlyMap<string, readonly string[]>> {
  const answers = await r.db
    .selectFrom('report_entry')
    .select(['assignment_id', 'answer_text as text'])
    .where('tenant_id', '=', r.tenantId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(mostOfAKind)
    .execute();
  const assessments = await r.db
    .selectFrom('assessment')
    .select(['assignment_id', 'assessment_text as text'])
    .where('tenant_id', '=', r.tenantId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(mostOfAKind)
    .execute();
  const told = new Map<string, string[]>();
  for (const { assignment_id, text } of [...answers, ...assessments])
    told.set(assignment_id, [...(told.get(assignment_id) ?? []), text]);
  return told;
}

function commentsIn(matrix: unknown): readonly string[] {
  return Array.isArray(matrix) ? matrix.map((row: Row) => `${row.label ?? ''} ${row.comment ?? ''}`) : [];
}
