import type { Id } from '../../../kernel/id.ts';
import type { Reader } from '../../../storage/database.ts';
import type { BindingState, SourceKind } from '../answer-source-codes.ts';
import type { WarningSettlement } from '../answer-warning.ts';
import type { SourceKey } from './draft-source.ts';
import type { TakenPassage } from './taken-passage.ts';

/** That a question of a return rests on a source, or does not. */
export type ReportBinding = SourceKey & { readonly question: string; readonly state: BindingState };

/** Whether a figure was counted as the year before, as somebody has said. */
export type MethodStatement = {
  readonly unchanged: boolean;
  readonly note: string | null;
  readonly by: string;
  readonly at: Date;
};

/** All that people have said about what the answers of a return rest on. */
export type ReportBasis = {
  readonly bindings: readonly ReportBinding[];
  /** By the code of the question. */
  readonly passages: ReadonlyMap<string, readonly TakenPassage[]>;
  /** By the key of the remark. */
  readonly settlements: ReadonlyMap<string, WarningSettlement>;
  /** By the code of the question. */
  readonly methods: ReadonlyMap<string, MethodStatement>;
};

/** Reads what a return rests on: four queries. */
export async function reportBasis(r: Reader, reportId: Id<'nationalReport'>): Promise<ReportBasis> {
  const passages = await r.db
    .selectFrom('national_report_passage')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('report_id', '=', reportId)
    .orderBy('taken_at')
    .orderBy('id')
    .execute();
  const settlements = await r.db
    .selectFrom('national_report_settlement')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('report_id', '=', reportId)
    .execute();
  const methods = await r.db
    .selectFrom('national_report_method')
    .selectAll()
    .where('tenant_id', '=', r.tenantId)
    .where('report_id', '=', reportId)
    .execute();
  const taken = passages.map((row) => ({
    question: row.question_code,
    passage: {
      kind: row.kind as SourceKind,
      ref: row.source_ref,
      text: row.passage,
      seen: row.seen_passage,
      reason: row.reason,
      takenBy: row.taken_by,
      takenAt: row.taken_at,
    } satisfies TakenPassage,
  }));
  return {
    bindings: await reportBindings(r, reportId),
    passages: new Map(
      [...Map.groupBy(taken, ({ question }) => question)].map(([code, own]) => [
        code,
        own.map(({ passage }) => passage),
      ]),
    ),
    settlements: new Map(
      settlements.map((row) => [row.warning_key, { reason: row.reason, by: row.settled_by, at: row.settled_at }]),
    ),
    methods: new Map(
      methods.map((row) => [
        row.question_code,
        { unchanged: row.unchanged, note: row.note, by: row.said_by, at: row.said_at },
      ]),
    ),
  };
}

/** What has been decided of the sources of a return, in the order in which it was. */
export async function reportBindings(r: Reader, reportId: Id<'nationalReport'>): Promise<readonly ReportBinding[]> {
  const rows = await r.db
    .selectFrom('national_report_binding')
    .select(['question_code', 'kind', 'source_ref', 'state'])
    .where('tenant_id', '=', r.tenantId)
    .where('report_id', '=', reportId)
    .orderBy('decided_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    question: row.question_code,
    kind: row.kind as SourceKind,
    ref: row.source_ref,
    state: row.state as BindingState,
  }));
}
