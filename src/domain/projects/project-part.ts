import type { Problem } from '../../kernel/problem.ts';
import { orderProblems, type PartialDay, partialDayProblems } from './partial-day.ts';
import {
  type ProjectPointKind,
  type ProjectPointState,
  type ProjectRoleKind,
  projectPointKinds,
  projectPointStates,
  projectRoles,
  type SiteState,
  siteStates,
} from './project.ts';
import { writtenProblems } from './project-writer.ts';

export type SiteFields = {
  readonly name: string;
  readonly state: SiteState;
  readonly startsOn: PartialDay | null;
  readonly reason: string;
};
export type RoleFields = {
  readonly role: ProjectRoleKind;
  readonly person: string;
  readonly percent: number | null;
  readonly startsOn: PartialDay | null;
  readonly endsOn: PartialDay | null;
};
export type CountFields = {
  readonly asOf: PartialDay;
  readonly value: number;
  readonly maximum: number | null;
  readonly note: string;
};
export type PointFields = {
  readonly kind: ProjectPointKind;
  readonly point: string;
  readonly state: ProjectPointState;
  readonly note: string;
};

export type PartFields = { site: SiteFields; role: RoleFields; count: CountFields; point: PointFields };
/** The parts of a project that are written one by one. */
export type PartKind = keyof PartFields;
type PartEntry<Kind extends PartKind> = {
  readonly table: `project_${Kind}`;
  readonly problems: (fields: PartFields[Kind]) => readonly Problem[];
  readonly row: (fields: PartFields[Kind]) => Readonly<Record<string, unknown>>;
};

/** Each kind of part: where it is kept and what is asked of it. */
export const projectParts: { readonly [Kind in PartKind]: PartEntry<Kind> } = {
  site: {
    table: 'project_site',
    problems: ({ name, state, startsOn, reason }) => [
      ...writtenProblems({ name }, { reason }),
      ...(state in siteStates ? [] : [{ path: 'state', key: 'validation.choose' }]),
      ...partialDayProblems({ startsOn }),
    ],
    row: ({ name, state, startsOn, reason }) => ({
      name: name.trim(),
      state,
      starts_on: startsOn || null,
      reason: reason.trim(),
    }),
  },
  role: {
    table: 'project_role',
    problems: ({ role, person, percent, startsOn, endsOn }) => [
      ...writtenProblems({ person }),
      ...(role in projectRoles ? [] : [{ path: 'role', key: 'validation.choose' }]),
      ...(percent !== null && (percent < 1 || percent > 100) ? [{ path: 'percent', key: 'projects.percent' }] : []),
      ...partialDayProblems({ startsOn, endsOn }),
      ...orderProblems(startsOn, endsOn, 'endsOn'),
    ],
    row: ({ role, person, percent, startsOn, endsOn }) => ({
      role,
      person: person.trim(),
      percent,
      starts_on: startsOn || null,
      ends_on: endsOn || null,
    }),
  },
  count: {
    table: 'project_count',
    problems: ({ asOf, value, maximum, note }) => [
      ...writtenProblems({ asOf }, { note }),
      ...partialDayProblems({ asOf }),
      ...(Number.isInteger(value) && value >= 0 ? [] : [{ path: 'value', key: 'validation.number' }]),
      ...(maximum === null || (Number.isInteger(maximum) && maximum > 0)
        ? []
        : [{ path: 'maximum', key: 'validation.number' }]),
    ],
    row: ({ asOf, value, maximum, note }) => ({ as_of: asOf, value, maximum, note: note.trim() }),
  },
  point: {
    table: 'project_point',
    problems: ({ kind, point, state, note }) => [
      ...writtenProblems({ point }, { note }),
      ...(kind in projectPointKinds ? [] : [{ path: 'kind', key: 'validation.choose' }]),
      ...(state in projectPointStates ? [] : [{ path: 'state', key: 'validation.choose' }]),
    ],
    row: ({ kind, point, state, note }) => ({ kind, point: point.trim(), state, note: note.trim() }),
  },
};
