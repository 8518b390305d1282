import type { Localized } from '../../kernel/language.ts';
import { isAllowedIn, type Transition, transitionIn } from '../../kernel/transition-table.ts';

/** How far a project has come (PRJ-13), in the order that most go through. */
export const projectStates = {
  idea: { sv: 'idé', en: 'idea' },
  feasibility: { sv: 'förstudie', en: 'feasibility study' },
  pilot: { sv: 'pilot', en: 'pilot' },
  project: { sv: 'projekt', en: 'project' },
  rollout: { sv: 'breddinförande', en: 'roll-out' },
  permanent: { sv: 'ordinarie verksamhet', en: 'permanent' },
  paused: { sv: 'pausad', en: 'paused' },
  ended: { sv: 'avslutad', en: 'ended' },
} as const satisfies Record<string, Localized>;
export type ProjectPhase = keyof typeof projectStates;
export const projectPhaseCodes = Object.keys(projectStates) as readonly ProjectPhase[];

const live: readonly ProjectPhase[] = ['idea', 'feasibility', 'pilot', 'project', 'rollout'];

/** Whether work goes on in a phase, so that somebody waits for what is to be delivered. */
export const isLive = (phase: ProjectPhase): boolean => live.includes(phase);

/**
 * A row says: from these phases the action leads to the phase of `to`. Projects go back too: a pilot that taught something becomes a feasibility
 * study again. What is paused goes on where somebody says; what has ended stays, and what follows it is a project of its own (PRJ-25).
 */
export const projectTransitions = [
  {
    action: 'investigate',
    from: ['idea', 'pilot', 'project', 'paused'],
    to: 'feasibility',
    label: { sv: 'Inled förstudie', en: 'Begin a feasibility study' },
  },
  {
    action: 'tryOut',
    from: ['idea', 'feasibility', 'project', 'paused'],
    to: 'pilot',
    label: { sv: 'Starta pilot', en: 'Start a pilot' },
  },
  {
    action: 'run',
    from: ['idea', 'feasibility', 'pilot', 'paused'],
    to: 'project',
    label: { sv: 'Starta projektet', en: 'Start the project' },
  },
  {
    action: 'rollOut',
    from: ['feasibility', 'pilot', 'project', 'permanent', 'paused'],
    to: 'rollout',
    label: { sv: 'Breddinför', en: 'Roll out' },
  },
  {
    action: 'makePermanent',
    from: ['pilot', 'project', 'rollout', 'paused'],
    to: 'permanent',
    label: { sv: 'Gör till ordinarie verksamhet', en: 'Make permanent' },
  },
  {
    action: 'pause',
    from: ['idea', 'feasibility', 'pilot', 'project', 'rollout', 'permanent'],
    to: 'paused',
    label: { sv: 'Pausa', en: 'Pause' },
  },
  {
    action: 'goOn',
    from: ['feasibility', 'pilot', 'project', 'rollout'],
    to: 'same',
    label: { sv: 'Förläng i samma fas', en: 'Extend in the same phase' },
  },
  {
    action: 'end',
    from: ['idea', 'feasibility', 'pilot', 'project', 'rollout', 'permanent', 'paused'],
    to: 'ended',
    label: { sv: 'Avsluta', en: 'End' },
  },
] as const satisfies readonly (Transition<ProjectPhase> & { readonly to: ProjectPhase | 'same' })[];
export type ProjectMove = (typeof projectTransitions)[number]['action'];

/** The phase that an action leads to. Throws `record.wrongState` when the table has no such row. */
export function phaseAfter(phase: ProjectPhase, action: ProjectMove): ProjectPhase {
  const { to } = transitionIn<ProjectPhase, (typeof projectTransitions)[number]>(
    projectTransitions,
    projectStates,
    phase,
    action,
  );
  return to === 'same' ? phase : to;
}

/** The actions that a phase allows, for pages that offer only these. */
export function movesFrom(phase: ProjectPhase): readonly (typeof projectTransitions)[number][] {
  return projectTransitions.filter(({ action }) => isAllowedIn<ProjectPhase>(projectTransitions, phase, action));
}
