import { AppError } from '../../kernel/errors.ts';
import type { Id } from '../../kernel/id.ts';
import type { Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { findBody, getBody } from '../organisation/index.ts';
import { reportedAssignments } from './answer-facts-reader.ts';
import { refreshEntries } from './refresh-draft.ts';
import type { ChosenReceiver } from './report-receiver.ts';
import { writeReceivers } from './report-receiver-writer.ts';
import { insideSentence } from './swedish-phrases.ts';

export type StartReport = {
  readonly bodyId: Id<'body'>;
  readonly year: number;
  /** Who it is handed over to; whom the plan says, or who gave the assignments, unless told. */
  readonly toBodyId?: Id<'body'> | null;
  /** Further bodies that get it, after the first. */
  readonly alsoTo?: readonly ChosenReceiver[];
  readonly title?: string;
  readonly foreword?: string;
  readonly closing?: string;
  /** Only the answers to these: a report read from a paper says what the paper says, and no more until somebody fetches the rest. */
  readonly only?: readonly Id<'assignment'>[];
};

/**
 * Begins the report-back of a body for a year: one entry for each assignment it answers for, drafted from what the register knows. The foreword and
 * the closing are last year's when there is one, because they hardly change (REP-11).
 */
export async function startReport(
  w: Writer<'report.edit' | 'intake.confirm'>,
  input: StartReport,
): Promise<Id<'report'>> {
  const body = await getBody(w, input.bodyId);
  requireBody(w.auth, body.id);
  const existing = await w.db
    .selectFrom('report')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('kind', '=', 'reportBack')
    .where('body_id', '=', body.id)
    .where('year', '=', input.year)
    .executeTakeFirst();
  if (existing) throw new AppError('report.exists', { year: input.year }, { reportId: existing.id });
  const assignments = await reportedAssignments(w, body.id, input.year);
  const own = assignments.filter((one) => one.hasPart);
  if (own.length === 0) throw new AppError('report.noAssignments', { year: input.year });
  const toBodyId = input.toBodyId === undefined ? mostCommon(own.flatMap((one) => one.reportTo ?? [])) : input.toBodyId;
  const receiver = toBodyId ? await findBody(w, toBodyId) : undefined;
  const last = await w.db
    .selectFrom('report')
    .select(['foreword', 'closing'])
    .where('tenant_id', '=', w.tenantId)
    .where('kind', '=', 'reportBack')
    .where('body_id', '=', body.id)
    .where('year', '<', input.year)
    .orderBy('year', 'desc')
    .limit(1)
    .executeTakeFirst();
  const id: Id<'report'> = w.runtime.newId();
  const row = {
    kind: 'reportBack',
    body_id: body.id,
    to_body_id: receiver?.id ?? null,
    year: input.year,
    title: input.title?.trim() || titleOf(receiver?.name),
    foreword: input.foreword ?? last?.foreword ?? usualForeword(body.name, receiver?.name),
    closing: input.closing ?? last?.closing ?? '',
    state: 'draft',
  };
  await w.db
    .insertInto('report')
    .values({
      tenant_id: w.tenantId,
      id,
      ...row,
      approved_by_decision_id: null,
      approved_on: null,
      delivered_on: null,
      frozen_tree: null,
      frozen_hash: null,
    })
    .execute();
  await writeReceivers(w, { id, body_id: body.id }, [
    ...(receiver && receiver.id !== body.id ? [{ bodyId: receiver.id, purpose: 'treatment' as const }] : []),
    ...(input.alsoTo ?? []),
  ]);
  await refreshEntries(w, { id, body_id: body.id, year: input.year }, input.only);
  await w.log({ noun: 'report', recordId: id, after: { ...row, entries: (input.only ?? assignments).length } });
  return id;
}

function titleOf(receiver: string | undefined): string {
  return receiver ? `Återrapportering till ${insideSentence(receiver)}` : 'Återrapportering av uppdrag';
}

function usualForeword(body: string, receiver: string | undefined): string {
  const giver = receiver ? ` till ${insideSentence(receiver)}` : '';
  return `${body} redovisar här${giver} vad som har gjorts i årets uppdrag. Efter varje uppdrag står organets svar, och därefter läget så som det beskrivs i delårsrapporten. Siffrorna i svaren leder till de sammanträden och beslut som styrker dem.`;
}

function mostCommon(ids: readonly string[]): string | null {
  const groups = [...Map.groupBy(ids, (id) => id).values()].sort((a, b) => b.length - a.length);
  return groups[0]?.[0] ?? null;
}
