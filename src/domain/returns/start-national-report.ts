import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { requireBody } from '../access/index.ts';
import { getFormVersion, startFormResponse } from '../forms/index.ts';

export type StartNationalReport = {
  readonly formVersionId: Id<'formVersion'>;
  readonly title: string;
  readonly year: number;
  /** The body that will approve it. */
  readonly bodyId: Id<'body'>;
  readonly receiver: string;
  readonly dueOn: CivilDate;
};

/** Begins a return: opens the form for answers and lays out its sections, which nobody has been given yet. A title and year is begun once. */
export async function startNationalReport(
  w: Writer<'return.edit'>,
  input: StartNationalReport,
): Promise<Id<'nationalReport'>> {
  requireBody(w.auth, input.bodyId);
  const title = input.title.trim();
  const receiver = input.receiver.trim();
  const taken = await w.db
    .selectFrom('national_report')
    .select('id')
    .where('tenant_id', '=', w.tenantId)
    .where('title', '=', title)
    .where('year', '=', input.year)
    .executeTakeFirst();
  const problems: Problem[] = [];
  if (!title) problems.push({ path: 'title', key: 'validation.required' });
  else if (taken) problems.push({ path: 'title', key: 'returns.titleTaken', values: { year: String(input.year) } });
  if (!receiver) problems.push({ path: 'receiver', key: 'validation.required' });
  const formVersion = await getFormVersion(w, input.formVersionId);
  if (formVersion.form.purpose !== 'nationalReport') problems.push({ path: 'formVersionId', key: 'validation.choice' });
  refuseProblems(problems);
  const responseId = await startFormResponse(w, formVersion.id);
  const id: Id<'nationalReport'> = w.runtime.newId();
  const row = {
    form_response_id: responseId,
    title,
    year: input.year,
    body_id: input.bodyId,
    receiver,
    due_on: input.dueOn,
    state: 'answering',
    started_by: w.auth.actorName,
    started_at: w.runtime.now(),
  };
  await w.db
    .insertInto('national_report')
    .values({ tenant_id: w.tenantId, id, ...row, frozen_tree: null, frozen_data: null })
    .execute();
  const sections = formVersion.structure.parts.flatMap((part) => part.sections);
  if (sections.length > 0)
    await w.db
      .insertInto('national_report_section')
      .values(
        sections.map(({ code }, index) => ({
          tenant_id: w.tenantId,
          id: w.runtime.newId(),
          report_id: id,
          section_code: code,
          position: index + 1,
          unit_body_id: null,
          due_on: null,
          state: 'asked',
          ready_by: null,
          ready_at: null,
          reminded_on: null,
        })),
      )
      .execute();
  await w.log({ noun: 'nationalReport', recordId: id, after: row });
  return id;
}
