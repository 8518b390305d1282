import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { findBody, rulesetOf } from '../organisation/index.ts';
import { findGoalDocumentByTitle } from './goal-reader.ts';
import { requireAdopter } from './goal-writer.ts';

export type CreateGoalDocument = {
  readonly title: string;
  readonly horizonYear?: number;
  readonly vision?: string;
  readonly adoptedByBodyId?: Id<'body'>;
  readonly adoptedOn?: CivilDate;
};

/** Enters a goal document; its perspectives and goals follow by `addGoal`. */
export async function createGoalDocument(
  w: Writer<'goal.edit' | 'intake.confirm'>,
  input: CreateGoalDocument,
): Promise<Id<'goalDocument'>> {
  requireAdopter(w, input.adoptedByBodyId ?? null);
  const title = input.title.trim();
  const problems: Problem[] = [];
  if (title === '') problems.push({ path: 'title', key: 'validation.required' });
  else if (await findGoalDocumentByTitle(w, title)) problems.push({ path: 'title', key: 'goal.titleTaken' });
  if (input.adoptedByBodyId) {
    const body = await findBody(w, input.adoptedByBodyId);
    if (!body) problems.push({ path: 'adoptedByBodyId', key: 'validation.id' });
    // Goals may not be delegated (KL 6:38), so only a body that decides by itself can adopt them.
    else if (rulesetOf(body.kind, input.adoptedOn ?? w.runtime.today()).rules.mayDecide !== 'yes')
      problems.push({ path: 'adoptedByBodyId', key: 'goal.adopterMayNotDecide', values: { body: body.name } });
  }
  refuseProblems(problems);
  const id: Id<'goalDocument'> = w.runtime.newId();
  const row = {
    title,
    horizon_year: input.horizonYear ?? null,
    vision: input.vision?.trim() || null,
    adopted_by_body_id: input.adoptedByBodyId ?? null,
    adopted_on: input.adoptedOn ?? null,
  };
  await w.db
    .insertInto('goal_document')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await w.log({ noun: 'goalDocument', recordId: id, summary: 'entered', after: row });
  return id;
}
