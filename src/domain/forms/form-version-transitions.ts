import { isAllowedIn, type Transition, transitionIn } from '../../kernel/transition-table.ts';
import { type FormVersionState, formVersionStates } from './form.ts';

/**
 * A row says: in these states the action may be done, and it leads to that state. A version that is published can be taken back only until somebody
 * has begun to answer it; from then on its questions stay as they were asked.
 */
export const formVersionTransitions = [
  { action: 'change', from: ['draft'], to: 'same', label: { sv: 'Ändra', en: 'Change' } },
  { action: 'publish', from: ['draft'], to: 'published', label: { sv: 'Ge ut', en: 'Publish' } },
  {
    action: 'takeBack',
    from: ['published'],
    to: 'draft',
    label: { sv: 'Ta tillbaka till utkast', en: 'Take back to draft' },
  },
  {
    action: 'nextVersion',
    from: ['draft', 'published'],
    to: 'same',
    label: { sv: 'Gör nästa version', en: 'Make the next version' },
  },
] as const satisfies readonly (Transition<FormVersionState> & { readonly to: FormVersionState | 'same' })[];
export type FormVersionAction = (typeof formVersionTransitions)[number]['action'];

/** The state that an action leads a version to. Throws `record.wrongState` when the table has no such row. */
export function formVersionStateAfter(state: FormVersionState, action: FormVersionAction): FormVersionState {
  const { to } = transitionIn(formVersionTransitions, formVersionStates, state, action);
  return to === 'same' ? state : to;
}

/** Whether an action can be done with a version, for pages that show only what can be done. */
export function mayFormVersion(
  { state, isAnswered }: { readonly state: FormVersionState; readonly isAnswered: boolean },
  action: FormVersionAction,
): boolean {
  return isAllowedIn(formVersionTransitions, state, action) && !(action === 'takeBack' && isAnswered);
}
