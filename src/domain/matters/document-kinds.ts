import type { DocumentKind } from '../../documents/tree/source.ts';
import type { Localized } from '../../kernel/language.ts';

export type { DocumentKind };

/** What each kind of document is called, in the register and where a file has been read. */
export const documentKinds = {
  reportBack: { sv: 'återrapportering', en: 'report-back' },
  notice: { sv: 'kallelse', en: 'notice' },
  memo: { sv: 'föredragnings-PM', en: 'memo' },
  minutes: { sv: 'protokoll', en: 'minutes' },
  meetingNotes: { sv: 'sammanträdesanteckningar', en: 'meeting notes' },
  goalDocument: { sv: 'måldokument', en: 'goal document' },
  activityPlan: { sv: 'aktivitetsplan', en: 'activity plan' },
  budgetInput: { sv: 'inspel', en: 'budget input' },
  nationalReturn: { sv: 'nationell redovisning', en: 'national return' },
  interimReport: { sv: 'delårsrapport', en: 'interim report' },
  budgetProposal: { sv: 'budgetförslag', en: 'budget proposal' },
  annualReport: { sv: 'årsredovisning', en: 'annual report' },
  auditReport: { sv: 'revisionsberättelse', en: 'audit report' },
  other: { sv: 'annan handling', en: 'other document' },
} as const satisfies Record<DocumentKind, Localized>;

export function isDocumentKind(text: string): text is DocumentKind {
  return Object.hasOwn(documentKinds, text);
}
