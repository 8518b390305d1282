import type { Localized } from '../../kernel/language.ts';
import type { Transition } from '../../kernel/transition-table.ts';

/** How it stands with an address that is told of what happens. */
export const webhookStates = {
  active: { sv: 'meddelas', en: 'is told' },
  paused: { sv: 'pausad', en: 'paused' },
  stopped: { sv: 'stoppad efter upprepade fel', en: 'stopped after repeated faults' },
} as const satisfies Readonly<Record<string, Localized>>;
export type WebhookState = keyof typeof webhookStates;

/** What can be done with an address. The house itself stops one that never answers; a person starts it again. */
export const webhookTransitions = [
  { action: 'pause', from: ['active'], to: 'paused', label: { sv: 'Pausa', en: 'Pause' } },
  { action: 'resume', from: ['paused', 'stopped'], to: 'active', label: { sv: 'Starta igen', en: 'Resume' } },
  { action: 'stop', from: ['active'], to: 'stopped', label: { sv: 'Stoppa', en: 'Stop' } },
  { action: 'remove', from: ['active', 'paused', 'stopped'], to: 'gone', label: { sv: 'Ta bort', en: 'Remove' } },
] as const satisfies readonly Transition<WebhookState>[];
export type WebhookAction = (typeof webhookTransitions)[number]['action'];
