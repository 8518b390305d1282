import type { CivilDate } from '../../kernel/civil-date.ts';
import { type LegalDeadline, lateMatterDeadline, summonsDeadline } from '../../kernel/legal-deadlines.ts';
import { type BodyKind, type Regulation, rulesetOf, rulesOf } from '../organisation/index.ts';

/** The last day to send a notice or a supplement. What the law says binds; what the body's own reglemente says may be missed with a reason. */
export type NoticeDeadline = LegalDeadline & { readonly binding: 'law' | 'reglemente' };

/**
 * The last days to send the notice of a meeting. R-KL-01 (kommunallagen 5:13): an assembly's goes out at least a week before the day. R-KL-02
 * (6:23): the law gives a nämnd no time, its reglemente does. A body without either has no deadline.
 */
export function noticeDeadlines(
  kind: BodyKind,
  regulations: readonly Regulation[],
  heldOn: CivilDate,
): readonly NoticeDeadline[] {
  const legal = rulesetOf(kind, heldOn).rules.noticeDays;
  const own = rulesOf(kind, regulations, heldOn).noticeDays;
  return [
    ...(legal === null ? [] : [{ ...summonsDeadline(heldOn, legal), binding: 'law' as const }]),
    ...(own === null || own === legal
      ? []
      : [{ ...summonsDeadline(heldOn, own, 'reglemente'), ruleId: 'R-KL-02', binding: 'reglemente' as const }]),
  ];
}

/** The last day for a supplement. R-KL-01 (kommunallagen 5:15): a late matter of an assembly is announced by the weekday before; no law asks it of others. */
export function supplementDeadlines(kind: BodyKind, heldOn: CivilDate): readonly NoticeDeadline[] {
  if (rulesetOf(kind, heldOn).rules.noticeDays === null) return [];
  return [{ ...lateMatterDeadline(heldOn), binding: 'law' }];
}

/** The deadlines that a day has missed, the binding ones first. */
export function missedDeadlines(deadlines: readonly NoticeDeadline[], sentOn: CivilDate): readonly NoticeDeadline[] {
  return deadlines.filter(({ date }) => sentOn > date);
}
