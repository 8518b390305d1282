import * as z from 'zod';
import { isLive, type ProjectPhase, type ProjectSummary, projectPhaseCodes } from '../../../domain/projects/index.ts';
import { optionalChoice, optionalId, optionalText, optionalWholeNumber } from '../../input.ts';
import { lateOf } from './project-view.ts';

/** The selections of the portfolio, by their word in the address. */
export const projectChoices = {
  forsenade: 'late',
  pausade: 'paused',
  'utan-agare': 'unowned',
  pagaende: 'live',
} as const;

/** What the portfolio can be asked for in its address. */
export const projectQuery = {
  namn: optionalText({ maximum: 200 }),
  fas: optionalChoice(projectPhaseCodes as readonly [ProjectPhase, ...ProjectPhase[]]),
  agare: optionalId(),
  omrade: optionalText({ maximum: 200 }),
  urval: optionalChoice(
    Object.keys(projectChoices) as [keyof typeof projectChoices, ...(keyof typeof projectChoices)[]],
  ),
};
export const pagedProjectQuery = z.object({
  ...projectQuery,
  sida: optionalWholeNumber({ minimum: 1, maximum: 1_000 }),
});
export type ProjectQuery = z.output<z.ZodObject<typeof projectQuery>>;

/** The projects that fit what was asked for. */
export function chosenProjects(
  all: readonly ProjectSummary[],
  { namn, fas, agare, omrade, urval }: ProjectQuery,
  today: string,
): readonly ProjectSummary[] {
  const sought = namn?.toLocaleLowerCase('sv');
  return all.filter(
    (project) =>
      (!sought || [project.name, ...project.aliases].some((name) => name.toLocaleLowerCase('sv').includes(sought))) &&
      (!fas || project.phase === fas) &&
      (!agare || project.owner?.id === agare) &&
      (!omrade || project.area === omrade) &&
      (!urval || fits[projectChoices[urval]](project, today)),
  );
}

const fits: Readonly<
  Record<(typeof projectChoices)[keyof typeof projectChoices], (project: ProjectSummary, today: string) => boolean>
> = {
  late: (project, today) => lateOf(project, today).length > 0,
  paused: ({ phase }) => phase === 'paused',
  unowned: ({ owner }) => owner === null,
  live: ({ phase }) => isLive(phase),
};

/** An address with what was asked for. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, String(value)]],
    ),
  ).toString();
  return search ? `${path}?${search}` : path;
}
