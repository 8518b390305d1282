import { type Actor, may } from '../../../domain/access/index.ts';
import { listAssignments } from '../../../domain/assignments/index.ts';
import { listIndicators } from '../../../domain/indicators/index.ts';
import { listBudgetInputs } from '../../../domain/inputs/index.ts';
import { listBodies } from '../../../domain/organisation/index.ts';
import { listProjects } from '../../../domain/projects/index.ts';
import type { Option } from '../../components/field/field.ts';
import type { Reader } from '../../contracts.ts';
import type { ProjectChoices } from './project-form-page.ts';

/** So many of a kind can be chosen from in one list. */
const most = 200;

/** Who can own a project for the reader, and which indicators there are. */
export async function readProjectChoices(r: Reader, actor: Actor, onDate: string): Promise<ProjectChoices> {
  const bodies = await listBodies(r, { onDate });
  return {
    owners: bodies
      .filter(({ id }) => may(actor, 'project.edit', id))
      .map(({ id, name }) => ({ value: id, text: name })),
    indicators: (await listIndicators(r)).map(({ id, name }) => ({ value: id, text: name })),
  };
}

/** Where a lesson can be carried: assignments and inputs of this year and on, and other projects. */
export async function readLessonPlaces(r: Reader, projectId: string, year: number): Promise<readonly Option[]> {
  const assignments = (await listAssignments(r, { year, pageSize: most })).rows;
  const inputs = (await listBudgetInputs(r)).filter(({ forYear }) => forYear >= year);
  const projects = (await listProjects(r)).filter(({ id, phase }) => id !== projectId && phase !== 'ended');
  return [
    ...assignments.map((one) => ({ value: `assignment:${one.id}`, text: `${one.ref} ${one.title}` })),
    ...inputs.map((one) => ({ value: `budgetInput:${one.id}`, text: one.title })),
    ...projects.map((one) => ({ value: `project:${one.id}`, text: one.name })),
  ];
}
