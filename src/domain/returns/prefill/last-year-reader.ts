import type { Id } from '../../../kernel/id.ts';
import type { Reader } from '../../../storage/database.ts';
import { type FormStructure, getFormResponse, type Question, questionsOf } from '../../forms/index.ts';
import type { NationalReport } from '../national-report.ts';
import type { SourceKey } from './draft-source.ts';
import type { EarlierAnswer } from './last-year.ts';
import type { ProposedSource } from './proposed-sources.ts';
import { reportBindings } from './report-basis-reader.ts';

/** The return before one: what was answered to each of its questions, and what those answers rested on. */
export type YearBefore = {
  readonly year: number;
  /** By the code of the question of now. */
  readonly answers: ReadonlyMap<string, EarlierAnswer>;
  readonly sources: ReadonlyMap<string, readonly ProposedSource[]>;
};

/** The latest earlier return of the same form, or undefined. A fixed number of queries. */
export async function yearBefore(
  r: Reader,
  report: Pick<NationalReport, 'id' | 'year'>,
  form: { readonly id: Id<'form'>; readonly structure: FormStructure },
): Promise<YearBefore | undefined> {
  const found = await r.db
    .selectFrom('national_report as report')
    .innerJoin('form_response as response', (join) =>
      join.onRef('response.tenant_id', '=', 'report.tenant_id').onRef('response.id', '=', 'report.form_response_id'),
    )
    .innerJoin('form_version', (join) =>
      join
        .onRef('form_version.tenant_id', '=', 'response.tenant_id')
        .onRef('form_version.id', '=', 'response.form_version_id'),
    )
    .select(['report.id', 'report.year', 'response.id as response_id'])
    .where('report.tenant_id', '=', r.tenantId)
    .where('form_version.form_id', '=', form.id)
    .where('report.year', '<', report.year)
    .orderBy('report.year', 'desc')
    .orderBy('report.started_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!found) return undefined;
  const response = await getFormResponse(r, found.response_id);
  const earlier = questionsOf(response.formVersion.structure);
  const pairs = questionsOf(form.structure).flatMap((question) => {
    const before = sameQuestion(question, earlier);
    return before ? [{ code: question.code, before }] : [];
  });
  const bindings = (await reportBindings(r, found.id)).filter(({ state }) => state === 'kept');
  const successors = await successorsOf(r, bindings, report.year);
  return {
    year: found.year,
    answers: new Map(
      pairs.flatMap(({ code, before }) => {
        const answer = response.answers[before.code];
        return answer ? [[code, { reportId: found.id, year: found.year, question: before, answer }] as const] : [];
      }),
    ),
    sources: new Map(
      pairs.map(({ code, before }) => [
        code,
        bindings.filter((one) => one.question === before.code).flatMap((one) => carried(one, found.year, successors)),
      ]),
    ),
  };
}

/** The question of an earlier version that this one is: of the same code and kind, or put in the same words under another number. */
export function sameQuestion(question: Question, earlier: readonly Question[]): Question | undefined {
  const alike = earlier.filter(({ answer }) => answer.kind === question.answer.kind);
  const words = timeless(question.text);
  return (
    alike.find(({ code, text }) => code === question.code && timeless(text) === words) ??
    alike.find(({ text }) => timeless(text) === words) ??
    alike.find(({ code }) => code === question.code)
  );
}

const timeless = (text: string): string =>
  text
    .toLocaleLowerCase('sv')
    .replace(/\d{4}/gu, '')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

/** What lasts from year to year is proposed again; an assignment by the one that continues it; a decision or a delivery was of its year. */
function carried(
  { kind, ref }: SourceKey,
  year: number,
  successors: ReadonlyMap<string, readonly string[]>,
): readonly ProposedSource[] {
  if (kind === 'assignment')
    return (successors.get(ref) ?? []).map((id) => ({ kind, ref: id, because: { kind: 'successor', year } }));
  if (kind === 'decision' || kind === 'deliverable' || kind === 'reportEntry') return [];
  return [{ kind, ref, because: { kind: 'lastYear', year } }];
}

/** The assignments of a year that continue some earlier ones. */
async function successorsOf(
  r: Reader,
  bindings: readonly SourceKey[],
  year: number,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = bindings.filter(({ kind }) => kind === 'assignment').map(({ ref }) => ref);
  if (ids.length === 0) return new Map();
  const rows = await r.db
    .selectFrom('assignment_link as link')
    .innerJoin('assignment', (join) =>
      join.onRef('assignment.tenant_id', '=', 'link.tenant_id').onRef('assignment.id', '=', 'link.from_id'),
    )
    .select(['link.to_id', 'link.from_id'])
    .where('link.tenant_id', '=', r.tenantId)
    .where('link.kind', '=', 'predecessor')
    .where('assignment.year', '=', year)
    .where((eb) => eb('link.to_id', '=', eb.fn.any(eb.val([...new Set(ids)]))))
    .execute();
  return new Map([...Map.groupBy(rows, (row) => row.to_id)].map(([id, own]) => [id, own.map((row) => row.from_id)]));
}
