import type { Id } from '../../kernel/id.ts';
import type { Localized } from '../../kernel/language.ts';
import type { Problem } from '../../kernel/problem.ts';

/** What a decision did in the register, each with the noun of the record that it made, changed or approved. */
export const decisionEffectKinds = {
  gaveAssignment: { sv: 'nytt uppdrag', en: 'new assignment', noun: 'assignment' },
  changedAssignment: { sv: 'ändrat uppdrag', en: 'changed assignment', noun: 'assignment' },
  agreement: { sv: 'överenskommelse eller förlängning', en: 'agreement or renewal', noun: 'agreement' },
  ratifiesAgreement: { sv: 'beslut om överenskommelse', en: 'decision on an agreement', noun: 'agreement' },
  commission: { sv: 'beställning med pengar eller tjänst', en: 'commission with money or posts', noun: 'commission' },
  deliverable: { sv: 'leverans', en: 'deliverable', noun: 'deliverable' },
  representative: { sv: 'utsedd person', en: 'appointed person', noun: 'seat' },
  decidesInput: { sv: 'inspel', en: 'input to the plan', noun: 'budgetInput' },
  approvesReport: { sv: 'återrapportering', en: 'report-back', noun: 'report' },
  approvesReturn: { sv: 'redovisning', en: 'return', noun: 'nationalReport' },
} as const satisfies Record<string, Localized & { readonly noun: string }>;
export type DecisionEffectKind = keyof typeof decisionEffectKinds;
export const decisionEffectKindCodes = Object.keys(decisionEffectKinds) as readonly DecisionEffectKind[];
export type EffectNoun = (typeof decisionEffectKinds)[DecisionEffectKind]['noun'];

/** A record that a decision made, changed or approved, with what its decision leaves unsaid. */
export type DecisionEffect = {
  readonly decisionId: Id<'decision'>;
  readonly kind: DecisionEffectKind;
  readonly noun: EffectNoun;
  readonly recordId: string;
  readonly title: string;
  /** The body of a seat, where the page of the record is. */
  readonly within: string | null;
  readonly gaps: readonly Problem[];
};

/** What of a record the gaps are judged by. */
export type EffectTerms = {
  readonly fund?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly openEnded?: boolean;
  readonly noticeMonths?: number | null;
  readonly dueOn?: string | null;
};

/**
 * What a decision of this kind must say and does not (list E: money without source or period, an agreement without term or notice, a deliverable
 * without date). It is shown and does not stop anybody: a decision is put on record as it was made.
 */
export function effectGaps(kind: DecisionEffectKind, terms: EffectTerms): readonly Problem[] {
  const { fund, from, to, openEnded, noticeMonths, dueOn } = terms;
  switch (kind) {
    case 'commission':
      return [
        ...(fund?.trim() ? [] : [{ path: 'fund', key: 'execution.noFund' }]),
        ...(from && to ? [] : [{ path: 'to', key: 'execution.noPeriod' }]),
      ];
    case 'agreement':
      return [
        ...(from ? [] : [{ path: 'from', key: 'execution.noFirstDay' }]),
        ...(openEnded && !noticeMonths ? [{ path: 'noticeMonths', key: 'execution.noNotice' }] : []),
        ...(openEnded || to ? [] : [{ path: 'to', key: 'execution.noPeriod' }]),
      ];
    case 'deliverable':
    case 'gaveAssignment':
      return dueOn ? [] : [{ path: 'dueOn', key: 'execution.noDueDay' }];
    default:
      return [];
  }
}
