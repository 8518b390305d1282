import { AppError } from '../../kernel/errors.ts';
import { type Id, isId } from '../../kernel/id.ts';
import type { Reader, Writer } from '../../storage/database.ts';
import { sql } from '../../storage/raw-query.ts';
import { requireBody } from '../access/index.ts';
import { type MarkableNoun, markableField, markableFields } from './markable-fields.ts';

/** A record whose field is marked: its text as it stands and the body that answers for it. */
export type MarkedRecord = { readonly bodyId: Id<'body'> | null; readonly text: string | null };

/** The body that answers for a record, told by SQL: a record without a body of its own takes that of what it lies in. */
const bodyOf: Readonly<Record<MarkableNoun, string>> = {
  document: `coalesce(one.body_id, (select m.body_id from matter m where m.tenant_id = one.tenant_id and m.id = one.matter_id))`,
  agendaItem: `(select m.body_id from meeting m where m.tenant_id = one.tenant_id and m.id = one.meeting_id)`,
  decision: `one.body_id`,
  decisionClause: `(select d.body_id from decision d where d.tenant_id = one.tenant_id and d.id = one.decision_id)`,
  assignment: `coalesce(one.report_to_body_id, one.given_by_body_id)`,
  decisionTask: `one.body_id`,
};

/** The record with the text of one field. Throws `record.notFound`. */
export async function markedRecord(
  r: Reader,
  noun: MarkableNoun,
  recordId: Id<string>,
  field: string,
): Promise<MarkedRecord> {
  if (!isId(recordId)) throw new AppError('record.notFound');
  const column = markableField(noun, field)?.column ?? null;
  const text = column === null ? sql<null>`null::text` : sql<string | null>`${sql.ref(`one.${column}`)}`;
  const row = await r.db
    .selectFrom(sql<{ tenant_id: string; id: string }>`${sql.table(markableFields[noun].table)}`.as<'one'>(sql`one`))
    .select([sql<string | null>`${sql.raw(bodyOf[noun])}`.as('body_id'), text.as('text')])
    .where('one.tenant_id', '=', r.tenantId)
    .where('one.id', '=', recordId)
    .executeTakeFirst();
  if (!row) throw new AppError('record.notFound');
  return { bodyId: row.body_id, text: row.text };
}

/** Throws `access.denied` when the proof does not cover the body of a record; one without a body asks for a proof that holds for all. */
export function requireMarkedBody(w: Pick<Writer, 'auth'>, bodyId: Id<'body'> | null): void {
  if (bodyId !== null) requireBody(w.auth, bodyId);
  else if (w.auth.bodies !== 'all') throw new AppError('access.denied');
}

/** Writes the text of a field, and nothing else of the record; a record with versions has one more after it. */
export async function writeField(
  w: Writer,
  ref: { readonly noun: MarkableNoun; readonly recordId: Id<string>; readonly column: string },
  text: string,
): Promise<void> {
  const { table } = markableFields[ref.noun];
  const versioned = ref.noun === 'decisionClause' ? sql`` : sql`, version = version + 1`;
  await sql`update ${sql.table(table)} set ${sql.ref(ref.column)} = ${text} ${versioned}
    where tenant_id = ${w.tenantId} and id = ${ref.recordId}`.execute(w.db);
}

/** Sets the level of a document as a whole: what its file and all that is read from it are kept by. */
export async function writeDocumentLevel(w: Writer, recordId: Id<string>, level: string): Promise<void> {
  await w.db
    .updateTable('document')
    .set((eb) => ({ secrecy_level: level, version: eb('version', '+', 1) }))
    .where('tenant_id', '=', w.tenantId)
    .where('id', '=', recordId)
    .execute();
}

/** Refuses who may not mark the fields of a record, before a form for it is shown. Throws `record.notFound` or `access.denied`. */
export async function requireMarkable(r: Reader, noun: MarkableNoun, recordId: Id<string>): Promise<void> {
  requireMarkedBody(r, (await markedRecord(r, noun, recordId, '')).bodyId);
}
