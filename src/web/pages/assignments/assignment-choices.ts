import { type GoalDocument, listGoalDocuments, listGoals } from '../../../domain/goals/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import { listPlans } from '../../../domain/plans/index.ts';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Option } from '../../components/field/field.ts';
import type { Reader } from '../../contracts.ts';

/** What the forms about assignments let one choose from. */
export type AssignmentChoices = {
  readonly bodies: readonly Option[];
  readonly plans: readonly Option[];
  readonly goals: readonly Option[];
};

export async function readAssignmentChoices(r: Reader, today: CivilDate): Promise<AssignmentChoices> {
  const bodies = await listBodies(r, { onDate: today });
  const plans = await listPlans(r);
  return {
    bodies: bodies.map(({ id, name }) => ({ value: id, text: name })),
    plans: plans.map(({ id, title }) => ({ value: id, text: title })),
    goals: await readGoalChoices(r),
  };
}

/** All goals; with the name of their document when there are several documents. */
export async function readGoalChoices(r: Reader): Promise<readonly Option[]> {
  const documents = new Map<string, GoalDocument>((await listGoalDocuments(r)).map((one) => [one.id, one]));
  return (await listGoals(r)).map(({ id, heading, goalDocumentId }) => ({
    value: id,
    text: documents.size > 1 ? `${heading} (${documents.get(goalDocumentId)?.title ?? ''})` : heading,
  }));
}
