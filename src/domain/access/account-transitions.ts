import type { Localized } from '../../kernel/language.ts';
import type { Transition } from '../../kernel/transition-table.ts';

/** Whether somebody may come in with an account. Who has left office keeps the name in what was done, and nothing else. */
export const accountStates = {
  active: { sv: 'öppet', en: 'open' },
  suspended: { sv: 'avstängt', en: 'suspended' },
  leftOffice: { sv: 'har lämnat uppdraget', en: 'has left office' },
} as const satisfies Record<string, Localized>;
export type AccountState = keyof typeof accountStates;

/** What is done to an account. Whatever closes it ends all its sessions at once, and says why. */
export const accountTransitions = [
  { action: 'suspend', from: ['active'], to: 'suspended', label: { sv: 'Stäng av', en: 'Suspend' } },
  {
    action: 'leaveOffice',
    from: ['active', 'suspended'],
    to: 'leftOffice',
    label: { sv: 'Har lämnat uppdraget', en: 'Has left office' },
  },
  {
    action: 'reinstate',
    from: ['suspended', 'leftOffice'],
    to: 'active',
    label: { sv: 'Öppna igen', en: 'Open again' },
  },
] as const satisfies readonly (Transition<AccountState> & { readonly to: AccountState })[];
export type AccountAction = (typeof accountTransitions)[number]['action'];
export const accountActions = accountTransitions.map(({ action }) => action) as [AccountAction, ...AccountAction[]];
