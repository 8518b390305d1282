import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import { refuseProblems } from '../../kernel/refuse-problems.ts';
import type { Writer } from '../../storage/database.ts';
import { getGoalTree } from './goal-reader.ts';
import { nextPosition, requireAdopter, writeStatements } from './goal-writer.ts';

export type AddGoal = {
  readonly goalDocumentId: Id<'goalDocument'>;
  /** By name: a perspective that the document does not have yet is added after the others. */
  readonly perspective: string;
  readonly heading: string;
  readonly text: string;
};

/** Adds a headline goal under a perspective and cuts its text into citable statements. */
export async function addGoal(w: Writer<'goal.edit' | 'intake.confirm'>, input: AddGoal): Promise<Id<'goal'>> {
  const tree = await getGoalTree(w, input.goalDocumentId);
  requireAdopter(w, tree.adoptedByBodyId);
  const [heading, name, text] = [input.heading.trim(), input.perspective.trim(), input.text.trim()];
  const problems: Problem[] = [];
  if (heading === '') problems.push({ path: 'heading', key: 'validation.required' });
  if (name === '') problems.push({ path: 'perspective', key: 'validation.required' });
  if (tree.perspectives.some((one) => one.goals.some((goal) => goal.heading === heading)))
    problems.push({ path: 'heading', key: 'goal.headingTaken' });
  refuseProblems(problems);
  const found = tree.perspectives.find((one) => one.name === name);
  const perspectiveId: Id<'perspective'> = found?.id ?? (await addPerspective(w, tree.id, name));
  const id: Id<'goal'> = w.runtime.newId();
  const row = {
    goal_document_id: tree.id,
    perspective_id: perspectiveId,
    position: await nextPosition(w, { perspectiveId }),
    heading,
    body_text: text,
  };
  await w.db
    .insertInto('goal')
    .values({ tenant_id: w.tenantId, id, ...row })
    .execute();
  await writeStatements(w, id, [], text);
  await w.log({ noun: 'goal', recordId: id, summary: 'added', after: { ...row, perspective: name } });
  return id;
}

async function addPerspective(w: Writer, documentId: Id<'goalDocument'>, name: string): Promise<Id<'perspective'>> {
  const id: Id<'perspective'> = w.runtime.newId();
  const position = await nextPosition(w, { documentId });
  await w.db
    .insertInto('perspective')
    .values({ tenant_id: w.tenantId, id, goal_document_id: documentId, position, name })
    .execute();
  return id;
}
