import type { Localized } from '../../kernel/language.ts';
import { isAllowedIn, stateAfter, type Transition } from '../../kernel/transition-table.ts';

/** How far a package has come. Its number is given when it is drawn up, so that also one that was thrown away can be accounted for. */
export const archivePackageStates = {
  drawnUp: { sv: 'upprättat', en: 'drawn up' },
  faulty: { sv: 'fel i kontrollen', en: 'faults in the check' },
  checked: { sv: 'kontrollerat', en: 'checked' },
  delivered: { sv: 'levererat', en: 'delivered' },
  discarded: { sv: 'kasserat', en: 'discarded' },
} as const satisfies Record<string, Localized>;
export type ArchivePackageState = keyof typeof archivePackageStates;

/** A row says: in these states the action may be done, and it leads to that state. Only what passed the check is delivered, and what is delivered stays. */
export const archivePackageTransitions = [
  {
    action: 'pass',
    from: ['drawnUp', 'faulty', 'checked'],
    to: 'checked',
    label: { sv: 'Gör och kontrollera', en: 'Make and check' },
  },
  {
    action: 'fail',
    from: ['drawnUp', 'faulty', 'checked'],
    to: 'faulty',
    label: { sv: 'Fel i kontrollen', en: 'Faults in the check' },
  },
  {
    action: 'deliver',
    from: ['checked'],
    to: 'delivered',
    label: { sv: 'Anteckna leverans', en: 'Note the delivery' },
  },
  {
    action: 'discard',
    from: ['drawnUp', 'faulty', 'checked'],
    to: 'discarded',
    label: { sv: 'Kassera paketet', en: 'Discard the package' },
  },
] as const satisfies readonly (Transition<ArchivePackageState> & { readonly to: ArchivePackageState })[];
export type ArchivePackageAction = (typeof archivePackageTransitions)[number]['action'];

export function archivePackageStateAfter(
  state: ArchivePackageState,
  action: ArchivePackageAction,
): ArchivePackageState {
  return stateAfter<ArchivePackageState>(archivePackageTransitions, archivePackageStates, state, action);
}

/** Whether an action is in the table for this state, for pages that show only what can be done. */
export function mayArchive(state: ArchivePackageState, action: ArchivePackageAction): boolean {
  return isAllowedIn<ArchivePackageState>(archivePackageTransitions, state, action);
}
