import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Id } from '../../kernel/id.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { PlanState } from './plan-transitions.ts';

/** The operational plan (verksamhetsplan) of a year, in which its owner gives assignments (J-02, PLN-01). */
export type Plan = {
  readonly id: Id<'plan'>;
  readonly version: number;
  readonly year: number;
  readonly title: string;
  readonly ownerBodyId: Id<'body'>;
  readonly state: PlanState;
  readonly adoptedOn: CivilDate | null;
};

/** An objective of a plan ("3.1.3 Att förbättra …") under one of the plan's own perspectives, which are other than those of the goals (GOA-08, GOA-09). */
export type PlanObjective = {
  readonly id: Id<'planObjective'>;
  readonly planId: Id<'plan'>;
  readonly position: number;
  readonly perspective: string;
  readonly number: string | null;
  readonly objective: string;
};

export type PlanWithObjectives = Plan & { readonly objectives: readonly PlanObjective[] };

/** The years a plan can be for: Kansli keeps older plans as they are read, and none from before the regions' present law. */
export const planYears = { first: 1950, last: 2100 } as const;

/** What is wrong with the year and the title of a plan. */
export function planProblems(input: { readonly year: number; readonly title: string }): readonly Problem[] {
  const problems: Problem[] = [];
  if (!Number.isInteger(input.year)) problems.push({ path: 'year', key: 'validation.number' });
  else if (input.year < planYears.first)
    problems.push({ path: 'year', key: 'validation.tooSmall', values: { minimum: planYears.first } });
  else if (input.year > planYears.last)
    problems.push({ path: 'year', key: 'validation.tooBig', values: { maximum: planYears.last } });
  if (input.title.trim() === '') problems.push({ path: 'title', key: 'validation.required' });
  return problems;
}

/** A plan as it is called where years stand beside each other: its title, with its year when the title does not say it. */
export function planName({ title, year }: Pick<Plan, 'title' | 'year'>): string {
  return title.includes(String(year)) ? title : `${title} ${year}`;
}

/** An objective's number as sections are numbered: "3.1.3". */
export function isObjectiveNumber(text: string): boolean {
  return /^\d+(?:\.\d+){0,4}$/.test(text);
}
