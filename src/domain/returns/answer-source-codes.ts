import type { Localized } from '../../kernel/language.ts';
import { bindingKinds } from '../forms/index.ts';

/** What an answer can be drawn from: the kinds that a form binds its questions to, and what was answered in a report-back. */
export const sourceKinds = {
  ...bindingKinds,
  reportEntry: { sv: 'svar i en återrapportering', en: 'answer in a report-back' },
} as const satisfies Record<string, Localized>;
export type SourceKind = keyof typeof sourceKinds;

/** What a person has decided of a proposed source. What nobody has decided is no row: it is proposed again. */
export const bindingStates = {
  kept: { sv: 'används', en: 'used' },
  removed: { sv: 'används inte', en: 'not used' },
} as const satisfies Record<string, Localized>;
export type BindingState = keyof typeof bindingStates;

/** How a passage that was taken into an answer stands to its source now. */
export const passageStates = {
  current: { sv: 'som i källan', en: 'as in its source' },
  changed: { sv: 'källan säger något annat nu', en: 'the source says something else now' },
  kept: { sv: 'behållen fast källan har ändrats', en: 'kept although the source has changed' },
  gone: { sv: 'källan finns inte längre', en: 'the source is no longer there' },
  secret: { sv: 'källan ligger i ett ärende som inte är öppet', en: 'the source lies in a matter that is not open' },
  rewritten: { sv: 'omskriven i svaret', en: 'reworded in the answer' },
} as const satisfies Record<string, Localized>;
export type PassageState = keyof typeof passageStates;

/** What a person can do with a passage whose source has changed. */
export const passageChoices = {
  refresh: { sv: 'uppdaterad efter källan', en: 'updated to its source' },
  keep: { sv: 'behållen som den var', en: 'kept as it was' },
} as const satisfies Record<string, Localized>;
export type PassageChoice = keyof typeof passageChoices;
