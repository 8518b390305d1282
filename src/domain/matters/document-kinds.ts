import type { Localized } from '../../kernel/language.ts';

/** The kinds of document the register tells apart. The same codes as `document.kind` of the reader (`kansli read --json`). */
export const documentKinds = {
  reportBack: { sv: 'återrapportering', en: 'report back' },
  notice: { sv: 'kallelse', en: 'notice of meeting' },
  memo: { sv: 'föredragningsPM', en: 'presentation memo' },
  minutes: { sv: 'protokoll', en: 'minutes' },
  meetingNotes: { sv: 'sammanträdesanteckningar', en: 'meeting notes' },
  goalDocument: { sv: 'målbild', en: 'target vision' },
  activityPlan: { sv: 'aktivitetsplan', en: 'activity plan' },
  budgetInput: { sv: 'inspel till budget', en: 'budget input' },
  nationalReturn: { sv: 'nationell redovisning', en: 'national return' },
  interimReport: { sv: 'delårsrapport', en: 'interim report' },
  other: { sv: 'annan handling', en: 'other document' },
} as const satisfies Record<string, Localized>;

export type DocumentKind = keyof typeof documentKinds;

export function isDocumentKind(text: string): text is DocumentKind {
  return Object.hasOwn(documentKinds, text);
}
